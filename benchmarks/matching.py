"""The matcher beside what other bots use: quality, speed and memory, in one run.

    python -m benchmarks.matching [FOLDER]

FOLDER holds question sets (`benchmarks.matching_data` says in which form); none ship with the project, and
without them only speed and memory are measured. For a scorer of your own, this module offers `build(entries)`,
an object with `rank(query, k)`.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import faq
from benchmarks.matching_data import Question, read_set, sets, to_entry
from benchmarks.matching_large import invented, questions_about
from benchmarks.matching_peers import PEERS
from benchmarks.matching_quality import Outcome, mean, summary

SAMPLE = Path(__file__).parent.parent / "bot" / "content" / "faq.nl.yaml"
LARGE = 2_000  # entries
ASKED = 300  # questions that are timed, after as many to warm up


class Matcher(Protocol):
    """Anything that ranks entries."""

    def rank(self, text: str, limit: int, /) -> Sequence[tuple[str, float]]:
        """The best entries first, each with a score from 0 to 1."""


class Ranker:
    """Our matcher in the shape of the others."""

    def __init__(self, entries: Sequence[faq.Entry]) -> None:
        self.index = faq.Index(entries)

    def rank(self, text: str, limit: int) -> list[tuple[str, float]]:
        """The most probable entries first, each with its probability."""
        return [(match.entry.id, match.score) for match in self.index.search(text, limit)]


def build(entries: Sequence[Mapping[str, Any]]) -> Ranker:
    """The matcher for a scorer; entries are dictionaries with id, question, variants and answer."""
    return Ranker([to_entry(entry) for entry in entries])


MATCHERS: dict[str, Callable[[Sequence[faq.Entry]], Matcher]] = {"Omzien Helpdesk": Ranker, **PEERS}


def outcomes(matcher: Matcher, questions: Sequence[Question]) -> list[Outcome]:
    """What a matcher makes of questions."""
    found = []
    for question in questions:
        ranked = matcher.rank(question.text, 10)
        ids = [identifier for identifier, _ in ranked]
        place = ids.index(question.gold) + 1 if question.gold in ids else 0
        found.append(Outcome(question.gold is not None, place, ranked[0][1] if ranked else 0.0))
    return found


def quality(folder: Path) -> None:
    """Print the quality of every matcher on every set, and on average."""
    for noisy in (False, True):
        print(f"\nQuality in %, questions {'with typing mistakes' if noisy else 'as asked'}")
        loaded = {path.name: read_set(path, noisy) for path in sets(folder)}
        for name, matcher in MATCHERS.items():
            found = {key: summary(outcomes(matcher(entries), asked)) for key, (entries, asked) in loaded.items()}
            for key, result in found.items():
                print(f"  {name:26} {key:14} {result}")
            print(f"  {name:26} {'average':14} {mean(list(found.values()))}", flush=True)


def _memory() -> float:
    """The memory that this process holds, in MB (Linux; 0 elsewhere)."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if status.exists() else 0.0


def _six_texts() -> list[faq.Entry]:
    """The sample with a question and five phrasings an entry, as networks begin."""
    return [replace(e, phrasings=e.phrasings[:5], translations={}) for e in faq.load(SAMPLE)]


# By what they are called in the table.
ENTRIES: dict[str, Callable[[], Sequence[faq.Entry]]] = {
    "90 x 6": _six_texts,
    "as shipped": lambda: faq.load(SAMPLE),
    f"{LARGE} x 6": lambda: invented(LARGE),
}


def _measure(name: str, which: str) -> str:
    """Build time, memory and time per question of one matcher, in this (fresh) process."""
    entries = ENTRIES[which]()
    asked = questions_about(entries, 2 * ASKED)
    before, started = _memory(), time.perf_counter()
    matcher = MATCHERS[name](entries)
    built, held = time.perf_counter() - started, _memory() - before
    took = []
    for question in asked:
        started = time.perf_counter()
        matcher.rank(question, 3)
        took.append((time.perf_counter() - started) * 1000)
    took = sorted(took[ASKED:])
    middle, slow = took[len(took) // 2], took[len(took) * 99 // 100]
    return f"  {name:26} {which:>10} {built:9.3f} {held:9.1f} {middle:9.3f} {slow:9.3f} {1000 / middle:10.0f}"


def speed() -> None:
    """Print speed and memory of every matcher, each in a process of its own."""
    print("\nSpeed and memory, one core")
    print(f"  {'':26} {'entries':>10} {'build s':>9} {'MB':>9} {'p50 ms':>9} {'p99 ms':>9} {'questions/s':>10}")
    context = multiprocessing.get_context("spawn")
    for which in ENTRIES:
        for name in MATCHERS:
            with context.Pool(1) as pool:
                print(pool.apply(_measure, (name, which)), flush=True)


def main() -> None:
    """Print the tables."""
    if len(sys.argv) > 1:
        quality(Path(sys.argv[1]))
    speed()


if __name__ == "__main__":
    main()
