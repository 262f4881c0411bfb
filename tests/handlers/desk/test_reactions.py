"""Reactions are seen on the other side, and 👌 stays what it is."""

from __future__ import annotations

from bot.demo.actors import Message, Person, words
from tests.desk.scenes import FORUM, PLACES, answered, claimed, press, quiet, written_down
from tests.stage import Stage
from tests.waiting import until


async def of_bot(stage: Stage, person: Person, message: Message) -> list[str]:
    """The bot's reactions on a message."""
    where = {"chat_id": person.chat_id, "message_id": message["message_id"]}
    given = await person.backend.act("reactions", where)
    return [r["emoji"] for r in given if r["user_id"] == stage.server.world.bot["id"]]


async def shows(stage: Stage, person: Person, message: Message, *emoji: str) -> None:
    """Wait until the bot's reaction on the message is this one, or none."""

    async def on() -> bool:
        return await of_bot(stage, person, message) == list(emoji)

    await until(on, f"the bot does not show {emoji}")


@PLACES
async def test_a_reaction_of_the_asker_is_on_the_answer_of_staff(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke)
    answer = await stage.joke.waits_for("Sanne van de helpdesk\n")
    await stage.joke.reacts(answer, "❤")
    await shows(stage, desk.sanne, given, "❤")
    told = await desk.sanne.waits_for("Joke reageerde met ❤ op je antwoord.")
    assert told["reply_to_message"]["message_id"] == given["message_id"]
    await stage.joke.reacts(answer, "🙏")
    await shows(stage, desk.sanne, given, "🙏")
    await stage.joke.reacts(answer, None)
    await shows(stage, desk.sanne, given, "👌")
    await quiet(stage)
    assert len([m for m in await desk.sanne.messages() if "reageerde met" in words(m)]) == 1


@PLACES
async def test_a_reaction_of_staff_is_on_the_message_of_the_asker(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says("op 5 juni")
    said = await stage.joke.says("met 60 mensen")
    copy = await desk.sanne.waits_for("met 60 mensen")
    await written_down(stage, copy)
    await stage.joke.waits_for_reaction(said, "👌")
    await desk.karim.reacts(copy, "👍")
    await shows(stage, stage.joke, said, "👍")
    await desk.karim.reacts(copy, None)
    await shows(stage, stage.joke, said, "👌")


@FORUM
async def test_what_staff_react_to_among_themselves_stays_inside(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke)
    answer = await stage.joke.waits_for("Sanne van de helpdesk\n")
    inside = await desk.karim.says("goed gedaan")
    for message in (inside, given, desk.card):
        await desk.karim.reacts(message, "🎉")
    await quiet(stage)
    seen = [await of_bot(stage, stage.joke, m) for m in await stage.joke.messages()]
    assert not any("🎉" in given for given in seen)
    assert await of_bot(stage, stage.joke, answer) == []


@FORUM
async def test_a_custom_emoji_is_no_reaction_and_of_several_the_newest_counts(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke)
    answer = await stage.joke.waits_for("Sanne van de helpdesk\n")
    update = {
        "chat": answer["chat"],
        "message_id": answer["message_id"],
        "user": {"id": stage.joke.id, "is_bot": False, "first_name": "Joke"},
        "date": answer["date"],
        "old_reaction": [{"type": "emoji", "emoji": "❤"}],
        "new_reaction": [{"type": "emoji", "emoji": "🔥"}, {"type": "emoji", "emoji": "❤"}],
    }
    await stage.group.backend.act("update", {"update": {"message_reaction": update}})
    await shows(stage, desk.sanne, given, "🔥")
    custom = [{"type": "custom_emoji", "custom_emoji_id": "5368324170671202286"}]
    gone = update | {"old_reaction": update["new_reaction"], "new_reaction": custom}
    await stage.group.backend.act("update", {"update": {"message_reaction": gone}})
    await shows(stage, desk.sanne, given, "👌")


@FORUM
async def test_a_reaction_on_an_answer_from_the_list_is_told_in_words(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke, "kan iemand mij helpen met een gratis vog voor vrijwilligers aanvragen")
    await desk.sanne.presses("Bekijk 1", on=await desk.sanne.waits_for("", button="Bekijk 1"))
    await press(desk.sanne, "Stuur")
    answer = await stage.joke.waits_for("Hoe vraag ik een gratis VOG aan")
    await written_down(stage, answer)
    await stage.joke.reacts(answer, "👍")
    await desk.sanne.waits_for("Joke reageerde met 👍 op het antwoord.")
