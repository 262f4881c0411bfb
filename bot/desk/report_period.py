"""The weeks and months of reports, or any days: by the network's calendar, so that a day has 23, 24 or 25 hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK, MONTH, DAYS = "week", "month", "days"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A week from Monday to Sunday (ISO 8601), a calendar month, or `count` days: its kind and first day."""

    kind: str
    first: date
    count: int = 0

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.after().first - A_DAY

    @property
    def number(self) -> int:
        """The number of the week, or of the month."""
        return self.first.isocalendar().week if self.kind == WEEK else self.first.month

    def after(self) -> Period:
        """The one that follows."""
        if self.kind == DAYS:
            return Period(DAYS, self.first + self.count * A_DAY, self.count)
        return of(self.kind, self.first + timedelta(days=7 if self.kind == WEEK else 31))

    def before(self) -> Period:
        """The one that came before."""
        if self.kind == DAYS:
            return Period(DAYS, self.first - self.count * A_DAY, self.count)
        return of(self.kind, self.first - A_DAY)

    def days(self) -> Iterator[date]:
        """Its days, in order."""
        day = self.first
        while day <= self.last:
            yield day
            day += A_DAY

    def span(self, zone: ZoneInfo) -> Span:
        """From its first moment until the first one after it."""
        return Span(midnight(self.first, zone), midnight(self.after().first, zone))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in UTC; `end` is not part of it."""

    start: datetime
    end: datetime

    def until(self, moment: datetime) -> Span:
        """Only what lies before this moment."""
        return Span(self.start, max(self.start, min(self.end, moment)))


def of(kind: str, day: date) -> Period:
    """The week or month that a day is in. Raises ValueError for another kind."""
    if kind == WEEK:
        return Period(WEEK, day - timedelta(days=day.weekday()))
    if kind == MONTH:
        return Period(MONTH, day.replace(day=1))
    raise ValueError(f"{kind} is neither {WEEK} nor {MONTH}")


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def same_moment(period: Period, earlier: Period, now: datetime, zone: ZoneInfo) -> datetime:
    """When the earlier period was as far as `period` is `now`: as many days on, at the same time of day.

    A month that was too short for that was over.
    """
    local = now.astimezone(zone)
    day = earlier.first + (local.date() - period.first)
    return datetime.combine(day, local.time(), zone).astimezone(UTC)
