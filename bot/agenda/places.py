"""How many people fit and until when one can say to come, as a calendar says it, beside what was set here.

What staff set goes before the calendar, until it says something else than it did: that is kept in `places_said`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import wall
from bot.agenda.parsed import ParsedOccurrence
from storage.agenda import Occurrence

CAPACITY, ANSWER_BY = "capacity", "answer_by"


def said(one: ParsedOccurrence) -> dict[str, Any]:
    """What the calendar says, as the columns of an Occurrence have it. What it does not speak of has no key."""
    found: dict[str, Any] = {}
    if one.capacity is not None:
        found[CAPACITY] = one.capacity or None
    if one.answer_by_local is not None:
        by = wall.to_utc(one.answer_by_local, ZoneInfo(one.zone))
        found[ANSWER_BY] = by if by < one.starts_at else None
    return found


def changes(row: Occurrence | None, one: ParsedOccurrence | None) -> dict[str, Any]:
    """What the calendar changes. `row` None: a new gathering, of which what is said and not None is a change."""
    if one is None:
        return {}
    if row is None:
        return {name: value for name, value in said(one).items() if value is not None}
    return {name: value for name, value in _other(row, one).items() if not _said_before(row, name, value)}


def are_kept(row: Occurrence, one: ParsedOccurrence) -> bool:
    """Whether staff set something else since the calendar said this."""
    return any(_said_before(row, name, value) for name, value in _other(row, one).items())


def deadline_after(row: Occurrence, one: ParsedOccurrence, now: datetime) -> datetime | None:
    """Until when one can sign up once the gathering is as `one` says: as long before its start as it was.

    Unless the calendar says it itself (see `changes`), or that moment is past already: then as it was.
    """
    if row.answer_by is None or one.answer_by_local is not None:
        return row.answer_by
    moved = one.starts_at - (row.starts_at - row.answer_by)
    return moved if moved > now else row.answer_by


def remember(row: Occurrence, one: ParsedOccurrence) -> None:
    """Keep what the calendar says now."""
    found = {name: _plain(value) for name, value in said(one).items()}
    if found:
        row.places_said = {**(row.places_said or {}), **found}


def _other(row: Occurrence, one: ParsedOccurrence) -> dict[str, Any]:
    return {name: value for name, value in said(one).items() if value != getattr(row, name)}


def _said_before(row: Occurrence, name: str, value: object) -> bool:
    before = row.places_said or {}
    return name in before and before[name] == _plain(value)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
