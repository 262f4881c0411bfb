"""Importing: again changes nothing, what changed is planned anew, what disappeared stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from bot.agenda import imports, planning
from storage.agenda import Occurrence, OccurrenceTheme
from storage.database import Database
from tests.agenda.calendars import AUTUMN, REGION, SAMPLE, event, ics, read
from tests.agenda.members import DAY_AND_TWO_HOURS, bring_in, planned


def kinds(result: imports.ImportResult) -> list[tuple[str, str]]:
    return [(d.kind, d.title) for d in result.differences]


def test_the_same_calendar_again_changes_nothing(db: Database) -> None:
    first = bring_in(db, SAMPLE)
    before = planned(db)
    again = bring_in(db, SAMPLE, AUTUMN + timedelta(minutes=5))
    assert (first.read, len(first.of_kind("new")), first.unchanged) == (15, 31, 0)
    assert (again.differences, again.unchanged, again.missing) == ([], 31, [])
    assert planned(db) == before


def test_what_a_preview_says_is_what_an_import_does(db: Database) -> None:
    bring_in(db, ics(event("a"), event("b", title="Weg")))
    changed = ics(event("a", start="20270202T193000", extra="SEQUENCE:1"), event("c", title="Nieuw"))
    shown = db.read_now(imports.preview, read(changed), REGION, AUTUMN)
    assert kinds(shown) == [("new", "Nieuw"), ("moved", "Regioavond Zeist")]
    assert shown.missing == ["Weg"]
    done = bring_in(db, changed)
    assert (done.differences, done.missing) == (shown.differences, shown.missing)


def test_places_and_themes_are_worked_out(db: Database) -> None:
    bring_in(db, SAMPLE)
    found = db.read_now(lambda s: dict(s.execute(select(Occurrence.title, Occurrence.place)).all()))
    assert found["Nachtwandeling: niemand alleen in het donker"] == "Utrechtse Heuvelrug"
    assert found["Regioavond Vianen: vervoer en voorzieningen in het dorp"] == "Vijfheerenlanden"
    assert found["Zomerfietstocht langs buurttuinen"] == "Wijk bij Duurstede"
    assert found["Online helpdeskuur"] is None


def test_themes_that_nobody_can_choose_are_left_out_of_the_audience(db: Database) -> None:
    bring_in(db, ics(event(extra="CATEGORIES:breien,Geld")))
    known = db.read_now(lambda s: list(s.scalars(select(OccurrenceTheme.theme).order_by(OccurrenceTheme.theme))))
    assert known == ["geld", "vrijwilligers"]


def test_an_older_version_is_ignored(db: Database) -> None:
    bring_in(db, ics(event(extra="SEQUENCE:3")))
    result = bring_in(db, ics(event(start="20270301T193000", extra="SEQUENCE:2")))
    assert (result.differences, result.older) == ([], ["Regioavond Zeist"])


def test_a_move_plans_its_reminders_anew(db: Database) -> None:
    bring_in(db, ics(event()))
    result = bring_in(db, ics(event(start="20270202T200000")))
    (moved,) = result.of_kind("moved")
    assert (moved.was, moved.starts) == (
        datetime.fromisoformat("2027-01-26T19:30"),
        datetime.fromisoformat("2027-02-02T20:00"),
    )
    assert [(m, at) for _, m, at, _ in planned(db)] == [
        (1440, datetime(2027, 2, 1, 19, 0, tzinfo=UTC)),
        (120, datetime(2027, 2, 2, 17, 0, tzinfo=UTC)),
    ]


def test_what_is_called_off_has_no_reminders_and_what_is_reinstated_has(db: Database) -> None:
    bring_in(db, ics(event()))
    off = bring_in(db, ics(event(extra="STATUS:CANCELLED")))
    assert [k for k, _ in kinds(off)] == ["cancelled"]
    assert planned(db) == []
    on = bring_in(db, ics(event(extra="SEQUENCE:2")))
    assert [k for k, _ in kinds(on)] == ["back"]
    assert len(planned(db)) == 2


def test_an_occurrence_that_a_series_no_longer_holds_is_called_off(db: Database) -> None:
    series = "RRULE:FREQ=WEEKLY;COUNT=3\n"
    bring_in(db, ics(event(extra=series)))
    result = bring_in(db, ics(event(extra=series + "EXDATE;TZID=Europe/Amsterdam:20270202T193000")))
    assert [(d.kind, d.starts.day) for d in result.differences] == [("cancelled", 2)]
    assert bring_in(db, ics(event(extra=series + "EXDATE;TZID=Europe/Amsterdam:20270202T193000"))).differences == []


def test_a_series_that_gets_another_hour_is_moved_not_replaced(db: Database) -> None:
    bring_in(db, ics(event(extra="RRULE:FREQ=WEEKLY;COUNT=3")))
    result = bring_in(db, ics(event(start="20270126T200000", extra="RRULE:FREQ=WEEKLY;COUNT=3\nSEQUENCE:1")))
    assert [d.kind for d in result.differences] == ["moved"] * 3
    assert db.read_now(lambda s: s.execute(select(func.count(Occurrence.id))).scalar()) == 3


def test_one_evening_that_becomes_a_series_stays_the_same_evening(db: Database) -> None:
    bring_in(db, ics(event()))
    result = bring_in(db, ics(event(extra="RRULE:FREQ=WEEKLY;COUNT=2\nSEQUENCE:1")))
    assert sorted(d.kind for d in result.differences) == ["changed", "new"]


def test_an_event_that_is_over_is_not_written_down(db: Database) -> None:
    result = bring_in(db, ics(event(start="20200101T193000"), event("b")))
    assert (result.past, [d.kind for d in result.differences]) == (["Regioavond Zeist"], ["new"])


def test_what_happened_stays_when_the_file_forgets_it(db: Database) -> None:
    bring_in(db, ics(event(extra="RRULE:FREQ=WEEKLY;COUNT=3")))
    later = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
    result = bring_in(db, ics(event(start="20270202T193000", extra="RRULE:FREQ=WEEKLY;COUNT=2")), later)
    assert [d.kind for d in result.differences] == []


def test_offsets_of_today_replace_those_of_before(db: Database) -> None:
    bring_in(db, ics(event()))
    db.write_now(planning.replan, REGION, (10080, 120), AUTUMN)
    assert [m for _, m, _, _ in planned(db)] == [10080, 120]
    db.write_now(planning.replan, REGION, DAY_AND_TWO_HOURS, AUTUMN)
    assert [m for _, m, _, _ in planned(db)] == [1440, 120]


def test_a_reminder_whose_moment_has_passed_is_not_planned(db: Database) -> None:
    bring_in(db, ics(event()), datetime(2027, 1, 26, 9, 0, tzinfo=UTC))
    assert [m for _, m, _, _ in planned(db)] == [120]


def test_thousands_of_gatherings_are_imported_within_seconds(db: Database) -> None:
    daily = [event(str(n), extra="RRULE:FREQ=DAILY") for n in range(4)]
    parsed = read(ics(*daily))
    begun = datetime.now(UTC)
    result = db.write_now(imports.import_calendar, parsed, REGION, DAY_AND_TWO_HOURS, AUTUMN)
    assert len(result.differences) == 4 * 484
    assert datetime.now(UTC) - begun < timedelta(seconds=10)
