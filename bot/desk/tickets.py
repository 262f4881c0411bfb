"""Tickets: open one, look at one, and take a step with one.

A step is compare-and-set: the ticket changes only if it is still as it was read, so of two people who do the same at
the same moment one succeeds and the other hears who was first. Each step leaves an audit row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.orm import Session

from bot.desk.names import short
from bot.desk.states import OPEN, State, Step, after
from bot.desk.subject import subject
from storage.agenda import PLACE, Follow
from storage.desk import Audit, Ticket
from storage.people import Member
from storage.sql import rowcount

# Each lost race means that another step was committed in between; more than a few of those is a fault, not a race.
ATTEMPTS = 10
# How a ticket came to be open again.
BY_ASKER, BY_ANSWER, BY_STAFF = "asker", "answer", "staff"


class BusyTicketError(RuntimeError):
    """The ticket kept changing while a step was taken."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes a step. `name` is fit to be shown, or empty."""

    id: int | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a ticket is opened with. `kind`: "text" or a kind of media, `seconds` its length.

    `suggestions`: [entry id, its question, probability], best first; `bot_gave`: the entry that did not help;
    `urgent`: the kind of crisis.
    """

    text: str
    language: str
    kind: str = "text"
    seconds: int | None = None
    bot_gave: str | None = None
    suggestions: Sequence[tuple[str, str, float]] = ()
    urgent: str | None = None


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket as it was read. `name` is the asker's, fit to be shown, or empty; see storage.desk.Ticket."""

    id: int
    version: int
    state: State
    member_id: int
    name: str
    text: str
    first_text: str | None
    subject: str
    kind: str
    seconds: int | None
    language: str
    claimed_by: int | None
    claimed_name: str | None
    released_name: str | None
    answered_name: str | None
    closed_name: str | None
    reopened: str | None
    bot_gave: str | None
    suggestions: list[list[Any]] | None
    topic_id: int | None
    card_id: int | None
    note_id: int | None
    opened_at: datetime
    active_at: datetime
    claimed_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    waits_since: datetime | None
    nudged_at: datetime | None
    escalated_at: datetime | None
    first_answer_s: int | None
    asker_wrote_at: datetime | None
    edited_at: datetime | None
    hinted: bool
    rating: str | None
    remark: str | None
    urgent: str | None
    calmed_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether someone still has to do something."""
        return self.state in OPEN

    @property
    def holds(self) -> bool:
        """Whether its asker may be in need: then the bot leaves everything to people."""
        return self.is_open and self.urgent is not None and self.calmed_at is None


@dataclass(frozen=True, slots=True)
class Stepped:
    """What became of a step: whether it happened, and the ticket before and after it."""

    done: bool
    before: TicketView
    ticket: TicketView


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
        opened_at=now,
        active_at=now,
        waits_since=now,
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


def take(session: Session, step: Step, ticket_id: int, actor: Actor, now: datetime) -> Stepped:
    """Take a step, if the ticket is in a state that allows it (see bot.desk.states).

    Raises LookupError when there is no such ticket.
    """
    for _ in range(ATTEMPTS):
        before = get(session, ticket_id)
        state = after(step, before.state, before.claimed_by is not None)
        if state is None:
            return Stepped(False, before, before)
        changes = {"state": state, "version": before.version + 1, **_changes(step, before, actor, now)}
        unchanged = (Ticket.id == ticket_id) & (Ticket.version == before.version)
        if _update(session, unchanged, changes):
            details = {"from": before.state, "to": state}
            session.add(Audit(at=now, actor_id=actor.id, action=step, ticket_id=ticket_id, details=details))
            return Stepped(True, before, replace(before, **changes))
    raise BusyTicketError(ticket_id)


def put(session: Session, ticket_id: int, **values: Any) -> None:
    """Note something with a ticket that is no step: where its card is, that a hint was given."""
    _update(session, Ticket.id == ticket_id, values)


def audit(session: Session, action: str, ticket_id: int | None, actor: Actor, now: datetime, **details: Any) -> None:
    """Write down who did something that is no step."""
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


def _changes(step: Step, before: TicketView, actor: Actor, now: datetime) -> dict[str, Any]:
    mine = {"claimed_by": actor.id, "claimed_name": actor.name, "claimed_at": now, "released_name": None}
    nobodys = {"claimed_by": None, "claimed_name": None}
    unclosed = {"closed_at": None, "closed_name": None}
    ours: dict[str, Any] = {"waits_since": now, "nudged_at": None, "escalated_at": None}
    theirs = {"waits_since": None}
    again = before.state is State.CLOSED
    match step:
        case Step.CLAIM:
            return mine
        case Step.RELEASE:
            return nobodys | {"released_name": actor.name}
        case Step.ANSWER:
            values: dict[str, Any] = {"answered_at": now, "answered_name": actor.name, "active_at": now, **theirs}
            values |= {} if before.claimed_by is not None else mine
            return values | (unclosed | {"reopened": BY_ANSWER} if again else {})
        case Step.CLOSE:
            return {"closed_at": now, "closed_name": actor.name, **theirs}
        case Step.REOPEN:
            return mine | unclosed | ours | {"reopened": BY_STAFF}
        case Step.WRITE:
            values = {"asker_wrote_at": now, "active_at": now}
            values |= ours if before.waits_since is None else {}
            return values | (unclosed | {"reopened": BY_ASKER} if again else {})
        case Step.THANK:
            return {}
        case Step.WITHDRAW:
            return {"closed_at": now, **theirs}
        case Step.ASK_AGAIN:
            return nobodys | unclosed | ours | {"reopened": BY_ASKER, "active_at": now, "released_name": None}


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
