"""On Monday at nine the staff group hears which answers want to be looked at again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.demo.actors import labels, words
from bot.knowledge import editing, entries
from tests.desk.scenes import FORUM, looked
from tests.stage import Stage

MONDAY = datetime(2026, 12, 7, 8, 1, tzinfo=UTC)  # 9.01 in the Netherlands
ASKS = "Kloppen deze antwoorden nog?"


async def _grow_old(stage: Stage, count: int) -> list[str]:
    """The first so many answers wanted to be looked at in November. Returns their questions."""

    def change(session: Session) -> list[str]:
        found = entries.active(session)[:count]
        for n, entry in enumerate(found):
            editing.change(session, entry.id, "Ellen", stage.helpdesk.clock.now(), review=date(2026, 11, 1 + n))
        return [entry.question for entry in found]

    return await stage.helpdesk.db.write(change)


@FORUM
async def test_asked_once_a_week_and_confirmed_one_by_one(stage: Stage) -> None:
    questions = await _grow_old(stage, 6)
    await looked(stage)
    assert not [m for m in await stage.group.messages() if ASKS in words(m)]  # it is Thursday
    stage.set_clock(MONDAY)
    asked = await stage.sanne.waits_for(ASKS, timeout=12)
    assert f"1. {questions[0]} (sinds zo 1 november)\n2. {questions[1]}" in asked["text"]
    assert "\nEn nog 2.\n" in asked["text"]
    assert labels(asked)[:4] == ["Klopt nog: 1", "Bekijk 1", "Klopt nog: 2", "Bekijk 2"]
    assert labels(asked)[-1] == "Volgende"

    await stage.sanne.presses("Klopt nog: 1", on=asked)
    asked = await stage.sanne.waits_for(f"Nagekeken: {questions[0]}", button="Ongedaan maken")
    assert f"1. {questions[1]}" in asked["text"] and "\nEn nog 1.\n" in asked["text"]
    await stage.sanne.presses("Ongedaan maken", on=asked)
    asked = await stage.sanne.waits_for(f"1. {questions[0]}", button="Klopt nog: 1")
    await stage.karim.presses("Bekijk 2", on=asked)
    await stage.karim.waits_for(f"{questions[1]}\n", after=asked, button="Meer")
    await stage.sanne.presses("Volgende", on=asked)
    asked = await stage.sanne.waits_for(f"5. {questions[4]}", button="Klopt nog: 6")

    stage.forward(timedelta(hours=5))
    await looked(stage)
    assert len([m for m in await stage.group.messages() if ASKS in words(m)]) == 1
    stage.set_clock(MONDAY + timedelta(days=7))
    again = await stage.sanne.waits_for(ASKS, timeout=12, after=asked)
    assert again["message_id"] != asked["message_id"]


@FORUM
async def test_nothing_to_look_at_says_nothing(stage: Stage) -> None:
    stage.set_clock(MONDAY)
    await looked(stage)
    assert await stage.group.messages() == []
    await _grow_old(stage, 1)
    await stage.sanne.says("/faq")
    home = await stage.sanne.waits_for("1 antwoord wil nagekeken worden.", button="Nakijken")
    await stage.sanne.presses("Nakijken", on=home)
    await stage.sanne.waits_for(ASKS, button="Klopt nog: 1")
    await stage.sanne.presses("Klopt nog: 1")
    await stage.sanne.waits_for("Alles is nagekeken. Er wacht niets.", button="Ongedaan maken")
