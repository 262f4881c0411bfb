"""The name in the greeting of an answer: an answer that goes to several people must not call them all Joke."""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"\W*(?:dag|beste|hoi|hallo|hai|hey|hé|lieve|geachte|goede(?:morgen|middag|navond|ndag)|hi|hello|dear"
    r"|good (?:morning|afternoon|evening))[ \t]+",
    re.IGNORECASE,
)


def place(text: str, name: str) -> tuple[int, int] | None:
    """Where the greeting at the beginning calls this name (from, to); None when it does not."""
    greeting = _GREETING.match(text)
    if greeting is None:
        return None
    for called in _called(name):
        found = re.compile(re.escape(called) + r"(?!\w)", re.IGNORECASE).match(text, greeting.end())
        if found is not None:
            return found.span()
    return None


def renamed(text: str, span: tuple[int, int], name: str) -> tuple[str, tuple[int, int]]:
    """The text with this name in that place, and the place that was replaced; without a name, just the greeting."""
    start, end = span
    if not name:
        start = len(text[:start].rstrip())
    return text[:start] + name + text[end:], (start, end)


def names_elsewhere(text: str, name: str) -> bool:
    """Whether the text has the name, besides in its greeting: staff should look at it before others read it."""
    span = place(text, name)
    rest = text[span[1] :] if span else text
    return any(re.search(rf"\b{re.escape(called)}\b", rest, re.IGNORECASE) for called in _called(name))


def _called(name: str) -> list[str]:
    """The whole name, and its first word: people write either."""
    first = name.split(" ")[0]
    return [part for part in dict.fromkeys((name, first)) if len(part) > 1]
