"""Calendars elsewhere that the agenda follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant, Json

# A feed that staff stopped, or that is no longer in the settings, is OFF; its gatherings stay.
ON, OFF = "on", "off"
CHAT, SETTINGS = "chat", "settings"


class Feed(Base):
    """A calendar at a URL, which may be a secret: it is never shown nor logged whole.

    `etag` and `modified`: what the server said of the version we have; `digest`: the hash of that. `due_at`: when it
    is looked at next. `failures` in a row, the last with `error` (a Problem as JSON); `told`: the group knows of it.
    `offer_id`, `offer_row`: the version whose changes wait for staff, and the outbox row of the message about it.
    """

    __tablename__ = "feed"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(10), default=CHAT)
    state: Mapped[str] = mapped_column(String(8), default=ON)
    etag: Mapped[str | None] = mapped_column(Text)
    modified: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str | None] = mapped_column(String(64))
    read_at: Mapped[datetime | None] = mapped_column(Instant)
    due_at: Mapped[datetime] = mapped_column(Instant)
    failures: Mapped[int] = mapped_column(default=0)
    error: Mapped[dict[str, Any] | None] = mapped_column(Json)
    told: Mapped[bool] = mapped_column(default=False)
    offer_id: Mapped[int | None] = mapped_column(BigInteger)
    offer_row: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(Instant)

    __table_args__ = (Index("ix_feed_due", "state", "due_at"),)
