"""The pinned overview (conversation 8)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.actors import Message, labels, words
from tests.desk.scenes import FAST, SUBJECT, answered, ask, claimed, press, quiet, toasts
from tests.stage import Stage
from tests.waiting import until

SHOWN = {**FAST, "staff.overview": "true"}
PLACES = pytest.mark.parametrize(
    "stage_options", [{"forum": "yes", **SHOWN}, {"forum": "no", **SHOWN}], indirect=True, ids=["forum", "plain"]
)
FORUM = pytest.mark.parametrize("stage_options", [{"forum": "yes", **SHOWN}], indirect=True, ids=["forum"])
A_WHILE = timedelta(seconds=20)


async def overview(stage: Stage, part: str) -> Message:
    """The pinned message, as soon as it says this."""

    def look(found: list[Message]) -> Message | None:
        return next((m for m in reversed(found) if "Wachtrij ·" in words(m) and part in words(m)), None)

    return await stage.group.until(look, f'the overview does not say "{part}"')


def pins(stage: Stage) -> list[int]:
    return list(stage.server.world.chats[stage.group.chat_id].pinned)


@PLACES
async def test_it_says_how_things_stand_in_one_pinned_message(stage: Stage) -> None:
    first = await overview(stage, "Er zijn geen open vragen.\nOpen tot 17.00 uur.")
    assert words(first).startswith("Wachtrij · do 3 december, 10.02 uur")
    await until(lambda: pins(stage) == [first["message_id"]])
    await claimed(stage, stage.fatma, "kan ik bij jullie een busje lenen voor een uitje")
    await ask(stage, stage.joke)
    stage.forward(A_WHILE)
    there = await overview(stage, f"2 open: 1 vrij, 1 opgepakt\nNu eerst: 2 · {SUBJECT}\nOpen tot 17.00 uur.")
    assert there["message_id"] == first["message_id"]
    assert labels(there) == ["Pak de oudste"]
    stage.set_clock(datetime(2026, 12, 3, 14, 30, tzinfo=UTC))
    late = await overview(stage, "Te laat: 2 (Fatma wacht 5 uur)")
    assert labels(late) == ["Pak de oudste", "Te laat: 2"]
    stage.set_clock(datetime(2026, 12, 4, 16, 30, tzinfo=UTC))
    await overview(stage, "De helpdesk is dicht tot ma 7 december, 9.00 uur.")
    services = [m for m in await stage.group.messages() if "pinned_message" in m]
    assert not services


@PLACES
async def test_its_buttons_take_the_oldest_and_show_who_is_late(stage: Stage) -> None:
    await ask(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 3, 14, 30, tzinfo=UTC))
    there, seen = await overview(stage, "Te laat: 1"), toasts(stage)
    await stage.karim.presses("Te laat: 1", on=there)
    await stage.karim.waits_for("1 te laat, oudste eerst", after=there)
    await stage.karim.presses("Pak de oudste", on=there)
    await stage.karim.waits_for("Karim heeft deze", button="Klaar")
    await stage.karim.waits_for("Karim heeft deze.")
    await stage.joke.waits_for("Karim van de helpdesk is met je vraag bezig.")
    stage.forward(A_WHILE)
    there = await overview(stage, "1 open: 1 opgepakt")
    assert labels(there) == ["Te laat: 1"] and "Vraag 1 is van jou." in seen


@FORUM
async def test_the_oldest_is_taken_once(stage: Stage) -> None:
    await ask(stage, stage.joke)
    stage.forward(A_WHILE)
    there, seen = await overview(stage, "1 open: 1 vrij"), toasts(stage)
    await stage.sanne.presses("Pak de oudste", on=there)
    await stage.karim.presses("Pak de oudste", on=there)
    await until(lambda: len(seen) == 2)
    assert sorted(seen) == ["Er zijn geen vrije vragen.", "Vraag 1 is van jou."]


@FORUM
async def test_someone_who_may_be_in_need_comes_first(stage: Stage) -> None:
    await ask(stage, stage.joke)
    await stage.henk.says("ik zie het niet meer zitten ik wil er niet meer zijn")
    await stage.sanne.waits_for("mogelijk nood")
    stage.forward(A_WHILE)
    await press(stage.sanne, "Pak de oudste")
    taken = await stage.sanne.waits_for("Sanne heeft deze.")
    topic = await stage.group.waits_for_topic("Let op · bericht van Henk")
    assert taken["message_thread_id"] == topic["message_thread_id"]


@PLACES
async def test_someone_deleted_it_and_it_is_made_again(stage: Stage) -> None:
    first = await overview(stage, "geen open vragen")
    await stage.ellen.deletes(first)
    await ask(stage, stage.joke)
    stage.forward(A_WHILE)
    again = await overview(stage, "1 open: 1 vrij")
    assert again["message_id"] > first["message_id"]
    await until(lambda: pins(stage)[-1:] == [again["message_id"]])


@FORUM
async def test_it_is_changed_seldom_and_only_when_something_changed(stage: Stage) -> None:
    await overview(stage, "geen open vragen")
    stage.forward(A_WHILE)
    await ask(stage, stage.joke)
    await overview(stage, "1 open: 1 vrij")
    stage.forward(A_WHILE)
    await quiet(stage, 3)  # perhaps it was a moment before the card, to which it leads now
    edits = stage.server.world.ledger.methods["editMessageText"]
    await quiet(stage, 3)
    assert stage.server.world.ledger.methods["editMessageText"] == edits
    stage.forward(A_WHILE)
    await quiet(stage, 3)
    assert stage.server.world.ledger.methods["editMessageText"] == edits


@FORUM
async def test_it_can_be_switched_off(stage: Stage) -> None:
    first = await overview(stage, "geen open vragen")
    await until(lambda: pins(stage) == [first["message_id"]])
    staff = stage.settings.staff.model_copy(update={"overview": False})
    stage.settings = stage.settings.model_copy(update={"staff": staff})
    await stage.restart()
    await stage.sanne.waits_for("Het overzicht staat uit.")
    await until(lambda: pins(stage) == [])


@FORUM
async def test_it_goes_on_in_the_same_message_after_a_restart(stage: Stage) -> None:
    first = await overview(stage, "geen open vragen")
    await stage.restart()
    await answered(stage, stage.joke)
    stage.forward(A_WHILE)
    assert (await overview(stage, "1 open: 1 opgepakt"))["message_id"] == first["message_id"]
