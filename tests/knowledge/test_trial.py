"""A phrasing is tried before it is added: does it help, and whom would it harm?"""

from __future__ import annotations

import pytest

import faq
from bot.knowledge import trial
from bot.knowledge.trial import rival, try_out
from tests.knowledge.questions import FAQ, STREET, VOG

INDEX = faq.Index(FAQ)


def test_a_phrasing_like_another_entry_is_flagged_with_that_entry() -> None:
    found = rival(INDEX, "bus", ["mag de straat dicht voor een feest"])
    assert found is not None and found.id == STREET.id
    assert rival(INDEX, "straat", ["mag de straat dicht voor een feest"]) is None


def test_words_that_nobody_has_are_not_flagged() -> None:
    assert rival(INDEX, "bus", ["giraffe van de burgemeester parkeren"]) is None


def test_a_phrasing_that_would_take_one_from_another_entry_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the new words themselves look like nothing else (here: however much they do)."""
    monkeypatch.setattr(trial, "LOOKS_LIKE", 1.1)
    near = faq.Entry("taxi", "Rijdt er een taxi?", ("vervoer voor zieke mensen", "zieke mensen vervoeren"), "Ja.")
    index = faq.Index([*FAQ, near])
    found = rival(index, "vog", ["zieke mensen vervoer", "vervoer zieke mensen", "zieke mensen vervoeren naar huis"])
    assert found is not None and found.id == "taxi"
    assert rival(index, "vog", ["giraffe van de burgemeester parkeren"]) is None
    assert rival(index, "taxi", ["zieke mensen vervoer"]) is None


def test_the_proof_is_a_question_that_is_not_added_itself() -> None:
    others = [(1, "giraffe parkeren bij de burgemeester"), (2, "gratis vog")]
    tried = try_out(INDEX, "bus", [(0, "giraffe van de burgemeester parkeren")], others)
    assert (tried.text, tried.elsewhere) == (others[0][1], (2,))
    assert tried.found is not None and tried.found.entry.id == "bus" and 0 <= tried.found.score <= 1


def test_without_other_questions_the_phrasing_is_its_own_proof() -> None:
    tried = try_out(INDEX, "vog", [(0, "papiertje van de politie")])
    assert tried.text == "papiertje van de politie"
    assert tried.found is not None and tried.found.entry.id == VOG.id
    assert INDEX.entries == tuple(FAQ)  # it was tried on a copy


def test_what_was_put_with_it_by_mistake_is_not_added() -> None:
    tried = try_out(
        INDEX, "bus", [(1, "giraffe van de burgemeester parkeren"), (2, "weg afzetten feest"), (3, "busje")]
    )
    assert tried.elsewhere == (2,)
    assert tried.text == "giraffe van de burgemeester parkeren"
