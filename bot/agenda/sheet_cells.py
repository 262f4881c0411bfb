"""What a cell of a table of gatherings says: a text, a day, a time, a number of places, a moment to answer by.

Each takes a cell as a spreadsheet or a CSV file has it, and gives None when it cannot be read.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from bot.agenda import spoken_days, spoken_times
from bot.agenda.free_form import MOST_PEOPLE
from bot.agenda.spoken_deadlines import END_OF_DAY, NOTHING
from faq import cells

_NUMBER = re.compile(r"(?:max\.?|maximaal)?\s*(\d{1,6})(?:\s*(?:plaatsen|plekken|mensen|personen|places|people))?")
# A day or a time takes fewer characters; looking for one in a whole book would take seconds.
_LONGEST_SAID = 100
_BETWEEN = " \t,;om"


def text(value: object) -> str:
    """What is written there; empty: nothing."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else cells.arm(str(value).strip())


def day(value: object) -> date | None:
    """A date of the spreadsheet, or one as people write it. With a year: a table outlives one."""
    if isinstance(value, date):
        on = value.date() if isinstance(value, datetime) else value
        return on if spoken_days.FIRST_YEAR <= on.year <= spoken_days.LAST_YEAR else None
    found = _spoken(text(value))
    return found.choices[0] if found is not None else None


def time_of_day(value: object) -> time | None:
    """A time that can only be one: "8 uur" may be two."""
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60) % (24 * 60)
        return time(minutes // 60, minutes % 60)
    found = spoken_times.find(text(value)[:_LONGEST_SAID])
    return found.starts if found is not None and found.ends is None and not found.guessed else None


def capacity(value: object) -> int | None:
    """How many people fit; 0: there is no maximum."""
    said = text(value).lower()
    if said in NOTHING:
        return 0
    number = _NUMBER.fullmatch(said)
    return int(number[1]) if number is not None and int(number[1]) <= MOST_PEOPLE else None


def answer_by(value: object, starts: datetime) -> datetime | None:
    """Until when one can say to come, by the wall clock. A day alone is all of it, or until it starts.

    `starts`: when the gathering begins; what comes after that is given as it is.
    """
    said = text(value)
    if said.lower() in NOTHING:
        return starts
    if isinstance(value, datetime) and value.time() != time():
        return value.replace(second=0, microsecond=0)
    on = day(value)
    if on is None:
        return None
    rest = "" if isinstance(value, date) else _without_day(said)
    if rest:
        at = time_of_day(rest)
        return None if at is None else datetime.combine(on, at)
    return starts if on == starts.date() else datetime.combine(on, END_OF_DAY)


def _spoken(said: str) -> spoken_days.Day | None:
    """A day that is written with its year and can only be one."""
    found = spoken_days.find(said[:_LONGEST_SAID], date(1, 1, 1))
    dated = found is not None and re.search(r"\d{4}|[-/.]\d\d$", found.said) is not None
    return found if dated and found is not None and len(found.choices) == 1 else None


def _without_day(said: str) -> str:
    found = _spoken(said)
    return "" if found is None else (said[: found.start] + " " + said[found.end :]).strip(_BETWEEN)
