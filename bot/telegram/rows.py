"""What the sender does in the database, as transactions: claim rows, mark what became of them, tell of late ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.telegram import outcomes as ends
from bot.telegram.failures import CallFailed
from bot.telegram.outcomes import Outcomes, Result
from storage import outbox, sending
from storage.sending import Outgoing, Waiting


@dataclass(frozen=True, slots=True)
class Done:
    """A row whose call is over: Telegram's result, or why not. `left`: it may have reached Telegram."""

    row: Outgoing
    value: Any = None
    failure: CallFailed | None = None
    left: bool = True


@dataclass(frozen=True, slots=True)
class Claims:
    """Rows to send, rows that came too late, and chats of which the rows go to another one by now."""

    rows: Sequence[Outgoing]
    expired: Sequence[int]
    moved: Collection[int]


def claim(session: Session, chosen: Sequence[Waiting], prepared: Mapping[int, Outgoing], now: datetime) -> Claims:
    """Mark the chosen rows as being sent. `prepared`: calls that are known already, by row."""
    chats = {w.id: w.chat_id for w in chosen}
    claimed = sending.claim(session, list(chats), now)
    moved = [c.id for c in claimed if c.chat_id != chats[c.id] and c.state == outbox.SENDING]
    if moved:
        sending.give_back(session, moved)
    ours = [c.id for c in claimed if c.state == outbox.SENDING and c.id not in moved]
    known = [prepared[i] for i in ours if i in prepared]
    unknown = [i for i in ours if i not in prepared]
    found = sending.look_up(session, unknown) if unknown else []
    expired = [c.id for c in claimed if c.state == outbox.EXPIRED]
    return Claims(known + found, expired, {chats[i] for i in moved})


def tell_expired(session: Session, row_ids: Sequence[int], outcomes: Outcomes) -> None:
    """Whoever said these rows hears that they were too late."""
    for row in sending.look_up(session, row_ids):
        outcomes.tell(session, row, Result(False, "expired"))


def mark(session: Session, batch: Sequence[Done], now: datetime, outcomes: Outcomes) -> dict[int, float]:
    """Write down what became of these rows. Returns in how many seconds failed ones go again, by row."""
    good = [d for d in batch if d.failure is None]
    sending.mark_sent(session, [(d.row.id, ends.message_id(d.value)) for d in good], now)
    for d in good:
        if d.row.purpose or d.row.topic_id or d.row.file:
            ends.sent(session, d.row, d.value, outcomes)
    again: dict[int, float] = {}
    for d in batch:
        if d.failure is not None and sending.is_claimed(session, d.row):
            seconds = ends.failed(session, d.row, d.failure, now, outcomes)
            if seconds is not None:
                again[d.row.id] = seconds
    return again
