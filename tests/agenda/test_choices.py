"""What members choose; nothing is on before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import choices
from bot.agenda.choices import PURPOSES, Kind
from bot.agenda.quiet import Quiet
from storage import outbox
from storage.database import Database
from storage.outbox import OutboxRow
from storage.people import Member
from tests.agenda.calendars import AUTUMN, SAMPLE
from tests.agenda.members import bring_in, join


def of(db: Database) -> choices.Choices:
    return db.read_now(lambda s: choices.of(s, s.get_one(Member, 1)))


def _add(session: Session, place: str) -> None:
    choices.add_place(session, session.get_one(Member, 1), place)


def newcomer(session: Session) -> None:
    session.add(Member(id=1, language="nl", created_at=AUTUMN))


def test_a_newcomer_has_nothing_on(db: Database) -> None:
    db.write_now(newcomer)
    mine = of(db)
    assert not (mine.anything_on or mine.has_place or mine.has_theme)


def test_municipalities_add_up_and_the_province_replaces_them(db: Database) -> None:
    db.write_now(newcomer)
    for place in ("Zeist", "Baarn", "Zeist"):
        db.write_now(_add, place)
    assert of(db).places == ("Baarn", "Zeist")
    db.write_now(lambda s: choices.choose_all_places(s, s.get_one(Member, 1)))
    assert (of(db).places, of(db).all_places) == ((), True)
    db.write_now(lambda s: choices.add_place(s, s.get_one(Member, 1), "Soest"))
    assert (of(db).places, of(db).all_places) == (("Soest",), False)


def test_a_theme_goes_on_and_off(db: Database) -> None:
    db.write_now(newcomer)
    for _ in range(2):
        db.write_now(lambda s: choices.toggle_theme(s, s.get_one(Member, 1), "geld"))
        db.write_now(lambda s: choices.toggle_theme(s, s.get_one(Member, 1), "wonen"))
        db.write_now(lambda s: choices.toggle_theme(s, s.get_one(Member, 1), "wonen"))
    assert of(db).themes == ()


def test_switching_off_takes_back_what_was_on_its_way_and_nothing_else(db: Database) -> None:
    db.write_now(join, 1, news=True)

    def say(session: Session) -> None:
        for purpose in (*PURPOSES.values(), None):
            outbox.enqueue(session, outbox.Draft(1, "sendMessage", {"text": purpose}, purpose=purpose))

    db.write_now(say)
    db.write_now(lambda s: choices.switch(s, s.get_one(Member, 1), (Kind.NEWS, Kind.CHANGES), AUTUMN))
    assert taken_back(db) == {"reminder"}
    db.write_now(lambda s: choices.switch(s, s.get_one(Member, 1), (), AUTUMN))
    assert taken_back(db) == {"reminder", "news", "change"}


def turn_on(session: Session, kinds: tuple[Kind, ...], now: datetime) -> None:
    choices.switch(session, session.get_one(Member, 1), kinds, now)


def test_since_when_someone_stopped_is_kept_until_they_turn_something_on(db: Database) -> None:
    db.write_now(join, 1)
    later = AUTUMN + timedelta(days=1)
    for kinds, now, since in (
        ((), AUTUMN, AUTUMN),
        ((), later, AUTUMN),
        ((Kind.NEWS,), later, None),
        ((), later, later),
    ):
        db.write_now(turn_on, kinds, now)
        assert of(db).stopped_at == since
    db.write_now(lambda s: s.add(Member(id=2, language="nl", created_at=AUTUMN)))
    db.write_now(lambda s: choices.switch(s, s.get_one(Member, 2), (), AUTUMN))
    assert db.read_now(lambda s: s.get_one(Member, 2).stopped_at) is None, "they never had anything"


def taken_back(db: Database) -> set[str | None]:
    query = select(OutboxRow.purpose).where(OutboxRow.state == "cancelled")
    return db.read_now(lambda s: set(s.scalars(query)))


def test_new_quiet_hours_hold_for_what_waits_for_the_old_ones(db: Database) -> None:
    db.write_now(join, 1)
    night, zone = datetime(2026, 12, 3, 21, 0, tzinfo=UTC), ZoneInfo("Europe/Amsterdam")

    def say(session: Session) -> None:
        draft = outbox.Draft(1, "sendMessage", {}, purpose="reminder", not_before=night + timedelta(hours=10))
        outbox.enqueue(session, draft)
        outbox.enqueue(session, outbox.Draft(1, "sendMessage", {}, purpose="reminder"))

    def waits() -> list[datetime | None]:
        return db.read_now(lambda s: list(s.scalars(select(OutboxRow.not_before).order_by(OutboxRow.id))))

    db.write_now(say)
    db.write_now(lambda s: choices.be_quiet(s, s.get_one(Member, 1), Quiet(19 * 60, 9 * 60), night, zone))
    assert waits() == [datetime(2026, 12, 4, 8, 0, tzinfo=UTC), None]
    db.write_now(lambda s: choices.be_quiet(s, s.get_one(Member, 1), Quiet(None, None), night, zone))
    assert waits() == [None, None]


def test_the_number_of_reminders_to_expect_follows_from_what_is_planned(db: Database) -> None:
    db.write_now(join, 1, places=(), themes=())
    db.write_now(join, 2, places=("Zeist",), themes=("vrijwilligers",))
    db.write_now(join, 3, places=("Renswoude",), themes=("rechtsvorm",))
    bring_in(db, SAMPLE)

    def a_month(number: int) -> int:
        return db.read_now(lambda s: choices.reminders_a_month(s, s.get_one(Member, number), AUTUMN))

    assert (a_month(1), a_month(2), a_month(3)) == (5, 1, 0)
