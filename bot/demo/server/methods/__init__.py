"""The methods of the Bot API, one file a family. Importing this package registers them all."""

from bot.demo.server.methods import (
    answers,
    chats,
    copies,
    edits,
    inline,
    live,
    media,
    messages,
    profile,
    topics,
    updates,
)
from bot.demo.server.methods.registry import METHODS, Call, Raw

__all__ = [
    "METHODS",
    "Call",
    "Raw",
    "answers",
    "chats",
    "copies",
    "edits",
    "inline",
    "live",
    "media",
    "messages",
    "profile",
    "topics",
    "updates",
]
