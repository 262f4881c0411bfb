"""Until when one can sign up, as people write it: "aanmelden tot zo 10 januari 18.00 uur". Pure: reads a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.agenda import spoken_days, spoken_times

END_OF_DAY = time(23, 59)
# Later than any gathering: until it starts.
NO_DEADLINE = datetime.combine(date.max, time())
NOTHING = ("geen", "none", "no")
_UNTIL = r"(?P<until>tot\s+en\s+met|t/m|tot|uiterlijk|until|till|by|(?P<before>voor|vóór|before))"
_LEAD = re.compile(
    rf"\b(?:aanmelden|aanmelding|opgeven|inschrijven|sign(?:ing)?\s*up|register)\s+(?:kan\s+)?{_UNTIL}\s*:?\s+",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?:{_UNTIL}\s+)?", re.IGNORECASE)
_ENDS = re.compile(r"[,;\n\x00#]")
# Between a day and its time: " om ".
_CLOSE = 4


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment by the wall clock, in a text at [start:end]."""

    start: int
    end: int
    moment: datetime


def find(text: str, today: date) -> Deadline | None:
    """The deadline that a text names. A day alone is all of it; "voor 10 januari" is until the day before ends."""
    lead = _LEAD.search(text)
    return None if lead is None else _after(text, lead, today)


def read(text: str, today: date) -> datetime | None:
    """A text that is a deadline: "10 januari", "tot 10 januari 18 uur", "geen" (until it starts). None: it is not."""
    if text.strip().lower() in NOTHING:
        return NO_DEADLINE
    lead = _ALONE.match(text)
    found = _after(text, lead, today) if lead is not None else None
    return None if found is None else found.moment


def _after(text: str, lead: re.Match[str], today: date) -> Deadline | None:
    ends = _ENDS.search(text, lead.end())
    part = text[lead.end() : ends.start() if ends else len(text)]
    day = spoken_days.find(part, today)
    if day is None or part[: day.start].strip() or len(day.choices) != 1:
        return None
    times = spoken_times.find(part[day.end :], day.part)
    if times is not None and times.start <= _CLOSE and times.ends is None:
        end = lead.end() + day.end + times.end
        return Deadline(lead.start(), end, datetime.combine(day.choices[0], times.starts))
    last = day.choices[0] - timedelta(days=1) if lead["before"] else day.choices[0]
    return Deadline(lead.start(), lead.end() + day.end, datetime.combine(last, END_OF_DAY))
