"""What stands in a cell: texts that no spreadsheet takes for a formula, lists in one cell; and cells as a CSV file."""

import codecs
import csv
import io
import re
from collections.abc import Iterable

# Dutch spreadsheets take this for the border of a column.
DELIMITER = ";"
MAX_CELL = 16_000  # characters; Excel holds 32,767 of UTF-16, of which an emoji takes two

# A spreadsheet takes these for the start of a formula, which may fetch and send anything when the file is opened.
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_DISARMED = re.compile(r"'+[=+\-@\t\r]")
_ESCAPED = re.compile(r"\\([\\n,])")
_LINES = re.compile(r"[^\n]+")
_WORDS = re.compile(r"(?:\\[\\n,]|[^\n,])+")


def disarm(text: str) -> str:
    """The text as it can safely stand in a cell: an apostrophe before what looks like a formula. `arm` undoes it."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def arm(text: str) -> str:
    """The text that `disarm` was given."""
    return text[1:] if _DISARMED.match(text) else text


def join(texts: Iterable[str], commas: bool = False) -> list[str]:
    """The contents of as many cells as a list needs: each text on a line of its own.

    A line break in a text becomes \\n. `commas`: the list may be read as divided by commas too.
    """
    cells: list[str] = []
    for text in texts:
        line = text.replace("\\", "\\\\").replace("\n", "\\n")
        line = line.replace(",", "\\,") if commas else line
        if cells and len(cells[-1]) + 1 + len(line) <= MAX_CELL:
            cells[-1] += f"\n{line}"
        else:
            cells.append(line)
    return cells


def split(cell: str, commas: bool = False) -> list[str]:
    """The texts of a cell that holds a list: one a line, or with `commas` also divided by those."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    parts = (part.strip() for part in (_WORDS if commas else _LINES).findall(cell))
    return [_ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], part) for part in parts if part]


def to_csv(rows: Iterable[Iterable[object]]) -> bytes:
    """A file that Excel, LibreOffice and Numbers open with a double click in the Netherlands: semicolons, and a mark
    for UTF-8. What people wrote in a cell must have been disarmed."""
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=DELIMITER).writerows(rows)
    return codecs.BOM_UTF8 + made.getvalue().encode()
