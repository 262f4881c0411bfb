"""How long it takes until a question is solved: staffed time in which it was our turn, from opening until closing.

Time in which we wait for the asker, or in which the ticket is put off, does not count. Opened again, it goes on.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.hours import StaffedHours
from bot.desk.states import State
from bot.desk.ticket import TicketView
from storage.desk import Ticket

# So many at a time: a transaction stays short.
AT_ONCE = 100


def worked(ticket: TicketView, hours: StaffedHours, now: datetime) -> timedelta:
    """How much staffed time it has been our turn, until now."""
    return sum((hours.between(start, end) for start, end in _turns(ticket, now)), timedelta())


def is_overdue(ticket: TicketView, hours: StaffedHours, target: timedelta, now: datetime) -> bool:
    """Whether it is our turn, and has been for at least so long in all. `target` zero: never."""
    if not target or ticket.runs_since is None:
        return False
    # Staffed time is never more than time, which is sooner counted.
    at_most = sum((end - start for start, end in _turns(ticket, now)), timedelta())
    return at_most >= target and worked(ticket, hours, now) >= target


def unsettled(session: Session) -> list[TicketView]:
    """Closed tickets of which it was not yet written down how long they took."""
    where = (Ticket.state == State.CLOSED, Ticket.solve_s.is_(None), Ticket.ran.is_not(None))
    return tickets.find_all(session, *where)[:AT_ONCE]


def settle(session: Session, hours: StaffedHours, target: timedelta, now: datetime) -> None:
    """Write it down, in seconds, so that new hours or a new target do not rewrite what was. `target` zero: none."""
    for ticket in unsettled(session):
        took = worked(ticket, hours, now)
        in_time = took <= target if target else None
        tickets.put(session, ticket.id, solve_s=int(took.total_seconds()), in_time=in_time)


def _turns(ticket: TicketView, now: datetime) -> list[tuple[datetime, datetime]]:
    found = [(datetime.fromtimestamp(start, UTC), datetime.fromtimestamp(end, UTC)) for start, end in ticket.ran or []]
    return [*found, (ticket.runs_since, now)] if ticket.runs_since is not None else found
