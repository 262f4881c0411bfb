"""/rapport and the weekly message (docs/reports.md)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.demo.actors import Message, labels, words
from bot.desk.report_period import MONTH, WEEK, Period
from bot.settings import Moment, Report
from handlers.desk.report import named
from handlers.desk.report_digest import due
from storage.learning import LearnCase, LearnQuestion
from storage.outbox import OutboxRow
from tests.desk import report_scene as scene
from tests.desk.report_scene import local
from tests.desk.scenes import FAST, PLACES, looked, quiet
from tests.stage import Stage

MONDAY = date(2026, 11, 30)
DIGESTS = pytest.mark.parametrize("stage_options", [{**FAST, "report.digest": "mon 09:00"}], indirect=True, ids=["on"])


async def some_weeks(stage: Stage, until: datetime) -> None:
    """Questions of the weeks before this moment."""

    def play(session: Session) -> None:
        for at in (MONDAY - timedelta(days=7), MONDAY, MONDAY, MONDAY + timedelta(days=1)):
            if local(at) < until:
                scene.ask(session, local(at))
                scene.ticket(session, local(at), 3600)

    await stage.helpdesk.db.write(play)


def picture(stage: Stage, message: Message) -> bytes:
    files = stage.server.world.files
    return files.read(files.by_id[message["photo"][-1]["file_id"]])


@PLACES
async def test_a_report_can_be_looked_through_and_taken_along(stage: Stage) -> None:
    stage.set_clock(local(date(2026, 12, 7), 10))
    await some_weeks(stage, stage.helpdesk.clock.now())
    asked = await stage.sanne.says("/rapport")
    report = await stage.sanne.waits_for("Week 49 · ma 30 november tot en met zo 6 december", after=asked)
    assert "Er zijn 6 vragen gesteld, 4 meer dan de week ervoor." in words(report)
    assert labels(report) == ["Vorige", "Volgende", "Maand", "CSV", "Excel"]
    first = picture(stage, report)
    assert first.startswith(b"\x89PNG")

    await stage.karim.presses("Vorige", on=report)
    before = await stage.sanne.waits_for("Week 48", button="Volgende")
    assert before["message_id"] == report["message_id"]
    assert picture(stage, before) != first
    await stage.sanne.presses("Maand", on=before)
    month = await stage.sanne.waits_for("November 2026 · zo 1 november tot en met ma 30 november", button="Week")
    assert "Er zijn 6 vragen gesteld." in words(month)
    await stage.sanne.presses("CSV", on=month)
    sheet = await stage.sanne.waits_for("November 2026 als bestand")
    assert sheet["document"]["file_name"] == "rapport-2026-11.csv"
    assert "Week" in labels(month)
    await stage.sanne.presses("Excel", on=month)
    files = stage.server.world.files
    book = await stage.group.until(
        lambda found: next((m for m in found if m.get("document", {}).get("file_name", "").endswith("xlsx")), None),
        "no workbook",
    )
    assert files.read(files.by_id[book["document"]["file_id"]]).startswith(b"PK")


@PLACES
async def test_a_report_of_a_week_that_is_not_over(stage: Stage) -> None:
    await some_weeks(stage, stage.helpdesk.clock.now())
    asked = await stage.sanne.says("/report")
    report = await stage.sanne.waits_for("Tot nu toe, do 3 december, 10.02 uur.", after=asked)
    assert labels(report) == ["Vorige", "Maand", "CSV", "Excel"]
    assert "Eerste" not in words(report) and "Er kwamen 3 antwoorden van een mens, het traagste na 1 uur." in words(
        report
    )


async def test_reports_are_for_staff(stage: Stage) -> None:
    await stage.joke.starts()
    said = await stage.joke.says("/rapport")
    await stage.joke.waits_for("", after=said)
    assert not [m for m in await stage.joke.messages() if "photo" in m or "Week" in words(m)]


@DIGESTS
async def test_last_week_comes_by_itself_once_and_without_a_sound(stage: Stage) -> None:
    await some_weeks(stage, local(date(2026, 12, 7)))
    await stage.helpdesk.db.write(_often_asked)
    stage.set_clock(local(date(2026, 12, 7), 8, 59))
    await quiet(stage, 0.2)
    stage.set_clock(local(date(2026, 12, 7), 9, 0))
    digest = await stage.sanne.waits_for("Week 49")
    assert "\n\nDit vraagt nu aandacht\nNu wacht 1 mens op ons, sinds za 5 december, 12.00 uur." in words(digest)
    assert 'Vaak gevraagd, zonder goed antwoord: "waar staat de giraffe" (3 keer). Typ /leren.' in words(digest)
    assert labels(digest) == ["Vorige", "Volgende", "Maand", "CSV", "Excel"]
    await stage.restart()
    stage.forward(timedelta(days=1))
    await looked(stage)
    assert len([m for m in await stage.group.messages() if "Week 49" in words(m)]) == 1
    row = await stage.helpdesk.db.read(lambda s: s.query(OutboxRow).filter_by(key="report-digest:2026-11-30").one())
    assert (row.payload or {})["disable_notification"] is True


@DIGESTS
async def test_after_a_pause_the_week_comes_late_and_one_without_questions_does_not_come(stage: Stage) -> None:
    await looked(stage)  # Thursday: of the week before there is nothing to tell
    assert not [m for m in await stage.group.messages() if "photo" in m]
    await some_weeks(stage, local(date(2026, 12, 7)))
    await stage.helpdesk.stop()
    stage.set_clock(local(date(2026, 12, 9), 15))
    await stage.helpdesk.start()
    await stage.sanne.waits_for("Week 49")


def _often_asked(session: Session) -> None:
    scene.ticket(session, local(date(2026, 12, 5)), waits_since=local(date(2026, 12, 5)))
    numbers = [scene.ask(session, local(MONDAY), "unknown", None) for _ in range(3)]
    session.flush()
    session.add(LearnCase(id=numbers[0], kind="unanswered", position=0, shown=numbers[:1], likely=[]))
    session.flush()
    session.add_all(LearnQuestion(asked_id=number, case_id=numbers[0]) for number in numbers)


def test_the_period_that_is_named() -> None:
    thursday, monday, new_year = date(2026, 12, 3), date(2026, 12, 7), date(2027, 1, 1)
    assert named("/rapport", thursday) == Period(WEEK, MONDAY)
    assert named("/rapport@bot", monday) == Period(WEEK, MONDAY)  # of today there is nothing to tell yet
    assert named("/rapport maand", new_year) == Period(MONTH, date(2026, 12, 1))
    assert named("/rapport 48", thursday) == Period(WEEK, date(2026, 11, 23))
    assert named("/rapport week 50", thursday) == Period(WEEK, date(2025, 12, 8))
    assert named("/rapport 53", date(2026, 6, 1)) == Period(WEEK, date(2020, 12, 28))
    assert named("/rapport 99", thursday) == named("/rapport ooit", thursday) == Period(WEEK, MONDAY)


def test_when_a_week_is_told() -> None:
    moment = Moment(0, time(9))
    before, at = datetime(2026, 12, 7, 8, 59), datetime(2026, 12, 7, 9, 0)  # noqa: DTZ001 - wall clock
    assert due(moment, before) == Period(WEEK, date(2026, 11, 23))
    assert due(moment, at) == due(moment, at + timedelta(days=6)) == Period(WEEK, MONDAY)
    friday = Moment(4, time(16))
    assert due(friday, at) == Period(WEEK, date(2026, 11, 23))
    assert due(friday, datetime(2026, 12, 11, 16)) == Period(WEEK, MONDAY)  # noqa: DTZ001 - wall clock


@pytest.mark.parametrize(
    ("written", "meant"),
    [("mon 09:00", Moment(0, time(9))), (" Friday 16:30 ", Moment(4, time(16, 30))), ("", None), (" ", None)],
)
def test_the_moment_in_the_settings(written: str, meant: Moment | None) -> None:
    assert Report.model_validate({"digest": written}).digest == meant


@pytest.mark.parametrize("written", ["ma 09:00", "m 09:00", "mon", "mon 25:00", "mon 9", "09:00"])
def test_a_moment_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="write it as mon 09:00"):
        Report.model_validate({"digest": written})
