"""The FAQ in the database: read it, and replace it from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import faq
from storage.knowledge import ACTIVE, RETIRED, EntryRevision, EntryRow, Phrasing


@dataclass(frozen=True)
class Changes:
    """What an import changed: entry ids."""

    new: list[str]
    changed: list[str]
    retired: list[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.retired)


def revision(session: Session) -> int:
    """The FAQ's revision: it grows with each change. 0: there is no FAQ yet."""
    return session.execute(select(func.max(EntryRevision.id))).scalar() or 0


def active(session: Session) -> list[faq.Entry]:
    """The entries that are answered from, in the order of their file."""
    query = select(EntryRow).where(EntryRow.state == ACTIVE).order_by(EntryRow.position, EntryRow.id)
    return [_entry(row) for row in session.scalars(query)]


def replace(session: Session, entries: Sequence[faq.Entry], by: str, now: datetime) -> Changes:
    """Make the FAQ be these entries. Entries that are not among them are retired, not removed.

    `by`: who did it, for the revision. The same import again changes nothing.
    """
    have = {row.id: row for row in session.scalars(select(EntryRow))}
    changes = Changes([], [], [])
    for position, entry in enumerate(entries):
        _put(session, have.get(entry.id), entry, position, changes, by, now)
    kept = {e.id for e in entries}
    for row in have.values():
        if row.id not in kept and row.state == ACTIVE:
            row.state, row.updated_at = RETIRED, now
            changes.retired.append(row.id)
            _revise(session, _entry(row), "retired", by, now)
    return changes


def _put(
    session: Session,
    row: EntryRow | None,
    entry: faq.Entry,
    position: int,
    changes: Changes,
    by: str,
    now: datetime,
) -> None:
    if row is None:
        row = EntryRow(id=entry.id)
        session.add(row)
        changes.new.append(entry.id)
    elif row.state == ACTIVE and _entry(row) == entry:
        row.position = position
        return
    else:
        changes.changed.append(entry.id)
    row.position, row.state, row.updated_at = position, ACTIVE, now
    row.question, row.answer = entry.question, entry.answer
    row.language, row.themes = entry.language, list(entry.themes)
    row.phrasings = [Phrasing(text=p) for p in entry.phrasings]
    _revise(session, entry, "imported", by, now)


def _revise(session: Session, entry: faq.Entry, change: str, by: str, now: datetime) -> None:
    snapshot = {
        "question": entry.question,
        "phrasings": list(entry.phrasings),
        "answer": entry.answer,
        "language": entry.language,
        "themes": list(entry.themes),
    }
    session.add(EntryRevision(entry_id=entry.id, at=now, by=by, change=change, snapshot=snapshot))


def _entry(row: EntryRow) -> faq.Entry:
    return faq.Entry(
        id=row.id,
        question=row.question,
        phrasings=tuple(p.text for p in row.phrasings),
        answer=row.answer,
        themes=tuple(row.themes),
        language=row.language,
    )
