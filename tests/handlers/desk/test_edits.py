"""An edit is seen on the other side, of captions and files too."""

from __future__ import annotations

from bot.demo.actors import Message, Person, words
from tests.desk.scenes import FORUM, PLACES, at_card, claimed
from tests.stage import Stage


async def shows(person: Person, kind: str, part: str) -> Message:
    """Wait for the bot's newest message of this kind to say this."""

    def fits(seen: list[Message]) -> Message | None:
        found = next((m for m in reversed(seen) if m.get(kind) and m["from"]["is_bot"]), None)
        return found if found is not None and part in words(found) else None

    return await person.until(fits, f"{person.name} waits for a {kind} with {part}")


def file_of(message: Message, kind: str) -> str:
    """Telegram's number of the file in it."""
    found = message[kind][-1] if kind == "photo" else message[kind]
    return str(found["file_unique_id"])


@PLACES
async def test_another_caption_and_another_file_of_staff_are_there_for_the_asker(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    given = (await desk.sanne.sends("photo", b"wrong", caption="De plattegrond", reply_to=desk.card))[0]
    await desk.sanne.waits_for_reaction(given, "👌")
    await desk.sanne.edits(given, "De nieuwe plattegrond")
    await shows(stage.joke, "photo", "Sanne van de helpdesk\nDe nieuwe plattegrond\n\nVerbeterd om 10.02 uur.")
    fresh = await desk.sanne.does("replace", b"right", message_id=given["message_id"], kind="photo")
    assert file_of(fresh, "photo") != file_of(given, "photo")

    def arrived(seen: list[Message]) -> bool | None:
        found = next(m for m in reversed(seen) if m.get("photo"))
        return file_of(found, "photo") == file_of(fresh, "photo") or None

    await stage.joke.until(arrived, "the right photo")
    copy = await shows(stage.joke, "photo", "De nieuwe plattegrond")
    assert words(copy).startswith("Sanne van de helpdesk\n")


@PLACES
async def test_another_file_of_the_asker_is_there_for_staff(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    said = (await stage.joke.sends("document", b"old", name="plan.pdf", caption="het plan"))[0]
    await shows(desk.sanne, "document", "Joke")
    fresh = await stage.joke.does("replace", b"new", message_id=said["message_id"], kind="document")
    copy = await shows(desk.sanne, "document", "het plan\n\nVeranderd om 10.02 uur.")
    assert file_of(copy, "document") == file_of(fresh, "document")
    assert "Eerst stond er" not in words(copy)


@FORUM
async def test_of_an_album_the_part_that_changed_changes(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    given = await desk.sanne.sends("photo", b"1", b"2", b"3", caption="Drie", reply_to=desk.card)
    await desk.sanne.waits_for_reaction(given[0], "👌")
    fresh = await desk.sanne.does("replace", b"other", message_id=given[1]["message_id"], kind="photo")

    def arrived(seen: list[Message]) -> list[str] | None:
        files = [file_of(m, "photo") for m in seen if m.get("photo")]
        return files if file_of(fresh, "photo") in files else None

    files = await stage.joke.until(arrived, "the other photo")
    assert files == [file_of(given[0], "photo"), file_of(fresh, "photo"), file_of(given[2], "photo")]


@FORUM
async def test_a_photo_that_is_the_question_is_changed_on_the_card_and_in_its_copy(stage: Stage) -> None:
    await stage.henk.says("mens")
    await stage.henk.waits_for("Typ je vraag, of spreek hem in.")
    asked = (await stage.henk.sends("photo", b"jpeg", caption="mag dit bord hier staan"))[0]
    desk = await at_card(stage, "mag dit bord hier staan")
    await shows(desk.sanne, "photo", "mag dit bord hier staan")
    await stage.henk.edits(asked, "mag dit bord daar staan")
    await desk.sanne.waits_for('"mag dit bord daar staan"', button="Ik pak dit op")
    await shows(desk.sanne, "photo", 'Eerst stond er: "mag dit bord hier staan"')
