"""The FAQ as it was at an earlier revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import faq
from bot.knowledge import revisions
from storage.knowledge import ACTIVE, RETIRED, EntryRevision


@dataclass(frozen=True, slots=True)
class Published:
    """Changes that went out together, by one person or file: the first and last revision."""

    first: int
    last: int
    by: str
    at: datetime


def last_published(session: Session) -> Published | None:
    """The newest changes: an import with all that it changed, or one change in chat. None when there is no FAQ."""
    newest = session.get(EntryRevision, revisions.newest(session))
    if newest is None:
        return None
    others = select(func.max(EntryRevision.id)).where(
        (EntryRevision.by != newest.by) | (EntryRevision.at != newest.at), EntryRevision.id < newest.id
    )
    return Published((session.execute(others).scalar() or 0) + 1, newest.id, newest.by, newest.at)


def entries_at(session: Session, revision: int) -> list[faq.Entry]:
    """The entries that were answered from when the FAQ was at this revision, by id. None at 0."""
    newest = select(func.max(EntryRevision.id)).where(EntryRevision.id <= revision).group_by(EntryRevision.entry_id)
    query = select(EntryRevision).where(EntryRevision.id.in_(newest)).order_by(EntryRevision.entry_id)
    return [_entry(row.entry_id, row.snapshot) for row in session.scalars(query) if _was_active(row)]


def _was_active(row: EntryRevision) -> bool:
    """Revisions of before snapshots had a state tell it by what was done."""
    default = RETIRED if row.change == RETIRED else ACTIVE
    return bool(row.snapshot.get("state", default) == ACTIVE)


def _entry(entry_id: str, snapshot: dict[str, Any]) -> faq.Entry:
    review = snapshot.get("review")
    return faq.Entry(
        id=entry_id,
        question=snapshot["question"],
        phrasings=tuple(snapshot["phrasings"]),
        answer=snapshot["answer"],
        themes=tuple(snapshot["themes"]),
        language=snapshot["language"],
        translations={
            code: faq.Translation(found["question"], tuple(found["phrasings"]), found["answer"])
            for code, found in snapshot.get("translations", {}).items()
        },
        review=date.fromisoformat(review) if review else None,
        picture=snapshot.get("picture"),
        voice=snapshot.get("voice"),
    )
