"""FAQ files in YAML: read completely or not at all, with every mistake by file, line and field."""

from pathlib import Path

from faq.entry import Entry
from faq.problems import FileError, Problem, Problems
from faq.reading import read_entries
from faq.yaml_nodes import YamlError, parse

MAX_BYTES = 10 * 2**20  # 10,000 entries of 1 KB; a larger file is a mistake


def load(path_or_text: Path | str, source_name: str | None = None) -> list[Entry]:
    """The entries of a YAML file (a Path) or of YAML text (a str), in file order.

    `source_name` is what error messages call the source; the default is the path, or "FAQ".
    Raises FileError with every problem found. A file that cannot be opened is a problem too.
    """
    problems = Problems(source_name or (str(path_or_text) if isinstance(path_or_text, Path) else "FAQ"))
    text = _text(path_or_text, problems)
    entries: list[Entry] = []
    if text is not None:
        try:
            entries = read_entries(parse(text), problems)
        except YamlError as error:
            problems.add(error.line, None, error.message)
    problems.raise_if_any()
    return entries


def _text(source: Path | str, problems: Problems) -> str | None:
    try:
        raw = source.read_bytes() if isinstance(source, Path) else source.encode()
    except OSError as error:
        problems.add(1, None, f"cannot be opened: {error.strerror or error}")
        return None
    except UnicodeEncodeError:
        problems.add(1, None, "holds broken characters (half of a surrogate pair)")
        return None
    if len(raw) > MAX_BYTES:
        problems.add(1, None, f"is {len(raw) / 2**20:.1f} MB; the limit is {MAX_BYTES // 2**20} MB")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.add(line, None, "is not UTF-8 text; save the file as UTF-8")
        return None


__all__ = ["MAX_BYTES", "FileError", "Problem", "load"]
