"""The FAQ as the database keeps it, and what was asked of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import AutoId, Base
from storage.types import Instant, Json

ACTIVE, RETIRED = "active", "retired"


class EntryRow(Base):
    """A question with its answer (Markdown)."""

    __tablename__ = "entry"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    themes: Mapped[list[str]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(10), default=ACTIVE)
    updated_at: Mapped[datetime] = mapped_column(Instant)
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
    """One change of the FAQ. The highest id is the FAQ's revision: processes rebuild their index when it moves."""

    __tablename__ = "entry_revision"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    change: Mapped[str] = mapped_column(String(10))
    snapshot: Mapped[dict[str, Any]] = mapped_column(Json)


class Asked(Base):
    """A question as asked, what the matcher made of it, and what the asker thought of that."""

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
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))

    __table_args__ = (Index("ix_asked_at", "at"),)
