"""Times of day as people write them, in Dutch and English: "19.30", "half acht", "van 19 tot 21 uur", "7 to 9pm"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time

from bot.agenda.spoken_days import AFTERNOON, EVENING, MORNING

_NUMBERS = (
    ("een", "één", "one"),
    ("twee", "two"),
    ("drie", "three"),
    ("vier", "four"),
    ("vijf", "five"),
    ("zes", "six"),
    ("zeven", "seven"),
    ("acht", "eight"),
    ("negen", "nine"),
    ("tien", "ten"),
    ("elf", "eleven"),
    ("twaalf", "twelve"),
)
_DUTCH = "|".join(n for names in _NUMBERS for n in names[:-1])
_ENGLISH = "|".join(names[-1] for names in _NUMBERS)
_WORD = rf"(?:{_DUTCH}|{_ENGLISH})"
_HOUR12 = rf"(?:{_WORD}|1[0-2]|[1-9])"
_STEPS = {"vijf": 5, "tien": 10, "5": 5, "10": 10, "five": 5, "ten": 10, "twenty": 20, "20": 20, "twintig": 20}
_STEP = "|".join(_STEPS)

_UNIT = r"(?:\s*(?:uur|u|h|o'clock)\b)"
_HALF_OF_DAY = r"(?:\s*(?P<ampm>[ap])\.?m\b\.?)"
_PARTS = "ochtends?|morgens|middags?|avonds?|morning|afternoon|evening"
_PART = rf"(?:\s*(?:'s|’s|s|in the|in de)\s*(?P<part>{_PARTS})\b)?"
_DIGITAL = re.compile(
    rf"(?P<h>[01]?\d|2[0-3]|24(?=[:.uh]00))[:.uh](?P<m>[0-5]\d)(?![\d.:])(?:{_HALF_OF_DAY}|{_UNIT})?", re.IGNORECASE
)
_WHOLE = re.compile(rf"(?P<h>[01]?\d|2[0-4]|{_WORD})(?:{_HALF_OF_DAY}|{_UNIT}){_PART}", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<h>[01]?\d|2[0-4])(?![\d.:/%€])", re.IGNORECASE)
_SPOKEN = [
    (re.compile(pattern + rf"(?:{_UNIT}|{_HALF_OF_DAY})?{_PART}", re.IGNORECASE), offset)
    for pattern, offset in (
        (r"(?P<step>kwart|quarter)\s+(?:over|past|after)\s+(?P<h>HOUR)\b", 15),
        (r"(?P<step>kwart|quarter)\s+(?:voor|to|before)\s+(?P<h>HOUR)\b", -15),
        (r"(?P<step>half)\s+past\s+(?P<h>HOUR)\b", 30),
        (r"(?P<step>STEP)\s+over\s+half\s+(?P<h>HOUR)\b", -30),
        (r"(?P<step>STEP)\s+voor\s+half\s+(?P<h>HOUR)\b", -31),
        (r"(?P<step>STEP)\s+(?:over|past)\s+(?P<h>HOUR)\b", 0),
        (r"(?P<step>STEP)\s+(?:voor|to)\s+(?P<h>HOUR)\b", -1),
        (rf"(?P<step>half)\s+(?P<h>{_DUTCH}|1[0-2]|[1-9])\b", -30),
    )
    for pattern in [pattern.replace("HOUR", _HOUR12).replace("STEP", _STEP)]
]
_START = re.compile(r"(?<![\w.:/€#-])(?<!€\s)(?=[\w@])")
_LEAD = re.compile(r"(?P<from>(?:van|from|tussen|between|vanaf)\s+)|(?:(?:om|at|@)\s*)", re.IGNORECASE)
_TILL = re.compile(r"\s*(?:tot|t/m|tot\s+en\s+met|until|till|to|en|and|-|–)\s*", re.IGNORECASE)
# What looks like a time, and may be none: "25:99", "19.75 uur", "26 uur".
_LIKE_TIME = re.compile(
    rf"(?:(?P<h>\d{{1,2}}):(?P<m>\d{{1,2}})|(?P<hu>\d{{1,2}})(?:[.uh](?P<mu>\d{{1,2}}))?{_UNIT}"
    r"|(?P<hh>\d{1,2})[uh](?P<mh>\d{1,2}))(?![\d.:])",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\s*(?:euro|eur|€)", re.IGNORECASE)
# A gathering does not begin at seven in the morning when someone says "seven o'clock".
_FIRST_HOUR = 9


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `certain`: nobody can read it as 12 hours later."""

    hour: int
    minute: int
    certain: bool

    @property
    def value(self) -> time:
        """It as a time; 24 is midnight."""
        return time(self.hour % 24, self.minute)


@dataclass(frozen=True, slots=True)
class Times:
    """From when until when, in a text at [start:end]. `guessed`: the half of the day was."""

    start: int
    end: int
    starts: time
    ends: time | None = None
    guessed: bool = False


def find(text: str, part: str | None = None) -> Times | None:
    """The first time, or span of time, that a text names. `part`: of the day, when something else says that."""
    for at in _START.finditer(text):
        if found := _at(text, at.start(), part):
            return found
    return None


@dataclass(frozen=True, slots=True)
class NoTime:
    """What was written as a time and is none, in a text at [start:end]."""

    start: int
    end: int
    said: str


