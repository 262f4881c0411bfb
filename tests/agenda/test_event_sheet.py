"""Gatherings from a table, with what is wrong by row and column."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from time import monotonic as time_now

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
    assert (evening.capacity, evening.answer_by_local) == (20, datetime.fromisoformat("2027-01-10T23:59"))
    assert (day.all_day, day.starts_local.date()) == (True, date(2027, 4, 17))
    assert (day.capacity, day.answer_by_local) == (None, None), "empty says nothing"


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


PLACES = "naam;datum;begin;{};{}\nAvond;12-01-2027;19:30;{};{}\n"


@pytest.mark.parametrize(
    ("capacity", "fits"), [("20", 20), ("max 20", 20), ("20 plaatsen", 20), ("geen", 0), ("0", 0), ("", None)]
)
@pytest.mark.parametrize(
    "names", [("plaatsen", "aanmelden tot"), ("Plekken", "Opgeven tot"), ("max", "Sign up until")]
)
def test_places(capacity: str, fits: int | None, names: tuple[str, str]) -> None:
    (found,) = rows(PLACES.format(*names, capacity, "").encode())
    assert (found.capacity, found.answer_by_local) == (fits, None)


@pytest.mark.parametrize(
    ("by", "moment"),
    [
        ("10-01-2027", "2027-01-10T23:59"),
        ("10 januari 2027 om 18.00 uur", "2027-01-10T18:00"),
        ("2027-01-10 18:00", "2027-01-10T18:00"),
        ("12-01-2027", "2027-01-12T19:30"),
        ("geen", "2027-01-12T19:30"),
    ],
)
def test_until_when_one_can_sign_up(by: str, moment: str) -> None:
    (found,) = rows(PLACES.format("plaatsen", "aanmelden tot", "", by).encode())
    assert found.answer_by_local == datetime.fromisoformat(moment)


def test_places_and_the_deadline_as_a_spreadsheet_has_them() -> None:
    days = (datetime.fromisoformat("2027-01-10"), datetime.fromisoformat("2027-01-10T18:00:20"))
    content = book(
        ("Nummer", "Naam", "Datum", "Begin", "Plaatsen", "Aanmelden tot"),
        *((n, "Avond", "12-01-2027", time(19, 30), 20.0, by) for n, by in enumerate(days)),
    )
    assert [(o.capacity, str(o.answer_by_local)[11:]) for o in rows(content)] == [(20, "23:59:00"), (20, "18:00:00")]


@pytest.mark.parametrize(
    ("capacity", "by", "wrong"),
    [
        ("veel", "", ("sheet-places", "plaatsen (D2)")),
        ("-5", "", ("sheet-places", "plaatsen (D2)")),
        ("20,5", "", ("sheet-places", "plaatsen (D2)")),
        ("99999", "", ("sheet-places", "plaatsen (D2)")),
        ("=A1", "", ("sheet-formula", "plaatsen (D2)")),
        ("", "10 januari", ("sheet-by", "aanmelden tot (E2)")),
        ("", "10-01-2027 op tijd", ("sheet-by", "aanmelden tot (E2)")),
        ("", "13-01-2027", ("sheet-late", "aanmelden tot (E2)")),
        ("", "12-01-2027 20:00", ("sheet-late", "aanmelden tot (E2)")),
    ],
)
def test_places_and_a_deadline_that_cannot_be(capacity: str, by: str, wrong: tuple[str, str]) -> None:
    found = refused(PLACES.format("plaatsen", "aanmelden tot", capacity, by).encode())
    assert wrong in [(p.kind, p.event) for p in found]


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


@pytest.mark.parametrize("day", ["31-12-9999", "12-01-1027", datetime(9999, 12, 31), datetime(1900, 1, 1)])  # noqa: DTZ001
def test_a_year_that_is_a_slip_is_refused(day: object) -> None:
    assert [p.kind for p in refused(book(("naam", "datum", "begin"), ("Avond", day, "23:30")))] == ["sheet-day"]


def test_another_date_is_the_same_gathering_when_it_has_a_number() -> None:
    uids = [
        event_sheet.read((HEAD + line).encode(), AUTUMN, AMSTERDAM).events[0].uid
        for line in ("7;Avond;12-01-2027;19:30;;;\n", "7;Avond;13-01-2027;20:00;;;\n", ";Avond;13-01-2027;20:00;;;\n")
    ]
    assert uids[0] == uids[1] != uids[2]


def test_the_same_row_twice() -> None:
    (problem,) = refused((HEAD + "1;Avond;12-01-2027;;;;\n1;Avond;13-01-2027;;;;\n").encode())
    assert (problem.kind, problem.line) == ("sheet-twice", 3)


@pytest.mark.parametrize("as_book", [False, True])
@pytest.mark.parametrize("good", [False, True])
def test_a_table_with_very_many_rows_is_refused_before_they_are_read(as_book: bool, good: bool) -> None:
    lines = [
        ("naam", "datum", "begin"),
        *((f"Avond {n}", "12-01-2027" if good else "?", "19:30") for n in range(80_000)),
    ]
    content = book(*lines) if as_book else "\n".join(";".join(line) for line in lines).encode()
    begun = time_now()
    assert [(p.kind, p.values) for p in refused(content)] == [("sheet-too-many", {"most": 5000})]
    assert time_now() - begun < 6, "it took 12 to 20 seconds when every row was read first"


def test_empty_rows_do_not_count_but_have_their_number() -> None:
    content = HEAD + "\n" + ";;;;;;\n" * 6000 + "1;Avond;12-01-2027;laat;;;\n"
    assert [(p.kind, p.line) for p in refused(content.encode())] == [("sheet-time", 6003)]


def test_a_long_list_of_something_else_is_no_table() -> None:
    assert [p.kind for p in refused(b"vraag;antwoord\n" + b"a;b\n" * 20_000)] == ["sheet-no-table"]


def test_a_book_in_a_cell_is_no_day() -> None:
    content = f"naam;datum\nAvond;{'van de ' * 18_000}\n".encode()
    begun = time_now()
    assert [p.kind for p in refused(content)] == ["sheet-day"]
    assert time_now() - begun < 2


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
