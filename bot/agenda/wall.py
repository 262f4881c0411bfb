"""Wall-clock time and its moment in UTC. Wall-clock time with its zone is the truth; the moment follows from it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

# From when an event that lasts all day counts: nobody wants "in 2 hours" at ten in the evening before.
DAY_BEGINS = time(9)
A_DAY = 24 * 60


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a naive wall-clock time.

    A time that the clock skips in spring (02:30) is taken as if it had not been put forward: 03:30.
    A time that comes twice in autumn is the first of the two: summer time.
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def to_local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The naive wall-clock time of a moment."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def begins(starts_local: datetime, all_day: bool) -> datetime:
    """From when reminders count back, and until when they make sense: naive wall-clock time."""
    return datetime.combine(starts_local.date(), DAY_BEGINS) if all_day else starts_local


def before(starts_local: datetime, zone: ZoneInfo, minutes: int) -> datetime:
    """The moment `minutes` before a wall-clock time.

    Whole days mean the same time of day on an earlier day, also when the clock was changed in between. Anything else
    is real time that passes.
    """
    if minutes and minutes % A_DAY == 0:
        return to_utc(starts_local - timedelta(minutes=minutes), zone)
    return to_utc(starts_local, zone) - timedelta(minutes=minutes)


def comes_twice(local: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock shows this time twice: in the hour before it is put back."""
    return local.replace(tzinfo=zone, fold=0).utcoffset() != local.replace(tzinfo=zone, fold=1).utcoffset() and (
        to_local(to_utc(local, zone), zone) == local
    )


def alike(one: ZoneInfo, other: ZoneInfo, year: int) -> bool:
    """Whether two zones show the same time in summer and in winter of that year."""
    days = (datetime(year, 1, 15, 12, tzinfo=UTC), datetime(year, 7, 15, 12, tzinfo=UTC))
    return all(d.astimezone(one).utcoffset() == d.astimezone(other).utcoffset() for d in days)
