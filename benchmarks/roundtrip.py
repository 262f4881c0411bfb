"""Update in, answer out: latency at a steady pace, and answers a second in a burst."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import defaultdict
from dataclasses import dataclass

from benchmarks.bots import QUESTION, Bench

PACE_PER_S, PACE_S = 20, 15
BURST, PEOPLE = 1500, 500


@dataclass(frozen=True)
class Figures:
    """Latencies in ms at a steady pace, answers a second in a burst."""

    p50_ms: float
    p99_ms: float
    burst_per_s: float


async def measure(bench: Bench) -> Figures:
    """Warm up, then a steady pace, then a burst."""
    people = [bench.server.person(f"P{n}").id for n in range(PEOPLE)]
    await _burst(bench, people, PEOPLE)  # everybody was here before, as everybody who pressed START was
    await asyncio.sleep(4)  # the limit in a chat (3 in 3 s) must not show in what follows
    latencies = sorted(await _steady(bench, people))
    await asyncio.sleep(1)
    rate = await _burst(bench, people, BURST)
    return Figures(statistics.median(latencies), latencies[int(len(latencies) * 0.99)], rate)


async def _ask(bench: Bench, person: int) -> float:
    at = time.monotonic()
    await bench.server.act("send", {"as": person, "chat_id": person, "text": QUESTION})
    return at


def _answers(bench: Bench, since: int) -> dict[int, list[float]]:
    found: dict[int, list[float]] = defaultdict(list)
    sent = bench.server.world.ledger.sent
    for n in range(since, len(sent)):
        if sent[n].method == "sendMessage":
            found[sent[n].chat_id].append(sent[n].at)
    return found


async def _steady(bench: Bench, people: list[int]) -> list[float]:
    since, asked = len(bench.server.world.ledger.sent), {}
    start = time.monotonic()
    for n in range(PACE_PER_S * PACE_S):
        await asyncio.sleep(max(0.0, start + n / PACE_PER_S - time.monotonic()))
        asked[people[n % len(people)]] = await _ask(bench, people[n % len(people)])
    await _wait(bench, since, len(asked))
    answers = _answers(bench, since)
    return [1000 * (answers[person][0] - at) for person, at in asked.items()]


async def _burst(bench: Bench, people: list[int], count: int) -> float:
    since, start = len(bench.server.world.ledger.sent), time.monotonic()
    for n in range(count):
        await _ask(bench, people[n % len(people)])
    await _wait(bench, since, count)
    return count / (bench.server.world.ledger.sent[-1].at - start)


async def _wait(bench: Bench, since: int, count: int, patience: float = 60.0) -> None:
    until = time.monotonic() + patience
    while len(bench.server.world.ledger.sent) - since < count:
        if time.monotonic() > until:
            have = len(bench.server.world.ledger.sent) - since
            raise TimeoutError(f"only {have} of {count} answers after {patience:.0f} s")
        await asyncio.sleep(0.02)
