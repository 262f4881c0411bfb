"""Stored updates reach the conversations: once, in order, and none stops the others. The whole program at work."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from bot.demo.actors import Person
from bot.telegram import worker
from handlers import registry
from handlers.front import Front
from handlers.turn import Turn
from storage import inbox
from storage.inbox import InboxUpdate
from tests.stage import Stage

SORRY = "Er ging bij ons iets mis."


class Mishap(Exception):
    """Raised on order."""


@pytest.fixture
def stage_options() -> dict[str, str]:
    """Without pacing: these tests are about what comes in."""
    return {"limits.messages_per_second": "10000", "limits.messages_per_chat": "1000"}


@pytest.fixture(autouse=True)
def odd_commands(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`/kapot` always raises, `/haper` at the first try, `/echo` repeats.

    Tries are what the inbox counts: a function that shares a commit with a failing one runs again in the same try.
    """
    monkeypatch.setattr(worker, "RETRY_AFTER_S", (0.1, 0.1, 0.1))
    real = registry.register

    def tries(turn: Turn) -> int:
        query = select(InboxUpdate.attempts).where(InboxUpdate.update_id == turn.update.update_id)
        return turn.session.scalar(query) or 0

    def broken(turn: Turn) -> None:
        turn.send(turn.chat.id, "sendMessage", {"text": "mag nooit aankomen"})
        raise Mishap("op bestelling")

    def faltering(turn: Turn) -> None:
        if not tries(turn):
            raise Mishap("de eerste keer")
        turn.send(turn.chat.id, "sendMessage", {"text": "toch gelukt"})

    def echo(turn: Turn) -> None:
        turn.send(turn.chat.id, "sendMessage", {"text": f"Echo {turn.text.partition(' ')[2]}"})

    def register(front: Front) -> None:
        for name, act in (("kapot", broken), ("haper", faltering), ("echo", echo)):
            front.command(name, act)
        real(front)

    monkeypatch.setattr(registry, "register", register)
    yield


async def states(stage: Stage) -> dict[str, int]:
    return await stage.helpdesk.db.read(inbox.counts)


async def until_settled(stage: Stage, seconds: float = 6.0) -> dict[str, int]:
    """Wait until no update waits for handling; returns how many are in each state."""
    end = time.monotonic() + seconds
    while (found := await states(stage)).get(inbox.NEW) or stage.server.world.updates.pending or not found:
        assert time.monotonic() < end, f"the inbox holds {found}"
        await asyncio.sleep(0.02)
    return found


async def texts(person: Person) -> list[str]:
    return [m["text"] for m in await person.messages() if m["from"]["is_bot"] and m.get("text")]


async def test_the_same_update_is_answered_once_also_when_numbers_jump(stage: Stage) -> None:
    joke, updates = stage.joke, stage.server.world.updates
    await joke.says("/echo een")
    await joke.waits_for("Echo een")
    [first] = await stage.helpdesk.db.read(lambda s: list(s.scalars(select(InboxUpdate.update_id))))
    message = {"message_id": 77, "date": 1, "chat": {"id": joke.id, "type": "private", "first_name": "Joke"}}
    sender = {"id": joke.id, "is_bot": False, "first_name": "Joke"}
    command = [{"type": "bot_command", "offset": 0, "length": 5}]
    again = {"message": {**message, "from": sender, "text": "/echo twee", "entities": command}}
    for number in (first + 500_000, first + 500_000, first + 500_000, first + 3, first + 3):
        updates.add_raw({"update_id": number, **again})
    await joke.says("/echo drie")
    await joke.waits_for("Echo drie")
    assert await until_settled(stage) == {"done": 4}
    assert sorted(await texts(joke)) == ["Echo drie", "Echo een", "Echo twee", "Echo twee"]


