"""What staff keep with a ticket for each other."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant


class TicketNote(Base):
    """A note that its asker never sees. `message_id`: the message in the staff group that made it, so that its edits
    are known."""

    __tablename__ = "ticket_note"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by_name: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    message_id: Mapped[int] = mapped_column(BigInteger, index=True)
