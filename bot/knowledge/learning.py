"""What staff decide about questions that got no good answer: each decision by one tap, and undone by one tap."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.knowledge import editing
from bot.knowledge.gathering import may_be_phrasing
from storage.base import new_id
from storage.desk import Ticket
from storage.knowledge import Asked
from storage.learning import ADDED, OPEN, UNANSWERED, LearnCase, LearnQuestion, StaffChoice

LONGEST_NAME = 64
# A decision that the matcher did not take: the question went to a person straight away.
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Case:
    """Questions that ask the same, and what was decided about them. See storage.learning.LearnCase.

    `shown`: (id of `asked`, text), the most typical first; `rest`: questions that are not shown; `count`: how often it
    was asked; `page`: its place among the open cases, from 0; `ticket_id`: where staff answered one of them.
    """

    id: int
    kind: str
    state: str
    entry_id: str | None
    shown: tuple[tuple[int, str], ...]
    rest: tuple[tuple[int, str], ...]
    count: int
    likely: tuple[tuple[str, float], ...]
    by: str | None
    page: int
    ticket_id: int | None
    revisions: tuple[int, ...]

    @property
    def wordings(self) -> tuple[str, ...]:
        """What is shown of it, the most typical first."""
        return tuple(text for _, text in self.shown)

    @property
    def addable(self) -> tuple[tuple[int, str], ...]:
        """What is shown and can become a phrasing."""
        return tuple((number, text) for number, text in self.shown if may_be_phrasing(text))

    @property
    def phrasings(self) -> tuple[str, ...]:
        """The words of `addable`."""
        return tuple(text for _, text in self.addable)


def staff_chose(session: Session, ticket_id: int, entry_id: str, now: datetime) -> None:
    """Staff answered the question of this ticket with this entry: its words are proposed as a phrasing.

    A question that never went through the matcher has no row of its own yet, and gets one, without a name.
    """
    asked_id = session.execute(select(func.max(Asked.id)).where(Asked.ticket_id == ticket_id)).scalar()
    if asked_id is None:
        asked_id = new_id()
        text = session.get_one(Ticket, ticket_id).text
        session.add(Asked(id=asked_id, at=now, text=text or None, decision=PERSON, ticket_id=ticket_id))
        session.flush()
    session.merge(StaffChoice(asked_id=asked_id, entry_id=entry_id, at=now))


def count_open(session: Session, kind: str | None = None) -> int:
    """How many cases wait; of one kind, or of all."""
    query = select(func.count()).select_from(LearnCase).where(LearnCase.state == OPEN)
    return session.execute(query.where(LearnCase.kind == kind) if kind else query).scalar() or 0


def open_at(session: Session, page: int) -> Case | None:
    """The open case at this place, from 0; a place past the end is the last one. None: nothing waits."""
    query = select(LearnCase).where(LearnCase.state == OPEN).order_by(LearnCase.position, LearnCase.id)
    found = session.scalars(query.offset(max(0, min(page, count_open(session) - 1))).limit(1)).first()
    return _case(session, found) if found is not None else None


def first_open(session: Session, kind: str, limit: int) -> list[Case]:
    """The first open cases of a kind, in the order of the list."""
    query = select(LearnCase).where(LearnCase.state == OPEN, LearnCase.kind == kind)
    return [_case(session, row) for row in session.scalars(query.order_by(LearnCase.position).limit(limit))]


def get(session: Session, case_id: int) -> Case | None:
    """The case that holds this question; None when no case does any more."""
    row = _row(session, case_id)
    return _case(session, row) if row is not None else None


def of_message(session: Session, message_id: int) -> Case | None:
    """The open case whose message waits for words to search by; None when this message waits for nothing."""
    query = select(LearnCase).where(LearnCase.message_id == message_id, LearnCase.state == OPEN)
    row = session.scalars(query.order_by(LearnCase.id.desc())).first()
    return _case(session, row) if row is not None else None


def await_words(session: Session, case_id: int, message_id: int | None) -> None:
    """A reply to this message is words to search an answer by; None: no more."""
    row = _row(session, case_id)
    if row is not None:
        row.message_id = message_id
        session.flush()


def add(
    session: Session,
    case_id: int,
    entry_id: str,
    by: str,
    now: datetime,
    elsewhere: Collection[int] = (),
) -> Case | None:
    """The case's wordings become phrasings of the entry. None: somebody decided before, or there is no such case.

    `elsewhere`: questions of the case that turn out to ask something else; they are looked at again another time.
    Raises editing.NoSuchEntry.
    """
    row = _lock(session, case_id)
    if row is None:
        return None
    if elsewhere:
        session.execute(delete(LearnQuestion).where(LearnQuestion.asked_id.in_(elsewhere)))
    texts = [" ".join(text.split()) for text in _case(session, row).phrasings]
    made = [editing.add_phrasing(session, entry_id, text, by, now) for text in texts]
    row.entry_id, row.revisions = entry_id, [number for number in made if number is not None]
    return _decide(session, row, ADDED, by, now)


def close(session: Session, case_id: int, state: str, by: str, now: datetime) -> Case | None:
    """The case becomes REFUSED, IGNORED or DRAFTED. None: somebody decided before, or there is no such case."""
    row = _lock(session, case_id)
    return _decide(session, row, state, by, now) if row is not None else None


def undo(session: Session, case_id: int, by: str, now: datetime) -> Case | None:
    """The case waits again, and the phrasings that the decision added go. None: it was undone before."""
    row = session.get(LearnCase, case_id, with_for_update=True, populate_existing=True)
    if row is None or row.state == OPEN:
        return None
    for revision in reversed(row.revisions):
        editing.undo(session, revision, by, now)
    if row.kind == UNANSWERED:
        row.entry_id = None
    row.state, row.by, row.decided_at, row.revisions = OPEN, None, None, []
    session.flush()
    return _case(session, row)


def _decide(session: Session, row: LearnCase, state: str, by: str, now: datetime) -> Case:
    row.state, row.by, row.decided_at, row.message_id = state, by[:LONGEST_NAME], now, None
    session.flush()
    return _case(session, row)


def _lock(session: Session, case_id: int) -> LearnCase | None:
    """The open case, held until this transaction ends: of two who press at once, the second finds it decided."""
    known = _row(session, case_id)
    if known is None:
        return None
    row = session.get(LearnCase, known.id, with_for_update=True, populate_existing=True)
    return row if row is not None and row.state == OPEN else None


def _row(session: Session, case_id: int) -> LearnCase | None:
    """By its id; when the case was joined with an older one since, the one that has its question now."""
    row = session.get(LearnCase, case_id)
    if row is not None:
        return row
    question = session.get(LearnQuestion, case_id)
    return session.get(LearnCase, question.case_id) if question is not None else None


def _case(session: Session, row: LearnCase) -> Case:
    query = (
        select(Asked.id, Asked.text, Asked.ticket_id)
        .join(LearnQuestion, LearnQuestion.asked_id == Asked.id)
        .where(LearnQuestion.case_id == row.id)
        .order_by(Asked.id)
    )
    asked = [(number, text or "", ticket_id) for number, text, ticket_id in session.execute(query)]
    texts = {number: text for number, text, _ in asked if text}
    shown = [number for number in row.shown if number in texts]
    tickets = [ticket_id for _, _, ticket_id in asked if ticket_id is not None]
    before = select(func.count()).select_from(LearnCase).where(LearnCase.state == OPEN)
    return Case(
        id=row.id,
        kind=row.kind,
        state=row.state,
        entry_id=row.entry_id,
        shown=tuple((number, texts[number]) for number in shown),
        rest=tuple((number, text) for number, text in texts.items() if number not in shown),
        count=len(asked),
        likely=tuple((entry_id, score) for entry_id, score in row.likely),
        by=row.by,
        page=session.execute(before.where(LearnCase.position < row.position)).scalar() or 0,
        ticket_id=tickets[-1] if tickets else None,
        revisions=tuple(row.revisions),
    )
