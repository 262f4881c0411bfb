"""One question in pieces, or two questions: python -m benchmarks.matching_pieces FOLDER

For each Dutch or English set in FOLDER (`benchmarks.matching_data`): questions cut in two or three messages, which
must stay one question, and two questions about different things one after another, which must stay two. Only where
the first message is not answered at once: then it waits for more.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import faq
from benchmarks.matching_data import Question, read_set, sets
from bot.knowledge.index import read_synonyms
from bot.settings import CONTENT
from faq.pieces import apart

SHORTEST = 6  # words of a question that is cut
PAIRS = 400


def cut(question: Question, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What came before and the next piece, for each next piece of a question in two or three messages."""
    words = question.text.split()
    if len(words) < SHORTEST:
        return
    places = sorted(chance.sample(range(2, len(words) - 1), chance.choice((1, 2)) if len(words) > SHORTEST else 1))
    for place, end in zip(places, [*places[1:], len(words)], strict=True):
        yield " ".join(words[:place]), " ".join(words[place:end])


def after_another(questions: list[Question], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Two questions about different things."""
    for _ in range(PAIRS):
        one, other = chance.sample(questions, 2)
        if one.gold != other.gold or one.gold is None:
            yield one.text, other.text


def main(folder: Path) -> None:
    """Print the table."""
    print("| set | pieces of one question: taken for two | two questions: taken for two |\n|---|---|---|")
    for place in sets(folder):
        entries, questions = read_set(place)
        omzien = "omzien" in place.name
        if omzien:
            index = faq.Index(faq.load(CONTENT / "faq.nl.yaml"), read_synonyms(CONTENT / "synonyms.nl.yaml"))
        else:
            index = faq.Index(entries)
        chance = random.Random(1)
        pieces = [pair for question in questions for pair in cut(question, chance)]
        cells = [_share(index, pairs) for pairs in (pieces, list(after_another(questions, chance)))]
        print(f"| {place.name} | {cells[0]} | {cells[1]} |", flush=True)


def _share(index: faq.Index, pairs: list[tuple[str, str]]) -> str:
    waits = [pair for pair in pairs if not isinstance(index.decide(pair[0]), faq.Answer)]
    return f"{sum(apart(index, *pair) for pair in waits) / max(1, len(waits)):.1%} of {len(waits)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
