"""What Telegram delivers is on disk before it is acknowledged, by polling and by webhook, whatever it looks like."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson
import pytest
from sqlalchemy import create_engine, select

from bot.clock import Clock
from bot.demo.server.server import BotApiServer
from bot.telegram.api import TelegramApi
from bot.telegram.intake import Intake
from bot.telegram.polling import poll
from bot.web import LARGEST_BODY, SECRET_HEADER, WebServer, add_webhook
from storage import inbox
from storage.database import Database
from storage.deferred import NotAllTouchedError
from storage.inbox import InboxUpdate, Received

SECRET = "geheim_123"


@dataclass
class Taken:
    """What was passed on for handling."""

    numbers: list[int] = field(default_factory=list)

    async def __call__(self, updates: Sequence[Received]) -> None:
        self.numbers += [u.update_id for u in updates]


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def intake(db: Database, taken: Taken) -> Intake:
    return Intake(db, Clock(), taken)


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with await BotApiServer.start() as running:
        yield running


@pytest.fixture
async def polled(server: BotApiServer, intake: Intake) -> AsyncIterator[BotApiServer]:
    """A server of which the updates are fetched."""
    api = TelegramApi(server.url, server.token)
    task = asyncio.create_task(poll(api, intake))
    yield server
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await api.close()


@pytest.fixture
async def hook(intake: Intake) -> AsyncIterator[str]:
    """The address of our webhook."""
    web = WebServer("127.0.0.1", 0)
    add_webhook(web, "https://bot.example/hook", SECRET, intake.take, intake.set_aside)
    await web.start()
    yield f"http://127.0.0.1:{web.port}/hook"
    await web.stop()


@contextmanager
def nobody_can_write(url: str) -> Iterator[None]:
    """Another program holds the database."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("BEGIN; LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
        yield
        connection.exec_driver_sql("ROLLBACK")
    engine.dispose()


async def stored(db: Database) -> dict[int, InboxUpdate]:
    rows = await db.read(lambda s: list(s.scalars(select(InboxUpdate))))
    return {row.update_id: row for row in rows}


async def until(fits: Callable[[], bool], seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not fits():
        assert time.monotonic() < end, f"waited {seconds} s"
        await asyncio.sleep(0.01)


async def test_polling_moves_on_only_when_updates_are_on_disk(
    polled: BotApiServer, db: Database, storage_url: str, taken: Taken
) -> None:
    waiting = polled.world.updates.pending
    with nobody_can_write(storage_url):
        for n in range(5):
            await polled.person(f"P{n}").says("dag")
        await asyncio.sleep(0.6)
        assert len(waiting) == 5
    await until(lambda: not waiting)
    assert sorted(await stored(db)) == [1, 2, 3, 4, 5] == sorted(set(taken.numbers))


async def test_the_webhook_answers_200_only_when_the_update_is_on_disk(
    hook: str, db: Database, storage_url: str
) -> None:
    with nobody_can_write(storage_url):
        posting = asyncio.create_task(post(hook, {"update_id": 7, "message": {}}))
        await asyncio.sleep(0.4)
        assert not posting.done()
    assert await posting == 200
    assert list(await stored(db)) == [7]


async def test_the_webhook_answers_an_error_when_the_update_cannot_be_stored(intake: Intake, db: Database) -> None:
    db.engine.dispose()
    broken = Database("sqlite:///no/such/folder/x.db", Clock().now)
    web = WebServer("127.0.0.1", 0)
    bad = Intake(broken, Clock(), Taken())
    add_webhook(web, "/hook", SECRET, bad.take, bad.set_aside)
    await web.start()
    try:
        assert await post(f"http://127.0.0.1:{web.port}/hook", {"update_id": 7}) == 500
    finally:
        await web.stop()
        broken.close()


@pytest.mark.parametrize("header", [{}, {SECRET_HEADER: "fout"}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}])
async def test_the_webhook_refuses_who_does_not_know_the_secret(
    hook: str, db: Database, header: dict[str, str]
) -> None:
    assert await post(hook, {"update_id": 7}, header) == 403
    assert await stored(db) == {}


