"""Mistakes in the settings, in words, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True)
class Mistake:
    """One mistake: the key as written in the file (empty: the file itself), and what is wrong with it."""

    key: str
    problem: str

    def __str__(self) -> str:
        return f"{self.key}: {self.problem}" if self.key else self.problem


class ConfigError(Exception):
    """The settings cannot be used. Its text lists every mistake."""

    def __init__(self, path: Path | None, mistakes: Sequence[Mistake]) -> None:
        self.path, self.mistakes = path, list(mistakes)
        where = str(path) if path else "the environment (HELPDESK_…)"
        lines = [f"The settings in {where} need a change:", *(f"  - {m}" for m in self.mistakes)]
        super().__init__("\n".join(lines))


def explain(error: ValidationError) -> list[Mistake]:
    """Pydantic's findings as sentences. Values are not repeated: one of them may be the token."""
    return [_mistake(e) for e in error.errors(include_url=False)]


def _mistake(e: Any) -> Mistake:
    key = ".".join(str(part) for part in e["loc"])
    context = e.get("ctx", {})
    words = {
        "extra_forbidden": "is not a known key; see config.example.toml for all of them",
        "literal_error": f"must be {context.get('expected', 'one of the values in config.example.toml')}",
        "int_parsing": "must be a whole number",
        "int_type": "must be a whole number",
        "float_parsing": "must be a number",
        "float_type": "must be a number",
        "string_type": "must be text, in quotes",
        "path_type": "must be a file's path, in quotes",
        "tuple_type": "must be a list of whole numbers, as [1440, 120]",
        "model_type": "must be a section: write it as a table",
        "string_pattern_mismatch": "has a character that is not allowed, or is not an http(s) address",
        "greater_than": f"must be more than {context.get('gt')}",
        "greater_than_equal": f"must be at least {context.get('ge')}",
        "less_than": f"must be below {context.get('lt')}",
        "less_than_equal": f"must be at most {context.get('le')}",
    }
    problem = words.get(e["type"], e["msg"].removeprefix("Value error, "))
    if key == "staff.chat_id" and e["type"] == "less_than":
        problem = "must be the number of a group, which is below zero"
    if not key and ": " in problem:
        key, _, problem = problem.partition(": ")
    return Mistake(key, problem)
