"""The worker: stored updates reach the handlers, those of one chat one after another."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

import orjson
from telegram import Update
from telegram.ext import Application

from bot.clock import Clock
from bot.telegram.flood import Flood
from storage import inbox
from storage.database import Database
from storage.deferred import NotAllTouchedError
from storage.inbox import Received

log = logging.getLogger(__name__)

# So many chats are handled at once. Waiting handlers share a commit; more than a few dozen would only make what the
# sender has to write wait behind them.
AT_ONCE = 32
# A failing update is tried again after these seconds, and kept aside when that fails too.
RETRY_AFTER_S = (2.0, 15.0, 60.0)

# How often we look whether the messages of a person who sends many may go on.
LOOK_AGAIN_S = 0.2


class Desk(Protocol):
    """What the worker needs to know of the handlers: what they raised, and what they handled."""

    failures: dict[int, BaseException]
    handled: set[int]


class Worker:
    """Hands updates to the PTB application. All of it runs in one event loop."""

    def __init__(
        self,
        app: Application,  # type: ignore[type-arg]
        desk: Desk,
        db: Database,
        clock: Clock,
        apologise: Callable[[Update], Awaitable[None]],
        flood: Flood | None = None,
    ) -> None:
        """`apologise(update)`: tells the person, once, that it went wrong and nothing is lost; `flood`: what waits."""
        self._app, self._desk, self._db, self._clock, self._apologise = app, desk, db, clock, apologise
        self._flood = flood
        self._chats: dict[int, deque[Update]] = {}
        self._known: dict[int, Received] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._stopping = asyncio.Event()

    async def submit(self, updates: Sequence[Received]) -> None:
        """Handle these stored updates. Returns before they are handled."""
        for received in updates:
            if received.update_id in self._known:
                continue
            update = await self._parse(received)
            if update is not None:
                self._known[update.update_id] = received
                self._enqueue(update)

    def pending(self, updates: Sequence[Received]) -> list[Received]:
        """Which of the submitted updates are still being handled; the others are on disk as handled or put aside."""
        return [u for u in updates if u.update_id in self._known]

    async def resume(self) -> int:
        """Take up the stored updates that nobody handles. Returns how many."""
        taken, after = 0, -1
        while batch := await self._db.read(inbox.waiting, after):
            await self.submit(batch)
            taken, after = taken + len(batch), batch[-1].update_id
        return taken

    async def stop(self, patience: float = 10.0) -> None:
        """Finish what is being handled; the rest waits in the inbox."""
        self._stopping.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)

    async def _parse(self, received: Received) -> Update | None:
        try:
            update = Update.de_json(orjson.loads(received.raw), self._app.bot)
            hash(_lane(update))
            if update.update_id == received.update_id:
                return update
            error = "it has another number inside"
        except Exception as problem:  # whatever PTB stumbles over: one odd update must not stop the others
            error = f"{type(problem).__name__}: {problem}"
        log.error("update %s cannot be read and is kept aside: %s", received.update_id, error)
        await self._db.write(inbox.set_aside, received.update_id, received.raw, error, self._clock.now())
        return None

    def _enqueue(self, update: Update) -> None:
        key = _lane(update)
        if key in self._chats:
            self._chats[key].append(update)
        else:
            self._chats[key] = deque([update])
            self._start(self._handle_chat(key))

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _handle_chat(self, key: int) -> None:
        waiting = self._chats[key]
        while waiting and not self._stopping.is_set():
            update = await self._next(waiting)
            if update is None:
                await self._pause(LOOK_AGAIN_S)
                continue
            async with self._slots:
                await self._handle(update)
        del self._chats[key]

    async def _next(self, waiting: deque[Update]) -> Update | None:
        """The update to handle now; None when all of this chat must wait."""
        if self._flood is None:
            return waiting.popleft()
        try:
            return await self._flood.next(waiting, self._clock.now())
        except Exception:  # they could not be told to wait; wait they do
            log.exception("someone who sends many messages could not be told so")
            return None

    async def _handle(self, update: Update) -> None:
        number = update.update_id
        try:
            await self._app.process_update(update)
            error = self._desk.failures.pop(number, None)
            if error is None and number not in self._desk.handled:
                await self._db.write(inbox.mark_done, number, self._clock.now())
        except Exception as problem:
            error = problem
        self._desk.handled.discard(number)
        if error is None or isinstance(error, NotAllTouchedError):
            self._known.pop(number, None)
        else:
            await self._failed(update, error)

    async def _failed(self, update: Update, error: BaseException) -> None:
        """Count the failure, tell the person once, and try again later: out of line, so that others go on."""
        number, words, most = update.update_id, f"{type(error).__name__}: {error}", len(RETRY_AFTER_S) + 1
        try:
            attempts = await self._db.write(inbox.mark_failed, self._known[number], words, self._clock.now(), most)
            log.error("update %s failed (try %s of %s)", number, attempts, most, exc_info=error)
            if attempts == 1:
                await self._apologise(update)
        except Exception:
            log.exception("the failure of update %s could not be written down: %s", number, words)
            attempts = 1
        if not 0 < attempts < most:
            self._known.pop(number, None)
        elif not self._stopping.is_set():
            self._start(self._again(update, RETRY_AFTER_S[attempts - 1]))

    async def _pause(self, seconds: float) -> None:
        """Wait, but not when all must stop."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()

    async def _again(self, update: Update, seconds: float) -> None:
        await self._pause(seconds)
        if not self._stopping.is_set():
            async with self._slots:
                await self._handle(update)


def _lane(update: Update) -> int:
    """What shares a lane is handled in order: the poll, else the chat, else the person."""
    if update.poll is not None:
        return hash(update.poll.id)
    chat = update.effective_chat or update.effective_user
    return chat.id if chat else 0
