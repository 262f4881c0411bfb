"""Tickets: open one, look at one, and take a step with one.

A step is compare-and-set: the ticket changes only if it is still as it was read, so of two people who do the same at
the same moment one succeeds and the other hears who was first. Each step leaves an audit row.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.orm import Session

from bot.desk.effects import changes, clock
from bot.desk.names import short
from bot.desk.states import OPEN, State, Step, after
from bot.desk.subject import subject
from bot.desk.ticket import Actor, Given, Question, Stepped, TicketView
from storage.agenda import PLACE, Follow
from storage.desk import Audit, Ticket
from storage.people import Member
from storage.sql import rowcount

# Each lost race means that another step was committed in between; more than a few of those is a fault, not a race.
ATTEMPTS = 10
NOTHING = Given()


class BusyTicketError(RuntimeError):
    """The ticket kept changing while a step was taken."""


__all__ = ["Actor", "Given", "Question", "Stepped", "TicketView", "get", "open_ticket", "take"]

_COPIED = [f.name for f in fields(TicketView) if f.name not in ("state", "name")]


def open_ticket(session: Session, member_id: int, question: Question, now: datetime) -> TicketView:
    """A new ticket for this member. The caller makes its card and its note."""
    row = Ticket(
        state=State.NEW,
        member_id=member_id,
        text=question.text,
        subject=subject(question.text),
        kind=question.kind,
        seconds=question.seconds,
        language=question.language,
        bot_gave=question.bot_gave,
        suggestions=[list(s) for s in question.suggestions],
        urgent=question.urgent,
        about=question.about,
        theme=question.theme,
        opened_at=now,
        active_at=now,
        waits_since=now,
        runs_since=now,
        ran=[],
    )
    session.add(row)
    session.flush()
    session.add(Audit(at=now, actor_id=member_id, action="open", ticket_id=row.id))
    return get(session, row.id)


def get(session: Session, ticket_id: int) -> TicketView:
    """The ticket. Raises LookupError when there is none."""
    found = _read(session, _tickets().where(Ticket.id == ticket_id))
    if not found:
        raise LookupError(f"no ticket {ticket_id}")
    return found[0]


def find(session: Session, *where: ColumnElement[bool]) -> TicketView | None:
    """The first ticket that fits; None when none does."""
    found = _read(session, _tickets().where(*where).order_by(Ticket.id).limit(1))
    return found[0] if found else None


def find_all(session: Session, *where: ColumnElement[bool]) -> list[TicketView]:
    """Every ticket that fits, oldest first."""
    return _read(session, _tickets().where(*where).order_by(Ticket.opened_at, Ticket.id))


def heir(session: Session, ticket: TicketView) -> TicketView:
    """The ticket in which this one goes on: itself, unless it was merged."""
    while ticket.state is State.MERGED and ticket.merged_into is not None:
        ticket = get(session, ticket.merged_into)
    return ticket


def of_member(session: Session, member_id: int) -> list[TicketView]:
    """The open tickets of this member, the one they talked about last first."""
    where = (Ticket.member_id == member_id, Ticket.state.in_(OPEN))
    return _read(session, _tickets().where(*where).order_by(Ticket.active_at.desc(), Ticket.id.desc()))


def all_open(session: Session) -> list[TicketView]:
    """Every open ticket, oldest first."""
    return find_all(session, Ticket.state.in_(OPEN))


def unanswered_of(session: Session, staff_id: int) -> list[TicketView]:
    """Tickets that this person of staff has, and that have no answer yet."""
    where = (Ticket.claimed_by == staff_id, Ticket.state == State.CLAIMED, Ticket.answered_at.is_(None))
    return _read(session, _tickets().where(*where).order_by(Ticket.id))


def take(session: Session, step: Step, ticket_id: int, actor: Actor, now: datetime, given: Given = NOTHING) -> Stepped:
    """Take a step, if the ticket is in a state that allows it (see bot.desk.states).

    Raises LookupError when there is no such ticket, ValueError when `given` lacks what the step needs.
    """
    for _ in range(ATTEMPTS):
        before = get(session, ticket_id)
        state = after(step, before.state, before.claimed_by is not None, before.answered_at is not None)
        if state is None or given.seen not in (None, before.version):
            return Stepped(False, before, before)
        values = {"state": state, "version": before.version + 1, **changes(step, before, actor, now, given)}
        values |= clock(before, state, now)
        unchanged = (Ticket.id == ticket_id) & (Ticket.version == before.version)
        if _update(session, unchanged, values):
            details = {"from": before.state, "to": state, "given": given.details() or None}
            audit(session, step, ticket_id, actor, now, **{k: v for k, v in details.items() if v is not None})
            return Stepped(True, before, replace(before, **values))
    raise BusyTicketError(ticket_id)


def put(session: Session, ticket_id: int, **values: Any) -> None:
    """Note something with a ticket that is no step: where its card is, that a hint was given."""
    _update(session, Ticket.id == ticket_id, values)


def audit(session: Session, action: str, ticket_id: int | None, actor: Actor, now: datetime, **details: Any) -> None:
    """Write down who did something."""
    session.add(Audit(at=now, actor_id=actor.id, action=action, ticket_id=ticket_id, details=details or None))


def earlier(session: Session, ticket: TicketView) -> int:
    """How many tickets this asker had before."""
    query = select(func.count()).where(Ticket.member_id == ticket.member_id, Ticket.id < ticket.id)
    return session.execute(query).scalar() or 0


def place(session: Session, member_id: int) -> str | None:
    """The municipality of this member, if they follow exactly one."""
    query = select(Follow.value).where(Follow.member_id == member_id, Follow.kind == PLACE).limit(2)
    found = list(session.scalars(query))
    return found[0] if len(found) == 1 else None


def _tickets() -> Select[Ticket, str | None]:
    return select(Ticket, Member.first_name).outerjoin(Member, Member.id == Ticket.member_id)


def _read(session: Session, query: Select[Ticket, str | None]) -> list[TicketView]:
    # Steps change rows behind the session's back, so what it remembers of them is stale.
    rows = session.execute(query.execution_options(populate_existing=True))
    return [_view(ticket, name) for ticket, name in rows]


def _view(row: Ticket, name: str | None) -> TicketView:
    values = {field: getattr(row, field) for field in _COPIED}
    return TicketView(**values, state=State(row.state), name=short(name or ""))


def _update(session: Session, where: Any, values: dict[str, Any]) -> bool:
    query = update(Ticket).where(where).values(**values).execution_options(synchronize_session=False)
    return rowcount(session.execute(query)) == 1
