"""One VEVENT of a calendar: its fields in plain types, and what is wrong with them."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import calendar_places, rules, wall
from bot.agenda.calendar_places import PLACES, SIGN_UP_UNTIL
from bot.agenda.parsed import Problem

DATES = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")
LONGEST_TITLE = 200
LONGEST_TEXT = 5000
LONGEST_UID = 255

# Organisers write it behind the title too; the bot says it in its own words.
_CALLED_OFF = re.compile(r"\s*[(\[](gaat niet door|afgelast|geannuleerd|vervalt|cancell?ed)[)\]]\s*$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BREAK = re.compile(r"<\s*(br|/p|/div|/li)\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<\s*/?[a-z][^<>]*>", re.IGNORECASE)


class Component:
    """A VEVENT (icalendar's object in `raw`) and the line on which it begins."""

    def __init__(self, raw: Any, line: int | None) -> None:
        self.raw, self.line = raw, line

    @property
    def uid(self) -> str:
        return self._text("UID")

    @property
    def key(self) -> str:
        """The UID as we keep it: of one that is too long, its hash."""
        return self.uid if len(self.uid) <= LONGEST_UID else hashlib.sha256(self.uid.encode()).hexdigest()

    @property
    def title(self) -> str:
        return " ".join(self._text("SUMMARY").split())[:LONGEST_TITLE]

    @property
    def clean_title(self) -> str:
        """The title without "(gaat niet door)" behind it."""
        return _CALLED_OFF.sub("", self.title) or self.title

    @property
    def name(self) -> str:
        """How we name this event when something is wrong with it."""
        return (self.title or self.uid or "?")[:60]

    @property
    def description(self) -> str:
        return _without_tags(self._text("DESCRIPTION"))[:LONGEST_TEXT].strip()

    @property
    def location(self) -> str:
        return " ".join(self._text("LOCATION").split())[:LONGEST_TITLE]

    @property
    def url(self) -> str | None:
        found = self._text("URL").strip()
        return found if found.startswith(("http://", "https://")) and len(found) <= 2000 else None

    @property
    def themes(self) -> tuple[str, ...]:
        """CATEGORIES, without capitals, each once."""
        found = self.raw.get("CATEGORIES", [])
        groups = found if isinstance(found, list) else [found]
        words = [str(w) for g in groups for w in getattr(g, "cats", [g])]
        return tuple(dict.fromkeys(w.strip().lower()[:40] for w in words if w.strip()))

    @property
    def capacity(self) -> int | None:
        """How many people fit, 0 for no maximum; None: it does not say."""
        return calendar_places.capacity(self._text(PLACES)) if PLACES in self.raw else None

    def answer_by(self, starts: datetime, zone: ZoneInfo) -> datetime | None:
        """Until when one can sign up, by the wall clock of the event; None: it does not say."""
        said = self._text(SIGN_UP_UNTIL).strip()
        return calendar_places.answer_by(said, starts, zone) if said else None

    @property
    def cancelled(self) -> bool:
        return self._text("STATUS").upper() == "CANCELLED"

    @property
    def sequence(self) -> int:
        found = self._text("SEQUENCE")
        return min(int(found), 2**31 - 1) if found.isdigit() else 0

    @property
    def start(self) -> date | datetime:
        """DTSTART as icalendar reads it."""
        value: date | datetime = self.raw["DTSTART"].dt
        return value

    @property
    def zone_name(self) -> str | None:
        """The TZID of the start."""
        found = self.raw["DTSTART"].params.get("TZID")
        return str(found) if found else None

    @property
    def repeats(self) -> bool:
        return any(name in self.raw for name in ("RRULE", "RDATE", "RECURRENCE-ID"))

    @property
    def overrides(self) -> bool:
        """Whether it changes one occurrence of a series."""
        return "RECURRENCE-ID" in self.raw

    def problems(self) -> Iterator[Problem]:
        """Everything that keeps us from using it."""
        for name in ("UID", "SUMMARY"):
            if not self._text(name).strip():
                yield self._problem("missing-field", field=name)
        if "DTSTART" not in self.raw:
            yield self._problem("missing-field", field="DTSTART")
        unreadable = [name for name in DATES if self._is_unreadable(name)]
        for name in unreadable:
            yield self._problem("unreadable-date", field=name)
        if "DTSTART" in self.raw and not unreadable:
            yield from self._problems_of_time()
        if PLACES in self.raw and self.capacity is None:
            yield self._problem("unreadable-places", field=PLACES)
        if SIGN_UP_UNTIL in self.raw and self.answer_by(datetime(2000, 1, 1), ZoneInfo("UTC")) is None:  # noqa: DTZ001
            yield self._problem("unreadable-until", field=SIGN_UP_UNTIL)

    def _problems_of_time(self) -> Iterator[Problem]:
        for zone in self._unknown_zones():
            yield self._problem("unknown-zone", zone=zone)
        for rule in _many(self.raw.get("RRULE")):
            if _is_broken(rule) or rules.never(rule):
                yield self._problem("unreadable-rule")
            elif rules.too_often(rule) or self.start.year < rules.FIRST_YEAR:
                yield self._problem("too-often")
        if self.start.year < 2 or self.start.year > 9990:
            yield self._problem("unreadable-date", field="DTSTART")

    def _unknown_zones(self) -> Iterator[str]:
        """A TZID that nobody defines leaves icalendar with a time without zone."""
        for name in DATES:
            for value in _many(self.raw.get(name)):
                zone = value.params.get("TZID")
                if zone and any(isinstance(d, datetime) and d.tzinfo is None for d in _moments(value)):
                    yield str(zone)

    def _is_unreadable(self, name: str) -> bool:
        found = _many(self.raw.get(name))
        if name not in ("RDATE", "EXDATE") and len(found) > 1:
            return True
        return any(_is_broken(value) or not all(_is_date(d) for d in _moments(value)) for value in found)

    def _problem(self, kind: str, **values: str) -> Problem:
        return Problem(kind, self.line, self.name, dict(values))

    def _text(self, name: str) -> str:
        found = _many(self.raw.get(name))
        return _CONTROL.sub("", str(found[0])) if found and not _is_broken(found[0]) else ""


def master(parts: Sequence[Component]) -> Component:
    """The component that defines the series, in its newest version; for a lone override, that one."""
    rulers = [p for p in parts if not p.overrides] or list(parts)
    return max(rulers, key=lambda p: p.sequence)


def local(value: date | datetime, zone: ZoneInfo) -> tuple[ZoneInfo, datetime]:
    """The zone (one with an IANA name) and the naive wall-clock time of a value.

    Times without a zone are the network's. Zones that a file defines itself, UTC, and zones that show the same time
    as the network's become the network's.
    """
    if not isinstance(value, datetime):
        return zone, datetime(value.year, value.month, value.day)  # noqa: DTZ001 - wall-clock time is naive
    if value.tzinfo is None:
        return zone, value
    key = getattr(value.tzinfo, "key", None)
    if key is None or key.upper() in ("UTC", "ETC/UTC", "GMT"):
        return zone, wall.to_local(value, zone)
    own = ZoneInfo(key)
    return (zone if wall.alike(own, zone, value.year) else own), value.replace(tzinfo=None, fold=0)


def start_by_rule(raw: Any, parts: Sequence[Component]) -> date | datetime:
    """The start that the rule gave to an occurrence, before it was moved.

    An occurrence that was moved with all that follow (RANGE=THISANDFUTURE) carries the RECURRENCE-ID of the first.
    """
    named = raw["RECURRENCE-ID"]
    if named.params.get("RANGE") != "THISANDFUTURE":
        value: date | datetime = named.dt
        return value
    first = next(p for p in parts if p.overrides and p.raw["RECURRENCE-ID"].dt == named.dt)
    own: date | datetime = raw["DTSTART"].dt
    return own - (first.start - named.dt) if type(first.start) is type(named.dt) else own


def recurrence(value: date | datetime, start: date | datetime) -> str:
    """The name of an occurrence within its series: its start by the rule, as the clock of the series shows it."""
    if not isinstance(value, datetime):
        return value.strftime("%Y%m%d")
    if value.tzinfo is not None and isinstance(start, datetime) and start.tzinfo is not None:
        value = value.astimezone(start.tzinfo)
    return value.strftime("%Y%m%dT%H%M%S")


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _moments(value: Any) -> list[Any]:
    dates = getattr(value, "dts", None)
    found = [d.dt for d in dates] if dates is not None else [value.dt]
    return [part[0] if isinstance(part, tuple) else part for part in found]


def _is_date(value: Any) -> bool:
    return isinstance(value, date)


def _is_broken(value: Any) -> bool:
    from icalendar.prop import vBroken

    return isinstance(value, vBroken)


def _without_tags(text: str) -> str:
    """Google and Outlook put HTML into descriptions."""
    if not _TAG.search(text):
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
