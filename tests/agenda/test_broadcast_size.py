"""A reminder for many: one statement, and nobody twice."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from storage.agenda import Follow
from storage.database import Database
from storage.outbox import Body, OutboxRow
from storage.people import Member
from tests.agenda.calendars import AUTUMN, event, ics
from tests.agenda.members import bring_in, tick

DAY_BEFORE = datetime(2027, 1, 25, 18, 30, tzinfo=UTC)
MANY = 2000


def crowd(session: Session) -> None:
    """Two thousand members, every other one in Zeist, every fourth English."""
    members = [
        {
            "id": n,
            "language": "en" if n % 4 == 0 else "nl",
            "created_at": AUTUMN,
            "reminders": True,
            "all_themes": True,
        }
        for n in range(1, MANY + 1)
    ]
    session.execute(insert(Member), members)
    follows = [{"member_id": n, "kind": "place", "value": "Zeist" if n % 2 else "Soest"} for n in range(1, MANY + 1)]
    session.execute(insert(Follow), follows)


def test_two_thousand_members_are_one_statement_with_a_body_for_each_language(db: Database) -> None:
    db.write_now(crowd)
    bring_in(db, ics(event().replace("Zeist", "Nergenshuizen")))
    begun = time.monotonic()
    assert tick(db, DAY_BEFORE).messages == MANY
    assert time.monotonic() - begun < 20  # a row each by the ORM takes minutes on a busy machine
    assert not tick(db, DAY_BEFORE + timedelta(seconds=1))
    rows, people, bodies = db.read_now(
        lambda s: (
            s.execute(select(func.count(OutboxRow.id))).scalar(),
            s.execute(select(func.count(OutboxRow.chat_id.distinct()))).scalar(),
            s.execute(select(Body.language).order_by(Body.language)).scalars().all(),
        )
    )
    assert (rows, people, bodies) == (MANY, MANY, ["en", "nl"])


def test_half_of_them_chose_zeist(db: Database) -> None:
    db.write_now(crowd)
    bring_in(db, ics(event()))
    assert tick(db, DAY_BEFORE).messages == MANY // 2
