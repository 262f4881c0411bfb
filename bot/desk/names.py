"""Names of people as they may be shown: Telegram lets a name hold anything."""

from __future__ import annotations

import unicodedata

# Longer names are cut (conversations.md, 1); topics and cards must stay readable on a phone.
LONGEST = 20


def clean(text: str) -> str:
    """The text on one line, without control, format and private characters."""
    kept = (" " if unicodedata.category(c).startswith("Z") or c in "\t\r\n" else c for c in text)
    return " ".join("".join(c for c in kept if not unicodedata.category(c).startswith("C")).split())


def short(name: str, longest: int = LONGEST) -> str:
    """A name to show, cut with "…"; empty when nothing in it is a letter."""
    name = clean(name)
    return cut(name, longest) if any(c.isalpha() for c in name) else ""


def cut(text: str, longest: int) -> str:
    """The text in at most `longest` characters, cut at a word where that leaves enough of it."""
    if len(text) <= longest:
        return text
    at_word, space, _ = text[:longest].rpartition(" ")
    head = at_word if space and len(at_word) >= longest // 2 else text[: longest - 1]
    return head.rstrip(" ,;:.") + "…"
