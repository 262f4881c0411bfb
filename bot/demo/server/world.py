"""The world: the bot, people, chats, files, updates and the clock. Synchronous; knows no HTTP."""

import time
from pathlib import Path

from bot.demo.server.clock import Clock
from bot.demo.server.errors import Json
from bot.demo.server.events import Events
from bot.demo.server.files import FileStore
from bot.demo.server.ledger import Ledger
from bot.demo.server.limits import FloodControl, Limits
from bot.demo.server.model import ADMIN_RIGHTS, PRESENT, Chat, Member, Person
from bot.demo.server.profile import Profile
from bot.demo.server.updates import Updates

# Ids as Telegram gives them: supergroups are -100 and ten digits, basic groups short negative numbers.
FIRST_SUPERGROUP = -1001000000000
FIRST_GROUP = -4000
CALLBACK_SECONDS = 60.0  # after this a button press can no longer be answered


class World:
    """All state of the local Bot API server. `bot` is the bot's own User object."""

    def __init__(self, token: str, *, clock: Path | None = None, files: Path | None = None) -> None:
        number, _, secret = token.partition(":")
        if not number.isdigit() or not secret:
            raise ValueError("a bot token looks like 123456789:AAE...")
        self.token = token
        self.bot: Json = {
            "id": int(number),
            "is_bot": True,
            "first_name": "Omzien Helpdesk",
            "username": "OmzienHelpdeskBot",
        }
        self.reads_all = False  # BotFather's privacy mode is on: in groups only what concerns the bot
        self.clock = Clock(clock)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.phones: list[Json] = []
        self.files = FileStore(files)
        self.updates = Updates()
        self.events = Events()
        self.profile = Profile()
        self.flood = FloodControl()
        self.ledger = Ledger()
        self.callbacks: dict[str, tuple[float, int]] = {}  # id: (pressed at, monotonic; user)
        self.inline_queries: dict[str, Json] = {}
        self.last_shared_id = 0  # message ids of private chats and basic groups are one series
        self.serial = 1000  # for callback query, poll and album ids
        self.dirty = False  # something changed since the state was last saved

    def set_limits(self, limits: Limits | None) -> None:
        """Flood limits; None switches them off."""
        self.flood = FloodControl(limits)

    def now(self) -> int:
        """The date of a message made now: whole seconds since 1970 by the world's clock."""
        return int(self.clock.now())

    def next_message_id(self, chat: Chat) -> int:
        """A new message id: per supergroup, shared by all other chats (as Telegram does)."""
        if chat.kind == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        self.last_shared_id += 1
        return self.last_shared_id

    def next_serial(self) -> str:
        """An id for a button press, an album or a poll; never the same twice."""
        self.serial += 1
        return str(self.bot["id"] * 10_000_000 + self.serial)

    def add_person(
        self, first_name: str, role: str = "member", *, user_id: int | None = None, **fields: str
    ) -> Person:
        """A new user with a private chat not yet started; `fields` as in Telegram's User."""
        user_id = user_id or max(self.people, default=1000) + 1
        user: Json = {"id": user_id, "is_bot": False, "first_name": first_name}
        user |= {k: v for k, v in fields.items() if v}
        person = self.people[user_id] = Person(user, role)
        shown: Json = {k: user[k] for k in ("first_name", "last_name", "username") if k in user}
        self.chats[user_id] = Chat(user_id, {"id": user_id, "type": "private", **shown})
        self.dirty = True
        return person

    def add_group(self, title: str, *, kind: str = "supergroup", is_forum: bool = False) -> Chat:
        """A new empty group; `kind` is "group" or "supergroup"."""
        first = FIRST_SUPERGROUP if kind == "supergroup" else FIRST_GROUP
        taken = [c.id for c in self.chats.values() if c.kind == kind]
        chat_id = min([first, *taken]) - 1
        info: Json = {"id": chat_id, "title": title, "type": kind}
        if is_forum:
            info["is_forum"] = True
        chat = self.chats[chat_id] = Chat(chat_id, info)
        self.dirty = True
        return chat

    def join(self, chat: Chat, user_id: int, status: str = "member") -> Member:
        """Put somebody (also the bot) in a group without telling the bot; administrators get all rights."""
        member = Member(user_id, status)
        if status == "administrator":
            member.rights = dict.fromkeys(ADMIN_RIGHTS, True)
        chat.members[user_id] = member
        self.dirty = True
        return member

    def user(self, user_id: int) -> Json:
        """The User object of a person or of the bot; raises KeyError for anybody else."""
        return self.bot if user_id == self.bot["id"] else self.people[user_id].user

    def bot_member(self, chat: Chat) -> Member:
        """The bot's own place in a group."""
        return chat.member(int(self.bot["id"]))

    def bot_hears(self, chat: Chat) -> bool:
        """Whether all messages of a group reach the bot (privacy mode off, or administrator)."""
        return self.reads_all or self.bot_member(chat).is_admin

    def bot_knows(self, person: Person) -> bool:
        """Whether the bot can have seen this person: in a chat, or in a group with both in it."""
        return person.started or any(
            self.bot_member(c).present and c.member(person.id).status in PRESENT
            for c in self.chats.values()
            if not c.is_private
        )

    def new_callback(self, user_id: int) -> str:
        """The id of a new button press of that user."""
        callback_id = self.next_serial()
        now = time.monotonic()
        self.callbacks[callback_id] = (now, user_id)
        if len(self.callbacks) > 10_000:
            self.callbacks = {k: v for k, v in self.callbacks.items() if now - v[0] < CALLBACK_SECONDS}
        return callback_id
