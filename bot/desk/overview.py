"""How the queue stands: what the pinned overview says (conversation 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import sla, solving, tickets
from bot.desk.hours import StaffedHours
from bot.desk.states import State
from bot.desk.tickets import TicketView


@dataclass(frozen=True, slots=True)
class Standing:
    """The open tickets by what must be done. `late`: who wait too long, whoever waits longest first.

    `overdue`: of which it has been our turn for too long in all, the longest first, and `worked` how long that one.
    `next_up`: the free ticket to take next, and `waited` how much staffed time the first of the late has waited.
    """

    free: int
    claimed: int
    asleep: int
    late: tuple[TicketView, ...]
    waited: timedelta
    overdue: tuple[TicketView, ...]
    worked: timedelta
    next_up: TicketView | None

    @property
    def all_late(self) -> int:
        """How many are late in one of the two ways."""
        return len({ticket.id for ticket in (*self.late, *self.overdue)})

    @property
    def total(self) -> int:
        """How many are open."""
        return self.free + self.claimed + self.asleep


def standing(
    session: Session, hours: StaffedHours, late_after: timedelta, solve_within: timedelta, now: datetime
) -> Standing:
    """How the queue stands now. `late_after` zero: nobody is ever late; `solve_within` zero: nothing is overdue."""
    found = tickets.all_open(session)
    free = [ticket for ticket in found if ticket.state is State.NEW]
    asleep = sum(ticket.state is State.SNOOZED for ticket in found)
    waits = {ticket.id: sla.waits(ticket, hours, now) for ticket in found}
    late = [ticket for ticket in found if sla.is_late(ticket, hours, late_after, now)]
    late.sort(key=lambda ticket: waits[ticket.id], reverse=True)
    took = {t.id: solving.worked(t, hours, now) for t in found if solving.is_overdue(t, hours, solve_within, now)}
    overdue = sorted((t for t in found if t.id in took), key=lambda ticket: took[ticket.id], reverse=True)
    return Standing(
        free=len(free),
        claimed=len(found) - len(free) - asleep,
        asleep=asleep,
        late=tuple(late),
        waited=waits[late[0].id] if late else timedelta(),
        overdue=tuple(overdue),
        worked=took[overdue[0].id] if overdue else timedelta(),
        next_up=_first(free),
    )


def next_free(session: Session) -> TicketView | None:
    """The free ticket to take next: someone who may be in need before all others, then the oldest."""
    return _first([ticket for ticket in tickets.all_open(session) if ticket.state is State.NEW])


def _first(free: list[TicketView]) -> TicketView | None:
    return next((ticket for ticket in free if ticket.holds), free[0] if free else None)
