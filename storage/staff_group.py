"""What we know of the staff group, and what stands in it that belongs to no ticket."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Base
from storage.types import Instant, Json


class KnownGroup(Base):
    """The staff group as Telegram last described it: one row for each group that it ever was.

    `coordinators`: the ids of its administrators. `problem`: what keeps the bot from its work there, since when, and
    `told`: the outbox rows that told coordinators. `overview_id`: the outbox row that made the pinned overview,
    `overview_shown` its text without the time, `overview_at` when it last changed. `looked_at`: when the bot
    last looked whose askers are silent, so that it knows how long it was away.
    """

    __tablename__ = "staff_group"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(String(255), default="")
    coordinators: Mapped[list[Any]] = mapped_column(Json, default=list)
    problem: Mapped[str | None] = mapped_column(String(16))
    problem_at: Mapped[datetime | None] = mapped_column(Instant)
    told: Mapped[list[Any]] = mapped_column(Json, default=list)
    overview_id: Mapped[int | None] = mapped_column(BigInteger)
    overview_shown: Mapped[str | None] = mapped_column(Text)
    overview_at: Mapped[datetime | None] = mapped_column(Instant)
    looked_at: Mapped[datetime | None] = mapped_column(Instant)


def known(session: Session, chat_id: int) -> KnownGroup:
    """What is known of this group. Change the row to remember more."""
    row = session.get(KnownGroup, chat_id)
    if row is None:
        row = KnownGroup(chat_id=chat_id, title="", coordinators=[], told=[])
        session.add(row)
        session.flush()
    return row


def look(session: Session, chat_id: int) -> KnownGroup | None:
    """As `known`, for a transaction that only reads: None when nothing is known yet."""
    return session.get(KnownGroup, chat_id)
