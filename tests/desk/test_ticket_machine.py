"""Any row of steps, by people one after another or at the same time: the ticket does what the model says, and the
audit tells all of it (Hypothesis, on SQLite and PostgreSQL)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.states import Step
from bot.desk.ticket import Actor, Given, Question, Stepped, TicketView
from storage.database import Database
from storage.desk import Audit
from tests.desk.ticket_model import Model

NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)
GIVEN = Given(to=Actor(7, "Ellen"), until=NOW + timedelta(days=1), into=404)
TO = 7
PEOPLE = 3
STEPS = st.sampled_from(Step)
ACTORS = st.sampled_from([Actor(n, f"S{n}") for n in range(1, PEOPLE + 1)])
AT_ONCE = st.lists(st.tuples(STEPS, ACTORS), min_size=2, max_size=PEOPLE)


@pytest.fixture
def processes(storage_url: str) -> Iterator[list[Database]]:
    """As many programs on one database as there are people: nothing but the database keeps them apart."""
    found = [Database(storage_url, lambda: NOW) for _ in range(PEOPLE)]
    yield found
    for database in found:
        database.close()


def test_a_ticket_does_what_the_model_says(processes: list[Database]) -> None:
    with ThreadPoolExecutor(PEOPLE) as threads:

        class Machine(TicketMachine):
            def __init__(self) -> None:
                super().__init__(processes, threads)

        slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
        run = settings(max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=slow)
        run_state_machine_as_test(Machine, settings=run)


class TicketMachine(RuleBasedStateMachine):
    """One ticket, from when it was opened."""

    def __init__(self, processes: list[Database], threads: ThreadPoolExecutor) -> None:
        super().__init__()
        self.processes, self.threads = processes, threads
        self.model, self.done = Model(), 0
        self.ticket = processes[0].write_now(tickets.open_ticket, 1, Question("mag de straat dicht", "nl"), NOW)

    @rule(step=STEPS, actor=ACTORS)
    def any_one(self, step: Step, actor: Actor) -> None:
        self.one(step, actor)

    def one(self, step: Step, actor: Actor) -> None:
        stepped = self._take(0, step, actor)
        expected = self.model.take(step, actor.id or 0, TO)
        assert stepped.done is (expected is not None)
        if expected is not None:
            self.model, self.done = expected, self.done + 1

    @rule(number=st.integers(0, 1000), actor=ACTORS)
    def one_that_may_be(self, number: int, actor: Actor) -> None:
        """Refused steps lead nowhere; so that rows of steps become long, most may be taken.

        A number, and not one of these steps, is drawn: what may be done depends on who was first before.
        """
        possible = [step for step in Step if self.model.take(step, actor.id or 0, TO) is not None]
        self.one(possible[number % len(possible)], actor)

    @rule(wanted=AT_ONCE)
    def at_once(self, wanted: list[tuple[Step, Actor]]) -> None:
        """Each step happened before or after each other one: in the order of the audit all that was done may be done,
        and what was refused was refusable at some moment between."""
        barrier = Barrier(len(wanted))

        def run(number: int) -> Stepped:
            barrier.wait(30)
            return self._take(number, *wanted[number])

        results = list(self.threads.map(run, range(len(wanted))))
        moments = [self.model]
        for row in self.processes[0].read_now(_audit, self.ticket.id)[1 + self.done :]:
            following = moments[-1].take(Step(row.action), row.actor_id or 0, TO)
            assert following is not None, (moments[-1], row.action)
            moments.append(following)
        refused = [w for w, stepped in zip(wanted, results, strict=True) if not stepped.done]
        for step, actor in refused:
            assert any(m.take(step, actor.id or 0, TO) is None for m in moments), (step, moments)
        assert len(moments) - 1 == len(wanted) - len(refused)
        self.model, self.done = moments[-1], self.done + len(moments) - 1

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        stored, rows = self.processes[0].read_now(_stored, self.ticket.id)
        assert stored.state == self.model.state
        assert stored.claimed_by == self.model.holder
        assert stored.version == 1 + self.done
        assert (stored.closed_at is not None) is (self.model.over is not None)
        assert (stored.snoozed_until is not None) is self.model.asleep
        assert (stored.merged_into is not None) is (self.model.over == "merged")
        assert _is_a_chain(rows)
        assert len(rows) == 1 + self.done

    def _take(self, process: int, step: Step, actor: Actor) -> Stepped:
        return self.processes[process].write_now(tickets.take, step, self.ticket.id, actor, NOW, GIVEN)


def _stored(session: Session, ticket_id: int) -> tuple[TicketView, Sequence[Audit]]:
    return tickets.get(session, ticket_id), _audit(session, ticket_id)


def _audit(session: Session, ticket_id: int) -> Sequence[Audit]:
    found = session.scalars(select(Audit).where(Audit.ticket_id == ticket_id).order_by(Audit.id)).all()
    session.expunge_all()
    return found


def _is_a_chain(rows: Sequence[Audit]) -> bool:
    """Each row begins where the one before it ended: no step is missing, none is there twice."""
    at = "new"
    for row in rows[1:]:
        details = row.details or {}
        if details["from"] != at:
            return False
        at = details["to"]
    return rows[0].action == "open"
