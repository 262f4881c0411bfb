"""Answers grow old: which ones someone should look at again, and when the staff group is reminded of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.knowledge import entries
from bot.knowledge.entries import Kept
from storage.knowledge import ACTIVE, EntryRow

# Monday at 9.00 on the network's clock: the beginning of a week of the helpdesk.
MONDAY, HOUR = 0, 9


def due(session: Session, today: date) -> list[Kept]:
    """The answers whose review date passed, longest ago first."""
    query = select(EntryRow.id).where(EntryRow.state == ACTIVE, EntryRow.review < today)
    found = session.scalars(query.order_by(EntryRow.review, EntryRow.position))
    return [kept for entry_id in found if (kept := entries.get(session, entry_id)) is not None]


def count(session: Session, today: date) -> int:
    """How many answers that is."""
    query = select(func.count()).select_from(EntryRow).where(EntryRow.state == ACTIVE, EntryRow.review < today)
    return session.execute(query).scalar_one()


def reminder_key(local: datetime) -> str | None:
    """The key under which this week's reminder is sent once; None when it is not the moment. `local`: wall clock.

    Was the bot off all Monday, then the answers wait another week: there is no hurry, and a reminder on a Friday
    night helps nobody.
    """
    if local.weekday() != MONDAY or local.hour < HOUR:
        return None
    year, week, _ = local.isocalendar()
    return f"faq-review:{year}-{week:02d}"
