"""The tick: only at work, never twice at once, and undisturbed by a failing chore."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.config import load
from bot.schedule import Chore, Schedule
from bot.settings import Settings
from storage.database import Database
from tests.agenda.calendars import event, ics
from tests.agenda.members import bring_in, join, planned, said, say, say_piled

DAY_BEFORE = datetime(2027, 1, 25, 18, 30, tzinfo=UTC)


class At:
    """Whether this process is at work, to be changed by the test."""

    def __init__(self, work: bool = True) -> None:
        self.work = work

    def __call__(self) -> bool:
        return self.work


def make(db: Database, tmp_path: Path, active: At, *chores: Chore) -> tuple[Schedule, Path]:
    file = tmp_path / "clock"
    settings: Settings = load(None, {})
    return Schedule(db, Clock(file), settings, active, chores, say, say_piled), file


def set_clock(file: Path, to: datetime) -> None:
    file.write_text(str((to - datetime.now(UTC)).total_seconds()))


async def until(check: object, seconds: float = 6.0) -> None:
    for _ in range(int(seconds / 0.05)):
        if check():  # type: ignore[operator]
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


async def test_a_clock_that_jumps_forward_sends_what_became_due(db: Database, tmp_path: Path) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    schedule, clock = make(db, tmp_path, At())
    woken: list[bool] = []
    schedule.woke = lambda: woken.append(True)
    schedule.start()
    try:
        await asyncio.sleep(1.3)
        assert said(db) == []
        set_clock(clock, DAY_BEFORE)
        await until(lambda: said(db))
        await asyncio.sleep(1.3)
        assert (said(db), woken) == ([(1, "nl: Regioavond Zeist in 1440")], [True])
    finally:
        schedule.stop()


async def test_a_process_that_stands_by_plans_nothing_until_it_is_at_work(db: Database, tmp_path: Path) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()), offsets=(20160,))
    at = At(work=False)
    schedule, clock = make(db, tmp_path, at)
    set_clock(clock, datetime(2026, 12, 1, tzinfo=UTC))
    schedule.start()
    try:
        await asyncio.sleep(1.3)
        assert [m for _, m, *_ in planned(db)] == [20160]
        at.work = True
        await until(lambda: [m for _, m, *_ in planned(db)] == [10080, 1440, 120])
    finally:
        schedule.stop()


async def test_a_chore_that_fails_is_tried_again_and_stops_no_other(db: Database, tmp_path: Path) -> None:
    tried: list[str] = []

    async def fails() -> None:
        tried.append("fails")
        raise RuntimeError("broken on purpose")

    async def works() -> None:
        tried.append("works")

    schedule, _ = make(db, tmp_path, At(), Chore("fails", 0.2, fails), Chore("works", 0.2, works))
    schedule.start()
    try:
        await until(lambda: tried.count("fails") > 1 and tried.count("works") > 1)
    finally:
        schedule.stop()


async def test_a_slow_chore_never_runs_beside_itself(db: Database, tmp_path: Path) -> None:
    running = most = 0

    async def slow() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.5)
        running -= 1

    schedule, _ = make(db, tmp_path, At(), Chore("slow", 0.1, slow))
    schedule.start()
    await asyncio.sleep(1.5)
    schedule.stop()
    assert most == 1


async def test_a_machine_clock_that_was_put_back_does_not_stop_the_tick(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.schedule.WATCH_S", 0.2)
    done: list[int] = []

    async def count() -> None:
        done.append(1)

    schedule, _ = make(db, tmp_path, At(), Chore("count", 0.2, count))
    schedule.start()
    try:
        await until(lambda: done)
        # What APScheduler is left with when the clock goes back an hour: a next time that is an hour away.
        schedule._scheduler.get_job("count").modify(next_run_time=datetime.now(UTC) + timedelta(hours=1))
        done.clear()
        await until(lambda: done)
    finally:
        schedule.stop()


def test_a_program_that_reads_no_calendar_does_not_load_the_calendar_library() -> None:
    code = "import sys, bot.app; print([m for m in ('icalendar', 'recurring_ical_events') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
