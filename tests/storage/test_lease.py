"""One process works: it is replaced at once when it died, never while it lives, and a paused one keeps still."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.leader import NAME, Leader
from storage import engine, lease, outbox
from storage.database import Database
from tests.storage.gate import Gate
from tests.telegram.edge import edge_at_work, message

NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)
HERE = socket.gethostname()
ALIVE = f"{HERE}:{os.getppid()}"
ELSEWHERE = "another-machine:1"


def dead() -> str:
    """A process of this machine that is no more."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    return f"{HERE}:{gone.pid}"


async def test_who_comes_first_works_and_renews(db: Database) -> None:
    assert await db.write(lease.acquire, NAME, ALIVE, NOW) == 1
    assert await db.write(lease.acquire, NAME, ALIVE, NOW + timedelta(hours=1)) == 1
    assert await db.read(lease.holder_of, NAME) == ALIVE


@pytest.mark.parametrize("holder", [ALIVE, ELSEWHERE])
async def test_nobody_takes_over_before_the_lease_ends(db: Database, holder: str) -> None:
    await db.write(lease.acquire, NAME, holder, NOW)
    soon, late = NOW + lease.DURATION - timedelta(milliseconds=1), NOW + lease.DURATION
    assert await db.write(lease.acquire, NAME, "newcomer:1", soon) is None
    assert await db.write(lease.acquire, NAME, "newcomer:1", late) == 2
    assert await db.write(lease.acquire, NAME, holder, late) is None


async def test_a_dead_process_of_this_machine_is_replaced_at_once(db: Database) -> None:
    await db.write(lease.acquire, NAME, dead(), NOW)
    assert await db.write(lease.acquire, NAME, engine.myself(), NOW) == 2


async def test_a_dead_process_elsewhere_is_waited_for(db: Database) -> None:
    await db.write(lease.acquire, NAME, dead().replace(HERE, "another-machine"), NOW)
    assert await db.write(lease.acquire, NAME, engine.myself(), NOW) is None


async def test_who_lets_go_is_replaced_at_once(db: Database) -> None:
    await db.write(lease.acquire, NAME, ALIVE, NOW)
    assert not await db.write(lease.release, NAME, ELSEWHERE, NOW)
    assert await db.write(lease.release, NAME, ALIVE, NOW)
    assert await db.write(lease.acquire, NAME, ELSEWHERE, NOW) == 2


async def test_of_many_that_ask_at_once_one_gets_it(db: Database) -> None:
    asked = [db.write(lease.acquire, NAME, f"machine-{n}:1", NOW) for n in range(8)]
    assert sorted(e or 0 for e in await asyncio.gather(*asked)) == [0] * 7 + [1]


async def test_the_leader_stands_by_and_takes_over(storage_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "DURATION", timedelta(seconds=2))
    monkeypatch.setattr(lease, "RENEW_EVERY", timedelta(seconds=0.3))
    db = Database(storage_url, lambda: NOW)
    first, second = Leader(db), Leader(db)
    first._me, second._me = ALIVE, engine.myself()
    await first.acquire()
    waiting = asyncio.create_task(second.acquire())
    await asyncio.sleep(2.5)
    assert first.active() and not waiting.done()  # it renews, so nobody takes over
    await first.release()
    await asyncio.wait_for(waiting, 2)
    assert second.active() and not first.active()
    await second.release()
    db.close()


async def test_a_paused_process_does_not_send_and_stops_when_it_finds_out(
    storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "DURATION", timedelta(seconds=1.6))
    async with edge_at_work(storage_url, start=False) as edge:
        paused, heir = Leader(edge.db), Leader(edge.db)
        paused._me, heir._me = ALIVE, ELSEWHERE
        monkeypatch.setattr(lease, "RENEW_EVERY", timedelta(seconds=2.2))  # it renews too late: a long pause
        await paused.acquire()
        edge.sender.may_send = paused.active
        await edge.sender.start(edge.db)
        joke = edge.person()
        await edge.put(message(joke, "Op tijd"))
        await edge.all_sent()
        monkeypatch.setattr(lease, "RENEW_EVERY", timedelta(seconds=0.3))

        await asyncio.sleep(0.8)
        assert not paused.active()  # its deadline comes before the lease ends
        await edge.put(message(joke, "In de pauze"))
        await asyncio.wait_for(heir.acquire(), 20)
        await asyncio.wait_for(paused.lost.wait(), 20)
        assert await edge.texts(joke) == ["Op tijd"]
        assert [row.state for row in await edge.rows()] == [outbox.SENT, outbox.NEW]

        edge.sender.may_send = heir.active
        await edge.all_sent()
        assert await edge.texts(joke) == ["Op tijd", "In de pauze"]
        await heir.release()


async def test_who_was_paused_between_claim_and_call_does_not_call(
    storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "DURATION", timedelta(seconds=2))
    async with edge_at_work(storage_url, start=False) as edge:
        leader, joke = Leader(edge.db), edge.person()
        edge.sender.may_send = lambda: False
        await edge.sender.start(edge.db)
        await edge.put_asleep(message(joke))
        await leader.acquire()
        async with Gate(edge.db):
            edge.sender.may_send = leader.active
            edge.sender.wake()
            await asyncio.sleep(1.2)  # the row is chosen; by the time that its mark is committed the lease is doubtful
            assert not leader.active()
        [row] = await edge.until(lambda rows: rows[0].attempts == 1 and rows[0].state == outbox.NEW)
        assert not row.repeated and row.error == "unsent: another process sends now"
        assert await edge.texts(joke) == []
        await leader.release()


async def test_who_takes_over_ends_what_the_holder_before_had_open(storage_url: str) -> None:
    """A paused process keeps its locks: here its session sits in a transaction that locked a row."""
    if not storage_url.startswith("postgresql"):
        return  # SQLite has no sessions
    db, other = Database(storage_url, lambda: NOW), engine.make_engine(storage_url)
    try:
        await db.write(lease.acquire, NAME, ALIVE, NOW)
        with other.connect() as paused:
            paused.execute(text("SELECT set_config('application_name', :name, false)"), {"name": ALIVE})
            paused.execute(text("LOCK TABLE member"))
            assert await db.write(lease.acquire, NAME, engine.myself(), NOW + lease.DURATION * 2) == 2
            with pytest.raises(OperationalError):
                paused.execute(text("SELECT 1"))
            paused.invalidate()
    finally:
        other.dispose()
        db.close()
