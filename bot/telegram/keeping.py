"""What became of calls is written down, whatever goes wrong: they were made, and must not be made again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.exc import InterfaceError, OperationalError

from bot.clock import Clock
from bot.telegram import rows
from bot.telegram.outcomes import Outcomes
from bot.telegram.rows import Done
from storage.database import Database

log = logging.getLogger(__name__)

# So long after the database was out of reach it is tried again.
PAUSE_S = 1.0


async def keep(db: Database, clock: Clock, batch: Sequence[Done], outcomes: Outcomes) -> dict[int, float]:
    """Write down what became of these rows; `outcomes` hear it. Returns in how many seconds failed ones go again."""
    try:
        return await _write(db, clock, batch, outcomes)
    except Exception:
        log.exception("who hears how rows end made a mistake")
    again: dict[int, float] = {}
    for done in batch:
        again |= await _keep_one(db, clock, done, outcomes)
    return again


async def _keep_one(db: Database, clock: Clock, done: Done, outcomes: Outcomes) -> dict[int, float]:
    """A mistake in one row's ending must not stop the others: each alone, the faulty one unheard."""
    try:
        return await _write(db, clock, [done], outcomes)
    except Exception:
        log.exception("the end of row %s is kept, and nobody hears of it", done.row.id)
    try:
        return await _write(db, clock, [done], replace(outcomes, by_purpose={}))
    except Exception:
        log.exception("row %s stays in doubt until the next start", done.row.id)
        return {}


async def _write(db: Database, clock: Clock, batch: Sequence[Done], outcomes: Outcomes) -> dict[int, float]:
    while True:
        try:
            return await db.write(rows.mark, batch, clock.now(), outcomes)
        except (OperationalError, InterfaceError):
            log.exception("results of %s calls could not be written; trying again", len(batch))
            await asyncio.sleep(PAUSE_S)
