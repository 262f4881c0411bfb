"""Markdown of answers to Telegram's HTML, which knows no paragraphs, lists, headings, tables or pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.texts.render import Html

# Tags of what is inside a line.
_TAGS = {"strong": "b", "em": "i", "s": "s"}
# Blocks of which the end makes room: 1 is the end of the line, 2 an empty line.
_ROOM = {"heading_close": 2, "table_close": 2, "hr": 2, "tr_close": 1}
_INDENT = "   "
_parser = MarkdownIt("commonmark").enable(["strikethrough", "table"])
# Only addresses that a phone opens safely become links.
_SAFE = ("http://", "https://", "mailto:", "tel:", "tg://")
# Telegram refuses or drops what no eye sees.
_UNSEEN = re.compile(r"[\0-\x08\x0b-\x1f\x7f]")


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> Html:
    """Telegram HTML of Markdown. Raw HTML in it is shown as text, a picture becomes a link to it."""
    return Html(_Writer().write(_parser.parse(_UNSEEN.sub("", markdown))))


class _Writer:
    """Writes tokens one after another; remembers the lists, links and quotations that it is in."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._room = 0  # line ends that come before the next text, but after tags that close
        self._lists: list[int | None] = []
        self._links: list[bool] = []
        self._quotes = self._cells = 0
        self._marked = False  # right after the mark of a list item

    def write(self, tokens: Iterable[Token]) -> str:
        for token in tokens:
            self._token(token)
        return "".join(self._out).strip()

    def _put(self, text: str) -> None:
        self._out.append("\n" * self._room + text if self._out else text)
        self._room, self._marked = 0, False

    def _break(self, room: int) -> None:
        self._room = max(self._room, room)

    def _token(self, t: Token) -> None:
        kind, _, edge = t.type.rpartition("_")
        if t.type == "inline":
            for child in t.children or []:
                self._token(child)
        elif t.type in ("text", "html_inline", "html_block"):
            self._text(t)
        elif t.type in ("softbreak", "hardbreak"):
            self._put("\n")
        elif t.type in ("code_inline", "fence", "code_block"):
            self._code(t)
        elif t.type in ("link_open", "link_close", "image"):
            self._link(t)
        elif kind in _TAGS:
            self._tag(_TAGS[kind], edge)
        else:
            self._block(t, kind, edge)

    def _tag(self, name: str, edge: str) -> None:
        if edge == "open":
            self._put(f"<{name}>")
        else:
            self._out.append(f"</{name}>")

    def _text(self, t: Token) -> None:
        self._put(escape(t.content.rstrip() if t.type == "html_block" else t.content, quote=False))
        if t.type == "html_block":
            self._break(2)

    def _block(self, t: Token, kind: str, edge: str) -> None:
        if kind in ("bullet_list", "ordered_list"):
            self._list(t, kind, edge)
        elif t.type == "list_item_open":
            self._item()
        elif kind == "paragraph":
            self._paragraph(edge)
        elif kind == "blockquote":
            self._quote(t)
        elif kind in ("heading", "thead"):
            self._tag("b", edge)
        elif edge == "open" and kind in ("th", "td"):
            self._cell()
        self._cells = 0 if t.type == "tr_open" else self._cells
        self._break(_ROOM.get(t.type, 0))

    def _list(self, t: Token, kind: str, edge: str) -> None:
        if edge == "open":
            self._lists.append(int(t.attrs.get("start", 1)) if kind == "ordered_list" else None)
        else:
            self._lists.pop()
        self._break(1 if self._lists else 2 if edge == "close" else 0)

    def _item(self) -> None:
        number = self._lists[-1]
        self._break(1)
        self._put(_INDENT * (len(self._lists) - 1) + ("• " if number is None else f"{number}. "))
        self._marked = True
        if number is not None:
            self._lists[-1] = number + 1

    def _paragraph(self, edge: str) -> None:
        if edge == "close":
            self._break(1 if self._lists else 2)
        elif self._lists and not self._marked:
            self._put(_INDENT * len(self._lists))

    def _quote(self, t: Token) -> None:
        """Telegram knows no quotation inside a quotation: the outer one holds both."""
        self._quotes += t.nesting
        if t.nesting > 0 and self._quotes == 1:
            self._tag("blockquote", "open")
        elif self._quotes == 0:
            self._tag("blockquote", "close")
            self._room = 1

    def _cell(self) -> None:
        """A table becomes lines: its cells with a mark between them."""
        self._cells += 1
        if self._cells > 1:
            self._put(" · ")

    def _code(self, t: Token) -> None:
        text = escape(t.content, quote=False)
        if t.type == "code_inline":
            return self._put(f"<code>{text}</code>")
        self._put(f"<pre>{text.rstrip()}</pre>")
        self._break(1)

    def _link(self, t: Token) -> None:
        if t.type == "image":
            return self._picture(t)
        if t.type == "link_close":
            return self._out.append("</a>" if self._links.pop() else "")
        href = _safe(t.attrs.get("href", ""))
        self._links.append(bool(href))
        self._put(f'<a href="{href}">' if href else "")

    def _picture(self, t: Token) -> None:
        words, src = escape(t.content, quote=False), _safe(t.attrs.get("src", ""))
        inside = not src or any(self._links)
        self._put(words if inside else f'<a href="{src}">{words or src}</a>')


def _safe(address: object) -> str:
    """The address as the value of an attribute; empty when it is none that a phone opens safely."""
    return escape(str(address)) if str(address).startswith(_SAFE) else ""
