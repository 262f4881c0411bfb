"""Flood limits are strict sliding windows; faults do what was ordered."""

import asyncio
import time

import aiohttp
import pytest

from bot.demo.server import ApiError, BotApiServer, Limits, Window
from bot.demo.server.limits import FloodControl
from tests.demo.botapi_client import Client


def accepted(flood: FloodControl, chat_id: int, now: float) -> bool:
    try:
        flood.spend(chat_id, now)
    except ApiError as error:
        assert error.code == 429 and error.parameters and error.parameters["retry_after"] >= 1
        return False
    return True


@pytest.mark.parametrize(("chat_id", "window"), [(1, Window(3, 3.0)), (-1, Window(20, 60.0))])
def test_never_more_in_any_window(chat_id: int, window: Window) -> None:
    flood = FloodControl(Limits())
    times = [t / 10 for t in range(2000) if accepted(flood, chat_id, t / 10)]
    for start in times:
        assert sum(start <= t < start + window.seconds for t in times) <= window.count
    assert len(times) >= 200 / window.seconds * window.count - window.count


def test_overall_and_what_is_refused_does_not_count() -> None:
    flood = FloodControl(Limits())
    assert sum(accepted(flood, chat, 100.0) for chat in range(1, 50)) == 30
    assert not accepted(flood, 99, 100.999)
    assert accepted(flood, 99, 101.0)


def test_retry_after_is_long_enough() -> None:
    flood = FloodControl(Limits())
    for second in range(20):
        flood.spend(-1, float(second * 2))
    with pytest.raises(ApiError) as refused:
        flood.spend(-1, 38.5)
    assert refused.value.description == "Too Many Requests: retry after 22"
    flood.spend(-1, 38.5 + 22)


async def test_edits_copies_and_topics_count_too(client: Client, server: BotApiServer) -> None:
    server.world.set_limits(Limits())
    joke, group = server.person("Joke"), server.group("Staf")
    sent = await client.call("sendMessage", chat_id=joke.id, text="1")
    to = {"chat_id": joke.id, "message_id": sent["message_id"]}
    await client.call("editMessageText", text="2", **to)
    await client.call("copyMessage", from_chat_id=joke.id, **to)
    assert await client.refused("sendMessage", chat_id=joke.id, text="4") == "Too Many Requests: retry after 3"
    for number in range(20):
        await client.call("createForumTopic", chat_id=group.chat_id, name=str(number))
    assert "Too Many Requests" in await client.refused("createForumTopic", chat_id=group.chat_id, name="21")
    await client.call("sendChatAction", chat_id=joke.id, action="typing")
    assert server.world.ledger.errors[429] == 2


async def test_errors_are_scoped_and_counted(client: Client, server: BotApiServer) -> None:
    joke, henk = server.person("Joke"), server.person("Henk")
    server.faults.add("error", method="sendMessage", chat_id=joke.id, count=2, status=500)
    await client.call("sendMessage", chat_id=henk.id, text="x")
    for _ in range(2):
        answer = await client.answer("sendMessage", chat_id=joke.id, text="x")
        assert (answer["error_code"], answer["description"]) == (500, "Internal Server Error")
    await client.call("sendMessage", chat_id=joke.id, text="x")
    assert len(server.world.ledger.sent) == 2


@pytest.mark.parametrize(("after", "arrived"), [(False, 0), (True, 1)])
async def test_resets_before_and_after_acceptance(
    client: Client, server: BotApiServer, after: bool, arrived: int
) -> None:
    joke = server.person("Joke")
    server.faults.add("reset", accepted=after)
    with pytest.raises(aiohttp.ClientError):
        await client.answer("sendMessage", chat_id=joke.id, text="x")
    assert len(server.world.ledger.sent) == arrived
    await client.call("sendMessage", chat_id=joke.id, text="y")


async def test_a_bad_gateway_is_html(client: Client, server: BotApiServer) -> None:
    joke = server.person("Joke")
    server.faults.add("bad_gateway")
    url = f"{server.url}/bot{server.token}/sendMessage"
    async with client.session.post(url, json={"chat_id": joke.id, "text": "x"}) as response:
        assert response.status == 502 and "<html>" in await response.text()


async def test_hanging_means_accepted_without_an_answer(client: Client, server: BotApiServer) -> None:
    joke = server.person("Joke")
    server.faults.add("hang", seconds=5.0)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(client.answer("sendMessage", chat_id=joke.id, text="x"), 0.2)
    assert len(server.world.ledger.sent) == 1


async def test_delay_and_outage(client: Client, server: BotApiServer) -> None:
    joke = server.person("Joke")
    server.faults.add("delay", seconds=0.1, jitter=0.05, count=0)
    began = time.monotonic()
    for _ in range(3):
        await client.call("sendMessage", chat_id=joke.id, text="x")
    assert time.monotonic() - began >= 0.3
    server.faults.add("error", method="sendMessage")
    assert await client.refused("sendMessage", chat_id=joke.id, text="x") == "Internal Server Error"
    assert time.monotonic() - began >= 0.4
    server.faults.clear()
    polling = asyncio.ensure_future(client.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    server.faults.add("outage", seconds=0.2)
    with pytest.raises(aiohttp.ClientError):
        await asyncio.wait_for(polling, 1)
    with pytest.raises(aiohttp.ClientError):
        await client.answer("getMe")
    await asyncio.sleep(0.25)
    await client.call("getMe")


async def test_in_flight_is_counted(client: Client, server: BotApiServer) -> None:
    joke = server.person("Joke")
    server.faults.add("delay", seconds=0.1, count=4)
    calls = [client.call("sendMessage", chat_id=joke.id, text=str(n)) for n in range(4)]
    await asyncio.gather(*calls)
    assert server.world.ledger.most_in_flight == 4
    assert server.world.ledger.in_flight == 0
