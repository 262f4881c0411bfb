"""How often an event may repeat. A calendar comes from outside: a rule for every second must not keep us busy."""

from __future__ import annotations

from calendar import monthrange
from math import prod
from typing import Any

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# More often than hourly on one day is not a gathering.
MOST_A_DAY = 24
# A series that starts in 1900 takes the library 46,000 steps to reach today: a tenth of a second.
FIRST_YEAR = 1900
LEAP_YEAR = 2028


def too_often(rule: Any) -> bool:
    """Whether a rule (icalendar's vRecur) repeats more often than we follow."""
    if _first(rule, "FREQ") not in FREQUENCIES:
        return True
    return prod(max(1, len(_values(rule, part))) for part in ("BYHOUR", "BYMINUTE", "BYSECOND")) > MOST_A_DAY


def never(rule: Any) -> bool:
    """Whether a rule names only days that do not exist, as 30 February: the library would look until the year 9999.

    With an interval of nothing it would look forever.
    """
    if any(int(interval) < 1 for interval in _values(rule, "INTERVAL")):
        return True
    months, days = _values(rule, "BYMONTH"), _values(rule, "BYMONTHDAY")
    if not months or not days:
        return False
    return all(abs(int(day)) > monthrange(LEAP_YEAR, int(month))[1] for month in months for day in days)


def _values(rule: Any, part: str) -> list[Any]:
    found = rule.get(part, [])
    return found if isinstance(found, list) else [found]


def _first(rule: Any, part: str) -> Any:
    found = _values(rule, part)
    return found[0] if found else None
