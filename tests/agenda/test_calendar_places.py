"""How many fit and until when one can sign up, in iCalendar files: read, written, and the same after a round trip."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import vobject
from sqlalchemy import select, update

from bot.agenda import attendance, calendar_out, imports, listing
from bot.agenda.calendar_places import PLACES, SIGN_UP_UNTIL
from bot.agenda.parsed import CalendarRefused
from storage.agenda import Occurrence
from storage.database import Database
from tests.agenda.calendars import AUTUMN, REGION, event, every, ics, one, read
from tests.agenda.members import bring_in, join

BY = datetime(2027, 1, 20, 17, 0, tzinfo=UTC)


def only(db: Database) -> Occurrence:
    return db.read_now(lambda s: s.scalars(select(Occurrence)).one())


@pytest.mark.parametrize(
    ("until", "moment"),
    [
        ("20270120T170000Z", "2027-01-20T18:00"),
        ("20270120T180000", "2027-01-20T18:00"),
        ("20270120", "2027-01-20T23:59"),
        ("P1D", "2027-01-25T19:30"),
        ("-P1DT2H", "2027-01-25T17:30"),
        ("PT90M", "2027-01-26T18:00"),
        ("P1W", "2027-01-19T19:30"),
        ("P0D", "2027-01-26T19:30"),
    ],
)
def test_until_when_one_can_sign_up(until: str, moment: str) -> None:
    found = one(ics(event(extra=f"{SIGN_UP_UNTIL}:{until}")))
    assert found.answer_by_local == datetime.fromisoformat(moment)


@pytest.mark.parametrize(("said", "fits"), [("20", 20), ("0", 0), ("max 20", 20)])
def test_how_many_fit(said: str, fits: int) -> None:
    assert one(ics(event(extra=f"{PLACES}:{said}"))).capacity == fits


def test_a_calendar_that_says_neither_leaves_what_was_set(db: Database) -> None:
    bring_in(db, ics(event()))
    db.write_now(lambda s: s.execute(update(Occurrence).values(capacity=12, answer_by=BY)))
    assert bring_in(db, ics(event())).differences == []
    assert (only(db).capacity, only(db).answer_by) == (12, BY)


def test_a_whole_series_has_them_each_by_its_own_start() -> None:
    found = every(ics(event(extra=f"RRULE:FREQ=WEEKLY;COUNT=3\n{PLACES}:8\n{SIGN_UP_UNTIL}:P1D")))
    assert [(o.capacity, o.starts_local - o.answer_by_local) for o in found if o.answer_by_local] == [
        (8, timedelta(days=1))
    ] * 3


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        (f"{PLACES}:veel", "unreadable-places"),
        (f"{PLACES}:", "unreadable-places"),
        (f"{SIGN_UP_UNTIL}:10 januari", "unreadable-until"),
        (f"{SIGN_UP_UNTIL}:20271350", "unreadable-until"),
        (f"{SIGN_UP_UNTIL}:P", "unreadable-until"),
        (f"{SIGN_UP_UNTIL}:", "unreadable-until"),
    ],
)
def test_what_cannot_be_read_is_told(extra: str, kind: str) -> None:
    with pytest.raises(CalendarRefused) as refused:
        read(ics(event(extra=extra)))
    assert [(p.kind, p.line, p.event) for p in refused.value.problems] == [(kind, 4, "Regioavond Zeist")]


def test_what_goes_out_and_comes_in_keeps_them(db: Database) -> None:
    bring_in(db, ics(event()))
    by = BY + timedelta(seconds=17)
    db.write_now(lambda s: s.execute(update(Occurrence).values(capacity=12, answer_by=by)))
    content = calendar_out.calendar("Agenda", db.read_now(listing.gatherings))
    (found,) = vobject.readOne(content.decode()).vevent_list
    assert found.summary.value == "Regioavond Zeist", "another program reads it"
    assert bring_in(db, content).differences == []
    db.write_now(lambda s: s.execute(update(Occurrence).values(capacity=None, answer_by=None)))
    back = bring_in(db, content)
    assert [d.kind for d in back.differences] == ["places"]
    assert (only(db).capacity, only(db).answer_by) == (12, by)


def test_more_places_of_a_calendar_go_to_who_waits(db: Database) -> None:
    bring_in(db, ics(event(extra=f"{PLACES}:1")))
    evening = only(db).id
    for number in (1, 2):
        db.write_now(join, number)
    db.write_now(attendance.come, evening, 1, AUTUMN)
    db.write_now(attendance.wait, evening, 2, 1, AUTUMN)
    more = read(ics(event(extra=f"{PLACES}:2")))
    (shown,) = db.read_now(imports.preview, more, REGION, AUTUMN).differences
    assert (shown.kind, shown.seated) == ("places", 1)
    result = db.write_now(imports.import_calendar, more, REGION, (), AUTUMN)
    assert [one.member_id for one in result.promoted[evening]] == [2]
