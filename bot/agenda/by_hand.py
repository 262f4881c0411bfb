"""Gatherings that staff make, change and call off themselves, beside what calendars say.

What staff changed stays as they put it until its calendar says something else than it did then: see compare.overruled.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from bot.agenda import attendance, changes, compare, places, planning
from bot.agenda.attendance import Promoted
from bot.agenda.changes import Notice
from bot.agenda.compare import Step
from bot.agenda.parsed import ParsedOccurrence
from bot.agenda.region import Region
from storage.agenda import CANCELLED, CONFIRMED, Event, Occurrence

SOURCE = "chat"


def add(
    session: Session,
    one: ParsedOccurrence,
    capacity: int | None,
    region: Region,
    offsets: Sequence[int],
    now: datetime,
) -> Occurrence:
    """A new gathering, with its reminders planned. `capacity`: how many people fit, None: nobody counts."""
    event = Event(uid=f"{uuid4()}@helpdesk", sequence=0, source=SOURCE, updated_at=now)
    session.add(event)
    session.flush()
    answer_by = places.said(one).get(places.ANSWER_BY)
    row = Occurrence(event_id=event.id, capacity=capacity, answer_by=answer_by, **compare.fields(one))
    session.add(row)
    session.flush()
    planning.plan(session, [row], region, offsets, now)
    return row


def step(row: Occurrence, one: ParsedOccurrence) -> Step | None:
    """What a change comes to, as someone who would come sees it. None: nothing changes."""
    kind = compare.kind_of(row, one)
    return Step(kind, "", row, one) if kind else None


def hearers(session: Session, change: Step | None, now: datetime) -> int:
    """How many people hear of a change."""
    if change is None or change.row is None or not changes.matters(change, now):
        return 0
    return changes.told(session, [change.row.id]).get(change.row.id, 0)


def change(
    session: Session, row: Occurrence, one: ParsedOccurrence, region: Region, offsets: Sequence[int], now: datetime
) -> Notice | None:
    """Make the gathering as `one` says. Returns what people must hear (see changes.announce); None: nothing."""
    wanted = step(row, one)
    return None if wanted is None else _do(session, row, wanted, region, offsets, now)


def switch(
    session: Session, row: Occurrence, is_on: bool, region: Region, offsets: Sequence[int], now: datetime
) -> Notice | None:
    """Call it off, or let it go on after all. Returns what people must hear; None: it was so already.

    What came free while it was off goes to who waits by `fit`.
    """
    if (row.state == CONFIRMED) == is_on:
        return None
    wanted = Step(compare.BACK if is_on else compare.CALLED_OFF, "", row, None)
    return _do(session, row, wanted, region, offsets, now)


def close(row: Occurrence, one: ParsedOccurrence) -> None:
    """Until when one can sign up, as `one` says; when it does not say, that stays."""
    found = places.said(one)
    if places.ANSWER_BY in found:
        row.answer_by = found[places.ANSWER_BY]


def fit(session: Session, row: Occurrence, capacity: int | None, now: datetime) -> tuple[Promoted, ...]:
    """So many people fit from now on. Returns who of the waiting list got a place: also when it is as many as before,
    and it goes on after all."""
    return attendance.set_capacity(session, row.id, capacity, now)


def _do(
    session: Session, row: Occurrence, wanted: Step, region: Region, offsets: Sequence[int], now: datetime
) -> Notice | None:
    notice = changes.note(session, wanted, now)
    if row.overrules is None:
        row.overrules = compare.said_before(row)
    if wanted.one is None:
        row.state = CANCELLED if wanted.kind == compare.CALLED_OFF else CONFIRMED
    else:
        row.answer_by = places.deadline_after(row, wanted.one, now)
        for name, value in compare.fields(wanted.one).items():
            setattr(row, name, value)
    event = session.get_one(Event, row.event_id)
    event.updated_at = now
    if event.source == SOURCE:
        event.sequence += 1
    session.flush()
    planning.plan(session, [row], region, offsets, now)
    return notice
