"""How good a ranking is: right at once, right among three, and how well its scores tell known from unknown."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

PRECISION = 0.95  # of direct answers, at which coverage is measured


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question: whether any entry is right, the place of the right one (from 1; 0 = not found), the top score."""

    known: bool
    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares from 0 to 1. `covered`: known questions answered directly at 95% precision; `strayed`: unknown ones."""

    top1: float
    top3: float
    auroc: float
    covered: float
    strayed: float

    def __str__(self) -> str:
        parts = {"top-1": self.top1, "top-3": self.top3, "AUROC": self.auroc}
        parts |= {"answered": self.covered, "of unknown": self.strayed}
        return "  ".join(f"{name} {value * 100:5.1f}" for name, value in parts.items())


def summary(outcomes: Sequence[Outcome]) -> Quality:
    """The quality of a ranking on the questions of one set."""
    known = [outcome for outcome in outcomes if outcome.known]
    unknown = [outcome for outcome in outcomes if not outcome.known]
    limit = threshold(outcomes)
    return Quality(
        top1=sum(outcome.place == 1 for outcome in known) / len(known),
        top3=sum(1 <= outcome.place <= 3 for outcome in known) / len(known),
        auroc=_auroc([outcome.score for outcome in known], [outcome.score for outcome in unknown]),
        covered=sum(outcome.score >= limit for outcome in known) / len(known),
        strayed=sum(outcome.score >= limit for outcome in unknown) / max(1, len(unknown)),
    )


def threshold(outcomes: Sequence[Outcome]) -> float:
    """The lowest score from which on 95% of direct answers are right; above 1 when there is none."""
    best, right = 2.0, 0
    ranked = sorted(outcomes, key=lambda outcome: -outcome.score)
    for said, outcome in enumerate(ranked, 1):
        right += outcome.place == 1
        last = said == len(ranked) or ranked[said].score < outcome.score
        if last and right / said >= PRECISION:
            best = outcome.score
    return best


def mean(qualities: Sequence[Quality]) -> Quality:
    """The plain average of several sets."""
    fields = ("top1", "top3", "auroc", "covered", "strayed")
    return Quality(**{field: sum(getattr(q, field) for q in qualities) / len(qualities) for field in fields})


def _auroc(known: Sequence[float], unknown: Sequence[float]) -> float:
    """The chance that a known question scores higher than an unknown one, ties counting half."""
    if not known or not unknown:
        return float("nan")
    ranked = sorted(unknown)
    wins = sum(bisect_left(ranked, score) + bisect_right(ranked, score) for score in known)
    return wins / 2 / len(known) / len(unknown)
