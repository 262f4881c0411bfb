"""Who can be reached: from the `chat_id` of a request to a chat, or Telegram's refusal."""

from bot.demo.server.errors import Json, bad_request, forbidden
from bot.demo.server.model import Chat, Topic
from bot.demo.server.world import World


def find_chat(world: World, chat_id: int | str) -> Chat:
    """The chat with that id or @username; raises "chat not found", or where a group migrated to."""
    if chat_id == "":
        raise bad_request("chat_id is empty")
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else _by_username(world, chat_id)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to:
        parameters = {"migrate_to_chat_id": chat.migrated_to}
        raise bad_request("group chat was upgraded to a supergroup chat", parameters)
    return chat


def readable_chat(world: World, chat_id: int | str) -> Chat:
    """A chat that the bot may read: one it met, and a group it is in."""
    chat = find_chat(world, chat_id)
    if chat.is_private:
        if not world.bot_knows(world.people[chat.id]):
            raise bad_request("chat not found")
    else:
        _check_in_group(world, chat)
    return chat


def writable_chat(world: World, chat_id: int | str) -> Chat:
    """A chat that the bot may send to; raises Telegram's 400 or 403 else."""
    chat = find_chat(world, chat_id)
    if chat.is_private:
        _check_person(world, chat)
        return chat
    _check_in_group(world, chat)
    if world.bot_member(chat).status == "restricted":
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def _by_username(world: World, name: str) -> Chat | None:
    wanted = name.removeprefix("@").lower()
    chats = (c for c in world.chats.values() if not c.is_private)
    return next((c for c in chats if str(c.info.get("username", "")).lower() == wanted), None)


def _check_person(world: World, chat: Chat) -> None:
    person = world.people[chat.id]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        if not world.bot_knows(person):
            raise bad_request("chat not found")
        raise forbidden("bot can't initiate conversation with a user")


def _check_in_group(world: World, chat: Chat) -> None:
    status = world.bot_member(chat).status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def check_right(world: World, chat: Chat, right: str, words: str) -> None:
    """Raises "not enough rights to `words`" unless the bot has that administrator right."""
    if not chat.is_private and not world.bot_member(chat).may(right):
        raise bad_request(f"not enough rights to {words}")


def find_topic(chat: Chat, thread_id: int) -> Topic:
    """The topic of a forum; raises "message thread not found"."""
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def sendable_thread(world: World, chat: Chat, thread_id: int | None) -> int | None:
    """The thread to send to, checked: it exists, and is open or the bot manages topics."""
    if not thread_id:
        if chat.is_forum and chat.general_closed:
            _check_closed(world, chat)
        return None
    if not chat.is_forum:
        if chat.kind != "supergroup" or thread_id not in chat.messages:
            raise bad_request("message thread not found")
        return thread_id
    if find_topic(chat, thread_id).closed:
        _check_closed(world, chat)
    return thread_id


def _check_closed(world: World, chat: Chat) -> None:
    if not world.bot_member(chat).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")


def own_message(world: World, chat: Chat, message_id: int) -> Json:
    """A message of the bot that it may edit; raises "message to edit not found" or "can't be edited"."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot["id"] or "forward_origin" in message or is_service(message):
        raise bad_request("message can't be edited")
    return message


SERVICE_FIELDS = (
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
    "supergroup_chat_created",
    "new_chat_title",
)


def is_service(message: Json) -> bool:
    """Whether a message tells of a change in the chat; such a one cannot be copied or edited."""
    return any(field in message for field in SERVICE_FIELDS)
