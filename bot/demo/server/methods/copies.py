"""Copying and forwarding messages."""

import time
from itertools import pairwise

from bot.demo.server.access import is_service, readable_chat, sendable_thread, writable_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.formatting import caption_fields
from bot.demo.server.methods.registry import Call, method, send
from bot.demo.server.model import Chat
from bot.demo.server.posting import post_as_bot
from bot.demo.server.world import World

_CONTENT = (
    "text entities link_preview_options caption caption_entities photo voice audio video "
    "document animation sticker video_note location venue contact poll dice has_media_spoiler"
)
CONTENT = _CONTENT.split()
CAPTIONED = {"photo", "voice", "audio", "video", "document", "animation"}
MAX_IDS = 100  # messages in one call (Bot API, copyMessages)


def content_of(message: Json) -> Json:
    """The content of a message without who, when and where."""
    content = {field: message[field] for field in CONTENT if field in message}
    if "live_period" in content.get("location", {}):  # a copy does not move
        content["location"] = {k: v for k, v in content["location"].items() if k != "live_period"}
    return content


@method("copyMessage")
def copy_message(call: Call) -> Json:
    """Copy one message; returns its MessageId."""
    params = call.params
    source = readable_chat(call.world, params["from_chat_id"])
    message = source.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to copy not found")
    if not _copyable(message):
        raise bad_request("message can't be copied")
    return {"message_id": send(call, _captioned(content_of(message), params))["message_id"]}


def _copyable(message: Json) -> bool:
    """Not paid media, nor a quiz of which the bot does not know the right answer (Bot API, copyMessage)."""
    quiz = message.get("poll", {}).get("type") == "quiz" and "correct_option_ids" not in message["poll"]
    return not (is_service(message) or "paid_media" in message or message.get("has_protected_content") or quiz)


def _captioned(content: Json, params: Json) -> Json:
    """A given caption replaces the old one; an empty one removes it."""
    if "caption" not in params or CAPTIONED.isdisjoint(content):
        return content
    kept = {k: v for k, v in content.items() if not k.startswith("caption")}
    return kept | caption_fields(params)


@method("copyMessages")
def copy_messages(call: Call) -> list[Json]:
    """Copy several, keeping albums together; what cannot be copied is skipped."""
    found = [m for m in _sources(call) if _copyable(m)]
    contents = [content_of(m) for m in found]
    if call.params.get("remove_caption"):
        contents = [{k: v for k, v in c.items() if not k.startswith("caption")} for c in contents]
    return [{"message_id": m["message_id"]} for m in _send_group(call, found, contents)]


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    """Forward one message; returns the new Message."""
    params = call.params
    source = readable_chat(call.world, params["from_chat_id"])
    message = source.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to forward not found")
    if not _forwardable(message):
        raise bad_request("message can't be forwarded")
    content = content_of(message) | _origin(source, message)
    return _send_group(call, [message], [content])[0]


@method("forwardMessages")
def forward_messages(call: Call) -> list[Json]:
    """Forward several; what cannot be forwarded is skipped."""
    source = readable_chat(call.world, call.params["from_chat_id"])
    found = [m for m in _sources(call) if _forwardable(m)]
    contents = [content_of(m) | _origin(source, m) for m in found]
    return [{"message_id": m["message_id"]} for m in _send_group(call, found, contents)]


def _forwardable(message: Json) -> bool:
    return not is_service(message) and not message.get("has_protected_content")


def _origin(source: Chat, message: Json) -> Json:
    if "forward_origin" in message:
        return {"forward_origin": message["forward_origin"]}
    return {"forward_origin": {"type": "user", "sender_user": message["from"], "date": message["date"]}}


def _sources(call: Call) -> list[Json]:
    ids = call.params["message_ids"]
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MAX_IDS:
        raise bad_request("too many message identifiers specified")
    if any(a >= b for a, b in pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    source = readable_chat(call.world, call.params["from_chat_id"])
    found = [source.messages[i] for i in ids if i in source.messages]
    if not found:
        raise bad_request("there are no messages to forward")
    return found


def _send_group(call: Call, sources: list[Json], contents: list[Json]) -> list[Json]:
    world, params = call.world, call.params
    chat = writable_chat(world, params["chat_id"])
    thread_id = sendable_thread(world, chat, params.get("message_thread_id"))
    world.flood.spend(chat.id, time.monotonic(), len(contents))
    albums = _new_albums(world, sources)
    return [
        post_as_bot(world, call.method, chat, content | albums.get(index, {}), thread_id=thread_id)
        for index, content in enumerate(contents)
    ]


def _new_albums(world: World, sources: list[Json]) -> dict[int, Json]:
    """New album ids for messages that were in one album, by place in the list."""
    groups: dict[str, str] = {}
    result: dict[int, Json] = {}
    for index, message in enumerate(sources):
        old = message.get("media_group_id")
        if old:
            groups[old] = groups.get(old) or world.next_serial()
            result[index] = {"media_group_id": groups[old]}
    return result
