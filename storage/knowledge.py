"""The FAQ as the database keeps it, and what was asked of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Date, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import AutoId, Base
from storage.types import Instant, Json

ACTIVE, RETIRED = "active", "retired"
# What a revision did.
NEW, CHANGED, PHRASING, IMPORTED = "new", "changed", "phrasing", "imported"
RESTORED, UNDONE = "restored", "undone"
# Where a draft stands.
OPEN, PUBLISHED, DROPPED = "open", "published", "dropped"


class EntryRow(Base):
    """A question with its answer (Markdown). `revision` is the newest EntryRevision of it.

    `translations` is {language: {question, phrasings, answer}}; `checked_at` is when staff last saw the answer and
    found it right, None when only an import says so.
    """

    __tablename__ = "entry"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    themes: Mapped[list[str]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(10), default=ACTIVE)
    updated_at: Mapped[datetime] = mapped_column(Instant)
    translations: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    review: Mapped[date | None] = mapped_column(Date)
    picture: Mapped[str | None] = mapped_column(Text)
    voice: Mapped[str | None] = mapped_column(Text)
    checked_at: Mapped[datetime | None] = mapped_column(Instant)
    revision: Mapped[int] = mapped_column(BigInteger, default=0)
    phrasings: Mapped[list[Phrasing]] = relationship(
        order_by="Phrasing.id", cascade="all, delete-orphan", lazy="selectin"
    )


class Phrasing(Base):
    """Another way to ask an entry's question."""

    __tablename__ = "phrasing"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("entry.id"), index=True)
    text: Mapped[str] = mapped_column(Text)


class EntryRevision(Base):
    """One change of the FAQ. The highest id is the FAQ's revision: processes rebuild their index when it moves.

    `snapshot` is all of the entry after the change, `before` all of it before; None for an entry that is new.
    """

    __tablename__ = "entry_revision"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    change: Mapped[str] = mapped_column(String(10))
    snapshot: Mapped[dict[str, Any]] = mapped_column(Json)
    before: Mapped[dict[str, Any] | None] = mapped_column(Json)


class FaqDraft(Base):
    """An answer that staff are writing ("Concept"), new or for an entry that exists.

    `seen`: the entry's revision when writing began. `row_id` or `message_id`: the message that shows the draft, by
    its outbox row or, when it was a message already, by its id. `field`: what a reply without a label changes.
    `revision`: what publishing it made.
    """

    __tablename__ = "faq_draft"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    phrasings: Mapped[list[str]] = mapped_column(Json)
    themes: Mapped[list[str]] = mapped_column(Json)
    entry_id: Mapped[str | None] = mapped_column(String(64))
    seen: Mapped[int | None] = mapped_column(BigInteger)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    asked_id: Mapped[int | None] = mapped_column(BigInteger)
    field: Mapped[str | None] = mapped_column(String(12))
    row_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    message_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    revision: Mapped[int | None] = mapped_column(BigInteger)
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant)


class Asked(Base):
    """A question as asked, what the matcher made of it, and what the asker thought of that.

    `revision`: which one of the entry (`entry_id`, or `chosen_id` when the asker chose) they received.
    """

    __tablename__ = "asked"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    member_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(Instant)
    text: Mapped[str | None] = mapped_column(Text)
    decision: Mapped[str] = mapped_column(String(12))
    entry_id: Mapped[str | None] = mapped_column(String(64))
    score: Mapped[float | None] = mapped_column(Float)
    candidates: Mapped[list[list[Any]] | None] = mapped_column(Json)
    feedback: Mapped[str | None] = mapped_column(String(12))
    chosen_id: Mapped[str | None] = mapped_column(String(64))
    revision: Mapped[int | None] = mapped_column(BigInteger)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))

    __table_args__ = (Index("ix_asked_at", "at"), Index("ix_asked_revision", "revision"))
