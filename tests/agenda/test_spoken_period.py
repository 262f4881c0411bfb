"""From when and for how many days staff look, read on Thursday 3 December 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda import spoken_period
from bot.agenda.spoken_period import NoPeriod, Period

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "days", "starts"),
    [
        ("", None, []),
        ("14", 14, []),
        ("30 dagen", 30, []),
        ("2 weken", 14, []),
        ("28 maart", None, ["2027-03-28T00:00"]),
        ("vanaf 28 maart", None, ["2027-03-28T00:00"]),
        ("zo 28 maart 2027 3:00", None, ["2027-03-28T03:00"]),
        ("zo 28 maart om 3 uur", None, ["2027-03-28T03:00"]),
        ("28-3-2027 2 dagen", 2, ["2027-03-28T00:00"]),
        ("7 dagen vanaf 28 maart 1.30 uur", 7, ["2027-03-28T01:30"]),
        ("12 t/m 14 mei", 3, ["2027-05-12T00:00"]),
        ("morgen", None, ["2026-12-04T00:00"]),
        ("zo", None, ["2026-12-06T00:00"]),
        ("20:00", None, ["2026-12-03T20:00"]),
        ("ma 28 maart", None, ["2027-03-28T00:00", "2027-03-29T00:00"]),
        ("2027-03-28T01:30", None, ["2027-03-28T01:30"]),
    ],
)
def test_what_is_understood(text: str, days: int | None, starts: list[str]) -> None:
    found = spoken_period.read(text, TODAY)
    assert isinstance(found, Period)
    assert (found.days, [f"{one:%Y-%m-%dT%H:%M}" for one in found.starts]) == (days, starts)


@pytest.mark.parametrize(
    ("text", "why", "said"),
    [
        ("25:99", "no-time", "25:99"),
        ("28 maart 25:99", "no-time", "25:99"),
        ("31 februari", "no-such-day", "31 februari"),
        ("28 maart 2026", "past", "28 maart 2026"),
        ("gisteren", "past", "gisteren"),
        ("0", "days", "0"),
        ("999", "days", "999"),
        ("28 maart 99 weken", "days", "99 weken"),
        ("feest", "words", "feest"),
        ("28 maart feest", "words", "feest"),
        ("28 maart van 3:00 tot 5:00", "words", "28 maart van 3:00 tot 5:00"),
    ],
)
def test_what_is_not(text: str, why: str, said: str) -> None:
    assert spoken_period.read(text, TODAY) == NoPeriod(why, said)


@given(st.text(max_size=60))
def test_any_text_is_one_of_both(text: str) -> None:
    assert isinstance(spoken_period.read(text, TODAY), Period | NoPeriod)
