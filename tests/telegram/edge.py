"""Half a bot, for tests of the sender: the real outbox, the real sender, a local Bot API server; no conversations."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.demo.actors import Group, Person, words
from bot.demo.server.limits import Limits
from bot.demo.server.server import BotApiServer
from bot.telegram.api import TelegramApi
from bot.telegram.outcomes import Outcomes, Result
from bot.telegram.pacing import Rates
from bot.telegram.sender import Sender
from storage import outbox
from storage.database import Database
from storage.outbox import Draft, OutboxRow, Priority
from storage.sending import Outgoing

# No pacing: for tests that are about something else.
UNPACED = Rates(100_000, 100_000, 100_000, 0)
HELD = "answer"


@dataclass
class Heard:
    """Hears how rows end."""

    ends: list[tuple[int, str, bool]] = field(default_factory=list)

    def __call__(self, session: Session, row: Outgoing, result: Result) -> None:
        self.ends.append((row.id, result.kind, result.ok))


@dataclass
class Edge:
    """The parts. Rows with the purpose "answer" are held for people who blocked the bot; "other" ones are not."""

    server: BotApiServer
    api: TelegramApi
    sender: Sender
    db: Database
    heard: Heard
    clock: Clock
    moved: dict[int, int] = field(default_factory=dict)

    def person(self, name: str = "Joke") -> Person:
        """Someone who knows the bot."""
        return self.server.person(name)

    async def put(self, *drafts: Draft) -> None:
        """Say these in one transaction."""

        def say(session: Session) -> None:
            for draft in drafts:
                outbox.enqueue(session, draft)

        await self.db.write(say)

    async def put_asleep(self, *drafts: Draft) -> None:
        """Write rows that the sender does not hear of: it finds them when it looks, as those of a broadcast."""
        hooks, self.db.hooks = self.db.hooks, _Deaf()
        try:
            await self.put(*drafts)
        finally:
            self.db.hooks = hooks

    async def rows(self) -> list[OutboxRow]:
        """The outbox, in the order in which it was written."""
        return await self.db.read(lambda s: list(s.scalars(select(OutboxRow).order_by(OutboxRow.id))))

    async def row(self, draft: Draft) -> OutboxRow:
        """One row as it is now."""
        return await self.db.read(lambda s: s.get_one(OutboxRow, draft.id))

    async def until(self, fits: Callable[[list[OutboxRow]], Any], seconds: float = 8.0) -> list[OutboxRow]:
        """Wait until the outbox fits; AssertionError with its states after `seconds`."""
        end = time.monotonic() + seconds
        while not fits(rows := await self.rows()):
            states = [(r.method, r.state, r.attempts, r.error) for r in rows]
            assert time.monotonic() < end, f"waited {seconds} s; the outbox holds {states}"
            await asyncio.sleep(0.01)
        return rows

    async def all_sent(self, seconds: float = 8.0) -> list[OutboxRow]:
        """Wait until every row is sent."""
        return await self.until(lambda rows: all(r.state == outbox.SENT for r in rows), seconds)

    async def texts(self, place: Person | Group) -> list[str]:
        """What the bot wrote there."""
        return [words(m) for m in await place.messages() if m["from"]["is_bot"] and words(m)]


class _Deaf:
    def before_commit(self, drafts: list[Draft]) -> None: ...
    def after_commit(self, drafts: list[Draft]) -> None: ...
    def after_rollback(self, drafts: list[Draft]) -> None: ...


@asynccontextmanager
async def edge_at_work(
    storage_url: str, rates: Rates = UNPACED, limits: Limits | None = None, start: bool = True
) -> AsyncIterator[Edge]:
    """The parts at work; `start=False` leaves the sender at rest."""
    async with await BotApiServer.start(limits=limits) as server:
        api, clock, heard = TelegramApi(server.url, server.token), Clock(), Heard()
        moved: dict[int, int] = {}
        outcomes = Outcomes({"answer": heard, "other": heard}, frozenset({HELD}), moved.__setitem__)
        sender = Sender(api, clock, rates, 8, outcomes)
        db = Database(storage_url, clock.now, sender)
        sender.db = db
        try:
            if start:
                await sender.start(db)
            yield Edge(server, api, sender, db, heard, clock, moved)
        finally:
            await sender.stop(patience=2)
            db.close()
            await api.close()


def message(to: Person | Group | int, text: str = "Dag", **fields: Any) -> Draft:
    """A draft of a text message in Telegram's HTML."""
    chat_id = to if isinstance(to, int) else to.chat_id
    return Draft(chat_id, "sendMessage", {"text": text, "parse_mode": "HTML"}, **fields)


def reminder(to: Person, text: str = "Denk je eraan?", **fields: Any) -> Draft:
    """A draft of a reminder."""
    return message(to, text, priority=Priority.REMINDER, **fields)
