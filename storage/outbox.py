"""What goes out: the ledger of all we say. Nothing reaches a person but through a row here.

new -> sending (commit) -> HTTP -> sent | new again | dead | held
                                   expired and cancelled never left; merged went with others, in the row `target_id`
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.attachments import PLACE, Attachment, AttachmentRow, keep
from storage.base import AutoId, Base, new_id, partial_index
from storage.sql import rowcount
from storage.topics import Topic
from storage.types import Instant, Json

NEW, SENDING, SENT = "new", "sending", "sent"
DEAD, HELD, EXPIRED, CANCELLED, MERGED = "dead", "held", "expired", "cancelled", "merged"
# Staff stopped a broadcast for a while: it did not leave, and does not until they let it.
PAUSED = "paused"

MAKE_TOPIC = "createForumTopic"
# Purpose of a row that makes a topic again which someone deleted.
TOPIC_AGAIN = "topic-again"


class Priority(IntEnum):
    """Who goes first when Telegram's limits make rows wait: the smallest number. See bot.telegram.line."""

    NEEDED = -10  # what other rows of the chat cannot do without: their topic
    LIVE = 0
    CARD = 8  # a new question for staff
    STAFF = 10
    QUIET = 12  # what staff need not see at once: edits, digests
    REMINDER = 20
    BROADCAST = 30


class Body(Base):
    """Parameters that the rows of a broadcast share, in one language."""

    __tablename__ = "body"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    language: Mapped[str] = mapped_column(String(8))
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Instant)


class OutboxRow(Base):
    """One call to Telegram. `payload` holds its parameters but chat, thread and the id of the target message."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    method: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any] | None] = mapped_column(Json)
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    target_id: Mapped[int | None] = mapped_column(BigInteger)
    priority: Mapped[int] = mapped_column(SmallInteger, default=int(Priority.LIVE))
    state: Mapped[str] = mapped_column(String(10), default=NEW)
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    repeated: Mapped[bool] = mapped_column(default=False)
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    error: Mapped[str | None] = mapped_column(Text)
    key: Mapped[str | None] = mapped_column(String(80), unique=True)
    purpose: Mapped[str | None] = mapped_column(String(24))
    ref: Mapped[int | None] = mapped_column(BigInteger)
    attachment_id: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        partial_index("ix_outbox_waiting", "priority", "id", where="state in ('new', 'sending')"),
        Index("ix_outbox_message", "chat_id", "message_id"),
        partial_index("ix_outbox_purpose", "purpose", "ref", where="purpose is not null"),
        partial_index("ix_outbox_attachment", "attachment_id", where="attachment_id is not null"),
    )


@dataclass(slots=True)
class Draft:
    """A row to be written: see OutboxRow for what the fields mean. `id` may be used at once as a target."""

    chat_id: int
    method: str
    payload: dict[str, Any] | None = None
    topic_id: int | None = None
    target_id: int | None = None
    priority: Priority = Priority.LIVE
    not_before: datetime | None = None
    expires_at: datetime | None = None
    key: str | None = None
    purpose: str | None = None
    ref: int | None = None
    attachment_id: int | None = None
    state: str = NEW
    id: int = field(default_factory=new_id)


def enqueue(session: Session, draft: Draft) -> int:
    """Say something in this transaction. Returns the row's id. It is written at the commit, with its peers."""
    session.info.setdefault("drafts", []).append(draft)
    return draft.id


def attached(
    session: Session, chat_id: int, attachment: Attachment, payload: dict[str, Any], now: datetime, **fields: Any
) -> Draft:
    """A draft of a message with a file. `payload`: caption and buttons; `fields`: of Draft. Say it with `enqueue`."""
    kept = keep(session, attachment, now)
    what = {attachment.kind: PLACE} | payload
    return Draft(chat_id, attachment.method, what, attachment_id=kept, **fields)


def attached_edit(
    session: Session,
    chat_id: int,
    attachment: Attachment,
    caption: dict[str, Any],
    payload: dict[str, Any],
    now: datetime,
    target_id: int | None = None,
) -> Draft:
    """A draft that puts a file in the place of a message's file. `payload`: buttons, and the message if no target."""
    media = {"type": attachment.kind, "media": PLACE} | caption
    kept = keep(session, attachment, now)
    return Draft(chat_id, "editMessageMedia", {"media": media} | payload, target_id=target_id, attachment_id=kept)


def drafts(session: Session) -> list[Draft]:
    """What this transaction is about to say."""
    found: list[Draft] = session.info.get("drafts", [])
    return found


def flush(session: Session, now: datetime) -> None:
    """Write the drafts of this transaction, in one statement."""
    waiting = drafts(session)
    if waiting:
        session.connection().execute(_INSERT, [_row(d, now) for d in waiting])


_INSERT: Any = insert(OutboxRow.__table__)  # type: ignore[arg-type]


def _row(d: Draft, now: datetime) -> dict[str, Any]:
    return {
        "id": d.id,
        "chat_id": d.chat_id,
        "topic_id": d.topic_id,
        "method": d.method,
        "payload": d.payload,
        "target_id": d.target_id,
        "priority": int(d.priority),
        "state": d.state,
        "attempts": 1 if d.state == SENDING else 0,
        "repeated": False,
        "not_before": d.not_before,
        "expires_at": d.expires_at,
        "created_at": now,
        "key": d.key,
        "purpose": d.purpose,
        "ref": d.ref,
        "attachment_id": d.attachment_id,
    }


