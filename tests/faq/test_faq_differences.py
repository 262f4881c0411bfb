"""What differs between two versions of an entry, in short."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import faq
from faq import columns, reading
from faq.differences import FIELDS, differences

OLD = faq.Entry(
    "vog", "Wat is een VOG?", ("vog", "papier"), "Het kost € 41,35 bij de gemeente. " + "Bel dan. " * 20, ("zorg",)
)


def told(**fields: object) -> list[str]:
    return [str(one) for one in differences(OLD, replace(OLD, **fields))]  # type: ignore[arg-type]


def test_only_what_differs_is_told() -> None:
    assert told() == []
    assert told(question="Wat is een VOG nou?") == ["question: 'Wat is een VOG?' → 'Wat is een VOG nou?'"]
    assert told(phrasings=("vog", "gedrag")) == ["phrasings: 'papier' → 'gedrag'"]
    assert told(phrasings=("papier", "vog")) == ["phrasings: (in another order) → 'papier', 'vog'"]
    assert told(review=date(2027, 1, 31)) == ["review: (nothing) → '2027-01-31'"]


def test_of_a_long_text_the_place_is_shown() -> None:
    [one] = told(answer=OLD.answer.replace("41,35", "45,00"))
    assert one == "answer: 'Het kost € 41,35 bij de gemeente. Be…' → 'Het kost € 45,00 bij de gemeente. Be…'"


def test_translations_are_told_by_their_field() -> None:
    english = {"en": faq.Translation("What?", ("vog",), "A paper.")}
    assert [one.field for one in differences(OLD, replace(OLD, translations=english))] == [
        "translations.en.question",
        "translations.en.phrasings",
        "translations.en.answer",
    ]


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared_on_a_line(old: str, new: str) -> None:
    found = differences(replace(OLD, answer=old), replace(OLD, answer=new))
    assert bool(found) == (old != new)
    assert all(len(str(one).splitlines()) == 1 and len(str(one)) < 250 for one in found)


def test_every_field_of_an_entry_is_known_everywhere() -> None:
    """`revision` belongs to the database; `translations` are columns of their own."""
    content = {field.name for field in fields(faq.Entry)} - {"revision"}
    assert content == {"id", *FIELDS} == set(reading.FIELDS)
    assert content == {*columns.NAMES, "translations"}
