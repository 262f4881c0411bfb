"""Rows that wait to be sent, in memory: who is next.

Rows of one chat leave one after another, in order; chats take turns by priority. Not thread-safe: its owner locks.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable

from storage.outbox import Waiting

IDLE, READY, PARKED, BUSY = range(4)


class Line:
    """The rows in memory. Times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._chats: dict[int, list[tuple[int, int]]] = {}
        self._state: dict[int, int] = {}
        self._ready: list[tuple[int, int, int]] = []
        self._parked: list[tuple[float, int]] = []
        self._known: dict[int, str] = {}  # row -> method

    def __len__(self) -> int:
        """How many rows wait."""
        return len(self._known)

    def add(self, row: Waiting) -> None:
        """One more waits. The same row twice is one."""
        if row.id in self._known:
            return
        self._known[row.id] = row.method
        heapq.heappush(self._chats.setdefault(row.chat_id, []), (row.priority, row.id))
        if self._state.get(row.chat_id, IDLE) in (IDLE, READY):
            self._make_ready(row.chat_id)

    def is_free(self, chat_id: int) -> bool:
        """Whether nothing of this chat waits or is in flight."""
        return self._state.get(chat_id, IDLE) == IDLE

    def occupy(self, chat_id: int) -> None:
        """A row of this chat is in flight: the others wait for it."""
        self._state[chat_id] = BUSY

    def next(self, now: float, wait: Callable[[int, str], float]) -> Waiting | None:
        """Take the row that may go now, and occupy its chat; None when none may.

        `wait(chat_id, method)`: seconds that the limits make this call wait.
        """
        while self._first(now) is not None:
            priority, row_id, chat_id = heapq.heappop(self._ready)
            if (seconds := wait(chat_id, self._known[row_id])) > 0:
                self._park(chat_id, now + seconds)
                continue
            heapq.heappop(self._chats[chat_id])
            self._state[chat_id] = BUSY
            return Waiting(row_id, chat_id, priority, self._known.pop(row_id))
        return None

    def first_priority(self, now: float) -> int | None:
        """The priority of the row that is next in line; None when none may go."""
        first = self._first(now)
        return None if first is None else first[0]

    def release(self, chat_id: int, hold_until: float = 0) -> None:
        """The row in flight is done; the next of this chat may go, after `hold_until`."""
        if not self._chats.get(chat_id):
            self._chats.pop(chat_id, None)
            self._state.pop(chat_id, None)
        else:
            self._park(chat_id, hold_until)

    def forget(self, chat_id: int) -> list[int]:
        """Drop what waits for this chat. Returns the rows. Not while one of its rows is in flight."""
        rows = [row_id for _, row_id in self._chats.pop(chat_id, [])]
        self._state.pop(chat_id, None)
        for row_id in rows:
            self._known.pop(row_id, None)
        return rows

    def next_unparked(self) -> float | None:
        """When the next chat's wait is over; None when none waits."""
        return self._parked[0][0] if self._parked else None

    def _first(self, now: float) -> tuple[int, int, int] | None:
        while self._parked and self._parked[0][0] <= now:
            _, chat_id = heapq.heappop(self._parked)
            if self._state.get(chat_id) == PARKED:
                self._make_ready(chat_id)
        while self._ready:
            priority, row_id, chat_id = self._ready[0]
            if self._state.get(chat_id) == READY and self._chats[chat_id][0] == (priority, row_id):
                return self._ready[0]
            heapq.heappop(self._ready)  # an older place of this chat in the line
        return None

    def _make_ready(self, chat_id: int) -> None:
        self._state[chat_id] = READY
        heapq.heappush(self._ready, (*self._chats[chat_id][0], chat_id))

    def _park(self, chat_id: int, until: float) -> None:
        self._state[chat_id] = PARKED
        heapq.heappush(self._parked, (until, chat_id))
