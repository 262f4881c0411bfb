"""Gatherings that staff write in a message, or change by one, until they say that it was read well."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant, Json

OPEN, DONE, DROPPED = "open", "done", "dropped"


class EventDraft(Base):
    """What was read (`reading`, see bot.agenda.free_form), from the message `written_id` of staff (None: from none).

    `row_id` and `message_id`: the outbox row or the message that shows it. `asked`: what a reply to that message is
    taken for. `occurrence_id`: what it changes; of a new one that is done, what was made of it.
    """

    __tablename__ = "event_draft"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    written_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    row_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    message_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    reading: Mapped[dict[str, Any]] = mapped_column(Json)
    asked: Mapped[str | None] = mapped_column(String(16))
    occurrence_id: Mapped[int | None] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant)
