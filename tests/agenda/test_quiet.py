"""Quiet hours: nobody's phone rings then, and no reminder comes after the start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.agenda.quiet import Leaving, Quiet, ends, leaving
from storage.database import Database
from storage.outbox import Body, OutboxRow
from storage.people import Member
from tests.agenda.calendars import event, ics
from tests.agenda.members import bring_in, join, tick

HERE = ZoneInfo("Europe/Amsterdam")
NIGHT = Quiet(21 * 60, 8 * 60)
START = datetime(2027, 1, 26, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2027-01-25T20:59", None),
        ("2027-01-25T21:00", "2027-01-26T08:00"),
        ("2027-01-26T03:00", "2027-01-26T08:00"),
        ("2027-01-26T08:00", None),
        ("2027-03-27T22:00", "2027-03-28T08:00"),  # an hour shorter
        ("2027-10-31T02:30", "2027-10-31T08:00"),  # an hour longer
    ],
)
def test_quiet_is_from_nine_to_eight_on_the_wall_clock(now: str, until: str | None) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=HERE)
    expected = datetime.fromisoformat(until).replace(tzinfo=HERE) if until else None
    assert ends(NIGHT, moment.astimezone(UTC), HERE) == expected


def test_quiet_in_the_middle_of_the_day_and_by_another_clock() -> None:
    noon = datetime(2027, 1, 26, 12, 30, tzinfo=UTC)
    assert ends(Quiet(12 * 60, 14 * 60, "Europe/London"), noon, HERE) == datetime(2027, 1, 26, 14, tzinfo=UTC)
    assert ends(Quiet(12 * 60, 13 * 60, "America/Paramaribo"), noon, HERE) is None
    assert ends(Quiet(None, None), noon, HERE) is None


def test_what_makes_no_sense_after_the_quiet_comes_without_a_sound() -> None:
    night = datetime(2027, 1, 26, 5, 0, tzinfo=UTC)
    assert leaving(NIGHT, night, datetime(2027, 1, 26, 7, 0, tzinfo=UTC), HERE) == Leaving(silent=True)
    assert leaving(NIGHT, night, datetime(2027, 1, 26, 7, 1, tzinfo=UTC), HERE).at == datetime(
        2027, 1, 26, 7, 0, tzinfo=UTC
    )


@example(minutes=123960, hours=Quiet(120, 60, "Europe/London"), left=3000)
@example(minutes=123960, hours=Quiet(120, 60, "Europe/London"), left=1381)
@given(
    minutes=st.integers(0, 2 * 365 * 24 * 60),
    hours=st.builds(
        Quiet,
        st.integers(0, 1439),
        st.integers(0, 1439),
        st.sampled_from([None, "America/Paramaribo", "Europe/London", "Pacific/Apia"]),
    ),
    left=st.integers(1, 3000),
)
def test_it_leaves_in_time_and_never_rings_in_someones_quiet(minutes: int, hours: Quiet, left: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    start = now + timedelta(minutes=left)
    found = leaving(hours, now, start, HERE)
    at = found.at or now
    assert now <= at < start
    assert found.silent or ends(hours, at, HERE) is None or ends(hours, at, HERE) == at


def sent(db: Database) -> dict[int, tuple[datetime | None, bool]]:
    query = select(OutboxRow.chat_id, OutboxRow.not_before, Body.payload).join(Body, Body.id == OutboxRow.body_id)
    rows = db.read_now(lambda s: s.execute(query).all())
    return {chat: (at, payload.get("disable_notification", False)) for chat, at, payload in rows}


def test_each_member_gets_it_by_their_own_clock(db: Database) -> None:
    for number in (1, 2, 3):
        db.write_now(join, number)
    db.write_now(lambda s: s.execute(update(Member).where(Member.id == 2).values(zone="America/Paramaribo")))
    db.write_now(lambda s: s.execute(update(Member).where(Member.id == 3).values(quiet_from=None, quiet_until=None)))
    bring_in(db, ics(event(start="20270126T083000")), offsets=(120,))
    done = tick(db, datetime(2027, 1, 26, 5, 30, tzinfo=UTC))  # 6.30 here, 2.30 in Paramaribo
    assert (done.messages, done.later) == (3, 1)
    assert sent(db) == {
        1: (datetime(2027, 1, 26, 7, 0, tzinfo=UTC), False),
        2: (None, True),
        3: (None, False),
    }
