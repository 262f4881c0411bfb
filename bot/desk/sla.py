"""Who waits too long: in staffed hours, and only while it is our turn (conversation 10)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.hours import StaffedHours
from bot.desk.states import State
from bot.desk.tickets import TicketView
from storage.desk import Ticket


def waits(ticket: TicketView, hours: StaffedHours, now: datetime) -> timedelta:
    """How much staffed time the asker has waited for us; nothing while it is their turn."""
    ours = ticket.state in (State.NEW, State.CLAIMED) and ticket.waits_since is not None
    return hours.between(ticket.waits_since or now, now) if ours else timedelta()


def is_late(ticket: TicketView, hours: StaffedHours, after: timedelta, now: datetime) -> bool:
    """Whether the asker has waited for us at least so long. `after` zero: nobody is ever late."""
    return bool(after) and waits(ticket, hours, now) >= after


def to_nudge(session: Session, hours: StaffedHours, after: timedelta, now: datetime) -> list[TicketView]:
    """Tickets about which staff must be asked who can, and were not asked yet."""
    return _late(session, hours, after, now, Ticket.nudged_at.is_(None))


def to_escalate(session: Session, hours: StaffedHours, after: timedelta, now: datetime) -> list[TicketView]:
    """Tickets about which someone above must be told, and was not told yet."""
    return _late(session, hours, after, now, Ticket.escalated_at.is_(None))


def _late(
    session: Session, hours: StaffedHours, after: timedelta, now: datetime, unmarked: ColumnElement[bool]
) -> list[TicketView]:
    if not after:
        return []
    # Staffed time is never more than time, so what began later than this cannot be late.
    began = Ticket.waits_since <= now - after
    found = tickets.find_all(session, Ticket.state.in_([State.NEW, State.CLAIMED]), began, unmarked)
    return [ticket for ticket in found if waits(ticket, hours, now) >= after]
