"""The history of an entry: each change kept whole, with who and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.knowledge import snapshots
from bot.knowledge.snapshots import Snapshot
from storage.knowledge import EntryRevision, EntryRow

LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Revision:
    """One change. `fields`: the names of what it changed (see snapshots.CONTENT, and "state")."""

    id: int
    entry_id: str
    at: datetime
    by: str
    change: str
    fields: tuple[str, ...]
    before: Snapshot | None
    after: Snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """A change about to be written down. `before`: all of the entry before it, None for a new one."""

    row: EntryRow
    kind: str
    before: Snapshot | None


def write(session: Session, changes: Iterable[Change], by: str, now: datetime) -> list[int]:
    """Write down changes that were made to rows; each row gets its revision. Returns their ids."""
    made = [(change.row, _row(change, by[:LONGEST_NAME], now)) for change in changes]
    for row, _ in made:
        row.updated_at = now
    session.add_all(revision for _, revision in made)
    session.flush()  # the database numbers them
    for row, revision in made:
        row.revision = revision.id
    session.flush()
    return [revision.id for _, revision in made]


def newest(session: Session) -> int:
    """The FAQ's revision: it grows with each change. 0: there is no FAQ yet."""
    return session.execute(select(func.max(EntryRevision.id))).scalar() or 0


def get(session: Session, revision_id: int) -> Revision | None:
    """The change with this id."""
    found = session.get(EntryRevision, revision_id)
    return _revision(found) if found is not None else None


def history(session: Session, entry_id: str, limit: int, offset: int = 0) -> list[Revision]:
    """The entry's changes, newest first."""
    query = select(EntryRevision).where(EntryRevision.entry_id == entry_id).order_by(EntryRevision.id.desc())
    return [_revision(row) for row in session.scalars(query.limit(limit).offset(offset))]


def since(session: Session, entry_id: str, revision_id: int) -> list[Revision]:
    """The entry's changes after that one, oldest first."""
    query = select(EntryRevision).where(EntryRevision.entry_id == entry_id, EntryRevision.id > revision_id)
    return [_revision(row) for row in session.scalars(query.order_by(EntryRevision.id))]


def _row(change: Change, by: str, now: datetime) -> EntryRevision:
    snapshot = snapshots.of_row(change.row)
    return EntryRevision(
        entry_id=change.row.id, at=now, by=by, change=change.kind, snapshot=snapshot, before=change.before
    )


def _revision(row: EntryRevision) -> Revision:
    fields = tuple(snapshots.changed(row.before, row.snapshot))
    return Revision(row.id, row.entry_id, row.at, row.by, row.change, fields, row.before, row.snapshot)
