"""Days as people write them, in Dutch and English: "di 12 jan", "morgen", "volgende week dinsdag", "January 12th"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

# Years that a gathering can be in; another one is a slip.
FIRST_YEAR, LAST_YEAR = 2000, 2199
MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"

_WEEKDAYS = (
    ("maandag", "monday", "mon", "ma"),
    ("dinsdag", "tuesday", "tues", "tue", "di"),
    ("woensdag", "wednesday", "wed", "wo"),
    ("donderdag", "thursday", "thurs", "thur", "thu", "do"),
    ("vrijdag", "friday", "fri", "vrij", "vr"),
    ("zaterdag", "saturday", "sat", "zat", "za"),
    ("zondag", "sunday", "sun", "zon", "zo"),
)
_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
# What such a word adds to today, and which part of the day it names.
_RELATIVE = {
    "vandaag": (0, None),
    "today": (0, None),
    "vanochtend": (0, MORNING),
    "vanmiddag": (0, AFTERNOON),
    "vanavond": (0, EVENING),
    "tonight": (0, EVENING),
    "overmorgen": (2, None),
    "morgenochtend": (1, MORNING),
    "morgenmiddag": (1, AFTERNOON),
    "morgenavond": (1, EVENING),
    "morgen": (1, None),
    "tomorrow": (1, None),
}
# Looked for last, since they are said in passing too; whoever plans with them hears that they are over.
_PAST = {
    "eergisteren": (-2, None),
    "gisteravond": (-1, EVENING),
    "gisteren": (-1, None),
    "yesterday": (-1, None),
}
_PARTS = {"ochtend": MORNING, "morgen": MORNING, "middag": AFTERNOON, "avond": EVENING}
# These short words are words of their own too ("do", "zo", "wo"): they name a day only beside a date or a time.
_LONG = 5


def _any(names: tuple[tuple[str, ...], ...]) -> str:
    return "|".join(sorted((name for group in names for name in group), key=len, reverse=True))


_WD = rf"(?P<wd>{_any(_WEEKDAYS)})(?P<part>ochtend|morgen|middag|avond)?\b\.?"
_MONTH = rf"(?P<month>{_any(_MONTHS)})\b\.?"
_YEAR = r"(?:,?\s+(?P<year>20\d\d)\b)?"
_ORDINAL = r"(?:e|de|ste|st|nd|rd|th)?"
_FIRST = r"(?<![\w.:/€-])"
_TILL = r"\s*(?:t/m|tot\s+en\s+met|tot|until|till|to|-|–|en|and)\s*"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_FIRST}(?:{_WD},?\s+)?(?:(?:de|the|van|from|op|on)\s+)?(?P<day>\d{{1,2}}){_ORDINAL}"
        rf"(?:{_TILL}(?P<last>\d{{1,2}}){_ORDINAL})?\s+(?:of\s+)?{_MONTH}{_YEAR}",
        rf"{_FIRST}(?:{_WD},?\s+)?{_MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}(?![.:]?\d){_YEAR}",
        rf"{_FIRST}(?:{_WD},?\s+)?(?P<year>20\d\d)-(?P<monthno>\d{{2}})-(?P<day>\d{{2}})(?!\w)",
        rf"{_FIRST}(?:{_WD},?\s+)?(?P<day>\d{{1,2}})(?P<sep>[-/.])(?P<monthno>\d{{1,2}})(?P=sep)(?P<year>\d{{4}}|\d\d)(?!\w)",
        rf"{_FIRST}(?:{_WD},?\s+)?(?P<day>\d{{1,2}})[-/](?P<monthno>\d{{1,2}})(?!\s*(?:uur|u|h|am|pm)\b)(?![-/\w]|[.:]\d)",
    )
]
_RELATIVE_DAY, _PAST_DAY = (
    re.compile(rf"{_FIRST}(?P<word>{'|'.join(words)})\b", re.IGNORECASE) for words in (_RELATIVE, _PAST)
)
_NEXT_WEEK = re.compile(rf"{_FIRST}(?:volgende\s+week|next\s+week)\s+(?:on\s+|op\s+)?{_WD}", re.IGNORECASE)
_COMING = re.compile(
    rf"{_FIRST}(?P<which>aanstaande|komende|aankomende|volgende|a\.s\.|this|coming|next)\s+{_WD}", re.IGNORECASE
)
_BARE = re.compile(rf"{_FIRST}{_WD}", re.IGNORECASE)
_TIME_FOLLOWS = re.compile(r",?\s*(?:(?:om|at|van|vanaf|from)\s+)?(?:\d|half\b|kwart\b|quarter\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text, at [start:end]. `choices`: the days that may be meant, soonest first; empty: no such day.

    `last`: the last day of several; `part`: of the day; `said`: how it was written, for a question about it.
    """

    start: int
    end: int
    said: str
    choices: tuple[date, ...]
    last: date | None = None
    part: str | None = None