def find_impossible(text: str, after: int | None = None) -> NoTime | None:
    """The first that looks like a time and is none: "25:99", with the end of it ("25:99 tot 21:30").

    `after`: only as the end of the time that ended there.
    """
    if after is not None:
        last = _joined(text, after)
        return NoTime(after, last.end(), last[0].strip()) if last and _is_impossible(last) else None
    for at in _START.finditer(text):
        if (m := _LIKE_TIME.match(text, at.start())) and _is_impossible(m):
            last = _joined(text, m.end())
            return NoTime(m.start(), last.end() if last else m.end(), m[0].strip())
    return None


def _joined(text: str, at: int) -> re.Match[str] | None:
    """What looks like a time after "tot"."""
    till = _TILL.match(text, at)
    return _LIKE_TIME.match(text, till.end()) if till else None


def _is_impossible(m: re.Match[str]) -> bool:
    hour, minute = m["h"] or m["hu"] or m["hh"], m["m"] or m["mu"] or m["mh"]
    if _MONEY.match(m.string, m.end()):
        return False
    return int(hour) > 24 or (minute is not None and (len(minute) < 2 or int(minute) > 59 or int(hour) == 24))


def _at(text: str, at: int, part: str | None) -> Times | None:
    lead = _LEAD.match(text, at)
    after = lead.end() if lead else at
    first, loose = _clock(text, after), None
    if first is None and (number := _NUMBER.match(text, after)):
        loose = _plain(number), number.end()
    begun = first or loose
    if begun is None:
        return None
    if (joined := _TILL.match(text, begun[1])) and (
        span := _until(text, at, begun, joined, lead, first is None, part)
    ):
        return span
    if first is None and not (lead and not lead["from"] and loose):
        return None
    clock, end = begun
    starts, guessed = _resolve(clock, part or _part_after(text, after, end))
    return Times(at, end, starts, guessed=guessed)


def _until(
    text: str,
    at: int,
    begun: tuple[Clock, int],
    joined: re.Match[str],
    lead: re.Match[str] | None,
    loose: bool,
    part: str | None,
) -> Times | None:
    """A span, when a time follows. A first number without a unit needs "from" before it or a unit after the second."""
    second, bare = _clock(text, joined.end()), False
    if second is None and (number := _NUMBER.match(text, joined.end())):
        second, bare = (_plain(number), number.end()), True
    said_from = lead is not None and lead["from"] is not None
    if second is None or (bare and loose and not said_from):
        return None
    clock, end = begun[0], second[1]
    part = part or _part_after(text, joined.end(), end)
    if loose and second[0].certain and second[0].hour >= 12 and clock.hour < 12 and _halved(text[joined.end() : end]):
        evening = clock.hour + 12 <= second[0].hour
        clock = replace(clock, hour=clock.hour + 12 if evening else clock.hour, certain=True)
    starts, guessed = _resolve(clock, part)
    last = second[0]
    if not last.certain and last.hour <= 12 and (last.hour % 24, last.minute) <= (starts.hour, starts.minute):
        last = replace(last, hour=last.hour + 12)
    return Times(at, end, starts, last.value, guessed)


def _clock(text: str, at: int) -> tuple[Clock, int] | None:
    for pattern, offset in _SPOKEN:
        if m := pattern.match(text, at):
            return _counted(m, offset), m.end()
    if (m := _DIGITAL.match(text, at)) and not _MONEY.match(text, m.end()):
        hour = int(m["h"])
        return Clock(_of_half(hour, m["ampm"]), int(m["m"]), True), m.end()
    if m := _WHOLE.match(text, at):
        hour = _number(m["h"])
        certain = m["ampm"] is not None or hour > 12 or (m["h"].startswith("0") and len(m["h"]) > 1)
        return Clock(_of_half(hour, m["ampm"]), 0, certain or hour == 0), m.end()
    return None


def _counted(m: re.Match[str], offset: int) -> Clock:
    """ "tien over half acht", "quarter to eight": minutes from the hour that is named."""
    hour, step = _number(m["h"]), _STEPS.get(m["step"].lower(), 0)
    minutes = {0: step, -1: -step, -31: -30 - step}.get(offset, offset + step)
    total = (hour * 60 + minutes) % (12 * 60)
    half = m["ampm"]
    hour = total // 60 or 12
    return Clock(_of_half(hour, half), total % 60, half is not None)


def _plain(m: re.Match[str]) -> Clock:
    hour = int(m["h"])
    return Clock(hour, 0, hour > 12 or hour == 0)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(n for n, names in enumerate(_NUMBERS, 1) if text.lower() in names)


def _of_half(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _halved(text: str) -> bool:
    return re.search(r"[ap]\.?m\b", text, re.IGNORECASE) is not None


def _part_after(text: str, start: int, end: int) -> str | None:
    said = text[start:end].lower()
    if any(word in said for word in ("avond", "evening")):
        return EVENING
    if any(word in said for word in ("middag", "afternoon")):
        return AFTERNOON
    return MORNING if any(word in said for word in ("ochtend", "morgens", "morning")) else None


def _resolve(clock: Clock, part: str | None) -> tuple[time, bool]:
    """The time of day, and whether its half was guessed."""
    if clock.certain or clock.hour > 12:
        return clock.value, False
    if part == MORNING:
        return time(clock.hour % 12 if clock.hour == 12 else clock.hour, clock.minute), False
    if part == AFTERNOON or (part == EVENING and clock.hour != 12):
        return time(clock.hour % 12 + 12, clock.minute), False
    if part is None and clock.hour < _FIRST_HOUR:
        return time(clock.hour + 12, clock.minute), True
    return clock.value, False
