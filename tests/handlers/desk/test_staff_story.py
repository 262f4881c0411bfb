"""Story 2: a question reaches staff, is claimed, answered and closed (conversations 4, 7 and 8)."""

from __future__ import annotations

import asyncio

from bot.demo.actors import labels, words
from handlers.asker.asker import LIKELY
from tests.desk.scenes import FORUM, PLACES, SUBJECT, answered, ask, at_card, claimed, press, quiet, toasts, topic
from tests.stage import Stage


@PLACES
async def test_a_question_is_claimed_answered_thanked_and_closed(stage: Stage) -> None:
    joke, desk = stage.joke, await ask(stage, stage.joke)
    assert desk.card["text"].startswith("Vraag 1 · nieuw · do 3 december, 10.02 uur\nJoke · eerste vraag")
    assert "Beantwoord dit bericht: dan gaat het naar Joke. Al het andere blijft onder ons." in desk.card["text"]
    if stage.forum:
        await stage.group.waits_for_topic(f"Nieuw · {SUBJECT}")

    await desk.sanne.presses("Ik pak dit op")
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Teruggeven")
    await joke.waits_for("Sanne van de helpdesk is met je vraag bezig.", button="Trek vraag in")
    if stage.forum:
        await stage.group.waits_for_topic(f"Sanne · {SUBJECT}")

    answer = await desk.sanne.replies(desk.card, "Vaak wel. Bel je gemeente.")
    await joke.waits_for("Sanne van de helpdesk\nVaak wel. Bel je gemeente.")
    await desk.sanne.waits_for_reaction(answer, "👌")

    await joke.says("super dankjewel")
    await joke.waits_for("Ik geef het door aan Sanne.")
    await desk.karim.waits_for("super dankjewel")

    await press(desk.sanne, "Klaar")
    await desk.karim.waits_for("Vraag 1 · klaar · Sanne, 10.02 uur", button="Heropen")
    closing = await joke.waits_for("Sanne heeft je vraag afgerond. Hoe was de hulp?")
    assert labels(closing) == ["😊 Goed", "😐 Gaat wel", "🙁 Niet goed", "Ik heb nog iets"]
    if stage.forum:
        await topic(stage, f"Klaar · {SUBJECT}", closed=True)
    await joke.presses("😊 Goed")
    await joke.waits_for("Dank je. Je vond de hulp goed.")
    await desk.karim.waits_for("Joke vond de hulp goed.")


@FORUM
async def test_a_question_the_bot_did_not_know_goes_to_staff_with_one_tap(stage: Stage) -> None:
    await stage.joke.says("mogen we met een koe door de winkelstraat lopen op zondag")
    unsure = await stage.joke.waits_for("")
    if "Geen van deze" in labels(unsure):
        await stage.joke.presses("Geen van deze")
        await stage.joke.waits_for("Zal ik je vraag aan een mens geven?")
    await stage.joke.presses("Ja, vraag het")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.", button="Trek vraag in")
    desk = await at_card(stage, "koe door de winkelstraat")
    await stage.joke.presses("Trek vraag in")
    await desk.sanne.waits_for("ingetrokken door Joke. Niets meer doen.")


@FORUM
async def test_an_answer_that_did_not_help_is_named_on_the_card(stage: Stage) -> None:
    await stage.joke.says("hoe vraag ik een gratis vog aan voor vrijwilligers")
    await stage.joke.waits_for("Antwoord van de bot.")
    await stage.joke.presses("👎 Dit helpt niet")
    await stage.joke.waits_for("Zal ik je vraag aan een mens geven?")
    await stage.joke.presses("Ja, vraag het")
    await stage.joke.waits_for("Dit hielp je niet. Je vraag is doorgegeven.")
    await stage.joke.waits_for("Wat mis je in het antwoord? Typ het hier.", button="Trek vraag in")
    desk = await at_card(stage, "vog")
    assert "De bot gaf: Hoe vraag ik een gratis VOG aan voor vrijwilligers? Dat hielp niet." in desk.card["text"]


@PLACES
async def test_of_two_who_claim_at_once_one_has_it(stage: Stage) -> None:
    desk, seen = await ask(stage, stage.joke), toasts(stage)
    await asyncio.gather(
        desk.sanne.presses("Ik pak dit op", on=desk.card), desk.karim.presses("Ik pak dit op", on=desk.card)
    )
    card = await desk.sanne.waits_for("heeft deze")
    winner, loser = ("Sanne", "Karim") if "Sanne heeft deze" in card["text"] else ("Karim", "Sanne")
    await quiet(stage)
    assert sorted(seen) == sorted(["Van jou.", f"{winner} was je net voor."])
    assert f"{loser} heeft" not in words(await desk.sanne.waits_for("heeft deze"))


