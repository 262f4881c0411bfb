"""How long it takes until a question is solved: against an independent count of minutes, from the audit's rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import people
from bot.desk import overview, report, report_period, report_words, solving, tickets
from bot.desk.hours import StaffedHours
from bot.desk.states import State, Step
from bot.desk.ticket import Actor, Given, Question, TicketView
from bot.settings import Hours
from bot.texts import texts
from storage.database import Database
from storage.desk import Audit
from tests.desk import report_scene as scene

ZONE = ZoneInfo("Europe/Amsterdam")
OFFICE = StaffedHours(Hours(), ZONE)
SANNE, KARIM = Actor(2, "Sanne"), Actor(3, "Karim")
# A Friday; two weeks with Christmas in them.
START = datetime(2026, 12, 18, 7, tzinfo=UTC)
A_MINUTE = timedelta(minutes=1)
MINUTES = 14 * 24 * 60
GIVEN = Given(to=KARIM, until=datetime(2027, 1, 4, 8, tzinfo=UTC), into=404)
OURS = ("new", "claimed")

steps = st.lists(st.tuples(st.integers(1, 2 * 24 * 60), st.sampled_from(list(Step))), max_size=14)


def opened(session: Session, now: datetime) -> TicketView:
    people.meet(session, 1, "Joke", None, "nl", now)
    return tickets.open_ticket(session, 1, Question("mag de straat dicht", "nl"), now)


def minutes_of_the_audit(rows: list[Audit], until: datetime, is_open: list[int]) -> int:
    """Staffed minutes between rows after which the ticket was new or claimed, counted one by one."""
    moments = [(row.at, "new" if row.action == "open" else (row.details or {})["to"]) for row in rows]
    total = 0
    for (since, state), (end, _) in pairwise([*moments, (until, "")]):
        if state in OURS:
            total += sum(is_open[(since - START) // A_MINUTE : (end - START) // A_MINUTE])
    return total


def test_the_clock_agrees_with_the_minutes_of_the_audit(storage_url: str) -> None:
    db = Database(storage_url, lambda: START)
    is_open = [int(OFFICE.is_open(START + n * A_MINUTE)) for n in range(MINUTES * 3)]

    @given(steps)
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def check(taken: list[tuple[int, Step]]) -> None:
        def play(session: Session) -> tuple[timedelta, int]:
            now = START
            number = opened(session, now).id
            for wait, step in taken:
                now += wait * A_MINUTE
                tickets.take(session, step, number, SANNE, now, GIVEN)
            now += timedelta(hours=5)
            session.flush()
            rows = session.scalars(select(Audit).where(Audit.ticket_id == number).order_by(Audit.id)).all()
            worked = solving.worked(tickets.get(session, number), OFFICE, now)
            return worked, minutes_of_the_audit(list(rows), now, is_open)

        worked, counted = db.write_now(play)
        assert worked == counted * A_MINUTE

    try:
        check()
    finally:
        db.close()


def at(hour: int, day: int = 3) -> datetime:
    """This hour in December, on the clock of the Netherlands."""
    return datetime(2026, 12, day, hour, tzinfo=ZONE).astimezone(UTC)


def solved(session: Session) -> TicketView:
    """Two hours of ours before the answer, one after the asker wrote again; closed the next morning."""
    ticket = opened(session, at(9))
    for step, moment in (
        (Step.ANSWER, at(11)),
        (Step.WRITE, at(12)),
        (Step.ANSWER, at(13)),
        (Step.CLOSE, at(9, 4)),
    ):
        ticket = tickets.take(session, step, ticket.id, SANNE, moment).ticket
    return ticket


async def test_it_is_written_down_once_closed_and_goes_on_when_opened_again(db: Database) -> None:
    ticket = await db.write(solved)
    assert [t.id for t in await db.read(solving.unsettled)] == [ticket.id]
    await db.write(solving.settle, OFFICE, timedelta(hours=3), at(10, 4))
    kept = await db.read(tickets.get, ticket.id)
    assert (kept.solve_s, kept.in_time) == (3 * 3600, True)
    assert not await db.read(solving.unsettled)
    again = await db.write(tickets.take, Step.WRITE, ticket.id, Actor(1, "Joke"), at(12, 4))
    assert (again.ticket.solve_s, again.ticket.in_time) == (None, None)
    await db.write(tickets.take, Step.CLOSE, ticket.id, SANNE, at(13, 4))
    await db.write(solving.settle, OFFICE, timedelta(hours=3), at(14, 4))
    kept = await db.read(tickets.get, ticket.id)
    assert (kept.solve_s, kept.in_time) == (4 * 3600, False)


async def test_without_a_target_nothing_is_late_or_in_time(db: Database) -> None:
    ticket = await db.write(solved)
    await db.write(solving.settle, OFFICE, timedelta(), at(10, 4))
    assert (await db.read(tickets.get, ticket.id)).in_time is None
    free = await db.write(opened, at(9))
    assert not solving.is_overdue(free, OFFICE, timedelta(), at(9, 24))


async def test_overdue_is_what_waits_for_us_now_and_did_for_too_long_in_all(db: Database) -> None:
    target = timedelta(hours=3)

    def play(session: Session) -> list[int]:
        found = [opened(session, at(9)) for _ in range(3)]
        tickets.take(session, Step.ANSWER, found[1].id, SANNE, at(11))
        tickets.take(session, Step.SNOOZE, found[2].id, SANNE, at(11), GIVEN)
        return [ticket.id for ticket in found]

    numbers = await db.write(play)

    async def overdue(now: datetime) -> list[int]:
        standing = await db.read(overview.standing, OFFICE, timedelta(), target, now)
        assert standing.all_late == len(standing.overdue)
        return [ticket.id for ticket in standing.overdue]

    assert await overdue(at(11) + timedelta(minutes=59)) == []
    assert await overdue(at(12)) == numbers[:1]
    await db.write(tickets.take, Step.WRITE, numbers[1], Actor(1, "Joke"), at(9, 4))
    assert await overdue(at(9, 4) + timedelta(minutes=59)) == numbers[:1]
    assert await overdue(at(10, 4)) == numbers[:2]


@pytest.mark.parametrize("reason", [None, "elsewhere", "spam", "duplicate", "solved"])
async def test_the_report_counts_what_was_solved_in_its_days(db: Database, reason: str | None) -> None:
    def play(session: Session) -> None:
        scene.entries(session)
        scene.ticket(session, at(9), 60)
        for minutes in (10, 20, 61, 200, 600):
            closed = {"state": State.CLOSED, "closed_at": at(12), "answered_at": at(11), "close_reason": reason}
            timed = {"solve_s": minutes * 60, "in_time": minutes < 300}
            scene.ticket(session, at(9, 1), 60, **closed, **timed)  # type: ignore[arg-type]
        before = {"state": State.CLOSED, "closed_at": at(12) - timedelta(days=7), "answered_at": at(11)}
        scene.ticket(session, at(9, 1), 60, **before, solve_s=60, in_time=True)  # type: ignore[arg-type]

    await db.write(play)
    week = report_period.of(report_period.WEEK, at(9).date())
    found = await db.read(report.make, week, at(9, 9), ZONE)
    words = report_words.words(texts("nl"), found, at(9, 9), ZONE)
    if reason in ("spam", "duplicate"):
        assert "afgerond" not in words
        return
    assert "Er zijn 5 vragen afgerond. De helft wachtte in totaal hoogstens 75 minuten op ons." in words
    assert "Op tijd: 4 van de 5." in words
    assert len(found.before.solutions) == 1
