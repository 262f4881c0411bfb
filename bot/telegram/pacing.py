"""Telegram's limits, kept without a 429.

Each limit is a sliding window. Telegram counts a message at some moment between its leaving and its answer, which we
cannot see. So a message takes its place in the window when it leaves, and gives it back a full period after its
answer: however late a busy machine or network delivers, Telegram never sees more than the limit within a period. The
price is the time that calls take: with an answer after L seconds the rate is limit / (period + J + L), where J is a
margin of our own. Nobody who never risks a 429 does better than limit / (period + L): a call may arrive the moment it
leaves, so its place must be free by then, and is known to be only a period after the answer to who had it.

Source of the limits: Telegram's Bot FAQ, "My bot is hitting limits": 30 messages a second overall, one a second in a
chat with short bursts allowed, 20 a minute in a group.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

# These say nothing anew, so Telegram does not count them as messages.
FREE = {"setMessageReaction", "deleteMessage", "deleteMessages", "pinChatMessage", "unpinChatMessage"}
# After a 429: halve the rate, then win back a twentieth of it each second (additive increase).
BACK_OFF, RECOVER_PER_S = 0.5, 0.05
# When a window is full of calls under way, the answer to one of them makes room: look again after so many seconds.
ALL_FLYING_S = 0.05
# A broadcast goes evenly, in sips of so many seconds' worth: were it to fill the window at once, an answer to someone
# who waits would find it full, and wait for most of a period. Smaller sips are slower: what could not go for a moment,
# because calls took long, is not made up for. With calls of up to 0.2 s, sips of 0.02 s make 26.1 messages a second of
# 30, of 0.1 s 26.8, and of 0.2 s 27.0 (simulated; 27.3 is all that a sender can do which never risks a 429).
SIP_S = 0.1
# The limit of a group counts over this many seconds.
GROUP_PERIOD_S = 60.0
# Windows of chats that are long idle are thrown away when there are more than this many.
MANY_CHATS = 20_000


class Window:
    """At most `limit` in any `period` seconds."""

    __slots__ = ("_answered", "_flying", "limit", "period")

    def __init__(self, limit: int, period: float) -> None:
        self.limit, self.period = limit, period
        self._flying = 0
        self._answered: deque[float] = deque()

    def wait(self, now: float, slower: float = 1.0) -> float:
        """Seconds until the next may go; `slower` stretches the period."""
        while self._answered and self._answered[0] + self.period * slower <= now:
            self._answered.popleft()
        if self._flying + len(self._answered) < self.limit:
            return 0.0
        return self._answered[0] + self.period * slower - now if self._answered else ALL_FLYING_S

    def take(self) -> None:
        """One leaves."""
        self._flying += 1

    def landed(self, now: float) -> None:
        """One that left was answered."""
        self._flying -= 1
        self._answered.append(now)

    def give_back(self) -> None:
        """One that was to leave did not."""
        self._flying -= 1

    def is_idle(self, now: float) -> bool:
        """Whether nothing of it counts any more."""
        return not self._flying and (not self._answered or self._answered[-1] + self.period <= now)


class TokenBucket:
    """Evenly: `rate` a second, at most `burst` at once."""

    __slots__ = ("_at", "_tokens", "burst", "rate")

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst = rate, burst
        self._tokens, self._at = burst, 0.0

    def wait(self, now: float, speed: float = 1.0) -> float:
        """Seconds until there is a token; `speed` slows the filling down."""
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate * speed)
        self._at = now
        return max(0.0, (1 - self._tokens) / (self.rate * speed))

    def take(self) -> None:
        """One goes."""
        self._tokens -= 1


@dataclass(frozen=True)
class Rates:
    """The limits: messages a second overall, burst in a private chat (as many seconds long), a minute in a group.

    `jitter`: margin by which each period is longer than Telegram's, as a share of it (in seconds for a group).
    """

    overall: float = 30
    chat: int = 3
    group: int = 20
    jitter: float = 0.005


class Pacer:
    """Says how long to wait. Times are seconds of a monotonic clock. Not thread-safe: its owner locks."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        count = max(1, int(rates.overall))
        self._overall = Window(count, count / rates.overall * (1 + rates.jitter))
        even = rates.overall / (1 + rates.jitter)
        self._even = TokenBucket(even, max(1.0, even * SIP_S))
        self._chats: dict[int, Window] = {}
        self._paused_until = 0.0
        self._speed, self._speed_at = 1.0, 0.0
        self.floods = 0

    def overall_wait(self, now: float) -> float:
        """Seconds until anything may go."""
        return max(self.paused(now), self._overall.wait(now, 1 / self._speed_now(now)))

    def even_wait(self, now: float) -> float:
        """Seconds until one of many that nobody waits for may go: they leave room for those that are waited for."""
        return self._even.wait(now, self._speed_now(now))

    def take_even(self) -> None:
        """One of many goes; `take` is called for it as for any other."""
        self._even.take()

    def chat_wait(self, chat_id: int, method: str, now: float) -> float:
        """Seconds until this call may go to this chat."""
        window = self._chats.get(chat_id)
        return 0.0 if window is None or method in FREE else window.wait(now)

    def take(self, chat_id: int, method: str, now: float) -> None:
        """A call leaves for this chat. `landed` or `give_back` must follow."""
        if method in FREE:
            return
        self._overall.take()
        window = self._chats.get(chat_id)
        if window is None:
            self._forget_idle(now)
            window = self._chats[chat_id] = self._new_window(chat_id)
        window.take()

    def landed(self, chat_id: int, method: str, now: float) -> None:
        """A call that left was answered, or will never be."""
        if method not in FREE:
            self._overall.landed(now)
            self._chats[chat_id].landed(now)

    def give_back(self, chat_id: int, method: str) -> None:
        """A call that was to leave did not reach Telegram."""
        if method not in FREE:
            self._overall.give_back()
            self._chats[chat_id].give_back()

    def flood(self, retry_after: float, now: float) -> None:
        """Telegram said 429: everything waits `retry_after` seconds, and goes slower afterwards."""
        self.floods += 1
        first = now >= self._paused_until  # others that were in flight tell of the same flood
        speed = self._speed_now(now)
        self.pause(retry_after, now)
        self._speed, self._speed_at = max(0.05, speed * BACK_OFF) if first else speed, self._paused_until

    def pause(self, seconds: float, now: float) -> None:
        """Nothing may go for so long."""
        self._paused_until = max(self._paused_until, now + seconds)

    def paused(self, now: float) -> float:
        """Seconds until the pause is over; 0 without one."""
        return max(0.0, self._paused_until - now)

    def _speed_now(self, now: float) -> float:
        return min(1.0, self._speed + max(0.0, now - self._speed_at) * RECOVER_PER_S)

    def _new_window(self, chat_id: int) -> Window:
        r = self._rates
        return Window(r.group, GROUP_PERIOD_S + r.jitter) if chat_id < 0 else Window(r.chat, r.chat * (1 + r.jitter))

    def _forget_idle(self, now: float) -> None:
        if len(self._chats) > MANY_CHATS:
            self._chats = {c: w for c, w in self._chats.items() if not w.is_idle(now)}
