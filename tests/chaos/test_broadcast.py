"""News to very many while everything goes wrong: everyone gets it once, and what may have come twice is flagged.

Short in `make test`; with CHAOS=full, as in `make chaos`, with 100 kills, 10,000 people and ten minutes of outage.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from datetime import datetime

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.agenda import news
from bot.agenda.news import Content
from bot.clock import Clock
from storage import outbox
from storage.news import DONE, LEAVING, News
from storage.outbox import OutboxRow
from storage.people import ACTIVE, BLOCKED, DEACTIVATED, Member
from tests.chaos.test_kill import IN_FLIGHT, Scene, scene

__all__ = ["scene"]
pytestmark = pytest.mark.xdist_group("chaos")

FULL = os.environ.get("CHAOS") == "full"
KILLS, PEOPLE = (100, 10_000) if FULL else (4, 1_200)
OUTAGE_S = 600.0 if FULL else 3.0


def everyone(session: Session, people: list[int], now: datetime) -> None:
    """All of them want news, at any hour; and there is some."""
    about = {"language": "nl", "created_at": now, "news": True, "quiet_from": None, "quiet_until": None}
    # Without `render_nulls` the default quiet hours would be filled in where None is given.
    query = insert(Member).execution_options(render_nulls=True)
    session.execute(query, [{"id": n, **about, "all_places": True, "all_themes": True} for n in people])
    found = news.draft(session, (-1, 1), Content("text", "sendMessage", {"text": "Nieuws"}), 1, now)
    found.state, found.leaves_at = LEAVING, now


async def begun(scene: Scene, count: int) -> list[int]:
    people = [scene.server.person(f"P{n}").id for n in range(count)]
    await scene.db.write(everyone, people, Clock().now())
    return people


async def until_done(scene: Scene, seconds: float) -> list[OutboxRow]:
    rows = await scene.until_all_sent(seconds)
    end = time.monotonic() + 60
    while await scene.db.read(lambda s: s.query(News.state).scalar()) != DONE:
        assert time.monotonic() < end, "the news does not end"
        await asyncio.sleep(0.1)
    return rows


async def test_killed_again_and_again_everyone_gets_the_news(scene: Scene) -> None:
    people = await begun(scene, PEOPLE)
    await scene.bot.start()
    share = PEOPLE // (KILLS + 1)
    for _ in range(KILLS):
        await scene.kill_after(share)
    rows = await until_done(scene, 300)
    assert Counter(row.chat_id for row in rows) == dict.fromkeys(people, 1)
    assert {row.state for row in rows} == {outbox.SENT}
    got, flagged = scene.got(), {row.chat_id for row in rows if row.repeated}
    twice = {person for person in people if got[person] > 1}
    print(f"{KILLS} kills, {PEOPLE} people: 0 lost, {len(twice)} got it twice, {len(flagged)} were in doubt")
    assert all(got[person] in (1, 2) for person in people)
    assert twice <= flagged and len(flagged) <= KILLS * IN_FLIGHT


async def test_a_day_on_which_everything_goes_wrong(scene: Scene) -> None:
    people = await begun(scene, 600)
    faults = scene.server.faults
    blocked, left, *others = people
    told = {"method": "sendMessage", "status": 403}
    faults.add("error", chat_id=blocked, description="Forbidden: bot was blocked by the user", **told)
    faults.add("error", chat_id=left, description="Forbidden: user is deactivated", **told)
    doubtful = ("bad_gateway", False), ("bad_gateway", True), ("reset", True), ("hang", False)
    in_doubt: set[int] = set()
    for number, (kind, accepted) in enumerate(doubtful):
        for person in others[number * 20 : number * 20 + 3]:
            in_doubt.add(person)
            faults.add(kind, method="sendMessage", chat_id=person, accepted=accepted, seconds=30)
    await scene.bot.start()
    await scene.until(lambda: len(scene.server.world.ledger.sent) >= 150, 60, "it does not begin")
    faults.add("outage", seconds=OUTAGE_S)
    rows = await until_done(scene, 120 + OUTAGE_S * 2)
    ended = {row.chat_id: row for row in rows}
    # News goes again once only: who was in doubt, and is so again in the outage, is given up and named to staff.
    given_up = {row.chat_id for row in rows if row.chat_id in others and row.state != outbox.SENT}
    assert given_up <= in_doubt
    assert all(ended[person].state == outbox.DEAD and ended[person].repeated for person in given_up)
    assert (ended[blocked].state, ended[left].state) == (outbox.DEAD, outbox.DEAD)
    got = scene.got()
    twice = {person for person in others if got[person] > 1}
    assert all((person not in given_up) <= got[person] <= 2 for person in others)
    assert not got[blocked] and not got[left]
    assert twice <= {chat for chat, row in ended.items() if row.repeated}
    states = await scene.db.read(lambda s: dict(s.query(Member.id, Member.state).all()))
    assert (states[blocked], states[left]) == (BLOCKED, DEACTIVATED)
    assert {states[person] for person in others} == {ACTIVE}


async def test_retry_after_is_obeyed_to_the_millisecond(scene: Scene) -> None:
    people = await begun(scene, 400)
    await scene.bot.start()
    ledger = scene.server.world.ledger
    await scene.until(lambda: len(ledger.sent) >= 60, 60, "it does not begin")
    scene.server.faults.add("flood", method="sendMessage", retry_after=2)
    while True:  # the moment of the refusal is between two looks
        before = time.monotonic()
        await asyncio.sleep(0)
        if ledger.errors[429]:
            break
    rows = await until_done(scene, 60)
    assert {row.state for row in rows} == {outbox.SENT} and scene.got() == dict.fromkeys(people, 1)
    after = [sent.at - before for sent in ledger.sent if sent.at > before]
    under_way = [at for at in after if at < 1.0]
    # What had left before the refusal came back cannot be called back; all else waits the two seconds.
    assert len(under_way) < IN_FLIGHT and min(at for at in after if at >= 1.0) >= 2.0
    assert ledger.errors[429] <= IN_FLIGHT
    print(
        f"after a 429 {len(under_way)} that were under way, then nothing until {min(a for a in after if a > 1):.4f} s"
    )
