"""Staffed hours: when people of the helpdesk are there, and how much of a stretch of time that is.

Instants are in UTC in and out. Spans are wall-clock times in the network's zone, so a span over a change of the clock
is an hour shorter or longer, as it is for the people who sit there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.settings import WEEKDAYS, Hours, Span

# When nothing opens within so many days, the helpdesk has no hours worth waiting for.
HORIZON = timedelta(days=400)
A_DAY = timedelta(days=1)
# The library of holidays calls English so; Dutch is "nl" there too.
LANGUAGES = {"en": "en_US"}


class StaffedHours:
    """The hours of a network, from its settings."""

    def __init__(self, settings: Hours, zone: ZoneInfo) -> None:
        self._settings, self._zone = settings, zone
        self._week: list[tuple[Span, ...]] = [getattr(settings, day) for day in WEEKDAYS]
        self._names: dict[tuple[int, str], dict[date, str]] = {}
        # Days on which it is otherwise, as coordinators set them (bot.desk.other_hours).
        self.others: Mapping[date, tuple[Span, ...]] = {}

    @property
    def week(self) -> list[tuple[Span, ...]]:
        """The spans of an ordinary Monday, Tuesday … Sunday."""
        return self._week

    def on(self, day: date) -> tuple[Span, ...]:
        """The spans of this day; none when nobody is there."""
        others = self.others.get(day)
        return others if others is not None else self.usually(day)

    def usually(self, day: date) -> tuple[Span, ...]:
        """The spans of this day by the settings alone."""
        closed = day in self._settings.closed or self._is_holiday(day)
        return () if closed else self._week[day.weekday()]

    def is_open(self, at: datetime) -> bool:
        """Whether someone is there at this instant."""
        return self.closes_at(at) is not None

    def closes_at(self, at: datetime) -> datetime | None:
        """When the span that we are in ends; None when nobody is there."""
        return next((end for start, end in self._spans(at, at + A_DAY) if start <= at < end), None)

    def next_opening(self, at: datetime) -> datetime | None:
        """When the next span begins, later than `at`; None when none does within HORIZON."""
        return next((start for start, _ in self._spans(at, at + HORIZON) if start > at), None)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much of this stretch someone was there; nothing when it ends before it starts."""
        overlaps = (min(end, until) - max(start, since) for since, until in self._spans(start, end))
        return sum((length for length in overlaps if length > timedelta()), timedelta())

    def after(self, start: datetime, staffed: timedelta) -> datetime | None:
        """The instant at which so much staffed time has passed since `start`; None when HORIZON does not hold it."""
        left = staffed
        for since, until in self._spans(start, start + HORIZON):
            begins = max(start, since)
            if until - begins >= left:
                return begins + left
            left -= max(until - begins, timedelta())
        return None

    def holiday(self, day: date, language: str) -> str | None:
        """The name of the holiday for which we are closed that day; None on other days."""
        return self._holidays(day.year, language).get(day) if self._is_holiday(day) and not self.on(day) else None

    def _is_holiday(self, day: date) -> bool:
        if not self._settings.holidays or day in self._settings.open:
            return False
        return day in self._holidays(day.year, "en")

    def _holidays(self, year: int, language: str) -> dict[date, str]:
        found = self._names.get((year, language))
        if found is None:
            from holidays import country_holidays  # takes a moment, and is needed once a year

            code = LANGUAGES.get(language, language)
            found = dict(country_holidays(self._settings.holidays, years=year, language=code))
            self._names[(year, language)] = found
        return found

    def _spans(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The spans that may touch this stretch, in order, in UTC."""
        day, last = start.astimezone(self._zone).date(), end.astimezone(self._zone).date()
        while day <= last:
            for span in self.on(day):
                opens, closes = (
                    datetime.combine(day, time, self._zone).astimezone(UTC) for time in (span.opens, span.closes)
                )
                if closes > start:
                    yield opens, closes
            day += A_DAY
