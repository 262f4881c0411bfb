"""Bringing the FAQ to what a file says, without undoing unseen what staff changed in chat.

A file is made at some moment: the revision that was exported to it, or the last import. What was changed in chat
after that moment the file cannot know: when it says otherwise, that is a conflict, and a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

import faq
from bot.knowledge import entries, revisions, snapshots
from bot.knowledge.revisions import Change, Revision
from storage.knowledge import ACTIVE, IMPORTED, RETIRED, EntryRevision, EntryRow

BY_FILE = "import "  # so begins who made a revision, when it was a file
# `entries.replace`, which fills an empty database, retires in its own words.
_BY_A_FILE = (EntryRevision.change == IMPORTED) | (
    (EntryRevision.change == RETIRED) & EntryRevision.by.startswith(BY_FILE)
)


class MovedOn(Exception):
    """The FAQ was changed between the look at it and the import."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file would do to one entry.

    `now`: the entry in the database, None for a new one; `retired`: it is not answered from now. `file`: the entry in
    the file, None when it is not in it. `chat`: what was done to it in chat since the file was made, oldest first.
    """

    entry_id: str
    now: faq.Entry | None
    file: faq.Entry | None
    retired: bool = False
    chat: tuple[Revision, ...] = ()

    @property
    def untouched(self) -> bool:
        """The file still says what it said when it was made: only chat changed the entry."""
        before = self.chat[0].before if self.chat else None
        if self.file is None or before is None:
            return False
        return not snapshots.changed(before, {**snapshots.of_entry(self.file), "state": ACTIVE})


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `removed` entries are not in the file; `conflicts` are in none of the other lists.

    `have` are the entries that are answered from now, `file` those of the file, `revision` the FAQ's.
    """

    have: Sequence[faq.Entry]
    file: Sequence[faq.Entry]
    new: Sequence[Proposal]
    changed: Sequence[Proposal]
    removed: Sequence[Proposal]
    conflicts: Sequence[Proposal]
    revision: int

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed or self.conflicts)

    def accepted(self, take_file: bool) -> list[Proposal]:
        """What is to be done. `take_file`: the file wins where chat changed an entry too."""
        return [*self.new, *self.changed, *self.removed, *(self.conflicts if take_file else ())]

    def outcome(self, take_file: bool) -> list[faq.Entry]:
        """The entries that will be answered from."""
        found = {entry.id: entry for entry in self.have}
        for proposal in self.accepted(take_file):
            if proposal.file is None:
                found.pop(proposal.entry_id, None)
            else:
                found[proposal.entry_id] = proposal.file
        return list(found.values())


def mark(session: Session) -> str | None:
    """What tells a file of which revision it is: its number and moment. None when there is no FAQ."""
    newest = session.get(EntryRevision, revisions.newest(session))
    return _mark(newest.id, newest.at) if newest is not None else None


def plan(session: Session, file: Sequence[faq.Entry], file_mark: str | None = None) -> Plan:
    """Compare a file with the FAQ. `file_mark`: what `mark` gave when it was exported; None if it was not."""
    rows = list(session.scalars(select(EntryRow).order_by(EntryRow.position, EntryRow.id)))
    have = {row.id: snapshots.entry(row) for row in rows}
    active = {row.id for row in rows if row.state == ACTIVE}
    wanted = {entry.id: entry for entry in file}
    chat = _changed_in_chat(session, _exported(session, file_mark))
    found: dict[str, list[Proposal]] = {"new": [], "changed": [], "removed": [], "conflicts": []}
    for entry_id in (*wanted, *(entry_id for entry_id in have if entry_id not in wanted)):
        proposal = Proposal(
            entry_id, have.get(entry_id), wanted.get(entry_id), entry_id not in active, tuple(chat.get(entry_id, ()))
        )
        if (kind := _kind(proposal)) is not None:
            found[kind].append(proposal)
    kept = [entry for entry_id, entry in have.items() if entry_id in active]
    return Plan(kept, list(file), **found, revision=revisions.newest(session))


def carry_out(session: Session, planned: Plan, take_file: bool, by: str, now: datetime) -> int:
    """Do what was planned. Returns how many entries were changed. Raises MovedOn when the FAQ is not as it was.

    `by`: the name of the file. A removed entry is retired, not deleted. The same import again changes nothing.
    """
    if entries.revision(session) != planned.revision:
        raise MovedOn
    accepted = planned.accepted(take_file)
    if accepted:
        rows = {row.id: row for row in session.scalars(select(EntryRow))}
        made = [_put(session, rows, proposal) for proposal in accepted]
        revisions.write(session, made, BY_FILE + by, now)
    _put_in_order(session, planned.file)
    return len(accepted)


def _put_in_order(session: Session, file: Sequence[faq.Entry]) -> None:
    """The order of the file, which is that of lists for people; it changes no answer, so it is no revision."""
    session.flush()
    have: dict[str, int] = dict(session.execute(select(EntryRow.id, EntryRow.position)).all())
    places = [{"id": entry.id, "position": n} for n, entry in enumerate(file) if have.get(entry.id, n) != n]
    if places:
        session.execute(update(EntryRow), places)


def _kind(proposal: Proposal) -> str | None:
    """What the proposal does, or None for nothing: what a file and the database say alike is no conflict."""
    if proposal.retired if proposal.file is None else (proposal.now == proposal.file and not proposal.retired):
        return None
    if proposal.chat:
        return "conflicts"
    if proposal.now is None:
        return "new"
    return "removed" if proposal.file is None else "changed"


def _put(session: Session, rows: dict[str, EntryRow], proposal: Proposal) -> Change:
    row = rows.get(proposal.entry_id)
    before = snapshots.of_row(row) if row is not None else None
    if row is None:
        row = rows[proposal.entry_id] = EntryRow(id=proposal.entry_id, position=len(rows))
        session.add(row)
    if proposal.file is None:
        row.state = RETIRED
    else:
        # Whoever wrote the file may have checked it, but nobody said so.
        snapshots.put(row, {**snapshots.of_entry(proposal.file), "state": ACTIVE, "checked": None})
    return Change(row, IMPORTED, before)


def _exported(session: Session, file_mark: str | None) -> int:
    """The revision that a file was made of; 0 for no mark, and for one of another database."""
    number = (file_mark or "").partition("@")[0]
    if not number.isdecimal() or len(number) > 18 or int(number) > revisions.newest(session):
        return 0
    found = session.get(EntryRevision, int(number))
    return found.id if found is not None and _mark(found.id, found.at) == file_mark else 0


def _mark(revision: int, at: datetime) -> str:
    return f"{revision}@{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"


def _changed_in_chat(session: Session, exported: int) -> dict[str, list[Revision]]:
    """For each entry what was done to it in chat since its last import, and after the revision that was exported."""
    last = select(EntryRevision.entry_id, func.max(EntryRevision.id)).where(_BY_A_FILE)
    imported: dict[str, int] = dict(session.execute(last.group_by(EntryRevision.entry_id)).all())
    query = select(EntryRevision.id, EntryRevision.entry_id).where(EntryRevision.id > exported, ~_BY_A_FILE)
    ids = [number for number, entry_id in session.execute(query) if number > imported.get(entry_id, 0)]
    found: dict[str, list[Revision]] = {}
    for revision in _read(session, ids):
        found.setdefault(revision.entry_id, []).append(revision)
    return found


def _read(session: Session, ids: Iterable[int]) -> list[Revision]:
    return [found for number in sorted(ids) if (found := revisions.get(session, number)) is not None]
