"""Telegram's errors as data: what happened to the call, and so what to do with the row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What became of a call."""

    UNSENT = "unsent"  # never reached Telegram: send again
    AMBIGUOUS = "ambiguous"  # may have been accepted: sending again may double it
    FLOOD = "flood"  # too fast: everything waits `retry_after`
    BLOCKED = "blocked"  # the person blocked the bot or never started it
    DEACTIVATED = "deactivated"  # the person left Telegram
    MIGRATED = "migrated"  # the group has another id: `new_chat`
    BAD_TEXT = "bad-text"  # the entities cannot be parsed: send as plain text
    TOPIC_GONE = "topic-gone"  # someone deleted the forum topic
    QUOTE_GONE = "quote-gone"  # the message does not hold the quoted words (any more): reply without the quote
    UNCHANGED = "unchanged"  # the edit or deletion changes nothing: as good as sent
    FILE_UNKNOWN = "file-unknown"  # Telegram does not know the file (any more) by that name
    REFUSED = "refused"  # wrong for good: a dead letter
    UNAUTHORIZED = "unauthorized"  # the token is refused
    CONFLICT = "conflict"  # someone else fetches updates with this token


@dataclass
class CallFailed(Exception):
    """A call that did not succeed. `retry_after` in seconds."""

    kind: Kind
    description: str
    code: int = 0
    retry_after: float = 0
    new_chat: int | None = None

    def __str__(self) -> str:
        return f"{self.code or self.kind}: {self.description}"


# Telegram's words, as its Bot API server has them; it has no codes finer than 400 and 403.
_WORDS = (
    ("can't parse entities", Kind.BAD_TEXT),
    ("quote_text_invalid", Kind.QUOTE_GONE),
    ("message thread not found", Kind.TOPIC_GONE),
    ("topic_deleted", Kind.TOPIC_GONE),
    ("topic_id_invalid", Kind.TOPIC_GONE),
    ("message is not modified", Kind.UNCHANGED),
    ("topic_not_modified", Kind.UNCHANGED),
    ("message to delete not found", Kind.UNCHANGED),
    ("topic_closed", Kind.REFUSED),
    ("wrong remote file identifier", Kind.FILE_UNKNOWN),
    ("wrong file identifier", Kind.FILE_UNKNOWN),
    ("wrong file_id", Kind.FILE_UNKNOWN),
    ("file_reference_expired", Kind.FILE_UNKNOWN),
    ("user is deactivated", Kind.DEACTIVATED),
    # In a group that took the right to write away: kept for when it is given back.
    ("not enough rights to send text messages", Kind.BLOCKED),
    ("have no rights to send", Kind.BLOCKED),
    ("chat_write_forbidden", Kind.BLOCKED),
)


def from_answer(status: int, answer: Any) -> CallFailed:
    """The failure in an answer of the Bot API (`ok` false) with this HTTP status."""
    if not isinstance(answer, dict) or status >= 500:
        return CallFailed(Kind.AMBIGUOUS, f"no proper answer (HTTP {status})", status)
    code = int(answer.get("error_code", status))
    description = str(answer.get("description", ""))
    more = answer.get("parameters") or {}
    if code == 429:
        return CallFailed(Kind.FLOOD, description, code, retry_after=float(more.get("retry_after", 1)))
    if "migrate_to_chat_id" in more:
        return CallFailed(Kind.MIGRATED, description, code, new_chat=int(more["migrate_to_chat_id"]))
    return CallFailed(_kind(code, description.lower()), description, code)


def _kind(code: int, description: str) -> Kind:
    for words, kind in _WORDS:
        if words in description:
            return kind
    if code in (401, 404):
        return Kind.UNAUTHORIZED
    if code == 409:
        return Kind.CONFLICT
    return Kind.BLOCKED if code == 403 else Kind.REFUSED
