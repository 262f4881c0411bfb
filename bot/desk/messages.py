"""Which message is a copy of which: replies and edits find their way by these pairs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from storage import outbox
from storage.desk import IN, OUT, TicketMessage
from storage.outbox import OutboxRow
from storage.sql import rowcount

# Kinds that the bot itself makes; every other kind is what a person sent.
CARD, HEADING, NOTICE = "card", "heading", "notice"
# What was taken back: it is nowhere any more.
TAKEN = "taken"
TEXT = "text"
# The origin of what the bot says itself.
NO_MESSAGE = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A message of a ticket and its copy: see storage.desk.TicketMessage."""

    id: int
    ticket_id: int
    direction: str
    kind: str
    text: str | None
    by_name: str | None
    at: datetime
    chat_id: int
    message_id: int
    outbox_id: int | None
    position: int
    copy_chat_id: int | None
    copy_message_id: int | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A message to be paired: who wrote it, where, what. `text` is Telegram HTML or None; `file`: see Pair."""

    ticket_id: int
    direction: str
    kind: str
    chat_id: int
    message_id: int = NO_MESSAGE
    text: str | None = None
    by_name: str | None = None
    file: str | None = None


def pair(
    session: Session, origin: Origin, at: datetime, outbox_id: int, position: int = 0, copy_id: int | None = None
) -> None:
    """Remember that this row of the outbox carries the message. `copy_id`: where it arrived, when that is known.

    `position` counts the rows that one message was cut into.
    """
    row = TicketMessage(
        ticket_id=origin.ticket_id,
        direction=origin.direction,
        kind=origin.kind,
        text=origin.text,
        by_name=origin.by_name,
        at=at,
        chat_id=origin.chat_id,
        message_id=origin.message_id,
        outbox_id=outbox_id,
        position=position,
        copy_chat_id=None if copy_id is None else origin.chat_id,
        copy_message_id=copy_id,
        file=origin.file,
    )
    session.add(row)
    session.flush()


def by_origin(session: Session, chat_id: int, message_id: int) -> list[Pair]:
    """The pairs of a message that a person wrote, in the order of its parts."""
    return [p for p in all_by_origin(session, chat_id, message_id) if p.kind not in (HEADING, TAKEN)]


def all_by_origin(session: Session, chat_id: int, message_id: int) -> list[Pair]:
    """As `by_origin`, with the lines that say who wrote it, and what was taken back."""
    where = (TicketMessage.chat_id == chat_id, TicketMessage.message_id == message_id)
    return [p for p in _read(session, *where) if p.message_id != NO_MESSAGE]


def answers(session: Session, ticket_id: int) -> list[str]:
    """What staff wrote to the asker in words of their own, in order, as Telegram HTML."""
    where = (TicketMessage.ticket_id == ticket_id, TicketMessage.direction == OUT, TicketMessage.position == 0)
    found = _read(session, *where, TicketMessage.kind == TEXT, TicketMessage.message_id != NO_MESSAGE)
    return [p.text for p in found if p.text]


def by_copy(session: Session, chat_id: int, message_id: int) -> Pair | None:
    """The pair whose copy this message is; None when it belongs to no ticket."""
    where = (TicketMessage.copy_chat_id == chat_id, TicketMessage.copy_message_id == message_id)
    found = _read(session, *where)
    return found[-1] if found else None


def cards(session: Session, ticket_id: int) -> list[Pair]:
    """The cards that this ticket ever had, the newest last."""
    return _read(session, TicketMessage.ticket_id == ticket_id, TicketMessage.kind == CARD)


def recent(session: Session, ticket_id: int, most: int) -> list[Pair]:
    """What asker and staff wrote last, in words, the newest last: without the question itself."""
    where = (TicketMessage.ticket_id == ticket_id, TicketMessage.position == 0, TicketMessage.text.is_not(None))
    found = _read(session, *where, TicketMessage.kind.not_in((CARD, HEADING, NOTICE)))
    return [p for p in found if p.message_id != NO_MESSAGE][-most:]


def chat_of(session: Session, outbox_id: int) -> int | None:
    """The chat to which this row of the outbox goes, or went; None when it is not there (any more)."""
    return session.execute(select(OutboxRow.chat_id).where(OutboxRow.id == outbox_id)).scalar()


def forget_copy(session: Session, ticket_id: int, outbox_id: int) -> None:
    """The message that this row made is gone."""
    found = by_note(session, ticket_id, outbox_id)
    if found is not None:
        _set(session, found.id, copy_chat_id=None, copy_message_id=None)


def arriving(session: Session) -> list[int]:
    """Tickets with a message that may be in the staff group already, though that is not written down yet."""
    query = (
        select(TicketMessage.ticket_id)
        .join(OutboxRow, OutboxRow.id == TicketMessage.outbox_id)
        .where(OutboxRow.state == outbox.SENDING, TicketMessage.direction == IN)
        .where(TicketMessage.copy_message_id.is_(None))
    )
    return sorted(set(session.scalars(query)))


def of_ticket(session: Session, ticket_id: int) -> list[Pair]:
    """Everything of a ticket, in order."""
    return _read(session, TicketMessage.ticket_id == ticket_id)


def move(session: Session, chat_id: int, message_id: int, ticket_id: int, to: int) -> None:
    """A message of a ticket, in all its parts, belongs to another one from now on."""
    message = (TicketMessage.chat_id == chat_id) & (TicketMessage.message_id == message_id)
    query = update(TicketMessage).where(message, TicketMessage.ticket_id == ticket_id).values(ticket_id=to)
    session.execute(query.execution_options(synchronize_session=False))


def by_row(session: Session, outbox_id: int) -> list[Pair]:
    """The messages that a row of the outbox carries: several when it is an album."""
    return _read(session, TicketMessage.outbox_id == outbox_id)


def get(session: Session, pair_id: int) -> Pair | None:
    """The pair with this id; None when it was erased."""
    found = _read(session, TicketMessage.id == pair_id)
    return found[0] if found else None


def by_note(session: Session, ticket_id: int, outbox_id: int) -> Pair | None:
    """What is known of this row of the outbox, for this ticket."""
    found = _read(session, TicketMessage.ticket_id == ticket_id, TicketMessage.outbox_id == outbox_id)
    return found[0] if found else None


def delivered(session: Session, outbox_id: int, chat_id: int, message_ids: Sequence[int]) -> list[Pair]:
    """The row arrived as these messages: fill in the copies. Returns the pairs, with their copies.

    Of an album that arrived in part nobody can say which part is which: its pairs stay without copies, and what
    arrived is known to be of the ticket, no more.
    """
    pairs = sorted(by_row(session, outbox_id), key=lambda p: p.message_id)
    if len(pairs) == len(message_ids):
        for found, message_id in zip(pairs, message_ids, strict=True):
            _set(session, found.id, copy_chat_id=chat_id, copy_message_id=message_id)
    for message_id in message_ids if pairs and len(pairs) > len(message_ids) else ():
        part = Origin(pairs[0].ticket_id, pairs[0].direction, HEADING, chat_id, by_name=pairs[0].by_name)
        pair(session, part, pairs[0].at, outbox_id, copy_id=message_id)
    return by_row(session, outbox_id)


def is_shared(session: Session, found: Pair) -> bool:
    """Whether the message was written in another ticket, and went to this one's asker too."""
    written = by_origin(session, found.chat_id, found.message_id)
    return bool(written) and written[0].ticket_id != found.ticket_id


