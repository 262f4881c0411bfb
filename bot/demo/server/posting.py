"""Messages come into being, change and go: the one place that writes to a chat."""

import time

from bot.demo.server.errors import Json
from bot.demo.server.ledger import Sent
from bot.demo.server.model import Chat, Topic
from bot.demo.server.world import World

TOPIC_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def post(
    world: World,
    chat: Chat,
    sender: Json,
    content: Json,
    *,
    thread_id: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """Put a new message in a chat and tell the watchers (not the bot); returns the Message object."""
    message: Json = {
        "message_id": world.next_message_id(chat),
        "from": sender,
        "chat": chat.info,
        "date": int(world.clock.now()),
    }
    if "forum_topic_created" in content:
        message["message_thread_id"] = message["message_id"]
        message["is_topic_message"] = True
    else:
        _place(chat, message, thread_id, reply_to)
    message.update(_with_mentioned(world, content))
    chat.messages[message["message_id"]] = message
    world.dirty = True
    if world.events.watched:
        world.events.publish("message", chat_id=chat.id, message=shown(chat, message))
    return message


def _with_mentioned(world: World, content: Json) -> Json:
    """Whoever is mentioned by id, in full; a mention of somebody whom the bot cannot know is only words."""
    changed = dict(content)
    for name in ("entities", "caption_entities"):
        if any(e["type"] == "text_mention" for e in content.get(name, ())):
            changed[name] = [found for e in content[name] if (found := _mentioned(world, e)) is not None]
    return changed


def _mentioned(world: World, entity: Json) -> Json | None:
    if entity["type"] != "text_mention":
        return entity
    try:
        return entity | {"user": world.user(int(entity["user"]["id"]))}
    except KeyError:
        return None


def _place(chat: Chat, message: Json, thread_id: int | None, reply_to: int | None) -> None:
    """Set the thread and what the message replies to.

    In a topic of a forum every message replies to the topic's first message, unless it is a real reply. In
    a plain supergroup a reply belongs to the thread of the message it answers.
    """
    target = chat.messages.get(reply_to) if reply_to else None
    if thread_id is None and target is not None:
        thread_id = target.get("message_thread_id")
        if thread_id is None and chat.kind == "supergroup" and not chat.is_forum:
            thread_id = reply_to
    if thread_id is not None:
        message["message_thread_id"] = thread_id
    topic = chat.topics.get(thread_id) if thread_id is not None else None
    if topic is not None:
        message["is_topic_message"] = True
    if target is not None:
        message["reply_to_message"] = without_reply(target)
    elif topic is not None:
        message["reply_to_message"] = topic.head


def without_reply(message: Json) -> Json:
    """The message as it is shown inside another one: without its own reply target."""
    if "reply_to_message" not in message:
        return message
    return {k: v for k, v in message.items() if k != "reply_to_message"}


def post_as_bot(
    world: World,
    method: str,
    chat: Chat,
    content: Json,
    *,
    thread_id: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """A message of the bot, written in the ledger under that method."""
    message = post(world, chat, world.bot, content, thread_id=thread_id, reply_to=reply_to)
    thread = message.get("message_thread_id")
    world.ledger.sent.append(Sent(time.monotonic(), method, chat.id, thread, message["message_id"]))
    return message


def post_service(world: World, chat: Chat, sender: Json, content: Json, thread_id: int | None = None) -> Json:
    """A service message; the bot receives it as an update, its own ones too."""
    message = post(world, chat, sender, content, thread_id=thread_id)
    deliver(world, chat, message)
    return message


def deliver(world: World, chat: Chat, message: Json, kind: str = "message") -> None:
    """Queue the message as an update for the bot, if it can see the chat."""
    if chat.is_private or world.bot_member(chat).present:
        world.updates.add(kind, message, chat.id)


def replace(world: World, chat: Chat, message: Json, *, touch: bool = True) -> Json:
    """Put a changed copy in the place of the old message; `touch` sets `edit_date`."""
    if touch:
        message["edit_date"] = world.now()
    message = _with_mentioned(world, message)
    chat.messages[message["message_id"]] = message
    world.dirty = True
    if world.events.watched:
        world.events.publish("edited", chat_id=chat.id, message=shown(chat, message))
    return message


def remove(world: World, chat: Chat, message_ids: list[int]) -> None:
    """Delete messages for everybody."""
    for message_id in message_ids:
        chat.messages.pop(message_id, None)
        chat.reactions.pop(message_id, None)
        chat.votes.pop(message_id, None)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
    world.dirty = True
    world.events.publish("deleted", chat_id=chat.id, message_ids=message_ids)


def set_reactions(world: World, chat: Chat, message_id: int, user_id: int, given: list[Json]) -> list[Json]:
    """Replace somebody's reactions on a message; returns the old ones."""
    of_message = chat.reactions.setdefault(message_id, {})
    old = of_message.pop(user_id, [])
    if given:
        of_message[user_id] = given
    world.dirty = True
    if world.events.watched:
        reactions = chat.reactions_of(message_id)
        world.events.publish("reactions", chat_id=chat.id, message_id=message_id, reactions=reactions)
    return old


def set_votes(world: World, chat: Chat, message: Json, user_id: int, chosen: list[int]) -> Json:
    """Replace what somebody chose in a poll; returns the message with the new counts."""
    votes = chat.votes.setdefault(message["message_id"], {})
    votes.pop(user_id, None)
    if chosen:
        votes[user_id] = chosen
    options = [
        option | {"voter_count": sum(place in chosen for chosen in votes.values())}
        for place, option in enumerate(message["poll"]["options"])
    ]
    poll = message["poll"] | {"options": options, "total_voter_count": len(votes)}
    return replace(world, chat, message | {"poll": poll}, touch=False)


def set_pinned(world: World, chat: Chat, message_id: int, pinned: bool) -> None:
    """Pin or unpin a message."""
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    if pinned:
        chat.pinned.append(message_id)
    world.dirty = True
    world.events.publish("pinned", chat_id=chat.id, message_id=message_id, pinned=pinned)


def shown(chat: Chat, message: Json) -> Json:
    """The message as the page gets it: with reactions, whether it is pinned, and who chose what in its poll."""
    message_id = message["message_id"]
    return {
        **message,
        "_reactions": chat.reactions_of(message_id),
        "_pinned": message_id in chat.pinned,
        **({"_votes": {str(u): v for u, v in chat.votes_in(message_id).items()}} if "poll" in message else {}),
    }


def create_topic(
    world: World, chat: Chat, sender: Json, name: str, icon_color: int | None = None, emoji_id: str = ""
) -> Topic:
    """A new forum topic with its service message, which the bot receives."""
    color = TOPIC_COLORS[len(chat.topics) % len(TOPIC_COLORS)] if icon_color is None else icon_color
    created: Json = {"name": name, "icon_color": color}
    if emoji_id:
        created["icon_custom_emoji_id"] = emoji_id
    head = post(world, chat, sender, {"forum_topic_created": created})
    thread_id = head["message_id"]
    topic = chat.topics[thread_id] = Topic(thread_id, name, color, head, emoji_id)
    deliver(world, chat, head)
    world.events.publish("topic", chat_id=chat.id, topic=topic.to_json())
    return topic


def change_topic(world: World, chat: Chat, sender: Json, topic: Topic, service: Json) -> None:
    """Tell about a topic that was renamed, closed or opened (`topic` is already changed)."""
    post_service(world, chat, sender, service, topic.thread_id)
    world.events.publish("topic", chat_id=chat.id, topic=topic.to_json())


def delete_topic(world: World, chat: Chat, topic: Topic) -> None:
    """Remove a topic and all its messages."""
    del chat.topics[topic.thread_id]
    gone = [i for i, m in chat.messages.items() if m.get("message_thread_id") == topic.thread_id]
    remove(world, chat, gone)
    world.events.publish("topic_deleted", chat_id=chat.id, message_thread_id=topic.thread_id)
