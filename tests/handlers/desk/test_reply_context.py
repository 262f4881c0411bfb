"""A reply stays a reply on the other side, with the part that was quoted while it is there."""

from __future__ import annotations

from bot.demo.actors import Message, words
from tests.desk.scenes import FORUM, PLACES, answered, ask, at_card, claimed, press, written_down
from tests.stage import Stage

ANSWER = "Vaak wel. Bel je gemeente <b>ruim</b> vooraf."


def replied(message: Message) -> int:
    """The message that it is a reply to."""
    return int(message["reply_to_message"]["message_id"])


@PLACES
async def test_staff_see_what_the_asker_replies_to_and_what_they_quote(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Vaak wel. Bel je gemeente ruim vooraf.")
    answer = await stage.joke.waits_for("Bel je gemeente")
    await stage.joke.replies(answer, "hoeveel weken?", quote="ruim vooraf")
    shown = await desk.sanne.waits_for("hoeveel weken?")
    assert replied(shown) == given["message_id"]
    assert shown["quote"]["text"] == "ruim vooraf"
    first = await stage.joke.says("het gaat om 5 juni")
    own = await desk.sanne.waits_for("het gaat om 5 juni")
    await written_down(stage, own)
    await stage.joke.replies(first, "nee, 6 juni", quote="5 juni")
    shown = await desk.sanne.waits_for("nee, 6 juni")
    assert replied(shown) == own["message_id"]
    assert shown["quote"]["text"] == "5 juni"


@PLACES
async def test_the_asker_sees_what_staff_reply_to_and_what_they_quote(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    said = await stage.joke.says("op zaterdag 5 juni, met 60 mensen")
    copy = await desk.sanne.waits_for("met 60 mensen")
    await written_down(stage, copy)
    await desk.sanne.replies(copy, "Dat mag", quote="60 mensen")
    answer = await stage.joke.waits_for("Sanne van de helpdesk\nDat mag")
    assert replied(answer) == said["message_id"]
    assert answer["quote"]["text"] == "60 mensen"
    await desk.sanne.replies(copy, "Dag Joke", quote="Joke")  # of the line above it, which the asker does not have
    answer = await stage.joke.waits_for("Sanne van de helpdesk\nDag Joke")
    assert replied(answer) == said["message_id"]
    assert "quote" not in answer


@FORUM
async def test_a_quote_that_is_not_there_any_more_is_left_out(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Doe dat 6 weken vooraf.")
    answer = await stage.joke.waits_for("6 weken")
    await desk.sanne.edits(given, "Doe dat 8 weken vooraf.")
    await stage.joke.waits_for("8 weken")
    await stage.joke.replies(answer, "zo lang", quote="6 weken")
    shown = await desk.sanne.waits_for("zo lang")
    assert replied(shown) == given["message_id"]
    assert "quote" not in shown


@FORUM
async def test_a_quote_that_telegram_refuses_costs_no_message(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Doe dat 6 weken vooraf.")
    answer = await stage.joke.waits_for("6 weken")
    stage.server.faults.add(
        "error",
        method="sendMessage",
        chat_id=stage.group.chat_id,
        status=400,
        description="Bad Request: QUOTE_TEXT_INVALID",
    )
    await stage.joke.replies(answer, "zo lang", quote="6 weken")
    shown = await desk.sanne.waits_for("zo lang")
    assert replied(shown) == given["message_id"]
    assert "quote" not in shown


@PLACES
async def test_a_reply_to_what_staff_do_not_have_is_told_in_words(stage: Stage) -> None:
    await stage.joke.says("hoe krijg ik een vog voor mijn vrijwilligers")
    known = await stage.joke.waits_for("Hoe vraag ik een gratis VOG aan")
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Zal ik deze vraag aan een mens geven?", after=said)
    await stage.joke.presses("Ja, vraag het")
    desk = await at_card(stage, "hoe krijg ik een vog")
    await stage.joke.sends("photo", b"jpeg", caption="zoals hier", reply_to=known, quote="gratis VOG")
    shown = await desk.sanne.waits_for("zoals hier")
    assert 'Op: "gratis VOG"\nzoals hier' in words(shown)


@PLACES
async def test_a_reply_to_an_answer_of_a_closed_question_opens_it_again(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Bel je gemeente.")
    answer = await stage.joke.waits_for("Bel je gemeente.")
    await press(desk.sanne, "Klaar")
    await stage.joke.waits_for("Hoe was de hulp?")
    await stage.joke.replies(answer, "welk nummer?", quote="gemeente")
    await stage.joke.waits_for("Je vraag is weer open. Sanne ziet je bericht.")
    shown = await desk.sanne.waits_for("welk nummer?")
    assert replied(shown) == given["message_id"]
    assert shown["quote"]["text"] == "gemeente"


@PLACES
async def test_staff_can_still_answer_a_closed_question(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke, "Bel je gemeente.")
    await press(desk.sanne, "Klaar")
    await stage.joke.waits_for("Hoe was de hulp?")
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    more = await ellen.replies(desk.card, "Het nummer is 14030.")
    await stage.joke.waits_for("Ellen van de helpdesk\nHet nummer is 14030.")
    await ellen.waits_for_reaction(more, "👌")
    await ellen.waits_for("Weer open, want er ging nog een antwoord uit.", button="Klaar")


@PLACES
async def test_after_merging_a_reply_to_an_old_answer_is_seen_where_it_goes_on(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Bel je gemeente.")
    old = await stage.joke.waits_for("Bel je gemeente.")
    second = await ask(stage, stage.joke, "kunnen wij een busje lenen voor het uitje met de ouderen")
    await desk.sanne.presses("Meer", on=await desk.sanne.waits_for("Vraag 1 ·", button="Meer"))
    await press(desk.sanne, "Voeg samen")
    await press(desk.sanne, "Vraag 2")
    await second.sanne.waits_for("Vraag 1 hoort nu hierbij.")
    await stage.joke.replies(old, "welk nummer?")
    shown = await second.sanne.waits_for("welk nummer?")
    if stage.forum:  # the answer is in another topic
        assert 'Op: "Sanne van de helpdesk Bel je gemeente."' in words(shown)
    else:
        assert replied(shown) == given["message_id"]
