"""The routes of the page and of tests in other processes, over real HTTP."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import pytest
from aiohttp import web

from bot.demo.actors import Remote
from bot.demo.seed import seed
from bot.demo.server import BotApiServer, ControlError
from tests.demo.botapi_client import Client

Json = dict[str, Any]


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[BotApiServer]:
    """A server with a page and the people of the demo."""
    (tmp_path / "index.html").write_text("<p>hoi</p>")
    (tmp_path / "main.js").write_text("1")
    async with await BotApiServer.start(page=tmp_path) as running:
        seed(running.world)
        yield running


async def post(server: BotApiServer, action: str, **params: Any) -> tuple[int, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/control/{action}", json=params) as response,
    ):
        return response.status, orjson.loads(await response.read())


async def test_the_page_and_nothing_beside_it(page: BotApiServer) -> None:
    async with aiohttp.ClientSession() as session:
        expected = {"/": 200, "/static/main.js": 200, "/static/..%2fx": 404, "/static/none": 404, "/x": 404}
        for path, status in expected.items():
            async with session.get(page.url + path) as response:
                assert response.status == status, path
        async with session.get(page.url + "/static/main.js") as response:
            assert response.content_type == "text/javascript"


async def test_state_has_what_the_page_shows(page: BotApiServer) -> None:
    async with aiohttp.ClientSession() as session, session.get(page.url + "/control/state") as response:
        state = await response.json()
    assert [p["title"] for p in state["phones"]] == ["Vrijwilliger", "Medewerker", "Lid"]
    names = {u["first_name"]: u for u in state["users"]}
    assert set(names) == {"Joke", "Fatma", "Sanne", "Karim", "Ellen"}
    assert not names["Joke"]["_started"] and names["Joke"]["language_code"] == "nl"
    [group] = [c for c in state["chats"] if c["chat"].get("is_forum")]
    statuses = {m["user_id"]: m["status"] for m in group["members"]}
    assert statuses[state["bot"]["id"]] == "administrator" and len(statuses) == 4


async def test_events_are_streamed(page: BotApiServer) -> None:
    seen: list[Json] = []
    async with aiohttp.ClientSession() as session, session.get(page.url + "/control/events") as response:
        assert response.content_type == "text/event-stream"

        async def read(until: str) -> None:
            async for line in response.content:
                if line.startswith(b"data: "):
                    seen.append(orjson.loads(line[6:]))
                    if seen[-1]["type"] == until:
                        return

        assert (await response.content.readline()).startswith(b":")
        status, message = await post(page, "send", **{"as": 1001, "chat_id": 1001, "text": "/start"})
        assert status == 200
        await post(page, "react", **{"as": 1001, "chat_id": 1001, "message_id": message["message_id"], "emoji": "👍"})
        await post(page, "clock", advance=3600)
        await asyncio.wait_for(read("clock"), 5)
    assert [e["type"] for e in seen] == ["user", "message", "reactions", "clock"]
    assert seen[1]["message"]["text"] == "/start" and seen[1]["message"]["_pinned"] is False
    assert seen[3]["clock_offset"] == 3600


@pytest.mark.parametrize(
    ("action", "params"),
    [
        ("send", {"as": 1001, "chat_id": 1001, "text": " "}),
        ("send", {"as": 1001, "chat_id": 1002, "text": "x"}),
        ("send", {"as": 1, "chat_id": 1, "text": "x"}),
        ("send", {"as": 1001, "chat_id": -1001000000001, "text": "x"}),
        ("send", {"as": 1001, "chat_id": 1001, "text": "x", "reply_to": 5}),
        ("send", {"chat_id": 1001, "text": "x"}),
        ("press", {"as": 1001, "chat_id": 1001, "message_id": 1, "data": "x"}),
        ("clock", {"to": "straks"}),
        ("clock", {"to": "2020-01-01T00:00:00Z"}),
        ("clock", {"to": "next"}),
        ("poll", {"as": 1001, "chat_id": 1001, "question": "x", "options": ["a"]}),
    ],
)
async def test_what_people_cannot_do_is_said_in_words(page: BotApiServer, action: str, params: Json) -> None:
    status, body = await post(page, action, **params)
    assert status == 400
    assert body["error"].endswith(".") and len(body["error"].split()) > 2


async def test_other_sites_cannot_act(page: BotApiServer) -> None:
    headers = {"Origin": "https://evil.example", "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(page.url + "/control/send", data=b"{}") as response,
    ):
        assert response.status == 403


async def test_files_of_people(page: BotApiServer) -> None:
    form = aiohttp.FormData({"as": "1001", "chat_id": "1001", "kind": "photo", "caption": "twee"})
    for name in ("a.jpg", "b.jpg"):
        form.add_field("file", b"\xff\xd8" + name.encode(), filename=name, content_type="image/jpeg")
    async with aiohttp.ClientSession() as session:
        async with session.post(page.url + "/control/media", data=form) as response:
            first, second = await response.json()
        assert first["media_group_id"] == second["media_group_id"] and first["caption"] == "twee"
        async with session.get(f"{page.url}/control/file/{second['photo'][-1]['file_id']}") as response:
            assert (response.content_type, await response.read()) == ("image/jpeg", b"\xff\xd8b.jpg")


async def test_clock_to_next_asks_the_bot(tmp_path: Path) -> None:
    due: list[str | None] = ["2030-01-02T03:04:05+00:00", None]

    async def health(request: web.Request) -> web.Response:
        return web.json_response({"next_due": due[0]})

    app = web.Application()
    app.router.add_get("/healthz", health)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/healthz"
    async with await BotApiServer.start(health_url=url, clock=tmp_path / "clock") as server:
        moved = await server.act("clock", {"to": "next"})
        assert moved["now"].startswith("2030-01-02T03:04:0")
        assert float((tmp_path / "clock").read_text()) == pytest.approx(moved["clock_offset"], abs=0.01)
        joke = server.person("Joke")
        assert (await joke.says("x"))["date"] >= 1893553445
        due[0] = None
        with pytest.raises(ControlError):
            await server.act("clock", {"to": "next"})
    await runner.cleanup()


async def test_new_people_and_groups(page: BotApiServer) -> None:
    status, user = await post(page, "user_add", first_name="Henk", role="staff", language_code="nl")
    assert status == 200
    assert page.world.phones[-1] == {"user_id": user["id"], "chat_id": -1001000000001, "title": ""}
    bot_id = page.world.bot["id"]
    status, chat = await post(
        page, "group_create", title="Tweede", is_forum=True, members=[user["id"]], administrators=[bot_id]
    )
    assert status == 200 and chat["is_forum"]
    assert page.world.chats[chat["id"]].member(bot_id).is_admin


async def test_inline_mode(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    query = await server.act("inline", {"as": joke.id, "query": "vog"})
    [update] = await client.updates()
    assert update["inline_query"]["query"] == "vog"
    result = {
        "type": "article",
        "id": "1",
        "title": "VOG",
        "input_message_content": {"message_text": "<b>VOG</b>", "parse_mode": "HTML"},
    }
    answer = {"inline_query_id": query["inline_query_id"], "results": [result, result]}
    assert "RESULT_ID_DUPLICATE" in await client.refused("answerInlineQuery", **answer)
    await client.call("answerInlineQuery", inline_query_id=query["inline_query_id"], results=[result])
    picked = await server.act("inline_pick", {"as": joke.id, "chat_id": joke.id, "result_id": "1", **query})
    assert picked["text"] == "VOG" and picked["via_bot"]["is_bot"]


async def test_actors_in_another_process() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.demo.server", "--seed"), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    try:
        async with Remote(url) as remote:
            henk = await remote.person("Henk")
            await henk.starts()
            await henk.sends("voice", b"OggS", duration=4)
            messages = await henk.messages()
            assert [m.get("text") for m in messages] == ["/start", None]
            assert messages[1]["voice"]["duration"] == 4
            sanne = await remote.find("Sanne")
            assert sanne.chat_id < 0
            await sanne.says("hallo")
            stats = await remote.act("stats", {})
            assert stats["pending_updates"] == 3
            with pytest.raises(RuntimeError, match="Het bericht"):
                await henk.says("x", reply_to={"message_id": 99})
    finally:
        process.terminate()
        assert await process.wait() == 0


async def test_the_clock_follows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    async with await BotApiServer.start(clock=file) as server:
        joke = server.person("Joke")
        before = (await joke.says("x"))["date"]
        file.write_text("86400.5")
        assert 86400 <= (await joke.says("y"))["date"] - before <= 86403
        file.unlink()
        assert (await joke.says("z"))["date"] - before >= 86400
