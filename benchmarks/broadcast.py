"""A broadcast at the configured limit: how fast it goes, how many 429s, and what people who ask feel of it meanwhile;
and with the limit raised, what one core sustains, beside a bare python-telegram-bot that does nothing but send.

python -m benchmarks.broadcast [--seconds 60]
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from sqlalchemy import insert

from benchmarks import bots
from benchmarks.bots import QUESTION, Bench
from bot.demo.server.limits import Limits, Window
from bot.demo.server.server import BotApiServer
from storage.base import new_id
from storage.database import Database
from storage.outbox import OutboxRow, Priority
from tests.databases import PostgresServer
from tests.stage import free_port

LIMIT, RAISED = 30, 1000
LIVE_EVERY_S, LOOK_EVERY_S = 0.25, 0.02
# So many seconds up to which the way to Telegram takes longer or shorter.
JITTERS = (0.05, 0.2)
MANY = 30_000
# By then all that is loaded once is in memory: what is added later is growth.
WARM = 5_000
# How many a bare loop sends at once: as many as our sender.
AT_ONCE = 8


@dataclass(frozen=True)
class Figures:
    """Messages a second, refusals, the latency of live answers meanwhile in ms, by how many MB the bot grew, and the
    longest that its event loop let someone wait for /healthz in ms."""

    per_second: float
    refusals: int
    live_p50_ms: float
    live_p99_ms: float
    grown_mb: float
    stall_ms: float


async def measure(bench: Bench, storage_url: str, port: int, seconds: float, jitter: float, limit: int) -> Figures:
    """Put a broadcast in the outbox, ask questions meanwhile, and count what arrives against strict windows."""
    server = bench.server
    server.world.set_limits(Limits(overall=Window(limit, 1.0)))
    server.faults.add("delay", method="sendMessage", count=0, jitter=jitter)
    people = [server.person(f"B{n}").id for n in range(int(limit * seconds * 1.2) + limit)]
    # In turn, so that the limit in one chat (3 in 3 s) does not show.
    askers = [server.person(f"Vrager {n}").id for n in range(16)]
    ledger = server.world.ledger
    for asker in askers:  # what the first questions load is no growth
        await _ask(bench, asker)
    ledger.clear()
    await asyncio.to_thread(_fill_outbox, storage_url, people)
    await _until_first(bench)
    before, start, live = bench.memory_mb(), time.monotonic(), list[float]()
    watching = asyncio.create_task(_watch(port))
    while time.monotonic() - start < seconds:
        live.append(await _ask(bench, askers[len(live) % len(askers)]))
        await asyncio.sleep(LIVE_EVERY_S)
    watching.cancel()
    waits = (await asyncio.gather(watching, return_exceptions=True))[0]
    stall = max(waits) if isinstance(waits, list) else 0.0
    sent = [s.at for s in ledger.sent if s.at >= start]
    rate = len(sent) / (sent[-1] - start)
    p99 = statistics.quantiles(live, n=100)[98]
    grown = bench.memory_mb() - before
    return Figures(rate, ledger.errors[429], statistics.median(live), p99, grown, stall)


async def sustained(bench: Bench, storage_url: str) -> tuple[float, float, float]:
    """Messages a second when only the bot itself is in the way: the broadcast as a whole, from its first message.
    Then the bot's memory in MB, when it was warm and at the end."""
    people = [bench.server.person(f"M{n}").id for n in range(MANY)]
    bench.server.world.ledger.clear()
    await asyncio.to_thread(_fill_outbox, storage_url, people)
    await _rate(bench.server, WARM)
    warm = bench.memory_mb()
    return await _rate(bench.server), warm, bench.memory_mb()


async def bare() -> float:
    """The same by a bare loop of `send_message`, eight at once."""
    async with await BotApiServer.start(limits=None) as server:
        people = [server.person(f"M{n}").id for n in range(MANY)]
        command = ["-m", "benchmarks.send_loop", server.url, server.world.token, str(people[0]), str(MANY)]
        process = await asyncio.create_subprocess_exec(sys.executable, *command)
        try:
            return await _rate(server)
        finally:
            await process.wait()


