"""/leden: coordinators see whom nothing reaches, why, since when, and by name only whom staff know by name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.agenda import attendance
from bot.demo.actors import buttons, labels
from bot.texts import when
from storage.people import Member
from tests.agenda.members import join
from tests.handlers.agenda.test_rsvp import an_evening
from tests.stage import Stage

NOVEMBER = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
NOT_KNOWN = 5000


def someone_away(session: Session, number: int, since: datetime, state: str) -> None:
    """A member who signed up for nothing and asked nothing."""
    join(session, number)
    member = session.get_one(Member, number)
    member.state, member.state_since = state, since


async def test_coordinators_see_who_is_away_why_and_since_when(stage: Stage) -> None:
    evening = await an_evening(stage)
    for person in (stage.joke, stage.henk):
        await person.says("/start")
        await person.waits_for("Hallo")
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, now)
    await stage.joke.says("stop")
    await stage.joke.waits_for("Je krijgt geen meldingen meer.", button="Echt niets meer")
    await stage.joke.presses("Echt niets meer")
    await stage.joke.waits_for("Ook daarover hoor je niets meer.")
    await stage.helpdesk.db.write(someone_away, NOT_KNOWN, NOVEMBER, "blocked")
    await stage.helpdesk.db.write(someone_away, NOT_KNOWN + 1, NOVEMBER - timedelta(days=1), "deactivated")
    await stage.sanne.says("/leden")
    await stage.sanne.waits_for("Dit kan alleen een coördinator")
    await stage.ellen.says("/leden")
    shown = await stage.ellen.waits_for("krijgen geen meldingen")
    assert shown["text"].splitlines()[0].endswith("leden. 3 krijgen geen meldingen:")
    assert shown["text"].splitlines()[1:] == [
        "Blokkeerde de bot: 1",
        "Account bij Telegram is weg: 1",
        "Zette zelf alles uit: 1",
        "",
        "De laatste eerst:",
        f"1. Joke · zette alles uit · sinds {when.day(now.date(), 'nl')}",
        f"2. Lid {NOT_KNOWN} · blokkeerde de bot · sinds di 3 november",
        f"3. Lid {NOT_KNOWN + 1} · account weg · sinds ma 2 november",
    ]
    assert buttons(shown) == []


async def test_many_who_are_away_come_in_pages(stage: Stage) -> None:
    def work(session: Session) -> None:
        for number in range(12):
            someone_away(session, NOT_KNOWN + number, NOVEMBER - timedelta(days=number), "blocked")

    await stage.helpdesk.db.write(work)
    await stage.ellen.says("/leden")
    shown = await stage.ellen.waits_for("12 krijgen geen meldingen:", button="Volgende")
    assert labels(shown) == ["Volgende"]
    await stage.ellen.presses("Volgende")
    second = await stage.ellen.waits_for(f"12. Lid {NOT_KNOWN + 11}", button="Vorige")
    assert "10. Lid" not in second["text"]


async def test_when_everyone_can_be_reached_that_is_said(stage: Stage) -> None:
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo")
    await stage.ellen.says("/leden")
    await stage.ellen.waits_for("Iedereen is bereikbaar.")
