"""What the outbox can tell about its rows."""

from __future__ import annotations

from sqlalchemy.orm import Session

from storage import outbox
from storage.database import Database
from storage.outbox import Draft

GROUP, SHOWN, OTHER = -100, 7, 8


def edit(session: Session, message_id: int, chat_id: int = GROUP) -> int:
    return outbox.enqueue(session, Draft(chat_id, "editMessageText", {"text": "Dag", "message_id": message_id}))


async def test_whether_a_message_was_changed_again(db: Database) -> None:
    shown = await db.write(edit, SHOWN)
    await db.write(edit, OTHER)
    await db.write(edit, SHOWN, GROUP - 1)
    assert not await db.read(outbox.edited_since, GROUP, SHOWN, shown)
    await db.write(edit, SHOWN)
    assert await db.read(outbox.edited_since, GROUP, SHOWN, shown)
