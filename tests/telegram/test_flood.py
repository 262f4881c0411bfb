"""Many messages of one person: what is too much waits a minute, in order, and what cannot wait goes first."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.telegram.flood import Flood

START = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)
MOST = 5
JOKE = {"id": 7, "is_bot": False, "first_name": "Joke"}


def message(number: int, text: str = "hoi", chat: str = "private") -> Update:
    """An update as it comes from Telegram."""
    inside = {"message_id": number, "date": 0, "chat": {"id": 7, "type": chat}, "from": JOKE, "text": text}
    update = Update.de_json({"update_id": number, "message": inside}, None)
    assert update is not None
    return update


class Heard:
    """Counts how often someone was told to wait."""

    def __init__(self, most: int = MOST) -> None:
        self.told = 0
        self.flood = Flood(
            most, lambda update: update.message is not None and update.message.text == "nood", self.tell
        )

    async def tell(self, _update: Update) -> None:
        self.told += 1

    async def let_through(self, line: deque[Update], now: datetime) -> list[int]:
        """The numbers of what may be handled now."""
        through = []
        while line and (update := await self.flood.next(line, now)) is not None:
            through.append(update.update_id)
        return through


@given(st.integers(0, 40))
async def test_all_are_handled_in_order_and_it_is_said_once(many: int) -> None:
    heard, line, now, order = Heard(), deque(message(n) for n in range(many)), START, []
    while line:
        through = await heard.let_through(line, now)
        assert len(through) <= MOST
        order += through
        now += timedelta(seconds=61)
    assert order == list(range(many))
    assert heard.told == (many > MOST)


async def test_what_cannot_wait_goes_first() -> None:
    heard = Heard()
    press = Update.de_json({"update_id": 9, "callback_query": {"id": "1", "chat_instance": "1", "from": JOKE}}, None)
    line = deque([*(message(n) for n in range(8)), message(8, "nood"), press])
    assert await heard.let_through(line, START) == [0, 1, 2, 3, 4, 8, 9]
    assert await heard.let_through(line, START + timedelta(seconds=30)) == []
    assert await heard.let_through(line, START + timedelta(seconds=60)) == [5, 6, 7]


async def test_slow_writers_never_wait_and_after_a_quiet_minute_it_is_said_again() -> None:
    heard = Heard()
    for number in range(30):
        line = deque([message(number)])
        assert await heard.let_through(line, START + timedelta(seconds=13 * number)) == [number]
    for start in (timedelta(hours=1), timedelta(hours=2)):
        line = deque(message(n) for n in range(6))
        await heard.let_through(line, START + start)
        await heard.let_through(line, START + start + timedelta(seconds=61))
        assert not line
    assert heard.told == 2


async def test_groups_are_left_alone() -> None:
    heard = Heard()
    line = deque(message(n, chat="supergroup") for n in range(20))
    assert len(await heard.let_through(line, START)) == 20
