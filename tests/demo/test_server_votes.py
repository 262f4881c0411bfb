"""People vote in polls; the bot hears how its own polls stand, if it asked for that."""

from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.demo.actors import Person
from bot.demo.server import BotApiServer, ControlError
from tests.demo.botapi_client import Client

Json = dict[str, Any]


async def asked(client: Client, *people: Person, **fields: Any) -> list[Json]:
    """A poll of the bot for each of these people."""
    options = [{"text": "Ja"}, {"text": "Nee"}]
    sent = [await client.call("sendPoll", chat_id=p.id, question="Kom je?", options=options, **fields) for p in people]
    await client.updates(allowed_updates=["poll"])
    return sent


def counts(poll: Json) -> tuple[int, list[int]]:
    return poll["total_voter_count"], [option["voter_count"] for option in poll["options"]]


async def test_the_bot_hears_the_numbers_of_its_own_poll_only(server: BotApiServer, client: Client) -> None:
    joke, fatma = server.person("Joke"), server.person("Fatma")
    first, second = await asked(client, joke, fatma)
    await joke.votes(first, "Ja")
    await joke.votes(first, "Nee")
    await fatma.votes(second, "Ja")
    await joke.votes(first)
    updates = [u["poll"] for u in await client.updates()]
    assert [counts(poll) for poll in updates] == [(1, [1, 0]), (1, [0, 1]), (1, [1, 0]), (0, [0, 0])]
    assert [poll["id"] == first["poll"]["id"] for poll in updates] == [True, True, False, True]
    assert not any("user" in poll or "from" in poll for poll in updates)
    own = await joke.does("poll", question="?", options=["a", "b"])
    assert counts((await joke.votes(own, "a"))["poll"]) == (1, [1, 0])
    assert len(await client.updates()) == 4


async def test_it_is_not_told_when_it_did_not_ask(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    (poll,) = await asked(client, joke)
    await client.updates(allowed_updates=["message"])
    await joke.votes(poll, "Ja")
    assert await client.updates() == []
    assert counts((await joke.messages())[-1]["poll"]) == (1, [1, 0])


async def test_what_people_cannot_choose(server: BotApiServer, client: Client, ptb: Bot) -> None:
    joke, fatma = server.person("Joke"), server.person("Fatma")
    (poll,) = await asked(client, joke)
    text = await joke.says("hoi")
    place = {"as": joke.id, "chat_id": joke.id, "message_id": poll["message_id"]}
    for wrong in (
        place | {"options": [2]},
        place | {"options": [0, 1]},
        place | {"options": "0"},
        place | {"options": [-1]},
        place | {"message_id": text["message_id"], "options": [0]},
        place | {"as": fatma.id, "options": [0]},
    ):
        with pytest.raises(ControlError):
            await server.act("vote", wrong)
    await ptb.stop_poll(joke.id, poll["message_id"])
    with pytest.raises(ControlError, match="gesloten"):
        await server.act("vote", place | {"options": [0]})
    quiz = await joke.does("quiz", question="?", options=["a", "b"])
    await joke.votes(quiz, "a")
    with pytest.raises(ControlError, match="quiz"):
        await joke.votes(quiz)


async def test_one_may_choose_several_where_that_is_allowed(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    (poll,) = await asked(client, joke, allows_multiple_answers=True)
    assert counts((await joke.votes(poll, "Ja", "Nee"))["poll"]) == (1, [1, 1])


async def test_votes_survive_a_stop(tmp_path: Path) -> None:
    async with await BotApiServer.start(state=tmp_path) as server:
        joke = server.person("Joke")
        poll = await joke.does("poll", question="?", options=["a", "b"])
        await joke.votes(poll, "a")
    async with await BotApiServer.start(state=tmp_path) as server:
        place = {"as": joke.id, "chat_id": joke.id, "message_id": poll["message_id"]}
        state = await server.act("state", {})
        (chat,) = state["chats"]
        assert chat["messages"][-1]["_votes"] == {str(joke.id): [0]}
        assert counts((await server.act("vote", place | {"options": []}))["poll"]) == (0, [0, 0])
