"""Reading the hours of a day as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.hours_words import Asked, UnclearError, read
from bot.settings import Span

TODAY = date(2026, 12, 3)  # a Thursday


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(*(time.fromisoformat(part) for part in text.split("-"))) for text in texts)


@pytest.mark.parametrize(
    ("text", "day", "hours"),
    [
        ("vandaag dicht", "2026-12-03", ()),
        ("Morgen gesloten", "2026-12-04", ()),
        ("vrijdag 10-12", "2026-12-04", spans("10:00-12:00")),
        ("do 9.30 tot 12.00 uur", "2026-12-03", spans("09:30-12:00")),
        ("woensdag 9 uur tot 12 uur en 13:00-15:30", "2026-12-09", spans("09:00-12:00", "13:00-15:30")),
        ("24 december 13-15, 9-12", "2026-12-24", spans("09:00-12:00", "13:00-15:00")),
        ("24-12 9-12", "2026-12-24", spans("09:00-12:00")),
        ("2 januari dicht", "2027-01-02", ()),
        ("1-2-2028 dicht", "2028-02-01", ()),
        ("2026-12-28 10:00-11:00", "2026-12-28", spans("10:00-11:00")),
        ("24 dec. gewoon", "2026-12-24", None),
        ("friday closed", "2026-12-04", ()),
        ("24 December usual", "2026-12-24", None),
        ("dicht op ma", "2026-12-07", ()),
    ],
)
def test_what_people_type(text: str, day: str, hours: tuple[Span, ...] | None) -> None:
    assert read(text, TODAY) == Asked(date.fromisoformat(day), hours)


@pytest.mark.parametrize(
    "text", ["", "dicht", "vrijdag", "vrijdag 12-10", "vrijdag 9-12 en 11-13", "vrijdag 25-26", "31-2 dicht", "9-12"]
)
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    with pytest.raises(UnclearError):
        read(text, TODAY)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_unclear(text: str) -> None:
    try:
        found = read(text, TODAY)
    except UnclearError:
        return
    assert all(span.opens < span.closes for span in found.spans or ())
