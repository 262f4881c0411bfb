"""How sure it is that open questions which the desk links really ask the same.

python -m benchmarks.alike FOLDER [--queue 40] [--queues 200]

FOLDER holds question sets (NAME/dev/faq_k*.jsonl, queries.jsonl). The queue is played: so many questions drawn by
chance, half of the entries unknown to the FAQ, as with questions that reach a person. Two questions ask the same when
their right entry is the same; questions without a right entry ask something else than all others that have one, and
pairs of them are left out, since nobody said whether they are alike.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import faq
from benchmarks.matching_data import Question, read_set, sets
from bot.knowledge.index import read_synonyms
from bot.settings import CONTENT
from faq.clusters import ALIKE, Likeness

# At most this many questions of one set are compared with each other.
MOST = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions of a queue: how much alike, whether they are proposed for one answer, whether they should be."""

    likeness: float
    sure: bool
    same: bool


def pairs(folder: Path, chance: random.Random, queue: int, queues: int) -> list[Pair]:
    """The pairs in queues drawn by chance."""
    entries, questions = read_set(folder)
    synonyms = read_synonyms(CONTENT / "synonyms.nl.yaml") if "omzien" in folder.name else []
    index = faq.Index(entries[::2], synonyms)

    def meaning(text: str) -> Mapping[str, float]:
        return {match.entry.id: match.score for match in index.search(text)}

    ruler = Likeness("en" if folder.name.endswith("-en") else "nl", synonyms, meaning)
    chance.shuffle(questions)
    questions = questions[:MOST]
    drawn = (chance.sample(questions, min(queue, len(questions))) for _ in range(queues))
    return [pair for open_ones in drawn for pair in compared(ruler, open_ones)]


def compared(ruler: Likeness, questions: Sequence[Question]) -> list[Pair]:
    """Each pair of a queue of which it is known whether they ask the same."""
    known = [pair for pair in combinations(questions, 2) if pair[0].gold or pair[1].gold]
    return [Pair(ruler(a.text, b.text), ruler.surely(a.text, b.text), a.gold == b.gold) for a, b in known]


def main(folder: Path, queue: int, queues: int) -> None:
    """Print for each set how many linked pairs are the same, and how many of the same are linked."""
    print("| set | pairs that ask the same | linked: right | found | proposed: right | found |")
    print("|---|---|---|---|---|---|")
    for place in sets(folder):
        found = pairs(place, random.Random(1), queue, queues)
        same = sum(pair.same for pair in found)
        linked, sure = [p for p in found if p.likeness >= ALIKE], [p for p in found if p.sure]
        cells = f"{same} of {len(found)} | {share(linked, same)} | {share(sure, same)}"
        print(f"| {place.name} | {cells} |", flush=True)


def share(linked: Sequence[Pair], same: int) -> str:
    """Two cells: how many of these are the same, and which share of all that are the same that is."""
    right = sum(pair.same for pair in linked)
    return f"{right / max(1, len(linked)):.0%} of {len(linked)} | {right / max(1, same):.0%}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queue", type=int, default=40, help="open questions at a time")
    parser.add_argument("--queues", type=int, default=200, help="how many queues are played")
    given = parser.parse_args()
    main(given.folder, given.queue, given.queues)
