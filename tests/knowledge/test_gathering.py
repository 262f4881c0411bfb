"""Which questions teach something, and which come together."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from string import ascii_lowercase

import pytest

import faq
from bot.knowledge import asked, editing, entries, gathering, learning
from storage.database import Database
from storage.learning import IGNORED, PROPOSAL, UNANSWERED
from tests.knowledge.questions import BUS, FAQ, FOOD, MONEY, STREET, VOG, ask, collect, forget, gather, suggestions

LATER = timedelta(hours=1)
STRANGE = "waar staat de giraffe van de burgemeester"


@pytest.fixture
def filled(db: Database, now: datetime) -> Database:
    """A database with a small FAQ."""
    db.write_now(entries.replace, FAQ, "import faq.yaml", now)
    return db


def test_what_got_no_good_answer_waits_most_asked_first(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    ask(filled, "kan de giraffe van de burgemeester ergens staan", now)
    refused = ask(filled, "paarse krokodillen wassen", now, suggestions(BUS, FOOD), "none")
    silent = ask(filled, "fietsband plakken op zondag", now, suggestions(MONEY))
    wrong = ask(filled, "zonnepanelen op het dak leggen", now, faq.Answer(VOG, 0.9), "down")
    cases = gather(filled, now + LATER)
    assert {case.kind for case in cases} == {UNANSWERED}
    assert sorted(case.id for case in cases if case.count == 1) == sorted([refused, silent, wrong])
    assert (cases[0].count, set(cases[0].wordings)) == (
        2,
        {STRANGE, "kan de giraffe van de burgemeester ergens staan"},
    )
    assert [case.page for case in cases] == [0, 1, 2, 3]


def test_what_was_answered_well_or_may_still_be_does_not_wait(filled: Database, now: datetime) -> None:
    ask(filled, "gratis papiertje van goed gedrag", now, faq.Answer(VOG, 0.9))
    ask(filled, "papiertje van goed gedrag voor mij", now, faq.Answer(VOG, 0.9), "up")
    ask(filled, "gratis vog", now)  # the FAQ has it by now
    ask(filled, "fietsband plakken op zondag", now + LATER, suggestions(MONEY))  # still choosing
    ask(filled, "?!", now)
    assert collect(filled, now + LATER) == []


def test_a_choice_proposes_the_words_for_the_entry_chosen(filled: Database, now: datetime) -> None:
    ask(filled, "papiertje van de politie nodig", now, suggestions(BUS, VOG), "chosen", VOG)
    ask(filled, "Papiertje van de politie nodig?", now, suggestions(BUS, VOG), "chosen", VOG)
    second = ask(filled, "papiertje van de politie nodig", now, suggestions(BUS, VOG), "chosen", BUS)
    filled.write_now(asked.feedback, second, "up")
    first, other = gather(filled, now)
    assert (first.kind, first.entry_id, first.count, len(first.wordings)) == (PROPOSAL, "vog", 2, 1)
    assert (other.kind, other.entry_id, other.count) == (PROPOSAL, "bus", 1)


def test_who_chose_and_was_not_helped_proposes_nothing(filled: Database, now: datetime) -> None:
    number = ask(filled, "papiertje van de politie nodig", now, suggestions(BUS, VOG), "chosen", VOG)
    filled.write_now(asked.feedback, number, "down")
    (case,) = gather(filled, now)
    assert (case.kind, case.entry_id) == (UNANSWERED, None)


@pytest.mark.parametrize(
    "text",
    [
        "kan mijn man met bsn [BSN weggelaten] vrijwilliger worden",
        "bel me op 06 12 34 56 78 over de bus",
        "mail naar joke@voorbeeld.nl over de bus",
        "rekening NL91 ABNA 0417 1643 00 voor de subsidie",
        "mijn adres is dorpsstraat 12 kunnen jullie de bus sturen",
        "ik woon op 3512 JE en wil koken",
        "heel " * 50 + "lang verhaal over de bus",
    ],
)
def test_long_or_personal_words_are_never_proposed(filled: Database, now: datetime, text: str) -> None:
    ask(filled, text, now, suggestions(BUS, VOG), "chosen", BUS)
    assert collect(filled, now) == []
    ask(filled, text, now)
    for case in gather(filled, now):  # masked or long words may be read, but not added
        assert case.phrasings == ()


@pytest.mark.parametrize(
    "text", ["mag de straat dicht op 12 mei 2027", "bus voor 1200 mensen in 2026 te leen", "eten voor 10 tot 12 uur"]
)
def test_dates_and_numbers_are_not_personal(text: str) -> None:
    assert gathering.may_be_phrasing(text)


def test_handled_questions_stay_away_until_new_ones_come(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    (case,) = gather(filled, now)
    filled.write_now(learning.close, case.id, IGNORED, "Sanne", now)
    assert gather(filled, now + LATER) == []
    new = ask(filled, STRANGE, now + LATER)
    (again,) = gather(filled, now + LATER)
    assert (again.id, again.count) == (new, 1)


def test_what_was_decided_while_another_collected_stays_decided(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now)
    gather(filled, now)
    stale = collect(filled, now)
    filled.write_now(learning.close, stale[0].oldest, IGNORED, "Sanne", now)
    filled.write_now(gathering.arrange, stale)
    assert filled.read_now(learning.count_open) == 0
    case = filled.read_now(learning.get, stale[0].oldest)
    assert case is not None and (case.state, case.by) == (IGNORED, "Sanne")


def test_a_button_of_before_finds_its_question_in_the_case_it_is_in_now(filled: Database, now: datetime) -> None:
    older = ask(filled, "giraffe huren", now)
    newer = ask(filled, "olifant huren dierentuin burgemeester", now)
    first = gather(filled, now)
    assert {case.id for case in first} == {older, newer}
    joined = gathering.Gathered(UNANSWERED, (older, newer), (older,), ())
    filled.write_now(gathering.arrange, [joined])
    found = filled.read_now(learning.get, newer)
    assert found is not None and (found.id, found.count) == (older, 2)


def test_erasing_a_question_erases_it_here(filled: Database, now: datetime) -> None:
    number = ask(filled, STRANGE, now)
    gather(filled, now)
    filled.write_now(forget, number)
    case = filled.read_now(learning.get, number)
    assert case is not None and case.wordings == ()
    assert gather(filled, now) == []


def test_old_questions_are_left_alone(filled: Database, now: datetime) -> None:
    ask(filled, STRANGE, now - gathering.LOOK_BACK - LATER)
    assert collect(filled, now) == []


def test_entries_that_fit_come_with_their_probability(filled: Database, now: datetime) -> None:
    ask(filled, "de straat afzetten met hekken", now)
    (case,) = gather(filled, now)
    assert case.likely[0][0] == STREET.id
    assert 0 < case.likely[0][1] <= 1 and len(case.likely) <= gathering.LIKELY


def test_a_proposal_for_an_entry_that_was_retired_is_dropped(filled: Database, now: datetime) -> None:
    ask(filled, "papiertje van de politie nodig", now, suggestions(VOG), "chosen", VOG)
    filled.write_now(editing.retire, "vog", "Ellen", now)
    assert collect(filled, now) == []


def test_many_questions_become_a_list_that_someone_can_work_through(filled: Database, now: datetime) -> None:
    for n in range(gathering.MOST_CASES + 5):
        ask(filled, "".join(random.Random(n).choices(ascii_lowercase, k=12)), now)
    assert len(collect(filled, now)) == gathering.MOST_CASES + 5
    gather(filled, now)
    assert filled.read_now(learning.count_open) == gathering.MOST_CASES


def test_what_was_nearest_is_kept_too_when_the_bot_did_not_know(filled: Database, now: datetime) -> None:
    number = ask(filled, STRANGE, now, faq.Unknown(faq.Match(BUS, 0.1234)))
    row = filled.read_now(asked.get, number)
    assert row is not None and (row.decision, row.score, row.candidates) == ("unknown", 0.1234, [["bus", 0.123]])
