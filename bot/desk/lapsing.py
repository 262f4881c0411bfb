"""Tickets that someone took and left alone: they go back to the queue."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.hours import StaffedHours
from bot.desk.states import State
from bot.desk.ticket import TicketView
from storage.desk import Ticket


def lapsed(session: Session, hours: StaffedHours, after: timedelta, now: datetime) -> list[TicketView]:
    """Tickets whose asker waits, and with which whoever has them did nothing for so much staffed time.

    `after` zero: none.
    """
    if not after:
        return []
    # Staffed time is never more than time, so what was touched later than this cannot have lapsed.
    long_ago = Ticket.touched_at <= now - after
    found = tickets.find_all(session, Ticket.state == State.CLAIMED, long_ago)
    return [t for t in found if t.touched_at is not None and hours.between(t.touched_at, now) >= after]


def touch(session: Session, ticket_id: int, now: datetime) -> None:
    """Whoever has the ticket is at work on it, though they took no step."""
    tickets.put(session, ticket_id, touched_at=now)
