"""Learns the constants of `faq.weights`: python -m benchmarks.matching_train FOLDER > faq/weights.py

FOLDER holds question sets, as `benchmarks.matching_data` reads them.

Each set is left out in turn and judged by weights learned on the others (printed on standard error);
then the weights are learned on all sets. Two convex problems, solved by Newton's method: the same
input gives the same constants.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.matching_data import Question, read_set, sets
from benchmarks.matching_quality import Outcome, summary
from faq.doubts import doubt_names, doubts
from faq.evidence import CANDIDATES, FEATURES, WITHOUT_RIDGE, Evidence, Witness
from faq.language import Language, guess
from faq.space import Floats
from faq.text import words

RANK_PENALTY, DOUBT_PENALTY = 30.0, 20.0  # of the squared standardised weights; larger is plainer
KNOWN_BUT_WRONG = 0.5  # what a question counts whose entry exists but was not put first: half right
NOISY = 0.5  # what a question counts that repeats another with typing mistakes


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its evidence; `right` is the place of the right candidate, None when it is not there."""

    set_name: str
    question: Question
    evidence: Evidence
    right: int | None
    weight: float


def cases(folder: Path, with_ridge: bool) -> Iterator[Case]:
    """All questions of one set, clean and noisy, each with its evidence."""
    for noisy in (False, True):
        entries, questions = read_set(folder, noisy)
        texts = [words(text) for entry in entries for text in entry.texts]
        witness = Witness(entries, Language(guess(texts) or "nl"), with_ridge=with_ridge)
        places = {entry.id: place for place, entry in enumerate(entries)}
        known = sum(question.gold is not None for question in questions)
        weight = (400 / known) ** 0.7 * (NOISY if noisy else 1)
        for question in questions:
            evidence = witness.hear(question.text)
            if evidence is None:
                continue
            found = np.flatnonzero(evidence.entries == places.get(question.gold or "", -1))
            name = f"{folder.name}{' noisy' if noisy else ''}"
            yield Case(name, question, evidence, int(found[0]) if len(found) else None, weight)


def learn_rank(given: Sequence[Case]) -> Floats:
    """The weights under which the right candidate has the highest share: conditional logistic regression."""
    useful = [case for case in given if case.right is not None]
    width = useful[0].evidence.features.shape[1]
    values = np.zeros((len(useful), CANDIDATES, width))
    there = np.zeros((len(useful), CANDIDATES), bool)
    for number, case in enumerate(useful):
        count = len(case.evidence.entries)
        values[number, :count], there[number, :count] = case.evidence.features, True
    scale = values[there].std(0) + 1e-9
    values = np.where(there[:, :, None], (values - values[there].mean(0)) / scale, 0)
    right = values[np.arange(len(useful)), [case.right or 0 for case in useful]]
    weight = np.array([case.weight for case in useful])
    theta = np.zeros(width)
    for _ in range(30):
        height = np.where(there, values @ theta, -np.inf)
        share = np.exp(height - height.max(1, keepdims=True))
        share /= share.sum(1, keepdims=True)
        mean = np.einsum("qc,qcf->qf", share, values)
        slope = weight @ (mean - right) + RANK_PENALTY * theta
        spread = np.einsum("q,qc,qcf,qcg->fg", weight, share, values, values, optimize=True)
        bend = spread - np.einsum("q,qf,qg->fg", weight, mean, mean) + RANK_PENALTY * np.eye(width)
        theta = theta - np.linalg.solve(bend, slope)
    return np.asarray(theta / scale)


def learn_logistic(values: Floats, target: Floats, weight: Floats, penalty: float) -> tuple[Floats, float]:
    """Weights and shift of a logistic regression on standardised values."""
    middle, scale = values.mean(0), values.std(0) + 1e-9
    known = np.hstack([(values - middle) / scale, np.ones((len(values), 1))])
    cost = np.append(np.full(values.shape[1], penalty), 1e-6)
    theta = np.zeros(known.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-known @ theta))
        slope = known.T @ (weight * (chance - target)) + cost * theta
        bend = (known * (weight * chance * (1 - chance))[:, None]).T @ known + np.diag(cost)
        theta = theta - np.linalg.solve(bend, slope)
    plain = theta[:-1] / scale
    return plain, float(theta[-1] - middle @ plain)


def learn_doubt(given: Sequence[Case], rank: Floats) -> tuple[Floats, float]:
    """Weights and shift of the probability that the first candidate is right."""
    heights = [case.evidence.features @ rank for case in given]
    values = np.array([doubts(case.evidence, height)[1] for case, height in zip(given, heights, strict=True)])
    right = np.array([case.right == int(height.argmax()) for case, height in zip(given, heights, strict=True)], float)
    known = np.array([case.question.gold is not None for case in given])
    weight = np.array([case.weight for case in given])
    plain, shift = learn_logistic(
        values, np.where(known & (right == 0), KNOWN_BUT_WRONG, right), weight, DOUBT_PENALTY
    )
    slope, move = learn_logistic((values @ plain + shift)[:, None], right, weight, 0.0)
    return plain * slope, float(shift * slope[0] + move)


def judge(given: Sequence[Case], rank: Floats, doubt: tuple[Floats, float]) -> list[Outcome]:
    """What the weights make of the cases."""
    outcomes = []
    for case in given:
        height = case.evidence.features @ rank
        _, values = doubts(case.evidence, height)
        score = 1 / (1 + float(np.exp(-(values @ doubt[0] + doubt[1]))))
        order = np.argsort(-height, kind="stable").tolist()
        place = order.index(case.right) + 1 if case.right is not None else 0
        outcomes.append(Outcome(case.question.gold is not None, place, score))
    return outcomes


def _table(name: str, names: Sequence[str], values: Floats) -> str:
    rows = "".join(f'    "{key}": {value:.4g},\n' for key, value in zip(names, values, strict=True))
    return f"{name} = {{\n{rows}}}\n"


def main() -> None:
    """Print `faq/weights.py`; report on standard error how well left-out sets fare."""
    folders = sets(Path(sys.argv[1]))
    print('"""The constants of `faq.scoring`, by name. Written by `python -m benchmarks.matching_train`."""\n')
    for suffix, features in (("", FEATURES), ("_WITHOUT_RIDGE", WITHOUT_RIDGE)):
        given = [case for folder in folders for case in cases(folder, with_ridge=not suffix)]
        for name in dict.fromkeys(case.set_name for case in given):
            base = name.removesuffix(" noisy")
            others = [case for case in given if case.set_name.removesuffix(" noisy") != base]
            rank = learn_rank(others)
            outcomes = judge([case for case in given if case.set_name == name], rank, learn_doubt(others, rank))
            print(f"left out{suffix.lower()}: {name:20} {summary(outcomes)}", file=sys.stderr, flush=True)
        rank = learn_rank(given)
        weights, shift = learn_doubt(given, rank)
        print(_table(f"RANK{suffix}", features, rank))
        print(
            _table(f"DOUBT{suffix}", (*doubt_names(features), "shift"), np.append(weights, shift)),
            end="\n" if not suffix else "",
        )


if __name__ == "__main__":
    main()
