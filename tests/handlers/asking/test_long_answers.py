"""Answers of several messages, with a picture, with a voice (issue 2, "Everywhere people ask")."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.actors import Message, Person, labels, words
from bot.knowledge import editing
from tests.handlers.curating.lists import entry, write
from tests.stage import Stage

LONG = "Dit is zin nummer {} van een heel lang antwoord over koken voor de buurt. "
KITCHEN = "Welke regels gelden als we koken voor de buurt?"
MAP, FESTIVAL, INSURED = "Waar is het buurthuis?", "Wanneer is het festival?", "Zijn we verzekerd?"
BROKEN = "https://voorbeeld.nl/weg.jpg"


@pytest.fixture
def stage_options(tmp_path: Path) -> dict[str, str]:
    """A long answer, two with a picture that Telegram refuses, one with a voice that it refuses."""
    return write(
        tmp_path,
        entry(
            "koken", KITCHEN, "".join(LONG.format(n) for n in range(120)), "regels koken buurt", "koken voor de buurt"
        ),
        entry("kaart", MAP, "Aan de **Dorpsstraat** 1.", "buurthuis waar", "adres buurthuis", picture=BROKEN),
        entry("feest", FESTIVAL, "".join(LONG.format(n) for n in range(20)), "festival datum", picture=BROKEN),
        entry("polis", INSURED, "Ja, via de gemeente.", "verzekering", voice="https://voorbeeld.nl/weg.ogg"),
    )


async def answered(person: Person, after: Message) -> list[Message]:
    """What the bot said after this message, when the buttons are there."""

    def look(seen: list[Message]) -> list[Message] | None:
        found = [m for m in seen if m["message_id"] > after["message_id"] and m["from"]["id"] != person.id]
        return found if any(labels(m) for m in found) else None

    return await person.until(look, "an answer with buttons")


async def becomes(person: Person, message: Message, part: str) -> Message:
    """The message, when `part` stands in it."""

    def look(seen: list[Message]) -> Message | None:
        return next((m for m in seen if m["message_id"] == message["message_id"] and part in words(m)), None)

    return await person.until(look, f"the message becomes {part!r}")


async def with_photo(stage: Stage, identifier: str, picture: str, voice: str | None = None) -> None:
    """Give an answer another picture and voice, as staff would."""
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(editing.change, identifier, "Sanne", now, picture=picture, voice=voice)
    await stage.helpdesk.knowledge.refresh(stage.helpdesk.db)


async def test_a_long_answer_comes_in_messages_with_the_buttons_under_the_last(stage: Stage) -> None:
    asked = await stage.joke.says(KITCHEN)
    said = await answered(stage.joke, asked)
    assert len(said) == 3
    assert [bool(labels(m)) for m in said] == [False, False, True]
    assert all(len(words(m)) <= 4096 for m in said)
    assert all(words(m).endswith(".") for m in said)
    whole = " ".join(words(m) for m in said)
    assert all(f"zin nummer {n} van" in whole for n in range(120))


async def test_under_a_long_answer_the_last_message_changes_and_nothing_is_lost(stage: Stage) -> None:
    said = await answered(stage.joke, await stage.joke.says(KITCHEN))
    before = words(said[-1])
    await stage.joke.presses("👎 Dit helpt niet")
    sorry = await becomes(stage.joke, said[-1], "Jammer. Zal ik je vraag aan een mens geven?")
    assert words(sorry).startswith(before)
    await stage.joke.presses("Ja, vraag het")
    passed = await becomes(stage.joke, said[-1], "Dit hielp je niet. Je vraag is doorgegeven.")
    assert words(passed).startswith(before)
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.", button="Trek vraag in")
    await stage.sanne.waits_for("Dat hielp niet.")


async def test_a_long_answer_beside_an_open_question(stage: Stage) -> None:
    await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.")
    await stage.joke.says("de straat afsluiten")
    await stage.joke.waits_for("doorgegeven", button="Trek vraag in")
    said = await answered(stage.joke, await stage.joke.says(KITCHEN))
    assert "Dit is nog niet naar" in words(said[-1])
    before = words(said[-1]).split("Dit is nog niet naar")[0].strip()
    await stage.joke.presses("Nee, iets anders")
    await stage.joke.until(lambda seen: "👍 Dit helpt" in labels(seen[-1]) or None, "the usual buttons")
    last = (await stage.joke.messages())[-1]
    assert words(last).endswith(before[-60:]) or words(last) == before


async def test_staff_can_send_a_long_answer_of_the_list(stage: Stage) -> None:
    await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.")
    await stage.joke.says("welke regels zijn er als we koken voor de buurt met 60 mensen")
    sent = await stage.joke.waits_for("doorgegeven", button="Trek vraag in")
    await stage.sanne.waits_for(KITCHEN, button="Bekijk 1")
    await stage.sanne.presses("Bekijk 1")
    await stage.sanne.waits_for("Zo komt het aan:", button="Stuur")
    await stage.sanne.presses("Stuur")
    await stage.joke.waits_for("zin nummer 119 van", after=sent)
    said = [words(m) for m in await stage.joke.messages() if m["message_id"] > sent["message_id"]]
    assert said[0].startswith("Sanne van de helpdesk")
    assert all(f"zin nummer {n} van" in " ".join(said) for n in range(120))


async def test_a_refused_picture_does_not_take_the_answer_with_it(stage: Stage) -> None:
    asked = await stage.joke.says(MAP)
    (said,) = await answered(stage.joke, asked)
    assert "Aan de Dorpsstraat 1." in words(said)
    assert labels(said) == ["👍 Dit helpt", "👎 Dit helpt niet", "Vraag het een mens", "Meer hierover"]
    assert {"type": "bold", "offset": len(MAP) + 8, "length": 11} in said["entities"]
    (text,) = [m for m in await answered(stage.joke, await stage.joke.says(FESTIVAL)) if "nummer 19" in words(m)]
    assert "photo" not in text


async def test_a_picture_comes_with_the_answer_as_its_caption(stage: Stage) -> None:
    (sent,) = await stage.henk.sends("photo", b"kaart")
    await with_photo(stage, "kaart", sent["photo"][-1]["file_id"])
    (said,) = await answered(stage.joke, await stage.joke.says(MAP))
    assert said["photo"]
    assert "Aan de Dorpsstraat 1." in said["caption"]
    await stage.joke.presses("👎 Dit helpt niet", said)
    sorry = await becomes(stage.joke, said, "Jammer. Zal ik je vraag aan een mens geven?")
    assert sorry["photo"] and "Aan de Dorpsstraat 1." in sorry["caption"]
    await stage.joke.presses("Nee, laat maar", sorry)
    await becomes(stage.joke, said, "Oké. We kijken of dit antwoord beter kan.")


async def test_a_picture_goes_before_an_answer_that_is_no_caption(stage: Stage) -> None:
    (sent,) = await stage.henk.sends("photo", b"kaart")
    await with_photo(stage, "feest", sent["photo"][-1]["file_id"])
    picture, text = await answered(stage.joke, await stage.joke.says(FESTIVAL))
    assert picture["photo"] and not labels(picture)
    assert "zin nummer 19" in words(text) and labels(text)


async def test_an_answer_can_be_heard(stage: Stage) -> None:
    (photo,) = await stage.henk.sends("photo", b"kaart")
    (spoken,) = await stage.henk.sends("voice", b"stem", duration=12)
    await with_photo(stage, "polis", photo["photo"][-1]["file_id"], spoken["voice"]["file_id"])
    (said,) = await answered(stage.joke, await stage.joke.says(INSURED))
    assert labels(said)[-1] == "Luister"
    await stage.joke.says("luister")
    heard = await stage.joke.until(lambda seen: next((m for m in seen if "voice" in m), None), "a voice")
    assert heard["voice"]["duration"] == 12


async def test_a_refused_voice_says_so(stage: Stage) -> None:
    await answered(stage.joke, await stage.joke.says(INSURED))
    await stage.joke.presses("Luister")
    await stage.joke.waits_for("De opname doet het nu niet. Hierboven staat hetzelfde in tekst.")


async def test_a_long_answer_is_shared_as_its_beginning_with_the_way_to_the_rest(stage: Stage) -> None:
    answer = await stage.joke.searches("koken voor de buurt")
    sent = await stage.joke.shares(answer, "koken")
    assert len(words(sent)) <= 4096
    assert "Antwoord van de helpdesk" in words(sent)
    assert labels(sent) == ["Lees verder", "Stel zelf een vraag"]
