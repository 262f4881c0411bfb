"""Calendars that staff sent, between reading them and applying them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.agenda.parsed import ParsedCalendar
from storage.agenda import APPLIED, DROPPED, OFFERED, CalendarFile

# An offer that nobody answered for so long is not what the calendar says anymore.
STANDS = timedelta(days=30)


def offer(session: Session, name: str, parsed: ParsedCalendar, now: datetime) -> int:
    """Keep what was read, until someone says whether to apply it. Returns its number."""
    old = (CalendarFile.state == OFFERED) & (CalendarFile.at < now - STANDS)
    session.execute(update(CalendarFile).where(old).values(state=DROPPED, parsed={}))
    file = CalendarFile(name=name[:200], parsed=parsed.to_json(), state=OFFERED, at=now)
    session.add(file)
    session.flush()
    return file.id


def take(session: Session, file_id: int) -> ParsedCalendar | None:
    """The calendar, to be applied now. None when that was done, or refused, before."""
    file = session.get(CalendarFile, file_id, with_for_update=True)
    if file is None or file.state != OFFERED:
        return None
    parsed = ParsedCalendar.from_json(file.parsed)
    file.state, file.parsed = APPLIED, {}
    return parsed


def drop(session: Session, file_id: int) -> bool:
    """It is not applied. Returns whether it still could have been."""
    file = session.get(CalendarFile, file_id, with_for_update=True)
    if file is None or file.state != OFFERED:
        return False
    file.state, file.parsed = DROPPED, {}
    return True
