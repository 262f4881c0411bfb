"""The sender: what waits in the outbox reaches Telegram, in order, at the pace Telegram allows.

A row is marked as being sent, and committed, before the call; marked with the result, and committed, after it. At
most `in_flight` rows are between the two, so that is the most a crash can leave in doubt. A row that is said while
there is room is written as being sent in the very commit that says it, and leaves right after.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Collection, Sequence

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.telegram import keeping, rows, uploads
from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed, Kind
from bot.telegram.line import Line
from bot.telegram.outcomes import Outcomes
from bot.telegram.pacing import Pacer, Rates
from bot.telegram.probe import OUT_OF_REACH, Probe
from bot.telegram.rows import Done
from storage import outbox, sending
from storage.database import Database
from storage.outbox import Draft
from storage.sending import Outgoing, Waiting

log = logging.getLogger(__name__)

# Rows of a broadcast are fetched by so many; memory stays flat however large it is.
CHUNK = 500
# Rows that wait for a time of their own are looked at this often, at least.
LOOK_EVERY_S = 1.0
# A refused token will not heal within seconds.
UNAUTHORIZED_PAUSE_S = 30.0


class Sender:
    """Registers as the database's commit hooks: give it to `Database` and call `start` in the event loop."""

    def __init__(self, api: TelegramApi, clock: Clock, rates: Rates, in_flight: int, outcomes: Outcomes) -> None:
        """`in_flight`: the most rows that are being sent at once."""
        self.api, self.clock, self.outcomes = api, clock, outcomes
        self.pacer, self.line = Pacer(rates), Line()
        self.probe = Probe(api.call, lambda: self._wake.set())
        self.may_send: Callable[[], bool] = lambda: True
        self.unauthorized = False
        self._most = in_flight
        self._flying: set[int] = set()  # rows being sent: from before that is committed until its result is
        self._lock = threading.Lock()  # guards pacer, line and flying rows: commits are made in writer threads
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wake = asyncio.Event()
        self._reload, self._more, self._strays = True, False, False
        self._running = False
        self._prepared: dict[int, Outgoing] = {}  # calls of rows in the line that need no looking up
        self._done: list[Done] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._marker: asyncio.Task[None] | None = None

    async def start(self, db: Database) -> None:
        """Begin to send. What a crash left in doubt goes again first."""
        self.db, self._loop = db, asyncio.get_running_loop()
        await self._recover()
        self._running = True
        self._main = asyncio.create_task(self._run(), name="sender")

    async def stop(self, patience: float = 10.0) -> None:
        """Finish what is in flight, for at most `patience` seconds; the rest waits in the outbox."""
        if not self._running:
            return
        self._running = False
        self._wake.set()
        await self._main
        try:
            async with asyncio.timeout(patience):
                while self._flying:
                    self._wake.clear()
                    await self._wake.wait()
        except TimeoutError:
            log.warning("%s messages are still in doubt; they go again at the next start", len(self._flying))
        await self.probe.stop()

    def wake(self) -> None:
        """There is something new in the outbox that no commit of this process's functions said."""
        self._reload = True
        self._wake.set()

    # commit hooks: called in writer threads

    def before_commit(self, drafts: list[Draft]) -> None:
        """Rows that may leave at once are written as being sent."""
        now = time.monotonic()
        waiting: set[int] = set()  # chats of which an earlier row of this commit waits
        with self._lock:
            for draft in drafts:
                if draft.chat_id in waiting or not self._may_leave(draft, now):
                    waiting.add(draft.chat_id)
                else:
                    draft.state = outbox.SENDING
                    self._flying.add(draft.id)
                    self.line.occupy(draft.chat_id, draft.method)
                    self.pacer.take(draft.chat_id, draft.method, now)

    def after_commit(self, drafts: list[Draft]) -> None:
        """They are kept: let them leave."""
        if self._loop is None or self._loop.is_closed():
            return
        with self._lock:
            for d in drafts:
                if d.state == outbox.NEW and d.not_before is None:
                    self.line.add(Waiting(d.id, d.chat_id, int(d.priority), d.method))
                    if len(self._prepared) < CHUNK and d.expires_at is None and sending.stands_alone(d):
                        self._prepared[d.id] = sending.outgoing(d)
        leaving = [sending.outgoing(d) for d in drafts if d.state == outbox.SENDING]
        self._loop.call_soon_threadsafe(self._depart, leaving)

    def after_rollback(self, drafts: list[Draft]) -> None:
        """They are not, or nobody knows: what was taken for them is given back."""
        with self._lock:
            for draft in drafts:
                if draft.state == outbox.SENDING:
                    draft.state = outbox.NEW
                    self._flying.discard(draft.id)
                    self.pacer.give_back(draft.chat_id, draft.method)
                    self.line.release(draft.chat_id, draft.method)
                    self._reload = self._strays = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    def _may_leave(self, draft: Draft, now: float) -> bool:
        return (
            self._running
            and len(self._flying) < self._most
            and sending.stands_alone(draft)
            and draft.expires_at is None
            and draft.priority == outbox.Priority.LIVE
            and self.line.is_free(draft.chat_id, draft.method)
            and self.pacer.overall_wait(now) <= 0
            and self.pacer.chat_wait(draft.chat_id, draft.method, now) <= 0
            and self.may_send()
        )

    # the loop

    def _depart(self, leaving: list[Outgoing]) -> None:
        for row in leaving:
            self._launch(row)
        self._wake.set()

    async def _run(self) -> None:
        last_look = 0.0
        while self._running:
            self._wake.clear()
            try:
                if self._reload or time.monotonic() - last_look > LOOK_EVERY_S:
                    last_look = time.monotonic()
                    await self._look()
                pause = await self._take()
            except Exception:
                log.exception("the outbox could not be read; trying again")
                pause = LOOK_EVERY_S
            if pause > 0:
                await self._sleep(min(pause, LOOK_EVERY_S))

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _recover(self) -> None:
        """Rows that are marked as being sent, and that we are not sending, may or may not have arrived.

        They are of an earlier life of the program, or of a commit of which the database never told the result.
        """
        self._strays = False
        doubtful = await self.db.write(self._recover_strays)
        if doubtful:
            log.warning("%s messages may or may not have been sent; they go again and may arrive twice", doubtful)

    def _recover_strays(self, session: Session) -> int:
        # A row is among the flying before its mark is committed, so what we see marked and not flying is not ours.
        marked = sending.being_sent(session)
        with self._lock:
            strays = [row_id for row_id in marked if row_id not in self._flying]
        return sending.recover(session, strays) if strays else 0

    async def _look(self) -> None:
        """Fetch rows that wait: of a broadcast, of an earlier life of the program, or whose time has come."""
        if self._strays:
            await self._recover()
        self._reload = False
        limit = CHUNK + len(self.line)
        due = await self.db.read(sending.due, self.clock.now(), limit)
        self._more = len(due) == limit
        with self._lock:
            for row in due:
                self.line.add(row)

    async def _take(self) -> float:
        """Claim rows that may go now and send them. Returns how long to wait for the next, in seconds."""
        if not self.may_send():
            return LOOK_EVERY_S
        chosen, pause = self._choose()
        if not chosen:
            return pause
        try:
            claims = await self.db.write(rows.claim, chosen, self._prepared, self.clock.now())
        except Exception:
            self._strays = True
            self._put_back(chosen)
            raise
        ours = {row.id for row in claims.rows}
        self._put_back([w for w in chosen if w.id not in ours], forget=True)
        self._readdress(claims.moved)
        for row in claims.rows:
            self._prepared.pop(row.id, None)
            self._launch(row)
        if claims.expired:
            await self._tell_expired(claims.expired)
        return 0.0

    async def _tell_expired(self, row_ids: Sequence[int]) -> None:
        try:
            await self.db.write(rows.tell_expired, row_ids, self.outcomes)
        except Exception:  # a mistake of who hears it must not stop the sending
            log.exception("who said rows %s did not hear that they were too late", row_ids)

    def _readdress(self, chats: Collection[int]) -> None:
        """Groups moved: what waited under their old number is read anew."""
        with self._lock:
            for chat_id in chats:
                for row_id in self.line.forget(chat_id):
                    self._prepared.pop(row_id, None)
            self._reload = self._reload or bool(chats)

    def _choose(self) -> tuple[list[Waiting], float]:
        now = time.monotonic()
        chosen: list[Waiting] = []
        with self._lock:
            while len(self._flying) < self._most:
                priority = self.line.first_priority(now)
                if priority is None:
                    break
                many = priority >= outbox.Priority.REMINDER
                if many and self.probe.away:
                    return chosen, LOOK_EVERY_S
                pause = max(self.pacer.overall_wait(now), self.pacer.even_wait(now) if many else 0.0)
                if pause > 0:
                    return chosen, pause
                row = self.line.next(now, lambda chat, method: self.pacer.chat_wait(chat, method, now))
                if row is None:
                    break
                self._flying.add(row.id)
                self.pacer.take(row.chat_id, row.method, now)
                if many:
                    self.pacer.take_even()
                chosen.append(row)
            self._reload = self._reload or (self._more and len(self.line) < CHUNK // 2)
            until = self.line.next_unparked()
        return chosen, LOOK_EVERY_S if until is None else max(0.001, until - now)

    def _put_back(self, chosen: list[Waiting], forget: bool = False) -> None:
        with self._lock:
            for row in chosen:
                self._flying.discard(row.id)
                self.pacer.give_back(row.chat_id, row.method)
                self.line.release(row.chat_id, row.method)
                if forget:
                    self._prepared.pop(row.id, None)
                else:
                    self.line.add(row)

    def _launch(self, row: Outgoing) -> None:
        task = asyncio.create_task(self._send(row))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, row: Outgoing) -> None:
        done = await self._attempt(row)
        with self._lock:
            if done.left:
                self.pacer.landed(row.chat_id, row.method, time.monotonic())
            else:
                self.pacer.give_back(row.chat_id, row.method)
        self._done.append(done)
        if self._marker is None or self._marker.done():
            self._marker = asyncio.create_task(self._mark())

    async def _attempt(self, row: Outgoing) -> Done:
        if row.target_missing:
            failure = CallFailed(Kind.REFUSED, "the message it is about was never sent")
            return Done(row, failure=failure, left=False)
        if not self.may_send():
            return Done(row, failure=CallFailed(Kind.UNSENT, "another process sends now"), left=False)
        if (pause := self.pacer.paused(time.monotonic())) > 0:  # since it was claimed
            failure = CallFailed(Kind.FLOOD, "waits with all others", retry_after=pause)
            return Done(row, failure=failure, left=False)
        if self.probe.away and row.priority >= outbox.Priority.REMINDER:
            return Done(row, failure=CallFailed(Kind.UNSENT, "waits until Telegram answers"), left=False)
        try:
            value = await uploads.call(self.api, row)
        except CallFailed as failure:
            self._react(failure)
            if failure.kind in OUT_OF_REACH and row.priority >= outbox.Priority.REMINDER:
                self.probe.doubt()
            return Done(row, failure=failure, left=failure.kind is not Kind.UNSENT)
        except Exception as error:  # a mistake of ours in this row: a dead letter, and no other row suffers
            log.exception("%s of row %s could not be called", row.method, row.id)
            return Done(row, failure=CallFailed(Kind.REFUSED, f"it could not be called: {type(error).__name__}"))
        self.unauthorized = False
        return Done(row, value=value)

    def _react(self, failure: CallFailed) -> None:
        with self._lock:
            if failure.kind is Kind.FLOOD:
                self.pacer.flood(failure.retry_after, time.monotonic())
            elif failure.kind is Kind.UNAUTHORIZED:
                self.pacer.pause(UNAUTHORIZED_PAUSE_S, time.monotonic())
                if not self.unauthorized:
                    log.error("Telegram refuses the token; nothing is sent until it is right again")
                self.unauthorized = True

    async def _mark(self) -> None:
        """Write down what became of rows, as many as are ready together."""
        while self._done:
            batch, self._done = self._done, []
            self._release(batch, await keeping.keep(self.db, self.clock, batch, self.outcomes))

    def _release(self, batch: list[Done], again: dict[int, float]) -> None:
        now = time.monotonic()
        with self._lock:
            for d in batch:
                row, seconds = d.row, again.get(d.row.id)
                self._flying.discard(row.id)
                if seconds is not None:  # it keeps its place: later rows of this chat wait for it
                    self.line.add(Waiting(row.id, row.chat_id, row.priority, row.method))
                self.line.release(row.chat_id, row.method, now + (seconds or 0))
        self._wake.set()
