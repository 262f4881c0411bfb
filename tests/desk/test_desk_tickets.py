"""Tickets: every step from every state, who has it, and what two people do at the same moment."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import people
from bot.desk import tickets
from bot.desk.states import OPEN, TRANSITIONS, State, Step, after
from bot.desk.ticket import Actor, Given, Question, Stepped, TicketView
from storage.database import Database
from storage.desk import Audit

JOKE, SANNE, KARIM = Actor(1, "Joke"), Actor(2, "Sanne"), Actor(3, "Karim")
# A way into each state.
WAYS: dict[State, tuple[Step, ...]] = {
    State.NEW: (),
    State.CLAIMED: (Step.CLAIM,),
    State.WAITING: (Step.ANSWER, Step.WAIT),
    State.ANSWERED: (Step.ANSWER,),
    State.SNOOZED: (Step.SNOOZE,),
    State.CLOSED: (Step.ANSWER, Step.CLOSE),
    State.WITHDRAWN: (Step.WITHDRAW,),
    State.MERGED: (Step.MERGE,),
}
GIVEN = Given(to=KARIM, until=datetime(2026, 12, 4, 8, tzinfo=UTC), into=404)


def new_ticket(session: Session, now: datetime, text: str = "mag de straat dicht") -> TicketView:
    """Joke's question."""
    people.meet(session, 1, "Joke", None, "nl", now)
    return tickets.open_ticket(session, 1, Question(text, "nl"), now)


def in_state(session: Session, state: State, now: datetime) -> TicketView:
    """A ticket that came into this state, by Sanne."""
    ticket = new_ticket(session, now)
    for step in WAYS[state]:
        ticket = tickets.take(session, step, ticket.id, SANNE, now, GIVEN).ticket
    return ticket


@pytest.mark.parametrize(("state", "step"), list(product(State, Step)))
async def test_each_step_from_each_state_does_what_the_table_says(
    db: Database, now: datetime, state: State, step: Step
) -> None:
    def scene(session: Session) -> tuple[Stepped, TicketView, list[Audit]]:
        ticket = in_state(session, state, now)
        stepped = tickets.take(session, step, ticket.id, KARIM, now + timedelta(minutes=1), GIVEN)
        session.flush()
        audit = session.scalars(select(Audit).where(Audit.ticket_id == ticket.id).order_by(Audit.id)).all()
        return stepped, tickets.get(session, ticket.id), list(audit)

    stepped, stored, audit = await db.write(scene)
    expected = after(step, state, stepped.before.claimed_by is not None, stepped.before.answered_at is not None)
    assert stepped.before.state is state
    assert stepped.done is (expected is not None)
    assert stepped.ticket == stored
    if expected is None:
        assert stored == stepped.before
        assert len(audit) == 1 + len(WAYS[state])
        return
    assert stored.state is expected
    assert stored.version == stepped.before.version + 1
    assert (audit[-1].action, audit[-1].actor_id) == (step, KARIM.id)
    assert audit[-1].details is not None
    assert (audit[-1].details["from"], audit[-1].details["to"]) == (state, expected)


async def test_whoever_has_a_ticket_has_it_in_every_open_state_but_new(db: Database, now: datetime) -> None:
    def scene(session: Session) -> list[TicketView]:
        made = [in_state(session, state, now) for state in State]
        return [tickets.take(session, step, t.id, KARIM, now, GIVEN).ticket for t, step in product(made, Step)]

    for ticket in await db.write(scene):
        if ticket.state is State.NEW:
            assert ticket.claimed_by is None
        elif ticket.state in OPEN:
            assert ticket.claimed_by in (SANNE.id, KARIM.id)
        assert (ticket.closed_at is None) is (ticket.state in OPEN)


def test_from_every_state_a_person_can_still_be_reached() -> None:
    """No dead ends: every state has a step that leads to an open one."""
    for state in State:
        assert any(ways.get(state) in OPEN for ways in TRANSITIONS.values())


async def test_of_ten_who_claim_at_once_one_has_it(db: Database, now: datetime) -> None:
    ticket = await db.write(new_ticket, now)
    staff = [Actor(10 + n, f"S{n}") for n in range(10)]
    results = await asyncio.gather(*(db.write(tickets.take, Step.CLAIM, ticket.id, who, now) for who in staff))
    winners = [actor for actor, result in zip(staff, results, strict=True) if result.done]
    assert len(winners) == 1
    assert {result.ticket.claimed_by for result in results} == {winners[0].id}


def test_two_databases_connections_race_and_one_wins(storage_url: str, now: datetime) -> None:
    """Two processes: each has read the ticket before the other commits."""
    first, second = Database(storage_url, lambda: now), Database(storage_url, lambda: now)
    try:
        ticket = first.write_now(new_ticket, now)
        with second.engine.connect() as connection, Session(bind=connection) as session:
            if first.engine.dialect.name == "sqlite":
                session.rollback()  # SQLite lets only one in at a time: the second comes after the first
            else:
                assert tickets.get(session, ticket.id).state is State.NEW
            assert first.write_now(tickets.take, Step.CLAIM, ticket.id, SANNE, now).done
            late = tickets.take(session, Step.CLAIM, ticket.id, KARIM, now)
            session.commit()
        assert not late.done
        assert late.ticket.claimed_name == "Sanne"
    finally:
        first.close()
        second.close()


async def test_a_step_meets_another_one_and_still_happens(db: Database, now: datetime) -> None:
    """Withdrawing is allowed from new and from claimed, so it succeeds whoever is first."""
    for _ in range(5):
        ticket = await db.write(new_ticket, now)
        claim = db.write(tickets.take, Step.CLAIM, ticket.id, SANNE, now)
        withdraw = db.write(tickets.take, Step.WITHDRAW, ticket.id, JOKE, now)
        _, withdrawn = await asyncio.gather(claim, withdraw)
        assert withdrawn.done
        assert (await db.read(tickets.get, ticket.id)).state is State.WITHDRAWN


async def test_the_queue_is_oldest_first_and_of_a_member_the_last_active(db: Database, now: datetime) -> None:
    def scene(session: Session) -> tuple[list[int], list[int], list[int]]:
        one, two, three = (new_ticket(session, now + timedelta(minutes=n)) for n in range(3))
        tickets.take(session, Step.WRITE, one.id, JOKE, now + timedelta(minutes=9))
        tickets.take(session, Step.WITHDRAW, two.id, JOKE, now)
        queue = [t.id - one.id for t in tickets.all_open(session)]
        return queue, [t.id - one.id for t in tickets.of_member(session, 1)], [tickets.earlier(session, three)]

    assert await db.write(scene) == ([0, 2], [0, 2], [2])


async def test_there_is_no_such_ticket(db: Database, now: datetime) -> None:
    with pytest.raises(LookupError):
        await db.write(tickets.take, Step.CLAIM, 404, SANNE, now)


async def test_what_slept_and_is_given_back_waits_for_us_from_then_on(db: Database, now: datetime) -> None:
    ticket = await db.write(new_ticket, now)
    await db.write(tickets.take, Step.SNOOZE, ticket.id, KARIM, now, GIVEN)
    later = now + timedelta(hours=20)
    released = await db.write(tickets.take, Step.RELEASE, ticket.id, KARIM, later)
    assert (released.ticket.state, released.ticket.waits_since) == (State.NEW, later)
