"""A moved or cancelled gathering: exactly those who were told hear it, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.agenda import attendance, changes, imports
from bot.agenda.broadcast import Reader
from bot.agenda.changes import Notice
from handlers.agenda import promoted
from storage.agenda import Attendance, Occurrence, OccurrenceChange
from storage.database import Database
from storage.outbox import OutboxRow
from storage.people import Member
from tests.agenda.calendars import REGION, event, ics, read
from tests.agenda.members import DAY_AND_TWO_HOURS, REGION_ZONE, bring_in, join, said, tick

START = datetime(2027, 1, 26, 18, 30, tzinfo=UTC)
TOLD = START - timedelta(days=1)
AFTER = TOLD + timedelta(hours=1)


def told_three_of_four(db: Database) -> None:
    """Three in Zeist are reminded, of whom one says stop and one blocks afterwards; one lives elsewhere."""
    for number in (1, 2, 3):
        db.write_now(join, number)
    db.write_now(join, 4, places=("Soest",))
    bring_in(db, ics(event()))
    tick(db, TOLD)
    db.write_now(lambda s: s.execute(update(OutboxRow).values(state="sent", sent_at=TOLD, message_id=1)))


def announce(db: Database, content: bytes, now: datetime = AFTER) -> int:
    def work(session: Any) -> int:
        result = imports.import_calendar(session, read(content, now), REGION, DAY_AND_TWO_HOURS, now)
        return changes.announce(session, result.notices, message, now, REGION_ZONE)

    return db.write_now(work)


def message(notice: Notice, occurrence: Occurrence, reader: Reader) -> dict[str, Any]:
    return {"text": f"{notice.kind}: {notice.was_starts:%d %H:%M} -> {occurrence.starts_local:%d %H:%M}"}


def test_those_who_were_told_hear_of_the_new_date_once(db: Database) -> None:
    told_three_of_four(db)
    moved = ics(event(start="20270202T193000"))
    assert announce(db, moved) == 3
    assert announce(db, moved) == 0, "the same calendar again"
    assert said(db)[3:] == [(n, "moved: 26 19:30 -> 02 19:30") for n in (1, 2, 3)]


def test_who_gets_a_place_when_it_goes_on_after_all_hears_both_in_one_message(db: Database) -> None:
    for number in (1, 2, 3):
        db.write_now(join, number, language="nl")
    bring_in(db, ics(event()))
    evening = db.write_now(
        lambda s: s.execute(update(Occurrence).values(capacity=1).returning(Occurrence.id)).scalar_one()
    )
    db.write_now(attendance.come, evening, 1, TOLD)
    for number in (2, 3):
        db.write_now(attendance.wait, evening, number, 1, TOLD + timedelta(minutes=number))
    announce(db, ics(event(extra="STATUS:CANCELLED")), TOLD + timedelta(minutes=5))
    db.write_now(lambda s: s.execute(update(OutboxRow).values(state="sent", sent_at=TOLD, message_id=1)))
    assert db.write_now(attendance.say, evening, 1, "no", AFTER).promoted == (), "it does not go on"
    before = len(said(db))
    back = read(ics(event(extra="SEQUENCE:1")), AFTER)
    (shown,) = db.read_now(imports.preview, back, REGION, AFTER).differences
    assert (shown.kind, shown.told, shown.seated) == ("back", 3, 1)

    def bring_back(session: Session) -> tuple[int, int]:
        result = imports.import_calendar(session, back, REGION, DAY_AND_TWO_HOURS, AFTER)
        placed = promoted.tell_of_import(session, result, AFTER, REGION_ZONE)
        return placed, changes.announce(session, result.notices, message, AFTER, REGION_ZONE)

    assert db.write_now(bring_back) == (1, 2)
    assert db.read_now(attendance.reply_of, evening, 2).answer == "yes"
    rows = db.read_now(lambda s: list(s.scalars(select(OutboxRow).where(OutboxRow.state == "new"))))
    assert [row.chat_id for row in rows if row.purpose is None] == [2]
    placed = next(row.payload for row in rows if row.chat_id == 2)
    assert placed is not None
    assert placed["text"].startswith("<b>Gaat toch door: Regioavond Zeist</b>\n<b>Er is plek: je bent aangemeld.</b>")
    assert said(db)[before:] == [(n, "back: 26 19:30 -> 26 19:30") for n in (1, 3)]


def test_who_joined_later_or_stopped_or_blocked_hears_nothing(db: Database) -> None:
    told_three_of_four(db)
    db.write_now(join, 5)
    db.write_now(lambda s: s.execute(update(Member).where(Member.id == 2).values(changes=False)))
    db.write_now(lambda s: s.execute(update(Member).where(Member.id == 3).values(state="blocked")))
    assert announce(db, ics(event(extra="STATUS:CANCELLED"))) == 1
    assert said(db)[3:] == [(1, "cancelled: 26 19:30 -> 26 19:30")]


def test_another_place_is_told_another_text_is_not(db: Database) -> None:
    told_three_of_four(db)
    assert announce(db, ics(event(extra="DESCRIPTION:Met soep"))) == 0
    assert announce(db, ics(event(extra="DESCRIPTION:Met soep").replace("De Linde", "De Eik"))) == 3
    assert said(db)[-1][1].startswith("elsewhere")


def test_nobody_who_was_not_told_hears_of_a_change(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    assert announce(db, ics(event(start="20270202T193000")), TOLD - timedelta(days=3)) == 0


def test_what_has_begun_is_not_announced_anymore(db: Database) -> None:
    told_three_of_four(db)
    assert announce(db, ics(event(extra="STATUS:CANCELLED")), START + timedelta(minutes=5)) == 0


def test_a_change_knows_its_number_of_recipients_and_can_be_read_again(db: Database) -> None:
    told_three_of_four(db)
    announce(db, ics(event(start="20270202T193000")))
    change = db.read_now(lambda s: s.query(OccurrenceChange).one())
    assert (change.kind, change.recipients) == ("moved", 3)
    again = db.read_now(changes.notice, change.id)
    assert again is not None
    assert again.was_starts == datetime.fromisoformat("2027-01-26T19:30")


def test_a_preview_counts_who_would_be_told(db: Database) -> None:
    told_three_of_four(db)
    shown = db.read_now(imports.preview, read(ics(event(start="20270202T193000")), AFTER), REGION, AFTER)
    assert shown.told == 3
    assert db.read_now(lambda s: s.query(OccurrenceChange).count()) == 0


def reached(db: Database, *members: int) -> None:
    """What is on its way to these members arrives."""
    where = (OutboxRow.state == "new") & OutboxRow.chat_id.in_(members)
    db.write_now(lambda s: s.execute(update(OutboxRow).where(where).values(state="sent", sent_at=AFTER)))


def test_two_changes_shortly_after_one_another_are_told_beside_what_each_one_knows(db: Database) -> None:
    told_three_of_four(db)
    assert announce(db, ics(event(start="20270202T193000", extra="SEQUENCE:1"))) == 3
    reached(db, 1)
    assert announce(db, ics(event(start="20270209T193000", extra="SEQUENCE:2")), AFTER + timedelta(minutes=1)) == 3
    assert said(db)[3:] == [
        (1, "moved: 26 19:30 -> 02 19:30"),
        (2, "moved: 26 19:30 -> 09 19:30"),
        (3, "moved: 26 19:30 -> 09 19:30"),
        (1, "moved: 02 19:30 -> 09 19:30"),
    ]


def test_who_did_not_hear_of_a_mistake_does_not_hear_that_it_was_put_right(db: Database) -> None:
    told_three_of_four(db)
    assert announce(db, ics(event(extra="STATUS:CANCELLED\nSEQUENCE:1"))) == 3
    reached(db, 1)
    assert announce(db, ics(event(extra="SEQUENCE:2")), AFTER + timedelta(minutes=1)) == 1
    assert said(db)[3:] == [(1, "cancelled: 26 19:30 -> 26 19:30"), (1, "back: 26 19:30 -> 26 19:30")]


def attends(session: Any, member: int, answer: str) -> None:
    occurrence = session.query(Occurrence).one()
    session.add(Attendance(occurrence_id=occurrence.id, member_id=member, answer=answer, since=TOLD, updated_at=TOLD))


def test_who_comes_hears_of_changes_also_when_all_messages_are_off_but_not_when_muted(db: Database) -> None:
    for number in range(1, 6):
        db.write_now(join, number, places=("Soest",), reminders=False)
    bring_in(db, ics(event()))
    for number, answer in ((1, "yes"), (2, "maybe"), (3, "waiting"), (4, "no"), (5, "yes")):
        db.write_now(attends, number, answer)
    db.write_now(lambda s: s.execute(update(Member).where(Member.id == 5).values(muted=True)))
    assert announce(db, ics(event(start="20270202T193000"))) == 3
    assert [chat for chat, _ in said(db)] == [1, 2, 3]


def test_a_reminder_follows_the_answer(db: Database) -> None:
    for number in (1, 2, 3):
        db.write_now(join, number)
    db.write_now(join, 4, places=("Soest",))
    bring_in(db, ics(event()))
    db.write_now(attends, 1, "no")
    db.write_now(attends, 4, "yes")
    tick(db, TOLD)
    assert [chat for chat, _ in said(db)] == [2, 3, 4]


def test_a_reminder_for_those_who_come_alone(db: Database) -> None:
    for number in (1, 2, 3):
        db.write_now(join, number)
    bring_in(db, ics(event()))
    db.write_now(lambda s: s.execute(update(Occurrence).values(remind="coming")))
    db.write_now(attends, 2, "maybe")
    tick(db, TOLD)
    assert [chat for chat, _ in said(db)] == [2]