async def test_the_webhook_refuses_a_secret_in_odd_bytes(hook: str) -> None:
    port = int(hook.split(":")[2].split("/")[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET_HEADER}: ".encode()
    writer.write(head + b"\xff\xfe\r\n\r\n{}")
    answer = await reader.readline()
    writer.close()
    assert b" 403 " in answer


async def test_the_webhook_refuses_what_is_larger_than_any_update(hook: str, db: Database) -> None:
    assert await post(hook, {"update_id": 7, "x": "a" * LARGEST_BODY}) == 413
    assert await stored(db) == {}


@pytest.mark.parametrize("body", [b"dag", b"", b'{"update_id": 7', b"\x00\xff\x00"])
async def test_what_is_not_json_is_kept_aside_and_accepted(hook: str, db: Database, body: bytes) -> None:
    assert await post(hook, body) == 200
    assert await post(hook, body) == 200  # Telegram sends it again: once is enough
    [row] = await db.read(inbox.aside)
    assert row.state == inbox.QUARANTINED and row.error == "it is not JSON"


@pytest.mark.parametrize(
    "body", [[], 5, "dag", {"message": {}}, {"update_id": "7"}, {"update_id": -1}, {"update_id": 1.5}]
)
async def test_json_without_a_number_is_kept_aside_and_accepted(
    hook: str, db: Database, taken: Taken, body: Any
) -> None:
    assert await post(hook, orjson.dumps(body)) == 200
    [row] = await db.read(inbox.aside)
    assert row.raw is not None and orjson.loads(row.raw) == body
    assert taken.numbers == []


async def test_what_is_nested_too_deep_to_keep_is_kept_aside(hook: str, db: Database) -> None:
    deep = b'{"update_id": 7, "x": ' + b"[" * 600 + b"]" * 600 + b"}"
    assert await post(hook, deep) == 200
    [row] = await db.read(inbox.aside)
    assert row.update_id == 7 and "cannot be kept" in (row.error or "")


async def test_an_odd_update_among_good_ones_does_not_stop_polling(
    polled: BotApiServer, db: Database, taken: Taken
) -> None:
    updates, joke = polled.world.updates, polled.person("Joke")
    await joke.says("een")
    updates.add_raw({"update_id": -5, "message": {}})
    await joke.says("twee")
    await until(lambda: not updates.pending)
    assert taken.numbers == [1, 2]
    rows = await stored(db)
    assert [row.state for _, row in sorted(rows.items())] == ["quarantined", "new", "new"]


async def test_only_odd_updates_are_not_asked_for_in_a_hot_loop(polled: BotApiServer, db: Database) -> None:
    """Without a number they cannot be acknowledged, so Telegram gives them again and again."""
    polled.world.updates.add_raw({"update_id": 2**63})
    await asyncio.sleep(0.8)
    assert 2 <= polled.world.ledger.methods["getUpdates"] < 40
    assert len(await db.read(inbox.aside)) == 1


async def test_the_same_update_is_kept_once_whatever_its_number(intake: Intake, db: Database) -> None:
    """Telegram's numbers jump after an idle week, also back: known is known by number, not by order."""
    for batch in ([900, 901], [901, 5], [5, 5, 6], [900, 1_000_000], [7]):
        await intake.take([{"update_id": n} for n in batch])
    assert sorted(await stored(db)) == [5, 6, 7, 900, 901, 1_000_000]
    assert intake.received == 10


async def test_an_update_is_handled_once_whether_it_is_stored_before_or_after(intake: Intake, db: Database) -> None:
    await db.write(inbox.mark_done, 5, Clock().now())
    await intake.take([{"update_id": 5}, {"update_id": 6}])
    assert await db.read(inbox.counts) == {"done": 1, "new": 1}
    await db.write(inbox.mark_done, 6, Clock().now())
    for number in (5, 6):
        with pytest.raises(NotAllTouchedError):
            await db.write(inbox.mark_done, number, Clock().now())
    assert await db.read(inbox.counts) == {"done": 2}


async def post(hook: str, body: Any, headers: dict[str, str] | None = None) -> int:
    """The status of the answer."""
    data = body if isinstance(body, bytes) else orjson.dumps(body)
    async with (
        aiohttp.ClientSession() as http,
        http.post(hook, data=data, headers={SECRET_HEADER: SECRET} if headers is None else headers) as response,
    ):
        return response.status


async def test_what_is_fleeting_is_taken_at_once_acknowledged_and_not_stored(db: Database, taken: Taken) -> None:
    seen: list[Any] = []

    def fleeting(update: Any) -> bool:
        seen.append(update)
        return isinstance(update, dict) and "inline_query" in update

    intake = Intake(db, Clock(), taken, fleeting=fleeting)
    letters = {"update_id": 8, "inline_query": {"id": "1", "query": "subs"}}
    assert await intake.take([{"update_id": 7}, letters, "nonsense"]) == 8
    assert seen == [{"update_id": 7}, letters, "nonsense"]
    assert taken.numbers == [7]
    assert [u.update_id for u in await db.read(inbox.waiting)] == [7]
