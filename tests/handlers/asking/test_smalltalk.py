"""Greetings, thanks, anger, noise, sadness: a short fitting reply, no ticket (conversation 11)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.demo.actors import labels, words
from tests.desk.scenes import FORUM, claimed, press, quiet
from tests.stage import Stage
from tests.waiting import until

SURE = "hoe vraag ik een gratis vog aan voor vrijwilligers"


@FORUM
@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("hoi", "Hallo. Wat wil je weten?"),
        ("ben je echt?", "Nee, ik ben een computerprogramma. Een mens spreken kan: typ mens."),
        ("bedankt", "Graag gedaan."),
        ("👍", "Fijn."),
        ("👍🏽", "Fijn."),
        ("???", "Ik begrijp je niet. Typ je vraag, of typ mens."),
        ("xqzwv", "Ik begrijp je niet. Typ je vraag, of typ mens."),
        ("Hoiii, dank je wel hoor!", "Graag gedaan."),
        (
            "https://a.example.com/x www.b.nl/y https://c.nl kijk dit",
            "Ik zie hier geen vraag in. Typ je vraag in gewone woorden, of typ mens.",
        ),
        ("https://a.example.com/win", "Ik zie hier geen vraag in."),
    ],
)
async def test_short_replies(stage: Stage, said: str, reply: str) -> None:
    await stage.joke.says(said)
    assert words(await stage.joke.waits_for("")).startswith(reply)
    assert await stage.group.topics() == []


@FORUM
async def test_a_greeting_with_a_question_is_a_question(stage: Stage) -> None:
    await stage.joke.says(f"Hoi, {SURE}?")
    await stage.joke.waits_for("Antwoord van de bot.")


@FORUM
@pytest.mark.parametrize("said", ["Kan ik iemand spreken?", "medewerker"])
async def test_a_wish_for_a_person_is_no_question_about_the_answer_just_given(stage: Stage, said: str) -> None:
    await stage.joke.says("hoe kom ik aan geld voor onze buurtmaaltijd")
    await stage.joke.waits_for("Antwoord van de bot.")
    await stage.joke.says(said)
    await stage.joke.waits_for("Zal ik deze vraag aan een mens geven?")


@FORUM
async def test_what_clearly_fits_another_answer_is_no_question_about_the_one_just_given(stage: Stage) -> None:
    await stage.joke.says("hoe kom ik aan geld voor onze buurtmaaltijd")
    await stage.joke.waits_for("Antwoord van de bot.")
    await stage.joke.says("wil iemand spreken graag")
    offered = await stage.joke.waits_for("Ik twijfel.")
    assert "Hoe krijg ik contact met iemand van de helpdesk?" in words(offered)


@FORUM
async def test_anger_is_offered_a_person_then_told_how_then_left_alone(stage: Stage) -> None:
    await stage.henk.says("stomme bot je snapt er geen reet van")
    offer = await stage.henk.waits_for("Ik heb je niet goed geholpen. Zal ik er een mens bij halen?")
    assert labels(offer) == ["Ja, graag", "Nee"]
    second = await stage.henk.says("wat een kutbot ben je")
    await stage.henk.waits_for("Een mens kan je beter helpen dan ik. Typ mens als je dat wilt.", after=second)
    third = await stage.henk.says("rot op idioot")
    await quiet(stage)
    assert (await stage.henk.messages())[-1]["message_id"] == third["message_id"]
    await stage.henk.says(SURE)
    await stage.henk.waits_for("Antwoord van de bot.")
    stage.forward(timedelta(hours=13))
    await stage.henk.says("stomme bot")
    again = await stage.henk.waits_for("Zal ik er een mens bij halen?", after=third)
    await stage.henk.presses("Nee", on=again)
    await stage.henk.waits_for("Goed. Je kunt altijd mens typen.")


@FORUM
async def test_yes_please_gets_a_person(stage: Stage) -> None:
    await stage.henk.says("domme bot")
    await press(stage.henk, "Ja, graag")
    await stage.henk.waits_for("Je volgende bericht gaat naar een mens.")


@FORUM
async def test_sadness_gets_a_kind_word_and_a_number_and_no_card(stage: Stage) -> None:
    await stage.henk.says("ik voel me de laatste tijd zo alleen")
    said = await stage.henk.waits_for("Wat vervelend dat je je zo voelt. Praten kan helpen.")
    assert "MIND Korrelatie luistert op werkdagen: 0900-1450 (belkosten)." in words(said)
    assert labels(said) == ["Agenda", "Vraag het een mens"]
    await stage.henk.says("hoe herken ik eenzaamheid bij een buurtbewoner")
    await stage.henk.waits_for("Hoe herken ik eenzaamheid bij een buurtbewoner?", button="👍 Dit helpt")
    assert await stage.group.topics() == []


@FORUM
async def test_with_a_question_at_the_desk_anger_goes_there(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says("je snapt er geen reet van stomme bot")
    await desk.sanne.waits_for("je snapt er geen reet van stomme bot")


@pytest.mark.parametrize(
    "stage_options", [{"limits.messages_per_chat": "1000", "conversation.messages_per_minute": "5"}], indirect=True
)
async def test_many_messages_are_kept_and_answered_a_minute_later(stage: Stage) -> None:
    for number in range(8):
        await stage.joke.says(f"bedankt {'!' * number}")
    busy = await stage.joke.waits_for("Je stuurt veel berichten. Ik bewaar ze en ga over een minuut verder.")
    await quiet(stage, 0.5)
    assert await count(stage, "Graag gedaan.") == 5
    await stage.joke.says("ik wil dood")
    await stage.joke.waits_for("Denk je aan zelfdoding?", after=busy)
    assert await count(stage, "Graag gedaan.") == 5
    await stage.restart()
    stage.forward(timedelta(seconds=61))

    async def all_thanked() -> bool:
        return await reacted(stage) >= 3

    await until(all_thanked)
    assert await reacted(stage) == 3
    assert await count(stage, "Je stuurt veel berichten.") == 1


async def count(stage: Stage, part: str) -> int:
    """How many messages of the bot have these words."""
    return sum(part in words(m) and m["from"]["id"] != stage.joke.id for m in await stage.joke.messages())


async def reacted(stage: Stage) -> int:
    """To how many of Joke's messages the bot reacted: in need, all goes to a person."""
    found = 0
    for message in await stage.joke.messages():
        params = {"chat_id": stage.joke.chat_id, "message_id": message["message_id"]}
        found += bool(await stage.joke.backend.act("reactions", params))
    return found
