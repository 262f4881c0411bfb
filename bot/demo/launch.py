"""`helpdesk demo`: the local Bot API server, the page, and the unmodified bot program beside them."""

import asyncio
import contextlib
import json
import secrets
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.demo.child import BotProcess, run_once, tail
from bot.demo.seed import seed
from bot.demo.server import BotApiServer, Limits

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
EVENTS = Path(__file__).parent.parent / "content" / "events.ics"
PORTS_TRIED = 50
BOT_ID = 7000000001
SLOW_START = 20.0  # seconds after which we say where to look
EVENTS_MARK = "events-imported"
OWN_FILES = ("world.json", "world.new", "clock", "config.toml", "bot.log", "files", "helpdesk.db", EVENTS_MARK)
OWN_SUFFIXES = ("-wal", "-shm", "-journal")


def say(words: str) -> None:
    """One line for who started the demo."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


async def run_demo(state: Path, port: int = 8080, reset: bool = False) -> None:
    """Play until Ctrl+C or SIGTERM.

    `state` is the folder that remembers everything; `reset` forgets it first. `port` is where the page is;
    the next free one when it is taken. Exits with code 1 and a sentence when it cannot start.
    """
    try:
        with _only_one(state) as folder:
            if reset:
                forget(folder)
            await _play(folder, port)
    except (OSError, ValueError) as error:
        raise SystemExit(f"The demo cannot start: {error}") from None


def forget(state: Path) -> None:
    """Remove what the demo keeps in its folder, and nothing else."""
    for name in OWN_FILES:
        path = state / name
        if path.is_dir():
            shutil.rmtree(path)
        for target in (path, *(path.with_name(name + suffix) for suffix in OWN_SUFFIXES)):
            target.unlink(missing_ok=True)


async def _play(state: Path, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stop.set)
    health_port = _free_port()
    # A new token each time: a bot left over from a killed demo is refused instead of answering twice.
    token = f"{BOT_ID}:{secrets.token_urlsafe(26)}"
    server = await BotApiServer.start(
        host=HOST,
        port=_page_port(port),
        token=token,
        limits=Limits(),
        state=state,
        page=PAGE,
        health_url=f"http://{HOST}:{health_port}/healthz",
    )
    async with server:
        if not server.restored:
            seed(server.world)
        config = write_config(state, server, health_port)
        (state / "bot.log").write_text("")
        await _with_bot(server, config, stop)


async def _with_bot(server: BotApiServer, config: Path, stop: asyncio.Event) -> None:
    """Start the bot, tell when all is ready, and wait for the end."""
    bot = BotProcess(config, config.with_name("bot.log"), say)
    stopping = asyncio.ensure_future(stop.wait())
    if not config.with_name(EVENTS_MARK).exists():
        importing = asyncio.ensure_future(_import_events(config))
        await asyncio.wait([importing, stopping], return_when=asyncio.FIRST_COMPLETED)
        importing.cancel()
        await asyncio.gather(importing, return_exceptions=True)
        if stop.is_set():
            return
    running = asyncio.ensure_future(bot.keep_running())
    ready = asyncio.ensure_future(_tell_when_ready(server, bot))
    await asyncio.wait([stopping, running], return_when=asyncio.FIRST_COMPLETED)
    ready.cancel()
    say("Stopping ...")
    await bot.stop()
    running.cancel()
    await asyncio.gather(running, ready, return_exceptions=True)


async def _import_events(config: Path) -> None:
    """Fill the agenda of a new demo; without events the rest can still be played."""
    code, output = await run_once("events", "import", str(EVENTS), "--config", str(config))
    if code == 0:
        config.with_name(EVENTS_MARK).touch()
    else:
        say(f"The sample events could not be imported (exit code {code}):\n    {output[-500:]}")


async def _tell_when_ready(server: BotApiServer, bot: BotProcess) -> None:
    """Say where the page is once the bot listens, or where to look when it does not."""
    try:
        await asyncio.wait_for(server.world.updates.polled.wait(), SLOW_START)
    except TimeoutError:
        say(f"The bot does not listen yet. Its last words, from {bot.log}:\n{tail(bot.log)}")
        await server.world.updates.polled.wait()
    say(f"\n  Open this page:  {server.url}/\n")
    say("Three phones: a volunteer, a staff member, a member. Nothing leaves this machine.")
    say(f"Everything is kept in {bot.log.parent}. Start anew: make demo RESET=1. Stop: Ctrl+C.")


def write_config(state: Path, server: BotApiServer, health_port: int) -> Path:
    """The bot's configuration for this demo; returns its path."""
    group = next(c for c in server.world.chats.values() if not c.is_private and not c.migrated_to)
    values: dict[str, dict[str, object]] = {
        "telegram": {"token": server.token, "api_url": server.url, "mode": "polling"},
        "staff": {"chat_id": group.id},
        "storage": {"url": "sqlite:///helpdesk.db"},
        "locale": {"language": "nl", "time_zone": "Europe/Amsterdam"},
        "clock": {"offset_file": "clock"},
        "web": {"listen": HOST, "port": health_port},
    }
    lines = ["# Written by `helpdesk demo` at each start; changes here are lost."]
    for section, keys in values.items():
        lines.append(f"\n[{section}]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in keys.items()]
    path = state / "config.toml"
    path.write_text("\n".join(lines) + "\n")
    path.chmod(0o600)
    return path


def _page_port(wanted: int) -> int:
    """The wanted port, or the next free one; raises OSError when there is none near."""
    if wanted == 0:
        return 0
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        if _is_free(port):
            if port != wanted:
                say(f"Port {wanted} is taken; the page is on port {port}.")
            return port
    raise OSError(f"no free port from {wanted} to {wanted + PORTS_TRIED - 1}; choose another with --port")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _only_one(state: Path) -> Iterator[Path]:
    """The state folder as an absolute path, made if needed; raises OSError while another demo uses it."""
    state = state.absolute()
    state.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # Windows
        yield state
        return
    with (state / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            words = f"another demo already plays in {state}; stop that one, or use another --state"
            raise OSError(words) from None
        yield state
