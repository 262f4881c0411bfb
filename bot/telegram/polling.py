"""Polling: we ask Telegram for updates. Asking for the next ones acknowledges those before."""

from __future__ import annotations

import asyncio
import logging

from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed, Kind
from bot.telegram.intake import ALLOWED_UPDATES, Intake
from bot.telegram.outcomes import backoff

log = logging.getLogger(__name__)

# Telegram holds the request open this long when there is nothing new, in seconds.
HOLD_S = 30
MOST_AT_ONCE = 100


async def poll(api: TelegramApi, intake: Intake, mode_ready: asyncio.Event | None = None) -> None:
    """Fetch and store updates until cancelled. `mode_ready` is set after the first answer."""
    offset, failures = 0, 0
    while True:
        wait = 0 if mode_ready is not None and not mode_ready.is_set() else HOLD_S
        params = {"offset": offset, "timeout": wait, "limit": MOST_AT_ONCE, "allowed_updates": ALLOWED_UPDATES}
        try:
            updates = await api.call("getUpdates", params, read_timeout=wait + 10)
            highest = await intake.take(updates)
            offset = highest + 1 if highest is not None else offset
            failures = failures + 1 if updates and highest is None else 0
            if failures:  # nothing in it has a number to acknowledge it by, so it comes again
                await asyncio.sleep(backoff(failures))
            if mode_ready is not None:
                mode_ready.set()
        except CallFailed as failure:
            failures += 1
            await asyncio.sleep(_pause(failure, failures))
        except Exception:
            failures += 1
            log.exception("updates could not be stored; Telegram keeps them, and we try again")
            await asyncio.sleep(backoff(failures))


def _pause(failure: CallFailed, failures: int) -> float:
    if failure.kind is Kind.CONFLICT:
        log.error("another program fetches updates with this token; stop it, or give it a token of its own")
    elif failures in (1, 10, 100):
        log.warning("Telegram does not answer (%s); trying again", failure)
    return failure.retry_after or min(30.0, backoff(failures) + 0.1)
