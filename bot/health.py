"""How the program is doing, for machines and for the demo's clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.agenda.reminders import next_due
from bot.clock import Clock
from storage import inbox, outbox
from storage.database import Database


class Health:
    """Makes the report of /healthz."""

    def __init__(self, db: Database, clock: Clock, live: Callable[[], dict[str, Any]]) -> None:
        """`live()`: what is known without the database; its `ok` is false when something is broken."""
        self._db, self._clock, self._live = db, clock, live

    async def report(self) -> dict[str, Any]:
        """`ok`, counts of inbox and outbox by state, what was kept aside, and when the next reminder is due."""
        found = {"ok": True, **self._live()}
        try:
            found |= await self._db.read(self._stored)
        except SQLAlchemyError as error:
            found |= {"ok": False, "database": type(error).__name__}
        return found

    def _stored(self, session: Session) -> dict[str, Any]:
        due = next_due(session, self._clock.now())
        return {
            "now": self._clock.now().isoformat(),
            "inbox": inbox.counts(session),
            "outbox": outbox.counts(session),
            "next_due": due.isoformat() if due else None,
        }
