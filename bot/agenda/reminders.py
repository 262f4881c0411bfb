"""Reminders that are due go out: one statement for each, in the commit that marks it as sent.

1. What is past (the start has come) expires, and is counted: after downtime nobody hears of what is over.
2. When several reminders of one gathering are due at once, only the last one goes.
3. The rest goes to whoever chose it. Its state and its rows are one commit, so a crash repeats nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, aliased

from bot.agenda import broadcast
from bot.agenda.audience import of_reminder, reminded
from bot.agenda.broadcast import Reader
from bot.agenda.planning import PURPOSE
from storage.agenda import EXPIRED, PLANNED, SENT, SKIPPED, Occurrence, Reminder
from storage.outbox import Priority
from storage.people import Member

# What a reminder says to such a reader when it leaves at this moment: the parameters of sendMessage but the chat.
ReminderMessage = Callable[[Reminder, Occurrence, Reader, datetime], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Expanded:
    """What came of the reminders that were due: messages to send, how many of those later because it is quiet there,
    and reminders that went, expired or were skipped."""

    messages: int = 0
    later: int = 0
    sent: int = 0
    expired: int = 0
    skipped: int = 0

    def __bool__(self) -> bool:
        return bool(self.sent or self.expired or self.skipped)


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder that will go out, or would have: when (UTC), for what, and to how many."""

    due_at: datetime
    minutes_before: int
    occurrence: Occurrence
    recipients: int


def any_due(session: Session, now: datetime) -> bool:
    """Whether there is anything for `expand_due` to do."""
    query = select(Reminder.id).where(Reminder.state == PLANNED, Reminder.due_at <= now).limit(1)
    return session.execute(query).scalar() is not None


def expand_due(session: Session, now: datetime, message: ReminderMessage, zone: ZoneInfo) -> Expanded:
    """Send the reminders that are due. Called again, it finds nothing more to do. `zone`: the network's."""
    expired = _expire(session, now)
    skipped = _skip(session, now)
    messages = later = sent = 0
    query = select(Reminder).where(Reminder.state == PLANNED, Reminder.due_at <= now).order_by(Reminder.due_at)
    for reminder in session.scalars(query).all():
        added = _send(session, reminder, message, now, zone)
        reminder.state, reminder.recipients = SENT, added.rows
        messages, later, sent = messages + added.rows, later + added.later, sent + 1
    return Expanded(messages, later, sent, expired, skipped)


def planned(session: Session, now: datetime, until: datetime) -> list[Planned]:
    """The reminders that go out until then, soonest first."""
    reach = select(func.count()).select_from(Member).where(reminded()).correlate(Occurrence).scalar_subquery()
    query = (
        select(Reminder.due_at, Reminder.minutes_before, Occurrence, reach)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .where(Reminder.state == PLANNED, Reminder.expires_at > now, Reminder.due_at <= until)
        .order_by(Reminder.due_at, Reminder.id)
    )
    return [Planned(*row) for row in session.execute(query)]


def missed(session: Session, since: datetime) -> list[Planned]:
    """Reminders that expired unsent since then, because the bot was down, to people who would have got them."""
    query = (
        select(Reminder.due_at, Reminder.minutes_before, Occurrence, Reminder.recipients)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .where(Reminder.state == EXPIRED, Reminder.due_at >= since, Reminder.recipients > 0)
        .order_by(Reminder.due_at, Reminder.id)
    )
    return [Planned(due, minutes, one, count or 0) for due, minutes, one, count in session.execute(query)]


def next_due(session: Session, now: datetime) -> datetime | None:
    """When the next reminder goes out that somebody will get; else the next one planned; None when none is."""
    planned = (
        select(func.min(Reminder.due_at))
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .where(Reminder.state == PLANNED, Reminder.due_at > now)
    )
    someone = select(Member.id).where(reminded()).correlate(Occurrence).exists()
    return session.execute(planned.where(someone)).scalar() or session.execute(planned).scalar()


def first_of(session: Session, occurrence_id: int) -> datetime | None:
    """When the first reminder of an occurrence goes out; None when none is planned."""
    here = Reminder.state == PLANNED, Reminder.occurrence_id == occurrence_id
    return session.execute(select(func.min(Reminder.due_at)).where(*here)).scalar()


def _expire(session: Session, now: datetime) -> int:
    query = select(Reminder).where(Reminder.state == PLANNED, Reminder.expires_at <= now)
    found = session.scalars(query).all()
    for reminder in found:
        reminder.state = EXPIRED
        reminder.recipients = broadcast.count(session, of_reminder(reminder.occurrence_id))
    session.flush()
    return len(found)


def _skip(session: Session, now: datetime) -> int:
    later = aliased(Reminder)
    sibling = (
        select(later.id)
        .where(
            later.occurrence_id == Reminder.occurrence_id,
            later.state == PLANNED,
            later.due_at <= now,
            (later.due_at > Reminder.due_at) | ((later.due_at == Reminder.due_at) & (later.id > Reminder.id)),
        )
        .exists()
    )
    query = select(Reminder.id).where(Reminder.state == PLANNED, Reminder.due_at <= now, sibling)
    ids = list(session.scalars(query))
    if ids:
        session.execute(update(Reminder).where(Reminder.id.in_(ids)).values(state=SKIPPED, recipients=0))
    return len(ids)


def _send(
    session: Session, reminder: Reminder, message: ReminderMessage, now: datetime, zone: ZoneInfo
) -> broadcast.Added:
    occurrence = session.get_one(Occurrence, reminder.occurrence_id)
    what = broadcast.Broadcast(
        key=f"{PURPOSE}:{reminder.id}",
        purpose=PURPOSE,
        ref=reminder.id,
        priority=Priority.REMINDER,
        zone=zone,
        expires_at=reminder.expires_at,
    )
    return broadcast.send(
        session,
        what,
        of_reminder(reminder.occurrence_id),
        lambda reader, leaves: message(reminder, occurrence, reader, leaves),
        now,
    )
