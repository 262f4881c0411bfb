"""Whatever people can send reaches the other side as what it is, with its caption; what cannot is told in words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.demo.actors import Message, Person, words
from tests.desk.scenes import FORUM, PLACES, Desk, claimed, press, written_down
from tests.stage import Stage

POINT: dict[str, Any] = {"latitude": 52.1, "longitude": 5.1}
FURTHER: dict[str, Any] = {"latitude": 52.2, "longitude": 5.2}
# Kind of the message, how it is sent, and a part of it that must be the same at the other side.
FILES = [
    ("photo", {}),
    ("video", {"duration": 3}),
    ("document", {"name": "plan.pdf", "mime_type": "application/pdf"}),
    ("audio", {"duration": 4}),
    ("animation", {}),
    ("voice", {"duration": 5}),
]
OTHERS: list[tuple[str, dict[str, Any]]] = [
    ("sticker", {"emoji": "👍"}),
    ("location", POINT),
    ("venue", {**POINT, "title": "Buurthuis", "address": "Dorpsstraat 1"}),
    ("contact", {"phone_number": "+31612345678", "first_name": "Els"}),
    ("poll", {"question": "Welke dag?", "options": ["maandag", "dinsdag"]}),
    ("dice", {"emoji": "🎲"}),
]


def of_bot(kind: str, seen: list[Message]) -> Message | None:
    """The newest message of that kind that the bot sent."""
    return next((m for m in reversed(seen) if m.get(kind) and m["from"]["is_bot"]), None)


async def arrives(person: Person, kind: str) -> Message:
    """Wait for something of that kind from the bot."""
    return await person.until(lambda seen: of_bot(kind, seen), f"{person.name} waits for a {kind}")


async def both(stage: Stage) -> Desk:
    """A question that Sanne has, with the words for following messages already said."""
    desk = await claimed(stage, stage.joke)
    first = await stage.joke.says("het gaat om zaterdag 5 juni")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.", after=first)
    return desk


@pytest.mark.parametrize(("kind", "fields"), FILES, ids=[k for k, _ in FILES])
@FORUM
async def test_a_file_travels_both_ways_with_its_caption_and_formatting(
    stage: Stage, kind: str, fields: dict[str, Any]
) -> None:
    desk = await both(stage)
    said = (
        await stage.joke.sends(
            kind, b"data", caption="kijk <b>hier</b> &amp; &lt;daar&gt;", parse_mode="HTML", **fields
        )
    )[0]
    copy = await arrives(desk.sanne, kind)
    await written_down(stage, copy)
    assert words(copy) == "Joke\nkijk hier & <daar>"
    assert [e["offset"] for e in copy["caption_entities"] if e["type"] == "bold"] == [0, 10]
    await stage.joke.waits_for_reaction(said, "👌")
    given = (
        await desk.sanne.sends(kind, b"more", caption="zo <b>dus</b>", parse_mode="HTML", reply_to=copy, **fields)
    )[0]
    answer = await arrives(stage.joke, kind)
    assert words(answer) == "Sanne van de helpdesk\nzo dus"
    assert any(e["type"] == "bold" and e["offset"] == 25 for e in answer["caption_entities"])
    assert answer["reply_to_message"]["message_id"] == said["message_id"]
    await desk.sanne.waits_for_reaction(given, "👌")


@pytest.mark.parametrize(("kind", "fields"), OTHERS, ids=[k for k, _ in OTHERS])
@FORUM
async def test_what_has_no_caption_travels_both_ways_below_a_name(
    stage: Stage, kind: str, fields: dict[str, Any]
) -> None:
    desk = await both(stage)
    said = await stage.joke.does(kind, **fields)
    copy = await arrives(desk.sanne, kind)
    await written_down(stage, copy)
    assert words(await before(desk.sanne, copy)) == "Joke"
    await stage.joke.waits_for_reaction(said, "👌")
    given = await desk.sanne.does(kind, reply_to=copy, **fields)
    answer = await arrives(stage.joke, kind)
    head = await before(stage.joke, answer)
    assert words(head) == "Sanne van de helpdesk"
    assert head["reply_to_message"]["message_id"] == said["message_id"]
    await desk.sanne.waits_for_reaction(given, "👌")
    same = "file_unique_id" if kind == "sticker" else None
    assert answer[kind].get(same) == given[kind].get(same) if same else answer[kind] == given[kind]


async def before(person: Person, message: Message) -> Message:
    """The message above it."""
    seen = [m for m in await person.messages() if m["message_id"] < message["message_id"]]
    return seen[-1]


@PLACES
async def test_a_round_video_travels_both_ways(stage: Stage) -> None:
    desk = await both(stage)
    said = await stage.joke.does("video_note", b"round", duration=7)
    copy = await arrives(desk.sanne, "video_note")
    await written_down(stage, copy)
    await stage.joke.waits_for_reaction(said, "👌")
    await desk.sanne.does("video_note", b"answer", duration=9, reply_to=copy)
    answer = await arrives(stage.joke, "video_note")
    assert answer["video_note"]["duration"] == 9


@PLACES
async def test_albums_stay_albums_both_ways(stage: Stage) -> None:
    desk = await both(stage)
    await stage.joke.sends("document", b"1", b"2", b"3", caption="drie brieven")
    await arrives(desk.sanne, "document")
    copies = [m for m in await desk.sanne.messages() if m.get("document")]
    await written_down(stage, copies[1])
    assert len(copies) == 3
    assert len({m["media_group_id"] for m in copies}) == 1
    assert words(copies[0]) == "drie brieven"
    await desk.sanne.sends("video", b"1", b"2", caption="twee films", reply_to=copies[1])
    await arrives(stage.joke, "video")
    films = [m for m in await stage.joke.messages() if m.get("video")]
    assert len(films) == 2
    assert len({m["media_group_id"] for m in films}) == 1


@FORUM
async def test_a_document_of_50_megabytes_is_copied_without_fetching_it(stage: Stage) -> None:
    desk = await both(stage)
    said = (await stage.joke.sends("document", b"big", name="film.mov", size=50_000_000))[0]
    copy = await arrives(desk.sanne, "document")
    assert copy["document"]["file_size"] == 50_000_000
    await stage.joke.waits_for_reaction(said, "👌")


@PLACES
async def test_a_place_that_moves_moves_at_the_other_side(stage: Stage) -> None:
    desk = await both(stage)
    said = await stage.joke.does("live_location", live_period=900, **POINT)
    copy = await arrives(desk.sanne, "location")
    await written_down(stage, copy)
    assert copy["location"]["live_period"] == 900
    edits: list[str] = []
    stage.server.world.events.watch(
        lambda e: edits.append("") if e["type"] == "edited" and e["message"]["from"]["is_bot"] else None
    )
    await moved(desk.sanne, stage.joke, said, FURTHER)
    for step in range(20):  # phones tell it often: the latest counts, and the group is not flooded
        await stage.joke.does("move", message_id=said["message_id"], latitude=52.3, longitude=5 + step / 100)
    stage.forward(timedelta(seconds=11))
    await at_place(desk.sanne, {"latitude": 52.3, "longitude": 5.19})
    assert len(edits) <= 3
    stage.forward(timedelta(seconds=11))
    await stage.joke.does("move", message_id=said["message_id"])
    await desk.sanne.until(
        lambda seen: None if "live_period" in (of_bot("location", seen) or {})["location"] else True, "it stops"
    )
    meant = await desk.sanne.does("live_location", live_period=900, reply_to=copy, **POINT)
    await at_place(stage.joke, POINT)
    await moved(stage.joke, desk.sanne, meant, FURTHER)


async def moved(seer: Person, mover: Person, message: Message, place: dict[str, Any]) -> None:
    """Somebody moves, and the other sees it."""
    await mover.does("move", message_id=message["message_id"], **place)
    await at_place(seer, place)


async def at_place(seer: Person, place: dict[str, Any]) -> None:
    """Wait until the bot's newest location is there."""

    def there(seen: list[Message]) -> bool | None:
        found = of_bot("location", seen)
        return (found is not None and place.items() <= found["location"].items()) or None

    await seer.until(there, f"{seer.name} waits for {place}")


