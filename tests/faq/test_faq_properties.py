"""What holds for any text and any FAQ."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import faq
from faq.text import fold, words

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"
SNIPPETS = ["de", "vog", "👍", "subsidie", "<b>", "﷽", "\u200b", "\u202e", "gemeente", ";", "a'b", "é", "0", "112"]
TEXTS = st.text(max_size=300) | st.lists(st.sampled_from(SNIPPETS), max_size=20).map(" ".join)


@cache
def sample() -> faq.Index:
    return faq.Index(faq.load(SAMPLE))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_scores_are_sorted_probabilities(text: str) -> None:
    matches = sample().search(text)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert sum(scores) <= 1 + 1e-9
    assert len({match.entry.id for match in matches}) == len(matches) <= 10


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_a_decision_is_always_the_same(text: str) -> None:
    decision = sample().decide(text)
    assert decision == sample().decide(text)
    if isinstance(decision, faq.Suggestions):
        assert 1 <= len(decision.matches) <= 3


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=3)), min_size=1, max_size=6))
def test_any_faq_can_be_indexed(parts: list[tuple[str, list[str]]]) -> None:
    entries = [
        faq.Entry(f"e{number}", question, tuple(phrasings), question)
        for number, (question, phrasings) in enumerate(parts)
    ]
    index = faq.Index(entries)
    for question, _ in parts:
        index.decide(question)
        faq.related(index, entries[0])
        faq.best_sentence(entries[0], question)


@pytest.mark.parametrize(
    "text",
    [
        "\u200b\u200d\ufeff",
        "\u202eeidisbus\u202c ne dleg",
        "كيف أحصل على منحة؟" * 20,
        "👩‍👩‍👧‍👦" * 500,
        "a" * 4096,
        "subsidie " * 455,
        "é" * 4096,
        "<script>alert('subsidie')</script>",
        "'; DROP TABLE entries; --",
        "{{7*7}} ${jndi:ldap://x} %s %n",
        "\x00\x1b[2J",
        "1" * 4096,
        "?" * 4096,
    ],
)
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(sample().decide(text), faq.Answer | faq.Suggestions | faq.Unknown)
    assert all(0 <= match.score <= 1 for match in sample().search(text))


@st.composite
def small_faqs(draw: st.DrawFn) -> list[faq.Entry]:
    """Some entries of the sample, each with some of its phrasings, in any order."""
    entries = draw(st.lists(st.sampled_from(sample().entries), min_size=2, max_size=8, unique_by=lambda e: e.id))
    return [replace(entry, phrasings=entry.phrasings[: draw(st.integers(0, 3))]) for entry in entries]


@settings(deadline=None, max_examples=15)
@given(small_faqs())
def test_an_own_phrasing_finds_its_entry(entries: list[faq.Entry]) -> None:
    index = faq.Index(entries)
    for entry in entries:
        for text in entry.texts:
            assert index.search(text, 1)[0].entry.id == entry.id


@settings(deadline=None, max_examples=15)
@given(small_faqs(), st.randoms(use_true_random=False), TEXTS)
def test_the_order_of_entries_changes_nothing(entries: list[faq.Entry], random: Random, text: str) -> None:
    turned = random.sample(entries, len(entries))
    ours, theirs = faq.Index(entries).search(text), faq.Index(turned).search(text)
    assert {m.entry.id: m.score for m in ours} == pytest.approx({m.entry.id: m.score for m in theirs}, abs=1e-3)


@given(st.text())
def test_a_language_is_always_found_or_not(text: str) -> None:
    assert faq.language_of(text) in ("nl", "en", faq.OTHER, None)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_have_no_capitals_spaces_or_marks(text: str) -> None:
    for word in words(text):
        assert word == word.casefold()
        assert word.isalnum()


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_loads_or_says_why(text: str) -> None:
    try:
        faq.load(text, "x")
    except faq.FileError as error:
        assert error.problems
        assert all(problem.line >= 0 for problem in error.problems)
