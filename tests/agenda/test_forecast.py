"""Which reminders go out, to how many, and why not to others; and a year of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.agenda import calendar, forecast, year
from bot.agenda.forecast import Forecast
from bot.cli.year_table import table
from bot.settings import Events
from storage.agenda import Attendance
from storage.database import Database
from storage.people import Member
from tests.agenda.calendars import AMSTERDAM, AUTUMN, REGION, SAMPLE, event, ics
from tests.agenda.members import bring_in, join, said, tick

DOCS = Path(__file__).parents[2] / "docs" / "reminders-of-a-year.md"
EVENING = datetime(2027, 1, 26, 18, 30, tzinfo=UTC)


def look(db: Database, first: datetime = AUTUMN, days: int = 100) -> list[Forecast]:
    return db.read_now(forecast.between, first, first + timedelta(days=days), AUTUMN, AMSTERDAM)


def people(session: Session) -> None:
    """One for each reason, three who get it."""
    join(session, 1)
    join(session, 2, places=())
    join(session, 3, places=("Houten",))
    join(session, 4, places=("Houten", "Utrecht"))
    join(session, 5, themes=("geld",))
    join(session, 6, reminders=False)
    join(session, 7, state="blocked")
    join(session, 8)
    join(session, 9)
    session.execute(update(Member).values(quiet_from=None, quiet_until=None))
    session.execute(update(Member).where(Member.id == 9).values(quiet_from=19 * 60, quiet_until=8 * 60))


def test_to_whom_and_why_not_to_others(db: Database) -> None:
    bring_in(db, ics(event()))
    db.write_now(people)

    def says_no(session: Session) -> None:
        (one,) = {f.occurrence.id for f in forecast.between(session, AUTUMN, EVENING, AUTUMN, AMSTERDAM)}
        session.add(Attendance(occurrence_id=one, member_id=8, answer="no", people=1, since=AUTUMN, updated_at=AUTUMN))

    db.write_now(says_no)
    a_day, two_hours = look(db)
    assert a_day.due_at == EVENING - timedelta(days=1)
    assert a_day.recipients == 3
    assert a_day.why_not == {"unreachable": 1, "off": 1, "no": 1, "place": 2, "theme": 1}
    assert (a_day.later, a_day.last_at) == (1, datetime(2027, 1, 26, 7, 0, tzinfo=UTC)), "quiet from 19 to 8"
    assert (two_hours.later, two_hours.silent) == (0, 0), "17.30 is before the quiet"


def test_what_is_foretold_is_what_happens(db: Database) -> None:
    bring_in(db, ics(event()))
    db.write_now(people)
    foretold = look(db)
    for one in foretold:
        tick(db, one.due_at)
    assert len(said(db)) == sum(one.recipients for one in foretold) == 8


def test_a_moment_later_shows_what_goes_out_from_then(db: Database) -> None:
    bring_in(db, ics(event()))
    assert [one.minutes_before for one in look(db, EVENING - timedelta(hours=3), 1)] == [120]
    assert look(db, EVENING, 100) == []


def test_the_year_in_the_docs_is_the_year_of_the_sample() -> None:
    """When this fails: make the table anew by the command that the page names."""
    begins = datetime(2026, 11, 23, tzinfo=AMSTERDAM).astimezone(UTC)
    parsed = calendar.read(SAMPLE, begins, AMSTERDAM)
    went = year.play(parsed, REGION, Events().reminders_minutes_before, begins, AMSTERDAM)
    assert DOCS.read_text(encoding="utf-8") == table(went, AMSTERDAM) + "\n"
    assert [f"{w.due_at.astimezone(AMSTERDAM):%Z}" for w in went if "Nachtwandeling" in w.title] == ["CEST"] * 3
    assert len({(w.due_at, w.title, w.starts_at) for w in went}) == len(went), "each once"