@PLACES
async def test_given_back_it_is_free_for_others(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.sanne.presses("Teruggeven")
    await desk.karim.waits_for("Vraag 1 · vrij · teruggegeven door Sanne", button="Ik pak dit op")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    await desk.karim.presses("Ik pak dit op")
    await stage.joke.waits_for("Karim van de helpdesk is met je vraag bezig.")


@FORUM
async def test_done_without_an_answer_asks_first(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.sanne.presses("Klaar")
    await desk.sanne.waits_for("Joke heeft nog geen antwoord. Toch afronden?", button="Nee, terug")
    await desk.sanne.presses("Nee, terug")
    await desk.sanne.waits_for("Sanne heeft deze", button="Klaar")
    await desk.sanne.presses("Klaar")
    await desk.sanne.waits_for("Toch afronden?", button="Ja, met reden")
    await desk.sanne.presses("Ja, met reden")
    asked = await desk.sanne.waits_for("Waarom sluit je deze vraag?")
    assert labels(asked) == ["Al beantwoord", "Rommel", "Dubbel", "Niet meer nodig", "Terug"]
    await desk.sanne.presses("Niet meer nodig")
    await desk.sanne.waits_for("Vraag 1 · klaar · Sanne, 10.02 uur · niet meer nodig", button="Heropen")
    closing = await stage.joke.waits_for("Sanne heeft je vraag afgerond. Hij is niet meer nodig.")
    assert labels(closing) == ["Ik heb nog iets"]


@FORUM
async def test_an_unlikely_answer_is_not_suggested(stage: Stage) -> None:
    vaguely, weakly = "welke verf is goed voor het bankje in het park", "kan ik bij jullie een olifant lenen"
    scores = [match.score for match in stage.helpdesk.knowledge.index.search(vaguely, 2)]
    assert scores[0] > LIKELY > scores[1] > LIKELY / 2
    card = (await ask(stage, stage.joke, vaguely)).card
    assert "Lijkt op:\n1. " in card["text"]
    assert "\n2. " not in card["text"]
    assert "Lijkt op:" not in (await ask(stage, stage.fatma, weakly)).card["text"]


@FORUM
async def test_a_suggestion_is_seen_first_and_then_sent(stage: Stage) -> None:
    desk = await ask(stage, stage.joke, "kan iemand mij helpen met een gratis vog voor vrijwilligers aanvragen")
    assert "Lijkt op:\n1. Hoe vraag ik een gratis VOG aan" in desk.card["text"]
    await desk.sanne.presses("Bekijk 1")
    await desk.sanne.waits_for("Zo komt het aan:", button="Stuur")
    await desk.sanne.presses("Terug")
    await desk.sanne.waits_for("Vraag 1 · nieuw", button="Bekijk 1")
    await desk.sanne.presses("Bekijk 1")
    await desk.sanne.waits_for("Zo komt het aan:", button="Stuur")
    await desk.sanne.presses("Stuur")
    await stage.joke.waits_for("Sanne van de helpdesk\nHoe vraag ik een gratis VOG aan voor vrijwilligers?")
    card = await desk.sanne.waits_for("Sanne heeft deze", button="Klaar")
    assert "Sanne antwoordde." in card["text"]
    assert "Lijkt op:" not in card["text"]


@FORUM
async def test_a_colleague_may_answer_and_the_card_says_who(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.karim.replies(desk.card, "Ik weet het: bel 14 033.")
    await stage.joke.waits_for("Karim van de helpdesk\nIk weet het: bel 14 033.")
    card = await desk.sanne.waits_for("Karim antwoordde.")
    assert "Sanne heeft deze" in card["text"]


@FORUM
async def test_who_answers_first_has_it(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    await desk.karim.replies(desk.card, "Vaak wel.")
    await stage.joke.waits_for("Karim van de helpdesk\nVaak wel.")
    await desk.karim.waits_for("Vraag 1 · Karim heeft deze")


@FORUM
async def test_an_answer_after_the_end_opens_the_question_again(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await topic(stage, f"Klaar · {SUBJECT}", closed=True)
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    await ellen.replies(desk.card, "Nog iets: het kan ook online.")
    await stage.joke.waits_for("Ellen van de helpdesk\nNog iets: het kan ook online.")
    await ellen.waits_for("Weer open, want er ging nog een antwoord uit.", button="Klaar")
    await topic(stage, f"Sanne · {SUBJECT}", closed=False)


@FORUM
async def test_opened_again_by_a_button(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await desk.karim.waits_for("klaar · Sanne", button="Heropen")
    await desk.karim.presses("Heropen")
    await desk.karim.waits_for("Karim heeft deze", button="Klaar")
    await topic(stage, f"Karim · {SUBJECT}", closed=False)


@FORUM
async def test_a_stranger_cannot_press_a_card(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    await stage.group.member(stage.henk, "member")
    henk = stage.henk.at(stage.group, desk.card.get("message_thread_id"))
    await stage.group.member(stage.henk, "left")
    data = desk.card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    update = {
        "update_id": 900_000,
        "callback_query": {
            "id": "1",
            "from": {"id": henk.id, "is_bot": False, "first_name": "Henk"},
            "chat_instance": "1",
            "message": desk.card,
            "data": data,
        },
    }
    await stage.group.backend.act("update", {"update": update})
    await quiet(stage)
    assert "nieuw" in words(await desk.sanne.waits_for("Vraag 1"))


@FORUM
async def test_names_with_html_and_control_characters_are_harmless(stage: Stage) -> None:
    name = "<b>Jo\u202eke\u0007</i> & co, uit het hele land"
    joke = stage.server.person(name)
    desk = await ask(stage, joke)
    assert "\n<b>Joke</i> & co… · eerste vraag" in desk.card["text"]
    staff = stage.server.person("Kàr<im", "staff").at(stage.group)
    await stage.group.member(staff, "member")
    await staff.at(stage.group, desk.card.get("message_thread_id")).replies(desk.card, "Dag & <welkom>")
    await joke.waits_for("Kàr<im van de helpdesk\nDag & <welkom>")
