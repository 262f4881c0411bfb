"""Whether this process is the one that works. Others stand by and take over when it stops."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError

from storage import engine, lease
from storage.database import Database

log = logging.getLogger(__name__)

NAME = "worker"


class Leader:
    """Holds the lease and renews it. `active()` is checked before each call to Telegram."""

    def __init__(self, db: Database) -> None:
        self._db, self._me = db, engine.myself()
        self._deadline = 0.0
        self._task: asyncio.Task[None] | None = None
        self.lost = asyncio.Event()

    def active(self) -> bool:
        """Whether the lease is ours for certain: a process that was paused finds its deadline passed."""
        return time.monotonic() < self._deadline

    async def acquire(self) -> None:
        """Wait until the lease is ours, then keep it."""
        waited = False
        while not await self._renew():
            if not waited:
                log.info("another process is at work (%s); standing by", await self._db.read(lease.holder_of, NAME))
            waited = True
            await asyncio.sleep(1)
        self._task = asyncio.create_task(self._keep(), name="lease")

    async def release(self) -> None:
        """Let another process take over."""
        if self._task is None:
            return
        self._task.cancel()
        self._deadline = 0.0
        await self._db.write(lease.release, NAME, self._me, datetime.now(UTC))

    async def _renew(self) -> bool:
        # The deadline counts from before the asking: it must end before the lease does.
        deadline = time.monotonic() + lease.DURATION.total_seconds() - 1
        epoch = await self._db.write(lease.acquire, NAME, self._me, datetime.now(UTC))
        if epoch is not None:
            self._deadline = deadline
        return epoch is not None

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(lease.RENEW_EVERY.total_seconds())
            try:
                if not await self._renew():
                    log.error("another process took over; this one stops")
                    self._deadline = 0.0
                    self.lost.set()
                    return
            except SQLAlchemyError as error:
                log.warning("the lease could not be renewed (%s); trying again", type(error).__name__)
