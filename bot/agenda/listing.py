"""The agenda as people look at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.agenda import changes, planning
from storage.agenda import CONFIRMED, MAYBE, WAITING, YES, Attendance, Event, Occurrence, Reminder
from storage.outbox import SENT, OutboxRow


@dataclass(frozen=True, slots=True)
class Gathering:
    """An occurrence with what identifies it: the UID of its event, and its SEQUENCE and time of change."""

    uid: str
    sequence: int
    updated_at: datetime
    occurrence: Occurrence


def coming(session: Session, now: datetime, first: int, limit: int) -> list[Occurrence]:
    """What did not end yet, soonest first, from the `first`-th (0: the soonest) on."""
    query = select(Occurrence).where(Occurrence.ends_at > now).order_by(Occurrence.starts_at, Occurrence.id)
    return list(session.scalars(query.offset(max(0, first)).limit(limit)))


def how_many(session: Session, now: datetime) -> int:
    """How many occurrences did not end yet."""
    return session.execute(select(func.count(Occurrence.id)).where(Occurrence.ends_at > now)).scalar_one()


def of_days(session: Session, first: date, until: date, zone: ZoneInfo) -> list[Occurrence]:
    """What begins from the first day on, and before the last, by this zone's clock; soonest first."""
    begins, ends = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, until))
    query = select(Occurrence).where(Occurrence.starts_at >= begins, Occurrence.starts_at < ends)
    return list(session.scalars(query.order_by(Occurrence.starts_at, Occurrence.id)))


def counts_on(session: Session, member_id: int, now: datetime) -> list[Occurrence]:
    """What is to come that this person comes to, perhaps, or waits for a place at; soonest first."""
    query = (
        select(Occurrence)
        .join(Attendance, Attendance.occurrence_id == Occurrence.id)
        .where(
            Attendance.member_id == member_id,
            Attendance.answer.in_([YES, MAYBE, WAITING]),
            Occurrence.ends_at > now,
            Occurrence.state == CONFIRMED,
        )
        .order_by(Occurrence.starts_at, Occurrence.id)
    )
    return list(session.scalars(query))


def occurrence(session: Session, occurrence_id: int) -> Occurrence | None:
    """One occurrence; None when there is no such one."""
    return session.get(Occurrence, occurrence_id)


def gathering(session: Session, occurrence_id: int) -> Gathering | None:
    """One occurrence as a calendar needs it; None when there is no such one."""
    found = gatherings(session, Occurrence.id == occurrence_id)
    return found[0] if found else None


def gatherings(session: Session, *where: ColumnElement[bool]) -> list[Gathering]:
    """Occurrences as a calendar needs them, soonest first."""
    query = (
        select(Event.uid, Event.sequence, Event.updated_at, Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .where(*where)
        .order_by(Occurrence.starts_at, Occurrence.id)
    )
    return [Gathering(*row) for row in session.execute(query)]


def reminder(session: Session, reminder_id: int) -> tuple[Reminder, Occurrence] | None:
    """A reminder with what it is about."""
    found = session.get(Reminder, reminder_id)
    return None if found is None else (found, session.get_one(Occurrence, found.occurrence_id))


def last_about(session: Session, chat_id: int) -> tuple[str, int] | None:
    """The reminder ("r") or change ("c") that this person got last, with its number; None when they got none."""
    query = (
        select(OutboxRow.purpose, OutboxRow.ref)
        .where(OutboxRow.chat_id == chat_id, OutboxRow.purpose.in_([planning.PURPOSE, changes.PURPOSE]))
        .where(OutboxRow.state == SENT)
        .order_by(OutboxRow.id.desc())
        .limit(1)
    )
    purpose, ref = session.execute(query).first() or (None, None)
    return None if ref is None else ("r" if purpose == planning.PURPOSE else "c", ref)
