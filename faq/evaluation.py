"""How well an FAQ answers a set of questions, and what a change of the FAQ does to that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from faq.decision import Answer, Suggestions
from faq.index import Index
from faq.questions import Question

ANSWERED, SUGGESTED, UNKNOWN = "answers", "suggests", "does not know"
FIRST = 3  # places that count for top-3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question: `did` is ANSWERED, SUGGESTED or UNKNOWN; `ranked` are the likeliest entries' ids."""

    question: Question
    did: str
    ranked: tuple[str, ...]
    score: float

    @property
    def first(self) -> str | None:
        """The likeliest entry."""
        return self.ranked[0] if self.ranked else None

    @property
    def right(self) -> bool:
        """The likeliest entry is the right one; for a question without an answer: none was given."""
        return self.did != ANSWERED if self.question.gold is None else self.first == self.question.gold

    @property
    def wrong_answer(self) -> bool:
        """An answer was given, and it was not the right one: what must hardly ever happen."""
        return self.did == ANSWERED and self.first != self.question.gold


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes of a set of questions, with their shares (0..1; None when there is nothing to take a share of)."""

    outcomes: tuple[Outcome, ...]

    @property
    def top1(self) -> float | None:
        """Of the answerable questions: how often the likeliest entry is the right one."""
        return _share(outcome.right for outcome in self.answerable)

    @property
    def top3(self) -> float | None:
        """Of the answerable questions: how often the right entry is among the first three."""
        return _share(outcome.question.gold in outcome.ranked[:FIRST] for outcome in self.answerable)

    @property
    def coverage(self) -> float | None:
        """Of the answerable questions: how many are answered directly, rightly or not."""
        return _share(outcome.did == ANSWERED for outcome in self.answerable)

    @property
    def precision(self) -> float | None:
        """Of the direct answers, those to unanswerable questions too: how many are right."""
        return _share(not outcome.wrong_answer for outcome in self.outcomes if outcome.did == ANSWERED)

    @property
    def false_answers(self) -> float | None:
        """Of the unanswerable questions: how many are answered all the same."""
        return _share(outcome.did == ANSWERED for outcome in self.outcomes if outcome.question.gold is None)

    @property
    def answerable(self) -> list[Outcome]:
        """The outcomes of questions that an entry answers."""
        return [outcome for outcome in self.outcomes if outcome.question.gold is not None]


def evaluate(index: Index, questions: Iterable[Question]) -> Evaluation:
    """Ask an index all questions."""
    return Evaluation(tuple(_ask(index, question) for question in questions))


def _ask(index: Index, question: Question) -> Outcome:
    matches = index.search(question.query, FIRST)
    decision = index.decide(question.query)
    did = ANSWERED if isinstance(decision, Answer) else SUGGESTED if isinstance(decision, Suggestions) else UNKNOWN
    return Outcome(question, did, tuple(match.entry.id for match in matches), matches[0].score if matches else 0.0)


def is_worse(old: Evaluation, new: Evaluation) -> bool:
    """Whether the direct answers became less often right, or the right entry less often the likeliest."""
    return _fell(old.precision, new.precision) or _fell(old.top1, new.top1)


def differences(old: Evaluation, new: Evaluation) -> list[tuple[Outcome, Outcome]]:
    """The outcomes, before and after, of questions whose answer became right or wrong, the worsened ones first."""
    pairs = zip(old.outcomes, new.outcomes, strict=True)
    changed = [(before, after) for before, after in pairs if _value(before) != _value(after)]
    return sorted(changed, key=lambda pair: _value(pair[1]) - _value(pair[0]))


def _value(outcome: Outcome) -> int:
    """How good an outcome is: answered wrongly -1, no answer 0, the right entry first (or no answer needed) 1,
    answered rightly 2."""
    if outcome.wrong_answer:
        return -1
    return int(outcome.right) + int(outcome.right and outcome.did == ANSWERED)


def _fell(old: float | None, new: float | None) -> bool:
    return old is not None and new is not None and new < old - 1e-9


def _share(found: Iterable[bool]) -> float | None:
    values: Sequence[bool] = list(found)
    return sum(values) / len(values) if values else None
