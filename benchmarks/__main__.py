"""`make bench`: measures, prints tables, and writes docs/benchmarks.md.

python -m benchmarks [--runs 3] [--quick]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import statistics
import tempfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import bots, broadcast, burst_queue, expansion, roundtrip
from benchmarks.bots import Bench
from benchmarks.roundtrip import Figures
from tests.databases import PostgresServer

DOCS = Path(__file__).parent.parent / "docs" / "benchmarks.md"
TICKETS = 200
# How long each broadcast at the limit is watched.
WATCHED_S = 60.0
Make = Callable[[Path], AbstractAsyncContextManager[Bench]]


async def compare(makers: dict[str, Make], runs: int) -> tuple[str, str]:
    """The bots in turn, so many times; the medians as a table, and start and memory as another."""
    found: dict[str, list[tuple[Figures, float, float]]] = {name: [] for name in makers}
    for run in range(runs):
        for name, make in makers.items():
            with tempfile.TemporaryDirectory() as folder:
                async with make(Path(folder)) as bench:
                    figures = await roundtrip.measure(bench)
                    found[name].append((figures, bench.started_s, bench.memory_mb()))
            print(f"run {run + 1} {name}: {figures}", flush=True)
    return _roundtrip_table(found), _footprint_table(found)


def _roundtrip_table(found: dict[str, list[tuple[Figures, float, float]]]) -> str:
    def median(name: str, pick: Callable[[Figures], float]) -> float:
        return statistics.median(pick(figures) for figures, _, _ in found[name])

    peer = next(iter(found))
    lines = ["| bot | p50 | × | p99 | burst | × |", "|---|---|---|---|---|---|"]
    for name in found:
        p50, p99 = median(name, lambda f: f.p50_ms), median(name, lambda f: f.p99_ms)
        burst = median(name, lambda f: f.burst_per_s)
        against = p50 / median(peer, lambda f: f.p50_ms), burst / median(peer, lambda f: f.burst_per_s)
        lines.append(f"| {name} | {p50:.1f} ms | {against[0]:.2f} | {p99:.1f} ms | {burst:.0f}/s | {against[1]:.2f} |")
    return "\n".join(lines)


def _footprint_table(found: dict[str, list[tuple[Figures, float, float]]]) -> str:
    lines = ["| bot | from start to polling | memory after the run |", "|---|---|---|"]
    for name, rows in found.items():
        start, memory = statistics.median(r[1] for r in rows), statistics.median(r[2] for r in rows)
        lines.append(f"| {name} | {start:.2f} s | {memory:.0f} MB |")
    return "\n".join(lines)


async def bursts(tickets: int, minute: float) -> str:
    """Many questions for people in a minute, in a forum and in a plain group."""
    head = "| group | cards | overview changed | last card | least | least with overview | × | 429s | in order |"
    lines = [head, "|---|---|---|---|---|---|---|---|---|"]
    for name, forum in (("with topics", True), ("plain", False)):
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/burst.db"
            f = await burst_queue.measure(Path(folder), url, forum, tickets, minute)
        least = burst_queue.least_seconds(f.calls + f.overviews, minute)
        times = f"{f.last_card_s:.1f} s | {f.least_s:.0f} s | {least:.0f} s | {f.last_card_s / least:.3f}"
        order = "yes" if f.in_order else "no"
        lines.append(f"| {name} | {f.tickets} | {f.overviews} times | {times} | {f.refusals} | {order} |")
        print(lines[-1], flush=True)
    return "\n".join(lines)


def machine() -> str:
    """This machine, in words."""
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores of {model}, {platform.system()}, Python {platform.python_version()}"


async def main(runs: int, minute: float) -> None:
    """Everything, one after another."""
    postgres = PostgresServer(durable=True)
    makers: dict[str, Make] = {
        "bare echo bot (peer)": bots.echo_bot,
        "helpdesk, SQLite": bots.helpdesk,
        "helpdesk, PostgreSQL": lambda folder: bots.helpdesk(folder, postgres.new()),
    }
    try:
        speed, footprint = await compare(makers, runs)
        rows = expansion.table(postgres)
        pace = await broadcast.table(postgres, WATCHED_S)
        sustained = await broadcast.sustained_table(postgres)
        burst = await bursts(TICKETS, minute)
    finally:
        postgres.stop()
    told = {"day": datetime.now(UTC).date(), "machine": machine(), "runs": runs, "minute": f"{minute:g}"}
    found = {
        "speed": speed,
        "footprint": footprint,
        "rows": rows,
        "pace": pace,
        "sustained": sustained,
        "burst": burst,
    }
    text = TEMPLATE.format(**told, **found)
    DOCS.write_text(text)
    print(text)


TEMPLATE = """# Benchmarks

Written by `make bench` on {day}: {machine}. Server, load and bot share these cores, so read the ratios, not the
single figures. How the matcher does is in [matching.md](matching.md).

## Update in, answer out

The peer is python-telegram-bot alone, echoing, eight updates at once, on the same local Bot API server. Ours looks up
an answer among 90 and keeps everything: `synchronous=FULL` on SQLite, `synchronous_commit=on` on PostgreSQL. Latency
at 20 questions a second; burst of 1,500 questions from 500 people. Median of {runs} interleaved runs.

{speed}

## Start and memory

With the full sample FAQ. SQLite starts with an empty database, so its tables are made too.

{footprint}

## A broadcast to 100,000 members

From "send" to a row for each of them, committed; then once more, which must add none.

{rows}

## A broadcast at the limit

Against a server with strict sliding windows, to which a call takes a random time up to "jitter", and a question
four times a second meanwhile. "Most": limit / (1 + the mean time of a call), which is all that a sender can do that
never risks a 429: a call may arrive the moment it leaves, so its place must be free by then, and nobody can see
when Telegram counted a call until it answers. Memory: by how much the bot grew, what it loads once included.
/healthz max: the longest that anyone waited for it, the event loop's stalls among that.

{pace}

With the limit raised, how many messages a second leave, all of them kept before and marked after. The peer is
python-telegram-bot alone in a loop, eight at once, keeping nothing.

{sustained}

## 200 questions for people in a minute

Telegram takes 20 calls a minute in a group, so the last card cannot come sooner than "least": a question is two calls
in a group with topics (its topic, its card), one in a plain group. The pinned overview is changed meanwhile, which
takes calls too. Here a minute lasts {minute} seconds, in the bot and in the server, whose windows are strict; × is
what the bot adds to the least with the overview. `--minute 60` measures with a minute of a minute, in half an hour.

{burst}
"""

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="interleaved runs")
    parser.add_argument("--minute", type=float, default=12.0, help="seconds of the group's minute in the burst")
    arguments = parser.parse_args()
    asyncio.run(main(arguments.runs, arguments.minute))
