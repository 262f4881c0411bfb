"""/planning: staff see which reminders go out, and why not to others."""

from __future__ import annotations

from bot.demo.actors import buttons
from tests.agenda.calendars import SAMPLE, event, ics
from tests.handlers.agenda.test_agenda_staff import applied, joined
from tests.stage import Stage

# In the night in which the clock is put forward.
NIGHT = ics(event(title="Nachtwake", start="20270328T043000"))


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


async def test_what_goes_out_from_a_moment_on(stage: Stage) -> None:
    await joined(stage, "joke")
    await applied(stage, NIGHT)
    await stage.sanne.says("/planning zo 28 maart 2027 0:30")
    shown = await stage.sanne.waits_for("Herinneringen vanaf zo 28 maart 2027, 0.30 uur, 14 dagen\n")
    assert shown["text"].splitlines()[1:] == ["zo 28 maart, 1.30 uur: Nachtwake, 1 mens"]
    await stage.sanne.presses(buttons(shown)[0][0], shown)
    one = await stage.sanne.waits_for("Gaat uit: zo 28 maart, 1.30 uur, 2 uur vooraf.", button="Terug")
    await stage.sanne.presses("Terug", one)
    await stage.sanne.waits_for(
        "Herinneringen vanaf zo 28 maart 2027, 0.30 uur, 14 dagen", button="zo 28 maart, Nachtwake"
    )
    await stage.sanne.says("/planning 28 maart 3:00")
    await stage.sanne.waits_for("Er gaan geen herinneringen uit in 14 dagen vanaf zo 28 maart 2027, 3.00 uur.")
    await stage.sanne.says("/planning ma 28 maart 1 dag")
    asked = await stage.sanne.waits_for("28 maart is een zondag. Wat klopt?")
    assert buttons(asked) == [["zo 28 maart", "ma 29 maart"]]
    await stage.sanne.presses("zo 28 maart", asked)
    found = await stage.sanne.waits_for("Herinneringen vanaf zo 28 maart 2027, 1 dag\n")
    assert found["message_id"] == asked["message_id"]


async def test_what_cannot_be_read_is_named_with_how_it_is_typed(stage: Stage) -> None:
    for said, wrong in (
        ("28 maart 25:99", '"25:99" is geen tijd.'),
        ("gisteren", '"gisteren" is al voorbij. Ik kijk alleen vooruit.'),
        ("1000", 'Kies 1 tot 548 dagen. Ik las: "1000".'),
        ("het feest", '"het feest" kan ik niet lezen.'),
    ):
        await stage.sanne.says(f"/planning {said}")
        hint = await stage.sanne.waits_for(wrong)
        assert "/planning 28 maart (vanaf die dag, 14 dagen)" in hint["text"].splitlines()


async def test_an_hour_that_comes_twice_is_said_to_be_the_first(stage: Stage) -> None:
    await joined(stage, "joke")
    await applied(stage, ics(event(title="Nachtwake", start="20271031T033000")))
    await stage.sanne.says("/planning zo 31 oktober 2027")
    await stage.sanne.waits_for("zo 31 oktober, 2.30 uur, zomertijd: Nachtwake, 1 mens")
