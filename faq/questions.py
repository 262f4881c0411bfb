"""Question sets: what people ask, and which entry should answer it."""

import json
from dataclasses import dataclass
from pathlib import Path

from faq.problems import Problems

MAX_BYTES = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Question:
    """A question as people type it; `gold` is the id of the entry that answers it, None when no entry does."""

    query: str
    gold: str | None


def read_questions(path: Path) -> list[Question]:
    """The questions of a JSONL file: on each line {"query": "…", "gold": "entry-id"}, or "gold": null.

    Other keys are left alone. Raises FileError with every problem found.
    """
    problems = Problems(str(path))
    found: list[Question] = []
    for number, line in enumerate(_lines(path, problems), 1):
        if line.strip() and (question := _question(line, number, problems)) is not None:
            found.append(question)
    problems.raise_if_any()
    if not found:
        problems.add_for_file('has no questions; give each a line: {"query": "…", "gold": "entry-id"}')
    problems.raise_if_any()
    return found


def _lines(path: Path, problems: Problems) -> list[str]:
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.add_for_file(f"is larger than {MAX_BYTES // 2**20} MB")
            return []
        return path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        problems.add_for_file("is not UTF-8 text; save the file as UTF-8")
    except OSError as error:
        problems.add_for_file(f"cannot be opened: {error.strerror or error}")
    return []


def _question(line: str, number: int, problems: Problems) -> Question | None:
    try:
        made = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        problems.add(number, None, 'is not JSON; write {"query": "…", "gold": "entry-id"} on a line of its own')
        return None
    if not isinstance(made, dict):
        problems.add(number, None, 'must be {"query": "…", "gold": "entry-id"}')
        return None
    query, gold = made.get("query"), made.get("gold")
    if not isinstance(query, str) or not query.strip():
        problems.add(number, "query", "is missing; it is the question, in quotes")
    if "gold" not in made or not isinstance(gold, str | None) or gold == "":
        problems.add(number, "gold", "must be the id of the entry that answers it, or null when none does")
    if isinstance(query, str) and isinstance(gold, str | None):
        return Question(query, gold)
    return None
