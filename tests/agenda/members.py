"""Members and their reminders, for tests of the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import imports, reminders
from bot.agenda.broadcast import Reader
from bot.agenda.imports import ImportResult
from bot.agenda.pile import Item, Pause
from bot.agenda.reminders import Expanded
from storage.agenda import Follow, Occurrence, Reminder
from storage.database import Database
from storage.outbox import Body, OutboxRow
from storage.people import ACTIVE, Member
from tests.agenda.calendars import AUTUMN, REGION, read

DAY_AND_TWO_HOURS = (1440, 120)
REGION_ZONE = ZoneInfo("Europe/Amsterdam")


def join(
    session: Session,
    number: int,
    places: tuple[str, ...] = ("Zeist",),
    themes: tuple[str, ...] = (),
    language: str = "nl",
    state: str = ACTIVE,
    reminders: bool = True,
    news: bool = False,
) -> None:
    """A member who follows these places (none: the whole province) and themes (none: all)."""
    session.add(
        Member(
            id=number,
            first_name=f"Lid {number}",
            language=language,
            state=state,
            created_at=AUTUMN,
            reminders=reminders,
            changes=reminders,
            news=news,
            all_places=not places,
            all_themes=not themes,
        )
    )
    session.flush()
    session.add_all([Follow(member_id=number, kind="place", value=p) for p in places])
    session.add_all([Follow(member_id=number, kind="theme", value=t) for t in themes])


def bring_in(
    db: Database, content: bytes, now: datetime = AUTUMN, offsets: tuple[int, ...] = DAY_AND_TWO_HOURS
) -> ImportResult:
    """Import a calendar."""
    return db.write_now(imports.import_calendar, read(content, now), REGION, offsets, now)


def say(reminder: Reminder, occurrence: Occurrence, reader: Reader, now: datetime) -> dict[str, Any]:
    """A reminder's message, plain enough to look at."""
    return {"text": f"{reader.language}: {occurrence.title} in {reminder.minutes_before}"}


def say_piled(items: Sequence[Item], reader: Reader, pause: Pause | None, now: datetime) -> dict[str, Any]:
    """What piled up, plain enough to look at."""
    lines = [f"{item.notice.kind if item.notice else 'comes'} {item.occurrence.title}" for item in items]
    return {"text": f"{reader.language}{' after a pause' if pause else ''}: " + "; ".join(lines)}


def tick(db: Database, now: datetime) -> Expanded:
    """What the schedule does each second."""
    return db.write_now(reminders.expand_due, now, say, REGION_ZONE)


def planned(db: Database) -> list[tuple[str, int, datetime, str]]:
    """Every reminder: title, minutes before, when, state; soonest first."""
    query = (
        select(Occurrence.title, Reminder.minutes_before, Reminder.due_at, Reminder.state)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .order_by(Reminder.due_at, Reminder.id)
    )
    return db.read_now(
        lambda session: [(title, minutes, due, state) for title, minutes, due, state in session.execute(query)]
    )


def said(db: Database) -> list[tuple[int, str]]:
    """Who gets what: member and text of each row in the outbox that is not taken back."""
    query = (
        select(OutboxRow.chat_id, Body.payload)
        .join(Body, Body.id == OutboxRow.body_id)
        .where(OutboxRow.state != "cancelled")
        .order_by(OutboxRow.id)
    )
    return db.read_now(lambda session: [(chat, payload["text"]) for chat, payload in session.execute(query)])
