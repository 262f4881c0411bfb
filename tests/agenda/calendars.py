"""Calendars for tests, made of lines."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.agenda import calendar, region
from bot.agenda.parsed import ParsedCalendar, ParsedOccurrence
from bot.settings import CONTENT

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
AUTUMN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SAMPLE = (CONTENT / "events.ics").read_bytes()
REGION = region.load(CONTENT / "region.yaml")


def ics(*events: str, head: str = "") -> bytes:
    """A calendar of these VEVENTs."""
    body = "".join(f"BEGIN:VEVENT\n{e.strip()}\nEND:VEVENT\n" for e in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def event(uid: str = "a", start: str = "20270126T193000", title: str = "Regioavond Zeist", extra: str = "") -> str:
    """A VEVENT of two hours in Zeist, by the Dutch clock."""
    return (
        f"UID:{uid}\nSUMMARY:{title}\nDTSTART;TZID=Europe/Amsterdam:{start}\nDURATION:PT2H\n"
        f"LOCATION:Dorpshuis De Linde\\, Zeist\nCATEGORIES:vrijwilligers\n{extra}"
    )


def read(content: bytes, now: datetime = AUTUMN) -> ParsedCalendar:
    """The calendar, as the network in Utrecht reads it."""
    return calendar.read(content, now, AMSTERDAM)


def one(content: bytes) -> ParsedOccurrence:
    """The only occurrence of a calendar."""
    (found,) = [o for e in read(content).events for o in e.occurrences]
    return found


def every(content: bytes) -> list[ParsedOccurrence]:
    """All occurrences of a calendar."""
    return [o for e in read(content).events for o in e.occurrences]
