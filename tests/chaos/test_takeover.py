"""Several processes on one database: one works, another takes over, and a paused one keeps still."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import Clock
from bot.demo.actors import words
from bot.demo.server.server import BotApiServer
from storage import outbox
from storage.database import Database
from storage.outbox import OutboxRow
from tests.chaos.bot_process import BotProcess

pytestmark = pytest.mark.xdist_group("chaos")

QUESTION = "hoe vraag ik een gratis vog aan voor vrijwilligers"
ANSWER = "Hoe vraag ik een gratis VOG aan"


class Pair:
    """A process at work and one that stands by."""

    def __init__(self, server: BotApiServer, storage_url: str, folder: Path) -> None:
        self.server, self.db = server, Database(storage_url, Clock().now)
        group = server.group("Helpdesk")
        self.first, self.second = (self._process(storage_url, folder / n, group.chat_id) for n in ("one", "two"))

    def _process(self, storage_url: str, folder: Path, chat_id: int) -> BotProcess:
        folder.mkdir()
        return BotProcess(self.server, storage_url, folder, "polling", chat_id)

    async def start(self) -> None:
        await self.first.start()
        await self.second.start(ready=False)
        await self.until_says(self.second, "standing by", 60)

    async def until_says(self, process: BotProcess, words: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        while words not in process.output():
            assert time.monotonic() < end, f"it does not say '{words}':\n{process.output()[-2000:]}"
            await asyncio.sleep(0.02)

    async def until_sent(self, count: int) -> None:
        end = time.monotonic() + 30
        while len(self.server.world.ledger.sent) < count:
            assert time.monotonic() < end, self.first.output()[-2000:]
            await asyncio.sleep(0.01)

    async def end(self) -> None:
        await self.first.end()
        await self.second.end()
        self.db.close()


@pytest.fixture
async def pair(storage_url: str, tmp_path: Path) -> AsyncIterator[Pair]:
    async with await BotApiServer.start() as server:
        both = Pair(server, storage_url, tmp_path)
        try:
            yield both
        finally:
            await both.end()


async def test_who_stands_by_takes_over_at_once_from_a_dead_process(pair: Pair) -> None:
    joke = pair.server.person("Joke")
    await pair.start()
    await pair.first.kill()
    before = time.monotonic()
    await joke.says(QUESTION)
    await joke.waits_for(ANSWER)
    assert time.monotonic() - before < 11  # not the twelve seconds of the lease
    assert await pair.second.stop() == 0


async def test_who_stands_by_takes_over_at_once_from_a_stopped_process(pair: Pair) -> None:
    joke = pair.server.person("Joke")
    await pair.start()
    assert await pair.first.stop() == 0
    await joke.says(QUESTION)
    await joke.waits_for(ANSWER)


async def test_a_paused_process_does_not_send_when_it_wakes(pair: Pair) -> None:
    """Paused in the middle of its calls, it wakes after another took over: it repeats nothing, and stops."""
    if pair.db.engine.dialect.name == "sqlite":
        return  # once is enough: it takes as long as the lease
    people = [pair.server.person(f"P{n}") for n in range(40)]
    await pair.start()
    pair.server.faults.add("delay", method="sendMessage", count=0, seconds=0.05)
    asking = asyncio.gather(*(p.says(QUESTION) for p in people))
    await pair.until_sent(8)
    pair.first.pause()
    await asking
    await pair.until_says(pair.second, "ready: @", 60)
    for person in people:
        await person.waits_for(ANSWER, timeout=40)
    pair.first.go_on()
    await pair.until_says(pair.first, "another process took over", 30)
    await asyncio.sleep(1)
    rows = await pair.db.read(lambda s: list(s.scalars(select(OutboxRow))))
    got = 0
    for person in people:
        got += sum(ANSWER in words(m) for m in await person.messages())
    flagged = sum(row.repeated for row in rows)
    assert {row.state for row in rows} == {outbox.SENT}
    assert len(people) <= got <= len(people) + flagged and flagged <= 8
