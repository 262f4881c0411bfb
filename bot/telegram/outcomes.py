"""What a call to Telegram means for its row, decided in the transaction that marks it."""

from __future__ import annotations

import logging
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from sqlalchemy.orm import Session

from bot import people
from bot.telegram import uploads
from bot.telegram.failures import CallFailed, Kind
from storage import attachments, outbox, sending, topics
from storage.outbox import Draft, Priority
from storage.people import BLOCKED, DEACTIVATED, move_chat
from storage.sending import Outgoing

log = logging.getLogger(__name__)

# Full jitter: a random wait below a ceiling that doubles, so that what failed together is not tried together.
# Source: "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
FIRST_CEILING_S, LAST_CEILING_S = 1.0, 300.0
# These do the same however often they are done, so a doubtful one is simply done again.
REPEATABLE = ("edit", "delete", "set", "pin", "unpin", "close", "reopen")

# The tags of Telegram's HTML. Any other "<" is text: perhaps the very one that could not be parsed.
TAG = re.compile(
    r"</?(?:b|strong|i|em|u|ins|s|strike|del|a|code|pre|span|tg-\w+|blockquote)(?:\s[^<>]*)?>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Result:
    """How a row ended: `kind` is "sent", "blocked", "dead", "gone" (its topic is) or "expired".

    `value` is Telegram's result when sent.
    """

    ok: bool
    kind: str
    error: str = ""
    value: Any = None


Outcome = Callable[[Session, Outgoing, Result], None]


@dataclass
class Outcomes:
    """Who wants to know how rows end, by the rows' `purpose`; `held`: purposes kept for when the person returns."""

    by_purpose: Mapping[str, Outcome] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    chat_moved: Callable[[int, int], None] = lambda old, new: None

    def tell(self, session: Session, row: Outgoing, result: Result) -> None:
        """Tell whoever said it."""
        if row.purpose is not None and row.purpose in self.by_purpose:
            self.by_purpose[row.purpose](session, row, result)


def backoff(attempts: int) -> float:
    """How long to wait after so many attempts, in seconds."""
    return random.uniform(0, min(LAST_CEILING_S, FIRST_CEILING_S * 2.0 ** min(attempts, 12)))


def sent(session: Session, row: Outgoing, value: Any, outcomes: Outcomes) -> None:
    """Telegram accepted the call and returned `value`. The row itself is marked with its peers."""
    if row.method == "createForumTopic" and row.topic_id is not None:
        topics.set_thread(session, row.topic_id, int(value["message_thread_id"]))
    if row.file is not None and (name := uploads.file_id(row, value)):
        attachments.known_as(session, row.file.id, name)
    outcomes.tell(session, row, Result(True, "sent", value=value))


def message_id(value: Any) -> int | None:
    """The id of the (first) message in a result of Telegram; None when the call made none."""
    first = value[0] if isinstance(value, list) and value else value
    return first.get("message_id") if isinstance(first, dict) else None


def failed(session: Session, row: Outgoing, failure: CallFailed, now: datetime, outcomes: Outcomes) -> float | None:
    """The call did not succeed: try again, mend and try again, or give up and say so.

    Returns in how many seconds the row goes again; None when it does not, or not to this chat.
    """
    text = str(failure)
    match failure.kind:
        case Kind.UNCHANGED:
            sending.mark_sent(session, [(row.id, row.params.get("message_id"))], now)
            outcomes.tell(session, row, Result(True, "sent"))
        case Kind.UNSENT | Kind.UNAUTHORIZED | Kind.CONFLICT:
            return _later(session, row, text, now, backoff(row.attempts))
        case Kind.FLOOD:
            return _later(session, row, text, now, failure.retry_after)
        case Kind.AMBIGUOUS:
            return _doubtful(session, row, text, now, outcomes)
        case Kind.BLOCKED | Kind.DEACTIVATED:
            _unreachable(session, row, failure, now, outcomes)
        case Kind.MIGRATED if failure.new_chat is not None:
            _migrated(session, row, failure.new_chat, text)
            outcomes.chat_moved(row.chat_id, failure.new_chat)
        case Kind.FILE_UNKNOWN if row.file is not None and row.file.file_id is not None:
            attachments.known_as(session, row.file.id, None)
            return _later(session, row, text, now, 0)
        case Kind.BAD_TEXT | Kind.QUOTE_GONE if (mended := _mended(row, failure.kind)) is not None:
            log.warning("row %s goes without what Telegram cannot show: %s", row.id, text)
            sending.replace_payload(session, row.id, mended)
            return _later(session, row, text, now, 0)
        case Kind.TOPIC_GONE if row.topic_id is not None:
            return _topic_gone(session, row, text, now, outcomes)
        case _:
            give_up(session, row, text, outcomes)
    return None


def give_up(session: Session, row: Outgoing, error: str, outcomes: Outcomes) -> None:
    """A dead letter: it stays in the outbox for a person to look at."""
    log.warning("%s to chat %s is a dead letter (row %s): %s", row.method, row.chat_id, row.id, error)
    sending.settle(session, row.id, outbox.DEAD, error)
    outcomes.tell(session, row, Result(False, "dead", error))


def _later(session: Session, row: Outgoing, text: str, now: datetime, seconds: float, repeated: bool = False) -> float:
    sending.postpone(session, row.id, text, now + timedelta(seconds=seconds), repeated)
    return seconds


def _doubtful(session: Session, row: Outgoing, text: str, now: datetime, outcomes: Outcomes) -> float | None:
    """Perhaps accepted. Answers go again whatever it takes; a reminder or broadcast goes again once."""
    if row.method.startswith(REPEATABLE):
        return _later(session, row, text, now, backoff(row.attempts))
    if row.priority >= Priority.REMINDER and row.repeated:
        give_up(session, row, f"sent twice without an answer: {text}", outcomes)
        return None
    return _later(session, row, text, now, backoff(row.attempts), repeated=True)


def _unreachable(session: Session, row: Outgoing, failure: CallFailed, now: datetime, outcomes: Outcomes) -> None:
    keep = row.purpose in outcomes.held and failure.kind is Kind.BLOCKED
    sending.settle(session, row.id, outbox.HELD if keep else outbox.DEAD, str(failure))
    if row.chat_id > 0:
        state = DEACTIVATED if failure.kind is Kind.DEACTIVATED else BLOCKED
        people.unreachable(session, row.chat_id, now, state)
    outcomes.tell(session, row, Result(False, "blocked", str(failure)))


def _migrated(session: Session, row: Outgoing, new_chat: int, text: str) -> None:
    move_chat(session, row.chat_id, new_chat)
    sending.postpone(session, row.id, text, None)
    outbox.readdress(session, row.chat_id, new_chat)
    topics.readdress(session, row.chat_id, new_chat)


def _topic_gone(session: Session, row: Outgoing, text: str, now: datetime, outcomes: Outcomes) -> float | None:
    """Someone deleted the topic. For a message it is made again, and the message goes there; what was to change the
    topic has no use any more."""
    topic = session.get_one(topics.Topic, row.topic_id, populate_existing=True)
    if topic.thread_id == row.params.get("message_thread_id"):  # or it was made again since the row left
        topics.set_thread(session, topic.id, None)
    if row.method in sending.TOPIC_METHODS:
        sending.settle(session, row.id, outbox.DEAD, text)
        outcomes.tell(session, row, Result(False, "gone", text))
        return None
    if outbox.topic_missing(session, topic.id):
        payload = {"name": topic.name} | ({"icon_custom_emoji_id": topic.icon} if topic.icon is not None else {})
        draft = Draft(row.chat_id, outbox.MAKE_TOPIC, payload, topic_id=topic.id, priority=Priority.NEEDED)
        draft.purpose = outbox.TOPIC_AGAIN
        outbox.enqueue(session, draft)
    return _later(session, row, text, now, 0)


def _mended(row: Outgoing, kind: Kind) -> dict[str, Any] | None:
    if kind is Kind.BAD_TEXT:
        return _plain(row) if "parse_mode" in row.params else None
    return _unquoted(row) if "quote" in row.params.get("reply_parameters", {}) else None


def _unquoted(row: Outgoing) -> dict[str, Any]:
    """The same reply, without its quote."""
    kept = _payload(row)
    reply = {k: v for k, v in kept["reply_parameters"].items() if not k.startswith("quote")}
    return kept | {"reply_parameters": reply}


def _payload(row: Outgoing) -> dict[str, Any]:
    """What the row holds: its chat, and the thread of its topic, are filled in when it goes."""
    filled_in = {"chat_id"} | ({"message_thread_id"} if row.topic_id is not None else set())
    return {k: v for k, v in row.params.items() if k not in filled_in}


def _plain(row: Outgoing) -> dict[str, Any]:
    """What the row says, without formatting."""
    kept = {k: v for k, v in _payload(row).items() if k != "parse_mode"}
    for key in ("text", "caption"):
        if key in kept:
            kept[key] = unescape(TAG.sub("", kept[key]))
    return kept
