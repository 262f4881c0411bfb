"""Answers with a line added: an entry of the FAQ or a saved reply, kept until staff typed the line and sent it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.outbox import OutboxRow
from storage.replies import DROPPED, OPEN, SENT, PreparedAnswer
from storage.sql import rowcount


@dataclass(frozen=True, slots=True)
class Prepared:
    """See storage.replies.PreparedAnswer."""

    id: int
    ticket_id: int
    state: str
    entry_id: str | None
    reply_id: int | None
    added: str | None
    row_id: int | None


def open_for(session: Session, ticket_id: int, entry_id: str | None = None, reply_id: int | None = None) -> int:
    """An answer that waits for its line. Returns its number."""
    row = PreparedAnswer(ticket_id=ticket_id, entry_id=entry_id, reply_id=reply_id, state=OPEN)
    session.add(row)
    session.flush()
    return row.id


def shown_by(session: Session, number: int, row_id: int) -> None:
    """This row of the outbox shows it: a reply to its message is the line."""
    _move(session, number, OPEN, row_id=row_id)


def add(session: Session, number: int, line: str) -> None:
    """The line, or another one instead."""
    _move(session, number, OPEN, added=line)


def get(session: Session, number: int) -> Prepared | None:
    """The prepared answer; None when there is none with this number."""
    row = session.get(PreparedAnswer, number, populate_existing=True)
    return _view(row) if row is not None else None


def of_message(session: Session, chat_id: int, message_id: int) -> Prepared | None:
    """The prepared answer that this message of the staff group shows; None when it shows none."""
    rows = select(OutboxRow.id).where(OutboxRow.chat_id == chat_id, OutboxRow.message_id == message_id)
    row = session.scalars(select(PreparedAnswer).where(PreparedAnswer.row_id.in_(rows))).first()
    return _view(row) if row is not None else None


def send(session: Session, number: int) -> bool:
    """It is sent in this transaction. False: it was already, or was put aside."""
    return _move(session, number, OPEN, state=SENT)


def drop(session: Session, number: int) -> bool:
    """It is not sent. False: it was."""
    return _move(session, number, OPEN, state=DROPPED)


def _view(row: PreparedAnswer) -> Prepared:
    return Prepared(row.id, row.ticket_id, row.state, row.entry_id, row.reply_id, row.added, row.row_id)


def _move(session: Session, number: int, before: str, **values: Any) -> bool:
    where = (PreparedAnswer.id == number) & (PreparedAnswer.state == before)
    query = update(PreparedAnswer).where(where).values(**values)
    return rowcount(session.execute(query.execution_options(synchronize_session=False))) == 1
