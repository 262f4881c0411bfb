"""Sending text, places, contacts, polls; "typing"; deleting and pinning."""

from bot.demo.server.access import check_right, readable_chat, sendable_thread, writable_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.formatting import formatted, message_text
from bot.demo.server.methods.registry import Call, method, send
from bot.demo.server.model import Chat
from bot.demo.server.posting import post_service, remove, set_pinned, without_reply

DELETE_SECONDS = 48 * 3600  # a bot's own message can be deleted for everyone this long (Bot API, deleteMessage)
MAX_IDS = 100  # message ids in one call
_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note"
)
ACTIONS = frozenset(_ACTIONS.split())
POLL_OPTIONS = range(1, 13)  # Bot API 9.6: 1-12 options


@method("sendMessage")
def send_message(call: Call) -> Json:
    """Text with its entities and keyboard."""
    return send(call, text_content(call.params))


def text_content(params: Json) -> Json:
    """The fields of a text message."""
    text, entities = message_text(params)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
        if "link_preview_options" in params and any(e["type"] in ("url", "text_link") for e in entities):
            content["link_preview_options"] = params["link_preview_options"]
    return content


@method("sendLocation")
def send_location(call: Call) -> Json:
    """A point on the map, in degrees."""
    return send(call, {"location": _point(call.params)})


def _point(params: Json) -> Json:
    if abs(params["latitude"]) > 90 or abs(params["longitude"]) > 180:
        raise bad_request("wrong latitude or longitude specified")
    return {
        k: params[k] for k in ("latitude", "longitude", "horizontal_accuracy", "heading", "live_period") if k in params
    }


@method("sendVenue")
def send_venue(call: Call) -> Json:
    """A point with a name and an address."""
    point = _point(call.params)
    named = {"title": call.params["title"], "address": call.params["address"]}
    return send(call, {"location": point, "venue": {"location": point, **named}})


@method("sendContact")
def send_contact(call: Call) -> Json:
    """A phone contact."""
    fields = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, {"contact": {k: call.params[k] for k in fields if k in call.params}})


@method("sendPoll")
def send_poll(call: Call) -> Json:
    """A poll; people vote with the control action "vote"."""
    params = call.params
    question, _ = formatted(params["question"], params.get("question_parse_mode"), None)
    options = [formatted(o["text"], o.get("text_parse_mode"), None)[0] for o in params["options"]]
    if not 1 <= len(question) <= 300:
        raise bad_request("poll question length must not exceed 300" if question else "poll question is empty")
    if len(options) not in POLL_OPTIONS or not all(1 <= len(o) <= 100 for o in options):
        raise bad_request("POLL_OPTION_INVALID")
    return send(call, {"poll": poll(call.world.next_serial(), question, options, params)})


def poll(poll_id: str, question: str, options: list[str], params: Json) -> Json:
    """A new Poll object."""
    return {
        "id": poll_id,
        "question": question,
        "options": [
            {"persistent_id": f"{poll_id}-{i}", "text": text, "voter_count": 0} for i, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": bool(params.get("is_closed")),
        "is_anonymous": bool(params.get("is_anonymous", True)),
        "type": params.get("type", "regular"),
        "allows_multiple_answers": bool(params.get("allows_multiple_answers")),
        "allows_revoting": bool(params.get("allows_revoting")),
        "members_only": bool(params.get("members_only")),
    }


@method("sendDice")
def send_dice(call: Call) -> Json:
    """A die that always shows a four."""
    return send(call, {"dice": {"emoji": call.params.get("emoji", "🎲"), "value": 4}})


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Tell the page that the bot is typing."""
    params, world = call.params, call.world
    if params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, params["chat_id"])
    thread_id = sendable_thread(world, chat, params.get("message_thread_id"))
    if world.events.watched:
        thread = {"message_thread_id": thread_id} if thread_id else {}
        world.events.publish("action", chat_id=chat.id, action=params["action"], **thread)
    return True


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Delete one message, if the bot may."""
    chat = readable_chat(call.world, call.params["chat_id"])
    message = chat.messages.get(call.params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(call, chat, message)
    remove(call.world, chat, [message["message_id"]])
    return True


def _check_deletable(call: Call, chat: Chat, message: Json) -> None:
    world = call.world
    if "forum_topic_created" in message or "supergroup_chat_created" in message:
        raise bad_request("message can't be deleted")
    if not chat.is_private and world.bot_member(chat).may("can_delete_messages"):
        return
    if not chat.is_private and message["from"]["id"] != world.bot["id"]:
        raise bad_request("message can't be deleted")
    if world.now() - message["date"] > DELETE_SECONDS:
        raise bad_request("message can't be deleted for everyone")


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Delete several; those that are not there are skipped."""
    chat = readable_chat(call.world, call.params["chat_id"])
    ids = call.params["message_ids"]
    if len(ids) > MAX_IDS:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[i] for i in ids if i in chat.messages]
    for message in found:
        _check_deletable(call, chat, message)
    remove(call.world, chat, [m["message_id"] for m in found])
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pin a message; a service message tells of it."""
    world, params = call.world, call.params
    chat = _pinnable_chat(call)
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    set_pinned(world, chat, message["message_id"], True)
    thread_id = message.get("message_thread_id")
    post_service(world, chat, world.bot, {"pinned_message": without_reply(message)}, thread_id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Unpin that message, or the newest pinned one."""
    chat = _pinnable_chat(call)
    message_id = call.params.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    set_pinned(call.world, chat, message_id, False)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin everything in the chat."""
    chat = _pinnable_chat(call)
    for message_id in list(chat.pinned):
        set_pinned(call.world, chat, message_id, False)
    return True


@method("unpinAllForumTopicMessages")
def unpin_all_forum_topic_messages(call: Call) -> bool:
    """Unpin everything in one topic."""
    chat = _pinnable_chat(call)
    thread_id = call.params["message_thread_id"]
    for message_id in list(chat.pinned):
        if chat.messages[message_id].get("message_thread_id") == thread_id:
            set_pinned(call.world, chat, message_id, False)
    return True


def _pinnable_chat(call: Call) -> Chat:
    chat = writable_chat(call.world, call.params["chat_id"])
    check_right(call.world, chat, "can_pin_messages", "manage pinned messages in the chat")
    return chat
