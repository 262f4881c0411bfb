"""FAQ files in XLSX, the format of Excel, LibreOffice and Google Sheets.

openpyxl is imported when it is needed: the bot at work never needs it.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from faq import columns
from faq.entry import Entry
from faq.problems import Problems
from faq.sheet import Refused, SheetProblems, Table, find_table, read_table, to_rows

MAX_UNPACKED = 300 * 2**20  # bytes; an XLSX file is a zip file, and one of 10 MB may unpack to anything
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_WIDTHS = {"id": 24, "question": 40, "phrasings": 48, "answer": 70, "themes": 20}  # in characters


def read(raw: bytes, problems: SheetProblems) -> tuple[list[Entry], str | None]:
    """The entries of a workbook: those of the first sheet, hidden ones left out, that has the columns of an FAQ.

    With them the mark of its revision, if it has one. What is wrong goes to `problems`.
    """
    if not _may_be_unpacked(raw, problems):
        return [], None
    try:
        path, table = _find_sheet(raw)
    # openpyxl says in as many ways as there are broken files that it cannot read one.
    except Exception as error:
        why = str(error).splitlines()[0][:100] if str(error) else type(error).__name__
        problems.add_for_file(f"cannot be read as an .xlsx file ({why}); save it anew as 'Excel Workbook (.xlsx)'")
        return [], None
    if table is None:
        needed = "'id', 'vraag' and 'antwoord', or 'id', 'question' and 'answer'"
        problems.add_for_file(f"no visible sheet has a first row that names the columns, at least {needed}")
        return [], None
    _refuse_merged(raw, path, table, problems)
    return read_table(table, problems), columns.revision_mark(table.headers)


def write(entries: Iterable[Entry], language: str, mark: str | None) -> bytes:
    """A workbook that `read` reads back, with the header in sight and the texts wrapped."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("FAQ")
    sheet.freeze_panes = "B2"
    rows = to_rows(entries, language, mark)
    for number, text in enumerate(rows[0], 1):
        field = columns.field_of(text) or ""
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(field.rpartition(".")[2], 14)
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, row in enumerate(rows):
        made = []
        for text in row:
            cell = WriteOnlyCell(sheet, text or None)
            if text:
                cell.data_type = "s"  # also when it looks like a number or an error
                cell.alignment = wrapped
                cell.number_format = "@"  # text: what is typed over it is not made a date
            if number == 0:
                cell.font = bold
            made.append(cell)
        sheet.append(made)
    filled = io.BytesIO()
    book.save(filled)
    return filled.getvalue()


def _may_be_unpacked(raw: bytes, problems: Problems) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile:
        problems.add_for_file("is not an .xlsx file; save it anew as 'Excel Workbook (.xlsx)'")
        return False
    if size > MAX_UNPACKED:
        problems.add_for_file(f"unpacks to {size / 2**20:.0f} MB; the limit is {MAX_UNPACKED // 2**20} MB")
    return size <= MAX_UNPACKED


def _find_sheet(raw: bytes) -> tuple[str, Table | None]:
    """The first visible sheet with the columns of an FAQ: where it lies in the zip file, and its table."""
    from openpyxl import load_workbook

    for sheet in load_workbook(io.BytesIO(raw), read_only=True).worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # some programs write a wrong size, of a million rows
            table = find_table([[_value(cell) for cell in row] for row in sheet.iter_rows()])
            if table is not None:
                return sheet._worksheet_path, table  # type: ignore[attr-defined]
    return "", None


def _value(cell: Any) -> object:
    if cell.data_type == "f":
        return Refused("holds a formula; put its outcome there (copy, then paste as values)")
    if cell.data_type == "e":
        return Refused(f"holds the error {cell.value}; type the text")
    return cell.value


def _refuse_merged(raw: bytes, path: str, table: Table, problems: Problems) -> None:
    """Merged cells in the table: all but the first of them are empty in the file, so texts would be lost unseen."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        found = _MERGED.findall(packed.read(path))
    for left, top, right, bottom in found:
        if int(bottom) >= table.header_row:
            cells = f"{left.decode()}{int(top)}:{right.decode()}{int(bottom)}"
            problems.add(int(top), None, f"the cells {cells} are merged; split them, and fill each")
