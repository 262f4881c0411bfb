"""Where a setting was given: the line of the file, or the variable of the environment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel

_SECTION = re.compile(r"\s*\[+\s*([\w.\s-]+?)\s*\]+\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


def in_file(text: str) -> dict[str, str]:
    """For each section and key of a TOML text, as "telegram.token", its line, as "line 3"."""
    found: dict[str, str] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _SECTION.match(line):
            section = _tidy(header[1])
            found.setdefault(section, f"line {number}")
        elif key := _KEY.match(line):
            found[f"{section}.{_tidy(key[1])}".lstrip(".")] = f"line {number}"
    return found


def place_of(key: str, places: dict[str, str]) -> str:
    """The place of a key; of an item of a list ("hours.closed.0") that of the list. "" when it was not given."""
    return places.get(key) or places.get(re.sub(r"(\.\d+)+$", "", key), "")


def known_keys(model: type[BaseModel], prefix: str = "") -> Iterable[str]:
    """Every section and key that can be set, as "telegram" and "telegram.token"."""
    for name, field in model.model_fields.items():
        yield prefix + name
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from known_keys(field.annotation, f"{prefix}{name}.")


def nearest(key: str, known: Iterable[str]) -> str:
    """The known key that was probably meant: one spelled nearly so, or one of that name elsewhere. "" for none."""
    from rapidfuzz import fuzz, process  # only who makes a mistake needs it

    known = list(known)
    found = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=80)
    if found:
        return str(found[0])
    elsewhere = [k for k in known if k.rpartition(".")[2] == key.rpartition(".")[2]]
    return elsewhere[0] if len(elsewhere) == 1 else ""


def _tidy(key: str) -> str:
    return re.sub(r"\s", "", key)
