"""Within what time four of five are answered: counted by the database as one would by hand, and not too often."""

from __future__ import annotations

import math
import random
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.desk.response_times import FEWEST, KEPT, MANY, WINDOW, Usual
from storage.database import Database
from tests.desk.report_scene import ticket


def by_hand(measured: list[int]) -> timedelta | None:
    return timedelta(seconds=sorted(measured)[math.ceil(0.8 * len(measured)) - 1]) if len(measured) >= FEWEST else None


def answered(session: Session, now: datetime, measured: list[int]) -> None:
    for seconds in measured:
        ticket(session, now - timedelta(days=1), seconds)
    ticket(session, now - WINDOW - timedelta(days=1), 1)  # too long ago
    ticket(session, now)  # not answered


@pytest.mark.parametrize("count", [0, 19, 20, 21, 24, 25, 199])
async def test_it_is_the_time_that_four_of_five_do_not_exceed(db: Database, now: datetime, count: int) -> None:
    measured = [random.Random(count + n).randint(1, 90_000) for n in range(count)]
    await db.write(answered, now, measured)
    usual = Usual()
    assert await db.read(usual.within, now) == by_hand(measured)
    more = [5] * 30  # with few measured, each answer counts at once
    await db.write(answered, now, more)
    assert await db.read(usual.within, now) == by_hand([*measured, *more])


async def test_of_many_it_is_remembered_for_a_while(db: Database, now: datetime) -> None:
    await db.write(answered, now, [3600] * MANY)
    usual = Usual()
    hour = timedelta(hours=1)
    assert await db.read(usual.within, now) == hour
    await db.write(answered, now, [7200] * MANY)
    assert await db.read(usual.within, now + KEPT / 2) == hour
    assert await db.read(usual.within, now + KEPT) == 2 * hour
    assert await db.read(usual.within, now - KEPT) == 2 * hour  # a clock put back
