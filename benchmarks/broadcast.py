"""A broadcast at the configured limit: how fast it goes, how many 429s, and what a live question feels of it."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from benchmarks.bots import QUESTION, Bench
from bot.demo.server.limits import Limits
from storage.base import new_id
from storage.database import Database
from storage.outbox import OutboxRow, Priority

LIMIT, RECIPIENTS, SECONDS = 30, 600, 15
LIVE_EVERY_S = 0.5


@dataclass(frozen=True)
class Figures:
    """Messages a second against the limit, refusals, and the latency of live answers meanwhile in ms."""

    per_second: float
    refusals: int
    live_p50_ms: float
    live_max_ms: float


async def measure(bench: Bench, storage_url: str) -> Figures:
    """Put a broadcast in the outbox, ask questions meanwhile, and count what arrives against strict limits."""
    server = bench.server
    server.world.set_limits(Limits())
    people = [server.person(f"B{n}").id for n in range(RECIPIENTS)]
    # In turn, so that the limit in one chat (3 in 3 s) does not show.
    askers = [server.person(f"Vrager {n}").id for n in range(8)]
    ledger = server.world.ledger
    ledger.clear()
    _fill_outbox(storage_url, people)
    await _until_first(bench)
    start = time.monotonic()
    live: list[float] = []
    while time.monotonic() - start < SECONDS:
        live.append(await _ask(bench, askers[len(live) % len(askers)]))
        await asyncio.sleep(LIVE_EVERY_S)
    sent = [s.at for s in ledger.sent if s.at >= start and s.chat_id not in askers]
    rate = len(sent) / (sent[-1] - start)
    return Figures(rate + len(live) / SECONDS, ledger.errors[429], statistics.median(live), max(live))


def _fill_outbox(storage_url: str, people: list[int]) -> None:
    now = datetime.now(UTC)
    row = {
        "method": "sendMessage",
        "payload": {"text": "Nieuws van het netwerk"},
        "priority": int(Priority.BROADCAST),
        "state": "new",
        "attempts": 0,
        "repeated": False,
        "created_at": now,
        "expires_at": now + timedelta(hours=1),
    }
    db = Database(storage_url, lambda: now)
    rows = [{**row, "id": new_id(), "chat_id": person} for person in people]
    db.write_now(lambda session: session.execute(insert(OutboxRow), rows))
    db.close()


async def _until_first(bench: Bench) -> None:
    for _ in range(500):
        if bench.server.world.ledger.sent:
            return
        await asyncio.sleep(0.02)
    raise TimeoutError("the broadcast did not begin")


async def _ask(bench: Bench, asker: int) -> float:
    ledger = bench.server.world.ledger
    seen, at = len(ledger.sent), time.monotonic()
    await bench.server.act("send", {"as": asker, "chat_id": asker, "text": QUESTION})
    while True:
        for n in range(seen, len(ledger.sent)):
            if ledger.sent[n].chat_id == asker:
                return 1000 * (ledger.sent[n].at - at)
        seen = len(ledger.sent)
        await asyncio.sleep(0.002)
