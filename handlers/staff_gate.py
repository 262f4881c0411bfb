"""Who is staff: whoever is in the staff group now. Asked of Telegram at each action, remembered for a minute."""

from __future__ import annotations

import time
from collections.abc import Callable

from telegram import Bot, ChatMember
from telegram.error import TelegramError

# Someone who left the group can act for at most this long.
REMEMBER_S = 60.0
INSIDE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER, ChatMember.RESTRICTED}


class StaffGate:
    """Call it with a user id."""

    def __init__(self, bot: Bot, staff_chat: Callable[[], int]) -> None:
        """`staff_chat()`: the staff group's id now."""
        self._bot, self._staff_chat = bot, staff_chat
        self._known: dict[int, tuple[bool, float]] = {}

    async def __call__(self, user_id: int) -> bool:
        """Whether the user is in the staff group. When Telegram cannot say, they are not."""
        known, until = self._known.get(user_id, (False, 0.0))
        if time.monotonic() < until:
            return known
        try:
            member = await self._bot.get_chat_member(self._staff_chat(), user_id)
        except TelegramError:
            return False
        inside = member.status in INSIDE and getattr(member, "is_member", True) is not False
        self._known[user_id] = (inside, time.monotonic() + REMEMBER_S)
        return inside
