"""The sender's side of the outbox: rows are claimed, looked up, sent, and marked with what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, select, update
from sqlalchemy.orm import Session, aliased

from storage.attachments import AttachmentRow, File
from storage.outbox import EXPIRED, NEW, SENDING, SENT, Body, Draft, OutboxRow, update_rows
from storage.sql import rowcount
from storage.topics import Topic

TOPIC_METHODS = {"editForumTopic", "closeForumTopic", "reopenForumTopic", "deleteForumTopic"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that waits, as the sender needs it to choose: not what it says."""

    id: int
    chat_id: int
    priority: int
    method: str


def due(session: Session, now: datetime, limit: int) -> list[Waiting]:
    """Rows that may go now, first things first."""
    query = (
        select(OutboxRow.id, OutboxRow.chat_id, OutboxRow.priority, OutboxRow.method)
        .where(OutboxRow.state == NEW, (OutboxRow.not_before.is_(None)) | (OutboxRow.not_before <= now))
        .order_by(OutboxRow.priority, OutboxRow.id)
        .limit(limit)
    )
    return [Waiting(*row) for row in session.execute(query)]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed row with everything looked up that the call needs."""

    id: int
    chat_id: int
    method: str
    params: dict[str, Any]
    attempts: int
    repeated: bool
    priority: int
    topic_id: int | None = None
    purpose: str | None = None
    ref: int | None = None
    target_missing: bool = False
    file: File | None = None


_CLAIM: Any = (
    update(OutboxRow.__table__)  # type: ignore[arg-type]
    .where(OutboxRow.id.in_(bindparam("b_ids", expanding=True)), OutboxRow.state == NEW)
    .values(
        state=case((OutboxRow.expires_at <= bindparam("b_now"), EXPIRED), else_=SENDING),
        attempts=OutboxRow.attempts + 1,
    )
    .returning(OutboxRow.id, OutboxRow.chat_id, OutboxRow.state)
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that was still waiting: `state` is SENDING or EXPIRED. Groups move, so its chat may be another by now."""

    id: int
    chat_id: int
    state: str


def claim(session: Session, ids: Sequence[int], now: datetime) -> list[Claimed]:
    """Mark rows as being sent; returns those that still waited. Past `expires_at` they expire instead."""
    rows = session.connection().execute(_CLAIM, {"b_ids": list(ids), "b_now": now})
    return [Claimed(*row) for row in rows]


def is_claimed(session: Session, row: Outgoing) -> bool:
    """Whether the row is still being sent by who claimed it then: after a pause another process may have it."""
    query = select(OutboxRow.id).where(
        OutboxRow.id == row.id, OutboxRow.state == SENDING, OutboxRow.attempts == row.attempts
    )
    return session.execute(query).scalar() is not None


_TARGET = aliased(OutboxRow)


_FILE = AttachmentRow


_LOOK_UP = (
    select(
        OutboxRow,
        Body.payload,
        Topic.thread_id,
        _TARGET.message_id,
        _FILE.id,
        _FILE.kind,
        _FILE.name,
        _FILE.media_type,
        _FILE.file_id,
        case((_FILE.file_id.is_(None), _FILE.data)),
    )
    .outerjoin(Body, Body.id == OutboxRow.body_id)
    .outerjoin(Topic, Topic.id == OutboxRow.topic_id)
    .outerjoin(_TARGET, _TARGET.id == OutboxRow.target_id)
    .outerjoin(_FILE, _FILE.id == OutboxRow.attachment_id)
    .where(OutboxRow.id.in_(bindparam("b_ids", expanding=True)))
    .order_by(OutboxRow.priority, OutboxRow.id)
)


def look_up(session: Session, ids: Sequence[int]) -> list[Outgoing]:
    """Claimed rows with everything that their calls need, in order."""
    return [_outgoing(*row) for row in session.execute(_LOOK_UP, {"b_ids": list(ids)})]


