"""/wachtrij (conversation 8)."""

from __future__ import annotations

from datetime import timedelta

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
    assert labels(page) == ["Volgende"]
    await stage.sanne.presses("Volgende", on=page)
    page = await stage.sanne.waits_for("6 open, oudste eerst (6 tot 6)", button="Vorige")
    await stage.sanne.presses("Vorige", on=page)
    await stage.sanne.waits_for("(1 tot 5)", button="Volgende")
