"""The bot program as a process of its own: started, watched, started again, stopped."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STOP_SECONDS = 10.0  # the bot finishes what is under way; after this it is killed
FIRST_PAUSE, LAST_PAUSE = 1.0, 10.0  # seconds before starting again
STEADY_SECONDS = 60.0  # a bot that ran this long is not failing at once
TAIL_LINES = 5
PR_SET_PDEATHSIG = 1  # prctl(2)

Say = Callable[[str], None]


def command(*arguments: str) -> list[str]:
    """The command line of the bot program with these arguments."""
    return [sys.executable, "-m", "bot", *arguments]


def environment() -> dict[str, str]:
    """This process's environment without settings meant for a real bot."""
    return {k: v for k, v in os.environ.items() if not k.startswith("HELPDESK_")}


def tail(log: Path) -> str:
    """The last lines of a log, indented."""
    lines = log.read_text(errors="replace").splitlines()[-TAIL_LINES:]
    return "\n".join(f"    {line}" for line in lines)


class BotProcess:
    """`helpdesk run --config ...`, with its output in `log`."""

    def __init__(self, config: Path, log: Path, say: Say) -> None:
        self.config, self.log, self.say = config, log, say
        self.process: asyncio.subprocess.Process | None = None
        self._stopping = False

    async def keep_running(self) -> None:
        """Start the bot, and again whenever it ends by itself; returns after `stop`."""
        pause = FIRST_PAUSE
        loop = asyncio.get_running_loop()
        while not self._stopping:
            started = loop.time()
            code = await self._run_once()
            if self._stopping:
                return
            pause = FIRST_PAUSE if loop.time() - started > STEADY_SECONDS else pause
            self.say(f"The bot stopped by itself (exit code {code}). Its last words, from {self.log}:")
            self.say(tail(self.log))
            self.say(f"Starting it again in {pause:g} s.")
            await asyncio.sleep(pause)
            pause = min(pause * 2, LAST_PAUSE)

    async def stop(self) -> None:
        """SIGTERM, and after `STOP_SECONDS` SIGKILL."""
        self._stopping = True
        process = self.process
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            self.say("The bot does not stop by itself; ending it.")
            process.kill()
            await process.wait()

    async def _run_once(self) -> int:
        with self.log.open("ab") as output:
            self.process = await asyncio.create_subprocess_exec(
                *command("run", "--config", str(self.config)),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=ROOT,
                env=environment(),
                start_new_session=True,  # Ctrl+C in the terminal is ours to pass on
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )
        return await self.process.wait()


def _die_with_parent() -> None:
    """When the demo is killed, the bot must not live on (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


async def run_once(*arguments: str) -> tuple[int, str]:
    """Run a command of the bot program to its end; returns exit code and output."""
    process = await asyncio.create_subprocess_exec(
        *command(*arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        cwd=ROOT,
        env=environment(),
    )
    try:
        output, _ = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    return process.returncode or 0, output.decode(errors="replace").strip()
