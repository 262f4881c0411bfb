"""Parts of albums that staff put in their group, kept until someone replies /nieuws to one of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.news import AlbumPart
from storage.sql import upsert

KEEP = timedelta(days=7)


def note(session: Session, where: tuple[int, int], album: str, media: dict[str, Any], now: datetime) -> None:
    """Keep a part. `where`: its chat and message; `media`: an InputMedia; of an edited part the new one."""
    chat_id, message_id = where
    session.execute(delete(AlbumPart).where(AlbumPart.at < now - KEEP))
    row = {"chat_id": chat_id, "message_id": message_id, "album": album, "media": media, "at": now}
    query = upsert(session, AlbumPart).values(row)
    session.execute(query.on_conflict_do_update(index_elements=["chat_id", "message_id"], set_={"media": media}))


def parts(session: Session, chat_id: int, album: str) -> list[dict[str, Any]]:
    """The parts of an album that are known, in order."""
    query = select(AlbumPart.media).where(AlbumPart.chat_id == chat_id, AlbumPart.album == album)
    return list(session.scalars(query.order_by(AlbumPart.message_id)))
