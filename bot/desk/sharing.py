"""One answer for everyone who asks the same: offered, looked at, sent after a moment in which it can be stopped.

Each step is compare-and-set on the state, so of two people who press at once one succeeds. What is sent, and to whom,
are rows: a restart in between changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.desk import alike, tickets
from bot.desk.tickets import Actor, TicketView
from storage import outbox
from storage.desk import Ticket
from storage.outbox import OutboxRow
from storage.sharing import DONE, LEAVING, LOOKING, OFFERED, REFUSED, SENT, UNSENT, SharedAnswer, SharedTicket
from storage.sql import rowcount

# Long enough to notice that something is wrong, short enough to wait for it (conversation 9).
A_MOMENT = timedelta(seconds=30)
# An outbox row in one of these goes nowhere any more.
ENDED = (outbox.SENT, outbox.DEAD, outbox.HELD, outbox.EXPIRED, outbox.CANCELLED)


@dataclass(frozen=True, slots=True)
class Source:
    """What the answer says: see storage.sharing.SharedAnswer."""

    kind: str
    chat_id: int
    message_id: int
    text: str | None = None
    entities: list[dict[str, Any]] | None = None
    album: bool = False
    entry_id: str | None = None
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A shared answer as it was read."""

    id: int
    ticket_id: int
    state: str
    by: Actor
    source: Source
    shown_id: int | None
    leaves_at: datetime | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A ticket that may get it. `number`: as staff see it, from 1"""

    number: int
    ticket: TicketView
    along: bool
    chosen: bool
    row_id: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the sending is: tickets it went to, of those delivered, those still on their way, and left out."""

    sent: int
    delivered: int
    waiting: int
    left_out: int


def offer(session: Session, ticket: TicketView, source: Source, by: Actor) -> Share | None:
    """Staff answered. Returns what is to be offered: others wait for the same, and staff were not asked before.

    An answer that comes later takes the place of one that was not shared.
    """
    known = latest(session, ticket.id)
    if known is not None and known.state in UNSENT:
        _set(session, known.id, by_id=by.id, by_name=by.name, **_values(source))
        return None
    if known is not None or not alike.linked(session, ticket):
        return None
    row = SharedAnswer(ticket_id=ticket.id, by_id=by.id, by_name=by.name, state=OFFERED, **_values(source))
    session.add(row)
    session.flush()
    return get(session, row.id)


def get(session: Session, share_id: int) -> Share | None:
    """The shared answer; None when there is none with this id."""
    row = session.get(SharedAnswer, share_id, populate_existing=True)
    return _view(row) if row is not None else None


def latest(session: Session, ticket_id: int) -> Share | None:
    """What was last offered to share of this ticket."""
    query = select(func.max(SharedAnswer.id)).where(SharedAnswer.ticket_id == ticket_id)
    found = session.execute(query).scalar()
    return get(session, found) if found is not None else None


def look(session: Session, share_id: int, shown_id: int | None) -> bool:
    """Staff look at who gets it too. Who asks the same by now is added; what staff chose stays. False: it was sent."""
    if not _move(session, share_id, UNSENT, LOOKING, shown_id=shown_id):
        return False
    share = _must(session, share_id)
    source = tickets.get(session, share.ticket_id)
    have = {c.ticket.id for c in candidates(session, share)}
    new = [found for found in alike.linked(session, source) if found.ticket.id not in have]
    for place, found in enumerate(new, len(have)):
        along = found.sure and found.ticket.claimed_by in (None, share.by.id)
        session.add(SharedTicket(share_id=share_id, ticket_id=found.ticket.id, place=place, along=along))
    session.flush()
    return True


def candidates(session: Session, share: Share) -> list[Candidate]:
    """The tickets that may get it, in the order in which they were found; those that no longer wait are left out
    until it is sent."""
    query = select(SharedTicket).where(SharedTicket.share_id == share.id).order_by(SharedTicket.place)
    rows = list(session.scalars(query.execution_options(populate_existing=True)))
    found = {t.id: t for t in tickets.find_all(session, Ticket.id.in_([r.ticket_id for r in rows]))} if rows else {}
    shown = [row for row in rows if row.ticket_id in found and (row.row_id or alike.waits(found[row.ticket_id]))]
    return [Candidate(n, found[r.ticket_id], r.along, r.chosen, r.row_id) for n, r in enumerate(shown, 1)]


