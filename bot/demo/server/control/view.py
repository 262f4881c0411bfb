"""The world as the page sees it."""

from bot.demo.server.control.registry import Control, action
from bot.demo.server.errors import Json
from bot.demo.server.model import Chat
from bot.demo.server.posting import shown


def chat_json(chat: Chat) -> Json:
    """A chat without its messages, as in the control contract."""
    return {
        "chat": chat.info,
        "members": [{"user_id": m.user_id, "status": m.status} for m in chat.members.values()],
        "topics": [topic.to_json() for topic in chat.topics.values()],
    }


@action("state")
def state(control: Control, params: Json) -> Json:
    """Everything there is."""
    world = control.world
    people = [{**p.user, "_role": p.role, "_started": p.started, "_blocked": p.blocked} for p in world.people.values()]
    chats = [
        chat_json(chat) | {"messages": [shown(chat, m) for m in chat.messages.values()]}
        for chat in world.chats.values()
        if not chat.migrated_to
    ]
    return {
        "now": world.clock.iso(),
        "clock_offset": world.clock.offset,
        "bot": world.bot,
        "bot_profile": world.profile.to_json(),
        "users": people,
        "chats": chats,
        "phones": world.phones,
    }
