"""Calendars as Outlook, Google, Apple and Nextcloud export them, and those that mean harm."""

from __future__ import annotations

import time

import pytest

from bot.agenda import calendar
from bot.agenda.calendar import CalendarRefused
from bot.agenda.parsed import ParsedOccurrence
from tests.agenda.calendars import AMSTERDAM, AUTUMN, every, ics, read

OUTLOOK = """\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-MS-OLK-FORCEINSPECTOROPEN:TRUE
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
CLASS:PUBLIC
CREATED:20261101T101500Z
DESCRIPTION:Kom gerust langs.\\n\\nNeem een buur mee.\\n
DTEND;TZID="W. Europe Standard Time":20270126T213000
DTSTAMP:20261101T101500Z
DTSTART;TZID="W. Europe Standard Time":20270126T193000
LAST-MODIFIED:20261101T101500Z
LOCATION:Dorpshuis De Linde\\, Zeist
PRIORITY:5
RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU
SEQUENCE:0
SUMMARY;LANGUAGE=nl:Regioavond Zeist
TRANSP:OPAQUE
UID:040000008200E00074C5B7101A82E00800000000C0D1E2F3A4B5DA01000000000000000
 0100000001234567890ABCDEF1234567890ABCDEF
X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Kom gerust langs.</p></body></ht
 ml>
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""

GOOGLE = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Omzien Agenda
X-WR-TIMEZONE:Europe/Amsterdam
BEGIN:VEVENT
DTSTART:20270126T183000Z
DTEND:20270126T203000Z
DTSTAMP:20261123T080000Z
UID:abc123def456@google.com
CREATED:20261101T101500Z
DESCRIPTION:<b>Kom</b> gerust langs.<br>Neem een buur &amp; koek mee.
LAST-MODIFIED:20261101T101500Z
LOCATION:Dorpshuis De Linde\\, Dorpsstraat 1\\, 3701 AB Zeist\\, Nederland
SEQUENCE:2
STATUS:CONFIRMED
SUMMARY:Regioavond Zeist
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Amsterdam:20270301T193000
DTEND;TZID=Europe/Amsterdam:20270301T213000
RRULE:FREQ=MONTHLY;UNTIL=20270601T215959Z;BYDAY=1MO
EXDATE;TZID=Europe/Amsterdam:20270405T193000
DTSTAMP:20261123T080000Z
UID:series@google.com
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Helpdeskuur
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Amsterdam:20270504T200000
DTEND;TZID=Europe/Amsterdam:20270504T220000
DTSTAMP:20261123T080000Z
UID:series@google.com
RECURRENCE-ID;TZID=Europe/Amsterdam:20270503T193000
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Helpdeskuur, een dag later
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270417
DTEND;VALUE=DATE:20270418
DTSTAMP:20261123T080000Z
UID:allday@google.com
STATUS:CANCELLED
SUMMARY:Wandeldag
END:VEVENT
END:VCALENDAR
"""

NEXTCLOUD = """\
BEGIN:VCALENDAR
VERSION:2.0
CALSCALE:GREGORIAN
PRODID:-//SabreDAV//SabreDAV//EN
X-WR-CALNAME:Omzien
X-APPLE-CALENDAR-COLOR:#0082C9
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20261101T101500Z
DTSTAMP:20261101T101620Z
LAST-MODIFIED:20261101T101620Z
SEQUENCE:4
UID:4f0c3a2e-9b1d-4c1e-8a55-2c3d4e5f6071
DTSTART;TZID=Europe/Amsterdam:20270126T193000
DURATION:PT2H
STATUS:CONFIRMED
SUMMARY:Regioavond Zeist
LOCATION:Dorpshuis De Linde\\, Zeist
CATEGORIES:Vrijwilligers,Zorg
RDATE;TZID=Europe/Amsterdam:20270309T193000,20270406T193000
END:VEVENT
BEGIN:VTODO
UID:a-task
SUMMARY:Koffie kopen
END:VTODO
END:VCALENDAR
"""

