"""What handlers may use besides the transaction: settings, the FAQ's index, who is staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.desk.alike import Rulers
from bot.desk.hours import StaffedHours
from bot.desk.response_times import Usual
from bot.knowledge import Knowledge
from bot.safety.crisis import Crisis
from bot.settings import Settings
from handlers.presses import Press
from handlers.roles import Role
from storage.database import Database


@dataclass
class Services:
    """Made once, by bot.app. `coordinators`: the people who administer the staff group, as Telegram last said;
    `forum`: whether new tickets get topics; `chat_is_forum`: whether the staff group has topics at all;
    `topic_icons`: the icons that topics may have, custom emoji ids by the emoji they show."""

    settings: Settings
    clock: Clock
    db: Database
    knowledge: Knowledge
    crisis: Crisis
    bot_username: str = ""
    forum: bool = False
    chat_is_forum: bool = False
    group_doubted: bool = True
    coordinators: frozenset[int] = frozenset()
    topic_icons: Mapping[str, str] = field(default_factory=dict)
    moved_chats: dict[int, int] = field(default_factory=dict)
    hours: StaffedHours = field(init=False)
    rulers: Rulers = field(init=False)
    usual: Usual = field(default_factory=Usual)
    press_acts: dict[type[Press], tuple[Callable[..., None], Role]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hours = StaffedHours(self.settings.hours, self.settings.zone)
        self.rulers = Rulers(self.knowledge)

    def doubt_group(self) -> None:
        """Something does not fit what we know of the staff group: handlers.desk.group_watch looks soon."""
        self.group_doubted = True

    def signed(self, name: str | None) -> str:
        """The name of someone of staff for the texts to askers: "none" when there is none, or none to show."""
        return name if name and self.settings.staff.show_names else "none"

    def staff_chat(self) -> int:
        """The staff group's id now: groups get another id when they become supergroups."""
        chat = self.settings.staff.chat_id
        return self.moved_chats.get(chat, chat)
