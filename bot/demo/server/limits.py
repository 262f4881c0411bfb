"""Telegram's flood limits as strict sliding windows over monotonic time.

Telegram names about 30 messages a second overall, 1 a second to a chat (short bursts allowed) and 20 a
minute to a group (Bots FAQ, "My bot is hitting limits"). Here they are exact, so that a pacing mistake
shows as a 429. New messages, copies, edits and forum topics count; what is refused does not.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.demo.server.errors import too_many_requests


@dataclass(frozen=True, slots=True)
class Window:
    """At most `count` in any `seconds`."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed overall, to one private chat and to one group."""

    overall: Window = Window(30, 1.0)
    private: Window = Window(3, 3.0)
    group: Window = Window(20, 60.0)


@dataclass(slots=True)
class FloodControl:
    """Counts accepted calls; `limits=None` switches all limits off."""

    limits: Limits | None = None
    _overall: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)

    def spend(self, chat_id: int, now: float, count: int = 1) -> None:
        """Take `count` calls to the chat at monotonic second `now`; raises a 429 `ApiError` over a limit."""
        if self.limits is None:
            return
        window = self.limits.private if chat_id > 0 else self.limits.group
        chat = self._chats.setdefault(chat_id, deque())
        wait = max(_wait(self._overall, self.limits.overall, now, count), _wait(chat, window, now, count))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for _ in range(count):
            self._overall.append(now)
            chat.append(now)


def _wait(times: deque[float], window: Window, now: float, count: int) -> float:
    """Seconds until `count` more fit; 0 when they do. A call larger than the whole window passes alone."""
    while times and now - times[0] >= window.seconds:
        times.popleft()
    excess = len(times) + min(count, window.count) - window.count
    return times[excess - 1] + window.seconds - now if excess > 0 else 0.0
