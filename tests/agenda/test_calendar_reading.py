"""Reading calendars: series, exceptions, zones, and nights in which the clock is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import orjson
import pytest

from bot.agenda.parsed import ParsedCalendar
from tests.agenda.calendars import SAMPLE, event, every, ics, one, read

# Wall-clock time: naive.
local = datetime.fromisoformat


def test_the_sample_holds_fifteen_events_of_which_one_is_called_off() -> None:
    calendar = read(SAMPLE)
    assert len(calendar.events) == 15
    assert calendar.notes == ()
    cancelled = [o for e in calendar.events for o in e.occurrences if o.cancelled]
    assert [o.title for o in cancelled] == ["Workshop privacy voor vrijwilligers"]


def test_a_moved_occurrence_keeps_its_name_in_the_series_and_an_excluded_one_is_gone() -> None:
    found = {(o.title, o.recurrence): o for e in read(SAMPLE).events for o in e.occurrences}
    moved = found["Online helpdeskuur (een week later)", "20270504T193000"]
    assert moved.starts_local == local("2027-05-11T19:30")
    days = [k[1][:8] for k in found if k[0].startswith("Inloopochtend")]
    assert len(days) == 7
    assert "20270723" not in days


def test_a_series_keeps_its_wall_clock_time_when_the_clock_is_changed() -> None:
    starts = {o.starts_at.hour for e in read(SAMPLE).events for o in e.occurrences if o.title == "Online helpdeskuur"}
    assert starts == {18, 17}


def test_the_night_walk_starts_in_summer_time() -> None:
    walk = next(o for e in read(SAMPLE).events for o in e.occurrences if o.title.startswith("Nachtwandeling"))
    assert walk.starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert walk.ends_at - walk.starts_at == timedelta(hours=2, minutes=30)


def test_a_time_that_the_clock_skips_is_taken_forward() -> None:
    found = one(ics(event(start="20270328T023000")))
    assert found.starts_local == local("2027-03-28T02:30")
    assert found.starts_at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_all_day_lasts_until_the_next_day_begins() -> None:
    found = one(ics("UID:a\nSUMMARY:Festival\nDTSTART;VALUE=DATE:20270417"))
    assert found.all_day
    assert (found.starts_local, found.ends_local) == (local("2027-04-17T00:00"), local("2027-04-18T00:00"))
    assert found.starts_at == datetime(2027, 4, 16, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "local"),
    [
        ("DTSTART:20270126T183000Z", local("2027-01-26T19:30")),
        ("DTSTART:20270126T193000", local("2027-01-26T19:30")),
        ("DTSTART;TZID=W. Europe Standard Time:20270126T193000", local("2027-01-26T19:30")),
        ("DTSTART;TZID=/citadel.org/20210210_1/Europe/Amsterdam:20270126T193000", local("2027-01-26T19:30")),
    ],
)
def test_utc_floating_and_foreign_names_of_dutch_time_become_dutch_time(start: str, local: datetime) -> None:
    found = one(ics(f"UID:a\nSUMMARY:x\n{start}"))
    assert (found.zone, found.starts_local) == ("Europe/Amsterdam", local)
    assert found.starts_at == datetime(2027, 1, 26, 18, 30, tzinfo=UTC)


def test_a_zone_that_shows_another_time_is_kept() -> None:
    found = one(ics("UID:a\nSUMMARY:x\nDTSTART;TZID=Europe/London:20270126T193000"))
    assert (found.zone, found.starts_local) == ("Europe/London", local("2027-01-26T19:30"))
    assert found.starts_at == datetime(2027, 1, 26, 19, 30, tzinfo=UTC)


def test_staff_are_told_how_a_foreign_zone_was_read() -> None:
    (note,) = read(ics("UID:a\nSUMMARY:x\nDTSTART;TZID=W. Europe Standard Time:20270126T193000")).notes
    assert (note.kind, note.values) == ("zone-read-as", {"zone": "W. Europe Standard Time", "as": "Europe/Amsterdam"})


def test_a_zone_that_the_file_defines_itself_is_used() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Kantoortijd\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    found = one(ics("UID:a\nSUMMARY:x\nDTSTART;TZID=Kantoortijd:20270126T213000", head=zone))
    assert found.starts_at == datetime(2027, 1, 26, 18, 30, tzinfo=UTC)
    assert (found.zone, found.starts_local) == ("Europe/Amsterdam", local("2027-01-26T19:30"))


def test_extra_dates_of_a_series_count() -> None:
    found = every(ics(event(extra="RDATE;TZID=Europe/Amsterdam:20270203T193000,20270210T200000")))
    assert [o.starts_local.day for o in found] == [26, 3, 10]
    assert [o.recurrence for o in found] == ["20270126T193000", "20270203T193000", "20270210T200000"]


def test_one_occurrence_of_a_series_can_be_called_off() -> None:
    series = event(extra="RRULE:FREQ=WEEKLY;COUNT=3")
    off = event(start="20270202T193000", extra="RECURRENCE-ID;TZID=Europe/Amsterdam:20270202T193000\nSTATUS:CANCELLED")
    assert [o.cancelled for o in every(ics(series, off))] == [False, True, False]


def test_from_one_occurrence_on_everything_can_move() -> None:
    series = event(extra="RRULE:FREQ=WEEKLY;COUNT=4")
    later = event(
        start="20270209T200000",
        extra="RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270209T193000\nSEQUENCE:1",
    )
    found = every(ics(series, later))
    assert [(o.starts_local.day, o.starts_local.hour) for o in found] == [(26, 19), (2, 19), (9, 20), (16, 20)]


def test_a_cancelling_calendar_calls_off_all_it_holds() -> None:
    assert one(ics(event(), head="METHOD:CANCEL\n")).cancelled


def test_a_series_without_end_is_followed_for_a_year_and_a_half() -> None:
    found = every(ics(event(start="20200101T193000", extra="RRULE:FREQ=MONTHLY")))
    assert 17 <= len(found) <= 18
    assert found[0].starts_local == local("2026-12-01T19:30")


def test_what_is_over_is_left_out_but_counted_as_an_event() -> None:
    (past,) = read(ics(event(start="20200101T193000"))).events
    assert past.occurrences == ()


def test_descriptions_lose_their_html_and_control_characters() -> None:
    text = "<p>Soep &amp; brood<br>Neem een kom mee</p>\x07"
    assert one(ics(event(extra=f"DESCRIPTION:{text}"))).description == "Soep & brood\nNeem een kom mee"


def test_several_calendars_in_one_file_are_one() -> None:
    assert len(read(ics(event("a")) + ics(event("b"))).events) == 2


def test_what_was_read_survives_a_trip_through_json() -> None:
    calendar = read(SAMPLE)
    assert ParsedCalendar.from_json(orjson.loads(orjson.dumps(calendar.to_json()))) == calendar
