"""Story 1: a volunteer asks (conversations 1 to 4)."""

from __future__ import annotations

import pytest

from bot.demo.actors import labels
from tests.stage import Stage

SURE = "hoe vraag ik een gratis vog aan voor vrijwilligers"
UNKNOWN = "hoe laat gaat de trein naar Utrecht"


@pytest.mark.parametrize("stage_options", ["polling", "webhook"], indirect=True)
async def test_a_sure_question_is_answered_by_polling_and_by_webhook(stage: Stage) -> None:
    await stage.joke.says(SURE)
    answer = await stage.joke.waits_for("Hoe vraag ik een gratis VOG aan voor vrijwilligers?")
    assert "Antwoord van de bot." in answer["text"]
    assert labels(answer) == ["👍 Dit helpt", "👎 Dit helpt niet", "Vraag het een mens", "Meer hierover"]


async def test_start_says_what_this_is_and_that_it_is_a_bot(stage: Stage) -> None:
    await stage.joke.says("/start")
    hello = await stage.joke.waits_for("Hallo Joke. Ik ben de bot van Omzien naar Elkaar.")
    assert "Ik ben een computerprogramma, geen mens." in hello["text"]
    assert labels(hello) == ["Kijk per onderwerp", "Agenda", "Vraag het een mens"]
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo weer.")


async def test_a_thumb_up_leaves_only_the_way_to_a_person(stage: Stage) -> None:
    await stage.joke.says(SURE)
    await stage.joke.waits_for("VOG")
    await stage.joke.presses("👍 Dit helpt")
    await stage.joke.until(lambda seen: labels(seen[-1]) == ["Vraag het een mens"] or None, "only one button stays")


async def test_what_it_does_not_know_it_says_and_offers_a_person(stage: Stage) -> None:
    await stage.joke.says(UNKNOWN)
    answer = await stage.joke.waits_for("Dat weet ik niet, en ik wil niet gokken.")
    assert labels(answer) == ["Ja, vraag het", "Nee, laat maar"]
    await stage.joke.says("nee")
    await stage.joke.waits_for("Goed. Ik geef niets door.")
