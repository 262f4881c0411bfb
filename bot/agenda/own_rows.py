"""Rows of a table of our own agenda: what stands in them, and known again when the table is read.

Each row has a number of ours, by which it stays the same gathering whatever else of it is changed. What a row says as
the export would say it now, is as it is: a table cannot say all that a gathering may be (two days, another zone).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import event_sheet, wall
from bot.agenda.parsed import ParsedCalendar, ParsedEvent, ParsedOccurrence
from storage.agenda import CANCELLED, Event, Occurrence

_NUMBER = re.compile(r"B(\d{1,9})-([0-9A-F]{4})")
# What a row keeps when its table has no such column, or says it as the export would.
TEXTS = ("title", "description", "location", "url", "themes")


def number(uid: str, row: Occurrence) -> str:
    """The number of a row, with a mark by which it is not taken for one of another agenda."""
    mark = hashlib.sha256(f"{uid}|{row.recurrence}".encode()).hexdigest()[:4]
    return f"B{row.id}-{mark}".upper()


def cells(row: Occurrence, zone: ZoneInfo) -> dict[str, str]:
    """What stands in a row but its number, by the names of event_sheet.COLUMNS, on the clock of `zone`."""
    starts, ends = (_local(row, moment, zone) for moment in (row.starts_local, row.ends_local))
    by = row.answer_by if row.answer_by is not None and row.answer_by < row.starts_at else None
    return {
        "title": row.title,
        "day": f"{starts:%d-%m-%Y}",
        "starts": "" if row.all_day else f"{starts:%H:%M}",
        "ends": "" if row.all_day or ends == starts else f"{ends:%H:%M}",
        "location": row.location,
        "capacity": "" if row.capacity is None else str(row.capacity),
        "answer_by": f"{wall.to_local(by, zone):%d-%m-%Y %H:%M}" if by is not None else "",
        "themes": ", ".join(row.themes),
        "description": row.description,
        "url": row.url or "",
    }


def known(session: Session, parsed: ParsedCalendar, now: datetime) -> ParsedCalendar:
    """The calendar, with what its rows say of gatherings that we have put where those are."""
    numbered = {int(m[1]): event for event in parsed.events if (m := _NUMBER.fullmatch(event.number.upper()))}
    if not numbered:
        return parsed
    # What is over is a gathering of its own when it comes again.
    there = (Occurrence.ends_at > now) | (Occurrence.recurrence == "")
    query = select(Event, Occurrence).join(Event).where(Occurrence.id.in_(numbered), there).order_by(Occurrence.id)
    found: dict[str, list[ParsedEvent]] = {}
    taken = set()
    for event, row in session.execute(query):
        said = numbered[row.id]
        if said.number.upper() == number(event.uid, row):
            occurrences = tuple(_fitted(one, row, said.columns) for one in said.occurrences)
            ours = ParsedEvent(event.uid, event.sequence, said.title, occurrences, whole=False)
            found.setdefault(event.uid, []).append(ours)
            taken.add(said.uid)
    others = (event for event in parsed.events if event.uid not in taken)
    return replace(parsed, events=(*(_together(parts) for parts in found.values()), *others))


def _together(parts: Sequence[ParsedEvent]) -> ParsedEvent:
    """The rows of one series."""
    return replace(parts[0], occurrences=tuple(one for part in parts for one in part.occurrences))


def _fitted(one: ParsedOccurrence, row: Occurrence, columns: Sequence[str]) -> ParsedOccurrence:
    """What a table says of this row, with all that it does not change as the row has it."""
    network = ZoneInfo(one.zone)
    seen = event_sheet.occurrence(cells(row, network), network)
    kept: dict[str, Any] = {"recurrence": row.recurrence, "cancelled": row.state == CANCELLED}
    for name in TEXTS:
        if name not in columns or getattr(one, name) == getattr(seen, name):
            kept[name] = tuple(row.themes) if name == "themes" else getattr(row, name)
    if (one.all_day, one.starts_local, one.ends_local) == (seen.all_day, seen.starts_local, seen.ends_local):
        kept |= {name: getattr(row, name) for name in ("all_day", "starts_local", "ends_local", "zone")}
    elif (one.all_day, one.ends_local - one.starts_local) == (seen.all_day, seen.ends_local - seen.starts_local):
        kept["ends_local"] = one.starts_local + (row.ends_local - row.starts_local)
    if one.answer_by_local is not None:
        same = one.answer_by_local == seen.answer_by_local and row.answer_by is not None
        by = row.answer_by if same and row.answer_by else wall.to_utc(one.answer_by_local, network)
        kept["answer_by_local"] = wall.to_local(by, ZoneInfo(kept.get("zone", one.zone)))
    return replace(one, **kept)


def _local(row: Occurrence, moment: datetime, zone: ZoneInfo) -> datetime:
    if row.all_day or row.zone == zone.key:
        return moment
    return wall.to_local(wall.to_utc(moment, ZoneInfo(row.zone)), zone)
