"""Buttons of an older version of the program (conversation 21)."""

from __future__ import annotations

from bot.demo.actors import Message, labels
from tests.desk.scenes import PLACES, claimed, toasts
from tests.stage import Stage

OUTDATED = "Dit is intussen anders."


def as_it_was(stage: Stage, message: Message, data: str, label: str) -> None:
    """The message looks as an older version made it."""
    shown = stage.server.world.chats[message["chat"]["id"]].messages[message["message_id"]]
    shown["text"] = "Zo stond het er vorig jaar"
    shown["reply_markup"] = {"inline_keyboard": [[{"text": label, "callback_data": data}]]}


@PLACES
async def test_a_card_of_before_shows_how_things_stand_now(stage: Stage) -> None:
    desk, seen = await claimed(stage, stage.joke), toasts(stage)
    for data in ("grab:1:2:3", "claim:a:b"):
        as_it_was(stage, desk.card, data, "Pak")
        await desk.sanne.presses("Pak")
        card = await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Klaar")
        assert card["message_id"] == desk.card["message_id"]
    assert seen == [OUTDATED, OUTDATED]
    await desk.sanne.presses("Teruggeven", on=card)
    await desk.sanne.waits_for("Vraag 1 · vrij", button="Ik pak dit op")


@PLACES
async def test_so_does_the_askers_note(stage: Stage) -> None:
    await claimed(stage, stage.joke)
    note = await stage.joke.waits_for("met je vraag bezig", button="Trek vraag in")
    as_it_was(stage, note, "withdraw-it:1", "Laat maar")
    await stage.joke.presses("Laat maar")
    again = await stage.joke.waits_for("met je vraag bezig", button="Trek vraag in")
    assert again["message_id"] == note["message_id"] and labels(again) == ["Trek vraag in"]
