"""Staffed hours: how much of a stretch of time someone was there, over weekends, holidays and changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.desk.hours import StaffedHours
from bot.settings import Hours

ZONE = ZoneInfo("Europe/Amsterdam")
OFFICE = StaffedHours(Hours(), ZONE)
SPLIT = StaffedHours(
    Hours.model_validate({"monday": ["13:00-17:00", "09:00-12:30"], "sunday": ["00:00-06:00"], "holidays": ""}), ZONE
)
NEVER = StaffedHours(Hours.model_validate(dict.fromkeys(Hours.model_fields.keys() - {"holidays"}, ())), ZONE)


def at(text: str) -> datetime:
    """A moment on the clock of the Netherlands, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


minutes = st.integers(0, 700 * 24 * 60)
moments = minutes.map(lambda number: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number))


def test_open_from_the_first_minute_until_the_last() -> None:
    assert not OFFICE.is_open(at("2026-12-03T08:59:59"))
    assert OFFICE.is_open(at("2026-12-03T09:00"))
    assert OFFICE.closes_at(at("2026-12-03T16:59:59")) == at("2026-12-03T17:00")
    assert not OFFICE.is_open(at("2026-12-03T17:00"))
    assert not OFFICE.is_open(at("2026-12-05T12:00"))


def test_next_opening_skips_the_weekend_and_holidays() -> None:
    assert OFFICE.next_opening(at("2026-12-05T22:40")) == at("2026-12-07T09:00")
    assert OFFICE.next_opening(at("2026-12-24T18:00")) == at("2026-12-28T09:00")
    assert OFFICE.next_opening(at("2026-12-03T09:00")) == at("2026-12-04T09:00")
    assert NEVER.next_opening(at("2026-12-03T09:00")) is None


def test_waiting_counts_only_while_someone_is_there() -> None:
    assert OFFICE.between(at("2026-12-04T16:00"), at("2026-12-07T10:00")) == timedelta(hours=2)
    assert OFFICE.between(at("2026-12-24T16:00"), at("2026-12-28T09:30")) == timedelta(hours=1, minutes=30)
    assert SPLIT.between(at("2026-12-07T00:00"), at("2026-12-08T00:00")) == timedelta(hours=7, minutes=30)
    assert OFFICE.between(at("2026-12-07T10:00"), at("2026-12-04T16:00")) == timedelta()


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 5), ("2026-10-25", 7), ("2026-11-01", 6)])
def test_a_span_over_a_change_of_the_clock_has_the_length_it_has(day: str, hours: int) -> None:
    assert SPLIT.between(at(f"{day}T00:00"), at(f"{day}T23:59")) == timedelta(hours=hours)


def test_days_of_exception() -> None:
    hours = Hours(closed=(date(2026, 12, 3),), open=(date(2026, 12, 25),))
    staffed = StaffedHours(hours, ZONE)
    assert not staffed.is_open(at("2026-12-03T10:00"))
    assert staffed.is_open(at("2026-12-25T10:00"))
    assert staffed.holiday(date(2026, 12, 25), "nl") is None
    assert OFFICE.holiday(date(2026, 12, 25), "nl") == "Eerste kerstdag"
    assert OFFICE.holiday(date(2026, 12, 25), "en") == "Christmas Day"


@given(moments, moments, moments)
def test_staffed_time_adds_up(a: datetime, b: datetime, c: datetime) -> None:
    first, middle, last = sorted((a, b, c))
    assert OFFICE.between(first, last) == OFFICE.between(first, middle) + OFFICE.between(middle, last)


@given(moments, st.timedeltas(timedelta(minutes=1), timedelta(hours=60)))
def test_after_so_much_staffed_time_so_much_has_passed(start: datetime, staffed: timedelta) -> None:
    end = OFFICE.after(start, staffed)
    assert end is not None
    assert OFFICE.between(start, end) == staffed
    assert NEVER.after(start, staffed) is None


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"monday": ["9 to 5"]}, "is not a span of time; write it as 09:00-17:00"),
        ({"monday": ["17:00-09:00"]}, "ends before it begins"),
        ({"monday": ["09:00-12:00", "11:00-17:00"]}, "spans of a day may not overlap"),
        ({"holidays": "Nederland"}, "is not a country we know the holidays of"),
        ({"closed": ["kerst"]}, "valid date"),
    ],
)
def test_what_is_wrong_with_hours_is_said_in_words(values: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Hours.model_validate(values)
