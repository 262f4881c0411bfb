"""Filling in texts: what is filled in is escaped, also when it is longer than Fluent takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import texts
from bot.texts.render import Html, MissingTextError


@pytest.mark.parametrize("count", [10, 1999, 2001, 2600, 20_000])
def test_values_of_any_length_are_filled_in(count: int) -> None:
    question, answer = "<b>&" * count, Html("<b>x</b>" * count)
    found = texts("nl")("answer-shown", question=question, answer=answer, checked="none")
    assert "&lt;b&gt;&amp;" * count in found and f"\n{answer}\n" in found
    assert texts("nl").plain("faq-draft-question", text=question) == f"Vraag: {question}"


@given(st.text())
def test_any_text_is_filled_in_as_it_is(text: str) -> None:
    assert texts("nl").plain("faq-draft-question", text=text) == f"Vraag: {text}"


def test_what_stands_for_a_long_value_can_be_typed_too() -> None:
    typed, long = "\ue000answers\ue001", "x" * 3000
    found = texts("nl")("answer-shown", question=typed, answer=long, checked="none")
    assert typed in found and long in found


def test_a_missing_value_raises() -> None:
    with pytest.raises(MissingTextError):
        texts("nl")("faq-draft-question")
