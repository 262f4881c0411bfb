"""What a ticket is about: guessed, and chosen with a tap (conversation 4, under [ Meer ])."""

from __future__ import annotations

from bot.demo.actors import labels
from storage.desk import Ticket
from tests.desk.scenes import PLACES, ask, press
from tests.stage import Stage

MONEY = "hoe komen we aan geld of subsidie voor onze buurtmaaltijd"


@PLACES
async def test_a_theme_is_guessed_and_put_right_with_a_tap(stage: Stage) -> None:
    desk = await ask(stage, stage.joke, MONEY)
    assert "· misschien over geld" in desk.card["text"]
    await desk.sanne.presses("Meer", on=desk.card)
    await press(desk.sanne, "Onderwerp")
    shown = await desk.sanne.waits_for("misschien over geld", button="gemeente")
    assert labels(shown)[-3:] == ["Geen", "Volgende", "Terug"]
    await desk.sanne.presses("gemeente", on=shown)
    await desk.karim.waits_for("· onderwerp: gemeente", button="Meer")
    assert await stage.helpdesk.db.read(lambda s: s.get_one(Ticket, 1).theme) == "gemeente"
    if stage.forum:
        await stage.group.waits_for_topic("Nieuw · gemeente: ")


@PLACES
async def test_all_themes_can_be_reached_and_there_may_be_none(stage: Stage) -> None:
    desk = await ask(stage, stage.joke, MONEY)
    await desk.sanne.presses("Meer", on=desk.card)
    await press(desk.sanne, "Onderwerp")
    first = labels(await desk.sanne.waits_for("", button="Volgende"))[:-3]
    await press(desk.sanne, "Volgende")
    shown = await desk.sanne.until(
        lambda found: next((m for m in found if "Volgende" in labels(m) and first[0] not in labels(m)), None),
        "the next page of themes",
    )
    assert set(first).isdisjoint(labels(shown)[:-3])
    await desk.sanne.presses("Geen", on=shown)
    card = await desk.sanne.waits_for("Vraag 1 · nieuw", button="Meer")
    assert "geld" not in card["text"].split("\n")[1]
