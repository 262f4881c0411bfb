"""Gatherings in a table (CSV or XLSX): a row each, what is wrong with its row and column. And a template to fill in.

A row is known again by its number ("nummer"), so that another date moves it; without one by its name, day and time.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from string import ascii_uppercase
from zoneinfo import ZoneInfo

from bot.agenda import sheet_cells
from bot.agenda.calendar import HORIZON, MOST_BYTES, MOST_OCCURRENCES, MOST_PROBLEMS, megabytes
from bot.agenda.components import LONGEST_TEXT, LONGEST_TITLE
from bot.agenda.free_form import Reading
from bot.agenda.parsed import CalendarRefused, ParsedCalendar, ParsedEvent, ParsedOccurrence, Problem

COLUMNS = {
    "number": ("nummer", "number", "nr"),
    "title": ("naam", "titel", "wat", "name", "title"),
    "day": ("datum", "dag", "date", "day"),
    "starts": ("begin", "van", "starts", "from"),
    "ends": ("einde", "tot", "ends", "until"),
    "location": ("plek", "waar", "place", "location"),
    "capacity": ("plaatsen", "plekken", "max", "maximum", "places", "capacity", "seats"),
    "answer_by": ("aanmelden tot", "opgeven tot", "sign up until", "sign up by", "answer by"),
    "themes": ("onderwerpen", "onderwerp", "themes"),
    "description": ("omschrijving", "description"),
    "url": ("link", "website", "url"),
}
NEEDED = ("title", "day")
# What a cell must be read by, and what is wrong when it cannot be.
READ: tuple[tuple[str, str, Callable[[object], object]], ...] = (
    ("day", "sheet-day", sheet_cells.day),
    ("starts", "sheet-time", sheet_cells.time_of_day),
    ("ends", "sheet-time", sheet_cells.time_of_day),
    ("capacity", "sheet-places", sheet_cells.capacity),
)
HEADER_WITHIN = 10
# Empty rows (a spreadsheet that was formatted to its end has many) cost little, up to so many.
MOST_LINES = 200_000
# What a workbook may be when unpacked: what is small may unpack to gigabytes.
MOST_UNPACKED = 50 * 1024 * 1024
# Its columns with how wide they are, and two examples.
TEMPLATE = {
    "nummer": (8, "1", "2"),
    "naam": (24, "Buurtavond", "Open dag"),
    "datum": (12, "12-01-2027", "17-04-2027"),
    "begin": (8, "19:30", ""),
    "einde": (8, "21:30", ""),
    "plek": (30, "De Klup, Amersfoort", "De Schakel, Houten"),
    "plaatsen": (10, "20", ""),
    "aanmelden tot": (16, "10-01-2027", ""),
    "onderwerpen": (24, "eenzaamheid, zorg", ""),
    "omschrijving": (36, "", "Zonder begin duurt het de hele dag."),
    "link": (24, "", ""),
}

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class _Table:
    columns: dict[str, int]
    headers: Sequence[str]
    rows: list[tuple[int, Row]]


def template() -> bytes:
    """A workbook to fill in, with two examples."""
    _widths, *examples = zip(*TEMPLATE.values(), strict=True)
    return workbook([tuple(TEMPLATE), *examples])


def workbook(rows: Iterable[Row]) -> bytes:
    """A workbook with these rows, the first of them the template's header."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Agenda"
    for row in rows:
        sheet.append(list(row))
    for letter, (width, *_examples) in zip(ascii_uppercase, TEMPLATE.values(), strict=False):
        sheet.column_dimensions[letter].width = int(width)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def read(content: bytes, now: datetime, zone: ZoneInfo) -> ParsedCalendar:
    """The table as a calendar. `now` in UTC: what is over is left out. Raises CalendarRefused with every problem."""
    table = _table(content)
    if table is None:
        raise CalendarRefused([Problem("sheet-no-table")])
    events: dict[str, ParsedEvent] = {}
    problems: list[Problem] = []
    for number, row in table.rows:
        values = {name: row[at] if at < len(row) else None for name, at in table.columns.items()}
        if _is_empty(tuple(values.values())):
            continue
        if len(problems) >= MOST_PROBLEMS:
            break
        found = list(_wrong(table, number, values))
        problems += found
        if not found:
            event = _event(values, now, zone)
            if event.uid in events:
                problems.append(_problem(table, number, "number" if values.get("number") else "title", "sheet-twice"))
            events[event.uid] = event
    if not events and not problems:
        problems.append(Problem("no-events"))
    if len(events) > MOST_OCCURRENCES:
        problems.append(Problem("too-many", values={"most": MOST_OCCURRENCES}))
    if problems:
        raise CalendarRefused(problems[:MOST_PROBLEMS])
    return ParsedCalendar(tuple(events.values()), now + HORIZON)


def _event(values: dict[str, object], now: datetime, zone: ZoneInfo) -> ParsedEvent:
    one, number = occurrence(values, zone), sheet_cells.text(values.get("number"))
    starts = None if one.all_day else one.starts_local.time()
    key = number or f"{one.title.lower()}|{one.starts_local.date()}|{starts}"
    uid = f"sheet-{hashlib.sha256(key.encode()).hexdigest()[:32]}"
    occurrences = (one,) if one.ends_at > now else ()
    return ParsedEvent(uid, 0, one.title, occurrences, number=number, columns=tuple(values))


