"""Changing the FAQ, entry by entry. Each change is a revision with who and when, and can be undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import faq
from bot.knowledge import revisions, snapshots
from bot.knowledge.revisions import Change, Revision
from bot.knowledge.snapshots import LOOKED_AT, Snapshot
from faq.reading import MAX_ID
from faq.text import fold
from storage.knowledge import ACTIVE, CHANGED, NEW, PHRASING, RESTORED, RETIRED, UNDONE, EntryRow

# An answer that was found right is looked at again after a year.
REVIEW_YEARS = 1


class NoSuchEntry(LookupError):
    """There is no entry with this id, or no such revision."""


class EntryExists(ValueError):
    """There is an entry with this id already, perhaps a retired one."""


class Overtaken(Exception):
    """Someone changed the entry since it was seen. `changes`: what they did, oldest first."""

    def __init__(self, changes: Sequence[Revision]) -> None:
        super().__init__(f"{len(changes)} changes since")
        self.changes = tuple(changes)


def add(session: Session, entry: faq.Entry, by: str, now: datetime) -> int:
    """A new entry, last in the list. Returns the revision. Raises EntryExists."""
    if session.get(EntryRow, entry.id) is not None:
        raise EntryExists(entry.id)
    last = session.execute(select(func.max(EntryRow.position))).scalar()
    row = EntryRow(id=entry.id, position=0 if last is None else last + 1)
    session.add(row)
    snapshots.put(row, {**snapshots.of_entry(entry), "state": ACTIVE, "checked": now.isoformat()})
    return _write(session, row, NEW, None, by, now)


def change(
    session: Session, /, entry_id: str, by: str, now: datetime, *, seen: int | None = None, **fields: Any
) -> int:
    """Change these fields of `faq.Entry`; what is not named stays. Returns the revision.

    `seen`: the revision that the change was made from. When all is so already, nothing is written and the present
    revision is returned. Raises NoSuchEntry; Overtaken when the entry is not at `seen` any more; TypeError for a
    field that entries do not have.
    """
    unknown = set(fields) - set(snapshots.CONTENT)
    if unknown:
        raise TypeError(f"entries have no {', '.join(sorted(unknown))}")
    row = _lock(session, entry_id)
    if seen is not None and row.revision != seen:
        raise Overtaken(revisions.since(session, entry_id, seen))
    wanted = {name: snapshots.as_json(value) for name, value in fields.items()}
    if LOOKED_AT & set(fields):
        wanted["checked"] = now.isoformat()
    return _apply(session, row, CHANGED, wanted, by, now)


def add_phrasing(session: Session, entry_id: str, text: str, by: str, now: datetime) -> int | None:
    """One more way to ask it. Returns the revision, or None when the entry has it already. Raises NoSuchEntry."""
    row = _lock(session, entry_id)
    have = [p.text for p in row.phrasings]
    if not fold(text) or fold(text) in {fold(t) for t in (row.question, *have)}:
        return None
    return _apply(session, row, PHRASING, {"phrasings": [*have, text.strip()]}, by, now)


def confirm(session: Session, entry_id: str, by: str, now: datetime, today: date) -> int:
    """Someone looked, and the answer is right still: it is looked at again in a year. Returns the revision."""
    return change(session, entry_id, by, now, review=years_on(today))


def retire(session: Session, entry_id: str, by: str, now: datetime) -> int:
    """Answer from it no more; it is kept. Returns the revision. Raises NoSuchEntry."""
    return _apply(session, _lock(session, entry_id), RETIRED, {"state": RETIRED}, by, now)


def restore(session: Session, entry_id: str, by: str, now: datetime) -> int:
    """Answer from a retired entry again. Returns the revision. Raises NoSuchEntry."""
    return _apply(session, _lock(session, entry_id), RESTORED, {"state": ACTIVE}, by, now)


def undo(session: Session, revision_id: int, by: str, now: datetime) -> int:
    """Take back what that revision did, and leave what was done since to other parts of the entry.

    A new entry is retired. Of phrasings, those it added go and those it took away return. Returns the revision of
    the undoing, which can be undone too. Raises NoSuchEntry.
    """
    done = revisions.get(session, revision_id)
    if done is None:
        raise NoSuchEntry(str(revision_id))
    row = _lock(session, done.entry_id)
    if done.before is None:
        return _apply(session, row, UNDONE, {"state": RETIRED}, by, now)
    wanted: Snapshot = {name: done.before[name] for name in done.fields if name in done.before}
    if "phrasings" in wanted:
        have = [p.text for p in row.phrasings]
        wanted["phrasings"] = merged(done.after["phrasings"], done.before["phrasings"], have)
    if "state" in done.fields:
        wanted["state"] = done.before.get("state", ACTIVE)
    if LOOKED_AT & set(done.fields):
        wanted["checked"] = done.before.get("checked")
    return _apply(session, row, UNDONE, wanted, by, now)


def merged(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Two lists that grew from one: theirs, without what I took away and with what I added."""
    kept = [text for text in theirs if text in mine or text not in base]
    return kept + [text for text in mine if text not in base and text not in kept]


def asked_elsewhere(session: Session, texts: Sequence[str], language: str, but: str | None) -> dict[str, EntryRow]:
    """Which of these questions another entry among the answers has already, each with that entry. `but`: not this one.

    Two entries with one question would make the matcher guess.
    """
    folded = {fold(text): text for text in texts}
    found: dict[str, EntryRow] = {}
    query = select(EntryRow).where(EntryRow.state == ACTIVE, EntryRow.language == language, EntryRow.id != (but or ""))
    for row in session.scalars(query):
        for text in (row.question, *(p.text for p in row.phrasings)):
            if fold(text) in folded:
                found.setdefault(folded[fold(text)], row)
    return found


def free_id(session: Session, question: str) -> str:
    """An id for a new entry, from the words of its question; nobody has it."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(question)).strip("-") or "antwoord"
    base = words[: MAX_ID - 4].strip("-")
    number, found = 1, base
    while session.get(EntryRow, found) is not None:
        number += 1
        found = f"{base}-{number}"
    return found


def years_on(day: date, years: int = REVIEW_YEARS) -> date:
    """The same day in so many years; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _apply(session: Session, row: EntryRow, kind: str, wanted: Snapshot, by: str, now: datetime) -> int:
    before = snapshots.of_row(row)
    if all(before[name] == value for name, value in wanted.items() if name != "checked"):
        return row.revision
    snapshots.put(row, wanted)
    return _write(session, row, kind, before, by, now)


def _write(session: Session, row: EntryRow, kind: str, before: Snapshot | None, by: str, now: datetime) -> int:
    return revisions.write(session, [Change(row, kind, before)], by, now)[0]


def _lock(session: Session, entry_id: str) -> EntryRow:
    """The entry as it is now: whoever else would change it waits until this transaction ends."""
    query = select(EntryRow).where(EntryRow.id == entry_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NoSuchEntry(entry_id)
    return row
