"""A gathering that people were reminded of is moved or called off: exactly those people hear it, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.agenda import broadcast, planning, wall
from bot.agenda.audience import Audience, wants_reminders
from bot.agenda.compare import BACK, CALLED_OFF, CHANGED, MOVED, Step
from storage.agenda import Occurrence, OccurrenceChange, Reminder
from storage.outbox import SENDING, SENT, OutboxRow, Priority
from storage.people import Member

# The purpose of these messages in the outbox; their ref is the change's id.
PURPOSE = "change"
ELSEWHERE = "elsewhere"

# What a message about a change says, in one language: the parameters of sendMessage but the chat.
NoticeMessage = Callable[["Notice", Occurrence, str], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Notice:
    """A change that people must hear of. `kind`: moved, elsewhere, cancelled or back.

    `was_*`: what they know; `was_starts` is wall-clock time in `was_zone`.
    """

    change_id: int
    occurrence_id: int
    kind: str
    was_starts: datetime
    was_zone: ZoneInfo
    was_all_day: bool
    was_location: str


def matters(step: Step, now: datetime) -> bool:
    """Whether someone who was reminded must hear of this: another time or place, or whether it goes on."""
    if step.row is None or step.row.starts_at <= now:
        return False
    if step.kind == CHANGED:
        return step.one is not None and step.one.location != step.row.location
    return step.kind in (MOVED, CALLED_OFF, BACK)


def told(session: Session, occurrence_ids: Sequence[int]) -> dict[int, int]:
    """How many people were reminded of each occurrence and can still be told of a change."""
    query = (
        select(Reminder.occurrence_id, func.count(OutboxRow.chat_id.distinct()))
        .join(OutboxRow, (OutboxRow.purpose == planning.PURPOSE) & (OutboxRow.ref == Reminder.id))
        .join(Member, Member.id == OutboxRow.chat_id)
        .where(Reminder.occurrence_id.in_(occurrence_ids), OutboxRow.state.in_([SENT, SENDING]), wants_reminders())
        .group_by(Reminder.occurrence_id)
    )
    return dict(session.execute(query).all()) if occurrence_ids else {}


def note(session: Session, step: Step, now: datetime) -> Notice | None:
    """Write down a change that matters, before it is made. None when it does not matter to anyone."""
    row = step.row
    if row is None or not matters(step, now):
        return None
    kind = ELSEWHERE if step.kind == CHANGED else step.kind
    was = {
        "starts_local": row.starts_local.isoformat(),
        "zone": row.zone,
        "all_day": row.all_day,
        "location": row.location,
    }
    change = OccurrenceChange(occurrence_id=row.id, kind=kind, was=was, at=now, recipients=0)
    session.add(change)
    session.flush()
    return _notice(change)


def notice(session: Session, change_id: int) -> Notice | None:
    """The notice of a change that was made; None when there is no such change."""
    change = session.get(OccurrenceChange, change_id)
    return None if change is None else _notice(change)


def announce(session: Session, notices: Sequence[Notice], message: NoticeMessage, now: datetime) -> int:
    """Tell those who were reminded. Returns how many messages go out. After the change was made."""
    total = 0
    for told_of in notices:
        occurrence = session.get_one(Occurrence, told_of.occurrence_id)
        change = session.get_one(OccurrenceChange, told_of.change_id)
        change.recipients = broadcast.send(
            session,
            broadcast.Broadcast(
                key=f"{PURPOSE}:{change.id}",
                purpose=PURPOSE,
                ref=change.id,
                priority=Priority.REMINDER,
                expires_at=max(_was_until(told_of), planning.anchor(occurrence)),
            ),
            _reminded(occurrence.id),
            lambda language, n=told_of, o=occurrence: message(n, o, language),  # type: ignore[misc]
            now,
        )
        total += change.recipients
    return total


def _notice(change: OccurrenceChange) -> Notice:
    was = change.was
    starts, zone = datetime.fromisoformat(was["starts_local"]), ZoneInfo(was["zone"])
    return Notice(change.id, change.occurrence_id, change.kind, starts, zone, was["all_day"], was["location"])


def _was_until(notice: Notice) -> datetime:
    return wall.to_utc(wall.begins(notice.was_starts, notice.was_all_day), notice.was_zone)


def _reminded(occurrence_id: int) -> Audience:
    rows = (
        select(OutboxRow.chat_id)
        .join(Reminder, Reminder.id == OutboxRow.ref)
        .where(
            OutboxRow.purpose == planning.PURPOSE,
            OutboxRow.state.in_([SENT, SENDING]),
            Reminder.occurrence_id == occurrence_id,
        )
    )
    return Audience(wants_reminders() & Member.id.in_(rows))