def occurrence(values: Mapping[str, object], zone: ZoneInfo) -> ParsedOccurrence:
    """What a row says in which nothing is wrong: its cells by the names of COLUMNS."""
    said = {name: sheet_cells.text(value) for name, value in values.items()}
    day, starts = sheet_cells.day(values["day"]), sheet_cells.time_of_day(values.get("starts"))
    assert day is not None
    reading = Reading(
        title=" ".join(said["title"].split())[:LONGEST_TITLE],
        days=(day,),
        starts=starts,
        ends=sheet_cells.time_of_day(values.get("ends")) if starts is not None else None,
        all_day=starts is None,
        location=" ".join(said.get("location", "").split())[:LONGEST_TITLE],
        url=said.get("url") or None,
        themes=tuple(w.strip().lower()[:40] for w in said.get("themes", "").split(",") if w.strip()),
        description=said.get("description", "")[:LONGEST_TEXT],
    )
    return replace(
        reading.occurrence(zone),
        capacity=sheet_cells.capacity(values.get("capacity")),
        answer_by_local=sheet_cells.answer_by(values.get("answer_by"), reading.starts_local),
    )


def _wrong(table: _Table, number: int, values: dict[str, object]) -> Iterator[Problem]:
    """Everything that is wrong with a row."""
    said = {name: sheet_cells.text(value) for name, value in values.items()}
    for name in NEEDED:
        if not said[name]:
            yield _problem(table, number, name, "sheet-empty")
    for name, value in values.items():
        if isinstance(value, str) and value.startswith("=") and name != "description":
            yield _problem(table, number, name, "sheet-formula")
    for name, kind, read_cell in READ:
        if said.get(name) and read_cell(values[name]) is None:
            yield _problem(table, number, name, kind, text=said[name][:30])
    if said.get("ends") and not said.get("starts"):
        yield _problem(table, number, "starts" if "starts" in table.columns else "ends", "sheet-empty")
    if said.get("answer_by"):
        yield from _wrong_deadline(table, number, values, said["answer_by"])
    if (url := said.get("url")) and not url.startswith(("http://", "https://")):
        yield _problem(table, number, "url", "sheet-link")


def _wrong_deadline(table: _Table, number: int, values: dict[str, object], said: str) -> Iterator[Problem]:
    """A moment to answer by that cannot be read, or is later than the start."""
    day, starts = sheet_cells.day(values["day"]), sheet_cells.time_of_day(values.get("starts"))
    begins = datetime.combine(day or date.max, starts or time())
    by = sheet_cells.answer_by(values["answer_by"], begins)
    if by is None:
        yield _problem(table, number, "answer_by", "sheet-by", text=said[:30])
    elif by > begins:
        yield _problem(table, number, "answer_by", "sheet-late", text=said[:30])


def _problem(table: _Table, number: int, name: str, kind: str, **values: str) -> Problem:
    at = table.columns.get(name, 0)
    return Problem(kind, number, f"{table.headers[at]} ({chr(ord('A') + at % 26)}{number})", dict(values))


def _table(content: bytes) -> _Table | None:
    """The table under the header that has a name and a date; None: there is none."""
    if len(content) > MOST_BYTES:
        raise CalendarRefused([Problem("too-large", values={"size": megabytes(len(content))})])
    return _workbook(content) if content.startswith(b"PK") else _comma_separated(content)


def _taken(rows: Iterable[Row]) -> _Table | None:
    """The table in these rows, without the empty ones. Raises CalendarRefused as soon as there are too many."""
    table, before = None, 0
    for number, row in enumerate(rows, 1):
        if number > MOST_LINES:
            raise CalendarRefused([Problem("too-many-lines", values={"most": MOST_LINES})])
        if _is_empty(row):
            continue
        if table is not None:
            table.rows.append((number, row))
            if len(table.rows) > MOST_OCCURRENCES:
                raise CalendarRefused([Problem("sheet-too-many", values={"most": MOST_OCCURRENCES})])
        elif before == HEADER_WITHIN:
            return None
        else:
            table, before = _headed(row), before + 1
    return table


def _headed(row: Row) -> _Table | None:
    """A table with this row for its header; None when it is none."""
    headers = [sheet_cells.text(value) for value in row]
    known = {
        name: at
        for at, header in reversed(list(enumerate(headers)))
        for name, names in COLUMNS.items()
        if header.lower() in names
    }
    return _Table(known, headers, []) if all(name in known for name in NEEDED) else None


def _is_empty(row: Row) -> bool:
    return not any(str(value).strip() for value in row if value is not None)


def _workbook(content: bytes) -> _Table | None:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise CalendarRefused([Problem("too-large", values={"size": megabytes(MOST_UNPACKED)})])
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        sheet = book.active
        return None if sheet is None else _taken(sheet.iter_rows(values_only=True, max_col=40))
    except CalendarRefused:
        raise
    except Exception:  # openpyxl raises whatever is at hand for a broken file
        raise CalendarRefused([Problem("sheet-broken")]) from None


def _comma_separated(content: bytes) -> _Table | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return _taken(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise CalendarRefused([Problem("sheet-broken")]) from None
