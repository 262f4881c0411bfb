"""MarkdownV2 to text and entities, after TDLib's `parse_markdown_v2`; legacy Markdown in its simple form."""

import re
from dataclasses import dataclass

from bot.demo.server.entities import checked_url, parse_error, utf16_length
from bot.demo.server.errors import ApiError, Json, bad_request

# Longest mark first: `__` is underline, `_` italic.
MARKS = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
}
NAMES = {
    "pre": "Pre",
    "spoiler": "Spoiler",
    "underline": "Underline",
    "bold": "Bold",
    "italic": "Italic",
    "strikethrough": "Strikethrough",
    "code": "Code",
    "text_link": "TextUrl",
}
RESERVED = set("_*[]()~`>#+-=|{}.!")
LEGACY_MARKS = {"```": "pre", "*": "bold", "_": "italic", "`": "code"}


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Text and entities of MarkdownV2; raises `ApiError` "can't parse entities: ..."."""
    return _MarkdownParser(source, MARKS, strict=True).run()


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Text and entities of legacy Markdown: no nesting, unknown characters are plain."""
    return _MarkdownParser(source, LEGACY_MARKS, strict=False).run()


@dataclass(slots=True)
class _Open:
    mark: str
    kind: str
    offset: int  # UTF-16 code units
    position: int  # in the source
    language: str = ""


class _MarkdownParser:
    def __init__(self, source: str, marks: dict[str, str], *, strict: bool) -> None:
        self.source, self.marks, self.strict = source, marks, strict
        self.text = ""
        self.open: list[_Open] = []
        self.entities: list[Json] = []
        self.quote: int | None = None

    def run(self) -> tuple[str, list[Json]]:
        position = 0
        while position < len(self.source):
            position = self._step(position)
        if self.open:
            raise self._unended()
        self._end_quote()
        return self.text, self.entities

    def _step(self, position: int) -> int:
        character = self.source[position]
        following = self.source[position + 1 : position + 2]
        if character == "\\" and following and ord(following) <= 126 and (self.strict or following in "_*`["):
            self.text += following
            return position + 2
        verbatim = bool(self.open) and self.open[-1].kind in ("code", "pre")
        if self.strict and not verbatim and character in ">\n":
            return self._line(position, character)
        mark = next((m for m in self.marks if self.source.startswith(m, position)), None)
        if verbatim:
            return self._verbatim(position, mark)
        if mark:
            return self._mark(position, mark)
        if character == "[" or (character == "]" and self.open and self.open[-1].mark == "["):
            return self._link(position, character)
        if self.strict and character in RESERVED:
            words = f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            raise bad_request(f"can't parse entities: {words}")
        self.text += character
        return position + 1

    def _line(self, position: int, character: str) -> int:
        at_line_start = position == 0 or self.source[position - 1] == "\n"
        if character == ">" and at_line_start:
            self.quote = utf16_length(self.text) if self.quote is None else self.quote
            return position + 1
        if character == ">":
            words = "Character '>' is reserved and must be escaped with the preceding '\\'"
            raise bad_request(f"can't parse entities: {words}")
        if self.quote is not None and not self.source.startswith(">", position + 1):
            self._end_quote()
        self.text += character
        return position + 1

    def _end_quote(self) -> None:
        if self.quote is not None:
            self._add("blockquote", self.quote)
            self.quote = None

    def _verbatim(self, position: int, mark: str | None) -> int:
        if mark == self.open[-1].mark:
            self._close()
            return position + len(mark)
        self.text += self.source[position]
        return position + 1

    def _mark(self, position: int, mark: str) -> int:
        if self.open and self.open[-1].mark == mark:
            self._close()
            return position + len(mark)
        if any(opened.mark == mark for opened in self.open):
            raise self._unended()
        opened = _Open(mark, self.marks[mark], utf16_length(self.text), position)
        self.open.append(opened)
        end = position + len(mark)
        if mark != "```":
            return end
        language = re.compile(r"([\w+#-]*)\n").match(self.source, end)
        opened.language = language[1] if language else ""
        return language.end() if language else end

    def _link(self, position: int, character: str) -> int:
        if character == "[":
            self.open.append(_Open("[", "text_link", utf16_length(self.text), position))
            return position + 1
        match = re.compile(r"\]\(((?:\\.|[^)\\])*)\)").match(self.source, position)
        opened = self.open.pop()
        if match is None:
            if self.source.startswith("](", position):
                raise parse_error("Can't find end of a URL", self.source, position + 1)
            return position + 1
        url = checked_url(re.sub(r"\\(.)", r"\1", match[1]))
        if url:
            self._add("text_link", opened.offset, url=url)
        return match.end()

    def _close(self) -> None:
        opened = self.open.pop()
        language = {"language": opened.language} if opened.language else {}
        self._add(opened.kind, opened.offset, **language)

    def _add(self, kind: str, offset: int, **extra: str) -> None:
        length = utf16_length(self.text) - offset
        if length:
            self.entities.append({"offset": offset, "length": length, "type": kind, **extra})

    def _unended(self) -> ApiError:
        opened = self.open[-1]
        kind = NAMES[opened.kind] if self.strict else "the"
        return parse_error(f"Can't find end of {kind} entity", self.source, opened.position)
