"""An answer that should not have gone: which messages carry it, and what becomes of each (conversation 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.desk import messages, tickets
from bot.desk.messages import HEADING, NO_MESSAGE, NOTICE, TAKEN, Pair
from bot.desk.states import Step
from bot.desk.ticket import Actor, Stepped
from storage import outbox
from storage.desk import OUT, TicketMessage
from storage.outbox import OutboxRow

# Kinds that are no answer, or none any more.
NO_ANSWER = (NOTICE, HEADING, TAKEN)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What one asker has of an answer: messages with these ids, and rows of the outbox on their way there."""

    ticket_id: int
    pair_id: int
    message_ids: list[int]
    on_their_way: list[int]


def last(session: Session, ticket_id: int) -> Pair | None:
    """The answer that was sent last in this ticket; None when its asker has none."""
    found = [p for p in _to_asker(session, ticket_id) if p.kind not in NO_ANSWER]
    return found[-1] if found else None


def parts(session: Session, answer: Pair) -> list[Pair]:
    """Everything that carries this answer, to each asker who got it: its line with a name, its parts, its album."""
    if answer.message_id == NO_MESSAGE:  # an answer of the list: what was said at that same moment
        said = _to_asker(session, answer.ticket_id)
        return [p for p in said if p.at == answer.at and p.message_id == NO_MESSAGE and p.kind not in (NOTICE, TAKEN)]
    album = {
        p.message_id for row in _rows(session, answer, {answer.message_id}) for p in messages.by_row(session, row)
    }
    rows = _rows(session, answer, album)
    return [p for row in sorted(rows) for p in messages.by_row(session, row) if p.kind != TAKEN]


def _to_asker(session: Session, ticket_id: int) -> list[Pair]:
    return [p for p in messages.of_ticket(session, ticket_id) if p.direction == OUT]


def _rows(session: Session, answer: Pair, message_ids: set[int]) -> set[int]:
    """The rows of the outbox that carry these messages of staff."""
    written = [p for number in message_ids for p in messages.all_by_origin(session, answer.chat_id, number)]
    return {p.outbox_id for p in written if p.direction == OUT and p.outbox_id is not None}


def stop(session: Session, found: list[Pair]) -> list[Arrived]:
    """What did not leave yet never will. Returns what each asker has, or is about to get, by ticket."""
    rows = {p.outbox_id for p in found}
    waiting = OutboxRow.id.in_(rows) & OutboxRow.state.in_((outbox.NEW, outbox.HELD))
    query = update(OutboxRow).where(waiting).values(state=outbox.CANCELLED)
    session.execute(query.execution_options(synchronize_session=False))
    read = select(OutboxRow.id, OutboxRow.state).where(OutboxRow.id.in_(rows))
    states = {row.id: row.state for row in session.execute(read)}
    arrived: dict[int, Arrived] = {}
    for pair in found:
        state = states.get(pair.outbox_id or 0)
        if state not in (outbox.SENT, outbox.SENDING):
            _mark(session, [pair])
            continue
        one = arrived.setdefault(pair.ticket_id, Arrived(pair.ticket_id, pair.id, [], []))
        if pair.copy_message_id is not None:
            one.message_ids.append(pair.copy_message_id)
        elif pair.outbox_id not in one.on_their_way and pair.outbox_id is not None:
            one.on_their_way.append(pair.outbox_id)
    return list(arrived.values())


def gone(session: Session, answer: Pair, by: Actor, now: datetime) -> Stepped | None:
    """The asker of this pair's ticket has it no more. Returns the step by which they have no answer at all any more;
    None when they still have another one."""
    _mark(session, [p for p in parts(session, answer) if p.ticket_id == answer.ticket_id])
    return _unanswered(session, answer.ticket_id, by, now)


def discarded(session: Session, ticket_id: int, by: Actor, now: datetime) -> Stepped | None:
    """What waited for this asker was thrown away. Returns as `gone`."""
    ours = select(TicketMessage.id).where(TicketMessage.ticket_id == ticket_id, TicketMessage.direction == OUT)
    never = ours.join(OutboxRow, OutboxRow.id == TicketMessage.outbox_id).where(OutboxRow.state == outbox.CANCELLED)
    ids = set(session.scalars(never))
    _mark(session, [p for p in _to_asker(session, ticket_id) if p.id in ids and p.kind not in (NOTICE, TAKEN)])
    return _unanswered(session, ticket_id, by, now)


def _unanswered(session: Session, ticket_id: int, by: Actor, now: datetime) -> Stepped | None:
    if last(session, ticket_id) is not None:
        return None
    stepped = tickets.take(session, Step.TAKE_BACK, ticket_id, by, now)
    return stepped if stepped.done else None


def _mark(session: Session, found: list[Pair]) -> None:
    ids = [p.id for p in found]
    query = update(TicketMessage).where(TicketMessage.id.in_(ids)).values(kind=TAKEN, text=None)
    session.execute(query.execution_options(synchronize_session=False))
