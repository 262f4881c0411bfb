"""Many questions for people in a minute: how long until the last card is with staff, against the least it can be.

The least: Telegram takes 20 calls a minute in a group, so call n can leave at minute (n - 1) // 20. A forum needs two
calls a question (its topic and its card), a plain group one. `minute` may be shorter than 60 seconds, on both sides.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.actors import Person, words
from bot.demo.server.limits import Limits, Window
from bot.telegram import pacing
from tests.stage import Stage

A_MINUTE = 20  # calls that a group gets
# Questions that are not like each other: two different words in each.
WORDS = [
    "zaal",
    "subsidie",
    "flyer",
    "busje",
    "kraam",
    "vergunning",
    "koffie",
    "tuin",
    "muziek",
    "gereedschap",
    "vrijwilliger",
    "verzekering",
    "tablet",
    "stoelen",
    "buurtapp",
    "zwembad",
    "moestuin",
    "taalles",
    "fietsen",
    "begroting",
]
ASKED = "wie kan ons helpen met {first} en met {second}, het gaat om groep {number}"


@dataclass(frozen=True)
class Figures:
    """Seconds to the last card and the least it can be; calls to the group, 429s, cards in order, overview changes."""

    tickets: int
    last_card_s: float
    least_s: float
    calls: int
    refusals: int
    in_order: bool
    overviews: int


@contextmanager
def minute_of(seconds: float) -> Iterator[None]:
    """The limit of a group counts over so many seconds."""
    before, pacing.GROUP_PERIOD_S = pacing.GROUP_PERIOD_S, seconds
    try:
        yield
    finally:
        pacing.GROUP_PERIOD_S = before


async def measure(folder: Path, storage_url: str, forum: bool, tickets: int, minute: float) -> Figures:
    """Let so many people ask within a minute, and wait for the last card."""
    with minute_of(minute):
        options = {"forum": "yes" if forum else "no", "staff.overview": "true"}
        async with Stage(folder, storage_url, options) as stage:
            people = await askers(stage, tickets)
            await asyncio.sleep(minute + 1)  # what the start said in the group counts no more
            stage.server.world.set_limits(Limits(group=Window(A_MINUTE, minute)))
            ledger = stage.server.world.ledger
            ledger.clear()
            start = time.monotonic()
            await ask_all(stage, people, minute / tickets)
            least = least_seconds(tickets * (2 if forum else 1), minute)
            found = await cards(stage, tickets, 60 + 1.5 * least)
            group = [s for s in ledger.sent if s.chat_id == stage.group.chat_id]
            return Figures(
                tickets=tickets,
                last_card_s=max(s.at for s in group if s.method == "sendMessage") - start,
                least_s=least,
                calls=len(group),
                refusals=ledger.errors[429],
                in_order=found == sorted(found),
                overviews=ledger.methods["editMessageText"],
            )


def least_seconds(calls: int, minute: float) -> float:
    """When the last of so many calls can leave at the earliest."""
    return (calls - 1) // A_MINUTE * minute


async def askers(stage: Stage, count: int) -> list[Person]:
    """People whose next message goes to a person."""
    people = [stage.server.person(f"Vrager {number}") for number in range(1, count + 1)]
    for person in people:
        await person.says("mens")
    for person in people:
        await person.waits_for("Je volgende bericht gaat naar een mens.", 60)
    return people


async def ask_all(stage: Stage, people: list[Person], apart: float = 0) -> None:
    """Each asks something, so many seconds apart; waits until all are told that it was passed on."""
    for number, person in enumerate(people):
        first, second = WORDS[number % len(WORDS)], WORDS[(number + number // len(WORDS) + 1) % len(WORDS)]
        await person.says(ASKED.format(first=first, second=second, number=number + 1))
        await asyncio.sleep(apart)
    for person in people:
        await person.waits_for("doorgegeven", 90)


async def cards(stage: Stage, count: int, seconds: float) -> list[int]:
    """Wait for so many cards; the numbers of their questions, as they stand in the group."""

    def numbers() -> list[int]:
        chat = stage.server.world.chats[stage.group.chat_id]
        found = [words(m).partition("\n")[0] for m in chat.messages.values()]
        return [int(line.split()[1]) for line in found if line.startswith("Vraag ")]

    end = time.monotonic() + seconds
    while len(numbers()) < count:
        if time.monotonic() > end:
            raise TimeoutError(f"{len(numbers())} of {count} cards after {seconds:.0f} s")
        await asyncio.sleep(0.05)
    return numbers()
