"""Lists of answers for tests: with translations, pictures, voices and answers of any length."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def entry(identifier: str, question: str, answer: str, *phrasings: str, **fields: Any) -> dict[str, Any]:
    """One answer as it stands in a file."""
    return {"id": identifier, "question": question, "answer": answer, "phrasings": list(phrasings), **fields}


def write(folder: Path, *entries: dict[str, Any]) -> dict[str, str]:
    """Options for the stage, with these answers in a file."""
    file = folder / "faq.yaml"
    file.write_text(yaml.safe_dump(list(entries), allow_unicode=True), encoding="utf-8")
    return {"faq.source": str(file)}
