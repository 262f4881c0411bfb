"""Forum topics in the staff group, as the outbox needs them: a topic has a thread id once Telegram made it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Index, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import AutoId, Base


class Topic(Base):
    """A forum topic. `thread_id` is empty until Telegram has made it, or after someone deleted it.

    `icon`: the custom emoji that was asked for last.
    """

    __tablename__ = "topic"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(128))
    icon: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (Index("ix_topic_thread", "chat_id", "thread_id"),)


def set_thread(session: Session, topic_id: int, thread_id: int | None) -> None:
    """Telegram made the topic (its thread id), or it is gone (None)."""
    session.execute(_update(Topic.id == topic_id, thread_id=thread_id))


def readdress(session: Session, old_chat: int, new_chat: int) -> None:
    """The group became a supergroup with another id."""
    session.execute(_update(Topic.chat_id == old_chat, chat_id=new_chat, thread_id=None))


def by_thread(session: Session, chat_id: int, thread_id: int) -> Topic | None:
    """The topic of this thread; None when it is not ours."""
    return session.scalars(select(Topic).where(Topic.chat_id == chat_id, Topic.thread_id == thread_id)).first()


def _update(where: Any, **values: Any) -> Any:
    return update(Topic).where(where).values(**values)