def find(text: str, today: date) -> Day | None:
    """The day that a text names: the first that is written out, else a day of the week alone. None: it names none."""
    found = [m for m in (p.search(text) for p in _PATTERNS) if m and _is_date(m)]
    if found:
        return _written(min(found, key=lambda m: (m.start(), -m.end())), today)
    if match := _RELATIVE_DAY.search(text):
        return _counted(match, _RELATIVE, today)
    if day := _of_the_week(text, today):
        return day
    return _counted(match, _PAST, today) if (match := _PAST_DAY.search(text)) else None


def coming(day: int, month: int, today: date) -> date | None:
    """The first such day from today on. 29 February may be years away; None: there is no such day."""
    return _date(day, month, None, today)


def _counted(m: re.Match[str], words: dict[str, tuple[int, str | None]], today: date) -> Day:
    days, part = words[m["word"].lower()]
    number = today.toordinal() + days
    return Day(m.start(), m.end(), m[0], (date.fromordinal(number),) if number > 0 else (), part=part)


def _written(m: re.Match[str], today: date) -> Day:
    day, month, weekday = int(m["day"]), _month(m), _weekday(m)
    groups = m.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    year = year + 2000 if year is not None and year < 100 else year
    meant = _date(day, month, year, today)
    last = _date(int(groups["last"]), month, meant.year, today) if groups.get("last") and meant else None
    if last is not None and meant is not None and last <= meant:
        last = None
    choices: tuple[date, ...] = () if meant is None else (meant,)
    if meant is not None and weekday is not None and meant.weekday() != weekday:
        off = (weekday - meant.weekday() + 3) % 7 - 3
        choices = tuple(sorted((meant, meant + timedelta(days=off))))
    return Day(m.start(), m.end(), m[0].strip(), choices, last, _part(m))


def _of_the_week(text: str, today: date) -> Day | None:
    if m := _NEXT_WEEK.search(text):
        monday = today + timedelta(days=7 - today.weekday())
        return Day(m.start(), m.end(), m[0], (monday + timedelta(days=_weekday(m) or 0),), part=_part(m))
    if m := _COMING.search(text):
        soon = _next(today, _weekday(m))
        later = soon + timedelta(days=7)
        choices = (soon, later) if m["which"].lower() in ("volgende", "next") else (soon,)
        return Day(m.start(), m.end(), m[0], choices, part=_part(m))
    for m in _BARE.finditer(text):
        if len(m["wd"]) > _LONG or _TIME_FOLLOWS.match(text, m.end()):
            soon = _next(today, _weekday(m))
            # On a Tuesday "Tuesday" may be today, or next week.
            choices = (today, soon) if soon - today == timedelta(days=7) else (soon,)
            return Day(m.start(), m.end(), m[0], choices, part=_part(m))
    return None


def _next(today: date, weekday: int | None) -> date:
    return today + timedelta(days=((weekday or 0) - today.weekday() - 1) % 7 + 1)


def _date(day: int, month: int, year: int | None, today: date) -> date | None:
    """Without a year: the first such day from today on. 29 February may be years away."""
    for candidate in (year,) if year is not None else range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None:
            return found if FIRST_YEAR <= year <= LAST_YEAR else None
        if found >= today:
            return found
    return None


def _is_date(m: re.Match[str]) -> bool:
    """Whether this is meant as a date: "19-21" is none, "12-13-2027" is one, of a month that does not exist."""
    return bool(_month(m)) or len(m.groupdict().get("year") or "") == 4


def _month(m: re.Match[str]) -> int:
    """From 1; 0 when this is no month."""
    groups = m.groupdict()
    if groups.get("monthno"):
        number = int(groups["monthno"])
        return number if number <= 12 else 0
    return next(n for n, names in enumerate(_MONTHS, 1) if groups["month"].lower() in names)


def _weekday(m: re.Match[str]) -> int | None:
    name = m.groupdict().get("wd")
    return None if name is None else next(n for n, names in enumerate(_WEEKDAYS) if name.lower() in names)


def _part(m: re.Match[str]) -> str | None:
    return _PARTS.get((m.groupdict().get("part") or "").lower())
