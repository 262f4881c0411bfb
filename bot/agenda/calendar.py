"""Bytes of an iCalendar file (RFC 5545) to events with their occurrences. Pure: no database, no network.

icalendar and recurring-ical-events do the reading; here is what they leave to us: refusing what is hostile or
incomplete with every reason at once, and turning times into wall-clock time with a zone.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import components
from bot.agenda.parsed import CalendarRefused, ParsedCalendar, ParsedEvent, ParsedOccurrence, Problem

MOST_BYTES = 5 * 1024 * 1024
# 200,000 short lines take the library four seconds, in a thread of its own.
MOST_LINES = 200_000
MOST_OCCURRENCES = 5_000
# A gathering every weekday for the whole horizon is 390.
MOST_OF_ONE = 600
# How far ahead series are followed. Reading the file again later follows them further.
HORIZON = timedelta(days=548)
MOST_SECONDS = 10.0
MOST_PROBLEMS = 20

_BEGIN = re.compile(rb"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)


def read(
    content: bytes, now: datetime, zone: ZoneInfo, seconds: Callable[[], float] = time.monotonic
) -> ParsedCalendar:
    """Read a calendar.

    `now` in UTC: what has ended by then is left out. `zone`: the network's, for times without one and for display.
    Raises CalendarRefused with every problem found. Takes seconds for large files: not on the event loop.
    """
    calendar, lines = _parse(content)
    found = [components.Component(c, line) for c, line in zip(calendar.walk("VEVENT"), lines, strict=False)]
    problems = [p for c in found for p in c.problems()]
    if not found:
        problems.append(Problem("no-events"))
    if problems:
        raise CalendarRefused(problems[:MOST_PROBLEMS])
    return _Reader(calendar, now, zone, seconds).read(found)


def _parse(content: bytes) -> tuple[Any, list[int]]:
    """The icalendar object, and the line on which each VEVENT begins."""
    if len(content) > MOST_BYTES:
        raise CalendarRefused([Problem("too-large", values={"size": megabytes(len(content))})])
    if content.count(b"\n") > MOST_LINES:
        raise CalendarRefused([Problem("too-many-lines", values={"most": MOST_LINES})])
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        raise CalendarRefused([Problem("not-a-calendar")])
    if b"END:VCALENDAR" not in start[-200:].upper():
        raise CalendarRefused([Problem("cut-off", line=content.count(b"\n") + 1)])
    import icalendar  # late: a program that reads no calendar does not pay for it

    # A guess at a time zone is told to staff in words: see _note_zone.
    warnings.simplefilter("ignore", icalendar.GloballyUniqueTZIDGuessed)
    try:
        calendars = icalendar.Calendar.from_ical(start, multiple=True)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise CalendarRefused([_broken(start, error)]) from None
    if not calendars:
        raise CalendarRefused([Problem("broken")])
    whole = calendars[0]
    for other in calendars[1:]:
        whole.subcomponents.extend(other.subcomponents)
    skipped = content[: len(content) - len(start)].count(b"\n")
    return whole, [start.count(b"\n", 0, m.start()) + 1 + skipped for m in _BEGIN.finditer(start)]


def _broken(content: bytes, error: Exception) -> Problem:
    """Where the library stopped: it names the text of the line it could not read."""
    quoted = re.search(r"'([^']{3,})'", str(error))
    text = quoted[1] if quoted else ""
    at = content.find(text.encode()) if text else -1
    line = content.count(b"\n", 0, at) + 1 if at >= 0 else None
    return Problem("broken-line" if text else "broken", line=line, values={"text": text[:60]} if text else {})


def megabytes(size: int) -> str:
    """A size in whole megabytes, rounded up."""
    return str(-(-size // (1024 * 1024)))


class _Reader:
    """One calendar being expanded."""

    def __init__(self, calendar: Any, now: datetime, zone: ZoneInfo, seconds: Callable[[], float]) -> None:
        self._calendar, self._now, self._zone, self._seconds = calendar, now, zone, seconds
        self._until = now + HORIZON
        self._deadline = seconds() + MOST_SECONDS
        self._all_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        self._zones: dict[str, Problem] = {}

    def read(self, found: list[components.Component]) -> ParsedCalendar:
        series: dict[str, list[components.Component]] = {}
        for component in found:
            series.setdefault(component.uid, []).append(component)
        events: list[ParsedEvent] = []
        problems: list[Problem] = []
        for parts in series.values():
            try:
                events.append(self._event(parts))
            except CalendarRefused as refused:
                problems += refused.problems
            except OverflowError:  # an end at the end of time
                problems.append(Problem("unreadable-date", parts[0].line, parts[0].name, {"field": "DTEND"}))
        if sum(len(e.occurrences) for e in events) > MOST_OCCURRENCES:
            problems.append(Problem("too-many", values={"most": MOST_OCCURRENCES}))
        if problems:
            raise CalendarRefused(problems[:MOST_PROBLEMS])
        return ParsedCalendar(tuple(events), self._until, tuple(self._zones.values()))

    def _event(self, parts: list[components.Component]) -> ParsedEvent:
        if self._seconds() > self._deadline:
            raise CalendarRefused([Problem("too-slow", parts[0].line, parts[0].name)])
        master = components.master(parts)
        repeats = any(p.repeats for p in parts)
        for part in parts:
            self._note_zone(part)
        found = [self._occurrence(raw, parts, repeats) for raw in self._expand(parts)]
        coming = sorted((o for o in found if o.ends_at > self._now), key=lambda o: o.starts_at)
        return ParsedEvent(master.key, master.sequence, master.title, tuple(_without_doubles(coming)))

    def _expand(self, parts: list[components.Component]) -> list[Any]:
        import icalendar
        import recurring_ical_events

        alone = icalendar.Calendar()
        for name in ("X-WR-TIMEZONE", "PRODID", "VERSION"):
            if name in self._calendar:
                alone[name] = self._calendar[name]
        alone.subcomponents = [p.raw for p in parts]
        first = self._now.astimezone(self._zone).date() - timedelta(days=1)
        try:
            found: list[Any] = recurring_ical_events.of(alone).between(first, self._until.date())
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise CalendarRefused(
                [Problem("bad-series", parts[0].line, parts[0].name, {"reason": str(error)[:80]})]
            ) from None
        if len(found) > MOST_OF_ONE:
            raise CalendarRefused([Problem("too-often", parts[0].line, parts[0].name)])
        return found

    def _occurrence(self, raw: Any, parts: list[components.Component], repeats: bool) -> ParsedOccurrence:
        master = components.master(parts)
        one = components.Component(raw, master.line)
        start, end = raw["DTSTART"].dt, raw["DTEND"].dt
        zone, starts_local = components.local(start, self._zone)
        end_zone, ends_local = components.local(end, self._zone)
        if end_zone.key != zone.key and isinstance(end, datetime) and end.tzinfo is not None:
            ends_local = end.astimezone(zone).replace(tzinfo=None)
        cancelled = self._all_cancelled or one.cancelled or (master.cancelled and "STATUS" not in raw)
        return ParsedOccurrence(
            recurrence=components.recurrence(components.start_by_rule(raw, parts), master.start) if repeats else "",
            title=one.clean_title if cancelled else one.title,
            description=one.description,
            location=one.location,
            url=one.url,
            themes=one.themes,
            cancelled=cancelled,
            all_day=not isinstance(start, datetime),
            zone=zone.key,
            starts_local=starts_local,
            ends_local=max(starts_local, ends_local),
            capacity=one.capacity,
            answer_by_local=one.answer_by(starts_local, zone),
        )

    def _note_zone(self, part: components.Component) -> None:
        """Tell when a zone's name was not a plain one, so that staff can check the time."""
        named, start = part.zone_name, part.start
        if named and isinstance(start, datetime):
            zone, _ = components.local(start, self._zone)
            if named not in (zone.key, getattr(start.tzinfo, "key", None)):
                self._zones.setdefault(named, Problem("zone-read-as", values={"zone": named, "as": zone.key}))


def _without_doubles(found: list[ParsedOccurrence]) -> list[ParsedOccurrence]:
    return list({o.recurrence: o for o in found}.values())


__all__ = ["HORIZON", "MOST_BYTES", "CalendarRefused", "ParsedCalendar", "megabytes", "read"]
