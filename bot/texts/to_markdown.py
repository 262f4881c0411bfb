"""Telegram's HTML of a message to Markdown, as answers are kept: what staff wrote in bold stays bold."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from bot.texts.markdown import to_html

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "strike": "~~", "del": "~~"}
# What Markdown would take for formatting anywhere, and at the start of a line. No more than that: curators read it.
_SPECIAL = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=[#\w])|~(?=~)|(?<=~)~")
_LINE_START = re.compile(
    r"^(\d{1,9}(?=\))|(?=#{1,6}(?:\s|$))|(?=\+(?:\s|$))|(?==+[ \t]*$)|(?=-[- \t]*$)|(?=>))", re.MULTILINE
)
_TAG = re.compile(r"<[^>]*>")


def to_markdown(html: str) -> str:
    """Markdown that arrives as this Telegram HTML does. Formatting that Markdown cannot hold is left out.

    A line that starts with "- " or "1. " becomes an item of a list.
    """
    writer = _Writer()
    writer.feed(html)
    writer.close()
    found = _tidy("".join(writer.parts))
    if _seen(to_html(found)) == _seen(to_html(_plain(html))):
        return found
    # Bold that begins inside a word, and the like, would show its asterisks: then better none.
    return _plain(html)


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[str] = []
        self._waiting: list[str] = []
        self._link: str | None = None
        self._code: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("code", "pre"):
            self._code = tag
        elif tag == "a":
            self._link = dict(attrs).get("href")
            self._waiting.append("[")
        elif tag in _MARKS and tag not in self._open:
            self._open.append(tag)
            self._waiting.append(_MARKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("code", "pre"):
            self._code = None
        elif tag == "a" and self._link is not None:
            self._close("[", f"]({_address(self._link)})")
            self._link = None
        elif tag in self._open:
            self._open.remove(tag)
            self._close(_MARKS[tag], _MARKS[tag])

    def handle_data(self, data: str) -> None:
        if self._code is not None:
            ticks = "`" if "`" not in data else "``"
            self.parts.append(f"{ticks}{' '.join(data.split())}{ticks}" if data.strip() else data)
            return
        text = data.lstrip() if self._waiting else data
        # Markdown wants marks right at the words: space before them stays outside.
        self.parts += [data[: len(data) - len(text)]]
        if text:
            self.parts += [*self._waiting, _escaped(text)]
            self._waiting = []

    def _close(self, opening: str, closing: str) -> None:
        if opening in self._waiting:  # there was nothing in it
            self._waiting.remove(opening)
            return
        after = ""
        while self.parts and not self.parts[-1].strip():
            after = self.parts.pop() + after
        if self.parts:
            kept = self.parts[-1].rstrip()
            after = self.parts[-1][len(kept) :] + after
            self.parts[-1] = kept
        self.parts += [closing, after]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _address(url: str) -> str:
    """The address without what would end the link in Markdown."""
    return "".join({"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"}.get(c, c) for c in url)


def _plain(html: str) -> str:
    return _tidy(_escaped(unescape(_TAG.sub("", html))))


def _tidy(markdown: str) -> str:
    """No space at the sides of lines (four of them would be code), and nothing that looks like a heading."""
    lines = "\n".join(line.strip() for line in markdown.strip().splitlines())
    return _LINE_START.sub(r"\1\\", lines)


def _seen(html: str) -> str:
    """What a reader sees of it, but for space."""
    return " ".join(unescape(_TAG.sub("", html)).split())
