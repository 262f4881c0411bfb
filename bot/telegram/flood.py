"""One person's many messages: what is too much for this minute stays in the inbox, and is handled in the next.

Nothing is dropped: what waits here is stored already, and taken up again after a restart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram import Chat, Update

MINUTE = timedelta(minutes=1)
# So many people are remembered before those who are quiet by now are forgotten.
REMEMBERED = 1000


@dataclass
class _Lately:
    """When this person's last messages were handled, until when the rest waits, and whether they heard that."""

    at: deque[datetime] = field(default_factory=deque)
    until: datetime | None = None
    told: bool = False
    harmless: set[int] = field(default_factory=set)


class Flood:
    """Which update of a chat is handled next, or none for now."""

    def __init__(self, most: int, urgent: Callable[[Update], bool], tell: Callable[[Update], Awaitable[None]]) -> None:
        """`most`: messages of a person in a minute; `urgent(update)`: it never waits; `tell(update)`: say that it
        waits."""
        self._most, self._urgent, self._tell = most, urgent, tell
        self._people: dict[int, _Lately] = {}

    async def next(self, waiting: deque[Update], now: datetime) -> Update | None:
        """Take the update that may be handled now out of the line of a chat; None when all must wait."""
        person = _person(waiting[0])
        if person is None:
            return waiting.popleft()
        lately = self._lately(person, now)
        if lately.until is None and len(lately.at) < self._most:
            lately.at.append(now)
            return waiting.popleft()
        if lately.until is None:
            lately.until = now + MINUTE
            told, lately.told = lately.told, True
            if not told:
                await self._tell(waiting[0])
        urgent = next((update for update in waiting if self._cannot_wait(update, lately)), None)
        if urgent is not None:
            waiting.remove(urgent)
        return urgent

    def _lately(self, person: int, now: datetime) -> _Lately:
        if len(self._people) > REMEMBERED:
            self._people = {
                p: found for p, found in self._people.items() if found.at and now - found.at[-1] < 2 * MINUTE
            }
        lately = self._people.setdefault(person, _Lately())
        if lately.until is not None and now >= lately.until:
            lately.until = None
            lately.at.clear()
            lately.harmless.clear()
        while lately.at and now - lately.at[0] >= MINUTE:
            lately.at.popleft()
            lately.told = lately.told and bool(lately.at)  # a quiet minute: another time they hear it again
        return lately

    def _cannot_wait(self, update: Update, lately: _Lately) -> bool:
        """Looked at once: there may be many, and we look several times a second."""
        if update.update_id in lately.harmless:
            return False
        if update.callback_query is not None or self._urgent(update):
            return True
        lately.harmless.add(update.update_id)
        return False


def _person(update: Update) -> int | None:
    """Whose message it is; None when it does not count: only new messages in a private chat do."""
    message = update.message
    return message.chat_id if message is not None and message.chat.type == Chat.PRIVATE else None
