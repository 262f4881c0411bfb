"""Reports: what counts as what, where days and weeks begin, and what is said of it."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from bot.desk import report, report_period, report_picture, report_sheet, report_words
from bot.desk.report import Report
from bot.desk.report_period import MONTH, WEEK, Period
from bot.texts import texts
from storage.database import Database
from tests.desk import report_scene as scene
from tests.desk.report_scene import ZONE, local

MONDAY = date(2026, 11, 30)
AFTER = local(date(2026, 12, 8), 9)
DUTCH = texts("nl")


async def made(db: Database, play: object, kind: str = WEEK, day: date = MONDAY, now: datetime = AFTER) -> Report:
    """The report after this scene, which is played in a transaction."""

    def run(session: Session) -> None:
        scene.entries(session)
        session.flush()
        play(session)  # type: ignore[operator]

    await db.write(run)
    return await db.read(report.make, report_period.of(kind, day), now, ZONE)


def said(found: Report, now: datetime = AFTER) -> str:
    return report_words.words(DUTCH, found, now, ZONE)


async def test_each_question_counts_once_for_how_it_ended(db: Database) -> None:
    def play(session: Session) -> None:
        at = local(MONDAY)
        scene.ask(session, at)  # an answer that nobody complained of
        scene.ask(session, at, said="up")
        scene.ask(session, at, "suggestions", "ruimte", "chosen")
        scene.ask(session, at, said="down")
        scene.ask(session, at, "suggestions", "ruimte", "none")
        scene.ask(session, at, "unknown", None)
        passed = scene.ticket(session, at, theme="privacy")
        scene.ask(session, at, said="down", ticket=passed)  # counts for the person that got it
        scene.ticket(session, at, theme=None)  # "mens", and then the question
        scene.ask(session, at, "given")  # not a question

    counts = (await made(db, play)).counts
    assert (counts.by_list, counts.by_person, counts.unanswered, counts.asked) == (3, 2, 3, 8)
    assert counts.themes == [("geld", 3), ("ruimte", 2), ("privacy", 1)]
    assert counts.unthemed == 2


async def test_a_question_passed_on_days_later_is_not_counted_twice(db: Database) -> None:
    def play(session: Session) -> None:
        number = scene.ticket(session, local(MONDAY))
        scene.ask(session, local(MONDAY - timedelta(days=5)), said="down", ticket=number)

    found = await made(db, play)
    assert (found.counts.asked, found.before.by_person) == (0, 1)


async def test_days_begin_at_midnight_here_also_when_the_clock_changes(db: Database) -> None:
    sunday = date(2026, 10, 25)  # of 25 hours

    def play(session: Session) -> None:
        scene.ask(session, local(sunday, 0, 0))
        scene.ask(session, datetime(2026, 10, 25, 22, 59, tzinfo=UTC))  # 23.59, winter time
        scene.ask(session, datetime(2026, 10, 25, 23, 0, tzinfo=UTC))  # Monday
        scene.ask(session, datetime(2026, 10, 18, 21, 59, tzinfo=UTC))  # the Sunday before, summer time

    found = await made(db, play, day=sunday)
    assert {day: d.asked for day, d in found.counts.days.items() if d.asked} == {sunday: 2}
    assert found.before.asked == 1


async def test_what_is_not_over_is_compared_up_to_the_same_moment(db: Database) -> None:
    now = local(MONDAY + timedelta(days=2), 10)

    def play(session: Session) -> None:
        scene.ask(session, local(MONDAY))
        scene.ask(session, local(MONDAY - timedelta(days=7)))
        scene.ask(session, local(MONDAY - timedelta(days=5), 9, 59))
        scene.ask(session, local(MONDAY - timedelta(days=5), 10, 1))  # later than this week is by now

    found = await made(db, play, now=now)
    assert (found.so_far, found.counts.asked, found.before.asked) == (True, 1, 2)
    assert list(found.counts.days) == [MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)]
    assert "Er is 1 vraag gesteld, 1 minder dan de week ervoor op dit moment." in said(found, now)
    assert "Tot nu toe, wo 2 december, 10.00 uur." in said(found, now)


async def test_few_questions_give_no_percentages(db: Database) -> None:
    def play(session: Session) -> None:
        for _ in range(19):
            scene.ask(session, local(MONDAY))
        for _ in range(20):
            scene.ask(session, local(MONDAY - timedelta(days=7)), "unknown", None)

    found = await made(db, play)
    assert "De bot wist er 19 zelf." in said(found)
    assert found.before.share == 0
    await db.write(scene.ask, local(MONDAY))
    again = await db.read(report.make, found.period, AFTER, ZONE)
    assert "De bot wist er 20 zelf (100%, was 0%)." in said(again)


async def test_how_soon_people_answered(db: Database) -> None:
    def play(session: Session) -> None:
        for minutes in (10, 20, 61, 200, 600):
            scene.ticket(session, local(MONDAY), minutes * 60)

    words = said(await made(db, play))
    assert "Een mens antwoordde de helft binnen 75 minuten, en 4 van de 5 binnen 4 uur." in words
    assert "Alleen openingstijd telt mee." in words


async def test_few_answers_have_no_half(db: Database) -> None:
    def play(session: Session) -> None:
        scene.ticket(session, local(MONDAY), 60)
        scene.ticket(session, local(MONDAY), 7 * 3600, rating="bad")
        scene.ticket(session, local(MONDAY))

    words = said(await made(db, play))
    assert "Er kwamen 2 antwoorden van een mens, het traagste na 7 uur." in words
    assert "0 goed, 0 gaat wel, 1 niet goed" in words


async def test_nothing_at_all(db: Database) -> None:
    found = await made(db, lambda _: None)
    assert said(found) == ("<b>Week 49</b> · ma 30 november tot en met zo 6 december\nEr zijn geen vragen gesteld.")
    assert report_picture.draw(DUTCH, found, "Omzien", AFTER, ZONE)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", [WEEK, MONTH])
async def test_a_busy_month_in_words_and_as_a_picture(db: Database, language: str, kind: str) -> None:
    await db.write(scene.month, date(2026, 10, 26), (1, 2, 30, 1, 1, 2))
    now = local(date(2027, 1, 4), 9)
    found = await db.read(report.make, report_period.of(kind, date(2026, 11, 10)), now, ZONE)
    words = report_words.words(texts(language), found, now, ZONE)
    assert len(words) < 700
    picture = report_picture.draw(texts(language), found, "x" * 60, now, ZONE)
    assert picture.startswith(b"\x89PNG") and len(picture) < 200_000


async def test_what_people_wrote_is_no_formula_in_a_sheet(db: Database) -> None:
    evil = '=HYPERLINK("https://boos.example";"klik")'

    def play(session: Session) -> None:
        scene.ticket(session, local(MONDAY), 90, subject=evil, remark="+31 6", rating="good", solve_s=125)

    found = await made(db, play)
    book = load_workbook(io.BytesIO(report_sheet.to_xlsx(DUTCH, found, ZONE)))
    assert book.sheetnames == ["Samen", "Per dag", "Onderwerpen", "Vragen aan mensen"]
    row = [cell.value for cell in book["Vragen aan mensen"][2]]
    assert row[1:] == [
        datetime(2026, 11, 30, 12),  # noqa: DTZ001 - sheets know no zones
        f"'{evil}", "geld", "beantwoord", 2, 3, "goed", "'+31 6"
    ]  # fmt: skip
    assert all(cell.data_type != "f" for sheet in book for cells in sheet for cell in cells)
    raw = report_sheet.to_csv(DUTCH, found, ZONE).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(raw, newline=""), delimiter=";"))
    assert rows[1] == ["2026-11-30", "1", "0", "1", "0"]
    assert rows[-1][2] == f"'{evil}" and rows[-1][1] == "2026-11-30 12:00"


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from([WEEK, MONTH]))
def test_periods_follow_each_other_without_gaps(day: date, kind: str) -> None:
    period = report_period.of(kind, day)
    assert period.first <= day <= period.last
    assert period.after().before() == period and period.before().after() == period
    assert period.span(ZONE).end == period.after().span(ZONE).start
    assert sum(1 for _ in period.days()) in ((7,) if kind == WEEK else (28, 29, 30, 31))


def test_a_month_that_was_too_short_was_over() -> None:
    march, february = Period(MONTH, date(2026, 3, 1)), Period(MONTH, date(2026, 2, 1))
    moment = report_period.same_moment(march, february, local(date(2026, 3, 31)), ZONE)
    span = february.span(ZONE)
    assert span.until(moment) == span
