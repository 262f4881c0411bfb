"""What piled up for one person leaves as one message; who hears one thing hears it as always."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.agenda import changes, deliveries, imports, pile
from bot.agenda.pile import Pause
from storage.agenda import Occurrence
from storage.database import Database
from storage.outbox import MERGED, SENT, Body, OutboxRow
from storage.people import Member
from tests.agenda.calendars import REGION, event, ics, read
from tests.agenda.members import DAY_AND_TWO_HOURS, REGION_ZONE, bring_in, join, said, say_piled, tick

MORNING = datetime(2027, 1, 26, 8, 0, tzinfo=UTC)
MARKET = event("c", "20270127T083000", "Markt").replace("Linde\\, Zeist", "Eik\\, Soest")
THREE = ics(MARKET, event(), event("b", "20270126T200000", "Koken in Zeist"))


def merge(db: Database, now: datetime, pause: Pause | None = None) -> int:
    return db.write_now(pile.merge, now, say_piled, pause)


def leaving(db: Database) -> list[tuple[int, str, datetime | None]]:
    query = (
        select(OutboxRow.chat_id, Body.payload, OutboxRow.not_before)
        .join(Body, Body.id == OutboxRow.body_id)
        .where(OutboxRow.state == "new")
        .order_by(OutboxRow.chat_id, OutboxRow.id)
    )
    return [(chat, payload["text"], at) for chat, payload, at in db.read_now(lambda s: s.execute(query).all())]


def test_after_a_pause_each_gets_one_message_the_soonest_on_top(db: Database) -> None:
    db.write_now(join, 1, places=())
    db.write_now(join, 2, places=("Soest",))
    bring_in(db, THREE, offsets=(1440,))
    tick(db, MORNING)
    assert len(said(db)) == 4
    pause = Pause(MORNING - timedelta(days=1), MORNING)
    assert db.read_now(pile.any_piled, MORNING)
    assert merge(db, MORNING, pause) == 1
    assert [(chat, text) for chat, text, _ in leaving(db)] == [
        (1, "nl after a pause: comes Regioavond Zeist; comes Koken in Zeist; comes Markt"),
        (2, "nl: Markt in 1440"),
    ]
    assert merge(db, MORNING, pause) == 0
    assert not db.read_now(pile.any_piled, MORNING)


def test_who_hears_one_thing_hears_it_as_always(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()), offsets=(1440,))
    tick(db, MORNING)
    assert merge(db, MORNING) == 0
    assert [text for _, text, _ in leaving(db)] == ["nl: Regioavond Zeist in 1440"]


def test_what_is_on_time_is_left_alone(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event(), event("b", title="Koken in Zeist")), offsets=(120,))
    tick(db, datetime(2027, 1, 26, 16, 31, tzinfo=UTC))
    assert merge(db, datetime(2027, 1, 26, 16, 31, tzinfo=UTC)) == 0
    assert len(leaving(db)) == 2
    assert merge(db, datetime(2027, 1, 26, 16, 46, tzinfo=UTC)) == 1, (
        "Telegram was out of reach for a quarter of an hour"
    )


def test_after_quiet_hours_one_message_waits_for_their_end(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event("a", "20270127T220000"), event("b", "20270127T223000", "Sterren kijken")), offsets=(1440,))
    for minute in (0, 30):
        tick(db, datetime(2027, 1, 26, 21, minute, tzinfo=UTC))
    wakes = datetime(2027, 1, 27, 7, 0, tzinfo=UTC)
    assert merge(db, wakes - timedelta(minutes=2)) == 0
    assert merge(db, wakes - timedelta(seconds=30)) == 1
    assert leaving(db) == [(1, "nl: comes Regioavond Zeist; comes Sterren kijken", wakes)]


def test_what_went_along_ended_as_the_message_it_went_with(db: Database) -> None:
    db.write_now(join, 1, places=())
    bring_in(db, THREE, offsets=(1440,))
    tick(db, MORNING)
    assert merge(db, MORNING) == 1

    def each_of(session: Session, purpose: str, ref: int) -> list[deliveries.Delivery]:
        return list(deliveries.of(session, purpose, ref, MORNING))

    def ended() -> list[tuple[int, int, str, int]]:
        found = db.read_now(deliveries.broadcasts, MORNING, 9)
        each = [db.read_now(each_of, one.purpose, one.ref) for one in found]
        return [
            (one.progress.delivered, one.progress.waiting, rows[0].outcome, len(rows))
            for one, rows in zip(found, each, strict=True)
        ]

    assert ended() == [(0, 1, "waiting", 1)] * 3
    sent = update(OutboxRow).where(OutboxRow.purpose == pile.PURPOSE).values(state=SENT, sent_at=MORNING)
    db.write_now(lambda s: s.execute(sent))
    assert ended() == [(1, 0, "delivered", 1)] * 3


def announce(db: Database, content: bytes, now: datetime) -> int:
    def say(notice: changes.Notice, occurrence: Occurrence, _reader: Any) -> dict[str, Any]:
        return {"text": f"{notice.kind} {occurrence.title}"}

    def work(session: Any) -> int:
        result = imports.import_calendar(session, read(content, now), REGION, DAY_AND_TWO_HOURS, now)
        return changes.announce(session, result.notices, say, now, REGION_ZONE)

    return db.write_now(work)


def test_a_change_says_more_than_a_reminder_and_who_went_along_is_still_known_to_be_told(db: Database) -> None:
    db.write_now(join, 1)
    db.write_now(lambda s: s.execute(update(Member).values(quiet_from=None, quiet_until=None)))
    bring_in(db, ics(event(), event("b", "20270126T200000", "Koken in Zeist")), offsets=(1440,))
    tick(db, MORNING)
    assert merge(db, MORNING) == 1
    states = db.read_now(lambda s: [r.state for r in s.scalars(select(OutboxRow).order_by(OutboxRow.id))])
    assert states == [MERGED, MERGED, "new"]
    moved = ics(event(start="20270202T193000"), event("b", "20270126T200000", "Koken in Zeist"))
    assert announce(db, moved, MORNING + timedelta(minutes=1)) == 1
    assert "moved Regioavond Zeist" in [text for _, text, _ in leaving(db)]


def test_a_reminder_and_a_change_of_one_gathering_become_the_change(db: Database) -> None:
    db.write_now(join, 1)
    db.write_now(lambda s: s.execute(update(Member).values(quiet_from=None, quiet_until=None)))
    bring_in(db, ics(event(start="20270128T193000")), offsets=(1440,))
    tick(db, datetime(2027, 1, 27, 18, 30, tzinfo=UTC))
    db.write_now(lambda s: s.execute(update(OutboxRow).values(state="sent")))
    later = datetime(2027, 1, 27, 18, 31, tzinfo=UTC)
    elsewhere = ics(event(start="20270128T193000").replace("De Linde", "De Eik"))
    assert announce(db, elsewhere, later) == 1
    db.write_now(lambda s: s.execute(update(OutboxRow).where(OutboxRow.purpose == "reminder").values(state="new")))
    assert merge(db, later + timedelta(hours=1)) == 0
    assert [text for _, text, _ in leaving(db)] == ["elsewhere Regioavond Zeist"]
