"""The peer: a bare python-telegram-bot that sends one text to many people, eight at once, and keeps nothing.

python -m benchmarks.send_loop API_URL TOKEN FIRST_CHAT COUNT
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator

from telegram import Bot
from telegram.request import HTTPXRequest

AT_ONCE = 8


async def main(api_url: str, token: str, first: int, count: int) -> None:
    """To the people with these consecutive numbers."""
    request = HTTPXRequest(connection_pool_size=AT_ONCE)
    people = iter(range(first, first + count))
    async with Bot(token, base_url=f"{api_url}/bot", request=request) as bot:
        await asyncio.gather(*(_send(bot, people) for _ in range(AT_ONCE)))


async def _send(bot: Bot, people: Iterator[int]) -> None:
    for person in people:
        await bot.send_message(person, "Nieuws van het netwerk")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
