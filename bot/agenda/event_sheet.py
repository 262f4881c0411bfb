"""Gatherings in a table (CSV or XLSX): a row each, what is wrong with its row and column. And a template to fill in.

A row is known again by its number ("nummer"), so that another date moves it; without one by its name, day and time.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.agenda import spoken_days, spoken_times
from bot.agenda.calendar import HORIZON, MOST_BYTES, MOST_OCCURRENCES, MOST_PROBLEMS, megabytes
from bot.agenda.components import LONGEST_TEXT, LONGEST_TITLE
from bot.agenda.free_form import Reading
from bot.agenda.parsed import CalendarRefused, ParsedCalendar, ParsedEvent, Problem

COLUMNS = {
    "number": ("nummer", "number", "nr"),
    "title": ("naam", "titel", "wat", "name", "title"),
    "day": ("datum", "dag", "date", "day"),
    "starts": ("begin", "van", "starts", "from"),
    "ends": ("einde", "tot", "ends", "until"),
    "location": ("plek", "waar", "place", "location"),
    "themes": ("onderwerpen", "onderwerp", "themes"),
    "description": ("omschrijving", "description"),
    "url": ("link", "website", "url"),
}
NEEDED = ("title", "day")
HEADER_WITHIN = 10
# What a workbook may be when unpacked: what is small may unpack to gigabytes.
MOST_UNPACKED = 50 * 1024 * 1024
TEMPLATE = (
    ("nummer", "naam", "datum", "begin", "einde", "plek", "onderwerpen", "omschrijving", "link"),
    ("1", "Buurtavond", "12-01-2027", "19:30", "21:30", "De Klup, Amersfoort", "eenzaamheid, zorg", "", ""),
    ("2", "Open dag", "17-04-2027", "", "", "De Schakel, Houten", "", "Zonder begin duurt het de hele dag.", ""),
)

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class _Table:
    columns: dict[str, int]
    headers: Sequence[str]
    rows: Sequence[tuple[int, Row]]


def template() -> bytes:
    """A workbook to fill in, with two examples."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Agenda"
    for row in TEMPLATE:
        sheet.append(row)
    for letter, width in zip("ABCDEFGHI", (8, 24, 12, 8, 8, 30, 24, 36, 24), strict=True):
        sheet.column_dimensions[letter].width = width
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
        if not any(str(v).strip() for v in values.values() if v is not None):
            continue
        found = list(_wrong(table, number, values))
        problems += found
        if not found:
            event = _event(values, number, now, zone)
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


def _event(values: dict[str, object], number: int, now: datetime, zone: ZoneInfo) -> ParsedEvent:
    day, starts, ends = _day(values["day"]), _time(values.get("starts")), _time(values.get("ends"))
    assert day is not None
    title = " ".join(_text(values["title"]).split())[:LONGEST_TITLE]
    url = _text(values.get("url")) or None
    reading = Reading(
        title=title,
        days=(day,),
        starts=starts,
        ends=ends if starts is not None else None,
        all_day=starts is None,
        location=" ".join(_text(values.get("location")).split())[:LONGEST_TITLE],
        url=url,
        themes=tuple(w.strip().lower()[:40] for w in _text(values.get("themes")).split(",") if w.strip()),
        description=_text(values.get("description"))[:LONGEST_TEXT],
    )
    one = reading.occurrence(zone)
    key = _text(values.get("number")) or f"{title.lower()}|{day}|{starts}"
    uid = f"sheet-{hashlib.sha256(key.encode()).hexdigest()[:32]}"
    return ParsedEvent(uid, 0, title, (one,) if one.ends_at > now else ())


def _wrong(table: _Table, number: int, values: dict[str, object]) -> Iterator[Problem]:
    """Everything that is wrong with a row."""
    for name in NEEDED:
        if not _text(values.get(name)):
            yield _problem(table, number, name, "sheet-empty")
    for name, value in values.items():
        if isinstance(value, str) and value.startswith("=") and name != "description":
            yield _problem(table, number, name, "sheet-formula")
    if _text(values.get("day")) and _day(values["day"]) is None:
        yield _problem(table, number, "day", "sheet-day", text=_text(values["day"])[:30])
    for name in ("starts", "ends"):
        if _text(values.get(name)) and _time(values[name]) is None:
            yield _problem(table, number, name, "sheet-time", text=_text(values[name])[:30])
    if _text(values.get("ends")) and not _text(values.get("starts")):
        yield _problem(table, number, "starts" if "starts" in table.columns else "ends", "sheet-empty")
    if (url := _text(values.get("url"))) and not url.startswith(("http://", "https://")):
        yield _problem(table, number, "url", "sheet-link")


def _problem(table: _Table, number: int, name: str, kind: str, **values: str) -> Problem:
    at = table.columns.get(name, 0)
    return Problem(kind, number, f"{table.headers[at]} ({chr(ord('A') + at % 26)}{number})", dict(values))


def _day(value: object) -> date | None:
    """A cell's day: a date of the spreadsheet, or one as people write it. With a year: a table outlives one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = spoken_days.find(_text(value), date(1, 1, 1))
    dated = found is not None and re.search(r"\d{4}|[-/.]\d\d$", found.said) is not None
    return found.choices[0] if dated and found is not None and len(found.choices) == 1 else None


def _time(value: object) -> time | None:
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60) % (24 * 60)
        return time(minutes // 60, minutes % 60)
    found = spoken_times.find(_text(value))
    return found.starts if found is not None and found.ends is None and not found.guessed else None


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _table(content: bytes) -> _Table | None:
    """The table under the header that has a name and a date; None: there is none."""
    if len(content) > MOST_BYTES:
        raise CalendarRefused([Problem("too-large", values={"size": megabytes(len(content))})])
    rows = _workbook(content) if content.startswith(b"PK") else _comma_separated(content)
    for number, row in enumerate(rows[:HEADER_WITHIN], 1):
        headers = [_text(value) for value in row]
        known = {
            name: at
            for at, header in reversed(list(enumerate(headers)))
            for name, names in COLUMNS.items()
            if header.lower() in names
        }
        if all(name in known for name in NEEDED):
            return _Table(known, headers, list(enumerate(rows[number:], number + 1)))
    return None


def _workbook(content: bytes) -> list[Row]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise CalendarRefused([Problem("too-large", values={"size": megabytes(MOST_UNPACKED)})])
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        sheet = book.active
        return [] if sheet is None else [tuple(row) for row in sheet.iter_rows(values_only=True, max_col=40)]
    except CalendarRefused:
        raise
    except Exception:  # openpyxl raises whatever is at hand for a broken file
        raise CalendarRefused([Problem("sheet-broken")]) from None


def _comma_separated(content: bytes) -> list[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise CalendarRefused([Problem("sheet-broken")]) from None
