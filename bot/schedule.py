"""The tick: APScheduler wakes, rows decide.

Nothing is scheduled here but "look again". What is due is asked of the database each second, so a restart, a long
pause or a clock that jumps changes nothing: what became due meanwhile is found at the next tick.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.orm import Session

from bot.agenda import pile, planning, region, reminders
from bot.agenda.pile import Pause, PileMessage
from bot.agenda.reminders import Expanded, ReminderMessage
from bot.clock import Clock
from bot.leader import NAME
from bot.settings import Settings
from storage import lease
from storage.database import Database

log = logging.getLogger(__name__)

# People notice a reminder that is a minute late, not one that is a second late.
TICK_S = 1.0
# What waits for the end of quiet hours is put together in the last minute of those.
PILE_S = 20.0
# A shorter pause nobody noticed; and so long after a longer one, what comes together is its consequence.
WORTH_A_WORD = timedelta(minutes=15)
# APScheduler sleeps until a time of day: were the machine's clock put back an hour, it would sleep that hour.
WATCH_S = 5.0
# Someone who moves the demo's clock is looking at what comes of it: at once, and of what was on its way then, soon.
JUMP_WATCH_S = 0.1
JUMP_LOOK_S = 5.0


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do every so many seconds, while this process is the one at work."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[None]]


class Schedule:
    """Runs the agenda's tick and the chores. `start()` in a running event loop; `stop()` lets what runs finish."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        settings: Settings,
        active: Callable[[], bool],
        chores: Sequence[Chore],
        reminder: ReminderMessage,
        piled: PileMessage,
    ) -> None:
        """`active()`: whether this process holds the lease. `reminder`, `piled`: make the messages of a reminder, and
        of what piled up for someone."""
        self._db, self._clock, self._settings, self._active = db, clock, settings, active
        self._reminder, self._piled = reminder, piled
        self._pause: Pause | None = None
        agenda = [Chore("agenda", TICK_S, self._agenda), Chore("pile", PILE_S, self._merge)]
        most = JUMP_LOOK_S if clock.can_be_moved else float("inf")
        self._chores = [replace(chore, seconds=min(chore.seconds, most)) for chore in (*agenda, *chores)]
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._planned = False
        self._stopping = False
        # Called when rows went to the outbox, so that the sender need not look for them.
        self.woke: Callable[[], None] = lambda: None

    async def catch_up(self) -> None:
        """Before anything is sent: what became due while no process was at work is put together for each person."""
        stopped = await self._db.read(lease.last_pause, NAME)
        if stopped is not None and stopped[1] - stopped[0] >= WORTH_A_WORD:
            # The lease has the machine's time; people live by the clock of the bot.
            ahead = self._clock.now() - datetime.now(UTC)
            self._pause = Pause(stopped[0] + ahead, stopped[1] + ahead)
        await self._agenda()
        await self._merge()

    def start(self) -> None:
        """Begin ticking."""
        for chore in self._chores:
            self._scheduler.add_job(
                self._run,
                "interval",
                seconds=chore.seconds,
                args=[chore],
                id=chore.name,
                # A tick that is late is run late; many late ones are run once; two never run together.
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
            )
        self._scheduler.start()
        self._watches = [asyncio.create_task(self._keep_going(), name="schedule")]
        if self._clock.can_be_moved:
            self._watches.append(asyncio.create_task(self._follow_jumps(), name="schedule-jumps"))

    def stop(self) -> None:
        """Tick no more."""
        self._stopping = True
        if self._scheduler.running:
            for watch in self._watches:
                watch.cancel()
            self._scheduler.shutdown(wait=False)

    async def look(self, name: str) -> None:
        """Do the chore of that name now, as when its time comes; KeyError when there is none."""
        await self._run({chore.name: chore for chore in self._chores}[name])

    async def _run(self, chore: Chore) -> None:
        if not self._active():
            self._planned = False
            return
        try:
            await chore.run()
        except asyncio.CancelledError:
            # APScheduler ends what runs when it stops. What the rows say is done at the next start.
            if not self._stopping:
                raise
        except Exception:
            log.exception("the chore '%s' failed; it is tried again in %s s", chore.name, chore.seconds)

    async def _keep_going(self) -> None:
        """By the clock that only goes forward: a chore that waits much longer than it should is run now."""
        every = {chore.name: chore.seconds for chore in self._chores}
        while True:
            await asyncio.sleep(WATCH_S)
            now = datetime.now(UTC)
            for job in self._scheduler.get_jobs():
                if job.next_run_time > now + timedelta(seconds=every[job.id] + WATCH_S):
                    job.modify(next_run_time=now)

    async def _follow_jumps(self) -> None:
        """Whoever moves the bot's clock (in the demo, in tests) sees what became due at once."""
        seen = self._clock.offset()
        while True:
            await asyncio.sleep(JUMP_WATCH_S)
            if (offset := self._clock.offset()) != seen:
                seen = offset
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))

    async def _agenda(self) -> None:
        """Send what is due. On becoming the process at work, first fit the plans to the settings of today."""
        now = self._clock.now()
        events = self._settings.events
        if not self._planned:
            here = region.load(events.region)
            await self._db.write(planning.replan, here, events.reminders_minutes_before, now)
            self._planned = True
        if not await self._db.read(reminders.any_due, now):
            return
        done = await self._db.write(self._expand, now)
        log.info(
            "reminders: %s due (%s messages), %s expired, %s skipped",
            done.sent,
            done.messages,
            done.expired,
            done.skipped,
        )
        self.woke()

    def _expand(self, session: Session, now: datetime) -> Expanded:
        done = reminders.expand_due(session, now, self._reminder, self._settings.zone)
        pile.merge(session, now, self._piled, self._recent_pause(now))
        return done

    async def _merge(self) -> None:
        now = self._clock.now()
        if await self._db.read(pile.any_piled, now):
            made = await self._db.write(pile.merge, now, self._piled, self._recent_pause(now))
            log.info("what piled up became %s messages", made)
            self.woke()

    def _recent_pause(self, now: datetime) -> Pause | None:
        """The pause that just ended: later, what piles up has another cause."""
        pause = self._pause
        return pause if pause is not None and now - pause.until < WORTH_A_WORD else None


__all__ = ["Chore", "Schedule"]
