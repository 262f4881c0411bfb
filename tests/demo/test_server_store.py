"""The world survives a stop and a kill."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.demo.actors import Remote
from bot.demo.server import BotApiServer


async def test_everything_comes_back(tmp_path: Path) -> None:
    async with await BotApiServer.start(state=tmp_path) as server:
        assert not server.restored
        joke = server.person("Joke")
        group = server.group("Staf", members=[joke])
        await server.act("topic_create", {"as": joke.id, "chat_id": group.chat_id, "name": "Een"})
        [photo] = await joke.sends("photo", b"bytes", caption="x")
        await joke.reacts(photo, "👍")
        await joke.blocks()
        await server.act("clock", {"advance": 60})
        before = await server.act("state", {})
        pending, next_id = list(server.world.updates.pending), server.world.updates.next_id
    async with await BotApiServer.start(state=tmp_path) as server:
        assert server.restored
        after = await server.act("state", {})
        assert {**after, "now": ""} == {**before, "now": ""}
        assert list(server.world.updates.pending) == pending and server.world.updates.next_id == next_id
        stored = server.world.files.by_id[photo["photo"][0]["file_id"]]
        assert server.world.files.read(stored) == b"bytes"


async def start(folder: Path) -> tuple[asyncio.subprocess.Process, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.demo.server", "--state", str(folder), "--seed"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    return process, (await process.stdout.readline()).decode().strip()


async def test_after_a_kill_no_number_comes_twice(tmp_path: Path) -> None:
    process, url = await start(tmp_path)
    async with Remote(url) as remote:
        joke = await remote.find("Joke")
        await joke.says("bewaard")
        await asyncio.sleep(0.6)
        lost = [await joke.says(f"nummer {n}") for n in range(20)]
        seen = (await remote.act("update", {}))["next_update_id"]
    os.kill(process.pid, signal.SIGKILL)
    await process.wait()
    process, url = await start(tmp_path)
    async with Remote(url) as remote:
        joke = await remote.find("Joke")
        assert (await joke.messages())[0]["text"] == "bewaard"
        assert (await joke.says("nieuw"))["message_id"] > lost[-1]["message_id"]
        assert (await remote.act("update", {}))["next_update_id"] > seen
    process.terminate()
    assert await process.wait() == 0
