"""What does not reach an asker is told in the ticket at once, and what arrives after all too."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.actors import labels, words
from tests.desk.scenes import FORUM, PLACES, answered, claimed, press, quiet
from tests.stage import Stage

KINDS: list[tuple[str, dict[str, Any]]] = [
    ("contact", {"phone_number": "+31612345678", "first_name": "Els"}),
    ("poll", {"question": "Welke dag?", "options": ["maandag", "dinsdag"]}),
    ("sticker", {"emoji": "👍"}),
]


@PLACES
async def test_who_blocks_the_bot_is_named_before_anyone_writes_an_answer(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    await desk.sanne.waits_for("Joke heeft de bot geblokkeerd. Een antwoord komt pas aan als Joke terugkomt.")
    await stage.joke.unblocks()
    await stage.joke.blocks()
    await quiet(stage)
    assert len([m for m in await desk.sanne.messages() if "komt pas aan" in words(m)]) == 1


@PLACES
async def test_the_notice_changes_when_the_answer_arrives_after_all(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    given = await desk.sanne.replies(desk.card, "Bel je gemeente.")
    await desk.sanne.waits_for("Niet bezorgd.", button="Bewaar niet")
    await stage.joke.unblocks()
    await stage.joke.waits_for("Bel je gemeente.")
    notice = await desk.sanne.waits_for("Alsnog bezorgd. Joke is terug.")
    assert labels(notice) == []
    await desk.sanne.waits_for_reaction(given, "👌")


@pytest.mark.parametrize(("kind", "fields"), KINDS, ids=[k for k, _ in KINDS])
@FORUM
async def test_every_kind_of_answer_waits_and_arrives(stage: Stage, kind: str, fields: dict[str, Any]) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    given = await desk.sanne.does(kind, reply_to=desk.card, **fields)
    notice = await desk.sanne.waits_for("Niet bezorgd. Joke heeft de bot geblokkeerd.")
    assert notice["reply_to_message"]["message_id"] == given["message_id"]
    await stage.joke.unblocks()
    await stage.joke.until(lambda seen: [m for m in seen if m.get(kind)] or None, f"the {kind}")
    await desk.sanne.waits_for_reaction(given, "👌")


@FORUM
async def test_an_album_waits_and_arrives_whole(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    given = await desk.sanne.sends("photo", b"1", b"2", b"3", caption="Drie", reply_to=desk.card)
    await desk.sanne.waits_for("Niet bezorgd.")
    await stage.joke.unblocks()
    await desk.sanne.waits_for_reaction(given[0], "👌")
    photos = [m for m in await stage.joke.messages() if m.get("photo")]
    assert len({m["media_group_id"] for m in photos}) == 1
    assert len(photos) == 3


@FORUM
async def test_a_correction_that_cannot_arrive_is_told(stage: Stage) -> None:
    desk, given = await answered(stage, stage.joke, "Doe dat 6 weken vooraf.")
    await stage.joke.blocks()
    await desk.sanne.edits(given, "Doe dat 8 weken vooraf.")
    await desk.sanne.waits_for("Nog niet verbeterd. Joke heeft de bot geblokkeerd.")
    await stage.joke.unblocks()
    await stage.joke.waits_for("8 weken vooraf.")
    await desk.sanne.waits_for("Verbeterd bij Joke, zonder geluid.")


@FORUM
async def test_what_is_not_kept_is_no_answer(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    await desk.sanne.replies(desk.card, "Bel je gemeente.")
    await press(desk.sanne, "Bewaar niet")
    await desk.sanne.waits_for("Goed. Ik bewaar het antwoord niet.")
    card = await desk.sanne.waits_for("Sanne heeft deze", button="Klaar")
    await desk.sanne.presses("Klaar", on=card)
    await desk.sanne.waits_for("Joke heeft nog geen antwoord. Toch afronden?")
