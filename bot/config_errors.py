"""Mistakes in the settings, in words, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.config_places import known_keys, nearest, place_of
from bot.settings import WEEKDAYS, Settings

NO_LIST = ("tuple_type", "list_type")


@dataclass(frozen=True)
class Mistake:
    """One mistake: the key as written in the file (empty: the file itself), and what is wrong with it.

    `place`: where it stands, "line 3" or the variable of the environment.
    """

    key: str
    problem: str
    place: str = ""

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.key}{where}: {self.problem}" if self.key else self.problem


class ConfigError(Exception):
    """The settings cannot be used. Its text lists every mistake."""

    def __init__(self, path: Path | None, mistakes: Sequence[Mistake], places: dict[str, str] | None = None) -> None:
        """`places`: where each key was given."""
        self.path = path
        self.mistakes = [replace(m, place=place_of(m.key, places or {})) for m in mistakes]
        where = str(path) if path else "the environment (HELPDESK_…)"
        lines = [f"The settings in {where} need a change:", *(f"  - {m}" for m in self.mistakes)]
        super().__init__("\n".join(lines))


def explain(error: ValidationError) -> list[Mistake]:
    """Pydantic's findings as sentences. Values are not repeated: one of them may be the token."""
    return [_mistake(e) for e in error.errors(include_url=False)]


def _mistake(e: Any) -> Mistake:
    key = ".".join(str(part) for part in e["loc"])
    context = {name: f"{v:g}" if isinstance(v, float) else v for name, v in e.get("ctx", {}).items()}
    problem = _by_key(key, e["type"]) or _by_type(e["type"], context) or e["msg"].removeprefix("Value error, ")
    if not key and ": " in problem:
        key, _, problem = problem.partition(": ")
    return Mistake(key, problem)


def _by_key(key: str, kind: str) -> str:
    """What is said better when one knows which key it is about."""
    section, _, name = key.partition(".")
    if kind == "extra_forbidden":
        meant = nearest(key, known_keys(Settings))
        hint = f"did you mean {meant}?" if meant else "see config.example.toml for all of them"
        return f"is not a known key; {hint}"
    if key == "staff.chat_id" and kind == "less_than":
        return "must be the number of a group, which is below zero"
    if section == "hours" and name in WEEKDAYS:
        return 'must be a list of times in quotes, as ["09:00-17:00"], or [] for closed' if kind in NO_LIST else ""
    if section == "hours" and (name.startswith("closed") or name.startswith("open")):
        return "must be a list of dates without quotes, as [2026-12-24]"
    if key == "report.digest":
        return "" if kind == "value_error" else 'must be a day and a time in quotes, as "mon 09:00", or ""'
    return 'must be a list of links in quotes, as ["https://…"]' if key == "events.feeds" and kind in NO_LIST else ""


def _by_type(kind: str, context: dict[str, Any]) -> str | None:
    words = {
        "literal_error": f"must be {context.get('expected', 'one of the values in config.example.toml')}",
        "int_parsing": "must be a whole number",
        "int_type": "must be a whole number",
        "int_from_float": "must be a whole number",
        "float_parsing": "must be a number",
        "float_type": "must be a number",
        "bool_parsing": "must be true or false, without quotes",
        "bool_type": "must be true or false, without quotes",
        "string_type": "must be text, in quotes",
        "string_too_short": "may not be empty",
        "string_too_long": f"may have at most {context.get('max_length')} characters",
        "path_type": "must be a file's path, in quotes",
        "tuple_type": "must be a list of whole numbers, as [123, 456]",
        "model_type": "must be a section: write it as a table",
        "string_pattern_mismatch": "has a character that is not allowed, or is not an http(s) address",
        "greater_than": f"must be more than {context.get('gt')}",
        "greater_than_equal": f"must be at least {context.get('ge')}",
        "less_than": f"must be below {context.get('lt')}",
        "less_than_equal": f"must be at most {context.get('le')}",
    }
    return words.get(kind)
