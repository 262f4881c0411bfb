"""Transactions are functions: waiting ones share a commit, and a failing one harms no other."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from storage import deferred, engine, inbox, outbox
from storage.database import Database
from storage.deferred import NotAllTouchedError
from storage.inbox import InboxUpdate, Received
from storage.outbox import Draft, OutboxRow
from tests.storage.gate import Gate

NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)


class Hooks:
    """Notes what commits say; `taken` counts places that were taken and not yet given back."""

    def __init__(self) -> None:
        self.taken, self.kept, self.undone, self.batches = 0, 0, 0, 0

    def before_commit(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            draft.state = outbox.SENDING
            self.taken += 1

    def after_commit(self, drafts: list[Draft]) -> None:
        self.batches += 1
        self.kept += len(drafts)

    def after_rollback(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            if draft.state == outbox.SENDING:
                draft.state = outbox.NEW
                self.taken -= 1
                self.undone += 1


def store(session: Session, number: int) -> int:
    inbox.store(session, [Received(number, "{}")], NOW)
    return number


def say(session: Session, chat: int, key: str | None = None) -> int:
    return outbox.enqueue(session, Draft(chat, "sendMessage", {"text": "Dag"}, key=key))


def fail(session: Session, number: int) -> None:
    store(session, number)
    raise LookupError(f"op bestelling {number}")


def fail_in_sql(session: Session) -> None:
    session.connection().exec_driver_sql("SELECT * FROM no_such_table")


def count(session: Session, table: type) -> int:
    return session.execute(select(func.count()).select_from(table)).scalar_one()


async def test_a_failing_function_harms_no_other_of_its_commit(db: Database) -> None:
    async with Gate(db):
        good = [asyncio.create_task(db.write(store, n)) for n in range(10)]
        bad = [asyncio.create_task(db.write(fail, 100)), asyncio.create_task(db.write(fail_in_sql))]
        good += [asyncio.create_task(db.write(store, n)) for n in range(10, 20)]
    assert await asyncio.gather(*good) == list(range(20))
    failures = await asyncio.gather(*bad, return_exceptions=True)
    assert isinstance(failures[0], LookupError) and "no_such_table" in str(failures[1])
    kept = await db.read(lambda s: set(s.scalars(select(InboxUpdate.update_id))))
    assert kept == set(range(20))


async def test_functions_that_wait_share_commits(storage_url: str) -> None:
    hooks = Hooks()
    db = Database(storage_url, lambda: NOW, hooks)
    async with Gate(db):
        said = [asyncio.create_task(db.write(say, n)) for n in range(1, 25)]
    await asyncio.gather(*said)
    assert hooks.kept == 24 and hooks.batches <= 4
    db.close()


async def test_functions_run_in_the_order_in_which_they_were_asked_for_on_sqlite(db: Database) -> None:
    if db.engine.dialect.name != "sqlite":
        return  # PostgreSQL has several writers: order is kept by whoever waits for the result
    seen: list[int] = []
    await asyncio.gather(*(db.write(lambda s, n=n: seen.append(n)) for n in range(50)))  # type: ignore[misc]
    assert seen == list(range(50))


async def test_places_are_given_back_when_the_commit_fails(storage_url: str) -> None:
    hooks = Hooks()
    db = Database(storage_url, lambda: NOW, hooks)
    await db.write(say, 1, "eens")
    async with Gate(db):
        twice = [asyncio.create_task(db.write(say, n, "eens" if n == 5 else None)) for n in range(2, 8)]
    results = await asyncio.gather(*twice, return_exceptions=True)
    assert [isinstance(r, Exception) for r in results] == [n == 5 for n in range(2, 8)]
    assert hooks.undone >= 1 and hooks.kept == 6
    assert hooks.taken == 6  # one for each row that was kept
    assert await db.read(count, OutboxRow) == 6
    db.close()


async def test_close_finishes_what_was_asked_and_then_takes_no_more(storage_url: str) -> None:
    db = Database(storage_url, lambda: NOW)
    asked = [asyncio.create_task(db.write(store, n)) for n in range(100)]
    await asyncio.sleep(0)
    db.close()
    assert await asyncio.gather(*asked) == list(range(100))
    with pytest.raises(RuntimeError, match="closed"):
        await db.write(store, 1000)
    again = Database(storage_url, lambda: NOW)
    assert await again.read(count, InboxUpdate) == 100
    again.close()


async def test_who_stops_waiting_undoes_nothing_and_disturbs_nobody(db: Database) -> None:
    async with Gate(db):
        impatient = asyncio.create_task(db.write(store, 1))
        patient = asyncio.create_task(db.write(store, 2))
        await asyncio.sleep(0.01)
        impatient.cancel()
    assert await patient == 2
    assert await db.write(count, InboxUpdate) == 2


async def test_reading_changes_nothing(db: Database) -> None:
    await db.read(store, 1)
    assert await db.read(count, InboxUpdate) == 0


def test_commands_write_and_read_without_a_loop(db: Database) -> None:
    assert db.write_now(store, 7) == 7
    assert db.read_now(count, InboxUpdate) == 1
    with pytest.raises(LookupError):
        db.write_now(fail, 8)
    assert db.read_now(count, InboxUpdate) == 1


TOUCH = (
    update(InboxUpdate.__table__)  # type: ignore[arg-type]
    .where(InboxUpdate.update_id == bindparam("b_id"), InboxUpdate.state == "new")
    .values(state=bindparam("b_state"))
)


def put_off(session: Session, number: int, exact: bool) -> None:
    deferred.put_off(session, TOUCH, {"b_id": number, "b_state": "done"}, exact)


async def test_what_is_put_off_runs_in_the_same_commit(db: Database) -> None:
    for n in range(6):
        await db.write(store, n)
    async with Gate(db):
        done = [asyncio.create_task(db.write(put_off, n, True)) for n in range(5)]
    await asyncio.gather(*done)
    assert await db.read(inbox.counts) == {"done": 5, "new": 1}


async def test_exact_means_every_row_and_the_others_are_not_harmed(db: Database) -> None:
    for n in range(4):
        await db.write(store, n)
    await db.write(put_off, 2, True)
    async with Gate(db):
        done = [asyncio.create_task(db.write(put_off, n, True)) for n in (0, 2, 3, 77)]
    found = await asyncio.gather(*done, return_exceptions=True)
    assert [isinstance(f, NotAllTouchedError) for f in found] == [False, True, False, True]
    assert await db.read(inbox.counts) == {"done": 3, "new": 1}


async def test_inexact_may_touch_nothing(db: Database) -> None:
    await db.write(put_off, 77, False)


async def test_an_update_is_done_once_however_often_it_is_handled(db: Database) -> None:
    def handle(session: Session) -> None:
        inbox.mark_done(session, 5, NOW)
        say(session, 1)

    await db.write(store, 5)
    tries = await asyncio.gather(*(db.write(handle) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(t, NotAllTouchedError) for t in tries) == 4
    assert await db.read(count, OutboxRow) == 1


async def test_a_naive_moment_is_refused(db: Database) -> None:
    with pytest.raises(Exception, match="needs a time zone"):
        await db.write(inbox.store, [Received(1, "{}")], datetime(2026, 12, 3, 9, 2))  # noqa: DTZ001
    await db.write(store, 1)
    assert await db.read(lambda s: s.scalars(select(InboxUpdate.received_at)).one()) == NOW


def test_another_database_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="'mysql' is not supported"):
        Database("mysql://x/y", lambda: NOW)


async def test_a_transaction_that_hangs_holds_up_others_for_some_seconds_only(
    db: Database, storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a process that is paused in the middle of one: PostgreSQL ends it. SQLite cannot."""
    if db.engine.dialect.name == "sqlite":
        return
    monkeypatch.setattr(engine, "IDLE_TIMEOUT_MS", 300)
    await db.write(store, 1)
    paused = engine.make_engine(storage_url)
    with paused.connect() as connection:
        connection.execute(update(InboxUpdate).values(attempts=7))
        before = time.monotonic()
        await db.write(put_off, 1, True)
        assert time.monotonic() - before < 20
        with pytest.raises(DBAPIError):
            connection.execute(select(InboxUpdate.attempts))
    paused.dispose()
    assert await db.read(inbox.counts) == {"done": 1}


async def test_a_connection_that_died_at_rest_is_replaced_unnoticed(
    db: Database, storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server was restarted at night: the first question in the morning is kept all the same."""
    if db.engine.dialect.name == "sqlite":
        return
    monkeypatch.setattr(engine, "TRUSTED_S", 0.0)
    await db.write(store, 1)
    await db.read(inbox.counts)
    others = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
    killer = engine.make_engine(storage_url)
    with killer.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(others)  # its own connection too
    killer.dispose()
    await db.write(store, 2)
    assert await db.read(inbox.counts) == {"new": 2}
