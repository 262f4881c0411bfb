"""python-telegram-bot as a client: every kind of call that the bot makes, parsed by the real library."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReactionTypeEmoji,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from bot.demo.server import BotApiServer

PIXEL = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x80\x00\x00\x01\xe0\x08\x06\x00\x00\x00"  # 640 x 480


async def next_update(bot: Bot, after: int = 0) -> Update:
    updates = await bot.get_updates(offset=after + 1, timeout=2)
    return updates[0]


async def test_text_buttons_and_edits(server: BotApiServer, ptb: Bot) -> None:
    joke = server.person("Joke", last_name="Bakker")
    await joke.starts()
    update = await next_update(ptb)
    assert update.message and update.message.text == "/start"
    assert update.effective_user and update.effective_user.full_name == "Joke Bakker"
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])
    sent = await update.message.reply_text("<b>Hoi</b> &amp; dag", parse_mode=ParseMode.HTML, reply_markup=markup)
    assert sent.text == "Hoi & dag" and sent.entities[0].type == "bold"
    await joke.presses("Ja")
    pressed = await next_update(ptb, update.update_id)
    assert pressed.callback_query and pressed.callback_query.data == "ja"
    await pressed.callback_query.answer("Dank je.")
    await pressed.callback_query.edit_message_text("Klaar")
    assert (await joke.last())["text"] == "Klaar"


async def test_files_go_both_ways(server: BotApiServer, ptb: Bot) -> None:
    joke = server.person("Joke")
    await joke.sends("photo", PIXEL, caption="kijk")
    update = await next_update(ptb)
    assert update.message and update.message.caption == "kijk"
    small, large = update.message.photo
    assert (large.width, large.height) == (640, 480) and small.width == 90
    file = await large.get_file()
    assert bytes(await file.download_as_bytearray()) == PIXEL
    sent = await ptb.send_document(joke.id, b"inhoud", filename="lijst.csv", caption="de lijst")
    assert sent.document and sent.document.file_name == "lijst.csv" and sent.document.file_size == 6
    again = await ptb.send_document(joke.id, sent.document.file_id)
    assert again.document and again.document.file_unique_id == sent.document.file_unique_id
    voice = await ptb.send_voice(joke.id, b"OggS", duration=3)
    told = voice.to_dict()["voice"]
    assert (told["duration"], told["mime_type"]) == (3, "audio/ogg")


async def test_albums_keep_together_when_copied(server: BotApiServer, ptb: Bot) -> None:
    joke, group = server.person("Joke"), server.group("Staf")
    sent = await joke.sends("photo", PIXEL, PIXEL, PIXEL, caption="drie")
    assert len({m["media_group_id"] for m in sent}) == 1
    copied = await ptb.copy_messages(group.chat_id, joke.id, [m["message_id"] for m in sent])
    messages = [m for m in await group.messages() if m["message_id"] in [c.message_id for c in copied]]
    albums = {m["media_group_id"] for m in messages}
    assert len(messages) == 3 and len(albums) == 1 and albums != {sent[0]["media_group_id"]}
    group_sent = await ptb.send_media_group(joke.id, [InputMediaPhoto(PIXEL), InputMediaPhoto(PIXEL)])
    assert group_sent[0].media_group_id == group_sent[1].media_group_id


async def test_topics(server: BotApiServer, ptb: Bot) -> None:
    sanne = server.person("Sanne")
    group = server.group("Staf", members=[sanne])
    icons = await ptb.get_forum_topic_icon_stickers()
    icon = icons[0].custom_emoji_id
    topic = await ptb.create_forum_topic(group.chat_id, "Nieuw · straat", icon_custom_emoji_id=icon)
    created = await next_update(ptb)
    assert created.message and created.message.forum_topic_created
    assert created.message.from_user and created.message.from_user.id == ptb.id
    card = await ptb.send_message(group.chat_id, "kaart", message_thread_id=topic.message_thread_id)
    assert card.is_topic_message and card.message_thread_id == topic.message_thread_id
    there = sanne.at(group, topic.message_thread_id)
    await there.says("onder ons")
    inside = await next_update(ptb, created.update_id)
    assert inside.message and inside.message.reply_to_message
    assert inside.message.reply_to_message.forum_topic_created
    await there.replies((await there.messages())[-2], "antwoord")
    reply = await next_update(ptb, inside.update_id)
    assert reply.message and reply.message.reply_to_message
    assert reply.message.reply_to_message.message_id == card.message_id
    assert reply.message.message_thread_id == topic.message_thread_id
    assert await ptb.edit_forum_topic(group.chat_id, topic.message_thread_id, name="Sanne · straat")
    assert await ptb.close_forum_topic(group.chat_id, topic.message_thread_id)
    assert (await group.topics())[0]["closed"]
    assert await ptb.reopen_forum_topic(group.chat_id, topic.message_thread_id)
    assert await ptb.delete_forum_topic(group.chat_id, topic.message_thread_id)
    assert await group.topics() == []


async def test_reactions_pins_and_actions(server: BotApiServer, ptb: Bot) -> None:
    sanne = server.person("Sanne")
    group = server.group("Staf", members=[sanne])
    message = await sanne.at(group).says("hoi")
    await ptb.set_message_reaction(group.chat_id, message["message_id"], ReactionTypeEmoji("👌"))
    await sanne.at(group).waits_for_reaction(message, "👌")
    await ptb.get_updates(allowed_updates=["message", "message_reaction"])
    await sanne.at(group).reacts(message, "👍")
    updates = await ptb.get_updates(timeout=2)
    reaction = updates[-1].message_reaction
    assert reaction and reaction.new_reaction == (ReactionTypeEmoji("👍"),) and reaction.user
    assert await ptb.send_chat_action(group.chat_id, ChatAction.TYPING)
    assert await ptb.pin_chat_message(group.chat_id, message["message_id"])
    pinned = (await ptb.get_chat(group.chat_id)).pinned_message
    assert pinned and pinned.message_id == message["message_id"]
    assert await ptb.unpin_chat_message(group.chat_id, message["message_id"])


async def test_replies_with_a_quote(server: BotApiServer, ptb: Bot) -> None:
    joke = server.person("Joke")
    message = await joke.says("eerste deel en tweede deel")
    reply = ReplyParameters(message["message_id"], quote="tweede")
    sent = await ptb.send_message(joke.id, "ja", reply_parameters=reply)
    assert sent.quote and sent.quote.text == "tweede" and sent.quote.position == 15
    missing = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await ptb.send_message(joke.id, "ja", reply_parameters=missing)).reply_to_message is None


async def test_other_content(server: BotApiServer, ptb: Bot) -> None:
    joke = server.person("Joke")
    located = await ptb.send_location(joke.id, 52.09, 5.12)
    assert located.location and located.location.latitude == 52.09
    contact = await ptb.send_contact(joke.id, "0301234567", "Helpdesk")
    assert contact.contact and contact.contact.first_name == "Helpdesk"
    poll = await ptb.send_poll(joke.id, "Kom je?", ["Ja", "Nee"])
    assert poll.poll and [o.text for o in poll.poll.options] == ["Ja", "Nee"]
    sticker = await joke.sends_sticker("😀")
    resent = await ptb.send_sticker(joke.id, sticker["sticker"]["file_id"])
    assert resent.sticker and resent.sticker.emoji == "😀"
    copied = await ptb.copy_message(joke.id, joke.id, located.message_id)
    assert (await joke.messages())[-1]["message_id"] == copied.message_id
    forwarded = await ptb.forward_message(joke.id, joke.id, sticker["message_id"])
    assert forwarded.forward_origin


async def test_profile_and_members(server: BotApiServer, ptb: Bot) -> None:
    ellen = server.person("Ellen")
    group = server.group("Staf", administrators=[ellen])
    await ptb.set_my_description("Stel je vraag.", language_code="nl")
    assert (await ptb.get_my_description("nl")).description == "Stel je vraag."
    await ptb.set_my_short_description("Helpdesk")
    assert (await ptb.get_my_short_description()).short_description == "Helpdesk"
    await ptb.set_my_name("Helpdesk")
    commands = [BotCommand("wachtrij", "Open vragen")]
    await ptb.set_my_commands(commands, scope=BotCommandScopeChat(group.chat_id))
    assert list(await ptb.get_my_commands(scope=BotCommandScopeChat(group.chat_id))) == commands
    assert await ptb.get_my_commands() == ()
    await ptb.delete_my_commands(scope=BotCommandScopeChat(group.chat_id))
    await ptb.set_chat_menu_button()
    member = await ptb.get_chat_member(group.chat_id, ellen.id)
    assert member.status == "administrator"
    assert (await ptb.get_chat_member(group.chat_id, ptb.id)).status == "administrator"
    stranger = server.person("Vreemd")
    assert (await ptb.get_chat_member(group.chat_id, stranger.id)).status == "left"
    assert len(await ptb.get_chat_administrators(group.chat_id)) == 2
    assert await ptb.get_chat_member_count(group.chat_id) == 2
    assert (await ptb.get_chat(ellen.id)).first_name == "Ellen"
    assert await ptb.leave_chat(group.chat_id)


async def test_errors_arrive_as_the_library_names_them(server: BotApiServer, ptb: Bot) -> None:
    joke = server.person("Joke")
    await joke.blocks()
    for chat_id, kind in ((joke.id, Forbidden), (5, BadRequest)):
        try:
            await ptb.send_message(chat_id, "x")
        except (BadRequest, Forbidden) as error:
            assert type(error) is kind
        else:
            raise AssertionError("sent")
    server.faults.add("flood", method="sendMessage", retry_after=7)
    try:
        await ptb.send_message(joke.id, "x")
    except RetryAfter as error:
        assert error._retry_after.total_seconds() == 7
    else:
        raise AssertionError("sent")
    try:
        await Bot("1:x", base_url=f"{server.url}/bot").get_me()
    except InvalidToken:
        return
    raise AssertionError("accepted")
