"""The real program as a process of its own, to be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from bot.demo.server.server import BotApiServer
from tests.stage import free_port

ROOT = Path(__file__).parents[2]
STARTS_WITHIN_S = 60.0


class BotProcess:
    """`python -m bot run`, with these settings. Whoever starts it ends it."""

    def __init__(self, server: BotApiServer, storage_url: str, folder: Path, mode: str, staff_chat: int) -> None:
        self.log = folder / "bot.log"
        settings = {
            "TELEGRAM__TOKEN": server.token,
            "TELEGRAM__API_URL": server.url,
            "TELEGRAM__MODE": mode,
            "STAFF__CHAT_ID": str(staff_chat),
            "STORAGE__URL": storage_url,
            "LIMITS__MESSAGES_PER_SECOND": "10000",
            "LIMITS__MESSAGES_PER_CHAT": "1000",
            "CONVERSATION__PATIENCE_SECONDS": "0",
            "CONVERSATION__MESSAGES_PER_MINUTE": "10000",
        }
        if mode == "webhook":
            port = free_port()
            settings["TELEGRAM__WEBHOOK__PORT"] = str(port)
            settings["TELEGRAM__WEBHOOK__URL"] = f"http://127.0.0.1:{port}/hook"
        self._environment = {k: v for k, v in os.environ.items() if not k.startswith("HELPDESK_")}
        # As on the stage: what the bot says of itself in the group would be counted with what people say.
        quiet = {"STAFF__OVERVIEW": "false", "REPORT__DIGEST": ""}
        self._environment |= {f"HELPDESK_{k}": v for k, v in (quiet | settings).items()}
        self._process: asyncio.subprocess.Process | None = None
        self.starts = 0

    async def start(self, ready: bool = True) -> None:
        """Start; returns when it is ready to work, or at once with `ready=False`."""
        self.starts += 1
        with self.log.open("ab") as log:
            command = (sys.executable, "-m", "bot", "run")
            self._process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        end = time.monotonic() + STARTS_WITHIN_S
        while ready and self.output().count("ready: @") < self.starts:
            assert self._process.returncode is None and time.monotonic() < end, self.output()
            await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self, seconds: float = 20.0) -> int:
        """SIGTERM; returns the exit code. AssertionError when it takes longer."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self._process.wait(), seconds)
        except TimeoutError:
            await self.kill()
            raise AssertionError(f"SIGTERM took over {seconds} s:\n{self.output()}") from None

    def pause(self) -> None:
        """SIGSTOP: as a machine that sleeps."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """SIGCONT."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    async def end(self) -> None:
        """Whatever its state, it is gone afterwards."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    def output(self) -> str:
        """What it logged, in all its lives."""
        return self.log.read_text() if self.log.exists() else ""
