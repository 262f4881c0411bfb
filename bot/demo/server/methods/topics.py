"""Forum topics."""

import time

from bot.demo.server.access import check_right, writable_chat
from bot.demo.server.errors import STRICT, Json, bad_request
from bot.demo.server.ledger import Sent
from bot.demo.server.methods.registry import Call, method
from bot.demo.server.model import Chat, Topic
from bot.demo.server.posting import TOPIC_COLORS, change_topic, create_topic, delete_topic, post_service
from bot.demo.server.topic_icons import ICONS

MAX_NAME = 128  # characters (Bot API, createForumTopic)


def _forum(call: Call) -> Chat:
    chat = writable_chat(call.world, call.params["chat_id"])
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(call: Call, words: str) -> tuple[Chat, Topic]:
    chat = _forum(call)
    check_right(call.world, chat, "can_manage_topics", words)
    topic = chat.topics.get(call.params["message_thread_id"])
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return chat, topic


def _name(value: str) -> str:
    name = value.strip()
    if not name:
        raise bad_request("topic name must be non-empty")
    if len(name) > MAX_NAME:
        raise bad_request(f"topic name is longer than {MAX_NAME} characters {STRICT}")
    return name


def _icon(emoji_id: str) -> str:
    if emoji_id and emoji_id not in ICONS:
        raise bad_request("DOCUMENT_INVALID")
    return emoji_id


@method("createForumTopic")
def create_forum_topic(call: Call) -> Json:
    """A new topic; its id is the id of the service message that starts it."""
    world, params = call.world, call.params
    chat = _forum(call)
    check_right(world, chat, "can_manage_topics", "create a topic")
    name, emoji_id = _name(params["name"]), _icon(params.get("icon_custom_emoji_id", ""))
    color = params.get("icon_color", TOPIC_COLORS[0])
    if color not in TOPIC_COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    now = time.monotonic()
    world.flood.spend(chat.id, now)
    topic = create_topic(world, chat, world.bot, name, color, emoji_id)
    world.ledger.sent.append(Sent(now, call.method, chat.id, topic.thread_id, topic.thread_id))
    return {k: v for k, v in topic.to_json().items() if k != "closed"}


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    """Another name or icon; an empty icon removes it."""
    world, params = call.world, call.params
    chat, topic = _topic(call, "edit the topic")
    edited: Json = {}
    if params.get("name") and _name(params["name"]) != topic.name:
        edited["name"] = _name(params["name"])
    emoji_id = params.get("icon_custom_emoji_id")
    if emoji_id is not None and _icon(emoji_id) != topic.icon_custom_emoji_id:
        edited["icon_custom_emoji_id"] = emoji_id
    if not edited:
        raise bad_request("TOPIC_NOT_MODIFIED")
    world.flood.spend(chat.id, time.monotonic())
    topic.name = edited.get("name", topic.name)
    topic.icon_custom_emoji_id = edited.get("icon_custom_emoji_id", topic.icon_custom_emoji_id)
    change_topic(world, chat, world.bot, topic, {"forum_topic_edited": edited})
    return True


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    """Close a topic: only those who manage topics can write there."""
    return _set_closed(call, True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    """Open a closed topic."""
    return _set_closed(call, False)


def _set_closed(call: Call, closed: bool) -> bool:
    chat, topic = _topic(call, "close or reopen the topic")
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    service: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    change_topic(call.world, chat, call.world.bot, topic, service)
    return True


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    """Delete a topic with all its messages."""
    world = call.world
    chat = _forum(call)
    check_right(world, chat, "can_delete_messages", "delete the topic")
    topic = chat.topics.get(call.params["message_thread_id"])
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    delete_topic(world, chat, topic)
    return True


@method("closeGeneralForumTopic")
def close_general_forum_topic(call: Call) -> bool:
    """Close the General topic."""
    return _set_general_closed(call, True)


@method("reopenGeneralForumTopic")
def reopen_general_forum_topic(call: Call) -> bool:
    """Open the General topic."""
    return _set_general_closed(call, False)


def _set_general_closed(call: Call, closed: bool) -> bool:
    chat = _forum(call)
    check_right(call.world, chat, "can_manage_topics", "close or reopen the topic")
    if chat.general_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.general_closed = closed
    service: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    post_service(call.world, chat, call.world.bot, service)
    return True


@method("getForumTopicIconStickers")
def get_forum_topic_icon_stickers(call: Call) -> list[Json]:
    """The icons a topic can have without a premium account."""
    return [_sticker(emoji_id, emoji) for emoji_id, emoji in ICONS.items()]


def _sticker(emoji_id: str, emoji: str) -> Json:
    return {
        "file_id": f"TopicIcon{emoji_id}",
        "file_unique_id": f"TI{emoji_id}",
        "type": "custom_emoji",
        "width": 100,
        "height": 100,
        "is_animated": False,
        "is_video": False,
        "emoji": emoji,
        "set_name": "Topics",
        "custom_emoji_id": emoji_id,
    }
