"""Holds up a database's writers."""

from __future__ import annotations

import asyncio
import threading

from sqlalchemy.orm import Session

from storage.database import Database


class Gate:
    """Holds up the writers, so that what is asked meanwhile waits together."""

    def __init__(self, db: Database) -> None:
        self._db, self._open = db, threading.Event()
        self._waiting: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> None:
        for _ in self._db._writers:
            self._waiting.append(asyncio.create_task(self._db.write(self._wait)))
            await asyncio.sleep(0.05)

    def _wait(self, _session: Session) -> None:
        self._open.wait()

    async def __aexit__(self, *exc: object) -> None:
        await asyncio.sleep(0.05)
        self._open.set()
        await asyncio.gather(*self._waiting)
