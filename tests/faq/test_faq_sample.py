"""The FAQ that comes with the bot: enough ways to ask, the same facts in both languages, short answers."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import faq

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"
PHRASINGS = 11  # with five, a question in other words was found first in 65%; with these, in 79%
PHRASINGS_IN_ENGLISH = 4
LONGEST_ANSWER = 900  # characters: what people read to the end on a phone
AGES = re.compile(r"€|\b0\d{3}-\d{4}\b|\b202\d\b|kvk\.nl|belastingdienst\.nl")  # amounts, phones, years, rules
LINK = re.compile(r"https?://[^)\s]+")
NUMBER = re.compile(r"\d[\d.,:-]*\d|\d")
IDS = [entry.id for entry in faq.load(SAMPLE)]


@cache
def entries() -> dict[str, faq.Entry]:
    return {entry.id: entry for entry in faq.load(SAMPLE)}


def numbers(answer: str) -> Counter[str]:
    """The numbers of an answer, however a language writes them: "21.00" and "21:00" are the same."""
    return Counter(re.sub(r"\D", "", found) for found in NUMBER.findall(LINK.sub("", answer)))


@pytest.mark.parametrize("identifier", IDS)
def test_an_entry_is_asked_in_many_ways(identifier: str) -> None:
    entry = entries()[identifier]
    assert len(entry.phrasings) >= PHRASINGS
    assert len(entry.translations["en"].phrasings) >= PHRASINGS_IN_ENGLISH


@pytest.mark.parametrize("identifier", IDS)
def test_an_answer_is_short_in_both_languages(identifier: str) -> None:
    entry = entries()[identifier]
    assert len(entry.answer) <= LONGEST_ANSWER
    assert len(entry.translations["en"].answer) <= LONGEST_ANSWER


@pytest.mark.parametrize("identifier", IDS)
def test_both_languages_give_the_same_links_and_numbers(identifier: str) -> None:
    entry = entries()[identifier]
    english = entry.translations["en"].answer
    assert Counter(LINK.findall(english)) == Counter(LINK.findall(entry.answer))
    assert numbers(english) == numbers(entry.answer)


@pytest.mark.parametrize("identifier", IDS)
def test_what_ages_has_a_day_to_be_checked_on(identifier: str) -> None:
    entry = entries()[identifier]
    assert entry.review or not AGES.search(entry.answer)
