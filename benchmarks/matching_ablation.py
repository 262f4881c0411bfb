"""What each part of the matcher is worth: python -m benchmarks.matching_ablation FOLDER

Each variant leaves one part out. Its weights are learned anew, on all question sets but the one that is judged.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.matching_data import sets
from benchmarks.matching_quality import Quality, mean, summary
from benchmarks.matching_train import Case, cases, judge, learn_doubt, learn_rank
from faq import corpus, lexicon
from faq.evidence import FEATURES
from faq.vocabulary import Vocabulary

WORDS = (
    "known", "known_said", "covered", "covers", "covers_mean", "both", "both_mean", "likely", "strongest", "missed",
)  # fmt: skip

# What is replaced, by what, so that a part does nothing.
PARTS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "without synonyms": (lexicon, "_synonyms", lambda code: ()),
    "without word frequencies": (lexicon, "common_words", lambda code: {}),
    "without the answers' text": (corpus, "_parts", lambda answer: []),
    "without typo repair": (Vocabulary, "_repair", lambda self, text, best: text),
}


@contextmanager
def replaced(owner: Any, name: str, value: Callable[..., Any]) -> Iterator[None]:
    """Within the block, `owner.name` is `value`."""
    kept = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, kept)


def left_out(given: Sequence[Case], columns: Sequence[int] | None = None) -> dict[str, Quality]:
    """The quality on each set, clean and noisy, with weights learned on the other sets."""
    if columns is not None:
        for case in given:
            object.__setattr__(case.evidence, "features", case.evidence.features[:, columns])
    found = {}
    for name in dict.fromkeys(case.set_name for case in given):
        others = [case for case in given if case.set_name.split()[0] != name.split()[0]]
        rank = learn_rank(others)
        found[name] = summary(
            judge([case for case in given if case.set_name == name], rank, learn_doubt(others, rank))
        )
    return found


def alone(given: Sequence[Case], feature: str) -> dict[str, Quality]:
    """The quality when candidates are ranked and trusted by one feature alone."""
    rank = np.eye(len(FEATURES))[FEATURES.index(feature)]
    doubt = np.zeros(len(FEATURES) + 13)
    doubt[3] = 1.0  # the height of the first candidate
    return {
        name: summary(judge([case for case in given if case.set_name == name], rank, (doubt, 0.0)))
        for name in dict.fromkeys(case.set_name for case in given)
    }


def report(variant: str, found: dict[str, Quality]) -> None:
    """Print one line: the average over the sets but the last-named own one, clean and noisy, and the own one."""
    own = found.get("omzien-nl")
    clean = mean([quality for name, quality in found.items() if "noisy" not in name and "omzien" not in name])
    noisy = mean([quality for name, quality in found.items() if "noisy" in name and "omzien" not in name])
    shown = [clean.top1, clean.top3, clean.auroc, noisy.top1, *((own.top1, own.top3, own.auroc) if own else ())]
    print(f"| {variant:36} | {' | '.join(f'{value * 100:5.1f}' for value in shown)} |", flush=True)


def main() -> None:
    """Print the table, a line per variant."""
    folders = sets(Path(sys.argv[1]))

    def all_cases(with_ridge: bool = True) -> list[Case]:
        return [case for folder in folders for case in cases(folder, with_ridge)]

    print(f"| {'':36} | top-1 | top-3 | AUROC | noisy | own-1 | own-3 | own-A |")
    whole = all_cases()
    report("nearest phrasing alone (feature best)", alone(whole, "best"))
    report("ridge alone", alone(whole, "ridge"))
    report("everything", left_out(whole))
    report("without comparing words", left_out(whole, [n for n, name in enumerate(FEATURES) if name not in WORDS]))
    report("without the ridge", left_out(all_cases(with_ridge=False)))
    for variant, part in PARTS.items():
        with replaced(*part):
            report(variant, left_out(all_cases()))


if __name__ == "__main__":
    main()
