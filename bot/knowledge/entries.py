"""The FAQ in the database: read it, and replace it from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

import faq
from bot.knowledge import revisions, snapshots
from bot.knowledge.revisions import Change
from bot.knowledge.snapshots import Snapshot
from storage.knowledge import ACTIVE, IMPORTED, RETIRED, EntryRow


@dataclass(frozen=True)
class Changes:
    """What an import changed: entry ids."""

    new: list[str]
    changed: list[str]
    retired: list[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.retired)


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry with what only the database knows. `checked_at`: when staff last found the answer right."""

    entry: faq.Entry
    active: bool
    revision: int
    checked_at: datetime | None


def revision(session: Session) -> int:
    """The FAQ's revision: it grows with each change. 0: there is no FAQ yet."""
    return revisions.newest(session)


def active(session: Session) -> list[faq.Entry]:
    """The entries that are answered from, in the order of their file."""
    return [kept.entry for kept in kept_active(session)]


def kept_active(session: Session) -> list[Kept]:
    """As `active`, with what only the database knows."""
    query = select(EntryRow).where(EntryRow.state == ACTIVE).order_by(EntryRow.position, EntryRow.id)
    return [_kept(row) for row in session.scalars(query)]


def retired(session: Session) -> list[Kept]:
    """The entries that were taken away."""
    query = select(EntryRow).where(EntryRow.state == RETIRED).order_by(EntryRow.position, EntryRow.id)
    return [_kept(row) for row in session.scalars(query)]


def get(session: Session, entry_id: str) -> Kept | None:
    """The entry with this id, also a retired one."""
    row = session.get(EntryRow, entry_id)
    return _kept(row) if row is not None else None


def replace(session: Session, entries: Sequence[faq.Entry], by: str, now: datetime) -> Changes:
    """Make the FAQ be these entries. Entries that are not among them are retired, not removed.

    `by`: who did it, for the revision. The same import again changes nothing.
    """
    have = {row.id: row for row in session.scalars(select(EntryRow))}
    changes, made = Changes([], [], []), []
    for position, entry in enumerate(entries):
        change = _put(session, have.get(entry.id), entry, position, changes)
        made += [change] if change is not None else []
    kept = {e.id for e in entries}
    for row in have.values():
        if row.id not in kept and row.state == ACTIVE:
            changes.retired.append(row.id)
            made.append(Change(row, RETIRED, snapshots.of_row(row)))
            row.state = RETIRED
    revisions.write(session, made, by, now)
    return changes


def _put(session: Session, row: EntryRow | None, entry: faq.Entry, position: int, changes: Changes) -> Change | None:
    before: Snapshot | None = None
    if row is None:
        row = EntryRow(id=entry.id)
        session.add(row)
        changes.new.append(entry.id)
    elif row.state == ACTIVE and snapshots.entry(row) == entry:
        row.position = position
        return None
    else:
        before = snapshots.of_row(row)
        changes.changed.append(entry.id)
    row.position = position
    # Whoever wrote the file may have checked it, but nobody said so.
    snapshots.put(row, {**snapshots.of_entry(entry), "state": ACTIVE, "checked": None})
    return Change(row, IMPORTED, before)


def _kept(row: EntryRow) -> Kept:
    return Kept(snapshots.entry(row), row.state == ACTIVE, row.revision, row.checked_at)
