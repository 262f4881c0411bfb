"""Gatherings from a table, with what is wrong by row and column."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from bot.agenda import event_sheet
from bot.agenda.parsed import CalendarRefused, ParsedOccurrence, Problem
from tests.agenda.calendars import AMSTERDAM, AUTUMN

HEAD = "nummer;naam;datum;begin;einde;plek;onderwerpen\n"


def rows(content: bytes) -> list[ParsedOccurrence]:
    return [o for e in event_sheet.read(content, AUTUMN, AMSTERDAM).events for o in e.occurrences]


def refused(content: bytes) -> list[Problem]:
    with pytest.raises(CalendarRefused) as found:
        event_sheet.read(content, AUTUMN, AMSTERDAM)
    return found.value.problems


def book(*lines: tuple[object, ...]) -> bytes:
    made, kept = Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    made.save(kept)
    return kept.getvalue()


def test_the_template_can_be_sent_back_as_it_is() -> None:
    evening, day = rows(event_sheet.template())
    assert (evening.title, evening.location, evening.themes) == (
        "Buurtavond",
        "De Klup, Amersfoort",
        ("eenzaamheid", "zorg"),
    )
    assert evening.starts_local == datetime.fromisoformat("2027-01-12T19:30")
    assert evening.ends_local == datetime.fromisoformat("2027-01-12T21:30")
    assert (day.all_day, day.starts_local.date()) == (True, date(2027, 4, 17))


def test_dates_and_times_as_a_spreadsheet_has_them() -> None:
    content = book(
        ("Onze agenda",),
        ("Naam", "Datum", "Begin", "Einde"),
        ("Buurtavond", datetime.fromisoformat("2027-01-12"), time(19, 30), "21.30 uur"),
    )
    (found,) = rows(content)
    assert (found.starts_local.hour, found.ends_local.hour) == (19, 21)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_of_any_spreadsheet(encoding: str, delimiter: str) -> None:
    lines = ["nummer;naam;datum;begin", "1;Café Één;12 januari 2027;half acht 's avonds"]
    (found,) = rows("\r\n".join(lines).replace(";", delimiter).encode(encoding))
    assert (found.title, found.starts_local.hour) == ("Café Één", 19)


def test_what_is_wrong_by_row_and_column() -> None:
    content = (
        HEAD
        + "1;;12-01-2027;19:30;;;\n2;Avond;31-02-2027;19:30;;;\n3;Avond;12-01-2027;laat;;;\n4;=A1;12-01-2027;;;;\n"
    )
    assert [(p.kind, p.line, p.event) for p in refused(content.encode())] == [
        ("sheet-empty", 2, "naam (B2)"),
        ("sheet-day", 3, "datum (C3)"),
        ("sheet-time", 4, "begin (D4)"),
        ("sheet-formula", 5, "naam (B5)"),
    ]


def test_a_day_without_a_year_or_an_hour_that_may_be_two_is_refused() -> None:
    kinds = [p.kind for p in refused((HEAD + "1;Avond;12 januari;19:30;;;\n2;Avond;12-01-2027;8 uur;;;\n").encode())]
    assert kinds == ["sheet-day", "sheet-time"]


def test_another_date_is_the_same_gathering_when_it_has_a_number() -> None:
    uids = [
        event_sheet.read((HEAD + line).encode(), AUTUMN, AMSTERDAM).events[0].uid
        for line in ("7;Avond;12-01-2027;19:30;;;\n", "7;Avond;13-01-2027;20:00;;;\n", ";Avond;13-01-2027;20:00;;;\n")
    ]
    assert uids[0] == uids[1] != uids[2]


def test_the_same_row_twice() -> None:
    (problem,) = refused((HEAD + "1;Avond;12-01-2027;;;;\n1;Avond;13-01-2027;;;;\n").encode())
    assert (problem.kind, problem.line) == ("sheet-twice", 3)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"vraag;antwoord\na;b\n", "sheet-no-table"),
        (b"PK\x03\x04broken", "sheet-broken"),
        (b'naam;datum\n"nooit dicht;12-01-2027\n', "sheet-broken"),
        (HEAD.encode(), "no-events"),
        (b"x" * (6 * 1024 * 1024), "too-large"),
    ],
)
def test_what_is_no_table(content: bytes, kind: str) -> None:
    assert [p.kind for p in refused(content)] == [kind]
