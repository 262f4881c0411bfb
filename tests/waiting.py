"""Wait for what people don't see: what the bot wrote down, or what it has in mind."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable
from typing import Any

from bot.demo.actors import PATIENCE_S

LOOK_EVERY_S = 0.05


async def until(look: Callable[[], Any], why: str | Callable[[], str] = "it did not come about") -> Any:
    """Look until something true comes of it, which is returned; AssertionError when it never does.

    `look`: a function, async or not. `why`: what is said when nothing came.
    """
    deadline = time.monotonic() + PATIENCE_S
    while True:
        found = look()
        if inspect.isawaitable(found):
            found = await found
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(why() if callable(why) else why)
        await asyncio.sleep(LOOK_EVERY_S)
