"""An answer changed: who received the old one, and telling exactly them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select, union_all
from sqlalchemy.orm import Session

from bot.agenda import broadcast
from bot.agenda.audience import Audience
from bot.agenda.broadcast import Broadcast
from bot.knowledge import revisions
from bot.knowledge.revisions import Revision
from bot.knowledge.snapshots import Snapshot
from storage import outbox
from storage.knowledge import ACTIVE, Asked, EntryRevision
from storage.outbox import OutboxRow, Priority
from storage.people import ACTIVE as MEMBER_ACTIVE
from storage.people import Member

# The purpose of what is told, in the outbox; its ref is the revision that it tells of.
PURPOSE = "recall"
# Questions are kept so long (conversation 19), and an older answer is hardly of use to anyone.
WITHIN = timedelta(days=365)


def reach(session: Session, revision_id: int, now: datetime) -> int:
    """How many people received an older answer last than the one this revision made. 0 too when that is not the
    entry's answer any more."""
    audience = _audience(session, revision_id, now)
    return broadcast.count(session, audience) if audience is not None else 0


def tell(
    session: Session, revision_id: int, message: Callable[[str], dict[str, Any]], now: datetime, zone: ZoneInfo
) -> int:
    """Tell them, each once, after their quiet hours. `message(language)`: the parameters of sendMessage but the chat;
    `zone`: the network's. Returns how many."""
    audience = _audience(session, revision_id, now)
    if audience is None:
        return 0
    what = Broadcast(f"{PURPOSE}:{revision_id}", PURPOSE, revision_id, Priority.BROADCAST, zone)
    return broadcast.send(session, what, audience, lambda reader, _leaves: message(reader.language), now).rows


def changes_answer(revision: Revision) -> bool:
    """Whether this change made the answer another one, in any language, of an entry that is still answered from."""
    before, after = revision.before, revision.after
    if before is None or after["state"] != ACTIVE:
        return False
    languages = (None, *_languages([before, after]))
    return any(_answer(before, language) != _answer(after, language) for language in languages)


def _audience(session: Session, revision_id: int, now: datetime) -> Audience | None:
    revision = revisions.get(session, revision_id)
    if revision is None or not changes_answer(revision):
        return None
    query = select(EntryRevision.id, EntryRevision.snapshot).where(EntryRevision.entry_id == revision.entry_id)
    snapshots: dict[int, Snapshot] = dict(session.execute(query.order_by(EntryRevision.id)).all())
    newest, languages = snapshots[max(snapshots)], _languages(snapshots.values())
    if any(_answer(newest, language) != _answer(revision.after, language) for language in (None, *languages)):
        return None
    # People with a language that the entry has been given in have the answer in it; all others have its own.
    have_old = [Member.language.notin_(languages) & _received_last(snapshots, None, newest, now)]
    have_old += [(Member.language == code) & _received_last(snapshots, code, newest, now) for code in languages]
    return Audience((Member.state == MEMBER_ACTIVE) & or_(*have_old))


def _received_last(
    snapshots: Mapping[int, Snapshot], language: str | None, newest: Snapshot, now: datetime
) -> ColumnElement[bool]:
    """Members who received last a revision whose answer is not that of now."""
    old = [number for number, s in snapshots.items() if _answer(s, language) != _answer(newest, language)]
    # Revisions only grow, so the highest that someone received is what they received last.
    asked = select(Asked.member_id.label("who"), Asked.revision.label("what")).where(
        Asked.revision.in_(list(snapshots)), Asked.at >= now - WITHIN
    )
    told = select(OutboxRow.chat_id, OutboxRow.ref).where(
        OutboxRow.purpose == PURPOSE, OutboxRow.ref.in_(list(snapshots)), OutboxRow.state != outbox.CANCELLED
    )
    received = union_all(asked, told).subquery()
    return Member.id.in_(select(received.c.who).group_by(received.c.who).having(func.max(received.c.what).in_(old)))


def _languages(snapshots: Iterable[Snapshot]) -> list[str]:
    """The languages into which any of them is translated."""
    return sorted({code for snapshot in snapshots for code in snapshot.get("translations", {})})


def _answer(snapshot: Snapshot, language: str | None) -> str:
    """The answer as someone with this language gets it; None: with one it is not translated into."""
    translation = snapshot.get("translations", {}).get(language)
    return str(translation["answer"] if translation else snapshot["answer"])
