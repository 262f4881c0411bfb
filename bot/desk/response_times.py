"""How long people wait for a first answer, in staffed time: measured, so that what the bot says is true."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from sqlalchemy import select
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


def note_first_answer(session: Session, ticket: TicketView, hours: StaffedHours, now: datetime) -> None:
    """Keep how long the asker of this ticket waited. In seconds, so that new hours do not rewrite what was."""
    waited = hours.between(ticket.opened_at, now)
    tickets.put(session, ticket.id, first_answer_s=int(waited.total_seconds()))


def usual(session: Session, now: datetime) -> timedelta | None:
    """Within how much staffed time four of five first answers came; None when too few were measured.

    Nearest rank: the smallest measured time that at least SHARE of all do not exceed.
    """
    query = select(Ticket.first_answer_s).where(Ticket.opened_at >= now - WINDOW, Ticket.first_answer_s.is_not(None))
    measured = sorted(seconds for seconds in session.scalars(query) if seconds is not None)
    if len(measured) < FEWEST:
        return None
    return timedelta(seconds=measured[math.ceil(SHARE * len(measured)) - 1])