@FORUM
async def test_a_live_place_that_is_the_first_thing_sent_moves_too(stage: Stage) -> None:
    said = await stage.henk.does("live_location", live_period=900, **POINT)
    await stage.henk.waits_for("Dit soort bericht kan ik niet lezen. Een mens wel.")
    await press(stage.henk, "Ja, geef door")
    await stage.henk.waits_for("Doorgegeven.", button="Trek vraag in")
    card = await stage.sanne.waits_for("locatie (staat hieronder)")
    sanne = stage.sanne.topic(card["message_thread_id"])
    await arrives(sanne, "location")
    await moved(sanne, stage.henk, said, FURTHER)


@FORUM
async def test_a_quiz_goes_along_in_words(stage: Stage) -> None:
    desk = await both(stage)
    await stage.joke.does("quiz", question="Wie is **jarig**?", options=["Els", "Wim & co"])
    copy = await desk.sanne.waits_for("Wim & co")
    await written_down(stage, copy)
    assert words(copy) == "Joke\nWie is **jarig**?\n1. Els\n2. Wim & co"
    await stage.joke.waits_for("Een quiz kan ik niet doorgeven.")
    await desk.sanne.does("quiz", reply_to=copy, question="En wie komt?", options=["Ik", "Jij"])
    await stage.joke.waits_for("Sanne van de helpdesk\nEn wie komt?\n1. Ik\n2. Jij")
    await desk.sanne.waits_for("Joke krijgt de vraag en de antwoorden in woorden.")


