"""/zoek in the staff group, and the earlier questions of an asker."""

from __future__ import annotations

from bot.demo.actors import buttons, labels
from tests.desk.scenes import FORUM, PLACES, answered, ask, press
from tests.stage import Stage


@PLACES
async def test_an_old_question_is_found_with_its_answer(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke, "Vaak wel. Bel je <gemeente>.")
    await press(desk.sanne, "Klaar")
    await desk.sanne.waits_for("Vraag 1 · klaar")
    await stage.karim.says("/zoek straat afsluitn")
    found = await stage.karim.waits_for('1 vraag met "straat afsluitn" (1 tot 1)')
    assert '1. Vraag 1: "hebben we een vergunning nodig' in found["text"]
    assert "· Joke · klaar · do 3 december" in found["text"]
    await stage.karim.presses("Bekijk 1", on=found)
    shown = await stage.karim.waits_for("Vraag 1 · klaar · Joke, do 3 december", button="Terug")
    assert "Sanne:\nVaak wel. Bel je <gemeente>." in shown["text"]
    if stage.forum:
        assert "Naar de vraag" in labels(shown)
    await stage.karim.presses("Terug", on=shown)
    await stage.karim.waits_for('1 vraag met "straat afsluitn"')
    await stage.karim.says("/zoek helikopter")
    await stage.karim.waits_for('Ik vind geen vraag met "helikopter".')
    await stage.karim.says("/zoek")
    await stage.karim.waits_for("Typ /zoek en een paar woorden.")


@FORUM
async def test_what_is_found_has_pages(stage: Stage) -> None:
    for number in range(1, 8):
        await ask(stage, stage.joke, f"de sloep van steiger {number} lekt")
    await stage.karim.says("/zoek sloep lekt")
    found = await stage.karim.waits_for('7 vragen met "sloep lekt" (1 tot 5)')
    assert [len(row) for row in buttons(found)] == [3, 2, 1]
    await stage.karim.presses("Volgende", on=found)
    found = await stage.karim.waits_for("(6 tot 7)", button="Vorige")
    assert labels(found) == ["Bekijk 6", "Bekijk 7", "Vorige"]
    assert "steiger 1 lekt" in found["text"]


@PLACES
async def test_the_card_shows_what_the_asker_asked_before(stage: Stage) -> None:
    first, _ = await answered(stage, stage.joke)
    await press(first.sanne, "Klaar")
    await first.sanne.waits_for("Vraag 1 · klaar")
    await ask(stage, stage.henk, "waar is de sleutel van het buurthuis")
    desk = await ask(stage, stage.joke, "mag er ook muziek zijn bij ons op het plein")
    await desk.karim.presses("Meer", on=desk.card)
    await desk.karim.presses("Eerdere vragen", on=await desk.karim.waits_for("Vraag 3", button="Eerdere vragen"))
    found = await desk.karim.waits_for("1 andere vraag van Joke (1 tot 1)", button="Bekijk 1")
    assert "Vraag 1: " in found["text"]
    assert "Vraag 2" not in found["text"]
    await desk.karim.presses("Bekijk 1", on=found)
    await desk.karim.waits_for("Sanne:\nVaak wel. Bel je gemeente.", button="Terug")


@FORUM
async def test_nobody_outside_the_group_can_look(stage: Stage) -> None:
    await ask(stage, stage.joke)
    said = await stage.henk.says("/zoek straat")
    await stage.henk.waits_for("", after=said)
    assert not [m for m in await stage.henk.messages() if "Vraag 1" in m.get("text", "")]
