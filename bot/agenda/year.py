"""A calendar played through the clock: every reminder of it, when it would go out and to whom, as a table.

Played in an empty database with members made for it, by the same steps that a running bot takes at each moment.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.agenda import imports, reminders
from bot.agenda.parsed import ParsedCalendar
from bot.agenda.planning import PURPOSE
from bot.agenda.region import Region
from storage import migrate
from storage.agenda import PLACE, PLANNED, Follow, Occurrence, Reminder
from storage.database import Database
from storage.engine import make_engine
from storage.outbox import OutboxRow
from storage.people import ACTIVE, Member


@dataclass(frozen=True, slots=True)
class Went:
    """A reminder that went out: `due_at` in UTC, for what, to how many, and when those in quiet hours got it."""

    due_at: datetime
    minutes_before: int
    title: str
    place: str | None
    starts_at: datetime
    all_day: bool
    recipients: int
    later_at: datetime | None


def play(
    parsed: ParsedCalendar, region: Region, offsets: Sequence[int], begins: datetime, zone: ZoneInfo
) -> list[Went]:
    """Import the calendar at `begins` (UTC) and let time go by until its last reminder."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'year.db'}"
        engine = make_engine(url)
        migrate.upgrade(engine)
        engine.dispose()
        db = Database(url, lambda: begins)
        try:
            db.write_now(_prepare, parsed, region, offsets, begins)
            return _until_the_end(db, zone)
        finally:
            db.close()


def _prepare(
    session: Session, parsed: ParsedCalendar, region: Region, offsets: Sequence[int], begins: datetime
) -> None:
    """One member in each municipality, and one who follows the whole province and sleeps late."""
    imports.import_calendar(session, parsed, region, offsets, begins)
    for number, town in enumerate(region.municipalities, 1):
        session.add(_member(number, begins, all_places=False, quiet_from=None, quiet_until=None))
        session.flush()
        session.add(Follow(member_id=number, kind=PLACE, value=town))
    session.add(_member(1000, begins, all_places=True, quiet_from=19 * 60, quiet_until=10 * 60))


def _member(number: int, begins: datetime, **choices: Any) -> Member:
    return Member(
        id=number,
        first_name="",
        language="nl",
        state=ACTIVE,
        created_at=begins,
        reminders=True,
        changes=True,
        news=False,
        all_themes=True,
        **choices,
    )


def _until_the_end(db: Database, zone: ZoneInfo) -> list[Went]:
    found: list[Went] = []
    while (moment := db.read_now(_next)) is not None:
        before = set(db.read_now(_planned, moment))
        db.write_now(reminders.expand_due, moment, lambda *_: {"text": ""}, zone)
        found += [db.read_now(_went, number) for number in sorted(before)]
    return found


def _next(session: Session) -> datetime | None:
    return session.execute(select(func.min(Reminder.due_at)).where(Reminder.state == PLANNED)).scalar()


def _planned(session: Session, moment: datetime) -> list[int]:
    return list(session.scalars(select(Reminder.id).where(Reminder.state == PLANNED, Reminder.due_at <= moment)))


def _went(session: Session, number: int) -> Went:
    reminder = session.get_one(Reminder, number)
    one = session.get_one(Occurrence, reminder.occurrence_id)
    later = select(func.max(OutboxRow.not_before)).where(OutboxRow.purpose == PURPOSE, OutboxRow.ref == number)
    at = session.execute(later).scalar()
    return Went(
        reminder.due_at,
        reminder.minutes_before,
        one.title,
        one.place,
        one.starts_at,
        one.all_day,
        reminder.recipients or 0,
        at.astimezone(UTC) if at is not None else None,
    )
