"""FAQ files in CSV, as spreadsheets write and read it: in the Netherlands with semicolons."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from faq import cells, columns
from faq.entry import Entry
from faq.problems import Problems
from faq.sheet import SheetProblems, Table, find_table, read_table, to_rows

DELIMITERS = f"{cells.DELIMITER},\t"
csv.field_size_limit(2**26)  # more than a file may have; what is too long for an answer is said by its field


def read(raw: bytes, problems: SheetProblems) -> tuple[list[Entry], str | None]:
    """The entries of a CSV file, and the mark of its revision if it has one. What is wrong goes to `problems`."""
    text = _decoded(raw, problems)
    table = _table(text, problems) if text is not None else None
    if table is None:
        return [], None
    return read_table(table, problems), columns.revision_mark(table.headers)


def write(entries: Iterable[Entry], language: str, mark: str | None) -> bytes:
    """A file that Excel opens with a double click and `read` reads back: semicolons, and a mark for UTF-8."""
    return cells.to_csv(to_rows(entries, language, mark))


def _decoded(raw: bytes, problems: Problems) -> str | None:
    """The text, whether it was saved as UTF-8, as Excel's "Unicode text", or as Windows did before those."""
    tries = ["utf-16"] if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ["utf-8-sig", "cp1252"]
    for encoding in tries:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            row = raw.count(b"\n", 0, error.start) + 1
    problems.add(row, None, "is not text that can be read; save the file as 'CSV UTF-8'")
    return None


def _table(text: str, problems: Problems) -> Table | None:
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return _parsed("\n" + rest, first.strip()[-1], problems)  # Excel's own word; its line counts as a row
    found = [(_known(text, delimiter), delimiter) for delimiter in DELIMITERS]
    return _parsed(text, max(found, key=lambda one: one[0])[1], problems)


def _known(text: str, delimiter: str) -> int:
    """How many columns we know of, when this divides them."""
    start = text[:10_000]
    try:
        table = find_table(list(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)))
    except csv.Error:
        return 0
    return table.known if table else 0


def _parsed(text: str, delimiter: str, problems: Problems) -> Table | None:
    rows: list[Sequence[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        problems.add(len(rows) + 1, None, f"cannot be read: {error}. A text with a quote must have it doubled")
        return None
    table = find_table(rows)
    if table is None:
        needed = "'id', 'vraag' and 'antwoord', or 'id', 'question' and 'answer'"
        problems.add(1, None, f"the first row must name the columns, at least {needed}")
    return table
