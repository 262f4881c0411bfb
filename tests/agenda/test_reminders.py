"""Reminders: to whom, when, once; not after the fact, and not two at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.agenda import reminders
from storage.agenda import PLANNED, Reminder
from storage.database import Database
from storage.outbox import OutboxRow, Priority
from storage.people import BLOCKED
from tests.agenda.calendars import AUTUMN, SAMPLE, event, ics
from tests.agenda.members import bring_in, join, planned, said, tick

START = datetime(2027, 1, 26, 18, 30, tzinfo=UTC)
DAY_BEFORE, TWO_HOURS_BEFORE = START - timedelta(days=1), START - timedelta(hours=2)


def test_a_reminder_goes_out_once_a_day_before_and_once_two_hours_before(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    assert not tick(db, DAY_BEFORE - timedelta(seconds=1))
    assert tick(db, DAY_BEFORE).messages == 1
    assert not tick(db, DAY_BEFORE + timedelta(seconds=1))
    assert tick(db, TWO_HOURS_BEFORE).messages == 1
    assert said(db) == [(1, "nl: Regioavond Zeist in 1440"), (1, "nl: Regioavond Zeist in 120")]
    assert [state for *_, state in planned(db)] == ["sent", "sent"]


def test_each_reads_it_in_their_own_language_at_the_right_priority_until_the_start(db: Database) -> None:
    db.write_now(join, 1)
    db.write_now(join, 2, language="en")
    bring_in(db, ics(event()))
    tick(db, DAY_BEFORE)
    assert said(db) == [(1, "nl: Regioavond Zeist in 1440"), (2, "en: Regioavond Zeist in 1440")]
    rows = db.read_now(lambda s: list(s.scalars(select(OutboxRow))))
    assert {(r.priority, r.expires_at, r.purpose) for r in rows} == {(int(Priority.REMINDER), START, "reminder")}
    assert {r.ref for r in rows} == set(
        db.read_now(lambda s: s.scalars(select(Reminder.id).where(Reminder.minutes_before == 1440)).all())
    )


@pytest.mark.parametrize(
    ("choice", "gets"),
    [
        ({"places": ("Zeist",)}, True),
        ({"places": ("Soest",)}, False),
        ({"places": ("Soest", "Zeist")}, True),
        ({"places": ()}, True),
        ({"places": ("Zeist",), "themes": ("vrijwilligers", "geld")}, True),
        ({"places": ("Zeist",), "themes": ("geld",)}, False),
        ({"places": (), "themes": ("vrijwilligers",)}, True),
        ({"places": ("Zeist",), "reminders": False, "news": True}, False),
        ({"places": ("Zeist",), "state": BLOCKED}, False),
    ],
)
def test_only_those_who_chose_it_get_it(db: Database, choice: dict[str, object], gets: bool) -> None:
    db.write_now(join, 1, **choice)  # type: ignore[arg-type]
    bring_in(db, ics(event()))
    assert tick(db, DAY_BEFORE).messages == int(gets)


def test_an_online_meeting_is_for_every_place(db: Database) -> None:
    db.write_now(join, 1, places=("Soest",))
    bring_in(db, ics("UID:a\nSUMMARY:Helpdeskuur\nLOCATION:Online\nDTSTART;TZID=Europe/Amsterdam:20270126T193000"))
    assert tick(db, DAY_BEFORE).messages == 1


def test_a_theme_that_nobody_can_choose_hides_nothing(db: Database) -> None:
    db.write_now(join, 1, themes=("geld",))
    bring_in(db, ics(event().replace("vrijwilligers", "breien")))
    assert tick(db, DAY_BEFORE).messages == 1


def test_planning_the_same_reminder_again_adds_nobody(db: Database) -> None:
    for number in range(1, 6):
        db.write_now(join, number)
    bring_in(db, ics(event()))
    assert tick(db, DAY_BEFORE).messages == 5
    db.write_now(lambda s: s.execute(update(Reminder).values(state=PLANNED)))
    db.write_now(join, 6)
    assert tick(db, DAY_BEFORE + timedelta(seconds=1)).messages == 1, "only who was not there yet"
    assert len(said(db)) == 6


def test_after_downtime_only_the_last_of_two_reminders_goes(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    done = tick(db, START - timedelta(hours=1))
    assert (done.messages, done.skipped) == (1, 1)
    assert said(db) == [(1, "nl: Regioavond Zeist in 120")]
    assert [state for *_, state in planned(db)] == ["skipped", "sent"]


def test_after_downtime_what_is_over_expires_and_is_counted(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    done = tick(db, START)
    assert (done.messages, done.expired) == (0, 2)
    assert said(db) == []
    missed = db.read_now(lambda s: list(s.scalars(select(Reminder.recipients))))
    assert missed == [1, 1]


def test_a_reminder_of_a_moved_gathering_never_goes_out(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    tick(db, DAY_BEFORE)
    bring_in(db, ics(event(start="20270202T193000")), DAY_BEFORE + timedelta(minutes=1))
    assert said(db) == [], "what did not leave yet is taken back"
    assert not tick(db, START)
    assert tick(db, datetime(2027, 2, 1, 18, 30, tzinfo=UTC)).messages == 1, "the same person hears of the new date"


def test_a_reminder_of_a_cancelled_gathering_never_goes_out(db: Database) -> None:
    db.write_now(join, 1)
    bring_in(db, ics(event()))
    bring_in(db, ics(event(extra="STATUS:CANCELLED")))
    assert not tick(db, DAY_BEFORE)
    assert not tick(db, START)


@pytest.mark.parametrize(
    ("start", "day_before", "two_hours_before"),
    [
        # The clock is put back in the night of 25 October 2026, and forward in that of 28 March 2027.
        ("20261025T120000", datetime(2026, 10, 24, 10, 0, tzinfo=UTC), datetime(2026, 10, 25, 9, 0, tzinfo=UTC)),
        ("20270328T120000", datetime(2027, 3, 27, 11, 0, tzinfo=UTC), datetime(2027, 3, 28, 8, 0, tzinfo=UTC)),
        ("20270328T033000", datetime(2027, 3, 27, 2, 30, tzinfo=UTC), datetime(2027, 3, 27, 23, 30, tzinfo=UTC)),
        ("20261026T023000", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 23, 30, tzinfo=UTC)),
    ],
)
def test_a_day_before_is_the_same_time_of_day_also_when_the_clock_is_changed(
    db: Database, start: str, day_before: datetime, two_hours_before: datetime
) -> None:
    summer = datetime(2026, 9, 1, tzinfo=UTC)
    bring_in(db, ics(event(start=start)), summer)
    assert [(m, at) for _, m, at, _ in planned(db)] == [(1440, day_before), (120, two_hours_before)]


def test_each_reminder_of_the_sample_goes_out_exactly_once_whatever_the_night(db: Database) -> None:
    db.write_now(join, 1, places=())
    bring_in(db, SAMPLE)
    moments = sorted({due for *_, due, _ in planned(db)})
    walk = [(m, at) for title, m, at, _ in planned(db) if title.startswith("Nachtwandeling")]
    assert walk == [
        (1440, datetime(2027, 10, 30, 0, 30, tzinfo=UTC)),
        (120, datetime(2027, 10, 30, 22, 30, tzinfo=UTC)),
    ]
    for moment in moments:
        for late in (-1, 0, 1, 3600):
            tick(db, moment + timedelta(seconds=late))
    assert len(said(db)) == 60, "30 gatherings that go on, two reminders each"
    assert {state for *_, state in planned(db)} == {"sent"}


def test_all_day_counts_from_nine_in_the_morning(db: Database) -> None:
    bring_in(db, SAMPLE)
    festival = [(m, at) for title, m, at, _ in planned(db) if "Festival" in title]
    assert festival == [
        (1440, datetime(2027, 4, 16, 7, 0, tzinfo=UTC)),
        (120, datetime(2027, 4, 17, 5, 0, tzinfo=UTC)),
    ]


def test_the_next_reminder_is_the_first_that_someone_gets(db: Database) -> None:
    assert db.read_now(reminders.next_due, AUTUMN) is None
    bring_in(db, SAMPLE)
    first = datetime(2026, 11, 30, 18, 30, tzinfo=UTC)
    assert db.read_now(reminders.next_due, AUTUMN) == first, "nobody yet: the first of all"
    db.write_now(join, 1, places=("Zeist",), themes=("vrijwilligers",))
    assert db.read_now(reminders.next_due, AUTUMN) == DAY_BEFORE


def test_a_preview_tells_when_and_to_how_many(db: Database) -> None:
    db.write_now(join, 1)
    db.write_now(join, 2, places=("Soest",))
    bring_in(db, ics(event(), event("b", title="Overal").replace("Zeist", "Nergenshuizen")))
    found = db.read_now(reminders.planned, AUTUMN, START)
    assert [(p.occurrence.title, p.minutes_before, p.recipients) for p in found] == [
        ("Regioavond Zeist", 1440, 1),
        ("Overal", 1440, 2),
        ("Regioavond Zeist", 120, 1),
        ("Overal", 120, 2),
    ]
