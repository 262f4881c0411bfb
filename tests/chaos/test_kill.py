"""kill -9 of the real program, again and again: nothing is lost, and what comes twice was in flight and is flagged."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.demo.actors import Person
from bot.demo.server.server import BotApiServer
from storage import inbox, outbox
from storage.attachments import Attachment
from storage.base import reserve_ids
from storage.database import Database
from storage.outbox import Body, OutboxRow, Priority
from tests.chaos.bot_process import BotProcess

pytestmark = pytest.mark.xdist_group("chaos")

IN_FLIGHT = 8  # the default of limits.in_flight
KILLS = 3
QUESTION = "hoe vraag ik een gratis vog aan voor vrijwilligers"


@dataclass
class Scene:
    """A server, the bot's database as seen from here, and the bot."""

    server: BotApiServer
    bot: BotProcess
    db: Database
    sent_before: int = 0  # calls accepted when the bot was last killed

    def got(self) -> Counter[int]:
        """How many messages of the bot each private chat holds."""
        chats = self.server.world.chats.values()
        mine = {c.id: sum(m["from"]["is_bot"] for m in c.messages.values()) for c in chats if c.is_private}
        return Counter({chat: n for chat, n in mine.items() if n})

    async def rows(self) -> list[OutboxRow]:
        return await self.db.read(lambda s: list(s.scalars(select(OutboxRow).where(OutboxRow.chat_id > 0))))

    async def until(self, fits: Callable[[], bool], seconds: float, why: str) -> None:
        end = time.monotonic() + seconds
        while not fits():
            assert time.monotonic() < end, f"{why}\n{self.bot.output()[-3000:]}"
            await asyncio.sleep(0.005)

    async def until_all_sent(self, seconds: float = 60) -> list[OutboxRow]:
        """Wait until nothing waits in inbox or outbox; returns the rows to people."""
        end = time.monotonic() + seconds
        while True:
            waiting = await self.db.read(inbox.counts), await self.db.read(outbox.counts)
            pending = len(self.server.world.updates.pending) + self.server.control.webhook.pending
            if not pending and not waiting[0].get(inbox.NEW) and not {outbox.NEW, outbox.SENDING} & set(waiting[1]):
                return await self.rows()
            assert time.monotonic() < end, f"still {pending} and {waiting}\n{self.bot.output()[-3000:]}"
            await asyncio.sleep(0.1)

    async def kill_after(self, calls: int) -> None:
        """Let so many calls be accepted since the last time, then kill -9, and start again."""
        sent = self.server.world.ledger.sent
        enough = self.sent_before + calls
        await self.until(lambda: len(sent) >= enough, 60, f"no {calls} more calls")
        await self.bot.kill()
        self.sent_before = len(sent)
        await self.bot.start(ready=False)  # it sends before it can answer


