"""How often an answer that a staff card suggests is the right one: python -m benchmarks.matching_cards FOLDER

By the score that it has. FOLDER holds question sets (`benchmarks.matching_data`). Only questions that are not answered
directly, since those reach a person; the two likeliest answers of each, as on the card.
"""

from __future__ import annotations

import sys
from bisect import bisect
from collections.abc import Iterator, Sequence
from pathlib import Path

import faq
from benchmarks.matching_data import Question, read_set, sets
from bot.knowledge.index import read_synonyms
from bot.settings import CONTENT
from handlers.desk.desk_card import SUGGESTIONS

BANDS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7)


def suggested(index: faq.Index, questions: Sequence[Question]) -> Iterator[tuple[float, bool]]:
    """What cards would suggest: its score, and whether it is right."""
    for question in questions:
        if not isinstance(index.decide(question.text), faq.Answer):
            for match in index.search(question.text, SUGGESTIONS):
                yield match.score, match.entry.id == question.gold


def row(name: str, found: Sequence[tuple[float, bool]]) -> str:
    """A line of the table: for each band how many are right, of how many."""
    bands: list[list[bool]] = [[] for _ in range(len(BANDS) + 1)]
    for score, right in found:
        bands[bisect(BANDS, score)].append(right)
    cells = (f"{sum(band) / len(band):.0%} of {len(band)}" if band else "-" for band in bands[1:])
    return f"| {name} | {' | '.join(cells)} |"


def main(folder: Path) -> None:
    """Print the table."""
    print(f"| right, by score from | {' | '.join(map(str, BANDS))} |\n|{'---|' * (len(BANDS) + 1)}")
    total: list[tuple[float, bool]] = []
    for place in sets(folder):
        entries, questions = read_set(place)
        found = list(suggested(faq.Index(entries), questions))
        total += found
        print(row(place.name, found), flush=True)
        if "omzien" in place.name:
            sample = faq.Index(faq.load(CONTENT / "faq.nl.yaml"), read_synonyms(CONTENT / "synonyms.nl.yaml"))
            print(row("omzien-nl, as shipped", list(suggested(sample, questions))), flush=True)
    print(row("**all seven**", total))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
