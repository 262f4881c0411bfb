"""So many questions of one person become tickets in a day. What is more goes along with an earlier one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.states import OPEN, State, Step
from bot.desk.ticket import Actor, TicketView
from storage.desk import Ticket

A_DAY = timedelta(days=1)


def instead(session: Session, member_id: int, most: int, by: Actor, now: datetime) -> TicketView | None:
    """The ticket with which a new question goes along, since there were so many in the last day; None: it becomes one.

    Their open ticket that was talked about last; else the last that is closed, or that they withdrew, which they then
    ask again. Never one with words of crisis.
    """
    mine = (Ticket.member_id == member_id, Ticket.urgent.is_(None), Ticket.opened_at > now - A_DAY)
    if (session.scalar(select(func.count()).select_from(Ticket).where(*mine)) or 0) < most:
        return None
    found = tickets.find_all(session, *mine, Ticket.state.in_([*OPEN, State.CLOSED, State.WITHDRAWN]))
    if not found:
        return None
    best = max(found, key=lambda ticket: (ticket.is_open, ticket.state is State.CLOSED, ticket.active_at, ticket.id))
    if best.state is State.WITHDRAWN:
        return tickets.take(session, Step.ASK_AGAIN, best.id, by, now).ticket
    return best
