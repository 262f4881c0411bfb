"""/terug: an answer that should not have gone is taken away from the asker."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import Person, labels, words
from tests.desk.scenes import FORUM, PLACES, answered, claimed, press, quiet, written_down
from tests.stage import Stage
from tests.waiting import until


async def gone(person: Person, part: str) -> None:
    """Wait until nothing here says this."""
    await person.until(lambda seen: None if any(part in words(m) for m in seen) else True, f"{part} is gone")


async def silent(stage: Stage, person: Person, message: dict[str, object]) -> None:
    """Wait until the bot's reaction is off the message."""
    where = {"chat_id": person.chat_id, "message_id": message["message_id"]}

    async def off() -> bool:
        return not await person.backend.act("reactions", where)

    await until(off, "the reaction is still there")


@PLACES
async def test_in_reply_to_an_answer_it_goes_at_once(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Die ambtenaar is lastig")
    await desk.sanne.replies(given, "/terug")
    notice = await desk.sanne.waits_for("Weggehaald bij Joke. Misschien heeft Joke het al gelezen.")
    assert "Er is nu geen antwoord meer." in words(notice)
    assert notice["reply_to_message"]["message_id"] == given["message_id"]
    await gone(stage.joke, "ambtenaar")
    await silent(stage, desk.sanne, given)
    await desk.sanne.edits(given, "Die ambtenaar is niet lastig")
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "ambtenaar" in words(m)]
    await press(desk.sanne, "Klaar")
    await desk.sanne.waits_for("Joke heeft nog geen antwoord. Toch afronden?")


@PLACES
async def test_with_another_answer_the_question_stays_answered(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke, "Bel je gemeente.")
    second = await desk.sanne.replies(desk.card, "En dit was voor een ander.")
    await desk.sanne.waits_for_reaction(second, "👌")
    await desk.karim.replies(second, "/terug")
    notice = await desk.sanne.waits_for("Weggehaald bij Joke.")
    assert "geen antwoord" not in words(notice)
    await gone(stage.joke, "voor een ander")
    assert [m for m in await stage.joke.messages() if "Bel je gemeente." in words(m)]


@FORUM
async def test_without_a_reply_the_last_answer_is_shown_first(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke, "Bel je <gemeente>.")
    await desk.sanne.says("/terug")
    asked = await desk.sanne.waits_for('Dit haal ik weg bij Joke:\n"Bel je <gemeente>."')
    assert labels(asked) == ["Haal weg", "Niet doen"]
    await desk.sanne.presses("Niet doen", on=asked)
    await desk.sanne.waits_for("Goed. Het blijft staan.")
    await desk.sanne.says("/terug")
    await press(desk.sanne, "Haal weg")
    await desk.sanne.waits_for("Weggehaald bij Joke.")
    await gone(stage.joke, "Bel je")
    await desk.sanne.says("/terug")
    await desk.sanne.waits_for("Ik zie hier geen antwoord dat weg kan.")


@FORUM
async def test_all_parts_go_of_an_album_and_of_a_long_answer(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    photos = await desk.sanne.sends("photo", b"1", b"2", b"3", caption="Drie", reply_to=desk.card)
    await desk.sanne.waits_for_reaction(photos[0], "👌")
    long = await desk.sanne.replies(desk.card, "Dit is een zin van veertig tekens lang ja. " * 95)
    await desk.sanne.waits_for_reaction(long, "👌")
    await desk.sanne.replies(long, "/terug")
    await gone(stage.joke, "veertig")
    await desk.sanne.replies(photos[1], "/terug")
    await stage.joke.until(lambda seen: None if any(m.get("photo") for m in seen) else True, "the photos are gone")
    assert not [m for m in await stage.joke.messages() if words(m) == "Sanne van de helpdesk"]


@FORUM
async def test_what_waits_for_who_blocked_the_bot_never_goes(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    given = await desk.sanne.replies(desk.card, "Bel je gemeente.")
    await desk.sanne.waits_for("Niet bezorgd.")
    await desk.sanne.replies(given, "/terug")
    await desk.sanne.waits_for("Tegengehouden. Joke heeft het niet gekregen. Er is nu geen antwoord.")
    await stage.joke.unblocks()
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "gemeente" in words(m)]


@FORUM
async def test_after_two_days_it_cannot_and_the_answer_can_still_be_changed(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Doe dat 6 weken vooraf.")
    stage.forward(timedelta(hours=49))
    await desk.sanne.replies(given, "/terug")
    await desk.sanne.waits_for("Niet weggehaald. Na 48 uur laat Telegram dat niet meer toe.")
    await desk.sanne.edits(given, "Vergeet dit.")
    await stage.joke.waits_for("Vergeet dit.")


@FORUM
async def test_an_answer_of_the_list_can_be_taken_back_too(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke, "kan iemand mij helpen met een gratis vog voor vrijwilligers aanvragen")
    await desk.sanne.presses("Bekijk 1", on=await desk.sanne.waits_for("", button="Bekijk 1"))
    await press(desk.sanne, "Stuur")
    await written_down(stage, await stage.joke.waits_for("Hoe vraag ik een gratis VOG aan"))
    await desk.sanne.says("/terug")
    await press(desk.sanne, "Haal weg")
    await desk.sanne.waits_for("Weggehaald bij Joke.")
    await gone(stage.joke, "Hoe vraag ik een gratis VOG aan")
