"""Everyone who talks with the bot, and chats that moved."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, SmallInteger, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Base
from storage.sql import upsert
from storage.types import Instant, Json

ACTIVE, BLOCKED, DEACTIVATED = "active", "blocked", "deactivated"
# The kinds of messages that a member chooses: names of columns.
KINDS = ("news", "reminders", "changes")
# 21.00 to 8.00: what everyone has who did not choose otherwise (conversation 15). In minutes of the day.
QUIET_FROM, QUIET_UNTIL = 21 * 60, 8 * 60


class Member(Base):
    """A person, by Telegram's user id, which is the id of the private chat too.

    `dialog` is where the conversation stands: what the bot waits for, and the buttons of its last message.
    `news`, `reminders`, `changes`: the kinds of messages they chose; `muted`: not even changes of what they come to;
    `paused`: the first letters of those that were on when they blocked the bot, until they choose again.
    `stopped_at`: when they turned the last of those off themselves, until they turn one on. `quiet_from`,
    `quiet_until`: when their phone is left in peace, in minutes of the day on the clock of `zone` (IANA; None: the
    network's); both None: never. `feed_token`: what the address of their own calendar ends with.
    """

    __tablename__ = "member"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    first_name: Mapped[str] = mapped_column(String(200), default="")
    username: Mapped[str | None] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(12), default=ACTIVE)
    state_since: Mapped[datetime | None] = mapped_column(Instant)
    welcomed: Mapped[bool] = mapped_column(default=False)
    dialog: Mapped[dict[str, Any] | None] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Instant)
    news: Mapped[bool] = mapped_column(default=False)
    reminders: Mapped[bool] = mapped_column(default=False)
    changes: Mapped[bool] = mapped_column(default=False)
    paused: Mapped[str | None] = mapped_column(String(3))
    muted: Mapped[bool] = mapped_column(default=False)
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    quiet_from: Mapped[int | None] = mapped_column(SmallInteger, default=QUIET_FROM)
    quiet_until: Mapped[int | None] = mapped_column(SmallInteger, default=QUIET_UNTIL)
    zone: Mapped[str | None] = mapped_column(String(64))
    feed_token: Mapped[str | None] = mapped_column(String(43), unique=True)
    all_places: Mapped[bool] = mapped_column(default=False)
    all_themes: Mapped[bool] = mapped_column(default=False)


class MovedChat(Base):
    """A group that became a supergroup: its old id and its new one."""

    __tablename__ = "moved_chat"
    old_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    new_id: Mapped[int] = mapped_column(BigInteger)


def move_chat(session: Session, old_id: int, new_id: int) -> None:
    """Remember that a group has another id now."""
    query = upsert(session, MovedChat).values(old_id=old_id, new_id=new_id)
    session.execute(query.on_conflict_do_update(index_elements=["old_id"], set_={"new_id": new_id}))


def moved_chats(session: Session) -> dict[int, int]:
    """Old id -> new id of every group that moved."""
    return {row.old_id: row.new_id for row in session.scalars(select(MovedChat))}
