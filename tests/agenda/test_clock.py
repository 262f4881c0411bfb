"""Nights in which the clock is changed, and clocks that jump: each reminder reaches each member once, in time."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.agenda import pile, planning
from storage.agenda import Occurrence, Reminder
from storage.database import Database
from storage.outbox import OutboxRow
from storage.people import Member
from tests.agenda.calendars import event, ics
from tests.agenda.members import bring_in, join, say_piled, tick

NIGHTS = (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31))
# Suriname has no summer time, London changes at the same moment as we do, New York in another week.
ZONES = (None, "America/Paramaribo", "Europe/London", "America/New_York")
QUIETS = ((None, None), (21 * 60, 8 * 60), (1 * 60, 3 * 60))
OFFSETS = (10_080, 1440, 120, 60)
HOUR = timedelta(hours=1)


def prepare(db: Database, night: date) -> datetime:
    """A gathering at each half hour of the night and the evening before; twelve members. Returns when to begin."""
    begin = datetime(night.year, night.month, night.day, tzinfo=UTC) - timedelta(days=9)
    starts = [datetime(night.year, night.month, night.day) + timedelta(minutes=30 * n) for n in range(-8, 12)]  # noqa: DTZ001
    events = [event(f"e{n}", f"{at:%Y%m%dT%H%M%S}", f"Om {at:%H.%M}") for n, at in enumerate(starts)]
    number = 0
    for zone in ZONES:
        for quiet in QUIETS:
            number += 1
            db.write_now(join, number)
            values = {"zone": zone, "quiet_from": quiet[0], "quiet_until": quiet[1]}
            db.write_now(live_by, number, values)
    bring_in(db, ics(*events), begin, OFFSETS)
    return begin


def live_by(session: Session, member: int, values: dict[str, Any]) -> None:
    session.execute(update(Member).where(Member.id == member).values(**values))


def rows(db: Database) -> list[tuple[int, int, datetime, datetime, datetime]]:
    """Each row: member, reminder, when it leaves, when it was due, when the gathering begins."""
    query = (
        select(OutboxRow.chat_id, Reminder.id, OutboxRow.not_before, OutboxRow.created_at, Reminder.due_at, Occurrence)
        .join(Reminder, Reminder.id == OutboxRow.ref)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .where(OutboxRow.purpose == planning.PURPOSE)
    )
    found = db.read_now(lambda s: s.execute(query).all())
    return [(chat, ref, at or made, due, planning.anchor(one)) for chat, ref, at, made, due, one in found]


@pytest.mark.parametrize("night", NIGHTS, ids=str)
def test_each_reminder_once_and_before_the_start_also_in_the_night_that_the_clock_is_changed(
    db: Database, night: date
) -> None:
    begin = prepare(db, night)
    clock, jumps = begin, random.Random(night.toordinal())
    until = begin + timedelta(days=10, hours=12)
    while clock < until:
        tick(db, clock)
        clock += timedelta(minutes=30)
        if jumps.random() < 0.02:  # somebody sets the machine's clock an hour back or ahead
            clock += jumps.choice((-HOUR, HOUR))
    found = rows(db)
    times = Counter((member, reminder) for member, reminder, *_ in found)
    assert set(times.values()) == {1}
    for member, reminder, leaves, due, begins in found:
        assert due <= leaves < begins, (member, reminder, leaves, due, begins)
    planned = db.read_now(lambda s: {r.id: r.state for r in s.scalars(select(Reminder))})
    assert not [number for number, state in planned.items() if state == "planned"], "nothing is left behind"
    sent = {reminder for _, reminder in times}
    assert sent == {number for number, state in planned.items() if state == "sent"}
    assert all(times[(member, reminder)] == 1 for member in range(1, 13) for reminder in sent), "nobody is left out"


def test_a_clock_that_goes_back_sends_nothing_again_and_puts_nothing_together_twice(db: Database) -> None:
    db.write_now(join, 1)
    db.write_now(lambda s: s.execute(update(Member).values(quiet_from=None, quiet_until=None)))
    bring_in(db, ics(event(), event("b", "20270126T200000", "Koken in Zeist")), offsets=(1440,))
    now = datetime(2027, 1, 26, 9, 0, tzinfo=UTC)
    assert tick(db, now).messages == 2
    assert db.write_now(pile.merge, now, say_piled) == 1
    for earlier in (HOUR, 2 * HOUR, -HOUR):
        assert not tick(db, now - earlier)
        assert db.write_now(pile.merge, now - earlier, say_piled) == 0
