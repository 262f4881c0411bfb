"""The asker with an open ticket: more to say, edits, withdrawing, coming back (conversations 4, 5 and 7)."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import labels, words
from tests.desk.scenes import FORUM, PLACES, SUBJECT, answered, ask, at_card, claimed, press, quiet, topic
from tests.stage import Stage

SURE = "hoe vraag ik een gratis vog aan voor vrijwilligers"


@PLACES
async def test_more_goes_along_first_in_words_then_with_a_sign(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says("het gaat om zaterdag 5 juni in de kerkstraat")
    await stage.joke.waits_for("Dit gaat mee naar Sanne. Zie je 👌 bij je volgende bericht?")
    first = await desk.karim.waits_for("het gaat om zaterdag 5 juni in de kerkstraat")
    assert words(first).startswith("Joke\n" if stage.forum else "Joke · vraag 1\n")
    second = await stage.joke.says("en we komen met ongeveer 60 mensen")
    await stage.joke.waits_for_reaction(second, "👌")
    await desk.karim.waits_for("en we komen met ongeveer 60 mensen")
    await quiet(stage, 0.3)
    assert words((await stage.joke.messages())[-1]) == "en we komen met ongeveer 60 mensen"
    stage.forward(timedelta(minutes=31))
    third = await stage.joke.says("en er komt een springkussen op straat")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.", after=third)
    if stage.forum:
        assert len(await stage.group.topics()) == 1


@PLACES
async def test_a_reply_to_staff_goes_to_that_question_always(stage: Stage) -> None:
    await answered(stage, stage.joke)
    answer = await stage.joke.waits_for("Vaak wel.")
    mine = await stage.joke.replies(answer, SURE)
    await stage.joke.waits_for("Dit gaat mee naar Sanne.", after=mine)
    copy = await stage.sanne.waits_for(SURE)
    assert words(copy).startswith("Joke")
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "Antwoord van de bot." in words(m)]


@FORUM
async def test_a_sure_answer_beside_a_question_asks_whether_it_belongs(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says(SURE)
    asked = await stage.joke.waits_for("Dit is nog niet naar Sanne.")
    assert "Hoort het bij je vraag: Straat afsluiten buurtmaaltijd?" in words(asked)
    assert labels(asked) == ["Ja, geef door", "Nee, iets anders"]
    await stage.joke.presses("Ja, geef door")
    await stage.joke.waits_for("Dit is doorgegeven aan Sanne.")
    await desk.sanne.waits_for(SURE)
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Dit is nog niet naar Sanne.", button="Nee, iets anders")
    await stage.joke.presses("Nee, iets anders")
    plain = await stage.joke.waits_for("VOG", button="👍 Dit helpt")
    assert "nog niet naar Sanne" not in words(plain)
    assert len([m for m in await desk.sanne.messages() if SURE in words(m)]) == 1


@PLACES
async def test_after_the_end_a_reply_opens_the_question_again_and_thanks_does_not(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await stage.joke.waits_for("Hoe was de hulp?")
    answer = await stage.joke.waits_for("Vaak wel.")
    thanks = await stage.joke.replies(answer, "Bedankt!")
    await stage.joke.waits_for_reaction(thanks, "👌")
    await desk.karim.waits_for("Bedankt!")
    await desk.karim.waits_for("Vraag 1 · klaar", button="Heropen")
    await stage.joke.says("dankjewel")
    await stage.joke.waits_for("Graag gedaan.")
    await stage.joke.replies(answer, "en als het een doorgaande weg is")
    await stage.joke.waits_for("Je vraag is weer open. Sanne ziet je bericht.")
    await desk.karim.waits_for("en als het een doorgaande weg is")
    await desk.karim.waits_for("Weer open: Joke heeft nog iets.", button="Klaar")
    if stage.forum:
        await topic(stage, f"Sanne · {SUBJECT}", closed=False)


@FORUM
async def test_something_more_goes_to_the_same_question(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await press(stage.joke, "Ik heb nog iets")
    await stage.joke.waits_for("Typ het of spreek het in. Het gaat naar Sanne.", button="Toch niet")
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Je vraag is weer open. Sanne ziet je bericht.")
    await desk.karim.waits_for(SURE)
    assert len(await stage.group.topics()) == 1


@FORUM
async def test_help_that_was_not_good_is_looked_at_again(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await press(stage.joke, "🙁 Niet goed")
    await stage.joke.waits_for("Jammer. Zal iemand er nog eens naar kijken?")
    await desk.karim.waits_for("Joke vond de hulp niet goed.", button="Heropen")
    await stage.joke.says("ja")
    await stage.joke.waits_for("Je vraag is weer open. Sanne kijkt er nog eens naar.")
    await desk.karim.waits_for("Wil je er nog eens naar kijken?")
    await topic(stage, f"Sanne · {SUBJECT}", closed=False)


@PLACES
async def test_edits_of_the_asker_are_seen_with_what_was_there_before(stage: Stage) -> None:
    desk = await ask(stage, stage.joke, "we willen elke week koken in de kantine mag dat")
    question = next(m for m in await stage.joke.messages() if "elke week" in words(m))
    stage.forward(timedelta(minutes=12))
    await stage.joke.edits(question, "we willen met Pasen koken in de kantine mag dat")
    card = await desk.sanne.waits_for("met Pasen koken", button="Ik pak dit op")
    assert 'Veranderd om 10.14 uur. Eerst stond er: "we willen elke week koken' in words(card)
    await stage.joke.waits_for_reaction(question, "👌")
    more = await stage.joke.says("er komen <b>40</b> mensen uit de wijk langs")
    await desk.sanne.waits_for("er komen <b>40</b> mensen")
    await desk.sanne.replies(card, "Dat mag.")
    await stage.joke.waits_for("Dat mag.")
    stage.forward(timedelta(minutes=1))
    await stage.joke.edits(more, "er komen 60 mensen uit de wijk langs")
    copy = await desk.sanne.waits_for("er komen 60 mensen")
    assert 'Veranderd om 10.15 uur. Eerst stond er: "er komen <b>40</b> mensen' in words(copy)
    await desk.sanne.waits_for("Joke veranderde dit bericht ná het antwoord.")


@FORUM
async def test_my_questions_shows_what_is_open(stage: Stage) -> None:
    await stage.joke.says("/mijnvragen")
    await stage.joke.waits_for("Je hebt geen open vragen.")
    desk = await claimed(stage, stage.joke)
    await ask(stage, stage.joke, "kan ik bij jullie een busje lenen voor een uitje")
    await stage.joke.says("/mijnvragen")
    mine = await stage.joke.waits_for("Je open vragen")
    assert "1. Busje lenen uitje. Ligt bij de helpdesk. Gesteld: vandaag, 10.02 uur." in words(mine)
    assert "2. Straat afsluiten buurtmaaltijd. Sanne is ermee bezig. Gesteld: vandaag, 10.02 uur." in words(mine)
    await stage.joke.presses("Vraag 2", on=mine)
    await stage.joke.waits_for("Sanne van de helpdesk is met je vraag bezig.", button="Terug")
    await stage.joke.says("het gaat om de kerkstraat en het plein")
    await desk.karim.waits_for("het gaat om de kerkstraat en het plein")
    await stage.joke.presses("Terug")
    await stage.joke.waits_for("1. Straat afsluiten buurtmaaltijd.", button="Vraag 1")
    await stage.joke.presses("Vraag 1")
    await stage.joke.waits_for("bezig", button="Trek vraag in")
    await stage.joke.says("trek vraag in")
    await desk.karim.waits_for("ingetrokken door Joke.")


@FORUM
async def test_never_mind(stage: Stage) -> None:
    await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", button="Toch niet")
    await stage.joke.presses("Toch niet")
    await stage.joke.waits_for("Goed. Typ je vraag, dan zoek ik zelf.")
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Antwoord van de bot.")


@FORUM
async def test_the_next_message_goes_to_a_person_for_an_hour(stage: Stage) -> None:
    await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.")
    stage.forward(timedelta(minutes=61))
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Antwoord van de bot.")


@FORUM
async def test_a_person_for_the_question_asked_just_now(stage: Stage) -> None:
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Antwoord van de bot.")
    await stage.joke.presses("Vraag het een mens")
    await stage.joke.waits_for("Zal ik deze vraag aan een mens geven?")
    await stage.joke.presses("Ja, vraag het")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    await at_card(stage, SURE)


@FORUM
async def test_who_asks_for_a_person_again_is_asked_what_about(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says("mens")
    which = await stage.joke.waits_for("Gaat het over je vraag: Straat afsluiten buurtmaaltijd?")
    assert labels(which) == ["Ja, die vraag", "Nee, iets nieuws"]
    await stage.joke.says("is er al nieuws over de straat")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.")
    await desk.karim.waits_for("is er al nieuws over de straat")
    await stage.joke.says("een mens")
    await press(stage.joke, "Ja, die vraag")
    await stage.joke.waits_for("Typ het of spreek het in. Het gaat naar Sanne.")
    assert len(await stage.group.topics()) == 1


@FORUM
async def test_a_greeting_is_not_the_question(stage: Stage) -> None:
    await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.")
    await stage.joke.says("hoi")
    await stage.joke.waits_for("Hallo.")
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    await at_card(stage, SURE)


@PLACES
async def test_a_very_long_question_is_whole_below_its_card(stage: Stage) -> None:
    text = "Wij willen de straat afsluiten. " + "Het gaat om een feest met de buurt. " * 80 + "Mag dat op zondag?"
    desk = await ask(stage, stage.joke, text)
    assert "(de hele vraag staat hieronder)" in words(desk.card)
    whole = await desk.sanne.waits_for("Mag dat op zondag?")
    await desk.sanne.replies(whole, "Ja.")
    await stage.joke.waits_for("Sanne van de helpdesk\nJa.")


@FORUM
async def test_a_deleted_topic_is_made_again_with_its_card(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    thread = desk.card["message_thread_id"]
    params = {"chat_id": stage.group.chat_id, "as": stage.ellen.id, "message_thread_id": thread}
    await stage.group.backend.act("topic_delete", params)
    await stage.joke.says("het gaat om zaterdag 5 juni in de kerkstraat")
    copy = await stage.sanne.waits_for("het gaat om zaterdag 5 juni")
    card = await stage.sanne.waits_for("vergunning", button="Ik pak dit op")
    assert card["message_thread_id"] == copy["message_thread_id"] != thread
    await stage.sanne.topic(card["message_thread_id"]).replies(card, "Vaak wel.")
    await stage.joke.waits_for("Sanne van de helpdesk\nVaak wel.")


@FORUM
async def test_a_question_is_passed_on_once_however_often_it_is_pressed(stage: Stage) -> None:
    await stage.joke.says(SURE)
    await stage.joke.waits_for("Antwoord van de bot.")
    await stage.joke.presses("Vraag het een mens")
    offer = await stage.joke.waits_for("Zal ik deze vraag aan een mens geven?")
    await stage.joke.presses("Ja, vraag het", on=offer)
    await stage.joke.presses("Ja, vraag het", on=offer)
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    await quiet(stage)
    assert len(await stage.group.topics()) == 1
