"""`helpdesk run`: the bot at work."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import Annotated

import typer

from bot import lean
from bot.cli.options import ConfigPath, fail, settings_from
from bot.settings import Settings


def run(
    config: ConfigPath = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log more.")] = False,
) -> None:
    """Run the bot until Ctrl+C or SIGTERM. What is under way is finished; the rest waits for the next start."""
    from bot import log, startup

    settings = settings_from(config, for_bot=True)
    log.set_up(verbose, (settings.telegram.token, settings.telegram.webhook.secret))
    try:
        _loop_factory().run(_run(settings))
    except startup.StartupError as error:
        fail(str(error))


def _loop_factory() -> asyncio.Runner:
    try:
        import uvloop
    except ImportError:  # Windows
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


async def _run(settings: Settings) -> None:
    from bot.app import Helpdesk

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(sign, stop.set)
    helpdesk = Helpdesk(settings)
    starting = asyncio.ensure_future(helpdesk.start())
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not starting.done():
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        return
    starting.result()
    lean.settle()
    lost = asyncio.ensure_future(helpdesk.leader.lost.wait())
    await asyncio.wait({lost, stopping}, return_when=asyncio.FIRST_COMPLETED)
    await helpdesk.stop()
    for waiter in (lost, stopping):
        waiter.cancel()
