"""What holds for any text and any FAQ."""

from functools import cache
from pathlib import Path

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
        assert all(problem.line >= 1 for problem in error.problems)
