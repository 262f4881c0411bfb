"""Markdown cut into plain sentences."""

import re

_END = re.compile(r"(?<=[.!?])\s+(?=\W*[A-ZÀ-Þ0-9])")
_MARKS = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#+|>)\s+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|__|`")


def sentences(markdown: str) -> list[str]:
    """The sentences of a Markdown text as plain text; a list item is a sentence of its own."""
    lines = (_MARKS.sub("", line) for line in markdown.splitlines())
    parts = (part for line in lines for part in _END.split(line))
    plain = (_EMPHASIS.sub("", _LINK.sub(r"\1", part)).strip() for part in parts)
    return [sentence for sentence in plain if any(map(str.isalnum, sentence))]
