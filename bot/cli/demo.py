"""`helpdesk demo`: the whole bot, without Telegram."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer


def demo(
    state: Annotated[
        Path, typer.Option("--state", help="Folder in which the demo remembers.", metavar="FOLDER")
    ] = Path("demo-state"),
    port: Annotated[int, typer.Option(help="Port of the page; the next free one when it is taken.")] = 8080,
    reset: Annotated[bool, typer.Option("--reset", help="Forget the last time and start anew.")] = False,
) -> None:
    """Play the bot in a page with three phones: a volunteer, the staff group and a member.

    Nothing leaves this machine.
    """
    from bot.demo.launch import run_demo

    asyncio.run(run_demo(state, port, reset))
