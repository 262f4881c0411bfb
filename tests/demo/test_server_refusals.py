"""What Telegram refuses is refused here, with Telegram's code and words."""

from typing import Any

import aiohttp
import pytest

from bot.demo.server import BotApiServer
from tests.demo.botapi_client import Client

Json = dict[str, Any]


LONG = [[{"text": "a", "callback_data": "d"}] * 101]
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def keyboard(**button: Any) -> Json:
    return {"inline_keyboard": [[button]]}


def to_joke(**params: Any) -> Json:
    return {"chat_id": 1001, "text": "x", **params}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "chat_id is empty"),
        ({"chat_id": 1001}, "message text is empty"),
        ({"chat_id": 1001, "text": "   "}, "message text is empty"),
        ({"chat_id": 1001, "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"chat_id": 1001, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": 999, "text": "x"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
        (to_joke(paarse_mode="HTML"), 'unknown parameter "paarse_mode"'),
        ({"chat_id": 1001, "text": 5}, 'parameter "text" must be a String'),
        ({"chat_id": 1.5, "text": "x"}, 'parameter "chat_id" must be'),
        (to_joke(message_thread_id="abc"), "must be an Integer"),
        (to_joke(message_thread_id=7), "message thread not found"),
        (to_joke(disable_notification="misschien"), "must be a Boolean"),
        ({"chat_id": 1001, "text": "<q>x</q>", "parse_mode": "HTML"}, "can't parse entities"),
        (to_joke(reply_markup="{kapot"), "can't parse reply keyboard markup JSON object"),
        (to_joke(reply_markup=keyboard(text="a", callback_data="d" * 65)), "BUTTON_DATA_INVALID"),
        (to_joke(reply_markup=keyboard(text="a", callback_data="é" * 33)), "BUTTON_DATA_INVALID"),
        (to_joke(reply_markup=keyboard(text="a", callback_data="")), "BUTTON_DATA_INVALID"),
        (to_joke(reply_markup=keyboard(text=" ", callback_data="d")), "text must be non-empty"),
        (to_joke(reply_markup=keyboard(text="a")), "Text buttons are unallowed"),
        (to_joke(reply_markup=keyboard(callback_data="d")), 'Can\'t find field "text"'),
        (to_joke(reply_markup=keyboard(text="a", url="leeg")), "Wrong HTTP URL"),
        (to_joke(reply_markup=keyboard(text="a", data="d")), 'unknown field "data"'),
        (to_joke(reply_markup={"inline_keyboard": LONG}), "reply markup is too long"),
        (to_joke(reply_parameters={"message_id": 77}), "message to be replied not found"),
        (to_joke(parse_mode="BB"), "unsupported parse_mode"),
    ],
)  # fmt: skip
async def test_send_message(server: BotApiServer, client: Client, params: Json, words: str) -> None:
    server.person("Joke")
    answer = await client.answer("sendMessage", **params)
    assert answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: ")
    assert words in answer["description"]
    assert not server.world.ledger.sent


