"""Someone who asks people very much in a day: told once, and nothing gets lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.desk import Ticket
from tests.desk.scenes import FAST, press
from tests.stage import Stage

FEW = pytest.mark.parametrize(
    "stage_options",
    [{"forum": place, "conversation.questions_per_day": "2", **FAST} for place in ("yes", "no")],
    indirect=True,
    ids=["forum", "plain"],
)
MANY = "Je stelde vandaag al 2 vragen aan mensen."


async def ask(stage: Stage, text: str) -> None:
    """Joke asks a person and withdraws it, so that the next question is a new one."""
    stage.forward(timedelta(hours=2))
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    asked = await stage.joke.says(text)
    await stage.joke.waits_for("", button="Trek vraag in", after=asked)


async def count(stage: Stage) -> int:
    return len(await stage.helpdesk.db.read(lambda s: s.scalars(select(Ticket)).all()))


@FEW
async def test_what_is_too_much_goes_along_with_an_earlier_question(stage: Stage) -> None:
    for text in ("mag de bus door onze straat", "mag de tram door onze straat"):
        await ask(stage, text)
        await press(stage.joke, "Trek vraag in")
        await stage.joke.waits_for("ingetrokken")
    await ask(stage, "mag de fanfare door de steeg")
    await stage.joke.waits_for(MANY)
    await stage.sanne.waits_for("mag de fanfare door de steeg")
    assert await count(stage) == 2
    await press(stage.joke, "Trek vraag in")
    await ask(stage, "mag de draaimolen op het plein")
    await stage.sanne.waits_for("mag de draaimolen op het plein")
    assert sum(MANY in m.get("text", "") for m in await stage.joke.messages()) == 1
    assert await count(stage) == 2


@FEW
async def test_words_of_crisis_get_a_card_and_another_day_is_another_day(stage: Stage) -> None:
    for text in ("mag de bus door onze straat", "mag de tram door onze straat"):
        await ask(stage, text)
        await press(stage.joke, "Trek vraag in")
        await stage.joke.waits_for("ingetrokken")
    await stage.joke.says("ik zie het niet meer zitten ik wil er niet meer zijn")
    await stage.sanne.waits_for("let op, mogelijk nood")
    assert await count(stage) == 3
    stage.forward(timedelta(days=1))
    await press(stage.joke, "Ik bedoelde iets anders")
    await stage.joke.waits_for("Goed dat je het zegt")
    await ask(stage, "mag de fanfare door de steeg")
    assert await count(stage) == 4
