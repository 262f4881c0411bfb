"""Decisions of staff about questions: each by one tap, each undone by one tap."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import faq
from bot import people
from bot.desk import tickets
from bot.desk.tickets import Question
from bot.knowledge import editing, entries, learning, revisions, trial
from bot.knowledge.gathering import Gathered, arrange
from bot.knowledge.learning import Case
from storage.database import Database
from storage.knowledge import Asked
from storage.learning import ADDED, DRAFTED, IGNORED, OPEN, PROPOSAL, REFUSED, UNANSWERED
from tests.knowledge.questions import BUS, FAQ, STREET, VOG, ask, gather, suggestions

STRANGE = "waar staat de giraffe van de burgemeester"
OTHER = "kan de giraffe van de burgemeester ergens staan"


@pytest.fixture
def filled(db: Database, now: datetime) -> Database:
    """A database with a small FAQ."""
    db.write_now(entries.replace, FAQ, "import faq.yaml", now)
    return db


def entry(db: Database, entry_id: str) -> faq.Entry:
    kept = db.read_now(entries.get, entry_id)
    assert kept is not None
    return kept.entry


def test_wordings_become_phrasings_and_go_again(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    ask(filled, OTHER, now)
    (case,) = gather(filled, now)
    done = filled.write_now(learning.add, case.id, "bus", "Sanne", now)
    assert done is not None and (done.state, done.by, done.entry_id, len(done.revisions)) == (ADDED, "Sanne", "bus", 2)
    assert set(entry(filled, "bus").phrasings) == {*BUS.phrasings, STRANGE, OTHER}
    assert [r.by for r in filled.read_now(revisions.history, "bus", 2)] == ["Sanne", "Sanne"]

    undone = filled.write_now(learning.undo, case.id, "Karim", now)
    assert undone is not None and (undone.state, undone.entry_id, undone.revisions) == (OPEN, None, ())
    assert entry(filled, "bus").phrasings == BUS.phrasings
    assert filled.write_now(learning.undo, case.id, "Karim", now) is None
    assert [c.id for c in gather(filled, now)] == [case.id]


def test_a_phrasing_that_is_there_is_not_added_twice(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    (case,) = gather(filled, now)
    filled.write_now(editing.add_phrasing, "bus", STRANGE.upper(), "Ellen", now)
    done = filled.write_now(learning.add, case.id, "bus", "Sanne", now)
    assert done is not None and done.revisions == ()
    assert len(entry(filled, "bus").phrasings) == len(BUS.phrasings) + 1


async def test_of_two_who_decide_at_once_one_does(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    (case,) = gather(filled, now)
    tries = [
        filled.write(learning.add, case.id, "bus", "Sanne", now),
        filled.write(learning.close, case.id, IGNORED, "Karim", now),
        filled.write(learning.add, case.id, "straat", "Ellen", now),
    ]
    won = [done for done in await asyncio.gather(*tries) if done is not None]
    assert len(won) == 1
    found = filled.read_now(learning.get, case.id)
    assert found is not None and found.by == won[0].by
    added = len(entry(filled, "bus").phrasings) + len(entry(filled, "straat").phrasings)
    assert added == len(BUS.phrasings) + len(STREET.phrasings) + (won[0].state == ADDED)


@pytest.mark.parametrize("state", [IGNORED, REFUSED, DRAFTED])
def test_other_decisions_change_no_entry_and_are_undone(filled: Database, now: datetime, state: str) -> None:
    before = filled.read_now(entries.revision)
    ask(filled, STRANGE, now)
    (case,) = gather(filled, now)
    done = filled.write_now(learning.close, case.id, state, "Sanne", now)
    assert done is not None and (done.state, done.by) == (state, "Sanne")
    assert filled.write_now(learning.close, case.id, state, "Karim", now) is None
    assert filled.read_now(learning.count_open) == 0
    undone = filled.write_now(learning.undo, case.id, "Karim", now)
    assert undone is not None and undone.state == OPEN
    assert filled.read_now(entries.revision) == before


def test_a_proposal_keeps_its_entry_when_it_is_undone(filled: Database, now: datetime) -> None:
    ask(filled, "papiertje van de politie nodig", now, suggestions(BUS, VOG), "chosen", VOG)
    (case,) = gather(filled, now)
    filled.write_now(learning.add, case.id, "vog", "Sanne", now)
    undone = filled.write_now(learning.undo, case.id, "Sanne", now)
    assert undone is not None and (undone.kind, undone.entry_id, undone.state) == (PROPOSAL, "vog", OPEN)


def test_questions_that_ask_something_else_are_looked_at_again(filled: Database, now: datetime) -> None:
    for text in (STRANGE, OTHER, STRANGE + " dan", "ergens staan met de giraffe van de burgemeester"):
        ask(filled, text, now)
    (case,) = gather(filled, now)
    assert (len(case.wordings), len(case.rest)) == (3, 1)
    left = [case.rest[0][0]]
    done = filled.write_now(learning.add, case.id, "bus", "Sanne", now, left)
    assert done is not None and done.count == 3
    ids = [i for found in gather(filled, now) for i in (found.id,)]
    index = faq.Index(filled.read_now(entries.active))
    known = isinstance(index.decide(case.rest[0][1]), faq.Answer)
    assert ids == ([] if known else left)


def test_a_wording_that_asks_something_else_is_not_added(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    ask(filled, OTHER, now)
    (case,) = gather(filled, now)
    second = case.shown[1]
    done = filled.write_now(learning.add, case.id, "bus", "Sanne", now, [second[0]])
    assert done is not None and (done.count, done.wordings) == (1, case.wordings[:1])
    assert entry(filled, "bus").phrasings == (*BUS.phrasings, case.wordings[0])


def test_the_oldest_question_may_be_let_go_too(filled: Database, now: datetime) -> None:
    oldest, newer = ask(filled, STRANGE, now), ask(filled, OTHER, now)
    joined = Gathered(UNANSWERED, (oldest, newer), (newer, oldest), ())
    filled.write_now(arrange, [joined])
    filled.write_now(learning.add, oldest, "bus", "Sanne", now, [oldest])
    filled.write_now(arrange, [Gathered(UNANSWERED, (oldest,), (oldest,), ())])
    again = filled.read_now(learning.open_at, 0)
    assert again is not None and again.id != oldest and again.wordings == (STRANGE,)
    done = filled.write_now(learning.close, again.id, IGNORED, "Karim", now)
    assert done is not None
    first = filled.read_now(learning.get, oldest)
    assert first is not None and (first.state, first.wordings) == (ADDED, (OTHER,))


def test_an_answer_that_staff_gave_from_the_list_is_a_proposal(filled: Database, now: datetime) -> None:
    ticket = filled.write_now(_ticket, "hoe kom ik aan dat papiertje van de politie", now)
    filled.write_now(learning.staff_chose, ticket, "vog", now)
    filled.write_now(learning.staff_chose, ticket, "vog", now)  # pressed twice
    (case,) = gather(filled, now)
    assert (case.kind, case.entry_id, case.count, case.ticket_id) == (PROPOSAL, "vog", 1, ticket)
    assert case.phrasings == ("hoe kom ik aan dat papiertje van de politie",)
    assert filled.read_now(_askers) == [None]


def test_a_message_that_waits_for_words_finds_its_case(filled: Database, now: datetime) -> None:
    number = ask(filled, STRANGE, now)
    gather(filled, now)
    filled.write_now(learning.await_words, number, 77)
    found: Case | None = filled.read_now(learning.of_message, 77)
    assert found is not None and found.id == number
    gather(filled, now)  # /leren again, by another
    assert filled.read_now(learning.of_message, 77) is not None
    filled.write_now(learning.close, number, IGNORED, "Sanne", now)
    assert filled.read_now(learning.of_message, 77) is None


def test_what_was_learned_is_found(filled: Database, now: datetime) -> None:
    text = "giraffe van de burgemeester parkeren"
    ask(filled, text, now)
    (case,) = gather(filled, now)
    before = faq.Index(filled.read_now(entries.active))
    tried = trial.try_out(before, "straat", case.addable, case.rest)
    assert tried.found is not None and tried.found.entry.id == "straat" and tried.text == text
    filled.write_now(learning.add, case.id, "straat", "Sanne", now + timedelta(minutes=1))
    after = faq.Index(filled.read_now(entries.active)).search(text, 1)
    assert after[0].entry.id == "straat"
    assert after[0].score == pytest.approx(tried.found.score)


def _askers(session: Session) -> list[int | None]:
    return list(session.scalars(select(Asked.member_id)))


def _ticket(session: Session, text: str, when: datetime) -> int:
    people.meet(session, 1, "Joke", None, "nl", when)
    return tickets.open_ticket(session, 1, Question(text, "nl"), when).id
