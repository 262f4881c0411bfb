"""Pushing updates to the bot's webhook, as Telegram does."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import orjson

from bot.demo.server.errors import Json
from bot.demo.server.updates import Update, Updates

TIMEOUT = aiohttp.ClientTimeout(total=60)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Reply = Callable[[str, Json], Awaitable[object]]


@dataclass(slots=True, frozen=True)
class Target:
    """Where to push: URL, secret header value ("" = none), updates delivered at the same time at most."""

    url: str
    secret: str = ""
    max_connections: int = 40


class Webhook:
    """Delivers each update until the bot answers 200.

    Updates of one lane (chat) go in order, one at a time; lanes go side by side, `max_connections` at most.
    A refused update is tried again after `first_pause` seconds, doubling to a minute. `reply` carries out a
    method that the bot puts in its answer.
    """

    def __init__(self, updates: Updates, now: Callable[[], int], *, first_pause: float = 1.0) -> None:
        self.updates = updates
        self.now = now
        self.first_pause = first_pause
        self.target: Target | None = None
        self.reply: Reply | None = None
        self.last_error: Json = {}
        self._lanes: dict[int, deque[Update]] = {}
        self._ready: deque[int] = deque()
        self._running: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._closing: asyncio.Future[None] | None = None

    @property
    def pending(self) -> int:
        """Updates not yet accepted by the bot."""
        return sum(len(lane) for lane in self._lanes.values())

    def waiting(self) -> list[Update]:
        """All updates not yet accepted by the bot."""
        return [update for lane in self._lanes.values() for update in lane]

    def set(self, target: Target) -> None:
        """Push to this target from now on, what is waiting first."""
        self.remove()
        self.target, self.last_error = target, {}
        self._session = aiohttp.ClientSession(timeout=TIMEOUT, connector=aiohttp.TCPConnector(limit=0))
        self.updates.interrupt()
        self.updates.push = self._push
        pending, self.updates.pending = self.updates.pending, deque()
        for update in pending:
            self._push(update)

    def remove(self) -> None:
        """Stop pushing; what waits goes back to the queue for long polling."""
        if self.target is None:
            return
        self.target, self.updates.push = None, None
        for task in self._running:
            task.cancel()
        waiting = self.waiting()
        self.drop_pending()
        self.updates.restore(waiting)
        if self._session:
            self._closing = asyncio.ensure_future(self._session.close())
            self._session = None

    def drop_pending(self) -> None:
        """Forget all updates not yet accepted."""
        self._lanes.clear()
        self._ready.clear()

    async def close(self) -> None:
        """Stop for good."""
        self.remove()
        if self._closing:
            await self._closing

    def _push(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        self._ready.append(update.lane)
        self._start()

    def _start(self) -> None:
        while self.target and self._ready and len(self._running) < self.target.max_connections:
            lane = self._ready.popleft()
            task = asyncio.ensure_future(self._deliver_lane(lane, self.target))
            self._running.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._start()

    async def _deliver_lane(self, key: int, target: Target) -> None:
        """Deliver the first update of a lane, then queue the lane again behind the others."""
        lane = self._lanes[key]
        await self._deliver(lane[0], target)
        if self._lanes.get(key) is not lane:
            return
        lane.popleft()
        if lane:
            self._ready.append(key)
        else:
            del self._lanes[key]

    async def _deliver(self, update: Update, target: Target) -> None:
        pause = self.first_pause
        while (error := await self._try(update, target)) is not None:
            self.last_error = {"last_error_date": self.now(), "last_error_message": error}
            await asyncio.sleep(pause)
            pause = min(pause * 2, 60.0)

    async def _try(self, update: Update, target: Target) -> str | None:
        """Push once; returns what went wrong, in Telegram's words, or None."""
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if target.secret:
            headers[SECRET_HEADER] = target.secret
        try:
            async with self._session.post(target.url, data=update.body, headers=headers) as response:
                answer = await response.read()
                if response.status != 200:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
        except TimeoutError:
            return "Connection timed out"
        except aiohttp.ClientError:
            return "Connection refused"
        await self._carry_out(answer)
        return None

    async def _carry_out(self, answer: bytes) -> None:
        if not answer.startswith(b"{") or self.reply is None:
            return
        try:
            params = orjson.loads(answer)
        except orjson.JSONDecodeError:
            return
        name = params.pop("method", None)
        if isinstance(name, str):
            await self.reply(name, params)
