"""The bot's incoming updates: one queue, read by long polling or pushed to a webhook."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import orjson

from bot.demo.server.errors import ApiError, Json

# All kinds there are; the bot gets all but the three below unless it names what it wants.
_KINDS = (
    "message edited_message channel_post edited_channel_post business_connection "
    "business_message edited_business_message deleted_business_messages message_reaction "
    "message_reaction_count inline_query chosen_inline_result callback_query shipping_query "
    "pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_member "
    "chat_join_request chat_boost removed_chat_boost"
)
KINDS = frozenset(_KINDS.split())
DEFAULT_KINDS = KINDS - {"message_reaction", "message_reaction_count", "chat_member"}
CONFLICT_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
CONFLICT_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True, frozen=True)
class Update:
    """One update as bytes of JSON; updates with one `lane` (chat or user) keep their order."""

    id: int
    body: bytes
    lane: int


class Updates:
    """The queue. `push` is where new updates go while a webhook is set."""

    def __init__(self, first_id: int = 1) -> None:
        self.next_id = first_id
        self.pending: deque[Update] = deque()
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.allowed_named: list[str] | None = None
        self.push: Callable[[Update], None] | None = None
        self.polled = asyncio.Event()  # set once the bot asks for updates
        self._poll: asyncio.Future[bool] | None = None

    def allow(self, kinds: list[str] | None) -> None:
        """`allowed_updates`: None keeps the present choice, an empty list means the default kinds."""
        if kinds is None:
            return
        self.allowed = frozenset(kinds) & KINDS if kinds else DEFAULT_KINDS
        self.allowed_named = list(kinds) or None

    def add(self, kind: str, payload: Json, lane: int) -> int | None:
        """Queue an update of that kind; returns its id, or None when the bot did not ask for the kind."""
        if kind not in self.allowed:
            return None
        return self.add_raw({kind: payload}, lane)

    def add_raw(self, update: Json, lane: int = 0) -> int:
        """Queue any JSON as an update, also a malformed one (tests); an own `update_id` is kept."""
        update_id = int(update.get("update_id", self.next_id))
        self.next_id = max(self.next_id, update_id + 1)
        item = Update(update_id, orjson.dumps({"update_id": update_id, **update}), lane)
        if self.push:
            self.push(item)
        else:
            self.pending.append(item)
            self._wake()
        return update_id

    def skip_ids(self, count: int) -> None:
        """Let the ids jump ahead, as Telegram's do after a quiet week."""
        self.next_id += count

    def restore(self, items: Iterable[Update]) -> None:
        """Take back undelivered updates (a webhook was removed, or a state was loaded)."""
        self.pending = deque(sorted([*self.pending, *items], key=lambda u: u.id))
        self._wake()

    async def poll(self, offset: int, limit: int, seconds: float) -> bytes:
        """The answer to getUpdates as JSON bytes; waits up to `seconds` for a first update.

        Raises `ApiError` 409 when another getUpdates arrives meanwhile.
        """
        self.polled.set()
        self.interrupt()
        self._confirm(offset)
        if not self.pending and seconds > 0:
            await self._wait(seconds)
            self._confirm(offset)
        count = min(limit, len(self.pending))
        taken = [self.pending[i].body for i in range(count)]
        return b'{"ok":true,"result":[' + b",".join(taken) + b"]}"

    def interrupt(self) -> None:
        """End a waiting getUpdates with a conflict (a webhook was set, or the server stops)."""
        if self._poll and not self._poll.done():
            self._poll.set_result(False)

    def _confirm(self, offset: int) -> None:
        pending = self.pending
        while pending and (pending[0].id < offset or (offset < 0 and len(pending) > -offset)):
            pending.popleft()

    async def _wait(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._poll = future
        done, _ = await asyncio.wait([future], timeout=seconds)
        if done and not future.result():
            raise ApiError(409, CONFLICT_POLL)
        if self._poll is future:
            self._poll = None

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(True)