def cancel(session: Session, where: Any, why: str | None = None) -> int:
    """Take back what did not leave yet. Returns how many rows."""
    waits = OutboxRow.state.in_([NEW, PAUSED])
    return rowcount(session.execute(update_rows(waits & where, state=CANCELLED, error=why)))


def wait_until(session: Session, where: Any, at: datetime | None) -> int:
    """What did not leave yet waits until then (UTC); None: it may leave. Returns how many rows."""
    waits = OutboxRow.state.in_([NEW, PAUSED])
    return rowcount(session.execute(update_rows(waits & where, not_before=at)))


def pause(session: Session, where: Any) -> int:
    """What did not leave yet stays here until `resume`. Returns how many rows."""
    return rowcount(session.execute(update_rows((OutboxRow.state == NEW) & where, state=PAUSED)))


def resume(session: Session, where: Any) -> int:
    """What was paused may leave. Returns how many rows."""
    return rowcount(session.execute(update_rows((OutboxRow.state == PAUSED) & where, state=NEW)))


def overtake(session: Session, draft: Draft) -> int:
    """Say it in place of what was said of the same message (`purpose`, `ref`, `target_id`) and did not leave yet.

    That keeps its place in the line, so only the newest of many changes leaves. Returns the row's id.
    """
    same = (draft.chat_id, draft.method, draft.purpose, draft.ref, draft.target_id)
    for d in drafts(session):
        if (d.chat_id, d.method, d.purpose, d.ref, d.target_id) == same:
            d.payload = draft.payload
            return d.id
    where = (
        (OutboxRow.state == NEW)
        & (OutboxRow.chat_id == draft.chat_id)
        & (OutboxRow.method == draft.method)
        & (OutboxRow.purpose == draft.purpose)
        & OutboxRow.ref.is_not_distinct_from(draft.ref)
        & OutboxRow.target_id.is_not_distinct_from(draft.target_id)
    )
    changed = session.execute(update_rows(where, payload=draft.payload).returning(OutboxRow.id)).scalar()
    return enqueue(session, draft) if changed is None else changed


def release_held(session: Session, chat_id: int) -> int:
    """The person is back: what was held for them goes out. Returns how many rows."""
    return rowcount(
        session.execute(update_rows((OutboxRow.chat_id == chat_id) & (OutboxRow.state == HELD), state=NEW))
    )


def readdress(session: Session, old_chat: int, new_chat: int) -> None:
    """The group became a supergroup with another id: what waits goes there."""
    session.execute(
        update_rows((OutboxRow.chat_id == old_chat) & OutboxRow.state.in_([NEW, SENDING, HELD]), chat_id=new_chat)
    )


def edited_since(session: Session, chat_id: int, message_id: int | None, row_id: int) -> bool:
    """Whether anything after this row changes the message. Rows are numbered by time, so few are looked at."""
    query = select(OutboxRow.payload).where(OutboxRow.id > row_id, OutboxRow.chat_id == chat_id)
    return any((payload or {}).get("message_id") == message_id for payload in session.scalars(query))


def forget_attachments(session: Session, before: datetime) -> int:
    """Remove files that were last said before this moment and that nobody waits for. Returns how many."""
    wanted = select(OutboxRow.attachment_id).where(
        OutboxRow.attachment_id.is_not(None), OutboxRow.state.in_([NEW, SENDING, HELD])
    )
    where = (AttachmentRow.used_at < before) & AttachmentRow.id.not_in(wanted)
    return rowcount(session.execute(delete(AttachmentRow).where(where)))


def forget_attachments_of(session: Session, where: Any) -> int:
    """Remove the files of these rows that no other row has: what erasing someone takes. Returns how many."""
    told = select(OutboxRow.attachment_id).where(OutboxRow.attachment_id.is_not(None))
    alone = AttachmentRow.id.in_(told.where(where)) & AttachmentRow.id.not_in(told.where(~where))
    return rowcount(session.execute(delete(AttachmentRow).where(alone)))


def topic_missing(session: Session, topic_id: int) -> bool:
    """Whether this topic must be made again: it is gone, and no row that makes it is under way."""
    if session.execute(select(Topic.thread_id).where(Topic.id == topic_id)).scalar() is not None:
        return False
    if any(d.topic_id == topic_id and d.method == MAKE_TOPIC for d in drafts(session)):
        return False
    coming = OutboxRow.state.in_([NEW, SENDING, HELD]) & (OutboxRow.topic_id == topic_id)
    query = select(OutboxRow.id).where(coming, OutboxRow.method == MAKE_TOPIC)
    return session.execute(query).scalar() is None


def waiting(session: Session, chat_id: int, most: int) -> int:
    """How many rows wait to be sent to this chat; counted up to `most`."""
    query = select(OutboxRow.id).where(OutboxRow.state.in_([NEW, SENDING]), OutboxRow.chat_id == chat_id).limit(most)
    return len(session.execute(query).all())


def counts(session: Session) -> dict[str, int]:
    """How many rows are in each state."""
    query = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
    return {row[0]: row[1] for row in session.execute(query)}


def dead_letters(session: Session) -> list[OutboxRow]:
    """What could not be delivered, newest first, for a person to look at."""
    query = select(OutboxRow).where(OutboxRow.state == DEAD).order_by(OutboxRow.id.desc()).limit(100)
    return list(session.scalars(query))


def update_rows(where: Any, **values: Any) -> Any:
    """The statement that changes these rows; what the session remembers of them is not looked after."""
    return update(OutboxRow).where(where).values(**values).execution_options(synchronize_session=False)
