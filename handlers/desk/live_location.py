"""A place that moves: its copy moves too, but not so often that a busy group has no room for anything else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.desk.messages import Pair
from handlers.desk.desk_content import Content
from handlers.desk.desk_group import StaffGroup
from storage import outbox, sending
from storage.outbox import Draft, OutboxRow, Priority

MOVED = "live-moved"
# Phones tell where they are every few seconds; a group takes 20 messages a minute, edits too.
EVERY = timedelta(seconds=10)


def follow(group: StaffGroup, chat_id: int, pair: Pair, what: Content) -> None:
    """The person moved, or shares no longer where they are. `chat_id`: where the copy is. The latest counts."""
    method, payload = ("editMessageLiveLocation", _place(what.live)) if what.live else ("stopMessageLiveLocation", {})
    copy = group.session.get(OutboxRow, pair.outbox_id, populate_existing=True)
    if copy is not None and copy.state == outbox.HELD:
        return sending.replace_payload(group.session, copy.id, {**(copy.payload or {}), **payload})
    ours = (OutboxRow.purpose == MOVED) & (OutboxRow.ref == pair.id)
    outbox.cancel(group.session, ours)
    last = group.session.execute(
        select(OutboxRow.sent_at).where(ours, OutboxRow.state == outbox.SENT).order_by(OutboxRow.id.desc()).limit(1)
    ).scalar()
    due = last + EVERY if last is not None else None
    draft = Draft(chat_id, method, payload, target_id=pair.outbox_id, priority=Priority.STAFF, purpose=MOVED)
    draft.ref, draft.not_before = pair.id, due if due is not None and due > group.now else None
    outbox.enqueue(group.session, draft)


def _place(live: dict[str, Any]) -> dict[str, Any]:
    return {name: live[name] for name in ("latitude", "longitude", "heading") if name in live}