async def test_the_longest_text_and_data_pass(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    markup = keyboard(text="a", callback_data="d" * 64)
    await client.call(
        "sendMessage", chat_id=joke.id, text="<b>" + "é" * 4096 + "</b>", parse_mode="HTML", reply_markup=markup
    )
    assert len((await joke.last())["text"]) == 4096


async def test_who_cannot_be_reached(server: BotApiServer, client: Client) -> None:
    stranger = server.person("Vreemd", started=False)
    colleague = server.person("Collega", started=False)
    server.group("Groep", members=[colleague])
    joke = server.person("Joke")
    await joke.blocks()
    gone = server.person("Weg")
    await server.act("user_deactivate", {"as": gone.id})
    expected = {
        stranger.id: (400, "Bad Request: chat not found"),
        colleague.id: (403, "Forbidden: bot can't initiate conversation with a user"),
        joke.id: (403, "Forbidden: bot was blocked by the user"),
        gone.id: (403, "Forbidden: user is deactivated"),
    }
    for chat_id, (code, words) in expected.items():
        answer = await client.answer("sendMessage", chat_id=chat_id, text="x")
        assert (answer["error_code"], answer["description"]) == (code, words)
    await joke.unblocks()
    await client.call("sendMessage", chat_id=joke.id, text="x")


async def test_groups_that_the_bot_left(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    group = server.group("Groep", members=[joke])
    await group.member(server.world.bot["id"], "kicked")
    assert (
        await client.refused("sendMessage", chat_id=group.chat_id, text="x")
        == "Forbidden: bot was kicked from the supergroup chat"
    )
    await group.member(server.world.bot["id"], "left")
    words = "Forbidden: bot is not a member of the supergroup chat"
    assert await client.refused("sendMessage", chat_id=group.chat_id, text="x") == words


async def test_a_migrated_group_tells_its_new_id(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    group = server.group("Groep", kind="group", is_forum=False, members=[joke])
    new = await server.act("migrate", {"chat_id": group.chat_id, "is_forum": True})
    answer = await client.answer("sendMessage", chat_id=group.chat_id, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new["id"]}
    await client.call("sendMessage", chat_id=new["id"], text="x")
    messages = [u["message"] for u in await client.updates()]
    assert [m.get("migrate_to_chat_id") or m.get("migrate_from_chat_id") for m in messages] == [
        new["id"],
        group.chat_id,
    ]


async def test_edits(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    own = await joke.says("van Joke")
    sent = await client.call(
        "sendMessage", chat_id=joke.id, text="een", reply_markup=keyboard(text="a", callback_data="b")
    )
    place = {"chat_id": joke.id, "message_id": sent["message_id"]}
    same = NOT_MODIFIED
    assert (
        await client.refused(
            "editMessageText", text="een", reply_markup=keyboard(text="a", callback_data="b"), **place
        )
        == same
    )
    assert (
        await client.refused("editMessageReplyMarkup", reply_markup=keyboard(text="a", callback_data="b"), **place)
        == same
    )
    assert "there is no caption in the message to edit" in await client.refused(
        "editMessageCaption", caption="x", **place
    )
    assert (
        await client.refused("editMessageText", chat_id=joke.id, message_id=99, text="x")
        == "Bad Request: message to edit not found"
    )
    assert (
        await client.refused("editMessageText", chat_id=joke.id, message_id=own["message_id"], text="x")
        == "Bad Request: message can't be edited"
    )
    assert "message identifier is not specified" in await client.refused("editMessageText", chat_id=joke.id, text="x")
    edited = await client.call("editMessageText", text="twee", **place)
    assert edited["text"] == "twee" and "reply_markup" not in edited and edited["edit_date"] >= edited["date"]


async def test_deleting(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    sent = await client.call("sendMessage", chat_id=joke.id, text="oud")
    assert (
        await client.refused("deleteMessage", chat_id=joke.id, message_id=99)
        == "Bad Request: message to delete not found"
    )
    await server.act("clock", {"advance": 48 * 3600 + 1})
    words = "Bad Request: message can't be deleted for everyone"
    assert await client.refused("deleteMessage", chat_id=joke.id, message_id=sent["message_id"]) == words
    new = await client.call("sendMessage", chat_id=joke.id, text="nieuw")
    await client.call("deleteMessages", chat_id=joke.id, message_ids=[new["message_id"], 98])
    assert new["message_id"] not in [m["message_id"] for m in await joke.messages()]


async def test_copies_and_reactions(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    message = await joke.says("hoi")
    to = {"chat_id": joke.id, "from_chat_id": joke.id}
    assert await client.refused("copyMessage", message_id=99, **to) == "Bad Request: message to copy not found"
    assert await client.refused("forwardMessage", message_id=99, **to) == "Bad Request: message to forward not found"
    assert "strictly increasing" in await client.refused("copyMessages", message_ids=[3, 2], **to)
    assert "not specified" in await client.refused("copyMessages", message_ids=[], **to)
    place = {"chat_id": joke.id, "message_id": message["message_id"]}
    wrong = [{"type": "emoji", "emoji": "✅"}]
    assert await client.refused("setMessageReaction", reaction=wrong, **place) == "Bad Request: REACTION_INVALID"
    await client.call("setMessageReaction", reaction=[{"type": "emoji", "emoji": "👌"}], **place)
    await joke.waits_for_reaction(message, "👌")


async def test_button_answers(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    await client.call("sendMessage", chat_id=joke.id, text="?", reply_markup=keyboard(text="Ja", callback_data="j"))
    query_id = await joke.presses("Ja")
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await client.refused("answerCallbackQuery", callback_query_id="123") == old
    assert "MESSAGE_TOO_LONG" in await client.refused(
        "answerCallbackQuery", callback_query_id=query_id, text="x" * 201
    )
    await client.call("answerCallbackQuery", callback_query_id=query_id, text="x" * 200)


async def test_methods_and_tokens(server: BotApiServer, client: Client) -> None:
    assert await client.answer("noSuchMethod") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert "sendInvoice is not supported by this local server" in await client.refused("sendInvoice")
    assert (await client.call("GETME"))["username"] == "OmzienHelpdeskBot"
    async with client.session.get(f"{server.url}/bot123:wrong/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_files_too_large(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    [sent] = await joke.sends("document", b"klein", name="groot.pdf", size=20 * 1024 * 1024 + 1)
    file_id = sent["document"]["file_id"]
    assert await client.refused("getFile", file_id=file_id) == "Bad Request: file is too big"
    assert await client.refused("getFile", file_id="nee") == "Bad Request: invalid file_id"
    form = aiohttp.FormData({"chat_id": str(joke.id)})
    form.add_field("document", b"0" * (52 * 1024 * 1024), filename="x.bin")
    url = f"{server.url}/bot{server.token}/sendDocument"
    async with client.session.post(url, data=form) as response:
        assert (response.status, (await response.json())["description"]) == (413, "Request Entity Too Large")


async def test_a_body_that_is_no_json(server: BotApiServer, client: Client) -> None:
    url = f"{server.url}/bot{server.token}/sendMessage"
    headers = {"Content-Type": "application/json"}
    for body in (b"{", b"[1]", b"\xff"):
        async with client.session.post(url, data=body, headers=headers) as response:
            assert response.status == 400


async def test_captions_and_albums(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    [photo] = await joke.sends("photo", b"x")
    [voice] = await joke.sends("voice", b"x")
    file_id, voice_id = photo["photo"][-1]["file_id"], voice["voice"]["file_id"]
    to = {"chat_id": joke.id}
    too_long = "Bad Request: message caption is too long"
    assert await client.refused("sendPhoto", photo=file_id, caption="x" * 1025, **to) == too_long
    assert (
        await client.refused("sendPhoto", photo=voice_id, **to) == "Bad Request: can't use file of type Voice as Photo"
    )
    assert await client.refused("sendPhoto", **to) == "Bad Request: there is no photo in the request"
    assert "wrong remote file identifier" in await client.refused("sendPhoto", photo="nee", **to)
    assert "failed to get HTTP URL content" in await client.refused("sendPhoto", photo="https://x.nl/a.png", **to)
    one = [{"type": "photo", "media": file_id}]
    assert "2-10" in await client.refused("sendMediaGroup", media=one, **to)
    assert "no file named" in await client.refused(
        "sendMediaGroup", media=[{"type": "photo", "media": "attach://a"}] * 2, **to
    )
    assert 'type "foto" is unsupported' in await client.refused(
        "sendMediaGroup", media=[{"type": "foto", "media": file_id}] * 2, **to
    )
    mixed = [*one, {"type": "document", "media": "x"}]
    assert "can't combine" in await client.refused("sendMediaGroup", media=mixed, **to)
    sent = await client.call("sendPhoto", photo=file_id, caption="x" * 1024, **to)
    place = {"message_id": sent["message_id"], **to}
    assert await client.refused("editMessageCaption", caption="y" * 1025, **place) == too_long
    assert "there is no text in the message to edit" in await client.refused("editMessageText", text="y", **place)
    assert (await client.call("copyMessage", from_chat_id=joke.id, caption="", **place))["message_id"]
    assert "caption" not in (await joke.last())


async def test_forms_and_queries_are_read_like_json(server: BotApiServer, client: Client) -> None:
    joke = server.person("Joke")
    url = f"{server.url}/bot{server.token}/sendMessage"
    fields = {"chat_id": str(joke.id), "text": "één & twee", "disable_notification": "true"}
    fields["reply_markup"] = '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}'
    async with client.session.post(url, data=fields) as response:
        assert (await response.json())["ok"]
    async with client.session.get(url, params=fields) as response:
        assert (await response.json())["ok"]
    form = aiohttp.FormData(fields)
    form.add_field("unused", b"x", filename="x")
    async with client.session.post(url, data=form) as response:
        assert (await response.json())["ok"]
    sent = await joke.messages()
    assert {m["text"] for m in sent} == {"één & twee"} and len(sent) == 3
    assert all(m["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "b" for m in sent)


async def test_profile_limits(client: Client) -> None:
    assert await client.refused("setMyDescription", description="x" * 513)
    assert await client.refused("setMyShortDescription", short_description="x" * 121)
    assert await client.refused("setMyName", name="x" * 65)
    wrong = [{"command": "Met-Hoofd", "description": "x"}]
    assert await client.refused("setMyCommands", commands=wrong) == "Bad Request: BOT_COMMAND_INVALID"
    assert 'unknown field "text"' in await client.refused("setMyCommands", commands=[{"command": "a", "text": "b"}])
    many = [{"command": f"c{n}", "description": "x"} for n in range(101)]
    assert await client.refused("setMyCommands", commands=many) == "Bad Request: BOT_COMMANDS_TOO_MUCH"
    assert "invalid language code" in await client.refused("setMyDescription", description="x", language_code="nld")
