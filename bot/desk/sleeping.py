"""When a ticket that is put off wakes up: always at a time at which someone is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.hours import StaffedHours
from bot.desk.states import State
from bot.desk.ticket import TicketView
from storage.desk import Ticket

SOON = timedelta(hours=2)
A_DAY = timedelta(days=1)
# For a helpdesk without opening hours.
MORNING = time(9)


@dataclass(frozen=True, slots=True)
class Times:
    """What may be chosen, in UTC. `soon`: later today, None when that is past closing; `next_day`: when staff are
    there again on a later day; `next_week`: when they are there next week, None when that is `next_day`."""

    soon: datetime | None
    next_day: datetime
    next_week: datetime | None


def times(hours: StaffedHours, zone: ZoneInfo, now: datetime) -> Times:
    """What may be chosen now."""
    today = now.astimezone(zone).date()
    soon = hours.after(now, SOON) if hours.is_open(now) else None
    if soon is not None and soon.astimezone(zone).date() != today:
        soon = None
    next_day = _opening(hours, zone, _midnight(now, zone, 1))
    next_week = _opening(hours, zone, _midnight(now, zone, 7 - today.weekday()))
    return Times(soon, next_day, next_week if next_week > next_day else None)


def days(hours: StaffedHours, zone: ZoneInfo, now: datetime, count: int) -> list[datetime]:
    """When the first of so many days to come opens, from the day after tomorrow's opening on."""
    found = [times(hours, zone, now).next_day]
    while len(found) <= count:
        found.append(_opening(hours, zone, _midnight(found[-1], zone, 1)))
    return found[1:]


def due(session: Session, now: datetime) -> list[TicketView]:
    """The tickets whose time has come."""
    return tickets.find_all(session, Ticket.state == State.SNOOZED, Ticket.snoozed_until <= now)


def _midnight(at: datetime, zone: ZoneInfo, later: int) -> datetime:
    """When the day of `at` begins in the zone, so many days later. In UTC."""
    day = at.astimezone(zone).date() + later * A_DAY
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _opening(hours: StaffedHours, zone: ZoneInfo, since: datetime) -> datetime:
    # The opening itself may be midnight, and is looked for after an instant.
    found = hours.next_opening(since - timedelta(microseconds=1))
    return found or datetime.combine(since.astimezone(zone).date(), MORNING, zone).astimezone(UTC)
