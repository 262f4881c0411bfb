"""Question sets on disk: `NAME/dev/faq_kK.jsonl`, `queries.jsonl` and `queries_noisy.jsonl`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faq

PHRASINGS = 5  # an entry, where a set offers a choice


@dataclass(frozen=True, slots=True)
class Question:
    """A question as somebody typed it; `gold` is the right entry's id, or None when no entry is right."""

    text: str
    gold: str | None


def sets(folder: Path) -> list[Path]:
    """The question sets in a folder (or the folder itself, if it is one), by name."""
    if (folder / "dev").is_dir():
        return [folder]
    return sorted(path for path in folder.iterdir() if (path / "dev").is_dir())


def read_set(folder: Path, noisy: bool = False) -> tuple[list[faq.Entry], list[Question]]:
    """Entries and questions of one set; `noisy` for questions as typed on a phone."""
    by_count = {int(path.stem.removeprefix("faq_k")): path for path in (folder / "dev").glob("faq_k*.jsonl")}
    best = min(sorted(by_count), key=lambda count: abs(count - PHRASINGS))
    questions = _lines(folder / "dev" / ("queries_noisy.jsonl" if noisy else "queries.jsonl"))
    return [to_entry(line) for line in _lines(by_count[best])], [Question(q["query"], q["gold"]) for q in questions]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def to_entry(fields: Mapping[str, Any]) -> faq.Entry:
    """An entry from the fields of a question set: id, question, variants and answer."""
    return faq.Entry(
        id=str(fields["id"]),
        question=str(fields["question"]),
        phrasings=tuple(map(str, fields.get("variants", ()))),
        answer=str(fields.get("answer", "")),
        themes=tuple(map(str, fields.get("themes", ()))),
    )