def change_text(session: Session, found: Pair, text: str | None, file: str | None = None) -> None:
    """The person edited the message; `file`: the file in it, if it has one."""
    _set(session, found.id, text=text, **({"file": file} if file is not None else {}))


def discard_held(session: Session, purposes: Collection[str], ticket_id: int) -> int:
    """What is held for someone who blocked the bot is not kept after all. Returns how many rows."""
    held = (OutboxRow.purpose.in_(purposes)) & (OutboxRow.ref == ticket_id) & (OutboxRow.state == outbox.HELD)
    query = update(OutboxRow).where(held).values(state=outbox.CANCELLED)
    return rowcount(session.execute(query.execution_options(synchronize_session=False)))


def row_with(session: Session, key: str) -> int | None:
    """The row of the outbox with this key; None when there is none."""
    waiting = next((draft.id for draft in outbox.drafts(session) if draft.key == key), None)
    return waiting or session.execute(select(OutboxRow.id).where(OutboxRow.key == key)).scalar()


def said_before(session: Session, key: str) -> bool:
    """Whether a row of the outbox has this key: something that is said only once was said."""
    return row_with(session, key) is not None


def state_of(session: Session, outbox_id: int) -> str | None:
    """How far the row is (storage.outbox); None when it is not there (any more)."""
    return session.execute(select(OutboxRow.state).where(OutboxRow.id == outbox_id)).scalar()


def message_of(session: Session, outbox_id: int) -> int | None:
    """The message that this row of the outbox made; None while it is under way, and when it made none."""
    return session.execute(select(OutboxRow.message_id).where(OutboxRow.id == outbox_id)).scalar()


def _read(session: Session, *where: ColumnElement[bool]) -> list[Pair]:
    columns = [getattr(TicketMessage, name) for name in Pair.__slots__]
    return [Pair(*row) for row in session.execute(select(*columns).where(*where).order_by(TicketMessage.id))]


def _set(session: Session, pair_id: int, **values: object) -> None:
    query = update(TicketMessage).where(TicketMessage.id == pair_id).values(**values)
    session.execute(query.execution_options(synchronize_session=False))
