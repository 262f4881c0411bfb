"""Forum topics: rights, closed and deleted ones, and where replies go."""

from bot.demo.actors import Person
from bot.demo.server import BotApiServer, ControlError
from bot.demo.server.topic_icons import ICONS
from tests.demo.botapi_client import Client


async def test_rights(server: BotApiServer, client: Client) -> None:
    group = server.group("Staf", bot="member")
    place = {"chat_id": group.chat_id}
    assert (
        await client.refused("createForumTopic", name="x", **place)
        == "Bad Request: not enough rights to create a topic"
    )
    words = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert await client.refused("pinChatMessage", message_id=5, **place) == words
    plain = server.group("Gewoon", is_forum=False)
    assert (
        await client.refused("createForumTopic", chat_id=plain.chat_id, name="x")
        == "Bad Request: the chat is not a forum"
    )


async def test_an_administrator_without_the_right(server: BotApiServer, client: Client) -> None:
    group = server.group("Staf")
    await group.member(server.world.bot["id"], "administrator", rights={"can_manage_topics": False})
    assert "not enough rights" in await client.refused("createForumTopic", chat_id=group.chat_id, name="x")


async def test_names_and_icons(server: BotApiServer, client: Client) -> None:
    place = {"chat_id": server.group("Staf").chat_id}
    assert "longer than 128" in await client.refused("createForumTopic", name="x" * 129, **place)
    assert "non-empty" in await client.refused("createForumTopic", name=" ", **place)
    assert "DOCUMENT_INVALID" in await client.refused("createForumTopic", name="x", icon_custom_emoji_id="5", **place)
    assert "TOPIC_ICON_COLOR_INVALID" in await client.refused("createForumTopic", name="x", icon_color=1, **place)
    topic = await client.call("createForumTopic", name="x" * 128, icon_custom_emoji_id=next(iter(ICONS)), **place)
    thread = {"message_thread_id": topic["message_thread_id"], **place}
    assert "TOPIC_NOT_MODIFIED" in await client.refused("editForumTopic", name="x" * 128, **thread)
    await client.call("editForumTopic", name="y", icon_custom_emoji_id="", **thread)
    assert "TOPIC_NOT_MODIFIED" in await client.refused("reopenForumTopic", **thread)
    assert "TOPIC_ID_INVALID" in await client.refused("closeForumTopic", message_thread_id=999, **place)


async def test_deleted_and_closed_topics(server: BotApiServer, client: Client) -> None:
    group = server.group("Staf")
    ellen, sanne = server.person("Ellen"), server.person("Sanne")
    await group.member(ellen, "administrator")
    await group.member(sanne, "member")
    topic = await client.call("createForumTopic", chat_id=group.chat_id, name="x")
    thread = {"chat_id": group.chat_id, "message_thread_id": topic["message_thread_id"]}
    await client.call("closeForumTopic", **thread)
    await client.call("sendMessage", text="wie topics beheert, mag", **thread)
    assert await _is_refused(sanne.at(group, topic["message_thread_id"]))
    await ellen.at(group, topic["message_thread_id"]).says("beheerder")
    await group.member(server.world.bot["id"], "member")
    assert await client.refused("sendMessage", text="x", **thread) == "Bad Request: TOPIC_CLOSED"
    await server.act("topic_delete", {"as": ellen.id, **thread})
    assert await client.refused("sendMessage", text="x", **thread) == "Bad Request: message thread not found"
    assert await client.refused("copyMessage", from_chat_id=ellen.id, message_id=1, **thread)


async def _is_refused(person: Person) -> bool:
    try:
        await person.says("x")
    except ControlError:
        return True
    return False


async def test_the_general_topic_has_no_thread(server: BotApiServer, client: Client) -> None:
    sanne = server.person("Sanne")
    group = server.group("Staf", members=[sanne])
    message = await sanne.at(group).says("algemeen")
    assert "message_thread_id" not in message and "reply_to_message" not in message
    words = "Bad Request: message thread not found"
    assert await client.refused("sendMessage", chat_id=group.chat_id, message_thread_id=1, text="x") == words


async def test_a_reply_goes_to_the_topic_of_what_it_answers(server: BotApiServer, client: Client) -> None:
    group = server.group("Staf")
    topic = await client.call("createForumTopic", chat_id=group.chat_id, name="x")
    card = await client.call(
        "sendMessage", chat_id=group.chat_id, message_thread_id=topic["message_thread_id"], text="kaart"
    )
    reply = await client.call(
        "sendMessage", chat_id=group.chat_id, text="ja", reply_parameters={"message_id": card["message_id"]}
    )
    assert reply["message_thread_id"] == topic["message_thread_id"] and reply["is_topic_message"]
    assert reply["reply_to_message"]["text"] == "kaart"
    assert "reply_to_message" not in reply["reply_to_message"]


async def test_replies_make_threads_in_a_plain_supergroup(server: BotApiServer, client: Client) -> None:
    sanne = server.person("Sanne")
    group = server.group("Staf", members=[sanne], is_forum=False)
    card = await client.call("sendMessage", chat_id=group.chat_id, text="kaart")
    first = await sanne.at(group).replies(card, "een")
    second = await sanne.at(group).replies(first, "twee")
    assert first["message_thread_id"] == second["message_thread_id"] == card["message_id"]
    assert "is_topic_message" not in second
