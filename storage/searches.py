"""What staff looked for among the tickets: so that pages and [ Terug ] need not look again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.types import Instant, Json


class TicketSearch(Base):
    """`words`: what was typed; empty when it is the list of one asker (`member_id`). `found`: tickets, best first."""

    __tablename__ = "ticket_search"
    # Never given twice, so that an old button cannot show the list of somebody else.
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    words: Mapped[str] = mapped_column(String(200))
    member_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    found: Mapped[list[int]] = mapped_column(Json)