@pytest.fixture(params=["polling"])
async def scene(request: pytest.FixtureRequest, storage_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with await BotApiServer.start(webhook_pause=0.02) as server:
        group = server.group("Helpdesk")
        bot = BotProcess(server, storage_url, tmp_path, request.param, group.chat_id)
        db = Database(storage_url, Clock().now)
        # Calls that take a while, so that the killing finds some under way.
        server.faults.add("delay", method="sendMessage", count=0, seconds=0.003, jitter=0.02)
        try:
            yield Scene(server, bot, db)
        finally:
            await bot.end()
            db.close()


@pytest.mark.parametrize("scene", ["polling", "webhook"], indirect=True)
async def test_killed_during_intake_no_question_is_lost(scene: Scene) -> None:
    people = [scene.server.person(f"P{n}") for n in range(100)]
    await scene.bot.start()
    asking = asyncio.create_task(_ask(people, 6))
    for _ in range(KILLS):
        await scene.kill_after(90)
    await asking
    rows = await scene.until_all_sent()

    assert await scene.db.read(inbox.counts) == {inbox.DONE: 600}
    assert Counter(row.chat_id for row in rows) == {p.id: 6 for p in people}
    _nothing_lost_and_repeats_flagged(scene, rows, kills=KILLS)


async def test_killed_during_a_broadcast_everyone_gets_it(scene: Scene) -> None:
    people = [scene.server.person(f"P{n}").id for n in range(2000)]
    await scene.db.write(_broadcast, people)
    await scene.bot.start()
    for _ in range(KILLS):
        await scene.kill_after(300)
    rows = await scene.until_all_sent()
    assert {row.chat_id for row in rows} == set(people)
    _nothing_lost_and_repeats_flagged(scene, rows, kills=KILLS)


async def test_killed_while_sending_files_everyone_gets_theirs_whole(scene: Scene) -> None:
    scene.server.faults.add("delay", method="sendDocument", count=0, seconds=0.003, jitter=0.02)
    people = [scene.server.person(f"P{n}").id for n in range(1200)]
    await scene.db.write(_files, people)
    await scene.bot.start()
    for _ in range(KILLS):
        await scene.kill_after(150)
    rows = await scene.until_all_sent()
    assert {row.chat_id for row in rows} == set(people)
    _nothing_lost_and_repeats_flagged(scene, rows, kills=KILLS)
    files, chats = scene.server.world.files, scene.server.world.chats
    for person in people:
        got = [m["document"]["file_id"] for m in chats[person].messages.values() if "document" in m]
        assert {files.read(files.by_id[file_id]) for file_id in got} == {_content(person)}
    # Each content travelled once, or as often as it was under way before what Telegram calls it was kept.
    assert len(files.by_id) <= (1 + KILLS) * IN_FLIGHT


async def test_sigterm_finishes_what_is_under_way_and_a_restart_continues(scene: Scene) -> None:
    people = [scene.server.person(f"P{n}").id for n in range(600)]
    await scene.db.write(_broadcast, people)
    await scene.bot.start()
    sent = scene.server.world.ledger.sent
    for enough in (100, 250):
        await scene.until(lambda enough=enough: len(sent) >= enough, 60, "no calls")  # type: ignore[misc]
        before = time.monotonic()
        assert await scene.bot.stop() == 0, scene.bot.output()
        assert time.monotonic() - before < 9  # and not ten, which is how long it has patience
        assert outbox.SENDING not in await scene.db.read(outbox.counts)
        await scene.bot.start()
    rows = await scene.until_all_sent()
    assert scene.got() == dict.fromkeys(people, 1)
    assert not any(row.repeated for row in rows)
    assert await scene.bot.stop() == 0
    assert "Traceback" not in scene.bot.output()


async def test_sigterm_while_starting_ends_it_too(scene: Scene) -> None:
    scene.server.faults.add("outage", seconds=30)  # it waits for Telegram
    await scene.bot.start(ready=False)
    await scene.until(lambda: "out of reach" in scene.bot.output(), 30, "it did not say what it waits for")
    assert await scene.bot.stop() == 0
    assert "Traceback" not in scene.bot.output()


async def _ask(people: list[Person], times: int) -> None:
    """Questions of all, over some seconds, faster than the bot answers."""
    for _ in range(times):
        for person in people:
            await person.says(QUESTION)
            await asyncio.sleep(0.004)


def _content(person: int) -> bytes:
    return b"%d " % (person % 3) * 20_000


def _files(session: Session, chats: list[int]) -> None:
    now = Clock().now()
    for chat in chats:
        file = Attachment("lijst.txt", "text/plain", _content(chat))
        outbox.enqueue(session, outbox.attached(session, chat, file, {}, now, priority=Priority.REMINDER))


def _broadcast(session: Session, chats: list[int]) -> None:
    now = Clock().now()
    body = Body(language="nl", payload={"text": "Nieuws"}, created_at=now)
    session.add(body)
    session.flush()
    first = reserve_ids(len(chats))
    fixed = {"method": "sendMessage", "body_id": body.id, "priority": int(Priority.BROADCAST), "state": outbox.NEW}
    rest = {"attempts": 0, "repeated": False, "created_at": now}
    session.execute(insert(OutboxRow), [{"id": first + n, "chat_id": c, **fixed, **rest} for n, c in enumerate(chats)])


def _nothing_lost_and_repeats_flagged(scene: Scene, rows: list[OutboxRow], kills: int) -> None:
    """Each chat holds as many messages as there are rows for it, and at most one more for each flagged row."""
    assert all(row.state == outbox.SENT for row in rows)
    wanted = Counter(row.chat_id for row in rows)
    flagged = Counter(row.chat_id for row in rows if row.repeated)
    got = scene.got()
    for chat, count in wanted.items():
        assert count <= got[chat] <= count + flagged[chat]
    repeats = got.total() - wanted.total()
    print(f"{kills} kills: {wanted.total()} messages, {repeats} came twice, {flagged.total()} were in doubt")
    assert repeats <= flagged.total() <= kills * IN_FLIGHT
