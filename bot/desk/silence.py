"""Askers who have an answer and say nothing any more: they are asked whether it is solved, and then it closes.

Never what has no answer: what the asker wrote last must be answered, and the answer delivered. Never what is urgent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from bot.desk import messages, tickets
from bot.desk.states import State
from bot.desk.ticket import TicketView
from storage import outbox, staff_group
from storage.desk import Ticket
from storage.outbox import OutboxRow

QUIET = (State.WAITING, State.ANSWERED)
# So many at a time: a transaction stays short, and the group gets its changes in turns.
AT_ONCE = 25
# Longer away than this, and askers may have written what we never got (Telegram keeps it for a day). The heartbeat is
# written more often than that.
AWAY, BEAT = timedelta(hours=1), timedelta(minutes=10)
# What has not arrived is no answer.
NOT_DELIVERED = (outbox.NEW, outbox.SENDING, outbox.HELD, outbox.DEAD)
ON_ITS_WAY = (outbox.NEW, outbox.SENDING)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we wait: `asks` until the asker is asked, `closes` from there until it closes. `asks` zero: always."""

    asks: timedelta
    closes: timedelta


def patience(close_after_days: int, warn_days_before: int) -> Patience:
    """From the settings."""
    days = max(0, close_after_days - warn_days_before)
    return Patience(timedelta(days=days), timedelta(days=warn_days_before))


def to_ask(session: Session, waits: Patience, answer: str, now: datetime) -> list[TicketView]:
    """Tickets whose askers must be asked whether it is solved. `answer`: the purpose of outbox rows with answers."""
    if not waits.asks:
        return []
    unasked = or_(Ticket.warned_at.is_(None), Ticket.warned_at < Ticket.quiet_since)
    return _silent(session, answer, unasked, Ticket.quiet_since <= now - waits.asks)


def to_close(session: Session, waits: Patience, answer: str, now: datetime) -> list[TicketView]:
    """Tickets whose askers were asked and did not respond. `answer`: as in `to_ask`."""
    if not waits.asks:
        return []
    asked = Ticket.warned_at >= Ticket.quiet_since
    found = _silent(session, answer, asked, Ticket.warned_at <= now - waits.closes)
    return [ticket for ticket in found if _state(session, ticket) not in ON_ITS_WAY]


def was_asked(ticket: TicketView) -> bool:
    """Whether its asker was asked, and said nothing since."""
    return ticket.warned_at is not None and ticket.quiet_since is not None and ticket.warned_at >= ticket.quiet_since


def heard(session: Session, ticket_id: int, now: datetime) -> None:
    """The asker has something more to say, though they did not say it yet: the silence begins anew."""
    tickets.put(session, ticket_id, quiet_since=now)


def must_beat(session: Session, chat_id: int, now: datetime) -> bool:
    """Whether it must be written down that we look."""
    row = staff_group.look(session, chat_id)
    return row is None or row.looked_at is None or abs(now - row.looked_at) >= BEAT


def beat(session: Session, chat_id: int, now: datetime, returned: bool) -> None:
    """Write down that we look. `returned`: this process did not look before.

    After a pause those who were asked get their days anew: they may have answered while nobody listened.
    """
    row = staff_group.known(session, chat_id)
    if returned and (row.looked_at is None or now - row.looked_at >= AWAY):
        asked = (Ticket.warned_at >= Ticket.quiet_since) & Ticket.state.in_(QUIET)
        query = update(Ticket).where(asked).values(warned_at=now)
        session.execute(query.execution_options(synchronize_session=False))
    row.looked_at = now


def _silent(session: Session, answer: str, *where: ColumnElement[bool]) -> list[TicketView]:
    answered = Ticket.answered_at.is_not(None)
    said = [or_(at.is_(None), at <= Ticket.answered_at) for at in (Ticket.asker_wrote_at, Ticket.edited_at)]
    found = tickets.find_all(session, Ticket.state.in_(QUIET), Ticket.urgent.is_(None), answered, *said, *where)
    delivered = (ticket for ticket in found if _last_answer(session, ticket, answer) not in NOT_DELIVERED)
    return [ticket for _, ticket in zip(range(AT_ONCE), delivered, strict=False)]


def _last_answer(session: Session, ticket: TicketView, answer: str) -> str | None:
    """How far the last answer is; None when its row is no longer there."""
    rows = select(OutboxRow.state).where(OutboxRow.purpose == answer, OutboxRow.ref == ticket.id)
    return session.execute(rows.order_by(OutboxRow.id.desc()).limit(1)).scalar()


def _state(session: Session, ticket: TicketView) -> str | None:
    return messages.state_of(session, ticket.warning_id) if ticket.warning_id is not None else None
