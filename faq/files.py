"""FAQ files in YAML, CSV and XLSX: read completely or not at all, with every mistake by file, line and field.

Which format a file has, its name says. In a sheet, an entry is a row and a field is a column.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from faq.entry import Entry
from faq.problems import FileError, Problem, Problems
from faq.reading import read_entries
from faq.yaml_nodes import YamlError, parse
from faq.yaml_text import dump

MAX_BYTES = 50 * 2**20  # 10,000 entries of 5 KB; a larger file is a mistake
YAML, CSV, XLSX = "YAML", "CSV", "XLSX"
FORMATS = {".yaml": YAML, ".yml": YAML, ".csv": CSV, ".xlsx": XLSX}
_MARK = re.compile(r"#.*\b(?:revisie|revision) (?P<mark>\d\S*)")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: its entries in order, and the mark that says which revision was exported to it, if any."""

    entries: list[Entry]
    mark: str | None = None


def load(path_or_text: Path | str, source_name: str | None = None) -> list[Entry]:
    """The entries of a file (a Path) or of YAML text (a str), in file order. See `read`."""
    return read(path_or_text, source_name).entries


def read(path_or_text: Path | str, source_name: str | None = None) -> Contents:
    """What a file (a Path) or YAML text (a str) holds.

    `source_name` is what error messages call the source; the default is the path, or "FAQ".
    Raises FileError with every problem found. A file that cannot be opened is a problem too.
    """
    name = source_name or (str(path_or_text) if isinstance(path_or_text, Path) else "FAQ")
    problems = Problems(name)
    form = FORMATS.get(path_or_text.suffix.lower()) if isinstance(path_or_text, Path) else YAML
    if form is None:
        problems.add_for_file(f"its name must end in {' or '.join(FORMATS)}, so that we know what is in it")
    raw = _raw(path_or_text, problems)
    problems.raise_if_any()
    if form in (CSV, XLSX):
        return _read_sheet(raw, name, form)
    found = _read_yaml(raw, problems)
    problems.raise_if_any()
    return found


def save(
    path: Path, entries: Iterable[Entry], language: str = "nl", mark: str | None = None, comments: Sequence[str] = ()
) -> None:
    """Write entries to a file, in the format that its name asks for; `read` gives back the same entries.

    `language` of the names of columns: "nl" or "en". `mark`: which revision this is; it has no spaces, and
    begins with a digit. `comments` are lines for the top of YAML.
    Raises ValueError for a name with another ending, OSError when it cannot be written.
    """
    form = FORMATS.get(path.suffix.lower())
    if form == YAML:
        line = f"{'revisie' if language == 'nl' else 'revision'} {mark}"
        raw = dump(entries, [*comments, *([line] if mark else [])]).encode()
    elif form == CSV:
        from faq import csv_files

        raw = csv_files.write(entries, language, mark)
    elif form == XLSX:
        from faq import xlsx_files

        raw = xlsx_files.write(entries, language, mark)
    else:
        raise ValueError(f"the name must end in {' or '.join(FORMATS)}")
    path.write_bytes(raw)


def _read_yaml(raw: bytes, problems: Problems) -> Contents:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.add(line, None, "is not UTF-8 text; save the file as UTF-8")
        return Contents([])
    head = takewhile(lambda line: line.startswith("#"), text.splitlines())
    mark = next((found["mark"] for line in head if (found := _MARK.fullmatch(line))), None)
    try:
        return Contents(read_entries(parse(text), problems), mark)
    except YamlError as error:
        problems.add(error.line, None, error.message)
        return Contents([])


def _read_sheet(raw: bytes, name: str, form: str) -> Contents:
    """Sheets are rare, and the bot at work reads none: what they need is imported when one comes."""
    from faq.sheet import SheetProblems

    problems = SheetProblems(name)
    if form == CSV:
        from faq import csv_files

        entries, mark = csv_files.read(raw, problems)
    else:
        from faq import xlsx_files

        entries, mark = xlsx_files.read(raw, problems)
    problems.raise_if_any()
    return Contents(entries, mark)


def _raw(source: Path | str, problems: Problems) -> bytes:
    """What the file holds; nothing after noting why it cannot be used."""
    try:
        raw = source.read_bytes() if isinstance(source, Path) else source.encode()
    except OSError as error:
        problems.add_for_file(f"cannot be opened: {error.strerror or error}")
        return b""
    except UnicodeEncodeError:
        problems.add_for_file("holds broken characters (half of a surrogate pair)")
        return b""
    if len(raw) > MAX_BYTES:
        problems.add_for_file(f"is {len(raw) / 2**20:.1f} MB; the limit is {MAX_BYTES // 2**20} MB")
    return raw


__all__ = ["FORMATS", "MAX_BYTES", "Contents", "FileError", "Problem", "load", "read", "save"]
