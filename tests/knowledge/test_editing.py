"""Changing entries in chat: each change is a revision, and each can be undone."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

import faq
from bot.knowledge import editing, entries, revisions
from storage.database import Database
from storage.knowledge import EntryRow
from tests.knowledge.test_entries import OTHER, WHOLE


@pytest.fixture
def filled(db: Database, now: datetime) -> Database:
    """A database with two entries."""
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    return db


def entry(db: Database, entry_id: str = "vog") -> faq.Entry:
    kept = db.read_now(entries.get, entry_id)
    assert kept is not None
    return kept.entry


def test_a_change_keeps_who_when_and_what_was_there(filled: Database, now: datetime) -> None:
    later = now + timedelta(minutes=32)
    number = filled.write_now(editing.change, "vog", "Sanne", later, answer="Bel 14 033.")
    assert entry(filled).answer == "Bel 14 033."
    last = filled.read_now(revisions.history, "vog", 1)[0]
    assert (last.id, last.by, last.at, last.change, last.fields) == (number, "Sanne", later, "changed", ("answer",))
    assert last.before is not None and last.before["answer"] == WHOLE.answer
    assert filled.read_now(entries.revision) == number
    kept = filled.read_now(entries.get, "vog")
    assert kept is not None and kept.checked_at == later and kept.revision == number


def test_what_is_so_already_makes_no_revision(filled: Database, now: datetime) -> None:
    before = filled.read_now(entries.revision)
    filled.write_now(editing.change, "vog", "Sanne", now, answer=WHOLE.answer, translations=dict(WHOLE.translations))
    filled.write_now(editing.restore, "vog", "Sanne", now)
    assert filled.write_now(editing.add_phrasing, "vog", " Gratis VOG? ", "Sanne", now) is None
    assert filled.write_now(editing.add_phrasing, "vog", "hoe vraag ik een vog aan", "Sanne", now) is None
    assert filled.write_now(editing.add_phrasing, "vog", "?!", "Sanne", now) is None
    assert filled.read_now(entries.revision) == before


def test_unknown_entries_and_fields_are_refused(filled: Database, now: datetime) -> None:
    with pytest.raises(editing.NoSuchEntry):
        filled.write_now(editing.change, "nergens", "Sanne", now, answer="x")
    with pytest.raises(editing.NoSuchEntry):
        filled.write_now(editing.undo, 987654, "Sanne", now)
    with pytest.raises(TypeError, match="anwser"):
        filled.write_now(editing.change, "vog", "Sanne", now, anwser="x")
    with pytest.raises(editing.EntryExists):
        filled.write_now(editing.add, WHOLE, "Sanne", now)


def test_a_new_entry_comes_last_and_undoing_it_retires_it(filled: Database, now: datetime) -> None:
    new = faq.Entry("straat", "Mag de straat dicht?", ("straat afsluiten",), "Vaak wel.")
    number = filled.write_now(editing.add, new, "Sanne", now)
    assert filled.read_now(entries.active) == [WHOLE, OTHER, new]
    undone = filled.write_now(editing.undo, number, "Karim", now)
    assert filled.read_now(entries.active) == [WHOLE, OTHER]
    filled.write_now(editing.undo, undone, "Sanne", now)
    assert filled.read_now(entries.active) == [WHOLE, OTHER, new]
    kinds = [r.change for r in filled.read_now(revisions.history, "straat", 9)]
    assert kinds == ["undone", "undone", "new"]


def test_undo_leaves_what_others_did_since(filled: Database, now: datetime) -> None:
    phrasing = filled.write_now(editing.add_phrasing, "vog", "papiertje van goed gedrag", "Sanne", now)
    assert phrasing is not None
    filled.write_now(editing.change, "vog", "Karim", now, answer="Nieuw antwoord.")
    filled.write_now(editing.add_phrasing, "vog", "vog voor vrijwilliger", "Karim", now)
    filled.write_now(editing.undo, phrasing, "Ellen", now)
    assert entry(filled).answer == "Nieuw antwoord."
    assert entry(filled).phrasings == (*WHOLE.phrasings, "vog voor vrijwilliger")


def test_an_answer_confirmed_is_looked_at_again_in_a_year(filled: Database, now: datetime) -> None:
    number = filled.write_now(editing.confirm, "vog", "Ellen", now, date(2026, 12, 7))
    assert entry(filled).review == date(2027, 12, 7)
    filled.write_now(editing.undo, number, "Ellen", now)
    kept = filled.read_now(entries.get, "vog")
    assert kept is not None and kept.entry.review == WHOLE.review and kept.checked_at is None
    assert editing.years_on(date(2028, 2, 29)) == date(2029, 2, 28)


def test_who_saw_an_older_revision_is_told_what_happened_since(filled: Database, now: datetime) -> None:
    kept = filled.read_now(entries.get, "vog")
    assert kept is not None
    filled.write_now(editing.change, "vog", "Karim", now, seen=kept.revision, answer="Van Karim.")
    with pytest.raises(editing.Overtaken) as told:
        filled.write_now(editing.change, "vog", "Sanne", now, seen=kept.revision, answer="Van Sanne.")
    assert [(r.by, r.after["answer"]) for r in told.value.changes] == [("Karim", "Van Karim.")]
    assert entry(filled).answer == "Van Karim."


async def test_of_two_at_once_one_is_told(filled: Database, now: datetime) -> None:
    kept = filled.read_now(entries.get, "vog")
    assert kept is not None
    tries = [filled.write(_try, by, now, kept.revision) for by in ("Sanne", "Karim", "Ellen")]
    won = [by for by in await asyncio.gather(*tries) if by]
    assert len(won) == 1 and entry(filled).answer == f"Van {won[0]}."
    assert len(filled.read_now(revisions.history, "vog", 9)) == 2


def test_two_processes_at_once_lose_nothing(filled: Database, storage_url: str, now: datetime) -> None:
    """As the bot and `helpdesk faq import` do: the second waits for the first and sees what it did."""
    other = Database(storage_url, lambda: now)
    try:
        with ThreadPoolExecutor(2) as pool:
            added = [
                pool.submit((filled, other)[n % 2].write_now, editing.add_phrasing, "vog", f"zin {n}", "Sanne", now)
                for n in range(12)
            ]
            assert all(future.result(60) for future in added)
    finally:
        other.close()
    assert set(entry(filled).phrasings) == {*WHOLE.phrasings, *(f"zin {n}" for n in range(12))}


def test_a_question_that_another_entry_has_is_found(filled: Database, now: datetime) -> None:
    found = filled.read_now(_elsewhere, ["Gratis VOG!", "iets anders"], "bus")
    assert {text: row.id for text, row in found.items()} == {"Gratis VOG!": "vog"}
    assert filled.read_now(_elsewhere, ["Gratis VOG!"], "vog") == {}
    filled.write_now(editing.retire, "vog", "Sanne", now)
    assert filled.read_now(_elsewhere, ["Gratis VOG!"], None) == {}


def test_ids_come_from_the_question_and_are_free(filled: Database) -> None:
    assert filled.read_now(editing.free_id, "Mag de straat dicht?") == "mag-de-straat-dicht"
    assert filled.read_now(editing.free_id, "VOG") == "vog-2"
    assert filled.read_now(editing.free_id, "???") == "antwoord"
    assert len(filled.read_now(editing.free_id, "heel lang " * 40)) <= 48


def test_names_are_cut_to_what_the_table_holds(filled: Database, now: datetime) -> None:
    filled.write_now(editing.retire, "vog", "x" * 300, now)
    assert filled.read_now(revisions.history, "vog", 1)[0].by == "x" * 64


PHRASES = st.sampled_from(["een", "twee", "drie", "vier", "vijf"])
STEPS = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(["A", "B", "C"])),
    st.tuples(st.just("phrasing"), PHRASES),
    st.tuples(st.sampled_from(["retire", "restore", "confirm"]), st.just("")),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=1, max_size=8))
def test_undoing_all_steps_from_the_last_leads_back_to_the_start(
    filled: Database, now: datetime, steps: list[tuple[str, str]]
) -> None:
    start = filled.read_now(entries.get, "vog")
    made: list[int] = []
    for kind, value in steps:
        before = filled.read_now(entries.revision)
        filled.write_now(_step, kind, value, now)
        after = filled.read_now(entries.revision)
        made += [after] if after != before else []
    for number in reversed(made):
        filled.write_now(editing.undo, number, "Ellen", now)
    end = filled.read_now(entries.get, "vog")
    assert start is not None and end is not None
    assert (end.entry, end.active, end.checked_at) == (start.entry, start.active, start.checked_at)


def _try(session: Session, by: str, when: datetime, seen: int) -> str | None:
    try:
        editing.change(session, "vog", by, when, seen=seen, answer=f"Van {by}.")
    except editing.Overtaken:
        return None
    return by


def _elsewhere(session: Session, texts: list[str], but: str | None) -> dict[str, EntryRow]:
    return editing.asked_elsewhere(session, texts, "nl", but)


def _step(session: Session, kind: str, value: str, when: datetime) -> None:
    match kind:
        case "answer":
            editing.change(session, "vog", "Sanne", when, answer=value)
        case "phrasing":
            editing.add_phrasing(session, "vog", value, "Sanne", when)
        case "retire":
            editing.retire(session, "vog", "Sanne", when)
        case "restore":
            editing.restore(session, "vog", "Sanne", when)
        case _:
            editing.confirm(session, "vog", "Sanne", when, when.date())
