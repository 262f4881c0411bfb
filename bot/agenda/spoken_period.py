"""From when and for how many days, as people write it: "14", "28 maart", "zo 28 maart 2027 3:00, 2 dagen". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.agenda.rest_of_text import Rest

MOST_DAYS = 548
# Why a text is no period.
NO_TIME, NO_SUCH_DAY, PAST, DAYS, WORDS = "no-time", "no-such-day", "past", "days", "words"
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_DAYS = re.compile(r"\b(\d{1,4})\s*(?:dag(?:en)?|days?|(w)(?:eek|eken|eeks))\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:vanaf|van|om|op|voor|de|from|at|on|for|the|uur)\b|[^\w]", re.IGNORECASE)
_ISO = re.compile(r"(?<=\d)T(?=\d\d:)")
_MIDNIGHT = " 0:00"


@dataclass(frozen=True, slots=True)
class Period:
    """`days`: how many, None: not said. `starts`: the moments by the wall clock that may be meant; none: from now."""

    days: int | None = None
    starts: tuple[datetime, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class NoPeriod:
    """It cannot be read. `why`: NO_TIME, NO_SUCH_DAY, PAST, DAYS or WORDS; `said`: which part of it."""

    why: str
    said: str


def read(text: str, today: date) -> Period | NoPeriod:
    """What a text says; without a time a day begins at midnight, and without a day a time is today's."""
    if number := _NUMBER.fullmatch(text):
        return _checked(int(number[1]), number[1], ())
    text = _ISO.sub(" ", text)
    # "zo" names a day only before a time.
    rest = Rest(text if re.search(r"\d", text) or not text.strip() else text + _MIDNIGHT)
    length = rest.first(_DAYS)
    day, times, wrong = rest.day_and_time(today)
    left = " ".join(_BETWEEN.sub(" ", rest.text).split())
    if wrong:
        return NoPeriod(NO_TIME, wrong)
    if day is not None and not day.choices:
        return NoPeriod(NO_SUCH_DAY, day.said)
    if left or (times is not None and times.ends is not None):
        return NoPeriod(WORDS, left or text.strip())
    if day is not None and max(day.choices) < today:
        return NoPeriod(PAST, day.said)
    at = time() if times is None else _literal(times.starts, times.guessed)
    found = day.choices if day is not None else (today,) if times is not None else ()
    days = int(length[1]) * (7 if length[2] else 1) if length else None
    if days is None and day is not None and day.last is not None:
        days = (day.last - day.choices[0]).days + 1
    said = length[0] if length else ""
    return _checked(days, said, tuple(datetime.combine(one, at) for one in found), day.said if day else "")


def _checked(days: int | None, said: str, starts: tuple[datetime, ...], day: str = "") -> Period | NoPeriod:
    if days is not None and not 1 <= days <= MOST_DAYS:
        return NoPeriod(DAYS, said)
    return Period(days, starts, day)


def _literal(at: time, guessed: bool) -> time:
    """ "3 uur" as at night: what comes from then on holds what comes in the afternoon too."""
    return (datetime.combine(date(2000, 1, 3), at) - timedelta(hours=12)).time() if guessed else at
