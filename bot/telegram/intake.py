"""What Telegram delivers is stored before it is acknowledged, whichever way it comes."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from hashlib import sha256
from typing import Any

import orjson

from bot.clock import Clock
from storage import inbox
from storage.database import Database
from storage.inbox import Received

log = logging.getLogger(__name__)

# The kinds we handle. Telegram sends chat_member and message_reaction only when they are named.
ALLOWED_UPDATES = [
    *("message", "edited_message", "callback_query", "inline_query", "my_chat_member", "chat_member"),
    *("message_reaction", "poll"),
]

# Most questions are answered within this time; waiting so long saves a commit, and delays only the acknowledgement.
MOMENT_MS = 8

Pending = Callable[[Sequence[Received]], Sequence[Received]]
Submit = Callable[[Sequence[Received]], Awaitable[Pending | None]]
Fleeting = Callable[[Any], bool]
Clean = Callable[[Any], Any]


class Intake:
    """Stores updates and passes new ones on."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        submit: Submit,
        clean: Clean = lambda part: part,
        fleeting: Fleeting = lambda update: False,
    ) -> None:
        """`clean(update or raw text)`: without what must not be kept, not even for a moment.

        `submit`: gets updates to handle, also one that came before: handling it twice comes to nothing.

        It returns a function that tells which of them are not yet on disk as handled; None when it takes none.
        `fleeting(update)`: whether it took this update (JSON), which may be lost or come twice without harm, such as
        the letters that someone types; it is not stored then.
        """
        self._db, self._clock, self._submit = db, clock, submit
        self._clean, self._fleeting = clean, fleeting
        self.received = 0

    async def take(self, updates: Sequence[Any]) -> int | None:
        """Store these updates, as parsed from JSON; returns the highest number among them, None for none.

        When it returns, they are on disk: they may be acknowledged. Raises whatever the database raises; then not.
        """
        good: list[Received] = []
        numbers: list[int] = []
        for update in map(self._clean, updates):
            number = _number(update)
            numbers += [] if number is None else [number]
            if self._fleeting(update):
                continue
            try:
                raw = _json(update)
            except TypeError as error:  # nested too deep, or half a character: it was parsed, but cannot be written
                await self.set_aside(_ascii(update), f"it cannot be kept: {error}", number)
                continue
            if number is None:
                await self.set_aside(raw, "it has no number")
            else:
                good.append(Received(number, raw))
        # Handling begins at once: its commit marks the update as handled whether it is stored yet or not, and finds
        # out by that when it was handled before. What is not handled within a moment is stored now: whichever comes
        # first, the acknowledgement waits until each update is on disk.
        self.received += len(good)
        pending = await self._submit(good)
        unhandled = await _after_a_moment(good, pending) if pending else good
        if unhandled:
            await self._db.write(inbox.store, unhandled, self._clock.now())
        return max(numbers, default=None)

    async def set_aside(self, raw: str, error: str, number: int | None = None) -> None:
        """Keep something unreadable from Telegram for a person to look at; the same thing twice is kept once."""
        log.error("an update cannot be read and is kept aside: %s", error)
        key = -_hash(raw) if number is None else number
        # No database keeps a NUL in text.
        await self._db.write(inbox.quarantine, key, self._clean(raw).replace("\0", "�"), error, self._clock.now())


async def _after_a_moment(updates: Sequence[Received], pending: Pending) -> Sequence[Received]:
    """Those that are not handled by then."""
    for _ in range(MOMENT_MS):
        updates = pending(updates)
        if not updates:
            break
        await asyncio.sleep(0.001)
    return updates


def _json(update: Any) -> str:
    """The update as text. No database keeps a NUL in text, nor in a name, so another sign takes its place."""
    raw = orjson.dumps(update).decode()
    return orjson.dumps(_without_nul(update)).decode() if r"\u0000" in raw else raw


def _without_nul(part: Any) -> Any:
    match part:
        case str():
            return part.replace("\0", "\ufffd")
        case list():
            return [_without_nul(item) for item in part]
        case dict():
            return {_without_nul(key): _without_nul(value) for key, value in part.items()}
    return part


def _number(update: Any) -> int | None:
    found = update.get("update_id") if isinstance(update, dict) else None
    return found if type(found) is int and 0 <= found < 2**63 else None


def _ascii(update: Any) -> str:
    try:
        return json.dumps(update)
    except (RecursionError, ValueError, TypeError):
        return ""


def _hash(raw: str) -> int:
    """A number from 1 to 2**63 that stands for the text."""
    return (int.from_bytes(sha256(raw.encode(errors="replace")).digest()[:8], "big") >> 1) + 1
