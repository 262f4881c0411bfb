"""Bots under test, as real processes beside a local Bot API server in this one."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.seed import seed
from bot.demo.server.server import BotApiServer

QUESTION = "hoe vraag ik een gratis vog aan voor vrijwilligers"


@dataclass
class Bench:
    """A server with a bot at it. `bot` is the bot's process; `started_s` is how long it took to poll."""

    server: BotApiServer
    bot: asyncio.subprocess.Process
    started_s: float

    def memory_mb(self) -> float:
        """Resident memory of the bot's process."""
        pages = int(Path(f"/proc/{self.bot.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@asynccontextmanager
async def echo_bot(_folder: Path, _storage: str = "") -> AsyncIterator[Bench]:
    """The bare echo bot."""
    async with (
        await BotApiServer.start(limits=None) as server,
        _running(server, ["-m", "benchmarks.echo_bot", server.url, server.world.token], {}) as bench,
    ):
        yield bench


@asynccontextmanager
async def helpdesk(folder: Path, storage: str = "", **settings: str) -> AsyncIterator[Bench]:
    """Our bot with the full sample FAQ and everything durable as promised."""
    async with await BotApiServer.start(limits=None) as server:
        environment = {
            "HELPDESK_TELEGRAM__TOKEN": server.world.token,
            "HELPDESK_TELEGRAM__API_URL": server.url,
            "HELPDESK_STAFF__CHAT_ID": str(seed(server.world)),
            "HELPDESK_STORAGE__URL": storage or f"sqlite:///{folder}/bench.db",
            "HELPDESK_LIMITS__MESSAGES_PER_SECOND": "10000",
            "HELPDESK_CONVERSATION__PATIENCE_SECONDS": "0",
            "HELPDESK_CONVERSATION__MESSAGES_PER_MINUTE": "10000",
        } | settings
        async with _running(server, ["-m", "bot", "run"], environment) as bench:
            yield bench


@asynccontextmanager
async def _running(server: BotApiServer, command: list[str], environment: dict[str, str]) -> AsyncIterator[Bench]:
    started = time.monotonic()
    # What the bot says goes to standard error with BENCH_VERBOSE=1.
    output = None if "BENCH_VERBOSE" in os.environ else asyncio.subprocess.DEVNULL
    bot = await asyncio.create_subprocess_exec(
        sys.executable, *command, env={**os.environ, **environment}, stdout=output, stderr=output
    )
    try:
        while not server.world.ledger.methods["getUpdates"]:
            if bot.returncode is not None:
                raise RuntimeError(f"the bot stopped at its start (exit code {bot.returncode})")
            await asyncio.sleep(0.01)
        yield Bench(server, bot, time.monotonic() - started)
    finally:
        if bot.returncode is None:
            bot.terminate()
            await bot.wait()
