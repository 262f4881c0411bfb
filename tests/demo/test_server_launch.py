"""`helpdesk demo` as a newcomer starts it: real processes, the real bot, the real page."""

import asyncio
import contextlib
import os
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.demo.actors import Remote
from bot.demo.launch import forget

READY_SECONDS = 60.0  # generous: other tests share the processors


class Demo:
    """A running `helpdesk demo`."""

    def __init__(self, process: asyncio.subprocess.Process, url: str, output: str) -> None:
        self.process, self.url, self.output = process, url, output

    async def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; returns the exit code."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, number)
        return await asyncio.wait_for(self.process.wait(), 20)


@contextlib.asynccontextmanager
async def demo(state: Path, *options: str) -> AsyncIterator[Demo]:
    """Start the demo and wait until it tells its page's address."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--state", str(state), *options),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    output = ""
    try:
        async with asyncio.timeout(READY_SECONDS):
            while not (found := re.search(r"Open this page:\s+(\S+)/\n", output)):
                line = await process.stdout.readline()
                assert line, f"the demo ended: {output}"
                output += line.decode()
        running = Demo(process, found[1], output)
        yield running
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


def bots_of(state: Path) -> list[int]:
    """Process ids of bots that run on the configuration in that folder (Linux)."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes().decode().split("\0")
            if "run" in words and str(state / "config.toml") in words:
                found.append(int(folder.name))
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_newcomer_plays_and_comes_back(tmp_path: Path) -> None:
    async with demo(tmp_path, "--port", "0") as first:
        async with aiohttp.ClientSession() as session, session.get(first.url + "/") as response:
            assert "<title>Omzien Helpdesk" in await response.text()
        async with Remote(first.url) as remote:
            joke = await remote.find("Joke")
            await joke.starts()
            await joke.waits_for("Hallo Joke", 20)
            before = (await remote.act("state", {}))["now"]
            assert (await remote.act("clock", {"to": "next"}))["now"] > before
        assert await first.stop() == 0
        assert bots_of(tmp_path) == []
    async with demo(tmp_path, "--port", "0") as second, Remote(second.url) as remote:
        joke = await remote.find("Joke")
        assert "Hallo Joke" in (await joke.messages())[1]["text"]
        said = await joke.says("/help")
        await joke.waits_for("Zo werkt het", 20, after=said)


@pytest.mark.skipif(sys.platform != "linux", reason="the bot dies with a killed demo on Linux only")
async def test_a_killed_demo_leaves_no_bot_and_can_go_on(tmp_path: Path) -> None:
    async with demo(tmp_path, "--port", "0") as first, Remote(first.url) as remote:
        joke = await remote.find("Joke")
        await joke.starts()
        await joke.waits_for("Hallo Joke", 20)
        await asyncio.sleep(0.6)
        await first.stop(signal.SIGKILL)
    deadline = time.monotonic() + 15
    while bots_of(tmp_path):
        assert time.monotonic() < deadline, "the bot lives on"
        await asyncio.sleep(0.1)
    async with demo(tmp_path, "--port", "0") as second, Remote(second.url) as remote:
        joke = await remote.find("Joke")
        said = await joke.says("/help")
        await joke.waits_for("Zo werkt het", 20, after=said)


async def test_a_taken_port_and_a_taken_folder(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", free_port())) as taken:
        port = taken.getsockname()[1]
        async with demo(tmp_path, "--port", str(port)) as running:
            assert f"Port {port} is taken" in running.output
            assert running.url != f"http://127.0.0.1:{port}"
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "demo", "--state", str(tmp_path), "--port", "0"),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            _, errors = await process.communicate()
            assert process.returncode == 1
            assert "another demo already plays" in errors.decode() and "Traceback" not in errors.decode()


def test_reset_forgets_only_what_is_the_demos(tmp_path: Path) -> None:
    for name in ("world.json", "helpdesk.db", "helpdesk.db-wal", "config.toml", "mine.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "files" / "photos").mkdir(parents=True)
    forget(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