OWN_ZONE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Own//EN
BEGIN:VTIMEZONE
TZID:Ons Netwerk
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:own
SUMMARY:Zomeravond
DTSTART;TZID=Ons Netwerk:20270701T193000
DTEND;TZID=Ons Netwerk:20270701T213000
END:VEVENT
END:VCALENDAR
"""


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def starts(found: list[ParsedOccurrence]) -> list[str]:
    return [o.starts_local.isoformat(timespec="minutes") for o in found]


def test_outlook() -> None:
    found = every(crlf(OUTLOOK))
    assert starts(found) == ["2027-01-26T19:30", "2027-02-02T19:30", "2027-02-09T19:30"]
    first = found[0]
    assert (first.zone, first.location) == ("Europe/Amsterdam", "Dorpshuis De Linde, Zeist")
    assert first.description == "Kom gerust langs.\n\nNeem een buur mee."
    (note,) = read(crlf(OUTLOOK)).notes
    assert note.values == {"zone": "W. Europe Standard Time", "as": "Europe/Amsterdam"}


def test_google() -> None:
    parsed = read(crlf(GOOGLE))
    by_uid = {e.uid: e.occurrences for e in parsed.events}
    (evening,) = by_uid["abc123def456@google.com"]
    assert starts([evening]) == ["2027-01-26T19:30"], "UTC becomes the network's time"
    assert evening.description == "Kom gerust langs.\nNeem een buur & koek mee."
    series = by_uid["series@google.com"]
    assert starts(list(series)) == ["2027-03-01T19:30", "2027-05-04T20:00"], (
        "April is left out, May moved, June too late"
    )
    assert series[1].title == "Helpdeskuur, een dag later"
    (walk,) = by_uid["allday@google.com"]
    assert (walk.all_day, walk.cancelled) == (True, True)


def test_nextcloud() -> None:
    found = every(crlf(NEXTCLOUD))
    assert starts(found) == ["2027-01-26T19:30", "2027-03-09T19:30", "2027-04-06T19:30"]
    assert found[0].themes == ("vrijwilligers", "zorg")
    assert {(o.ends_at - o.starts_at).total_seconds() for o in found} == {7200}


def test_a_zone_that_a_calendar_defines_itself() -> None:
    (found,) = every(crlf(OWN_ZONE))
    assert (found.zone, starts([found])) == ("Europe/Amsterdam", ["2027-07-01T19:30"])
    assert f"{found.starts_at:%H:%M}" == "17:30"


def test_this_and_all_that_follow_are_moved() -> None:
    series = (
        "UID:a\nSUMMARY:Koffie\nDTSTART;TZID=Europe/Amsterdam:20270105T100000\nDURATION:PT1H\n"
        "RRULE:FREQ=WEEKLY;COUNT=4"
    )
    later = (
        "UID:a\nSUMMARY:Koffie\nDTSTART;TZID=Europe/Amsterdam:20270119T110000\nDURATION:PT1H\n"
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270119T100000"
    )
    found = every(ics(series, later))
    assert starts(found) == ["2027-01-05T10:00", "2027-01-12T10:00", "2027-01-19T11:00", "2027-01-26T11:00"]


HOSTILE = {
    "every second": ics("UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nRRULE:FREQ=SECONDLY"),
    "every minute": ics("UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nRRULE:FREQ=MINUTELY;COUNT=100000"),
    "all seconds of each day": ics(
        "UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nRRULE:FREQ=DAILY;BYHOUR="
        + ",".join(map(str, range(24)))
        + ";BYMINUTE="
        + ",".join(map(str, range(60)))
    ),
    "10,000 dates": ics(
        "UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\n"
        + "\n".join(
            f"RDATE:2027{m:02d}{d:02d}T{h:02d}{i:02d}00Z"
            for m in range(1, 11)
            for d in range(1, 26)
            for h in range(10)
            for i in (0, 15, 30, 45)
        )
    ),
    "10,000 events": ics(*(f"UID:{n}\nSUMMARY:x\nDTSTART:20270101T100000Z" for n in range(10_000))),
    "50 MB": b"BEGIN:VCALENDAR\r\n" + b"X-A:" + b"x" * (50 * 1024 * 1024) + b"\r\nEND:VCALENDAR\r\n",
    "nested 5,000 deep": b"BEGIN:VCALENDAR\r\n"
    + b"BEGIN:VEVENT\r\n" * 5000
    + b"END:VEVENT\r\n" * 5000
    + b"END:VCALENDAR\r\n",
    "one line of 4 MB": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270101T100000Z\r\nDESCRIPTION:"
    + b"a;b=c:" * 700_000
    + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "a day that never comes": ics(
        "UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    ),
    "an interval of nothing": ics("UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nRRULE:FREQ=DAILY;INTERVAL=0"),
    "a negative length": ics("UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nRRULE:FREQ=DAILY;COUNT=-5"),
    "an end at the end of time": ics("UID:a\nSUMMARY:x\nDTSTART:20270101T100000Z\nDTEND:99991231T235959Z"),
    "a series before the first event": b"BEGIN:VCALENDAR\r\nRRULE:FREQ=YEARLY;BYSETPOS=-1\r\nEND:VCALENDAR\r\n",
    "ends twice": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "entities": b'BEGIN:VCALENDAR\r\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\r\nEND:VCALENDAR\r\n',
    "nothing": b"",
    "zeros": b"\x00" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_means_harm_is_refused_soon(name: str) -> None:
    begun = time.monotonic()
    with pytest.raises(CalendarRefused) as refused:
        calendar.read(HOSTILE[name], AUTUMN, AMSTERDAM)
    assert refused.value.problems
    assert time.monotonic() - begun < 60, (
        "seconds, even when the machine is busy; a rule that never ends takes forever"
    )


def test_a_uid_may_come_twice_and_the_newest_counts() -> None:
    old = "UID:a\nSEQUENCE:1\nSUMMARY:Oud\nDTSTART:20270101T100000Z"
    new = "UID:a\nSEQUENCE:2\nSUMMARY:Nieuw\nDTSTART:20270101T110000Z"
    for both in ((old, new), (new, old)):
        found = every(ics(*both))
        assert [(o.title, o.starts_local.hour) for o in found] == [("Nieuw", 12)]