def switch(session: Session, share_id: int, ticket_id: int) -> bool:
    """This ticket gets it too, or not after all. Returns whether it does now."""
    row = session.get(SharedTicket, (share_id, ticket_id), populate_existing=True)
    if row is None:
        return False
    row.along, row.chosen = not row.along, True
    session.flush()
    return row.along


def leave(session: Session, share_id: int, now: datetime) -> bool:
    """It goes out in a moment. False: someone pressed before, or it was put aside."""
    return _move(session, share_id, (LOOKING,), LEAVING, leaves_at=now + A_MOMENT)


def stop(session: Session, share_id: int) -> bool:
    """Not after all. False: too late."""
    return _move(session, share_id, (LEAVING,), LOOKING, leaves_at=None)


def refuse(session: Session, share_id: int) -> bool:
    """Not now: the ticket's card keeps a button for it."""
    return _move(session, share_id, UNSENT, REFUSED, shown_id=None)


def due(session: Session, now: datetime) -> list[int]:
    """What is to leave now, and what left and may have arrived by now."""
    leaving = (SharedAnswer.state == LEAVING) & (SharedAnswer.leaves_at <= now)
    return list(session.scalars(select(SharedAnswer.id).where(leaving | (SharedAnswer.state == SENT))))


def begin(session: Session, share_id: int, now: datetime) -> Share | None:
    """Whoever gets the shared answer sends it, in this transaction. None: it was stopped, or is sent."""
    share = get(session, share_id)
    if share is None or share.leaves_at is None or share.leaves_at > now:
        return None
    return share if _move(session, share_id, (LEAVING,), SENT) else None


def may_have(candidate: Candidate, share: Share) -> bool:
    """Whether this ticket still gets it: someone else took it meanwhile, then only if staff chose it themselves."""
    free = candidate.ticket.claimed_by in (None, share.by.id)
    return candidate.along and alike.waits(candidate.ticket) and (free or candidate.chosen)


def went(session: Session, share_id: int, ticket_id: int, row_id: int) -> None:
    """The ticket got it, by this row of the outbox."""
    where = (SharedTicket.share_id == share_id) & (SharedTicket.ticket_id == ticket_id)
    query = update(SharedTicket).where(where).values(row_id=row_id)
    session.execute(query.execution_options(synchronize_session=False))


def progress(session: Session, share_id: int) -> Progress:
    """How far the sending is."""
    query = (
        select(SharedTicket.row_id, OutboxRow.state)
        .outerjoin(OutboxRow, OutboxRow.id == SharedTicket.row_id)
        .where(SharedTicket.share_id == share_id, SharedTicket.along)
    )
    rows = list(session.execute(query))
    sent = [state for row_id, state in rows if row_id is not None]
    waiting = sum(state not in ENDED and state is not None for state in sent)
    return Progress(len(sent), sent.count(outbox.SENT), waiting, len(rows) - len(sent))


def finish(session: Session, share_id: int) -> bool:
    """All of it has ended. False: that was known."""
    return _move(session, share_id, (SENT,), DONE)


def edited(session: Session, chat_id: int, message_id: int, source: Source) -> None:
    """Staff changed their message: whoever gets it later, gets it as it is now."""
    where = (SharedAnswer.chat_id == chat_id) & (SharedAnswer.message_id == message_id)
    query = update(SharedAnswer).where(where).values(text=source.text, entities=source.entities)
    session.execute(query.execution_options(synchronize_session=False))


def _values(source: Source) -> dict[str, Any]:
    return {f.name: getattr(source, f.name) for f in fields(Source)}


def _view(row: SharedAnswer) -> Share:
    source = Source(**{f.name: getattr(row, f.name) for f in fields(Source)})
    by = Actor(row.by_id, row.by_name)
    return Share(row.id, row.ticket_id, row.state, by, source, row.shown_id, row.leaves_at)


def _must(session: Session, share_id: int) -> Share:
    found = get(session, share_id)
    assert found is not None
    return found


def _move(session: Session, share_id: int, before: Collection[str], after: str, **values: Any) -> bool:
    where = (SharedAnswer.id == share_id) & SharedAnswer.state.in_(before)
    query = update(SharedAnswer).where(where).values(state=after, **values)
    return rowcount(session.execute(query.execution_options(synchronize_session=False))) == 1


def _set(session: Session, share_id: int, **values: Any) -> None:
    query = update(SharedAnswer).where(SharedAnswer.id == share_id).values(**values)
    session.execute(query.execution_options(synchronize_session=False))
