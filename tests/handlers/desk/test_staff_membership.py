"""The bot put out of the staff group, let in again, or without its rights: questions wait or come all the same."""

from __future__ import annotations

from bot.demo.actors import words
from tests.desk.scenes import FORUM, PLACES, QUESTION, ask, claimed, quiet
from tests.stage import Stage


async def put(stage: Stage, status: str, **fields: object) -> None:
    """Change the bot's place in the staff group."""
    await stage.group.member(int(stage.server.world.bot["id"]), status, **fields)


@PLACES
async def test_questions_wait_for_the_bot_to_be_back_in_the_group(stage: Stage) -> None:
    await claimed(stage, stage.fatma, "kan ik bij jullie een busje lenen voor een uitje")
    await put(stage, "kicked")
    await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.")
    await stage.joke.says(QUESTION)
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    await stage.joke.says("het gaat om zaterdag 5 juni in de kerkstraat")
    await stage.joke.waits_for("Dit gaat mee naar de helpdesk.")
    await quiet(stage)
    await put(stage, "administrator", rights={"can_manage_topics": True})
    card = await stage.sanne.waits_for("vergunning", 10, button="Ik pak dit op")
    await stage.sanne.waits_for("het gaat om zaterdag 5 juni", 10, after=card)
    await stage.sanne.at(stage.group, card.get("message_thread_id")).replies(card, "Vaak wel.")
    await stage.joke.waits_for("Sanne van de helpdesk\nVaak wel.")
    cards = [m for m in await stage.sanne.messages() if "vergunning" in words(m)]
    assert len(cards) == 1


@FORUM
async def test_without_the_right_to_make_topics_the_card_comes_all_the_same(stage: Stage) -> None:
    await put(stage, "member")
    desk = await ask(stage, stage.joke)
    assert not desk.card.get("is_topic_message")
    await desk.sanne.presses("Ik pak dit op", on=desk.card)
    card = await desk.sanne.waits_for("Sanne heeft deze", button="Klaar")
    await desk.sanne.replies(card, "Vaak wel.")
    await stage.joke.waits_for("Sanne van de helpdesk\nVaak wel.")
