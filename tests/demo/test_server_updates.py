"""Updates reach the bot by long polling or webhook, in order, once confirmed gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.demo.server import BotApiServer
from tests.demo.botapi_client import Client

Json = dict[str, Any]


async def test_polling_confirms_by_offset(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    for text in ("een", "twee", "drie"):
        await joke.says(text)
    first = await client.updates(limit=2)
    assert [u["message"]["text"] for u in first] == ["een", "twee"]
    ids = [u["update_id"] for u in await client.updates()]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert [u["update_id"] for u in await client.updates(offset=ids[1])] == ids[1:]
    assert [u["update_id"] for u in await client.updates(offset=-1)] == ids[2:]
    assert await client.updates(offset=ids[2] + 1) == []


async def test_polling_waits_for_the_first_update(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    waiting = asyncio.ensure_future(client.updates(timeout=5))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await joke.says("hoi")
    assert len(await asyncio.wait_for(waiting, 1)) == 1


async def test_a_second_poller_ends_the_first(server: BotApiServer, client: Client) -> None:
    first = asyncio.ensure_future(client.answer("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    second = asyncio.ensure_future(client.answer("getUpdates", timeout=1))
    refused = await asyncio.wait_for(first, 1)
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    assert (await second)["result"] == []


async def test_some_kinds_come_only_when_named(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    message = await joke.says("hoi")
    await joke.reacts(message, "👍")
    assert [list(u)[1] for u in await client.updates()] == ["message"]
    await client.updates(allowed_updates=["message_reaction"])
    await joke.reacts(message, "🔥")
    await joke.says("nog iets")
    updates = await client.updates(offset=2)
    assert [list(u)[1] for u in updates] == ["message_reaction"]
    change = updates[0]["message_reaction"]
    assert (change["old_reaction"][0]["emoji"], change["new_reaction"][0]["emoji"]) == ("👍", "🔥")
    await client.updates(offset=3, allowed_updates=[])
    await joke.says("weer gewoon")
    assert list((await client.updates())[0])[1] == "message"


async def test_ids_can_jump_and_updates_can_be_broken(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    await joke.says("een")
    await server.act("update", {"skip": 5000})
    await joke.says("twee")
    await server.act("update", {"update": {"message": {"text": 5}}})
    await server.act("update", {"update": {"update_id": 3, "message": {}}})
    ids = [u["update_id"] for u in await client.updates()]
    assert ids == [1, 5002, 5003, 3]


async def test_who_hears_what_in_a_group(server: BotApiServer, client: Client) -> None:
    sanne = server.person("Sanne")
    group = server.group("Groep", members=[sanne], bot="member", is_forum=False)
    there = sanne.at(group)
    await there.says("gewoon")
    await there.says("/wachtrij")
    sent = await client.call("sendMessage", chat_id=group.chat_id, text="kaart")
    await there.replies(sent, "antwoord")
    texts = [u["message"]["text"] for u in await client.updates() if "message" in u]
    assert texts == ["/wachtrij", "antwoord"]
    await group.member(server.world.bot["id"], "administrator")
    await there.says("nu wel")
    last = (await client.updates())[-1]
    assert last["message"]["text"] == "nu wel"


async def test_members_come_and_go(server: BotApiServer, client: Client) -> None:
    sanne = server.person("Sanne")
    group = server.group("Groep")
    await client.updates(allowed_updates=["message", "chat_member", "my_chat_member"])
    await group.member(sanne, "member")
    await group.member(sanne, "administrator")
    await group.member(sanne, "kicked")
    await group.member(server.world.bot["id"], "left")
    updates = await client.updates()
    kinds = [list(u)[1] for u in updates]
    assert kinds == ["message", "chat_member", "chat_member", "message", "chat_member", "message", "my_chat_member"]
    changes = [u["chat_member"] for u in updates if "chat_member" in u]
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert statuses == [("left", "member"), ("member", "administrator"), ("administrator", "kicked")]
    assert updates[-1]["my_chat_member"]["new_chat_member"]["status"] == "left"


async def test_blocking_is_told(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    await joke.blocks()
    await joke.unblocks()
    statuses = [u["my_chat_member"]["new_chat_member"]["status"] for u in await client.updates()]
    assert statuses == ["kicked", "member"]


@asynccontextmanager
async def receiver(*statuses: int) -> AsyncIterator[tuple[str, list[Json], list[str]]]:
    """A webhook that answers with these statuses first, then 200; gives its URL, bodies and secrets."""
    bodies: list[Json] = []
    secrets: list[str] = []
    todo = list(statuses)

    async def receive(request: web.Request) -> web.Response:
        bodies.append(await request.json())
        secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        return web.Response(status=todo.pop(0) if todo else 200)

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", bodies, secrets
    finally:
        await runner.cleanup()


async def accepted(server: BotApiServer) -> None:
    """Wait until nothing waits for the webhook."""
    for _ in range(1000):
        if not server.control.webhook.pending:
            return
        await asyncio.sleep(0.005)
    raise AssertionError(f"{server.control.webhook.pending} updates still wait")


async def test_webhook_keeps_the_order_and_tries_again(server: BotApiServer, client: Client) -> None:
    joke, henk = server.person("Joke"), server.person("Henk")
    await joke.says("1")
    async with receiver(500, 503) as (url, bodies, secrets):
        await client.call("setWebhook", url=url, secret_token="geheim-1")
        for number in range(2, 6):
            await joke.says(str(number))
            await henk.says(str(number))
        await accepted(server)
        texts = [b["message"]["text"] for b in bodies if b["message"]["from"]["id"] == joke.id]
        assert list(dict.fromkeys(texts)) == ["1", "2", "3", "4", "5"]
        assert len(bodies) == 9 + 2
        assert set(secrets) == {"geheim-1"}
        info = await client.call("getWebhookInfo")
        assert info["url"] == url and info["pending_update_count"] == 0
        assert info["last_error_message"].startswith("Wrong response from the webhook: 50")


async def test_webhook_and_polling_exclude_each_other(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    waiting = asyncio.ensure_future(client.answer("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    await client.call("setWebhook", url="http://127.0.0.1:1/hook")
    assert (await asyncio.wait_for(waiting, 1))["error_code"] == 409
    answer = await client.answer("getUpdates")
    assert answer["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
    await joke.says("een")
    await joke.says("twee")
    assert (await client.call("getWebhookInfo"))["pending_update_count"] == 2
    await client.call("deleteWebhook")
    assert [u["message"]["text"] for u in await client.updates()] == ["een", "twee"]
    await client.call("deleteWebhook", drop_pending_updates=True)
    assert await client.updates() == []


async def test_webhook_addresses(client: Client) -> None:
    assert "An HTTPS URL must be provided" in await client.refused("setWebhook", url="http://example.org/x")
    assert "unallowed characters" in await client.refused("setWebhook", url="https://example.org/x", secret_token="é")


async def test_people_edit_and_delete(server: BotApiServer, client: Client) -> None:
    joke, sanne = server.person("Joke"), server.person("Sanne")
    group = server.group("Staf", members=[joke], administrators=[sanne])
    message = await joke.says("zie http://a.nl/x")
    await joke.edits(message, "zonder link")
    [photo] = await joke.sends("photo", b"x", caption="oud")
    await joke.edits(photo, "nieuw")
    edited = [u["edited_message"] for u in await client.updates() if "edited_message" in u]
    assert [m.get("text") or m["caption"] for m in edited] == ["zonder link", "nieuw"]
    assert "entities" not in edited[0] and edited[0]["edit_date"] >= message["date"]
    seen = len(await client.updates())
    await joke.deletes(message)
    inside = await joke.at(group).says("weg hiermee")
    await sanne.at(group).deletes(inside)
    assert [m["message_id"] for m in await joke.messages()] == [photo["message_id"]]
    assert await group.messages() == []
    assert len(await client.updates()) == seen + 1  # bots are never told of a deletion
