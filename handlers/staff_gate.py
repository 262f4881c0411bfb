"""Who is staff: whoever is in the staff group now; who coordinates: who administers it.

Asked of Telegram at each action, remembered for a minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from telegram import Bot, ChatMember
from telegram.error import TelegramError

from handlers.roles import Role

# Someone who left the group, or administers it no more, can act for at most this long.
REMEMBER_S = 60.0
INSIDE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER, ChatMember.RESTRICTED}
ABOVE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR}


class StaffGate:
    """See handlers.roles.Gate."""

    def __init__(self, bot: Bot, staff_chat: Callable[[], int]) -> None:
        """`staff_chat()`: the staff group's id now."""
        self._bot, self._staff_chat = bot, staff_chat
        self._known: dict[int, tuple[Role, float]] = {}
        self._names: tuple[list[str], float] = ([], 0.0)

    async def holds(self, user_id: int, role: Role) -> bool:
        """Whether this user has the role, or one above it. When Telegram cannot say, they have not."""
        return role is Role.ANYONE or await self._role(user_id) >= role

    async def coordinators(self) -> list[str]:
        """Their first names. None when Telegram cannot say."""
        names, until = self._names
        if time.monotonic() < until:
            return names
        try:
            found = await self._bot.get_chat_administrators(self._staff_chat())
        except TelegramError:
            return []
        names = [member.user.first_name for member in found if not member.user.is_bot]
        self._names = (names, time.monotonic() + REMEMBER_S)
        return names

    async def _role(self, user_id: int) -> Role:
        known, until = self._known.get(user_id, (Role.ANYONE, 0.0))
        if time.monotonic() < until:
            return known
        try:
            member = await self._bot.get_chat_member(self._staff_chat(), user_id)
        except TelegramError:
            return Role.ANYONE
        inside = member.status in INSIDE and getattr(member, "is_member", True) is not False
        role = (Role.COORDINATOR if member.status in ABOVE else Role.STAFF) if inside else Role.ANYONE
        self._known[user_id] = (role, time.monotonic() + REMEMBER_S)
        return role
