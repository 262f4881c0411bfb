"""A report as files for a spreadsheet. What people wrote can do nothing there: it never becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.desk.report import Counts, Report
from bot.texts import Texts
from faq import cells
from faq.text import printable

Cell = str | int | datetime | None
Table = list[list[Cell]]
A_MINUTE = timedelta(minutes=1)
WIDE, ORDINARY = 40, 22  # of a column, in characters


def to_csv(t: Texts, report: Report, zone: ZoneInfo) -> bytes:
    """The days, and below them the questions to people: a file that Excel opens with a double click."""
    rows = [*_days(t, report), [], *_tickets(t, report, zone)]
    return cells.to_csv([_written(cell) for cell in row] for row in rows)


def to_xlsx(t: Texts, report: Report, zone: ZoneInfo) -> bytes:
    """A workbook with a sheet for each table."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    tables = {
        "report-sheet-totals": _totals(t, report),
        "report-sheet-days": _days(t, report),
        "report-sheet-themes": _themes(t, report),
        "report-sheet-tickets": _tickets(t, report, zone),
    }
    for name, table in tables.items():
        _fill(book, t.plain(name), table)
    filled = io.BytesIO()
    book.save(filled)
    return filled.getvalue()


def _fill(book: object, name: str, table: Table) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    assert isinstance(book, Workbook)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, _ in enumerate(table[0], 1):
        longest = max((len(str(row[number - 1] or "")) for row in table), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = WIDE if longest > ORDINARY else ORDINARY
    for place, row in enumerate(table):
        made = []
        for value in row:
            cell = WriteOnlyCell(sheet, value if value != "" else None)
            if isinstance(value, str) and value:
                cell.data_type = "s"  # also when it looks like a formula
                cell.number_format = "@"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            elif isinstance(value, datetime):
                cell.number_format = "yyyy-mm-dd hh:mm"
            if place == 0:
                cell.font = Font(bold=True)
            made.append(cell)
        sheet.append(made)


def _written(cell: Cell) -> str:
    return "" if cell is None else f"{cell:%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else str(cell)


def _safe(text: str | None) -> str | None:
    """What somebody wrote, fit for a cell."""
    return cells.disarm(printable(text))[: cells.MAX_CELL] if text else None


def _totals(t: Texts, report: Report) -> Table:
    now, before = report.counts, report.before
    rows: list[tuple[str, Cell, Cell]] = [
        ("report-column-asked", now.asked, before.asked),
        ("report-column-by-list", now.by_list, before.by_list),
        ("report-column-by-person", now.by_person, before.by_person),
        ("report-column-unanswered", now.unanswered, before.unanswered),
        ("report-column-half", _minutes(now.half_within), _minutes(before.half_within)),
        ("report-column-most", _minutes(now.most_within), _minutes(before.most_within)),
        ("report-column-solved", len(now.solutions), len(before.solutions)),
        ("report-column-solved-half", _minutes(now.solved_within), _minutes(before.solved_within)),
        ("report-column-in-time", now.in_time, before.in_time),
    ]
    rated: Table = [
        [t.plain("report-rating", rating=rating), count, before.ratings[rating]]
        for rating, count in now.ratings.items()
    ]
    head = _head(t, "what", "now", "before")
    counted: Table = [[t.plain(name), this, that] for name, this, that in rows]
    return [head, *counted, *rated]


def _days(t: Texts, report: Report) -> Table:
    head = _head(t, "day", "asked", "by-list", "by-person", "unanswered")
    days = sorted(report.counts.days.items())
    rows: Table = [[str(day), d.asked, d.by_list, d.by_person, d.unanswered] for day, d in days]
    return [head, *rows]


def _themes(t: Texts, report: Report) -> Table:
    before = dict(report.before.themes)
    head = _head(t, "theme", "now", "before")
    rows: Table = [[_safe(theme), count, before.get(theme, 0)] for theme, count in report.counts.themes]
    none: list[Cell] = [t.plain("report-column-no-theme"), report.counts.unthemed, report.before.unthemed]
    return [head, *rows, none]


def _tickets(t: Texts, report: Report, zone: ZoneInfo) -> Table:
    names = ("number", "opened", "subject", "theme", "state", "first-answer", "solve", "rating", "remark")
    return [_head(t, *names), *_ticket_rows(t, report.counts, zone)]


def _ticket_rows(t: Texts, counts: Counts, zone: ZoneInfo) -> Table:
    return [
        [
            line.number,
            line.opened_at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0),
            _safe(line.subject),
            _safe(line.theme),
            t.plain("report-state", state=line.state),
            _minutes(timedelta(seconds=line.first_answer_s)) if line.first_answer_s is not None else None,
            _minutes(timedelta(seconds=line.solve_s)) if line.solve_s is not None else None,
            t.plain("report-rating", rating=line.rating) if line.rating else None,
            _safe(line.remark),
        ]
        for line in counts.tickets
    ]


def _head(t: Texts, *names: str) -> list[Cell]:
    return [t.plain(f"report-column-{name}") for name in names]


def _minutes(length: timedelta | None) -> int | None:
    return None if length is None else -(-length // A_MINUTE)


__all__: Sequence[str] = ["to_csv", "to_xlsx"]
