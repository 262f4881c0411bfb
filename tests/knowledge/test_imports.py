"""Importing a file: what it would change, what was changed in chat meanwhile, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

import faq
from bot.knowledge import editing, entries, imports, revisions
from bot.knowledge.imports import Plan
from storage.database import Database
from tests.knowledge.test_entries import OTHER, WHOLE

NEW = faq.Entry("bbq", "Mag een barbecue in het park?", (), "Soms.")
IN_FILE = replace(WHOLE, answer="Dat doet het bestuur.")


@pytest.fixture
def filled(db: Database, now: datetime) -> Database:
    """A database with two entries."""
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    return db


def plan(db: Database, *file: faq.Entry, mark: str | None = None) -> Plan:
    return db.read_now(imports.plan, file, mark)


def carry_out(db: Database, planned: Plan, now: datetime, take_file: bool = False) -> int:
    return db.write_now(imports.carry_out, planned, take_file, "new.yaml", now)


def kinds(planned: Plan) -> dict[str, list[str]]:
    lists = {"new": planned.new, "changed": planned.changed, "removed": planned.removed, "chat": planned.conflicts}
    return {kind: [one.entry_id for one in found] for kind, found in lists.items() if found}


def active(db: Database) -> list[faq.Entry]:
    return db.read_now(entries.active)


def test_new_changed_and_removed_entries(filled: Database, now: datetime) -> None:
    planned = plan(filled, NEW, IN_FILE)
    assert kinds(planned) == {"new": ["bbq"], "changed": ["vog"], "removed": ["bus"]}
    assert planned.outcome(take_file=False) == [IN_FILE, NEW]
    assert active(filled) == [WHOLE, OTHER]
    assert carry_out(filled, planned, now) == 3
    assert active(filled) == [NEW, IN_FILE]
    last = filled.read_now(revisions.history, "bus", 1)[0]
    assert (last.change, last.by, last.fields) == ("imported", "import new.yaml", ("state",))


def test_the_same_import_again_changes_nothing(filled: Database, now: datetime) -> None:
    carry_out(filled, plan(filled, NEW, IN_FILE), now)
    before = filled.read_now(entries.revision)
    again = plan(filled, NEW, IN_FILE)
    assert not again
    assert carry_out(filled, again, now) == 0
    assert filled.read_now(entries.revision) == before


def test_another_order_is_taken_over_and_is_no_change(filled: Database, now: datetime) -> None:
    before = filled.read_now(entries.revision)
    planned = plan(filled, OTHER, WHOLE)
    assert not planned
    carry_out(filled, planned, now)
    assert active(filled) == [OTHER, WHOLE]
    assert filled.read_now(entries.revision) == before


def test_a_removed_entry_that_is_in_a_file_again_comes_back(filled: Database, now: datetime) -> None:
    carry_out(filled, plan(filled, WHOLE), now)
    planned = plan(filled, WHOLE, OTHER)
    assert kinds(planned) == {"changed": ["bus"]}
    assert planned.changed[0].retired
    carry_out(filled, planned, now)
    assert active(filled) == [WHOLE, OTHER]


def test_an_import_can_be_undone_in_chat_and_that_is_no_import(filled: Database, now: datetime) -> None:
    carry_out(filled, plan(filled, IN_FILE, OTHER), now)
    done = filled.read_now(revisions.history, "vog", 1)[0]
    filled.write_now(editing.undo, done.id, "Sanne", now)
    assert active(filled)[0].answer == WHOLE.answer
    assert kinds(plan(filled, IN_FILE, OTHER)) == {"chat": ["vog"]}


CHATS: dict[str, tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = {
    "a changed answer": (editing.change, ("vog",), {"answer": "Bel 14 033."}),
    "a phrasing more": (editing.add_phrasing, ("vog", "waar haal ik een vog"), {}),
    "retired": (editing.retire, ("vog",), {}),
}


@pytest.mark.parametrize("name", CHATS)
def test_what_chat_changed_stays_unless_the_file_is_taken(filled: Database, now: datetime, name: str) -> None:
    do, arguments, fields = CHATS[name]
    filled.write_now(do, *arguments, by="Sanne", now=now, **fields)
    in_chat = active(filled)
    planned = plan(filled, IN_FILE, OTHER, NEW)
    assert kinds(planned) == {"new": ["bbq"], "chat": ["vog"]}
    assert planned.conflicts[0].chat[0].by == "Sanne"
    assert not planned.conflicts[0].untouched
    assert planned.outcome(take_file=False) == [*in_chat, NEW]
    carry_out(filled, planned, now)
    assert sorted(active(filled), key=lambda e: e.id) == sorted([*in_chat, NEW], key=lambda e: e.id)
    planned = plan(filled, IN_FILE, OTHER, NEW)
    assert kinds(planned) == {"chat": ["vog"]}
    carry_out(filled, planned, now, take_file=True)
    assert active(filled) == [IN_FILE, OTHER, NEW]
    assert not plan(filled, IN_FILE, OTHER, NEW)


def test_a_file_that_only_lags_behind_is_told_apart(filled: Database, now: datetime) -> None:
    filled.write_now(editing.change, "vog", "Sanne", now, answer="Bel 14 033.")
    planned = plan(filled, WHOLE, OTHER)
    assert kinds(planned) == {"chat": ["vog"]}
    assert planned.conflicts[0].untouched


def test_what_chat_and_file_say_alike_is_no_conflict(filled: Database, now: datetime) -> None:
    filled.write_now(editing.change, "vog", "Sanne", now, answer=IN_FILE.answer)
    assert not plan(filled, IN_FILE, OTHER)


def test_an_entry_that_chat_added_is_not_taken_away_unseen(filled: Database, now: datetime) -> None:
    filled.write_now(editing.add, NEW, "Sanne", now)
    planned = plan(filled, WHOLE, OTHER)
    assert kinds(planned) == {"chat": ["bbq"]}
    assert planned.outcome(take_file=True) == [WHOLE, OTHER]
    carry_out(filled, planned, now, take_file=True)
    assert active(filled) == [WHOLE, OTHER]


def test_an_export_knows_what_chat_had_changed_by_then(filled: Database, now: datetime) -> None:
    filled.write_now(editing.change, "vog", "Sanne", now, answer="Bel 14 033.")
    mark = filled.read_now(imports.mark)
    assert kinds(plan(filled, IN_FILE, OTHER)) == {"chat": ["vog"]}
    assert kinds(plan(filled, IN_FILE, OTHER, mark=mark)) == {"changed": ["vog"]}
    filled.write_now(editing.change, "vog", "Sanne", now, question="Hoe kom ik aan een VOG?")
    assert kinds(plan(filled, IN_FILE, OTHER, mark=mark)) == {"chat": ["vog"]}


def test_an_import_after_the_export_counts_too(filled: Database, now: datetime) -> None:
    mark = filled.read_now(imports.mark)
    carry_out(filled, plan(filled, IN_FILE, OTHER, mark=mark), now)
    filled.write_now(editing.change, "vog", "Sanne", now, answer="Bel 14 033.")
    assert kinds(plan(filled, IN_FILE, OTHER, mark=mark)) == {"chat": ["vog"]}


@pytest.mark.parametrize(
    "mark", ["2@1999-01-01T00:00:00", "999@2026-12-03T09:02:00", "x", "", "9" * 17 + "@x", "9" * 40, "²@x"]
)
def test_the_mark_of_another_database_says_nothing(filled: Database, now: datetime, mark: str) -> None:
    filled.write_now(editing.change, "vog", "Sanne", now, answer="Bel 14 033.")
    assert kinds(plan(filled, IN_FILE, OTHER, mark=mark)) == {"chat": ["vog"]}


def test_a_name_cannot_make_a_change_in_chat_look_like_an_import(filled: Database, now: datetime) -> None:
    filled.write_now(editing.change, "vog", "import export BV", now, answer="Bel 14 033.")
    assert kinds(plan(filled, IN_FILE, OTHER)) == {"chat": ["vog"]}


def test_a_change_between_look_and_import_stops_it(filled: Database, now: datetime) -> None:
    planned = plan(filled, IN_FILE, OTHER)
    filled.write_now(editing.change, "bus", "Sanne", now + timedelta(minutes=1), answer="Nee.")
    with pytest.raises(imports.MovedOn):
        carry_out(filled, planned, now)
    assert active(filled) == [WHOLE, replace(OTHER, answer="Nee.")]


def test_an_empty_database_has_no_mark(db: Database) -> None:
    assert db.read_now(imports.mark) is None
    assert kinds(plan(db, WHOLE)) == {"new": ["vog"]}