async def _rate(server: BotApiServer, many: int = MANY) -> float:
    sent = server.world.ledger.sent
    end = time.monotonic() + 300
    while len(sent) < many:
        if time.monotonic() > end:
            raise TimeoutError(f"{len(sent)} of {many} after 300 s")
        await asyncio.sleep(0.05)
    return (many - 1) / (sent[many - 1].at - sent[0].at)


def _fill_outbox(storage_url: str, people: Sequence[int]) -> None:
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


async def _watch(port: int) -> list[float]:
    """How long /healthz took, in ms, again and again until cancelled."""
    waits: list[float] = []
    async with aiohttp.ClientSession() as http:
        try:
            while True:
                at = time.monotonic()
                async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    await answer.read()
                waits.append(1000 * (time.monotonic() - at))
                await asyncio.sleep(LOOK_EVERY_S)
        except asyncio.CancelledError:
            return waits


async def table(postgres: PostgresServer, seconds: float) -> str:
    """At the limit, on each database and with each jitter."""
    told = f"messages a second (limit {LIMIT})"
    head = f"| database | jitter | {told} | most | 429s | live answer p50 | p99 | memory | /healthz max |"
    lines = [head, "|---|---|---|---|---|---|---|---|---|"]
    for jitter in JITTERS:
        for name, new in (("SQLite", None), ("PostgreSQL", postgres.new)):
            with tempfile.TemporaryDirectory() as folder:
                url = new() if new is not None else f"sqlite:///{folder}/b.db"
                port = free_port()
                settings = {
                    "HELPDESK_LIMITS__MESSAGES_PER_SECOND": str(LIMIT),
                    "HELPDESK_WEB__PORT": str(port),
                }
                async with bots.helpdesk(Path(folder), url, **settings) as bench:
                    f = await measure(bench, url, port, seconds, jitter, LIMIT)
            share = f"{f.per_second:.1f} ({f.per_second / LIMIT:.0%}) | {LIMIT / (1 + jitter / 2):.1f}"
            live = f"{f.live_p50_ms:.0f} ms | {f.live_p99_ms:.0f} ms"
            end = f"{f.grown_mb:+.1f} MB | {f.stall_ms:.0f} ms"
            lines.append(f"| {name} | 0–{jitter * 1000:.0f} ms | {share} | {f.refusals} | {live} | {end} |")
            print(lines[-1], flush=True)
    return "\n".join(lines)


async def sustained_table(postgres: PostgresServer) -> str:
    """With the limit raised: ours on each database, beside a bare loop."""
    peer = await bare()
    told = f"memory after {WARM} and after {MANY} messages"
    lines = [f"| sender | messages a second | × | {told} |", "|---|---|---|---|"]
    lines.append(f"| bare loop (peer) | {peer:.0f} | 1.00 | |")
    for name, new in (("SQLite", None), ("PostgreSQL", postgres.new)):
        with tempfile.TemporaryDirectory() as folder:
            url = new() if new is not None else f"sqlite:///{folder}/s.db"
            raised = {"HELPDESK_LIMITS__MESSAGES_PER_SECOND": str(RAISED), "HELPDESK_LIMITS__JITTER_SECONDS": "0"}
            async with bots.helpdesk(Path(folder), url, **raised) as bench:
                ours, warm, end = await sustained(bench, url)
        memory = f"{warm:.0f} and {end:.0f} MB"
        lines.append(f"| helpdesk, {name} (limit {RAISED}) | {ours:.0f} | {ours / peer:.2f} | {memory} |")
        print(lines[-1], flush=True)
    return "\n".join(lines)


async def main(seconds: float) -> None:
    """Both tables."""
    postgres = PostgresServer(durable=True)
    try:
        print(await table(postgres, seconds))
        print(await sustained_table(postgres))
    finally:
        postgres.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each broadcast at the limit is watched")
    asyncio.run(main(parser.parse_args().seconds))
