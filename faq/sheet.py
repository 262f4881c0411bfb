"""From the rows of a sheet to entries and back: one row an entry, one column a field."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from faq import cells, columns
from faq.entry import Entry, Translation
from faq.problems import Problems
from faq.reading import read_entries
from faq.text import printable
from faq.yaml_nodes import Mapping, Node, Scalar
from faq.yaml_nodes import Sequence as Items

HEADER_WITHIN = 10  # rows: people put a title above their table
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 110_000)  # 1954 to 2201: a number outside is not meant as a day


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that holds no text: a formula, an error. `why` says what to do."""

    why: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under a header, numbered as a spreadsheet does, from 1; `fields` has the field of each column."""

    headers: Sequence[str]
    fields: Sequence[str | None]
    header_row: int
    rows: Sequence[tuple[int, Sequence[object]]]

    @property
    def known(self) -> int:
        """How many columns hold a field."""
        return sum(field is not None for field in self.fields)


class SheetProblems(Problems):
    """Problems by row and column: a field is called by its header in the sheet, with the letter of the column."""

    def __init__(self, file: str) -> None:
        super().__init__(file, "row")
        self._columns: dict[str, str] = {}

    def name(self, table: Table) -> None:
        """From now on call the fields by the headers of this table."""
        for number, (header, field) in enumerate(zip(table.headers, table.fields, strict=True)):
            if field:
                self._columns.setdefault(field, f"{header} (column {letter(number)})")

    def label(self, field: str | None) -> str | None:
        """What a field is called in messages."""
        return self._columns.get(field.partition("[")[0], field) if field else None


def letter(number: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A … Z, AA …"""
    head, tail = divmod(number, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def find_table(rows: Sequence[Sequence[object]]) -> Table | None:
    """The table whose header has the most names that we know, near the top; None when no row has an id or question."""
    best: Table | None = None
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        headers = [str(value).strip() if value is not None else "" for value in row]
        fields = [columns.field_of(text) for text in headers]
        table = Table(headers, fields, number + 1, list(enumerate(rows[number + 1 :], number + 2)))
        if {"id", "question"} & set(fields) and (best is None or table.known > best.known):
            best = table
    return best


def read_table(table: Table, problems: SheetProblems) -> list[Entry]:
    """The entries of a table. What is wrong goes to `problems`."""
    problems.name(table)
    _check_headers(table, problems)
    missing = [field for field in columns.REQUIRED if field not in table.fields]
    if missing:
        return []  # every row would lack it: it was said once, at the header
    nodes: list[Node] = [node for number, row in table.rows if (node := _row(table, number, row, problems)).items]
    if not nodes:
        problems.add(table.header_row, None, "has no entries under it; give each a row")
        return []
    return read_entries(Items(table.header_row, nodes), problems)


def _check_headers(table: Table, problems: SheetProblems) -> None:
    seen: set[str] = set()
    for number, (text, field) in enumerate(zip(table.headers, table.fields, strict=True)):
        where = f"column {letter(number)}"
        if field is None and text and columns.revision_mark([text]) is None:
            known = columns.known("nl") + "; or in English: " + columns.known("en")
            problems.add(table.header_row, where, f"'{text}' is no column that we know; they are: {known}")
        elif field in seen and not columns.is_list(field or ""):
            problems.add(table.header_row, where, f"'{text}' is there twice; keep one")
        seen |= {field} if field else set()
    if nameless := _nameless(table):
        which = f"{nameless[0]}{f' and {len(nameless) - 1} more' if nameless[1:] else ''}"
        problems.add(table.header_row, f"column {which}", "has texts but no name; name it, or empty it")
    for field in columns.REQUIRED:
        if field not in seen:
            names = f"'{columns.header(field, 'nl')}' or '{columns.header(field, 'en')}'"
            problems.add(table.header_row, None, f"a column is missing: {names}")


def _nameless(table: Table) -> list[str]:
    """The letters of columns with something in them and nothing above them."""
    width = max((len(row) for _, row in table.rows), default=0)
    above = [*table.headers, *[""] * (width - len(table.headers))]
    filled = {n for _, row in table.rows for n, value in enumerate(row) if value not in (None, "") and not above[n]}
    return [letter(number) for number in sorted(filled)]


def _row(table: Table, number: int, row: Sequence[object], problems: SheetProblems) -> Mapping:
    """The row as the entry of a YAML file, so that both are checked by the same rules."""
    found: dict[str, Node] = {}
    for field, value in zip(table.fields, row, strict=False):
        text = _text(value, field, number, problems) if field else ""
        if not field or not text:
            continue
        if not columns.is_list(field):
            found[field] = Scalar(number, text, is_null=False)
            continue
        items = [Scalar(number, item, is_null=False) for item in cells.split(text, commas=field == "themes")]
        known = found.get(field)
        found[field] = Items(number, [*(known.items if isinstance(known, Items) else []), *items])
    return Mapping(number, _nested(number, found))


def _nested(number: int, found: dict[str, Node]) -> list[tuple[Scalar, Node]]:
    translations: dict[str, list[tuple[Scalar, Node]]] = {}
    pairs: list[tuple[Scalar, Node]] = []
    for field, node in found.items():
        *inner, name = field.split(".")
        key = Scalar(number, name, is_null=False)
        (translations.setdefault(inner[1], []) if inner else pairs).append((key, node))
    if translations:
        groups: list[tuple[Scalar, Node]] = [
            (Scalar(number, language, is_null=False), Mapping(number, group))
            for language, group in translations.items()
        ]
        pairs.append((Scalar(number, "translations", is_null=False), Mapping(number, groups)))
    return pairs


def _text(value: object, field: str, number: int, problems: SheetProblems) -> str:
    """What a cell says, whatever the spreadsheet made of it; "" after noting what cannot be read as text."""
    if value is None:
        return ""
    if isinstance(value, Refused):
        problems.add(number, field, value.why)
        return ""
    if field == "review":
        return _day(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        problems.add(number, field, f"holds {value}, not a text; make the cell's format Text and type it again")
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return cells.arm(str(value).strip())


def _day(value: object) -> str:
    """A date as 2027-01-31, from a date, the number that Excel keeps for it, or as the Dutch write it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and int(value) in _EXCEL_DAYS:
        return (_EXCEL_DAY_ZERO + timedelta(days=int(value))).isoformat()
    text = cells.arm(str(value).strip())
    found = _DUTCH_DATE.fullmatch(text)
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text


def to_rows(entries: Iterable[Entry], language: str, mark: str | None) -> list[list[str]]:
    """A header and a row for each entry, with texts that no spreadsheet takes for formulas.

    `language` of the header: "nl" or "en". `mark`: of which revision this is.
    """
    found = [_cells(entry) for entry in entries]
    width: dict[tuple[int, str], int] = {}
    for row in found:
        for field, values in row.items():
            width[_order(field), field] = max(width.get((_order(field), field), 1), len(values))
    for field in (*columns.REQUIRED, *columns.LISTS):
        width.setdefault((_order(field), field), 1)
    laid_out = [(field, number) for (_, field), count in sorted(width.items()) for number in range(count)]
    head = [columns.header(field, language, number + 1) for field, number in laid_out]
    body = [[_cell(row, field, number) for field, number in laid_out] for row in found]
    return [[*head, *([columns.revision_header(mark, language)] if mark else [])], *body]


def _order(field: str) -> int:
    names = list(columns.NAMES)
    return len(names) if field.startswith("translations.") else names.index(field)


def _cell(row: dict[str, list[str]], field: str, number: int) -> str:
    values = row.get(field, [])
    return cells.disarm(values[number]) if number < len(values) else ""


def _cells(entry: Entry) -> dict[str, list[str]]:
    """The cells that an entry fills, by field; only a list may fill several."""
    single = {
        "id": entry.id,
        "language": entry.language if entry.language != "nl" else "",
        "review": entry.review.isoformat() if entry.review else "",
        "picture": entry.picture or "",
        "voice": entry.voice or "",
    }
    found = {field: [printable(text)] for field, text in single.items() if text}
    found["themes"] = cells.join(map(printable, entry.themes), commas=True)
    found |= _questions(entry, "")
    for code, translation in entry.translations.items():
        found |= _questions(translation, f"translations.{code}.")
    return {field: values for field, values in found.items() if values}


def _questions(part: Entry | Translation, prefix: str) -> dict[str, list[str]]:
    return {
        f"{prefix}question": [printable(part.question)],
        f"{prefix}phrasings": cells.join(map(printable, part.phrasings)),
        f"{prefix}answer": [printable(part.answer)],
    }
