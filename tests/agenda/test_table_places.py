"""Places and the day to answer by from a table: what changed, and what staff set since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import attendance, by_hand, event_sheet, files, imports
from bot.agenda.imports import ImportResult
from bot.agenda.parsed import ParsedCalendar
from storage.agenda import Occurrence
from storage.database import Database
from tests.agenda.calendars import AMSTERDAM, AUTUMN, REGION
from tests.agenda.members import DAY_AND_TWO_HOURS, join

JANUARY_10 = datetime(2027, 1, 10, 22, 59, tzinfo=UTC)


def table(row: str, head: str = "nummer;naam;datum;begin;plaatsen;aanmelden tot") -> ParsedCalendar:
    return event_sheet.read(f"{head}\n{row}\n".encode(), AUTUMN, AMSTERDAM)


def bring_in(db: Database, parsed: ParsedCalendar) -> ImportResult:
    return db.write_now(imports.import_calendar, parsed, REGION, DAY_AND_TWO_HOURS, AUTUMN)


def evening(db: Database) -> Occurrence:
    return db.read_now(lambda s: s.scalars(select(Occurrence)).one())


def kinds(result: ImportResult) -> list[tuple[str, dict[str, object]]]:
    return [(d.kind, d.places) for d in result.differences]


def test_the_same_table_again_changes_nothing_and_another_number_is_all_that_changes(db: Database) -> None:
    first = bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-01-2027"))
    assert kinds(first) == [("new", {"capacity": 20, "answer_by": JANUARY_10})]
    assert (evening(db).capacity, evening(db).answer_by) == (20, JANUARY_10)
    again = bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-01-2027"))
    assert (again.differences, again.unchanged, again.overruled) == ([], 1, [])
    more = bring_in(db, table("1;Avond;12-01-2027;19:30;30;10-01-2027"))
    assert (kinds(more), more.unchanged, more.notices) == ([("places", {"capacity": 30})], 0, [])
    assert (evening(db).capacity, evening(db).answer_by) == (30, JANUARY_10)


def test_a_table_without_the_columns_or_with_empty_cells_leaves_them(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-01-2027"))
    assert bring_in(db, table("1;Avond;12-01-2027;19:30;;")).differences == []
    assert bring_in(db, table("1;Avond;12-01-2027;19:30", "nummer;naam;datum;begin")).differences == []
    assert (evening(db).capacity, evening(db).answer_by) == (20, JANUARY_10)
    none = bring_in(db, table("1;Avond;12-01-2027;19:30;geen;geen"))
    assert kinds(none) == [("places", {"capacity": None, "answer_by": None})]
    assert (evening(db).capacity, evening(db).answer_by) == (None, None)


def test_a_move_takes_places_along_in_one_change(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;20;"))
    moved = bring_in(db, table("1;Avond;13-01-2027;19:30;25;"))
    assert kinds(moved) == [("moved", {"capacity": 25})]
    assert evening(db).capacity == 25


def test_the_deadline_goes_along_when_the_gathering_moves_and_the_table_does_not_say(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-01-2027"))
    moved = bring_in(db, table("1;Avond;19-01-2027;19:30;;"))
    assert kinds(moved) == [("moved", {"answer_by": JANUARY_10 + timedelta(days=7)})]
    assert evening(db).answer_by == JANUARY_10 + timedelta(days=7)
    bring_in(db, table("1;Avond;26-01-2027;19:30;;20-01-2027"))
    assert evening(db).answer_by == JANUARY_10 + timedelta(days=10), "as the table says"


def test_a_deadline_that_would_be_past_stays_as_it_was(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-12-2026"))
    was = evening(db).answer_by
    bring_in(db, table("1;Avond;01-12-2026;19:30;;"))
    assert evening(db).answer_by == was


def test_what_staff_set_stays_until_the_table_says_something_else(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-01-2027"))
    db.write_now(attendance.set_capacity, evening(db).id, 35, AUTUMN)
    again = bring_in(db, table("1;Avond;12-01-2027;19:30;20;10-01-2027"))
    assert (again.differences, again.overruled, again.unchanged) == ([], ["Avond"], 0)
    later = bring_in(db, table("1;Avond;12-01-2027;19:30;20;geen"))
    assert (kinds(later), later.overruled) == ([("places", {"answer_by": None})], ["Avond"])
    assert evening(db).capacity == 35
    assert kinds(bring_in(db, table("1;Avond;12-01-2027;19:30;25;"))) == [("places", {"capacity": 25})]
    assert evening(db).capacity == 25


def test_another_number_of_places_leaves_the_place_that_staff_changed(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;20;"))

    def elsewhere(session: Session) -> None:
        row = session.scalars(select(Occurrence)).one()
        (event,) = table("1;Zangavond;12-01-2027;19:30;;").events
        by_hand.change(session, row, event.occurrences[0], REGION, DAY_AND_TWO_HOURS, AUTUMN)

    db.write_now(elsewhere)
    found = bring_in(db, table("1;Avond;12-01-2027;19:30;30;"))
    assert (kinds(found), found.overruled, found.unchanged) == (
        [("places", {"capacity": 30})],
        ["Zangavond"],
        0,
    )
    assert (evening(db).title, evening(db).capacity) == ("Zangavond", 30)
    assert bring_in(db, table("1;Avond;12-01-2027;19:30;30;")).overruled == ["Zangavond"], "theirs still goes before"


def test_more_places_of_what_is_called_off_go_to_nobody(db: Database) -> None:
    bring_in(db, table("1;Avond;12-01-2027;19:30;1;"))
    db.write_now(join, 1)
    db.write_now(attendance.wait, evening(db).id, 1, 2, AUTUMN)

    def call_off(session: Session) -> None:
        by_hand.switch(session, session.scalars(select(Occurrence)).one(), False, REGION, DAY_AND_TWO_HOURS, AUTUMN)

    db.write_now(call_off)
    (found,) = bring_in(db, table("1;Avond;12-01-2027;19:30;5;")).differences
    assert (found.places, found.seated) == ({"capacity": 5}, 0)
    assert db.read_now(attendance.reply_of, evening(db).id, 1).answer == "waiting"


def test_what_was_read_is_kept_with_its_places_until_someone_decides(db: Database) -> None:
    parsed = table("1;Avond;12-01-2027;19:30;20;10-01-2027")
    number = db.write_now(files.offer, "a.csv", parsed, AUTUMN)
    assert db.write_now(files.take, number) == parsed
