"""Telegram's limits, kept by the real sender against a server that counts strictly; and who goes first."""

from __future__ import annotations

import asyncio

import pytest

from bot.demo.server.limits import Limits, Window
from bot.telegram import pacing
from bot.telegram.pacing import Rates
from storage.outbox import Priority
from tests.telegram.edge import edge_at_work, message


async def test_a_burst_to_many_chats_goes_without_a_429(storage_url: str) -> None:
    async with edge_at_work(storage_url, Rates(), Limits()) as edge:
        await edge.put(*(message(edge.person(f"P{n}")) for n in range(120)))
        rows = await edge.all_sent(20)
        ledger = edge.server.world.ledger
        assert len(ledger.sent) == 120 and ledger.errors == {} and all(r.attempts == 1 for r in rows)


async def test_a_group_gets_no_more_than_its_limit(storage_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute is too long for a test: here the group's limit counts over two seconds, on both sides."""
    monkeypatch.setattr(pacing, "GROUP_PERIOD_S", 2.0)
    async with edge_at_work(storage_url, Rates(), Limits(group=Window(20, 2.0))) as edge:
        group, joke = edge.server.group("Helpdesk"), edge.person()
        await edge.put(*(message(group, f"Nummer {n}") for n in range(25)))
        await asyncio.sleep(1.0)
        await edge.put(message(joke, "Tussendoor"))
        await asyncio.sleep(0.3)
        assert await edge.texts(joke) == ["Tussendoor"]  # a full group holds up nobody else
        await edge.all_sent()
        assert edge.server.world.ledger.errors == {}
        assert await edge.texts(group) == [f"Nummer {n}" for n in range(25)]


async def test_a_live_answer_overtakes_a_broadcast(storage_url: str) -> None:
    async with edge_at_work(storage_url, Rates(), Limits()) as edge:
        joke = edge.person()
        people = [edge.person(f"P{n}") for n in range(2000)]
        await edge.put_asleep(*(message(p, "Nieuws", priority=Priority.BROADCAST) for p in people))
        edge.sender.wake()
        sent = edge.server.world.ledger.sent
        for _ in range(400):
            if len(sent) >= 20:
                break
            await asyncio.sleep(0.05)
        before = len(sent)
        await edge.put(message(joke, "Je antwoord"))
        await joke.waits_for("Je antwoord")
        place = next(n for n, s in enumerate(sent) if s.chat_id == joke.id)
        assert 0 < before < 200 and place - before < 15  # what was in flight, and a few at most
        assert edge.server.world.ledger.errors == {}


async def test_the_order_of_priorities(storage_url: str) -> None:
    async with edge_at_work(storage_url, start=False) as edge:
        joke = edge.person()
        for priority in (Priority.BROADCAST, Priority.REMINDER, Priority.STAFF, Priority.LIVE):
            await edge.put_asleep(message(joke, priority.name, priority=priority))
        await edge.sender.start(edge.db)
        await edge.all_sent()
        assert await edge.texts(joke) == ["LIVE", "STAFF", "REMINDER", "BROADCAST"]
