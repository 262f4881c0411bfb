"""How long people wait for a first answer, in staffed time: measured, so that what the bot says is true."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.hours import StaffedHours
from bot.desk.tickets import TicketView
from storage.desk import Ticket

# What is older says little about the helpdesk of today.
WINDOW = timedelta(days=90)
# With fewer measured answers we say no time at all (conversation 4).
FEWEST = 20
# Of five people four are answered within what we say. With the median half of them would be disappointed.
SHARE = 0.8
# From so many on, an answer more hardly moves the time, which is said in whole hours.
MANY, KEPT = 200, timedelta(minutes=10)


def note_first_answer(session: Session, ticket: TicketView, hours: StaffedHours, now: datetime) -> None:
    """Keep how long the asker of this ticket waited. In seconds, so that new hours do not rewrite what was."""
    waited = hours.between(ticket.opened_at, now)
    tickets.put(session, ticket.id, first_answer_s=int(waited.total_seconds()))


class Usual:
    """Within how much staffed time four of five first answers came.

    Every question that is passed on asks for it, and it costs milliseconds when there were thousands; so it is
    remembered for a while once that many were measured.
    """

    def __init__(self) -> None:
        self._known: tuple[datetime, timedelta] | None = None

    def within(self, session: Session, now: datetime) -> timedelta | None:
        """That time; None when too few were measured. Nearest rank."""
        known = self._known
        if known is not None and abs(now - known[0]) < KEPT:
            return known[1]
        measured, found = _measure(session, now)
        self._known = (now, found) if found is not None and measured >= MANY else None
        return found


def _measure(session: Session, now: datetime) -> tuple[int, timedelta | None]:
    """How many were measured, and the time."""
    fits = (Ticket.opened_at >= now - WINDOW, Ticket.first_answer_s.is_not(None))
    measured = session.execute(select(func.count()).where(*fits)).scalar() or 0
    if measured < FEWEST:
        return measured, None
    rank = math.ceil(SHARE * measured) - 1
    query = select(Ticket.first_answer_s).where(*fits).order_by(Ticket.first_answer_s).offset(rank).limit(1)
    seconds = session.execute(query).scalar()
    return measured, timedelta(seconds=seconds) if seconds is not None else None
