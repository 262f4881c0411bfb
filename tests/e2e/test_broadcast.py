"""Story 3 in the large: a reminder reaches two thousand members, each once."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.agenda import calendar, imports, region
from bot.settings import CONTENT
from storage import outbox
from storage.people import Member
from tests.agenda.calendars import event, ics
from tests.stage import START, Stage

MANY = 2000
FAST = {"telegram.mode": "polling", "limits.messages_per_second": "2000", "limits.jitter_seconds": "0"}
DAY_BEFORE = datetime(2027, 1, 25, 18, 30, tzinfo=UTC)


def crowd(session: Session, ids: list[int]) -> None:
    row = {"language": "nl", "created_at": START, "reminders": True, "all_places": True, "all_themes": True}
    session.execute(insert(Member), [{"id": number, **row} for number in ids])


@pytest.mark.parametrize("stage_options", [FAST], indirect=True)
async def test_a_reminder_reaches_two_thousand_members_each_once(stage: Stage) -> None:
    ids = [stage.server.person(f"Lid {n}").id for n in range(MANY)]
    db, settings = stage.helpdesk.db, stage.settings
    await db.write(crowd, ids)
    parsed = calendar.read(ics(event()), START, settings.zone)
    here, offsets = region.load(CONTENT / "region.yaml"), settings.events.reminders_minutes_before
    await db.write(imports.import_calendar, parsed, here, offsets, START)
    stage.set_clock(DAY_BEFORE)

    ledger, members = stage.server.world.ledger, set(ids)
    for _ in range(1500):
        if sum(sent.chat_id in members for sent in ledger.sent) >= MANY:
            break
        await asyncio.sleep(0.1)
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo Joke.")
    got = Counter(sent.chat_id for sent in ledger.sent if sent.chat_id in members)
    assert len(got) == MANY, "0 lost"
    assert set(got.values()) == {1}, "0 twice"
    counts = await db.read(outbox.counts)
    assert counts.get("dead", 0) == 0
