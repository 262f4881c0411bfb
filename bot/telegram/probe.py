"""Whether Telegram can be reached: asked before what may not come twice is sent into the dark.

Of a call that is broken off nobody knows whether it was accepted. Were a broadcast to go on during an outage, it would
leave hundreds of messages in that doubt; so after the first few it waits until a harmless call is answered.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine
from typing import Any

from bot.telegram.failures import CallFailed, Kind

log = logging.getLogger(__name__)

OUT_OF_REACH = (Kind.UNSENT, Kind.AMBIGUOUS)
# Ask again after a random wait below a ceiling that doubles: soon after a hiccup, seldom in a long outage.
FIRST_CEILING_S, LAST_CEILING_S = 0.25, 8.0


class Probe:
    """Call `doubt` when a call was broken off. `away` from then on, until Telegram answers; then `back` is called."""

    def __init__(
        self, ask: Callable[[str, dict[str, Any]], Coroutine[Any, Any, Any]], back: Callable[[], None]
    ) -> None:
        """`ask(method, params)` calls Telegram. Raises CallFailed."""
        self._ask, self._back = ask, back
        self._task: asyncio.Task[None] | None = None
        self.away = False

    def doubt(self) -> None:
        """A call was broken off: ask whether Telegram is there."""
        self.away = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._until_there(), name="probe")

    async def stop(self) -> None:
        """Ask no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _until_there(self) -> None:
        ceiling = FIRST_CEILING_S
        while True:
            try:
                await self._ask("getMe", {})
                break
            except CallFailed as failure:
                if failure.kind not in OUT_OF_REACH:
                    break
            if ceiling == FIRST_CEILING_S:
                log.warning("Telegram is out of reach: broadcasts wait until it answers")
            await asyncio.sleep(random.uniform(ceiling / 2, ceiling))
            ceiling = min(LAST_CEILING_S, ceiling * 2)
        self.away = False
        self._back()
