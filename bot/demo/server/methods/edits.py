"""Changing messages that the bot sent."""

import time

from bot.demo.server.access import own_message, writable_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.formatting import caption_fields
from bot.demo.server.keyboards import inline_keyboard
from bot.demo.server.methods.media import media_content
from bot.demo.server.methods.messages import text_content
from bot.demo.server.methods.registry import Call, method
from bot.demo.server.model import Chat
from bot.demo.server.posting import replace

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TEXT_FIELDS = ("text", "entities", "link_preview_options", "reply_markup")
CAPTION_FIELDS = ("caption", "caption_entities", "reply_markup")
MEDIA_FIELDS = (
    *("photo", "voice", "audio", "video", "document", "animation", "has_media_spoiler"),
    *CAPTION_FIELDS,
)


def target(call: Call) -> tuple[Chat, Json]:
    """The message of the bot that the request is about, and its chat; raises Telegram's refusal."""
    params = call.params
    if "inline_message_id" in params:
        raise bad_request("editing inline messages is not supported by this local server")
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    chat = writable_chat(call.world, params["chat_id"])
    if not params.get("message_id"):
        raise bad_request("message identifier is not specified")
    return chat, own_message(call.world, chat, params["message_id"])


def change(call: Call, chat: Chat, message: Json, fields: tuple[str, ...], new: Json) -> Json:
    """Replace the named fields of the message by the new ones; refuses a change that changes nothing."""
    if all(message.get(f) == new.get(f) for f in fields):
        raise bad_request(NOT_MODIFIED)
    call.world.flood.spend(chat.id, time.monotonic())
    kept = {k: v for k, v in message.items() if k not in fields}
    return replace(call.world, chat, kept | new)


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    """New text; a keyboard that is not given again goes away."""
    new = text_content(call.params) | inline_keyboard(call.params.get("reply_markup"))
    chat, message = target(call)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return change(call, chat, message, TEXT_FIELDS, new)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    """A new caption under a photo, voice message, document, ..."""
    new = caption_fields(call.params) | inline_keyboard(call.params.get("reply_markup"))
    chat, message = target(call)
    if not any(kind in message for kind in ("photo", "voice", "audio", "video", "document", "animation")):
        raise bad_request("there is no caption in the message to edit")
    return change(call, chat, message, CAPTION_FIELDS, new)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    """Another keyboard, or none."""
    new = inline_keyboard(call.params.get("reply_markup"))
    chat, message = target(call)
    return change(call, chat, message, ("reply_markup",), new)


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json:
    """Another file in the place of the old one."""
    chat, message = target(call)
    if "text" in message:
        raise bad_request("there is no media in the message to edit")
    item = call.params["media"]
    new = media_content(call, item["type"], item["media"], item)
    return change(call, chat, message, MEDIA_FIELDS, new | inline_keyboard(call.params.get("reply_markup")))


@method("stopPoll")
def stop_poll(call: Call) -> Json:
    """Close a poll of the bot."""
    chat, message = target(call)
    if "poll" not in message:
        raise bad_request("message with poll to stop not found")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    closed: Json = message["poll"] | {"is_closed": True}
    replace(call.world, chat, message | {"poll": closed})
    return closed