def _outgoing(
    row: OutboxRow, body: dict[str, Any] | None, thread: int | None, target: int | None, *file: Any
) -> Outgoing:
    params = {"chat_id": row.chat_id, **(body or {}), **(row.payload or {})}
    if thread is not None and row.topic_id is not None and takes_thread(row.method):
        params["message_thread_id"] = thread
    if target is not None:
        params["message_id"] = target
    missing = row.target_id is not None and target is None
    return Outgoing(
        row.id,
        row.chat_id,
        row.method,
        params,
        row.attempts,
        row.repeated,
        row.priority,
        row.topic_id,
        row.purpose,
        row.ref,
        missing,
        File(*file) if file[0] is not None else None,
    )


def takes_thread(method: str) -> bool:
    """Whether the method names the forum topic it acts in."""
    return method.startswith(("send", "copy", "forward")) or method in TOPIC_METHODS


def stands_alone(draft: Draft) -> bool:
    """Whether a draft can be sent without looking anything up."""
    wants = (draft.target_id, draft.topic_id, draft.not_before, draft.key, draft.attachment_id)
    return all(want is None for want in wants)


def outgoing(draft: Draft) -> Outgoing:
    """A draft that stands alone, as the call it becomes."""
    params = {"chat_id": draft.chat_id, **(draft.payload or {})}
    return Outgoing(
        draft.id, draft.chat_id, draft.method, params, 1, False, int(draft.priority), None, draft.purpose, draft.ref
    )


def mark_sent(session: Session, results: Iterable[tuple[int, int | None]], now: datetime) -> None:
    """Rows that Telegram accepted, each with the id of the message it made (None where it made none)."""
    rows = [{"b_id": row, "b_message": message, "b_at": now} for row, message in results]
    if rows:
        session.connection().execute(_MARK_SENT, rows)


def postpone(session: Session, row_id: int, error: str, not_before: datetime | None, repeated: bool = False) -> None:
    """Try again later. `repeated`: it may have arrived already, so it is flagged as possibly double."""
    values: dict[str, Any] = {"state": NEW, "error": error, "not_before": not_before}
    if repeated:
        values["repeated"] = True
    session.execute(update_rows((OutboxRow.id == row_id) & (OutboxRow.state == SENDING), **values))


def give_back(session: Session, row_ids: Sequence[int]) -> None:
    """Rows that were claimed but did not leave: they wait again, as if nothing happened."""
    values = {"state": NEW, "attempts": OutboxRow.attempts - 1}
    session.execute(update_rows(OutboxRow.id.in_(row_ids) & (OutboxRow.state == SENDING), **values))


def settle(session: Session, row_id: int, state: str, error: str) -> None:
    """The row will not be sent (dead), or not until the person returns (held)."""
    session.execute(update_rows(OutboxRow.id == row_id, state=state, error=error))


def replace_payload(session: Session, row_id: int, payload: dict[str, Any]) -> None:
    """Change what a row says before its next try: `payload` is all of it, also of a row that shared a body."""
    session.execute(update_rows(OutboxRow.id == row_id, payload=payload, body_id=None))


def being_sent(session: Session) -> list[int]:
    """The rows that are marked as being sent."""
    return list(session.scalars(select(OutboxRow.id).where(OutboxRow.state == SENDING)))


def recover(session: Session, ids: Sequence[int]) -> int:
    """Nobody knows whether these rows in flight arrived. They go again, flagged. Returns how many.

    Telegram has no idempotency key, so 0 lost means at most as many repeats as were in flight.
    """
    where = OutboxRow.id.in_(ids) & (OutboxRow.state == SENDING)
    return rowcount(session.execute(update_rows(where, state=NEW, repeated=True)))


def _mark_sent_statement() -> Any:
    table: Any = OutboxRow.__table__
    values: dict[str, Any] = {
        "state": SENT,
        "message_id": bindparam("b_message"),
        "sent_at": bindparam("b_at"),
        "error": None,
    }
    return update(table).where(table.c.id == bindparam("b_id")).values(**values)


_MARK_SENT = _mark_sent_statement()
