"""/wachtrij (conversation 8)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.demo.actors import labels, words
from tests.desk.scenes import PLACES, ask, claimed
from tests.stage import Stage

QUESTIONS = ("busje lenen", "zaal huren", "kraam regelen", "subsidie aanvragen", "flyers drukken")


@PLACES
async def test_the_queue_is_oldest_first_and_paged(stage: Stage) -> None:
    await stage.sanne.says("/wachtrij")
    await stage.sanne.waits_for("Er zijn geen open vragen.")
    await claimed(stage, stage.joke)
    stage.forward(timedelta(minutes=28))
    for subject in QUESTIONS:
        await ask(stage, stage.fatma, f"kan ik ergens in de buurt {subject}")
    asked = await stage.sanne.says("/wachtrij")
    page = await stage.sanne.waits_for("6 open, oudste eerst (1 tot 5)", after=asked)
    assert "1 · straat afsluiten buurtmaaltijd · Joke · 28 minuten · Sanne" in words(page)
    assert "Fatma · 0 minuten · vrij" in words(page)
    assert labels(page) == ["Vrij", "Van mij", "Te laat", "Volgende"]
    await stage.sanne.presses("Volgende", on=page)
    page = await stage.sanne.waits_for("6 open, oudste eerst (6 tot 6)", button="Vorige")
    await stage.sanne.presses("Vorige", on=page)
    await stage.sanne.waits_for("(1 tot 5)", button="Volgende")


@PLACES
async def test_the_queue_shows_what_is_free_mine_or_late(stage: Stage) -> None:
    await claimed(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 3, 15, 0, tzinfo=UTC))
    await ask(stage, stage.fatma, "kan ik ergens in de buurt een zaal huren")
    asked = await stage.sanne.says("/wachtrij vrij")
    page = await stage.sanne.waits_for("1 vrij, oudste eerst (1 tot 1)", after=asked)
    assert "Fatma" in words(page) and "Joke" not in words(page)
    assert labels(page) == ["Alles", "Van mij", "Te laat"]
    await stage.sanne.presses("Van mij", on=page)
    await stage.sanne.waits_for("1 van jou, oudste eerst (1 tot 1)\n1 · straat afsluiten")
    await stage.karim.presses("Te laat", on=page)
    late = await stage.sanne.waits_for("1 te laat, oudste eerst (1 tot 1)", button="Alles")
    assert "Joke · 5 uur · te laat · Sanne" in words(late)
    await stage.karim.presses("Van mij", on=page)
    await stage.sanne.waits_for("Je hebt geen open vragen.", button="Alles")
    await stage.karim.presses("Alles", on=page)
    await stage.sanne.waits_for("2 open, oudste eerst (1 tot 2)", button="Te laat")
