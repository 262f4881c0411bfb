"""An answer changed: who received the old one, and telling exactly them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from bot.agenda import broadcast
from bot.agenda.audience import Audience
from bot.agenda.broadcast import Broadcast
from bot.knowledge import revisions
from bot.knowledge.revisions import Revision
from bot.knowledge.snapshots import Snapshot
from storage import outbox
from storage.knowledge import Asked, EntryRevision
from storage.outbox import OutboxRow, Priority
from storage.people import ACTIVE, Member

# The purpose of what is told, in the outbox; its ref is the revision that it tells of.
PURPOSE = "recall"
# Questions are kept so long (conversation 19), and an older answer is hardly of use to anyone.
WITHIN = timedelta(days=365)


def reach(session: Session, revision_id: int, now: datetime) -> int:
    """How many people received an older answer last than the one this revision made. 0 too when that is not the
    entry's answer any more."""
    audience = _audience(session, revision_id, now)
    return broadcast.count(session, audience) if audience is not None else 0


def tell(session: Session, revision_id: int, message: Callable[[str], dict[str, Any]], now: datetime) -> int:
    """Tell them, each once. `message(language)`: the parameters of sendMessage but the chat. Returns how many."""
    audience = _audience(session, revision_id, now)
    if audience is None:
        return 0
    what = Broadcast(f"{PURPOSE}:{revision_id}", PURPOSE, revision_id, Priority.BROADCAST)
    return broadcast.send(session, what, audience, message, now)


def changes_answer(revision: Revision) -> bool:
    """Whether this change made the answer another one, of an entry that is still answered from."""
    return revision.before is not None and "answer" in revision.fields and revision.after["state"] == ACTIVE


def _audience(session: Session, revision_id: int, now: datetime) -> Audience | None:
    revision = revisions.get(session, revision_id)
    if revision is None or not changes_answer(revision):
        return None
    query = select(EntryRevision.id, EntryRevision.snapshot).where(EntryRevision.entry_id == revision.entry_id)
    snapshots: dict[int, Snapshot] = dict(session.execute(query.order_by(EntryRevision.id)).all())
    answer = revision.after["answer"]
    if snapshots[max(snapshots)]["answer"] != answer:
        return None
    stale = [number for number, snapshot in snapshots.items() if snapshot["answer"] != answer]
    # Revisions only grow, so the highest that someone received is what they received last.
    asked = select(Asked.member_id.label("who"), Asked.revision.label("what")).where(
        Asked.revision.in_(list(snapshots)), Asked.at >= now - WITHIN
    )
    told = select(OutboxRow.chat_id, OutboxRow.ref).where(
        OutboxRow.purpose == PURPOSE, OutboxRow.ref.in_(list(snapshots)), OutboxRow.state != outbox.CANCELLED
    )
    received = union_all(asked, told).subquery()
    last = select(received.c.who).group_by(received.c.who).having(func.max(received.c.what).in_(stale))
    return Audience((Member.state == ACTIVE) & Member.id.in_(last))
