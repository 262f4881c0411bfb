"""A gathering in one message: "di 12 jan 19:30 Buurtavond, De Klup, Amersfoort #eenzaamheid". Pure: reads a text.

What is a day, a time, a theme, a number of places or a link is taken out; of what is left the first part is the title
and the rest the place. Lines after an empty line describe it. Nothing is guessed without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import spoken_days, spoken_deadlines, wall
from bot.agenda.components import LONGEST_TEXT, LONGEST_TITLE
from bot.agenda.parsed import ParsedOccurrence
from bot.agenda.region import Region
from bot.agenda.rest_of_text import Rest

# How long a gathering lasts when nobody says so.
USUAL = timedelta(hours=2)
MOST_PEOPLE = 10_000

_BLANK = re.compile(r"\n[ \t]*\n")
_THEME = re.compile(r"(?<!\w)#(\w[\w-]*)")
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_ALL_DAY = re.compile(r"\b(?:de\s+)?(?:hele|gehele)\s+dag\b|\ball[ -]day\b", re.IGNORECASE)
_PEOPLE = r"(?:mensen|personen|deelnemers|plekken|plaatsen|people|places|seats)"
_CAPACITY = re.compile(
    rf"\b(?:max(?:imaal|imum|\.)?|hoogstens|at\s+most)\s*(\d{{1,5}})\b(?:\s*{_PEOPLE}\b)?|\b(\d{{1,5}})\s*{_PEOPLE}\b",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\b(?:elke|iedere|wekelijks|maandelijks|every|weekly|monthly)\b", re.IGNORECASE)
_LABELS = {
    "wat": "title",
    "titel": "title",
    "what": "title",
    "title": "title",
    "wanneer": "time",
    "tijd": "time",
    "when": "time",
    "time": "time",
    "waar": "place",
    "plek": "place",
    "where": "place",
    "place": "place",
    "onderwerp": "themes",
    "onderwerpen": "themes",
    "theme": "themes",
    "themes": "themes",
    "plekken": "capacity",
    "plaatsen": "capacity",
    "places": "capacity",
    "aanmelden tot": "answer_by",
    "aanmelden": "answer_by",
    "sign up until": "answer_by",
    "omschrijving": "description",
    "description": "description",
}
_LABELLED = re.compile(rf"^(?P<label>{'|'.join(_LABELS)})[ \t]*:[ \t]*(?P<rest>.*)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A gathering as it was read. `days`: the days that may be meant, one when that is clear; `last`: of several days.

    `guessed`: the half of the day is ours; `said`: how the day was written; `series`: it seems to repeat.
    `no_time`: what was written as a time and is none ("25:99").
    `themes`: all of them; which of them members can choose, the region says. `answer_by`: until when one can sign up,
    by the wall clock; None: not said, from the start on: until it starts.
    """

    title: str = ""
    days: tuple[date, ...] = ()
    last: date | None = None
    starts: time | None = None
    ends: time | None = None
    all_day: bool = False
    guessed: bool = False
    said: str = ""
    series: bool = False
    location: str = ""
    url: str | None = None
    themes: tuple[str, ...] = ()
    capacity: int | None = None
    description: str = ""
    answer_by: datetime | None = None
    no_time: str = ""

    def lacks(self, now_local: datetime) -> str | None:
        """What must be known first: "title", "no-such-day", "day", "which-day", "time" or "past". None: nothing."""
        if not self.title:
            return "title"
        if len(self.days) != 1:
            return "which-day" if self.days else "no-such-day" if self.said else "day"
        if self.is_past(now_local):
            return "past"
        return "time" if self.starts is None and not self.all_day else None

    def is_past(self, now_local: datetime) -> bool:
        """Whether it is over; of one whose time is not known, whether its day is."""
        if len(self.days) != 1:
            return False
        if self.starts is None and not self.all_day:
            return self.days[0] < now_local.date()
        return self.ends_local <= now_local

    def days_instead(self, now_local: datetime) -> tuple[date, ...]:
        """Days that may be meant when none is named, or one that is over: that date again, or today and tomorrow."""
        today = now_local.date()
        if not self.days and self.said:
            return ()
        again = None
        if self.days and re.search(r"\d", self.said):
            again = spoken_days.coming(self.days[0].day, self.days[0].month, today)
        found = (again,) if again is not None else (today, today + timedelta(days=1))
        return tuple(day for day in found if not replace(self, days=(day,), last=None).is_past(now_local))

    @property
    def starts_local(self) -> datetime:
        """The start by the wall clock. Only when nothing lacks."""
        return datetime.combine(self.days[0], time() if self.all_day else self.starts or time())

    @property
    def ends_local(self) -> datetime:
        """The end; of an all-day gathering the day after the last. Without one: two hours later."""
        start, last = self.starts_local, self.last or self.days[0]
        if self.all_day:
            return datetime.combine(last + timedelta(days=1), time())
        if self.ends is None:
            return start + USUAL
        end = datetime.combine(last, self.ends)
        return end if end > start else end + timedelta(days=1)

    def occurrence(self, zone: ZoneInfo, recurrence: str = "") -> ParsedOccurrence:
        """It as a calendar would have given it, on the clock of `zone`."""
        ends = self.ends_local
        if not self.all_day and self.ends is None:
            ends = wall.to_local(wall.to_utc(self.starts_local, zone) + USUAL, zone)
        return ParsedOccurrence(
            recurrence=recurrence,
            title=self.title,
            description=self.description,
            location=self.location,
            url=self.url,
            themes=self.themes,
            cancelled=False,
            all_day=self.all_day,
            zone=zone.key,
            starts_local=self.starts_local,
            ends_local=max(ends, self.starts_local),
            answer_by_local=None if self.answer_by is None else min(self.answer_by, self.starts_local),
        )

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON column."""
        plain = asdict(self) | {"days": [d.isoformat() for d in self.days], "themes": list(self.themes)}
        for name in ("last", "starts", "ends", "answer_by"):
            plain[name] = plain[name].isoformat() if plain[name] is not None else None
        return plain

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Reading:
        """The reading that `to_json` wrote."""
        values = {f.name: data[f.name] for f in fields(cls) if f.name in data}
        values |= {"days": tuple(map(date.fromisoformat, data["days"])), "themes": tuple(data["themes"])}
        kinds: tuple[tuple[str, Callable[[str], date | time | datetime]], ...] = (
            ("last", date.fromisoformat),
            ("starts", time.fromisoformat),
            ("ends", time.fromisoformat),
            ("answer_by", datetime.fromisoformat),
        )
        for name, parse in kinds:
            values[name] = parse(data[name]) if data.get(name) else None
        return cls(**values)


def read(text: str, today: date, region: Region) -> Reading:
    """A message, without the command, on this day of the network."""
    head, description = _head_and_rest(text)
    rest = Rest(re.sub(r"\s*\n\s*", ", ", head))
    themes = tuple(dict.fromkeys(_theme(m[1], region) for m in rest.all(_THEME)))
    link = rest.first(_LINK)
    capacity = rest.first(_CAPACITY)
    answer_by = rest.deadline(today)
    all_day = rest.first(_ALL_DAY) is not None
    series = _SERIES.search(rest.text) is not None
    day, times, no_time = rest.day_and_time(today)
    title, location = rest.title_and_place(region)
    url = link[0].rstrip(".,;)") if link else None
    return Reading(
        title=title[:LONGEST_TITLE],
        days=day.choices if day else (),
        last=day.last if day else None,
        starts=times.starts if times and not all_day else None,
        ends=times.ends if times and not all_day else None,
        all_day=all_day or (day is not None and day.last is not None and times is None),
        guessed=times.guessed if times and not all_day else False,
        said=day.said if day else "",
        series=series,
        location=(location or url or "")[:LONGEST_TITLE],
        url=url,
        themes=themes,
        capacity=_capacity(capacity),
        description=description[:LONGEST_TEXT],
        answer_by=answer_by,
        no_time=no_time,
    )


def amend(reading: Reading, text: str, asked: str | None, today: date, region: Region) -> Reading | None:
    """A reply to what was read: "tijd: 20 uur", "plek: De Klup", or without a label what was asked for.

    `asked`: a value of the labels, or None: then only a day or a time is understood. None: it says nothing new.
    """
    labelled = [(_LABELS[m["label"].lower()], m["rest"]) for m in _LABELLED.finditer(text)]
    by = spoken_deadlines.find(text, today) if not labelled else None
    if by is not None:
        return None if by.moment == reading.answer_by else replace(reading, answer_by=by.moment)
    parts = labelled or [(asked or "time", text)]
    changed = reading
    for name, value in parts:
        changed = _amended(changed, name, value.strip(), today, region)
    return None if changed == reading else changed


def _amended(reading: Reading, name: str, value: str, today: date, region: Region) -> Reading:
    if not value and name != "description":
        return reading
    match name:
        case "title":
            return replace(reading, title=" ".join(value.split())[:LONGEST_TITLE])
        case "place":
            return replace(reading, location=" ".join(value.split())[:LONGEST_TITLE])
        case "description":
            return replace(reading, description=value[:LONGEST_TEXT])
        case "themes":
            words = [w for w in re.split(r"[,\s#]+", value) if w]
            return replace(reading, themes=tuple(dict.fromkeys(_theme(w, region) for w in words)))
        case "capacity":
            number = re.search(r"\d{1,5}", value)
            return replace(reading, capacity=min(int(number[0]), MOST_PEOPLE) or None if number else None)
        case "answer_by":
            return replace(reading, answer_by=spoken_deadlines.read(value, today) or reading.answer_by)
        case _:
            return _other_time(reading, value, today)


def _other_time(reading: Reading, text: str, today: date) -> Reading:
    """Another day, another time or both. Another start without an end keeps how long it lasts."""
    rest = Rest(text)
    if rest.first(_ALL_DAY):
        reading = replace(reading, all_day=True, starts=None, ends=None, guessed=False, no_time="")
    until = re.match(r"\s*(?:tot|until|till|to)\s+", text, re.IGNORECASE)
    day, times, no_time = rest.day_and_time(today)
    if day is not None:
        reading = replace(reading, days=day.choices, last=day.last, said=day.said)
    if times is None:
        return replace(reading, no_time=no_time) if no_time and day is not None else reading
    if until and day is None and times.ends is None and reading.starts is not None:
        return replace(reading, ends=times.starts, all_day=False, no_time="")
    ends = times.ends
    if ends is None and reading.ends is not None and reading.starts is not None:
        length = datetime.combine(today, reading.ends) - datetime.combine(today, reading.starts)
        ends = (datetime.combine(today, times.starts) + length % timedelta(days=1)).time()
    return replace(reading, starts=times.starts, ends=ends, all_day=False, guessed=times.guessed, no_time=no_time)


def _theme(word: str, region: Region) -> str:
    """A theme as written, or as the region writes it: "#jong_en_oud" is "jong en oud"."""
    plain = word.replace("_", " ").lower()
    return next((t for t in region.themes if t.lower() in (plain, word.lower())), plain)[:40]


def _capacity(match: re.Match[str] | None) -> int | None:
    number = int(match[1] or match[2]) if match else 0
    return min(number, MOST_PEOPLE) if number else None


def _head_and_rest(text: str) -> tuple[str, str]:
    blank = _BLANK.search(text.strip())
    whole = text.strip()
    return (whole, "") if blank is None else (whole[: blank.start()], whole[blank.end() :].strip())
