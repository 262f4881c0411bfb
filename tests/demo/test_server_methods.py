"""The methods that other tests leave out, each used once as the bot would."""

from telegram import Bot, InputMediaDocument, InputMediaPhoto

from bot.demo.server import BotApiServer
from tests.demo.botapi_client import Client


async def test_more_kinds_of_media(server: BotApiServer, ptb: Bot) -> None:
    joke = server.person("Joke")
    audio = await ptb.send_audio(joke.id, b"ID3", title="Lied", performer="Koor", duration=9)
    assert audio.audio and (audio.audio.title, audio.audio.performer) == ("Lied", "Koor")
    video = await ptb.send_video(joke.id, b"mp4", duration=2, width=320, height=240)
    assert video.video and (video.video.width, video.video.height) == (320, 240)
    again = await ptb.send_video(joke.id, video.video.file_id)
    assert again.video and again.video.width == 320
    animation = await ptb.send_animation(joke.id, b"GIF89a")
    assert animation.animation and animation.document
    note = await ptb.send_video_note(joke.id, b"mp4", length=200)
    assert note.video_note and note.video_note.length == 200
    venue = await ptb.send_venue(joke.id, 52.1, 5.1, "Buurthuis", "Kerkstraat 1")
    assert venue.venue and venue.venue.title == "Buurthuis"
    assert (await ptb.send_dice(joke.id)).dice


async def test_more_edits(server: BotApiServer, client: Client, ptb: Bot) -> None:
    joke = server.person("Joke")
    photo = await ptb.send_photo(joke.id, b"een", caption="oud")
    await ptb.edit_message_caption(joke.id, photo.message_id, caption="<b>nieuw</b>", parse_mode="HTML")
    assert (await joke.last())["caption"] == "nieuw"
    await ptb.edit_message_media(InputMediaDocument(b"twee", filename="b.txt"), joke.id, photo.message_id)
    last = await joke.last()
    assert last["document"]["file_name"] == "b.txt" and "photo" not in last and "caption" not in last
    await ptb.edit_message_media(InputMediaPhoto(b"drie"), joke.id, photo.message_id)
    text = await ptb.send_message(joke.id, "tekst")
    words = "Bad Request: there is no media in the message to edit"
    media = {"type": "photo", "media": last["document"]["file_id"]}
    place = {"chat_id": joke.id, "message_id": text.message_id}
    assert await client.refused("editMessageMedia", media=media, **place) == words
    markup = {"inline_keyboard": [[{"text": "a", "url": "https://omzien.nl/x"}]]}
    changed = await client.call("editMessageReplyMarkup", reply_markup=markup, **place)
    assert changed["reply_markup"] == markup
    poll = await ptb.send_poll(joke.id, "?", ["a", "b"])
    assert (await ptb.stop_poll(joke.id, poll.message_id)).is_closed
    assert "already been closed" in await client.refused("stopPoll", chat_id=joke.id, message_id=poll.message_id)


async def test_more_of_chats(server: BotApiServer, client: Client, ptb: Bot) -> None:
    sanne = server.person("Sanne")
    group = server.group("Staf", members=[sanne])
    first = await sanne.at(group).says("een")
    second = await sanne.at(group).says("twee")
    moved = await ptb.forward_messages(sanne.id, group.chat_id, [first["message_id"], second["message_id"]])
    assert len(moved) == 2
    assert (await ptb.export_chat_invite_link(group.chat_id)).startswith("https://t.me/+")
    for message in (first, second):
        await ptb.pin_chat_message(group.chat_id, message["message_id"])
    await ptb.unpin_all_chat_messages(group.chat_id)
    assert (await ptb.get_chat(group.chat_id)).pinned_message is None
    topic = await ptb.create_forum_topic(group.chat_id, "x")
    inside = await sanne.at(group, topic.message_thread_id).says("drie")
    await ptb.pin_chat_message(group.chat_id, inside["message_id"])
    await ptb.unpin_all_forum_topic_messages(group.chat_id, topic.message_thread_id)
    assert (await ptb.get_chat(group.chat_id)).pinned_message is None
    await ptb.close_general_forum_topic(group.chat_id)
    await ptb.reopen_general_forum_topic(group.chat_id)
    await sanne.at(group).reacts(first, "👍")
    await client.call("deleteMessageReaction", chat_id=group.chat_id, message_id=first["message_id"], user_id=sanne.id)
    assert server.world.chats[group.chat_id].reactions_of(first["message_id"]) == []
    await ptb.delete_message(group.chat_id, first["message_id"])
    head = topic.message_thread_id
    assert "can't be deleted" in await client.refused("deleteMessage", chat_id=group.chat_id, message_id=head)
    assert (await ptb.get_user_profile_photos(sanne.id)).total_count == 0
    assert (await ptb.get_my_name()).name == "Omzien Helpdesk"
    assert (await ptb.get_chat_menu_button()).type == "commands"
