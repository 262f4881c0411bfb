"""What is old is let go by itself: after so many months questions lose their words, and what was said is forgotten."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.agenda import news_polls
from bot.desk import tickets
from bot.desk.tickets import TicketView
from bot.privacy import erasing
from bot.privacy.erasing import FINISHED, NOBODY
from storage.agenda import Attendance, Occurrence
from storage.desk import OPEN_STATES, Ticket
from storage.knowledge import Asked
from storage.outbox import OutboxRow
from storage.sql import rowcount

# In this many days a month passes, or a bit more: nothing goes too early.
MONTH = timedelta(days=31)
# Who came is known so long after the gathering.
AFTER_GATHERING = 3 * MONTH
# So many at a time, so that nobody waits for it, and the group keeps its messages for what matters.
A_TIME = 5
ROWS_A_TIME = 5000


def border(now: datetime, months: int) -> datetime:
    """What is older than this moment is let go."""
    return now - months * MONTH


def old_tickets(session: Session, before: datetime, now: datetime, purposes: Collection[str]) -> list[TicketView]:
    """Scrub some tickets that ended before this moment. Returns them as they were. `purposes`: see erasing.erase."""
    ended = (Ticket.state.not_in(OPEN_STATES), Ticket.active_at < before, Ticket.member_id != NOBODY)
    ids = list(session.scalars(select(Ticket.id).where(*ended).order_by(Ticket.id).limit(A_TIME)))
    found = tickets.find_all(session, Ticket.id.in_(ids)) if ids else []
    if found:
        erasing.scrub(session, found, now, purposes)
    return found


def old_attendances(session: Session, now: datetime) -> int:
    """Who came to what ended long ago is let go. Returns how many answers."""
    ended = select(Occurrence.id).where(Occurrence.ends_at < now - AFTER_GATHERING)
    return rowcount(session.execute(delete(Attendance).where(Attendance.occurrence_id.in_(ended))))


def old_questions(session: Session, before: datetime) -> int:
    """Questions to the bot from before this moment lose their words and whose they were. Returns how many."""
    known = Asked.text.is_not(None) | Asked.member_id.is_not(None)
    query = update(Asked).where(Asked.at < before, known).values(text=None, member_id=None, message_id=None)
    return rowcount(session.execute(query.execution_options(synchronize_session=False)))


def old_rows(session: Session, before: datetime) -> int:
    """What was said before this moment goes, but what a ticket still shows: its card. Returns how many rows."""
    shown = (
        select(Ticket.card_id)
        .where(Ticket.card_id.is_not(None))
        .union(select(Ticket.note_id).where(Ticket.note_id.is_not(None)))
    )
    old = (OutboxRow.created_at < before, OutboxRow.state.in_(FINISHED), OutboxRow.id.not_in(shown))
    ids = list(session.scalars(select(OutboxRow.id).where(*old).limit(ROWS_A_TIME)))
    return rowcount(session.execute(delete(OutboxRow).where(OutboxRow.id.in_(ids)))) if ids else 0


def old_polls(session: Session, before: datetime) -> int:
    """Polls of news from before this moment go, as what was said then does. Returns how many."""
    return news_polls.forget(session, before, ROWS_A_TIME)
