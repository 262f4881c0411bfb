"""How well questions are understood that are written by ear: python -m benchmarks.matching_spelling [FOLDER]

Two measures. `spelling.nl.txt`: questions written by hand, about the sample. With FOLDER also the Dutch question
sets in it, each question written anew by ear: most words as they sound, some letters left out, some words joined
or cut in two. For a fair look, questions as they were asked stand beside them.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import faq
from benchmarks.matching_data import Question, read_set, sets
from bot.knowledge.index import read_synonyms
from bot.settings import CONTENT

WRITTEN = Path(__file__).with_name("spelling.nl.txt")
# What a question of this file is about that is not in the sample, as staff would add it after the first who asked.
CLOSING = faq.Entry(
    id="straat-afsluiten",
    question="Moeten we toestemming vragen om de straat af te sluiten?",
    phrasings=(
        "Hebben we een vergunning nodig om de straat af te sluiten voor een buurtmaaltijd?",
        "straat dicht voor feest",
    ),
    answer='Vaak wel. Bel je gemeente en vraag naar "straat afsluiten". Doe dat liefst 6 weken vooraf.',
)
# As it sounds: what is replaced, by what, and how often of a hundred times.
BY_EAR = (
    (r"(?<=\w\w)en\b", "e", 60), (r"\bv", "f", 45), (r"\bz", "s", 20), (r"sch(?=\w)", "sg", 40), (r"cht", "gt", 40),
    (r"(?<=[aeiou])ch", "g", 40), (r"d\b", "t", 30), (r"t\b", "d", 15), (r"tie\b", "sie", 70), (r"ei", "ij", 30),
    (r"ij", "ei", 20), (r"ou", "au", 25), (r"c(?=[aou])", "k", 70), (r"c(?=[ei])", "s", 60), (r"aa", "a", 25),
    (r"ee", "e", 20), (r"([bdfgklmnprst])\1", r"\1", 40), (r"ig\b", "ug", 15), (r"lijk", "luk", 30), (r"het", "t", 30),
    (r"\been\b", "n", 40), (r"\bals\b", "as", 60), (r"(?<=\w\w)t\b", "", 15), (r"th", "t", 80), (r"x", "ks", 50),
    (r"uw", "u", 30), (r"(?<=[bdfgklmnprst])o(?=[bdfgklmnprst][aeiou])", "oo", 25), (r"ng\b", "n", 15),
)  # fmt: skip
JOINED, CUT = 0.04, 0.15  # of the words: written to the next; of long words: written as two


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of questions: shares from 0 to 1."""

    top1: float
    top3: float
    answered: float
    wrong: float
    offered: float
    strayed: float
    guessed: float

    HEAD = "top-1 | top-3 | answered | of those wrong | right one told or offered | unknown: answered | offered"

    def __str__(self) -> str:
        cells = (self.top1, self.top3, self.answered, self.wrong, self.offered, self.strayed, self.guessed)
        return " | ".join(f"{cell:.1%}" for cell in cells)


def written_by_ear(text: str, chance: random.Random) -> str:
    """A Dutch text as someone writes it who goes by the sound of words."""
    heard = text.lower()
    for pattern, put, often in BY_EAR:
        heard = _sometimes(pattern, put, often / 100, heard, chance)
    words = []
    for word in heard.split():
        middle = len(word) // 2
        words.append(f"{word[:middle]} {word[middle:]}" if len(word) > 9 and chance.random() < CUT else word)
    gaps = ["" if chance.random() < JOINED else " " for _ in words]
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True)).strip()


def _sometimes(pattern: str, put: str, share: float, text: str, chance: random.Random) -> str:
    return re.sub(pattern, lambda found: found.expand(put) if chance.random() < share else found[0], text)


def by_hand() -> tuple[list[faq.Entry], list[Question]]:
    """The sample, and the questions in `spelling.nl.txt`."""
    lines = [line for line in WRITTEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [line.split(" ", 1) for line in lines]
    asked = [Question(text, None if right == "-" else right) for right, text in pairs]
    return [*faq.load(CONTENT / "faq.nl.yaml"), CLOSING], asked


def tally(index: faq.Index, questions: Sequence[Question]) -> Tally:
    """What the index makes of the questions."""
    top1 = top3 = answered = wrong = offered = strayed = guessed = 0
    for question in questions:
        found = [match.entry.id for match in index.search(question.text, 3)]
        decision = index.decide(question.text)
        told = [decision.entry.id] if isinstance(decision, faq.Answer) else []
        shown = [m.entry.id for m in decision.matches] if isinstance(decision, faq.Suggestions) else []
        if question.gold is None:
            strayed += bool(told)
            guessed += bool(shown)
            continue
        top1 += found[:1] == [question.gold]
        top3 += question.gold in found
        answered += bool(told)
        wrong += bool(told) and told != [question.gold]
        offered += question.gold in told + shown
    known = sum(question.gold is not None for question in questions)
    unknown = max(1, len(questions) - known)
    parts = (top1 / known, top3 / known, answered / known, wrong / max(1, answered), offered / known)
    return Tally(*parts, strayed / unknown, guessed / unknown)


def main(folder: Path | None) -> None:
    """Print the table."""
    print(f"| questions | {Tally.HEAD} |\n|{'---|' * 8}")
    synonyms = read_synonyms(CONTENT / "synonyms.nl.yaml")
    entries, asked = by_hand()
    sample = faq.Index(entries, synonyms)
    print(f"| by hand | {tally(sample, asked)} |", flush=True)
    for place in [place for place in sets(folder) if place.name.endswith("-nl")] if folder else ():
        entries, asked = read_set(place)
        index = faq.Index(entries, synonyms if "omzien" in place.name else None)
        chance = random.Random(place.name)
        heard = [Question(written_by_ear(question.text, chance), question.gold) for question in asked]
        print(f"| {place.name}, as asked | {tally(index, asked)} |", flush=True)
        print(f"| {place.name}, by ear | {tally(index, heard)} |", flush=True)
        if "omzien" in place.name:
            print(f"| {place.name}, as asked, 13 texts | {tally(sample, asked)} |", flush=True)
            print(f"| {place.name}, by ear, 13 texts | {tally(sample, heard)} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
