"""The database: transactions are functions.

`await db.write(f, a, b)` runs the synchronous `f(session, a, b)` in a writer thread and commits. Functions that wait
at the same time share a commit, so load makes an update cheaper, not dearer. When one of them fails, all are undone
and each runs again alone: a function given to `write` must be repeatable, so it changes nothing but the session.

There is one writer thread: on SQLite because it has one lock (`BEGIN IMMEDIATE`, WAL, `synchronous=FULL`), on
PostgreSQL because sharing a commit is worth more there than working side by side.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage import deferred, outbox
from storage.engine import make_engine

P = ParamSpec("P")
T = TypeVar("T")

# Enough to share one fsync among a burst, small enough that nobody waits long behind others.
MOST_TOGETHER = 32
# More writers split what could share a commit: a burst was answered at 433 a second with one, 421 with two, 288 with
# three (two cores, PostgreSQL beside the bot). With a database far away more may pay.
POSTGRESQL_WRITERS = 1
READERS = 2


class CommitHooks(Protocol):
    """Who wants to know of commits: the sender, to send at once what was just said. Called in writer threads."""

    def before_commit(self, drafts: list[outbox.Draft]) -> None:
        """May set `draft.state` to SENDING for rows it will send itself right after the commit."""

    def after_commit(self, drafts: list[outbox.Draft]) -> None:
        """The rows are kept."""

    def after_rollback(self, drafts: list[outbox.Draft]) -> None:
        """They are not."""


class _NoHooks:
    def before_commit(self, drafts: list[outbox.Draft]) -> None: ...
    def after_commit(self, drafts: list[outbox.Draft]) -> None: ...
    def after_rollback(self, drafts: list[outbox.Draft]) -> None: ...


@dataclass(slots=True)
class _Job:
    run: Callable[[Session], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = None


class Database:
    """Runs functions in transactions. Make it in a running event loop or not; close it with `close()`."""

    def __init__(self, url: str, now: Callable[[], datetime], hooks: CommitHooks | None = None) -> None:
        """`url`: an SQLAlchemy URL of SQLite or PostgreSQL. `now`: the clock, for `created_at` of what we say."""
        self.engine: Engine = make_engine(url)
        self.hooks: CommitHooks = hooks or _NoHooks()
        self._now = now
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        writers = 1 if self.engine.dialect.name == "sqlite" else POSTGRESQL_WRITERS
        self._writers = [threading.Thread(target=self._write_loop, name=f"writer-{n}") for n in range(writers)]
        self._share = -(-MOST_TOGETHER // writers)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        for thread in self._writers:
            thread.daemon = True
            thread.start()

    async def write(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `f(session, ...)` in a transaction; returns its result after the commit, or raises what it raised.

        Raises RuntimeError after `close()`.
        """
        if self._closed:  # nobody would ever answer
            raise RuntimeError("the database is closed")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put(_Job(lambda session: f(session, *args, **kwargs), loop, future))
        return await future

    async def read(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `f(session, ...)` without keeping what it changes."""
        return await asyncio.get_running_loop().run_in_executor(
            self._readers, lambda: self.read_now(f, *args, **kwargs)
        )

    def read_now(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`read` for programs without an event loop."""
        with (
            self.engine.connect().execution_options(reading=True) as connection,
            Session(bind=connection, expire_on_commit=False) as session,
        ):
            return f(session, *args, **kwargs)

    def write_now(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`write` for programs without an event loop: commands."""
        job = _Job(lambda session: f(session, *args, **kwargs), None, None)  # type: ignore[arg-type]
        self._commit([job])
        result: T = job.result
        return result

    def close(self) -> None:
        """Finish what was asked, then let go of the database."""
        self._closed = True
        for _ in self._writers:
            self._jobs.put(None)
        for thread in self._writers:
            thread.join(timeout=10)
        self._readers.shutdown(wait=True)
        self.engine.dispose()

    def _write_loop(self) -> None:
        while (batch := self._next_batch()) is not None:
            try:
                self._commit(batch)
                done: list[tuple[_Job, BaseException | None]] = [(job, None) for job in batch]
            except BaseException as error:
                done = [(batch[0], error)] if len(batch) == 1 else [(job, self._alone(job)) for job in batch]
            _report(done)

    def _next_batch(self) -> list[_Job] | None:
        first = self._jobs.get()
        if first is None:
            return None
        batch = [first]
        while len(batch) < self._share:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self._jobs.put(None)
                break
            batch.append(job)
        return batch

    def _alone(self, job: _Job) -> BaseException | None:
        try:
            self._commit([job])
        except BaseException as error:
            return error
        return None

    def _commit(self, jobs: list[_Job]) -> None:
        said: list[outbox.Draft] = []
        try:
            with (
                self.engine.begin() as connection,
                Session(bind=connection, expire_on_commit=False) as session,
            ):
                for job in jobs:
                    job.result = job.run(session)
                    session.flush()  # the next one may read by Core, which does not flush
                deferred.run(session)
                said = outbox.drafts(session)
                if said:
                    self.hooks.before_commit(said)
                    outbox.flush(session, self._now())
        except BaseException:
            self.hooks.after_rollback(said)
            raise
        if said:
            self.hooks.after_commit(said)


def _report(done: list[tuple[_Job, BaseException | None]]) -> None:
    def tell() -> None:
        for job, error in done:
            if job.future.cancelled():
                continue
            if error is None:
                job.future.set_result(job.result)
            else:
                job.future.set_exception(error)

    loop = done[0][0].loop
    if not loop.is_closed():
        loop.call_soon_threadsafe(tell)
