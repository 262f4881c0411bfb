"""Albums: Telegram delivers their parts one by one; they travel on as one row of the outbox.

The row waits a moment for its other parts. A part that comes too late travels by itself.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage import outbox
from storage.outbox import OutboxRow
from storage.sql import rowcount

# Telegram sends the parts within some tenths of a second.
WAIT = timedelta(seconds=1)


def key(chat_id: int, media_group_id: str) -> str:
    """The outbox key under which the parts of this album meet."""
    return f"album:{chat_id}:{media_group_id}"[:80]


def join(session: Session, album: str, message_id: int) -> int | None:
    """Add a part to the album's row. Returns the row, or None when there is none yet or it has left already."""
    for draft in outbox.drafts(session):
        if draft.key == album:
            draft.payload = _with(draft.payload, message_id)
            return draft.id
    query = select(OutboxRow.id, OutboxRow.payload).where(OutboxRow.key == album, OutboxRow.state == outbox.NEW)
    found = session.execute(query).first()
    if found is None:
        return None
    waiting = (OutboxRow.id == found.id) & (OutboxRow.state == outbox.NEW)
    change = update(OutboxRow).where(waiting).values(payload=_with(found.payload, message_id))
    joined = rowcount(session.execute(change.execution_options(synchronize_session=False))) == 1
    return int(found.id) if joined else None


def _with(payload: dict[str, Any] | None, message_id: int) -> dict[str, Any]:
    # Telegram wants the ids in strictly increasing order.
    ids = sorted({*(payload or {})["message_ids"], message_id})
    return {**(payload or {}), "message_ids": ids}
