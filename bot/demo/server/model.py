"""The things in the world: people, chats, members, topics. Objects sent to the bot are plain JSON."""

from dataclasses import dataclass, field

from bot.demo.server.errors import Json
from bot.demo.server.topic_icons import ICONS

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
PRESENT = {"creator", "administrator", "member", "restricted"}


@dataclass(slots=True)
class Person:
    """A user who is not the bot. `started`: wrote to the bot at least once; `blocked`: blocked it since."""

    user: Json
    role: str = "member"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @property
    def id(self) -> int:
        """Telegram's user id, which is the id of the private chat too."""
        return int(self.user["id"])


@dataclass(slots=True)
class Member:
    """Somebody's place in a group. `rights` are those of an administrator (missing = False)."""

    user_id: int
    status: str = "member"
    rights: Json = field(default_factory=dict)

    @property
    def present(self) -> bool:
        """Whether this user is in the group now."""
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        """Owner or administrator."""
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """Whether this user has that administrator right."""
        return self.status == "creator" or (self.status == "administrator" and bool(self.rights.get(right)))


@dataclass(slots=True)
class Topic:
    """A forum topic; `head` is its first (service) message, the reply target of all others in it."""

    thread_id: int
    name: str
    icon_color: int
    head: Json
    icon_custom_emoji_id: str = ""
    closed: bool = False

    def to_json(self) -> Json:
        """As in the control contract."""
        result: Json = {
            "message_thread_id": self.thread_id,
            "name": self.name,
            "icon_color": self.icon_color,
            "closed": self.closed,
        }
        if self.icon_custom_emoji_id:
            result["icon_custom_emoji_id"] = self.icon_custom_emoji_id
            result["icon_emoji"] = ICONS.get(self.icon_custom_emoji_id, "")
        return result


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's), a group, or a supergroup that may be a forum.

    `info` is the Chat object inside messages. Messages are never changed in place: an edit replaces them,
    so what was handed out stays what it was. `votes`: by message and user, which options of its poll.
    """

    id: int
    info: Json
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    reactions: dict[int, dict[int, list[Json]]] = field(default_factory=dict)
    votes: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 1  # the first id of a supergroup is its General topic's
    migrated_to: int | None = None
    general_closed: bool = False

    @property
    def kind(self) -> str:
        """ "private", "group" or "supergroup"."""
        return str(self.info["type"])

    @property
    def is_private(self) -> bool:
        """Whether this is a chat of one person and the bot."""
        return self.id > 0

    @property
    def is_forum(self) -> bool:
        """Whether the group has topics."""
        return bool(self.info.get("is_forum"))

    def member(self, user_id: int) -> Member:
        """The member, or one that has left when never in."""
        return self.members.get(user_id) or Member(user_id, "left")

    def reactions_of(self, message_id: int) -> list[Json]:
        """All reactions on a message, as in the control contract."""
        found = self.reactions.get(message_id, {})
        return [{**r, "user_id": user_id} for user_id, given in found.items() for r in given]

    def votes_in(self, message_id: int) -> dict[int, list[int]]:
        """The votes in a poll: by user the places of what they chose."""
        return self.votes.get(message_id, {})
