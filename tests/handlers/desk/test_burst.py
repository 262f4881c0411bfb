"""Many questions at once: all reach the group, in order, within Telegram's limits, and people can go on working."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from benchmarks.burst_queue import A_MINUTE, ask_all, askers, cards, minute_of
from bot.demo.actors import Message, labels, words
from bot.demo.server.limits import Limits, Window
from tests.stage import Stage

# A minute is too long for a test: here the group's limit counts over three seconds, on both sides.
MINUTE = 3.0
# The server is strict in private chats too, so the bot keeps to Telegram's limit there.
SHOWN = {"staff.overview": "true", "limits.messages_per_chat": "3"}
PLACES = pytest.mark.parametrize(
    "stage_options", [{"forum": "yes", **SHOWN}, {"forum": "no", **SHOWN}], indirect=True, ids=["forum", "plain"]
)


@pytest.fixture(autouse=True)
async def short_minute() -> AsyncIterator[None]:
    """The bot counts over it too."""
    with minute_of(MINUTE):
        yield


@PLACES
async def test_all_cards_come_in_order_without_a_429_and_the_overview_says_how_many(stage: Stage) -> None:
    people = await askers(stage, 50)
    stage.server.world.set_limits(Limits(group=Window(A_MINUTE, MINUTE)))
    stage.server.world.ledger.clear()
    await ask_all(stage, people)
    assert len(await cards(stage, 1, 10)) < 50  # the group fills up, so what follows happens while cards wait
    stage.forward(timedelta(minutes=1))
    shown = await stage.group.until(_overview, "the overview does not count 50")
    assert labels(shown) == ["Pak de oudste"]
    assert len(await cards(stage, 1, 1)) < 50
    found = await cards(stage, 50, 60)
    assert found == list(range(1, 51))
    assert stage.server.world.ledger.errors[429] == 0


def _overview(found: list[Message]) -> Message | None:
    return next((m for m in found if "50 open: 50 vrij" in words(m)), None)


@PLACES
async def test_who_takes_a_question_sees_it_while_others_still_come_in(stage: Stage) -> None:
    people = await askers(stage, 50)
    stage.server.world.set_limits(Limits(group=Window(A_MINUTE, MINUTE)))
    await ask_all(stage, people)
    card = await stage.sanne.waits_for("Vraag 1 · nieuw", button="Ik pak dit op")
    sanne = stage.sanne.at(stage.group, card.get("message_thread_id"))
    await sanne.presses("Ik pak dit op", on=card)
    await sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Klaar")
    said = await sanne.replies(card, "Dat kan in het buurthuis.")
    await sanne.waits_for_reaction(said, "👌")
    assert len(await cards(stage, 1, 1)) < 50
    assert await cards(stage, 50, 60) == list(range(1, 51))
    assert stage.server.world.ledger.errors[429] == 0
