"""Telegram HTML to text and entities.

Follows TDLib's `parse_html` (td/telegram/MessageEntity.cpp): the same tags and attributes, the same error
words with byte offsets in UTF-8, and offsets of entities in UTF-16 code units.
"""

import re
from dataclasses import dataclass

from bot.demo.server.errors import ApiError, Json, bad_request

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPECIAL = re.compile(r"[<&]")
CHARACTER = re.compile(r"&(?:#(?:x([0-9a-fA-F]+)|([0-9]+))|(lt|gt|amp|quot));?")
ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*(=)\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]*)))?""")
WHITE = re.compile(r"\s*")


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    part: int


def parse_error(words: str, text: str, position: int) -> ApiError:
    """Telegram's parse error at a character position of `text`, told as a byte offset."""
    return bad_request(f"can't parse entities: {words} at byte offset {len(text[:position].encode())}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of Telegram HTML; raises `ApiError` "can't parse entities: ..."."""
    if "<" not in source and "&" not in source:
        return source, []
    return _HtmlParser(source).run()


def unescape(value: str) -> str:
    """Character references that Telegram knows; others stay as they are."""
    return CHARACTER.sub(_character, value) if "&" in value else value


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else match[0]


class _HtmlParser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        source, position = self.source, 0
        while match := SPECIAL.search(source, position):
            start = match.start()
            self._put(source[position:start])
            if source[start] == "&":
                position = self._reference(start)
            elif source.startswith("/", start + 1):
                position = self._end_tag(start)
            else:
                position = self._start_tag(start)
        self._put(source[position:])
        if self.open:
            tag = self.open[-1].tag
            raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
        return "".join(self.parts), self.entities

    def _put(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.offset += utf16_length(text)

    def _reference(self, start: int) -> int:
        match = CHARACTER.match(self.source, start)
        if match is None:
            self._put("&")
            return start + 1
        self._put(_character(match))
        return match.end()

    def _start_tag(self, start: int) -> int:
        match = re.compile(r"[^\s>]*").match(self.source, start + 1)
        assert match is not None
        tag, position = match[0].lower(), match.end()
        if position >= len(self.source):
            raise parse_error("Unclosed start tag", self.source, start)
        if tag not in TAGS:
            raise parse_error(f'Unsupported start tag "{tag}"', self.source, start)
        attributes, position = self._attributes(tag, start, position)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise parse_error('Tag "span" must have class "tg-spoiler"', self.source, start)
        self.open.append(_Open(tag, attributes, self.offset, len(self.parts)))
        return position

    def _attributes(self, tag: str, start: int, position: int) -> tuple[dict[str, str], int]:
        source, found = self.source, dict[str, str]()
        while True:
            position = _skip_space(source, position)
            if position >= len(source):
                raise parse_error("Unclosed start tag", source, start)
            if source[position] == ">":
                return found, position + 1
            match = ATTRIBUTE.match(source, position)
            if match is None:
                raise parse_error(f'Empty attribute name in the tag "{tag}"', source, start)
            name, _, *values = match.groups()
            found[name.lower()] = unescape(next((v for v in values if v is not None), ""))
            position = match.end()
            self._check_after(match, start, position)

    def _check_after(self, match: re.Match[str], start: int, position: int) -> None:
        if position >= len(self.source):
            raise parse_error("Unclosed start tag", self.source, start)
        if match[5] is not None and not re.match(r"[\s>]", self.source[position]):
            if self.source[position] in "\"'":
                raise parse_error("Unclosed start tag", self.source, start)
            raise parse_error("Unexpected end of name token", self.source, match.start(5))

    def _end_tag(self, start: int) -> int:
        if not self.open:
            raise parse_error("Unexpected end tag", self.source, start)
        match = re.compile(r"([^\s>]*)\s*").match(self.source, start + 2)
        assert match is not None
        if not self.source.startswith(">", match.end()):
            raise parse_error("Unclosed end tag", self.source, start)
        opened = self.open.pop()
        if match[1] and match[1].lower() != opened.tag:
            words = f'Unmatched end tag at byte offset {len(self.source[:start].encode())}, expected "</{opened.tag}>"'
            raise bad_request(f'can\'t parse entities: {words}, found "</{match[1]}>"')
        if self.offset > opened.offset:
            self._close(opened)
        return match.end() + 1

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "offset": opened.offset,
            "length": self.offset - opened.offset,
            "type": TAGS[opened.tag],
        }
        if opened.tag == "a":
            entity = _link(entity, opened.attributes.get("href") or "".join(self.parts[opened.part :]))
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag in ("pre", "code") and self._merges_into_pre(entity, opened):
            return
        if entity:
            self.entities.append(entity)

    def _merges_into_pre(self, entity: Json, opened: _Open) -> bool:
        """`<pre><code class="language-x">` is one entity of type pre with a language."""
        language = opened.attributes.get("class", "").removeprefix("language-")
        if opened.tag == "code":
            if language:
                entity["language"] = language
            return False
        last = self.entities[-1] if self.entities else {}
        if last.get("language") and all(last[k] == entity[k] for k in ("offset", "length")):
            last["type"] = "pre"
            return True
        return False


def _link(entity: Json, url: str) -> Json:
    user = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if user:
        return entity | {"type": "text_mention", "user": {"id": int(user[1])}}
    checked = checked_url(url)
    return entity | {"url": checked} if checked else {}


def checked_url(url: str) -> str:
    """The URL as Telegram keeps it, or "" when it is not one that Telegram accepts."""
    match = re.match(r"(?:(https?|tg|ton|tonsite|mailto|tel):(?://)?)?([^/?#\s]*)", url, re.IGNORECASE)
    if match is None or re.search(r"\s", url):
        return ""
    scheme, host = match.groups()
    if scheme and scheme.lower() not in ("http", "https"):
        return url
    if "." not in host.strip("."):
        return ""
    url = url if scheme else f"http://{url}"
    return url if re.match(r"\w+://[^/?#]+[/?#]", url) else f"{url}/"


def _skip_space(source: str, position: int) -> int:
    match = WHITE.match(source, position)
    assert match is not None
    return match.end()
