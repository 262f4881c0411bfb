"""Greetings, thanks and noise get a short reply, not a ticket."""

from __future__ import annotations

import re
from functools import cache

import yaml

from bot.config import CONTENT

REPLIES = {
    "hello": "hello-reply",
    "thanks": "thanks-reply",
    "glad": "glad-reply",
    "robot": "robot-reply",
    "noise": "noise-reply",
}
# With a question at the desk, these are for the person who helps.
FOR_A_PERSON = ("thanks", "glad")


def what(text: str) -> str | None:
    """Which small talk a text is: a key of REPLIES, or None when it may be a question."""
    said = " ".join(text.casefold().split()).strip(" .!?,;")
    if said in _phrases():
        return _phrases()[said]
    return None if re.search(r"\w", said) else "noise"


@cache
def _phrases() -> dict[str, str]:
    groups = yaml.safe_load((CONTENT / "smalltalk.yaml").read_text(encoding="utf-8"))
    return {str(phrase): kind for kind, phrases in groups.items() for phrase in phrases}
