"""The agenda as a table: what goes out comes in again without a change, and what is changed in it is changed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.agenda import by_hand, event_sheet, event_table, files, imports
from bot.agenda.event_sheet import TEMPLATE
from bot.agenda.imports import ImportResult
from bot.agenda.parsed import ParsedCalendar
from faq import cells
from storage.agenda import Occurrence
from storage.database import Database
from tests.agenda.calendars import AMSTERDAM, AUTUMN, REGION, SAMPLE, event, ics
from tests.agenda.members import DAY_AND_TWO_HOURS, bring_in

ALL_KINDS = ics(
    event("a", extra="SEQUENCE:4\nDESCRIPTION:Met soep\\n; en brood\nURL:https://example.org/a"),
    event("b", "20270301T200000", "=Som: geld", extra="RRULE:FREQ=WEEKLY;COUNT=4"),
    "UID:c\nSUMMARY:Kamp\nDTSTART;VALUE=DATE:20270512\nDTEND;VALUE=DATE:20270515\nCATEGORIES:zorg\\,wonen,geld",
    "UID:d\nSUMMARY:Londen\nDTSTART;TZID=Europe/London:20270601T190000\nDTEND;TZID=Europe/London:20270603T010000",
    "UID:e\nSUMMARY:Nacht\nDTSTART;TZID=Europe/Amsterdam:20270602T230000\nDTEND;TZID=Europe/Amsterdam:20270603T020000",
    "UID:f\nSUMMARY:Moment\nDTSTART;TZID=Europe/Amsterdam:20271031T023000",
    event("g", "20270707T193000", "Afgelast", extra="STATUS:CANCELLED"),
)


def filled(db: Database) -> None:
    """Gatherings of every kind, some with places and a day to answer by."""
    bring_in(db, SAMPLE)
    bring_in(db, ALL_KINDS)
    db.write_now(lambda s: s.execute(update(Occurrence).where(Occurrence.id % 2 == 0).values(capacity=20)))
    db.write_now(set_deadlines)


def set_deadlines(session: Session) -> None:
    for row in session.scalars(select(Occurrence).where(Occurrence.id % 3 == 0)):
        row.answer_by = row.starts_at - timedelta(days=1, seconds=17)


def as_csv(db: Database) -> bytes:
    return event_table.to_csv(db.read_now(event_table.coming, AUTUMN), AMSTERDAM)


def as_xlsx(db: Database) -> bytes:
    return event_table.to_xlsx(db.read_now(event_table.coming, AUTUMN), AMSTERDAM)


def come_in(db: Database, content: bytes, now: datetime = AUTUMN) -> ImportResult:
    """Read a table and do what it says, after the trip through JSON that it makes in the chat."""
    parsed = event_sheet.read(content, now, AMSTERDAM)
    number = db.write_now(files.offer, "a.csv", parsed, now)
    kept = db.write_now(files.take, number)
    assert isinstance(kept, ParsedCalendar)
    return db.write_now(imports.import_calendar, kept, REGION, DAY_AND_TWO_HOURS, now)


def everything(db: Database) -> list[dict[str, Any]]:
    rows = db.read_now(lambda s: list(s.scalars(select(Occurrence).order_by(Occurrence.id))))
    return [{name: value for name, value in vars(row).items() if not name.startswith("_sa")} for row in rows]


def edited(content: bytes, title: str, column: str, value: str) -> bytes:
    """The table with another value in a cell of the first row with this title."""
    lines = list(cells_of(content))
    row = next(line for line in lines[1:] if line[1] == title)
    row[lines[0].index(column)] = value
    return cells.to_csv(lines)


def cells_of(content: bytes) -> list[list[str]]:
    import csv

    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("made", [as_csv, as_xlsx])
def test_what_goes_out_and_comes_in_changes_nothing(db: Database, made: Callable[[Database], bytes]) -> None:
    filled(db)
    before = everything(db)
    result = come_in(db, made(db))
    assert (result.differences, result.older, result.missing, result.overruled) == ([], [], [], [])
    confirmed = [row for row in before if row["state"] == "confirmed"]
    assert result.read == result.unchanged == len(confirmed) < len(before), "what is called off is not in it"
    assert everything(db) == before


def test_the_columns_are_those_of_the_template_and_hold_places_and_the_deadline(db: Database) -> None:
    bring_in(db, ics(event()))
    by = datetime(2027, 1, 20, 17, 0, tzinfo=UTC)
    db.write_now(lambda s: s.execute(update(Occurrence).values(capacity=30, answer_by=by)))
    head, row = cells_of(as_csv(db))
    assert head == list(TEMPLATE)
    assert row[1:8] == [
        "Regioavond Zeist",
        "26-01-2027",
        "19:30",
        "21:30",
        "Dorpshuis De Linde, Zeist",
        "30",
        "20-01-2027 18:00",
    ]
    sheet = load_workbook(io.BytesIO(as_xlsx(db))).active
    assert sheet is not None
    assert [[cell or "" for cell in line] for line in sheet.iter_rows(values_only=True)] == [head, row]


def test_what_is_changed_in_the_table_is_changed_and_what_is_taken_out_stays(db: Database) -> None:
    filled(db)
    query = select(Occurrence.id).where(Occurrence.title == "=Som: geld").order_by(Occurrence.starts_at)
    weekly = db.read_now(lambda s: list(s.scalars(query)))
    content = edited(as_csv(db), "'=Som: geld", "datum", "02-03-2027")
    lines = cells_of(content)
    result = come_in(db, cells.to_csv([lines[0], *(line for line in lines[1:] if line[1] == "'=Som: geld")][:3]))
    assert [(d.kind, d.starts.day) for d in result.differences] == [("moved", 2)]
    rows = {row["id"]: row for row in everything(db)}
    assert [rows[number]["starts_local"].day for number in weekly] == [2, 8, 15, 22]
    assert all(rows[number]["state"] == "confirmed" for number in weekly)


def test_a_moved_gathering_of_days_lasts_as_long_as_it_did(db: Database) -> None:
    bring_in(db, ALL_KINDS)
    come_in(db, edited(as_csv(db), "Kamp", "datum", "19-05-2027"))
    camp = next(row for row in everything(db) if row["title"] == "Kamp")
    assert (camp["starts_local"].day, camp["ends_local"].day) == (19, 22)
    assert camp["themes"] == ["zorg,wonen", "geld"]


def test_what_a_table_changed_stays_until_its_calendar_says_something_else(db: Database) -> None:
    bring_in(db, ics(event()))
    come_in(db, edited(as_csv(db), "Regioavond Zeist", "begin", "20:00"))
    again = bring_in(db, ics(event()))
    assert (again.differences, again.overruled) == ([], ["Regioavond Zeist"])
    come_in(db, edited(as_csv(db), "Regioavond Zeist", "begin", "19:30"))
    assert everything(db)[0]["starts_local"].hour == 19, "the table may put back what it was"
    moved = bring_in(db, ics(event(start="20270202T193000")))
    assert [d.kind for d in moved.differences] == ["moved"]


def test_what_was_called_off_since_stays_called_off(db: Database) -> None:
    bring_in(db, ics(event()))
    content = as_csv(db)
    db.write_now(lambda s: by_hand.switch(s, s.scalars(select(Occurrence)).one(), False, REGION, (), AUTUMN))
    assert come_in(db, content).differences == []
    assert everything(db)[0]["state"] == "cancelled"


def test_a_number_of_another_agenda_is_a_new_gathering(db: Database) -> None:
    bring_in(db, ics(event()))
    lines = cells_of(as_csv(db))
    lines[1][0] = lines[1][0][:-4] + ("0000" if lines[1][0][-4:] != "0000" else "1111")
    assert [d.kind for d in come_in(db, cells.to_csv(lines)).differences] == ["new"]


def test_without_a_column_what_it_would_say_stays(db: Database) -> None:
    bring_in(db, ics(event(extra="DESCRIPTION:Met soep")))
    lines = [line[:4] for line in cells_of(as_csv(db))]
    lines[1][3] = "20:00"
    come_in(db, cells.to_csv(lines))
    (row,) = everything(db)
    assert (row["description"], row["location"], row["starts_local"].hour) == (
        "Met soep",
        "Dorpshuis De Linde, Zeist",
        20,
    )
