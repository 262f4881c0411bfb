"""Markdown of answers to Telegram's HTML, which knows no paragraphs, lists or headings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.texts.render import Html

_PAIRS = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "s_open": "<s>",
    "s_close": "</s>",
    "heading_open": "<b>",
    "heading_close": "</b>\n\n",
    "blockquote_open": "<blockquote>",
    "blockquote_close": "</blockquote>\n",
    "link_close": "</a>",
    "softbreak": "\n",
    "hardbreak": "\n",
    "hr": "\n",
}
_parser = MarkdownIt("commonmark").enable("strikethrough")
# Only addresses that a phone opens safely become links.
_SAFE = ("http://", "https://", "mailto:", "tel:", "tg://")


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> Html:
    """Telegram HTML of Markdown. Raw HTML in it is shown as text."""
    return Html(_Writer().write(_parser.parse(markdown)))


class _Writer:
    def __init__(self) -> None:
        self._lists: list[int | None] = []
        self._links: list[bool] = []

    def write(self, tokens: Iterable[Token]) -> str:
        text = "".join(self._token(t) for t in tokens)
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text.strip().replace("\n</blockquote>", "</blockquote>").replace("<blockquote>\n", "<blockquote>")

    def _token(self, t: Token) -> str:
        if t.type == "inline":
            return "".join(self._token(child) for child in t.children or [])
        if t.type in ("text", "html_inline", "html_block"):
            return escape(t.content, quote=False)
        if t.type in ("code_inline", "fence", "code_block"):
            return self._code(t)
        if t.type in ("link_open", "link_close"):
            return self._link(t)
        if t.type in _PAIRS:
            return _PAIRS[t.type]
        return self._block(t)

    def _block(self, t: Token) -> str:
        if t.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(int(t.attrs.get("start", 1)) if t.type[0] == "o" else None)
            return "\n" if len(self._lists) > 1 else ""
        if t.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            return "" if self._lists else "\n"
        if t.type == "list_item_open":
            return self._item()
        if t.type == "paragraph_close":
            return "\n" if t.hidden or self._lists else "\n\n"
        return ""

    def _item(self) -> str:
        indent = "   " * (len(self._lists) - 1)
        number = self._lists[-1]
        if number is None:
            return f"{indent}• "
        self._lists[-1] = number + 1
        return f"{indent}{number}. "

    def _code(self, t: Token) -> str:
        text = escape(t.content, quote=False)
        return f"<code>{text}</code>" if t.type == "code_inline" else f"<pre>{text}</pre>\n"

    def _link(self, t: Token) -> str:
        if t.type == "link_close":
            return "</a>" if self._links.pop() else ""
        href = str(t.attrs.get("href", ""))
        safe = href.startswith(_SAFE)
        self._links.append(safe)
        return f'<a href="{escape(href)}">' if safe else ""
