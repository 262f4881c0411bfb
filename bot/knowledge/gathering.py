"""What people asked that got no good answer, and what they showed us the answer to: put together in cases for staff.

`collect` reads and thinks (seconds, for many questions: not in a transaction that writes); `arrange` writes it down.
Nobody's name is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

import faq
from faq import clusters
from faq.lexicon import Groups
from faq.text import fold
from storage.base import new_id
from storage.knowledge import Asked
from storage.learning import OPEN, PROPOSAL, UNANSWERED, LearnCase, LearnQuestion, StaffChoice

# Who looks at suggestions may still choose one.
STILL_CHOOSING = timedelta(minutes=15)
# Older questions say little of the FAQ of today; more than so many nobody works through.
LOOK_BACK, MOST_QUESTIONS, MOST_CASES = timedelta(days=92), 600, 100
# Longer texts are stories: they tell staff something, and the matcher little.
LONGEST_PHRASING = 200
# Wordings of a case that staff see, and that are added together.
SHOWN = 3
LIKELY, WORTH_SHOWING = 3, 0.03

# "[BSN weggelaten]": something was masked here.
_MASKED = re.compile(r"\[[^\]]*\]")
# A mail address, a link, a telephone number or bank account, a postcode, a street with a number: somebody's.
_PERSONAL = re.compile(
    r"\S@\S|https?:|www\.|\+?\d(?:[ .\-/()]*\d){7,}|\b[A-Z]{2}\d{2} ?[A-Z]{4} ?\d|"
    r"\b[1-9]\d{3} ?[A-Z]{2}\b|\b[1-9]\d{3}[a-z]{2}\b|\w(?:straat|laan|weg|plein|singel|kade) ?\d",
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A case as it was put together: see storage.learning.LearnCase."""

    kind: str
    asked_ids: tuple[int, ...]
    shown: tuple[int, ...]
    likely: tuple[tuple[str, float], ...]
    entry_id: str | None = None

    @property
    def oldest(self) -> int:
        """The first of its questions: it stays the first when more like it come."""
        return min(self.asked_ids)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question that may teach something. `entry_id`: what it was answered with; `refused`: what was not right."""

    id: int
    text: str
    entry_id: str | None
    refused: frozenset[str] = frozenset()


def may_be_phrasing(text: str) -> bool:
    """Whether a text can become a way to find an answer: words, not too long, and nothing personal in it."""
    return bool(fold(text)) and len(text) <= LONGEST_PHRASING and not _MASKED.search(text) and not is_personal(text)


def is_personal(text: str) -> bool:
    """Whether something in the text looks like an address or a number of somebody."""
    return bool(_PERSONAL.search(text))


def collect(session: Session, index: faq.Index, now: datetime, synonyms: Groups = ()) -> list[Gathered]:
    """Everything that waits for staff, most asked first; of what is asked as much, proposals first: they cost least.

    Left out: what the FAQ has word for word by now, what it answers directly by now, and what has a person's
    address or number in it. `synonyms`: as the index has them.
    """
    known = {fold(text) for entry in index.entries for text in _texts(entry)}
    questions = [q for q in _questions(session, now) if fold(q.text) not in known and not is_personal(q.text)]
    found = [*_proposals(questions, index, synonyms), *_unanswered(questions, index, synonyms)]
    return sorted(found, key=lambda c: (-len(c.asked_ids), c.kind != PROPOSAL, c.oldest))


def arrange(session: Session, cases: Sequence[Gathered]) -> None:
    """The open cases are these from now on, at most a hundred. What staff decided meanwhile stays decided."""
    decided = _decided(session, [asked_id for case in cases for asked_id in case.asked_ids])
    kept = [case for case in cases if decided.isdisjoint(case.asked_ids)][:MOST_CASES]
    numbered = _numbered(session, kept)
    have = {row.id: row for row in session.scalars(select(LearnCase).where(LearnCase.state == OPEN))}
    session.execute(delete(LearnQuestion).where(LearnQuestion.case_id.in_(have)))
    session.execute(delete(LearnCase).where(LearnCase.id.in_(have.keys() - numbered.keys())))
    for position, (case_id, case) in enumerate(numbered.items()):
        row = have.get(case_id) or _new(session, case_id)
        row.kind, row.position, row.entry_id = case.kind, position, case.entry_id
        row.shown, row.likely = list(case.shown), [list(pair) for pair in case.likely]
    session.flush()
    for case_id, case in numbered.items():
        session.add_all(LearnQuestion(asked_id=asked_id, case_id=case_id) for asked_id in case.asked_ids)
    session.flush()


def _numbered(session: Session, cases: Sequence[Gathered]) -> dict[int, Gathered]:
    """The cases by their ids, in order. A question that was let go from a case that has its number needs another."""
    numbers = [asked_id for case in cases for asked_id in case.asked_ids]
    query = select(LearnCase.id).where(LearnCase.id.in_(numbers), LearnCase.state != OPEN)
    taken = set(session.scalars(query))
    found: dict[int, Gathered] = {}
    for case in cases:
        free = (asked_id for asked_id in sorted(case.asked_ids) if asked_id not in taken)
        found[next(free, None) or new_id()] = case
    return found


def _new(session: Session, case_id: int) -> LearnCase:
    row = LearnCase(id=case_id, state=OPEN, revisions=[])
    session.add(row)
    return row


def _decided(session: Session, asked_ids: Sequence[int]) -> set[int]:
    query = (
        select(LearnQuestion.asked_id)
        .join(LearnCase, LearnCase.id == LearnQuestion.case_id)
        .where(LearnCase.state != OPEN, LearnQuestion.asked_id.in_(asked_ids))
    )
    return set(session.scalars(query))


def _texts(entry: faq.Entry) -> list[str]:
    abroad = (text for t in entry.translations.values() for text in (t.question, *t.phrasings))
    return [*entry.texts, *abroad]


def _questions(session: Session, now: datetime) -> list[_Question]:
    """What may teach something and was not decided on, newest first."""
    teaches = or_(
        Asked.decision.in_(("unknown", "suggestions")), Asked.feedback == "down", StaffChoice.asked_id.is_not(None)
    )
    query = (
        select(Asked, StaffChoice.entry_id)
        .outerjoin(StaffChoice, StaffChoice.asked_id == Asked.id)
        .outerjoin(LearnQuestion, LearnQuestion.asked_id == Asked.id)
        .outerjoin(LearnCase, LearnCase.id == LearnQuestion.case_id)
        .where(Asked.text.is_not(None), Asked.at > now - LOOK_BACK, teaches)
        .where(or_(LearnCase.id.is_(None), LearnCase.state == OPEN))
        .order_by(Asked.id.desc())
        .limit(MOST_QUESTIONS)
    )
    found = (_question(asked, by_staff, now) for asked, by_staff in session.execute(query))
    return [question for question in found if question is not None and fold(question.text)]


def _question(asked: Asked, by_staff: str | None, now: datetime) -> _Question | None:
    """None: it got its answer, or the asker may still choose."""
    text = asked.text or ""
    if by_staff is not None:
        return _Question(asked.id, text, by_staff)
    if asked.feedback == "down":
        gave = asked.chosen_id or asked.entry_id
        return _Question(asked.id, text, None, frozenset([gave] if gave else []))
    if asked.chosen_id is not None:
        return _Question(asked.id, text, asked.chosen_id)
    if asked.decision == "suggestions" and asked.feedback is None and asked.at > now - STILL_CHOOSING:
        return None
    shown: Iterable[list[Any]] = asked.candidates or ()
    refused = frozenset(entry_id for entry_id, _ in shown) if asked.feedback == "none" else frozenset()
    return _Question(asked.id, text, None, refused)


def _proposals(questions: Sequence[_Question], index: faq.Index, synonyms: Groups) -> list[Gathered]:
    """Wordings for which an asker or staff showed the answer, for each answer those that are alike together."""
    active = {entry.id for entry in index.entries}
    by_entry: dict[str, list[_Question]] = {}
    for question in questions:
        if question.entry_id in active and may_be_phrasing(question.text):
            by_entry.setdefault(question.entry_id or "", []).append(question)
    return [
        Gathered(PROPOSAL, ids, shown, (), entry_id)
        for entry_id, members in sorted(by_entry.items())
        for ids, shown in _grouped(members, index, synonyms)
    ]


def _unanswered(questions: Sequence[_Question], index: faq.Index, synonyms: Groups) -> list[Gathered]:
    """What got no good answer, unless the FAQ has one by now."""
    open_ones = [q for q in questions if q.entry_id is None and not _answered_now(q, index)]
    texts = {q.id: q.text for q in open_ones}
    return [
        Gathered(UNANSWERED, ids, shown, _likely([texts[i] for i in shown], index))
        for ids, shown in _grouped(open_ones, index, synonyms)
    ]


def _answered_now(question: _Question, index: faq.Index) -> bool:
    decision = index.decide(question.text)
    return isinstance(decision, faq.Answer) and decision.entry.id not in question.refused


def _grouped(
    questions: Sequence[_Question], index: faq.Index, synonyms: Groups
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """For each group the ids of its questions, and of those to show."""

    def meaning(text: str) -> Mapping[str, float]:
        return {match.entry.id: match.score for match in index.search(text)}

    ordered = sorted(questions, key=lambda q: q.id)
    found = clusters.group([q.text for q in ordered], index.language, synonyms, meaning)
    return [(tuple(ordered[n].id for n in c.members), _to_show(c, ordered)) for c in found]


def _to_show(cluster: clusters.Cluster, questions: Sequence[_Question]) -> tuple[int, ...]:
    """The most typical wording and others that say it in other words, what may become a phrasing first."""
    members = sorted(cluster.members, key=lambda n: (n != cluster.typical, n))
    wordings: dict[str, int] = {}
    for number in sorted(members, key=lambda n: not may_be_phrasing(questions[n].text)):
        wordings.setdefault(fold(questions[number].text), questions[number].id)
    return tuple(list(wordings.values())[:SHOWN])


def _likely(wordings: Sequence[str], index: faq.Index) -> tuple[tuple[str, float], ...]:
    """The entries that fit the wordings best: the mean of their probabilities."""
    total: dict[str, float] = {}
    for text in wordings:
        for match in index.search(text):
            total[match.entry.id] = total.get(match.entry.id, 0.0) + match.score / len(wordings)
    best = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:LIKELY]
    return tuple((entry_id, round(score, 3)) for entry_id, score in best if score >= WORTH_SHOWING)