MALFORMED: list[dict[str, Any]] = [
    {},
    {"message": "dag"},
    {"message": {"message_id": 1}},
    {
        "message": {
            "message_id": 1,
            "date": 1,
            "chat": {"id": [1], "type": "private", "first_name": "X"},
            "text": "dag",
        }
    },
    {"message": {"message_id": 1, "date": 1, "chat": {"id": "x", "type": "private"}, "text": "dag"}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "dag"}},
    {"message": {"message_id": 1, "date": "gisteren", "chat": {"id": 5, "type": "private"}, "text": "dag"}},
    {"callback_query": {"id": "1", "from": 5, "chat_instance": "1", "data": "x"}},
    {"callback_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "X"}, "chat_instance": "1"}},
    {"my_chat_member": {}},
    {"iets_nieuws": {"hoi": 1}},
]


async def test_malformed_updates_among_good_ones_stop_nobody_and_are_visible(stage: Stage) -> None:
    updates = stage.server.world.updates
    for n, odd in enumerate(MALFORMED):
        await stage.joke.says(f"/echo {n}")
        updates.add_raw(dict(odd))
        await stage.fatma.says(f"/echo {n}")
    for person in (stage.joke, stage.fatma):
        await person.waits_for(f"Echo {len(MALFORMED) - 1}")
        assert [t for t in await texts(person) if "Echo" in t] == [f"Echo {n}" for n in range(len(MALFORMED))]
    found = await until_settled(stage)
    aside = await stage.helpdesk.db.read(inbox.aside)
    assert found["done"] + len(aside) == 3 * len(MALFORMED)
    assert len(aside) == found.get("quarantined", 0) + found.get("failed", 0) >= 5
    assert all(row.error and row.raw for row in aside)


async def test_who_meets_a_mishap_hears_it_once_and_the_rest_goes_on(stage: Stage) -> None:
    await stage.joke.says("/kapot")
    await stage.joke.waits_for(SORRY)
    await stage.joke.says("/echo na de storing")
    await stage.joke.waits_for("Echo na de storing")
    assert await until_settled(stage) == {"done": 1, "failed": 1}
    assert [t for t in await texts(stage.joke) if "Echo" not in t] == [
        t for t in await texts(stage.joke) if SORRY in t
    ]
    assert sum(SORRY in t for t in await texts(stage.joke)) == 1
    [row] = await stage.helpdesk.db.read(inbox.aside)
    assert row.error == "Mishap: op bestelling" and row.raw and row.attempts == 4


async def test_a_mishap_that_passes_is_made_good(stage: Stage) -> None:
    await stage.joke.says("/haper")
    await stage.joke.waits_for("toch gelukt")
    assert await until_settled(stage) == {"done": 1}
    got = await texts(stage.joke)
    assert len(got) == 2 and SORRY in got[0]


async def test_attempts_are_counted_over_restarts(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "RETRY_AFTER_S", (30.0, 30.0, 30.0))
    await stage.joke.says("/kapot")
    await stage.joke.waits_for(SORRY)
    for _ in range(3):
        before = time.monotonic()
        await stage.restart()
        assert time.monotonic() - before < 20  # a try that waits for its time does not hold up the stop
    assert await until_settled(stage) == {"failed": 1}
    assert sum(SORRY in t for t in await texts(stage.joke)) == 1


async def test_updates_of_a_chat_are_answered_in_order_and_chats_beside_each_other(stage: Stage) -> None:
    people = [stage.server.person(f"P{n}") for n in range(12)]
    for n in range(15):
        for person in people:
            await person.says(f"/echo {n}")
    for person in people:
        await person.waits_for("Echo 14")
        assert await texts(person) == [f"Echo {n}" for n in range(15)]


async def test_who_waits_long_holds_up_no_other_chat(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = asyncio.Event()
    real = stage.helpdesk.ptb.process_update

    async def process(update: object) -> None:
        if getattr(getattr(update, "effective_user", None), "id", 0) == stage.henk.id:
            await slow.wait()
        await real(update)

    monkeypatch.setattr(stage.helpdesk.ptb, "process_update", process)
    await stage.henk.says("/echo langzaam")
    await stage.joke.says("/echo snel")
    await stage.joke.waits_for("Echo snel")
    assert await texts(stage.henk) == []
    slow.set()
    await stage.henk.waits_for("Echo langzaam")
