"""Directions of words: what means nearly the same points nearly the same way."""

import numpy as np
import pytest

from benchmarks import matching_senses
from faq.meanings import WIDTH, Meanings, sum_of


def cosine(code: str, one: str, other: str) -> float:
    meanings = Meanings(code)
    return float(meanings.of(one) @ meanings.of(other))


@pytest.mark.parametrize(
    ("code", "word", "near", "far"),
    [
        ("nl", "geld", "financiering", "hond"),
        ("nl", "hond", "kat", "subsidie"),
        ("nl", "eten", "koken", "bestuur"),
        ("en", "money", "cash", "weather"),
        ("en", "refund", "reimbursement", "dog"),
    ],
)
def test_what_means_the_same_is_near(code: str, word: str, near: str, far: str) -> None:
    assert cosine(code, word, near) > cosine(code, word, far) + 0.1


def test_a_compound_that_is_not_in_the_list_points_between_its_parts() -> None:
    meanings = Meanings("nl")
    both = meanings.of("maaltijd") + meanings.of("subsidie")
    assert meanings.of("maaltijdsubsidie") @ both > 0.99 * np.linalg.norm(both)
    assert meanings.of("maaltijdensubsidie").any()


@pytest.mark.parametrize(
    ("code", "word"), [("nl", "qxzw"), ("nl", ""), ("xx", "geld"), ("nl", "x" * 300), ("nl", "﷽")]
)
def test_an_unknown_word_points_nowhere(code: str, word: str) -> None:
    assert not Meanings(code).of(word).any()


def test_directions_have_length_one_or_none() -> None:
    meanings = Meanings("nl")
    rows = meanings.of_rows([["subsidie", "aanvragen"], ["qxzw"]], lambda word: 0.5)
    assert rows.shape == (2, WIDTH)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0])
    assert sum_of([meanings.of("subsidie"), meanings.of("qxzw")], [1.0, 1.0]) == pytest.approx(meanings.of("subsidie"))


def test_a_list_of_spellings_becomes_folded_words() -> None:
    found = matching_senses.chosen(["Één", "een", "foto's", "12", "twee woorden", "a" * 30])
    assert found == {"een": "Één", "fotos": "foto's"}
