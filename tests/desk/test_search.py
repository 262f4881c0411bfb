"""Looking for old tickets by their words (bot/desk/search.py)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk import messages, search, tickets
from bot.desk.messages import TEXT, Origin
from bot.desk.ticket import Question
from storage.database import Database
from storage.desk import OUT

NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)
ASKED = (
    "is onze sloep ook verzekerd als er vrijwilligers meevaren",
    "hoe komen we aan geld voor een nieuwe bank op het plein",
    "mag de straat dicht voor een buurtfeest",
)


@pytest.fixture
def asked(db: Database) -> dict[str, int]:
    """The tickets of those questions, by their first word; the first was answered."""
    numbers = [db.write_now(tickets.open_ticket, 7, Question(text, "nl"), NOW).id for text in ASKED]
    said = Origin(numbers[0], OUT, TEXT, -100, 5, "Bel <b>Achmea</b> over de polis.", "Sanne")
    db.write_now(messages.pair, said, NOW, 1)
    return dict(zip(("boat", "bench", "street"), numbers, strict=True))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sloep", ["boat"]),
        ("verzekering sloep", ["boat"]),
        ("verzekrd", ["boat"]),
        ("Achmea", ["boat"]),
        ("achmae polis", ["boat"]),
        ("feest in de straat", ["street"]),
        ("buurtfeesten", ["street"]),
        ("bank plein geld", ["bench"]),
        ("helikopter", []),
        ("sloep helikopter onderzeeër", []),
        ("", []),
        ("b", []),
        ("?!", []),
    ],
)
def test_words_find_questions_and_answers_also_misspelled(
    db: Database, asked: dict[str, int], words: str, found: list[str]
) -> None:
    assert db.read_now(search.look_up, words, "nl") == [asked[name] for name in found]


def test_of_equals_the_newest_comes_first_and_an_old_list_is_thrown_away(db: Database) -> None:
    numbers = [db.write_now(tickets.open_ticket, 7, Question("de sloep lekt", "nl"), NOW).id for _ in range(3)]
    assert db.read_now(search.look_up, "sloep", "nl") == numbers[::-1]
    kept = db.write_now(search.keep, "sloep", numbers, NOW)
    assert db.read_now(search.get, kept.id) == kept
    db.write_now(search.keep, "iets", [], NOW + timedelta(days=8))
    assert db.read_now(search.get, kept.id) is None
