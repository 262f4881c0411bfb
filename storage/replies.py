"""Saved replies of staff, and answers that are being made ready."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant

# Where a prepared answer stands.
OPEN, SENT, DROPPED = "open", "sent", "dropped"


class SavedReply(Base):
    """A text that staff send often. `html`: Telegram HTML, with `{naam}` where the asker's name comes; `before`: what
    it said before the last change; `asked_id`: the message in the staff group that waits for its new text."""

    __tablename__ = "saved_reply"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    name: Mapped[str] = mapped_column(String(64))
    html: Mapped[str] = mapped_column(Text)
    before: Mapped[str | None] = mapped_column(Text)
    by_name: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[datetime] = mapped_column(Instant)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)
    used: Mapped[int] = mapped_column(default=0)
    asked_id: Mapped[int | None] = mapped_column(BigInteger, index=True)


class PreparedAnswer(Base):
    """An entry of the FAQ or a saved reply that gets a line of staff below it before it is sent (`added`, Telegram
    HTML). `row_id`: the row of the outbox that shows it and waits for the line."""

    __tablename__ = "prepared_answer"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), index=True)
    state: Mapped[str] = mapped_column(String(8), default=OPEN)
    entry_id: Mapped[str | None] = mapped_column(String(64))
    reply_id: Mapped[int | None] = mapped_column(ForeignKey("saved_reply.id"))
    added: Mapped[str | None] = mapped_column(Text)
    row_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
