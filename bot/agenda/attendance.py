"""Who comes to a gathering: answers, places, the waiting list. Never more than fit, and nobody lost from the line.

Every change locks the occurrence first, so that two presses at once count one after the other. Free places go to the
first in line who fits: who waits for two does not hold up who waits for one, and keeps their own place in the line.
The day to answer by is for who is not on the list yet: giving places back, and the line, go on until it begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from storage.agenda import CONFIRMED, MAYBE, WAITING, YES, Attendance, Occurrence
from storage.people import Member

# More than this is a group that asks the helpdesk.
MOST_PEOPLE = 20


@dataclass(frozen=True, slots=True)
class Places:
    """How full it is, in people. `waiting`: how many are in line, `waiting_people`: with how many people."""

    taken: int
    waiting: int
    waiting_people: int
    maybe: int
    capacity: int | None

    @property
    def free(self) -> int | None:
        """How many people fit still, never below 0; None when nobody counts."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)


@dataclass(frozen=True, slots=True)
class Reply:
    """A member's answer as it stands. `answer` None: they gave none. `place`: their number in the line, from 1."""

    answer: str | None = None
    people: int = 1
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Promoted:
    """Someone from the waiting list who has a place now."""

    member_id: int
    people: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an answer. `done` False: it did not fit (`free` people still do), or it is `closed`.

    `promoted`: who got a place by it.
    """

    done: bool
    reply: Reply
    free: int | None = None
    closed: bool = False
    promoted: tuple[Promoted, ...] = ()


def places(session: Session, occurrence: Occurrence) -> Places:
    """How full the occurrence is."""

    def people(answer: str) -> Any:
        return func.coalesce(func.sum(case((Attendance.answer == answer, Attendance.people), else_=0)), 0)

    waiting = func.coalesce(func.sum(case((Attendance.answer == WAITING, 1), else_=0)), 0)
    query = select(people(YES), waiting, people(WAITING), people(MAYBE)).where(
        Attendance.occurrence_id == occurrence.id
    )
    taken, line, line_people, maybe = session.execute(query).one()
    return Places(int(taken), int(line), int(line_people), int(maybe), occurrence.capacity)


def reply_of(session: Session, occurrence_id: int, member_id: int) -> Reply:
    """The answer of this member."""
    row = session.get(Attendance, (occurrence_id, member_id), populate_existing=True)
    if row is None:
        return Reply()
    return Reply(row.answer, row.people, _place(session, row) if row.answer == WAITING else None)


def is_closed(occurrence: Occurrence, now: datetime) -> bool:
    """Whether one can no longer say to come: it began, is called off, or the day to answer by has passed."""
    until = min(occurrence.starts_at, occurrence.answer_by or occurrence.starts_at)
    return occurrence.state != CONFIRMED or now >= until


def come(session: Session, occurrence_id: int, member_id: int, now: datetime, people: int | None = None) -> Outcome:
    """They come, with so many (None: as many as before, else alone). Who does not fit keeps what they had.

    With fewer than they said is possible until it begins. Raises LookupError when there is no such occurrence.
    """
    occurrence, row = _lock(session, occurrence_id, member_id)
    wanted = _within(people if people is not None else (row.people if row and row.answer in (YES, WAITING) else 1))
    mine = row.people if row is not None and row.answer == YES else 0
    if is_closed(occurrence, now) and not (wanted <= mine and goes_on(occurrence, now)):
        return Outcome(False, reply_of(session, occurrence_id, member_id), closed=True)
    free = places(session, occurrence).free
    if free is not None and wanted > free + mine:
        return Outcome(False, reply_of(session, occurrence_id, member_id), free=free + mine)
    _set(session, occurrence_id, member_id, YES, wanted, now)
    promoted = _promote(session, occurrence, now)
    return Outcome(True, Reply(YES, wanted), promoted=promoted)


def wait(session: Session, occurrence_id: int, member_id: int, people: int, now: datetime) -> Outcome:
    """They wait for places for so many. The place they had is free again. When all fit after all, they come.

    Raises LookupError when there is no such occurrence.
    """
    occurrence, _ = _lock(session, occurrence_id, member_id)
    if is_closed(occurrence, now):
        return Outcome(False, reply_of(session, occurrence_id, member_id), closed=True)
    _set(session, occurrence_id, member_id, WAITING, _within(people), now)
    promoted = _promote(session, occurrence, now)
    others = tuple(one for one in promoted if one.member_id != member_id)
    return Outcome(True, reply_of(session, occurrence_id, member_id), promoted=others)


def say(session: Session, occurrence_id: int, member_id: int, answer: str, now: datetime) -> Outcome:
    """MAYBE or NO: neither takes a place. NO is always possible, MAYBE as long as YES is.

    Raises LookupError when there is no such occurrence.
    """
    occurrence, row = _lock(session, occurrence_id, member_id)
    if answer == MAYBE and is_closed(occurrence, now):
        return Outcome(False, reply_of(session, occurrence_id, member_id), closed=True)
    _set(session, occurrence_id, member_id, answer, row.people if row is not None else 1, now)
    promoted = _promote(session, occurrence, now) if goes_on(occurrence, now) else ()
    return Outcome(True, Reply(answer), promoted=promoted)


def set_capacity(session: Session, occurrence_id: int, capacity: int | None, now: datetime) -> tuple[Promoted, ...]:
    """So many people fit from now on (None: nobody counts). Nobody who comes is sent away. Returns who got a place:
    nobody when it is called off or has begun.

    Raises LookupError when there is no such occurrence.
    """
    occurrence, _ = _lock(session, occurrence_id, 0)
    occurrence.capacity = capacity
    session.flush()
    return _promote(session, occurrence, now) if goes_on(occurrence, now) else ()


def goes_on(occurrence: Occurrence, now: datetime) -> bool:
    """Whether it is still to come, and not called off."""
    return occurrence.state == CONFIRMED and now < occurrence.starts_at


def in_line_who_fit(session: Session, occurrence: Occurrence, capacity: int | None) -> list[Attendance]:
    """Who of the waiting list would get a place if so many people fitted, in the order of the line."""
    free = None if capacity is None else max(0, capacity - places(session, occurrence).taken)
    line = (
        select(Attendance)
        .where(Attendance.occurrence_id == occurrence.id, Attendance.answer == WAITING)
        .order_by(Attendance.since, Attendance.member_id)
    )
    found = []
    for row in session.scalars(line).all():
        if free is not None and row.people > free:
            continue
        free = free - row.people if free is not None else None
        found.append(row)
    return found


def forget(session: Session, member_id: int, now: datetime) -> dict[int, tuple[Promoted, ...]]:
    """A member leaves: their answers go. Returns who got a place by it, for each occurrence."""
    query = (
        select(Attendance.occurrence_id).where(Attendance.member_id == member_id).order_by(Attendance.occurrence_id)
    )
    found = {}
    for number in list(session.scalars(query)):
        occurrence, row = _lock(session, number, member_id)
        session.delete(row)
        session.flush()
        if goes_on(occurrence, now) and (promoted := _promote(session, occurrence, now)):
            found[number] = promoted
    return found


@dataclass(frozen=True, slots=True)
class Attendee:
    """A line of the list for who receives them: see Attendance. `name` as in Telegram."""

    name: str
    answer: str
    people: int
    since: datetime


def attendees(session: Session, occurrence_id: int) -> list[Attendee]:
    """Everyone who answered: who comes, who waits in order of the line, who perhaps comes, who does not."""
    order = case({YES: 0, WAITING: 1, MAYBE: 2}, value=Attendance.answer, else_=3)
    query = (
        select(Member.first_name, Attendance.answer, Attendance.people, Attendance.since)
        .join(Member, Member.id == Attendance.member_id)
        .where(Attendance.occurrence_id == occurrence_id)
        .order_by(order, Attendance.since, Attendance.member_id)
    )
    return [Attendee(*row) for row in session.execute(query)]


def _promote(session: Session, occurrence: Occurrence, now: datetime) -> tuple[Promoted, ...]:
    promoted = []
    for row in in_line_who_fit(session, occurrence, occurrence.capacity):
        row.answer, row.updated_at = YES, now
        promoted.append(Promoted(row.member_id, row.people))
    session.flush()
    return tuple(promoted)


def _set(session: Session, occurrence_id: int, member_id: int, answer: str, people: int, now: datetime) -> None:
    row = session.get(Attendance, (occurrence_id, member_id))
    if row is None:
        row = Attendance(occurrence_id=occurrence_id, member_id=member_id, answer=answer, since=now)
        session.add(row)
    elif answer == WAITING and row.answer != WAITING:
        row.since = now
    row.answer, row.people, row.updated_at = answer, people, now
    session.flush()


def _lock(session: Session, occurrence_id: int, member_id: int) -> tuple[Occurrence, Attendance | None]:
    occurrence = session.get(Occurrence, occurrence_id, with_for_update=True, populate_existing=True)
    if occurrence is None:
        raise LookupError(f"no occurrence {occurrence_id}")
    return occurrence, session.get(Attendance, (occurrence_id, member_id), populate_existing=True)


def _place(session: Session, row: Attendance) -> int:
    before = select(func.count()).where(
        Attendance.occurrence_id == row.occurrence_id,
        Attendance.answer == WAITING,
        (Attendance.since < row.since) | ((Attendance.since == row.since) & (Attendance.member_id < row.member_id)),
    )
    return int(session.execute(before).scalar_one()) + 1


def _within(people: int) -> int:
    return max(1, min(people, MOST_PEOPLE))
