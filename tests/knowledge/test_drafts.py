"""Drafts: what blocks them, what publishing makes of them, and two people who change one answer."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

import faq
from bot.knowledge import drafts, editing, entries, revisions
from bot.knowledge.drafts import Draft, Overtaken, Published
from storage.database import Database
from tests.knowledge.test_entries import OTHER, WHOLE

NEW = {"question": "Mag de straat dicht?", "answer": "Vaak wel.", "phrasings": ["straat afsluiten"]}


@pytest.fixture
def filled(db: Database, now: datetime) -> Database:
    """A database with two entries."""
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    return db


def make(db: Database, now: datetime, **fields: object) -> int:
    return db.write_now(_open, "Sanne", now, NEW | fields)


def of_entry(db: Database, now: datetime, entry_id: str = "vog", **fields: object) -> int:
    kept = db.read_now(entries.get, entry_id)
    assert kept is not None
    content = {name: getattr(kept.entry, name) for name in drafts.FIELDS}
    return db.write_now(_open, "Sanne", now, content | {"entry_id": entry_id} | fields)


def get(db: Database, number: int) -> Draft:
    found = db.read_now(drafts.get, number)
    assert found is not None
    return found


def test_a_new_answer_is_published_once(filled: Database, now: datetime) -> None:
    number = make(filled, now, themes=["gemeente"])
    done = filled.write_now(drafts.publish, number, "Karim", now, "nl")
    assert isinstance(done, Published) and done.entry_id == "mag-de-straat-dicht"
    assert filled.write_now(drafts.publish, number, "Sanne", now, "nl") == done
    made = filled.read_now(entries.active)[-1]
    assert made == faq.Entry(done.entry_id, **{**NEW, "phrasings": ("straat afsluiten",)}, themes=("gemeente",))  # type: ignore[arg-type]
    assert [r.by for r in filled.read_now(revisions.history, done.entry_id, 9)] == ["Karim"]
    assert not filled.write_now(drafts.drop, number)


async def test_pressed_by_two_at_once_it_is_published_once(filled: Database, now: datetime) -> None:
    number = make(filled, now)
    done = await asyncio.gather(*(filled.write(drafts.publish, number, by, now, "nl") for by in ("Sanne", "Karim")))
    assert done[0] == done[1]
    assert len(filled.read_now(entries.active)) == 3


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"question": " "}, ["no-question"]),
        ({"question": "?!"}, ["no-question"]),
        ({"answer": ""}, ["no-answer"]),
        ({"question": "x" * 1001}, ["line-too-long"]),
        ({"phrasings": ["y" * 1001]}, ["line-too-long"]),
        ({"answer": "z" * 20_001}, ["answer-too-long"]),
        ({"phrasings": ["Gratis VOG!"]}, ["asked-elsewhere"]),
        ({"question": "Mogen we een bus lenen"}, ["asked-elsewhere"]),
    ],
)
def test_what_blocks(filled: Database, now: datetime, fields: dict[str, object], kinds: list[str]) -> None:
    number = make(filled, now, **fields)
    found = filled.read_now(drafts.problems, get(filled, number), "nl")
    assert [p.kind for p in found if p.blocks] == kinds
    before = filled.read_now(entries.revision)
    assert filled.write_now(drafts.publish, number, "Sanne", now, "nl") is None
    assert filled.read_now(entries.revision) == before and get(filled, number).is_open


def test_what_is_only_said(filled: Database, now: datetime) -> None:
    number = make(filled, now, answer="z" * 901)
    found = filled.read_now(drafts.problems, get(filled, number), "nl")
    assert [(p.kind, p.blocks, p.count) for p in found] == [("answer-long", False, 901), ("few-phrasings", False, 1)]
    elsewhere = make(filled, now, phrasings=["Gratis VOG!"])
    [found_there] = [p for p in filled.read_now(drafts.problems, get(filled, elsewhere), "nl") if p.blocks]
    assert (found_there.text, found_there.entry_id, found_there.question) == ("Gratis VOG!", "vog", WHOLE.question)


def test_a_translation_that_stays_behind_is_said(filled: Database, now: datetime) -> None:
    number = of_entry(filled, now, answer="Bel 14 033.")
    [found] = [p for p in filled.read_now(drafts.problems, get(filled, number), "nl") if p.kind == "translated"]
    assert (found.text, found.blocks) == ("en", False)
    same = get(filled, of_entry(filled, now))
    assert "translated" not in [p.kind for p in filled.read_now(drafts.problems, same, "nl")]


def test_a_dropped_draft_can_be_taken_up_again(filled: Database, now: datetime) -> None:
    number = make(filled, now)
    assert filled.write_now(drafts.drop, number)
    assert filled.write_now(drafts.publish, number, "Sanne", now, "nl") is None
    filled.write_now(drafts.reopen, number)
    assert isinstance(filled.write_now(drafts.publish, number, "Sanne", now, "nl"), Published)


def test_a_change_leaves_alone_what_the_draft_does_not_hold(filled: Database, now: datetime) -> None:
    number = of_entry(filled, now, answer="Bel 14 033.")
    filled.write_now(drafts.publish, number, "Sanne", now, "nl")
    kept = filled.read_now(entries.get, "vog")
    assert kept is not None
    assert (kept.entry.answer, kept.entry.review, kept.entry.voice) == ("Bel 14 033.", WHOLE.review, WHOLE.voice)
    assert kept.entry.translations == WHOLE.translations and kept.entry.phrasings == WHOLE.phrasings


def test_a_change_of_nothing_makes_no_revision(filled: Database, now: datetime) -> None:
    number = of_entry(filled, now)
    done = filled.write_now(drafts.publish, number, "Sanne", now, "nl")
    assert isinstance(done, Published) and not done.changed


def test_the_later_of_two_keeps_their_words_and_sees_the_others(filled: Database, now: datetime) -> None:
    karim = of_entry(filled, now, answer="Van Karim.", phrasings=["gratis vog", "van karim"], themes=["geld"])
    sanne = of_entry(filled, now, answer="Van Sanne.", phrasings=[*WHOLE.phrasings, "van sanne"])
    filled.write_now(drafts.publish, karim, "Karim", now, "nl")
    told = filled.write_now(drafts.publish, sanne, "Sanne", now, "nl")
    assert isinstance(told, Overtaken)
    assert [change.by for change in told.changes] == ["Karim"] and told.theirs == {"answer": "Van Karim."}
    draft = get(filled, sanne)
    assert (draft.answer, draft.phrasings, draft.themes) == (
        "Van Sanne.",
        ["gratis vog", "van karim", "van sanne"],
        ["geld"],
    )
    assert isinstance(filled.write_now(drafts.publish, sanne, "Sanne", now, "nl"), Published)
    history = filled.read_now(revisions.history, "vog", 9)
    assert [(r.by, r.after["answer"]) for r in history] == [
        ("Sanne", "Van Sanne."),
        ("Karim", "Van Karim."),
        ("import faq.yaml", WHOLE.answer),
    ]


def test_what_only_the_other_changed_is_taken_over(filled: Database, now: datetime) -> None:
    sanne = of_entry(filled, now, question="Hoe krijg ik een VOG?")
    filled.write_now(_change_answer, "vog", "Karim", now, "Van Karim.")
    told = filled.write_now(drafts.publish, sanne, "Sanne", now, "nl")
    assert isinstance(told, Overtaken) and told.theirs == {}
    assert get(filled, sanne).answer == "Van Karim."


def test_the_message_that_shows_a_draft_leads_to_it(filled: Database, now: datetime) -> None:
    one, two = make(filled, now), make(filled, now)
    filled.write_now(drafts.shown_as, one, None, 41)
    filled.write_now(drafts.shown_as, two, None, 42)
    assert [(d.id if d else None) for d in (filled.read_now(drafts.of_message, -1, m) for m in (41, 42, 43))] == [
        one,
        two,
        None,
    ]


def _open(session: Session, by: str, when: datetime, fields: dict[str, object]) -> int:
    return drafts.open(session, by, when, **fields)  # type: ignore[arg-type]


def _change_answer(session: Session, entry_id: str, by: str, when: datetime, answer: str) -> int:
    return editing.change(session, entry_id, by, when, answer=answer)
