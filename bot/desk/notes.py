"""Notes that staff keep with a ticket: they stay inside, whatever becomes of its topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.ticket import Actor
from storage.desk import Ticket
from storage.notes import TicketNote


@dataclass(frozen=True, slots=True)
class Note:
    """See storage.notes.TicketNote."""

    id: int
    ticket_id: int
    at: datetime
    by_name: str
    text: str


def keep(session: Session, ticket_id: int, by: Actor, text: str, message_id: int, now: datetime) -> None:
    """A new note. `message_id`: the message in the staff group that made it."""
    session.add(TicketNote(ticket_id=ticket_id, at=now, by_name=by.name, text=text, message_id=message_id))
    session.flush()
    tickets.audit(session, "note", ticket_id, by, now)


def of_ticket(session: Session, ticket_id: int) -> list[Note]:
    """The notes of a ticket, and of those that go on in it, oldest first."""
    merged = select(Ticket.id).where(Ticket.merged_into == ticket_id)
    return _read(session, or_(TicketNote.ticket_id == ticket_id, TicketNote.ticket_id.in_(merged)))


def by_message(session: Session, message_id: int) -> Note | None:
    """The note that this message in the staff group made; None when it made none."""
    found = _read(session, TicketNote.message_id == message_id)
    return found[0] if found else None


def change(session: Session, note: Note, text: str) -> None:
    """Its writer edited the message."""
    query = update(TicketNote).where(TicketNote.id == note.id).values(text=text)
    session.execute(query.execution_options(synchronize_session=False))


def remove(session: Session, note: Note, by: Actor, now: datetime) -> None:
    """It is not kept any more."""
    session.execute(delete(TicketNote).where(TicketNote.id == note.id))
    tickets.audit(session, "note-gone", note.ticket_id, by, now)


def _read(session: Session, where: ColumnElement[bool]) -> list[Note]:
    columns = [getattr(TicketNote, name) for name in Note.__slots__]
    return [Note(*row) for row in session.execute(select(*columns).where(where).order_by(TicketNote.id))]
