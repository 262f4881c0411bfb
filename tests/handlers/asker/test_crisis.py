"""Words of crisis: the numbers at once, a person is told, and no answers from the list until it is clear (11)."""

from __future__ import annotations

from bot.demo.actors import labels, words
from tests.desk.scenes import FORUM, PLACES, SUBJECT, claimed, press, quiet
from tests.stage import Stage

CRY = "ik zie het niet meer zitten ik wil er niet meer zijn"
SURE = "hoe vraag ik een gratis vog aan voor vrijwilligers"
CARD = "let op, mogelijk nood"


@PLACES
async def test_the_numbers_come_at_once_and_staff_are_told_with_a_sound(stage: Stage) -> None:
    await stage.henk.says(CRY)
    given = await stage.henk.waits_for("Denk je aan zelfdoding? Bel 113 of 0800-0113.")
    assert words(given).startswith("Goed dat je dit zegt.")
    assert "Is er direct gevaar? Bel 112." in words(given)
    assert labels(given) == ["Chat met 113", "Ik bedoelde iets anders"]
    assert given["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://www.113.nl"
    card = await stage.sanne.waits_for(CARD, button="Ik kijk")
    assert f'Henk: "{CRY}"' in words(card)
    assert "De bot gaf om 10.02 uur de nummers 113 en 112." in words(card)
    assert "Twijfel je? Bel zelf 113 voor advies." in words(card)
    assert labels(card) == ["Ik kijk", "Voorbeeldzin"]
    if stage.forum:
        await stage.group.waits_for_topic("Let op · bericht van Henk")


@FORUM
async def test_coordinators_hear_it_in_their_own_chat_and_one_who_blocked_the_bot_does_no_harm(stage: Stage) -> None:
    ellen = stage.ellen.at(stage.ellen.id)
    await stage.henk.says(CRY)
    told = await ellen.waits_for("Let op · bericht van Henk")
    assert "bij vraag 1" in words(told)
    assert CRY not in words(told)
    await ellen.blocks()
    await stage.fatma.says("mijn buurvrouw wordt geslagen door haar man")
    await stage.fatma.waits_for("Anders: Veilig Thuis, 0800-2000.")
    await stage.sanne.waits_for("Veilig Thuis en 112", button="Ik kijk")


@FORUM
async def test_until_it_is_clear_everything_goes_to_the_person(stage: Stage) -> None:
    await stage.henk.says(CRY)
    card = await stage.sanne.waits_for(CARD, button="Ik kijk")
    desk = stage.sanne.topic(card["message_thread_id"])
    more = await stage.henk.says(SURE)
    await stage.henk.waits_for_reaction(more, "👌")
    await desk.waits_for(SURE)
    voice = (await stage.henk.sends("voice", b"ogg", duration=3))[0]
    await stage.henk.waits_for_reaction(voice, "👌")
    await stage.henk.says("ik wil dood")
    await stage.henk.waits_for("Denk je aan zelfdoding?", after=voice)
    await desk.waits_for("ik wil dood")
    assert len(await stage.group.topics()) == 1
    await press(desk, "Ik kijk")
    await desk.waits_for("Sanne kijkt naar dit bericht.", button="Klaar")
    await desk.presses("Klaar")
    await desk.waits_for("Toch afronden?")
    await press(desk, "Ja, met reden")
    await press(desk, "Al beantwoord")
    await desk.waits_for("Klaar · Sanne", button="Heropen")
    await quiet(stage, 0.3)
    assert not [m for m in await stage.henk.messages() if "Hoe was de hulp?" in words(m)]
    await stage.henk.says(SURE)
    await stage.henk.waits_for("Antwoord van de bot.")


@FORUM
async def test_meant_something_else(stage: Stage) -> None:
    await stage.henk.says(CRY)
    given = await stage.henk.waits_for("Denk je aan zelfdoding?")
    await stage.henk.presses("Ik bedoelde iets anders", on=given)
    await stage.henk.waits_for("Goed dat je het zegt. Stel je vraag gerust.", button="Vraag het een mens")
    still = await stage.henk.waits_for("Denk je aan zelfdoding?", button="Chat met 113")
    assert labels(still) == ["Chat met 113"]
    await stage.sanne.waits_for("Volgens Henk geen nood.", button="Ik kijk")
    await stage.henk.says(SURE)
    answer = await stage.henk.waits_for("Antwoord van de bot.")
    assert "Dit is nog niet naar" not in words(answer)
    await stage.henk.says("ik wil dood")
    await stage.henk.waits_for("Denk je aan zelfdoding?", button="Ik bedoelde iets anders")
    held = await stage.henk.says(SURE)
    await stage.henk.waits_for_reaction(held, "👌")
    assert len(await stage.group.topics()) == 1


@FORUM
async def test_a_false_alarm_on_a_known_question_gets_its_answer(stage: Stage) -> None:
    await stage.henk.says("vermoeden van huiselijk geweld")
    await press(stage.henk, "Ik bedoelde iets anders")
    answer = await stage.henk.waits_for("Goed dat je het zegt.", button="👍 Dit helpt")
    assert "Antwoord van de bot." in words(answer)


@FORUM
async def test_an_example_of_what_to_say(stage: Stage) -> None:
    await stage.henk.says(CRY)
    card = await stage.sanne.waits_for(CARD, button="Ik kijk")
    desk = stage.sanne.topic(card["message_thread_id"])
    await desk.presses("Voorbeeldzin")
    said = (
        "Dag Henk, ik ben Sanne, een mens. Goed dat je dit liet weten. Is er nu iemand bij je? 113 is er dag en nacht."
    )
    await desk.waits_for(f'Zo komt het aan: "{said}"', button="Stuur")
    preview = await desk.waits_for("Zo komt het aan", button="Stuur")
    await desk.presses("Stuur", on=preview)
    await desk.presses("Stuur", on=preview)
    await stage.henk.waits_for(f"Sanne van de helpdesk\n{said}")
    await quiet(stage, 0.3)
    assert len([m for m in await stage.henk.messages() if said in words(m)]) == 1
    await desk.waits_for("Sanne antwoordde.", button="Klaar")
    answer = await stage.henk.waits_for(said)
    reply = await stage.henk.replies(answer, "nee ik ben alleen")
    await stage.henk.waits_for_reaction(reply, "👌")
    await desk.waits_for("nee ik ben alleen")


@FORUM
async def test_captions_and_edits_are_looked_at_too(stage: Stage) -> None:
    await stage.fatma.sends("photo", b"jpg", caption="dit deed mijn man, hij slaat me")
    await stage.fatma.waits_for("Veilig Thuis, 0800-2000.")
    card = await stage.sanne.waits_for("hij slaat me", button="Ik kijk")
    desk = stage.sanne.topic(card["message_thread_id"])
    await desk.until(lambda seen: [m for m in seen if m.get("photo")] or None, "the photo")
    said = await stage.joke.says(SURE)
    await stage.joke.waits_for("Antwoord van de bot.")
    await stage.joke.edits(said, "ik wil niet meer leven")
    await stage.joke.waits_for("Denk je aan zelfdoding?")
    await stage.sanne.waits_for("ik wil niet meer leven", button="Ik kijk")


@FORUM
async def test_a_change_of_an_older_message_goes_to_the_person_too(stage: Stage) -> None:
    said = await stage.henk.says(SURE)
    answer = await stage.henk.waits_for("Antwoord van de bot.")
    await stage.henk.says(CRY)
    card = await stage.sanne.waits_for(CARD, button="Ik kijk")
    await stage.henk.edits(said, "welke regels gelden als we koken voor de buurt")
    await stage.sanne.topic(card["message_thread_id"]).waits_for("koken voor de buurt")
    await stage.henk.waits_for_reaction(said, "👌")
    same = next(m for m in await stage.henk.messages() if m["message_id"] == answer["message_id"])
    assert words(same) == words(answer)


@FORUM
async def test_the_help_lines_come_before_anything_else(stage: Stage) -> None:
    said = await stage.henk.says("ik wil dood mijn bsn is 123456782")
    numbers = await stage.henk.waits_for("Denk je aan zelfdoding?")
    note = await stage.henk.waits_for("op een BSN lijkt")
    assert said["message_id"] < numbers["message_id"] < note["message_id"]
    await stage.sanne.waits_for("mijn bsn is [BSN weggelaten]", button="Ik kijk")


@FORUM
async def test_beside_an_open_question_it_gets_a_card_of_its_own(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says("mijn zoon wil zichzelf iets aandoen")
    await stage.joke.waits_for("Denk je aan zelfdoding?")
    await stage.sanne.waits_for(CARD, button="Ik kijk")
    assert len(await stage.group.topics()) == 2
    await stage.joke.says("/mijnvragen")
    mine = await stage.joke.waits_for("Je open vragen")
    assert SUBJECT in words(mine).casefold()
    assert "Vraag 2" not in labels(mine)
    assert desk.card["message_thread_id"]


@FORUM
async def test_words_that_always_work_still_do(stage: Stage) -> None:
    await stage.henk.says(CRY)
    await stage.henk.waits_for("Denk je aan zelfdoding?")
    await stage.henk.says("stop")
    await stage.henk.waits_for("Je meldingen stonden al uit.")


@FORUM
async def test_in_english(stage: Stage) -> None:
    sam = stage.server.person("Sam", language_code="en")
    await sam.says("I want to kill myself")
    await sam.waits_for("Are you thinking of suicide? Call 113 or 0800-0113.", button="I meant something else")
    await stage.sanne.waits_for(CARD)