@PLACES
async def test_what_nobody_may_copy_is_told_to_its_sender(stage: Stage) -> None:
    desk = await both(stage)
    await stage.joke.does("paid_media")
    await stage.joke.waits_for("Dit soort bericht kan ik niet doorgeven.", button="Vraag het een mens")
    sent = await desk.sanne.does("paid_media", reply_to=desk.card)
    notice = await desk.sanne.waits_for("Niet verstuurd. Dit soort bericht kan ik niet aan Joke geven.")
    assert notice["reply_to_message"]["message_id"] == sent["message_id"]


@FORUM
async def test_what_telegram_refuses_after_all_is_told_to_both(stage: Stage) -> None:
    desk = await both(stage)
    stage.server.faults.add("error", method="copyMessage", count=2, status=400, description="Bad Request: can't")
    await stage.joke.does("contact", phone_number="+31612345678", first_name="Els")
    await stage.joke.waits_for("Dit soort bericht kan ik niet doorgeven.")
    await desk.sanne.waits_for("Joke stuurde iets dat ik niet mag kopiëren. Joke weet dat.")
    await desk.sanne.does("contact", reply_to=desk.card, phone_number="+31612345678", first_name="Els")
    await desk.sanne.waits_for("Niet bezorgd. Telegram kon dit bericht niet aan Joke geven.")


@PLACES
async def test_of_an_album_that_arrives_in_part_the_sender_hears_it(stage: Stage) -> None:
    desk = await both(stage)
    parts = await stage.joke.sends("photo", b"1", b"2", b"3")
    await stage.joke.deletes(parts[1])  # before it is copied: an album waits for its parts
    await stage.joke.waits_for("Niet alles is doorgegeven.", button="Vraag het een mens")
    copy = await arrives(desk.sanne, "photo")
    await written_down(stage, copy)
    await desk.sanne.replies(copy, "Dank je")
    await stage.joke.waits_for("Sanne van de helpdesk\nDank je")
