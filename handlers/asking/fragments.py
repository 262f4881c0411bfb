"""People type in pieces (conversation 5): a reply that is not sure waits a moment, and what comes next replaces it.

The waiting reply is a row of the outbox; what it was about is kept with the person under "unsure".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.knowledge import asked
from handlers.presses import Rows
from handlers.turn import DirectCall, Html, Turn
from storage import outbox
from storage.outbox import OutboxRow

# Something that comes so soon after an unsure reply belongs to the same question.
SAME_QUESTION = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Before:
    """The pieces before this one: their text (empty for a greeting), and the question they were kept as."""

    text: str
    asked: int | None
    row: int
    shown: bool


def say_later(
    turn: Turn, html: Html, rows: Rows | None, text: str = "", asked_id: int | None = None, purpose: str | None = None
) -> None:
    """Say something unsure, unless more comes. `text`: all that was asked so far."""
    patience = timedelta(seconds=turn.services.settings.conversation.patience_seconds)
    if not patience:
        turn.say_html(html, rows, purpose=purpose, ref=asked_id)
        return
    row = turn.say_html(html, rows, purpose=purpose, ref=asked_id, not_before=turn.now + patience)
    turn.calls.append(DirectCall("sendChatAction", {"chat_id": turn.chat.id, "action": "typing"}))
    message = turn.message.message_id
    turn.remember(unsure={"row": row, "text": text, "asked": asked_id, "at": turn.now.isoformat(), "message": message})


def before(turn: Turn) -> Before | None:
    """What this message goes on from, taken up: a reply that still waits does not leave any more."""
    waiting = turn.recall("unsure")
    if not waiting:
        return None
    turn.remember(unsure=None)
    if not _is_soon(turn, waiting):
        return None
    shown = outbox.cancel(turn.session, OutboxRow.id == waiting["row"]) == 0
    found = asked.get(turn.session, waiting["asked"]) if waiting["asked"] else None
    if shown and (found is None or found.feedback is not None or found.ticket_id is not None):
        return None
    return Before(waiting["text"], waiting["asked"], waiting["row"], shown)


def so_far(turn: Turn) -> str:
    """All that was asked so far in what a message may go on from; empty when nothing was."""
    waiting = turn.recall("unsure")
    return waiting["text"] if waiting and _is_soon(turn, waiting) else ""


def let_go(turn: Turn) -> None:
    """What comes now is another question: the reply to the one before goes at once, and stays."""
    waiting = turn.recall("unsure")
    if waiting:
        turn.remember(unsure=None)
        outbox.wait_until(turn.session, OutboxRow.id == waiting["row"], None)


def drop(turn: Turn) -> None:
    """The person chose another way: what waits is not said."""
    before(turn)


def take_away(turn: Turn, found: Before, whole: bool) -> None:
    """A reply that was shown, and not used, goes. `whole`: its question is a part of what is asked now."""
    if found.shown:
        turn.send(turn.chat.id, "deleteMessage", {}, target_id=found.row)
    if whole and found.asked is not None:
        asked.take_back(turn.session, found.asked)


def is_waiting(turn: Turn) -> bool:
    """Whether the reply, and so its buttons, are not yet there to be seen."""
    waiting = turn.recall("unsure")
    if not waiting:
        return False
    state = turn.session.execute(select(OutboxRow.state).where(OutboxRow.id == waiting["row"])).scalar()
    return state == outbox.NEW


def is_about(turn: Turn, message_id: int) -> bool:
    """Whether the waiting reply is to that message."""
    waiting = turn.recall("unsure")
    return bool(waiting) and waiting["message"] == message_id and is_waiting(turn)


def _is_soon(turn: Turn, waiting: dict[str, Any]) -> bool:
    return turn.now - datetime.fromisoformat(waiting["at"]) <= SAME_QUESTION
