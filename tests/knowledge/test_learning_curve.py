"""The benchmark of the loop runs on a question set, through the real use cases, and the bot learns in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks import learning

ENTRIES = {"vog": "verklaring gedrag", "bus": "busje vervoer", "straat": "straat weg", "eten": "koken maaltijd"}
STRANGE = {"vog": "politiepapiertje", "bus": "karretje", "straat": "hekken", "eten": "pannen"}
WAYS = ("waar vind ik {}", "wij willen graag {}", "ik zoek {}", "weet jij iets van {}", "help ons aan {}", "geen {}")


@pytest.fixture
def question_set(tmp_path: Path) -> Path:
    """Four entries, and a word for each that only people who ask know."""
    (tmp_path / "dev").mkdir()
    entries = [
        {"id": n, "question": f"Hoe regel ik {words}?", "variants": words.split()} for n, words in ENTRIES.items()
    ]
    questions = [{"query": way.format(word), "gold": n} for n, word in STRANGE.items() for way in WAYS]
    for name, rows in (("faq_k5", entries), ("queries", [*questions, {"query": "giraffe", "gold": None}])):
        (tmp_path / "dev" / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("with_trial", [False, True])
def test_it_learns(question_set: Path, capsys: pytest.CaptureFixture[str], with_trial: bool) -> None:
    learning.main(question_set, 0.0, with_trial, 1)
    rows = re.findall(r"^\| (\d+) \| (\d+) \| (\d+) \| ([\d.]+)%", capsys.readouterr().out, re.MULTILINE)
    (first, *_), *_, (last, added, taps, _) = rows
    assert (first, last) == ("0", "12")
    assert int(added) > 0 and 0 < int(taps) <= 12
    assert float(rows[-1][3]) > float(rows[0][3])
