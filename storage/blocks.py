"""People who may not reach the people of the helpdesk any more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.types import Instant


class Block(Base):
    """Someone is blocked, for a reason that they hear (`reason`, see bot.desk.blocking), and that staff put in words.

    `message_id`: the message in the staff group that says so; a reply to it writes the words.
    """

    __tablename__ = "block"
    member_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    reason: Mapped[str] = mapped_column(String(12))
    words: Mapped[str | None] = mapped_column(Text)
    by_id: Mapped[int] = mapped_column(BigInteger)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Instant)
    message_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
