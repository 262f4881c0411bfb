"""How an evaluation is printed: figures side by side, and the questions behind them."""

from __future__ import annotations

from collections.abc import Sequence

from faq.evaluation import ANSWERED, Evaluation, Outcome, differences

MOST = 20  # questions that are listed of a kind

_FIGURES = (
    ("right entry first (top-1)", "top1"),
    ("right entry in first three", "top3"),
    ("answered directly (coverage)", "coverage"),
    ("direct answers that are right", "precision"),
    ("answered, but has no answer", "false_answers"),
)


def figures(now: Evaluation, before: Evaluation | None) -> None:
    """A line a figure; with `before`, what it was."""
    for words, name in _FIGURES:
        value, old = getattr(now, name), getattr(before, name) if before else None
        was = f"   was {_share(old)}{_change(old, value)}" if before else ""
        print(f"{words:30} {_share(value)}{was}")


def wrong(evaluation: Evaluation, most: int | None = MOST) -> None:
    """The wrong answers, all of them, and then questions that did not find their entry first."""
    answered = [outcome for outcome in evaluation.outcomes if outcome.wrong_answer]
    missed = [outcome for outcome in evaluation.outcomes if not outcome.right and not outcome.wrong_answer]
    _list("Answered wrongly", answered, None)
    _list("Right entry not first", missed, most)


def changed(before: Evaluation, now: Evaluation, most: int | None = MOST) -> None:
    """The questions whose outcome became better or worse, the worsened ones first."""
    found = differences(before, now)
    if found:
        print(f"\nWhat changed ({len(found)}):")
    for old, new in found[:most]:
        print(f"  '{_question(new)}': was {_did(old)}; now {_did(new)}. {_wanted(new)}")
    _more(len(found), most)


def _list(title: str, outcomes: Sequence[Outcome], most: int | None) -> None:
    if outcomes:
        print(f"\n{title} ({len(outcomes)}):")
    for outcome in outcomes[:most]:
        print(f"  '{_question(outcome)}': {_did(outcome)}. {_wanted(outcome)}")
    _more(len(outcomes), most)


def _more(count: int, most: int | None) -> None:
    if most is not None and count > most:
        print(f"  … and {count - most} more; helpdesk faq test shows them with --all")


def _question(outcome: Outcome) -> str:
    text = " ".join(outcome.question.query.split())
    return text if len(text) <= 100 else f"{text[:99]}…"


def _did(outcome: Outcome) -> str:
    return f"{outcome.did}{f' {outcome.first} ({outcome.score:.0%})' if outcome.first else ''}"


def _wanted(outcome: Outcome) -> str:
    if outcome.question.gold is None:
        return "No entry answers it."
    if outcome.first == outcome.question.gold:
        return "That is right." if outcome.did == ANSWERED else "That is the right one."
    return f"Right is {outcome.question.gold}."


def _share(value: float | None) -> str:
    return "     –" if value is None else f"{value:6.1%}"


def _change(old: float | None, new: float | None) -> str:
    return "" if old is None or new is None or round(new - old, 4) == 0 else f" ({(new - old) * 100:+.1f})"
