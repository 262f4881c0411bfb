"""/planning: staff see which reminders go out, and why not to others."""

from __future__ import annotations

from bot.demo.actors import buttons
from tests.agenda.calendars import SAMPLE
from tests.handlers.agenda.test_agenda_staff import applied, joined
from tests.stage import Stage


async def test_what_goes_out_and_why_not_to_others(stage: Stage) -> None:
    await joined(stage, "joke")
    await stage.fatma.says("/start")
    await stage.fatma.waits_for("Hallo")
    await stage.sanne.says("/planning")
    await stage.sanne.waits_for("Er gaan geen herinneringen uit in 14 dagen.")
    await applied(stage, SAMPLE)
    await stage.sanne.says("/planning 40")
    shown = await stage.sanne.waits_for("Herinneringen, 40 dagen (1 tot 5 van ")
    assert shown["text"].splitlines()[1] == "do 3 december, 16.00 uur: Winterontmoeting van het netwerk, 1 mens"
    assert buttons(shown)[-1] == ["Volgende"]
    assert len(shown["text"]) <= 500
    await stage.sanne.presses(buttons(shown)[0][0], shown)
    one = await stage.sanne.waits_for("Gaat uit: do 3 december, 16.00 uur, 1 week vooraf.\nNaar 1 mens.")
    assert "Niet naar: 1 met herinneringen uit." in one["text"]
    await stage.sanne.presses("Terug", one)
    await stage.sanne.waits_for("Herinneringen, 40 dagen (1 tot 5 van ", button="Volgende")
    await stage.sanne.presses("Volgende")
    await stage.sanne.waits_for("Herinneringen, 40 dagen (6 tot ", button="Terug")
