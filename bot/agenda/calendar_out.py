"""The agenda as iCalendar (RFC 5545), for the calendars of phones and computers. Pure: rows in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar import vDuration as Duration

from bot.agenda import calendar_places
from bot.agenda.listing import Gathering
from storage.agenda import CANCELLED, Occurrence

PRODUCT = "-//Omzien Helpdesk//agenda//NL"
# How often a calendar program may ask again (RFC 7986, REFRESH-INTERVAL).
REFRESH = timedelta(hours=1)
MEDIA_TYPE = "text/calendar"


def calendar(name: str, gatherings: Iterable[Gathering]) -> bytes:
    """A calendar file. Each occurrence is an event of its own, with a UID that stays when it is moved."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    found.add("name", name)
    found.add("refresh-interval", Duration(REFRESH), parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", Duration(REFRESH))
    for one in gatherings:
        found.add_component(_event(one))
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _event(one: Gathering) -> Event:
    occurrence, event = one.occurrence, Event()
    event.add("uid", f"{occurrence.recurrence}-{one.uid}" if occurrence.recurrence else one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.updated_at.astimezone(UTC))
    event.add("last-modified", one.updated_at.astimezone(UTC))
    event.add("summary", occurrence.title)
    event.add("dtstart", _time(occurrence, occurrence.starts_local))
    event.add("dtend", _time(occurrence, occurrence.ends_local))
    event.add("status", "CANCELLED" if occurrence.state == CANCELLED else "CONFIRMED")
    for name, value in (
        ("location", occurrence.location),
        ("description", occurrence.description),
        ("url", occurrence.url),
        ("categories", list(occurrence.themes)),
    ):
        if value:
            event.add(name, value)
    for name, said in calendar_places.written(occurrence):
        event.add(name, said)
    return event


def _time(occurrence: Occurrence, local: datetime) -> date | datetime:
    return local.date() if occurrence.all_day else local.replace(tzinfo=ZoneInfo(occurrence.zone))
