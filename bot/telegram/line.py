"""Rows that wait to be sent, in memory: who is next.

Rows of one chat leave one after another, in order; chats take turns by priority. In a group, what Telegram does not
count leaves beside the rest, which may have to wait for a minute. Not thread-safe: its owner locks.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable

from bot.telegram.pacing import FREE
from storage.outbox import Priority
from storage.sending import Waiting

IDLE, READY, PARKED, BUSY = range(4)
# A flood of new cards in the staff group takes its 20 messages a minute for a long time. So many in a row are cards,
# then comes one of what else waits there, the oldest: or whoever takes a question would not see that they have it.
IN_A_ROW = 3
SHARED = range(Priority.CARD, Priority.REMINDER)
# Added to a group's id for the lane beside. Ids of chats are within 52 bits.
BESIDE = -(1 << 60)


class Line:
    """The rows in memory. Times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._lanes: dict[int, _Lane] = {}
        self._state: dict[int, int] = {}
        self._ready: list[tuple[int, int, int]] = []
        self._parked: list[tuple[float, int]] = []
        self._known: dict[int, Waiting] = {}

    def __len__(self) -> int:
        """How many rows wait."""
        return len(self._known)

    def add(self, row: Waiting) -> None:
        """One more waits. The same row twice is one."""
        if row.id in self._known:
            return
        self._known[row.id] = row
        lane = _lane(row.chat_id, row.method)
        self._lanes.setdefault(lane, _Lane()).add(row.priority, row.id)
        if self._state.get(lane, IDLE) in (IDLE, READY):
            self._make_ready(lane)

    def is_free(self, chat_id: int, method: str) -> bool:
        """Whether nothing of this chat waits or is in flight that such a call would have to wait for."""
        return self._state.get(_lane(chat_id, method), IDLE) == IDLE

    def occupy(self, chat_id: int, method: str) -> None:
        """Such a call to this chat is in flight: the others wait for it."""
        self._state[_lane(chat_id, method)] = BUSY

    def next(self, now: float, wait: Callable[[int, str], float]) -> Waiting | None:
        """Take the row that may go now, and occupy its chat; None when none may.

        `wait(chat_id, method)`: seconds that the limits make this call wait.
        """
        while self._first(now) is not None:
            _, row_id, lane = heapq.heappop(self._ready)
            row = self._known[row_id]
            if (seconds := wait(row.chat_id, row.method)) > 0:
                self._park(lane, now + seconds)
                continue
            self._lanes[lane].pop()
            self._state[lane] = BUSY
            return self._known.pop(row_id)
        return None

    def first_priority(self, now: float) -> int | None:
        """The priority of the row that is next in line; None when none may go."""
        first = self._first(now)
        return None if first is None else first[0]

    def release(self, chat_id: int, method: str, hold_until: float = 0) -> None:
        """Such a call in flight is done; the next of this chat may go, after `hold_until`."""
        lane = _lane(chat_id, method)
        if not self._lanes.get(lane):
            self._lanes.pop(lane, None)
            self._state.pop(lane, None)
        else:
            self._park(lane, hold_until)

    def forget(self, chat_id: int) -> list[int]:
        """Drop what waits for this chat. Returns the rows. Not while one of its rows is in flight."""
        rows = []
        for lane in (chat_id, chat_id + BESIDE):
            rows += self._lanes.pop(lane, _Lane()).rows()
            self._state.pop(lane, None)
        for row_id in rows:
            self._known.pop(row_id, None)
        return rows

    def next_unparked(self) -> float | None:
        """When the next chat's wait is over; None when none waits."""
        return self._parked[0][0] if self._parked else None

    def _first(self, now: float) -> tuple[int, int, int] | None:
        while self._parked and self._parked[0][0] <= now:
            _, lane = heapq.heappop(self._parked)
            if self._state.get(lane) == PARKED:
                self._make_ready(lane)
        while self._ready:
            priority, row_id, lane = self._ready[0]
            if self._state.get(lane) == READY and self._lanes[lane].head() == (priority, row_id):
                return self._ready[0]
            heapq.heappop(self._ready)  # an older place of this chat in the line
        return None

    def _make_ready(self, lane: int) -> None:
        self._state[lane] = READY
        heapq.heappush(self._ready, (*self._lanes[lane].head(), lane))

    def _park(self, lane: int, until: float) -> None:
        self._state[lane] = PARKED
        heapq.heappush(self._parked, (until, lane))


class _Lane:
    """What waits for one chat: the smallest priority first, then the smallest id, but see IN_A_ROW."""

    __slots__ = ("_in_a_row", "_rows")

    def __init__(self) -> None:
        self._rows: dict[int, list[int]] = {}
        self._in_a_row = 0

    def __bool__(self) -> bool:
        return bool(self._rows)

    def add(self, priority: int, row_id: int) -> None:
        heapq.heappush(self._rows.setdefault(priority, []), row_id)

    def head(self) -> tuple[int, int]:
        """Priority and id of the next row."""
        first = min(self._rows)
        others = self._others(first)
        if others and self._in_a_row >= IN_A_ROW:
            first = min(others, key=lambda priority: self._rows[priority][0])
        return first, self._rows[first][0]

    def pop(self) -> None:
        """The next row leaves."""
        priority, _ = self.head()
        waited_for = self._others(priority) and priority == min(self._rows)
        self._in_a_row = self._in_a_row + 1 if waited_for else 0
        heapq.heappop(self._rows[priority])
        if not self._rows[priority]:
            del self._rows[priority]

    def rows(self) -> list[int]:
        return [row_id for rows in self._rows.values() for row_id in rows]

    def _others(self, first: int) -> list[int]:
        return [p for p in self._rows if p in SHARED and p != first] if first in SHARED else []


def _lane(chat_id: int, method: str) -> int:
    return chat_id + BESIDE if chat_id < 0 and method in FREE else chat_id
