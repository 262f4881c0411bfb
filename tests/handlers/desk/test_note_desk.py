"""Notes stay with a ticket, and inside."""

from __future__ import annotations

from bot.demo.actors import words
from tests.desk.scenes import FORUM, PLACES, PLAIN, ask, claimed, press, quiet
from tests.stage import Stage


@PLACES
async def test_a_note_is_on_the_card_and_nowhere_near_the_asker(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    note = await desk.karim.replies(desk.card, "/notitie Joke belde ook: <haast>")
    kept = await desk.karim.waits_for("Bewaard bij vraag 1. Joke ziet dit niet.")
    assert kept["reply_to_message"]["message_id"] == note["message_id"]
    await desk.sanne.waits_for("Notitie van Karim: Joke belde ook: <haast>", button="Klaar")
    await desk.karim.edits(note, "/notitie Joke belde twee keer")
    await desk.sanne.waits_for("Notitie van Karim: Joke belde twee keer", button="Klaar")
    await desk.karim.waits_for("De notitie bij vraag 1 is aangepast.")
    await desk.sanne.replies(note, "/terug")
    await desk.sanne.waits_for("De notitie is weg.")
    await desk.sanne.until(
        lambda seen: None if any("Notitie van Karim" in words(m) for m in seen) else True, "the note is gone"
    )
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "belde" in words(m)]


@FORUM
async def test_all_notes_are_listed_and_the_card_shows_the_last_two(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    for text in ("een", "twee", "drie"):
        await desk.sanne.says(f"/notitie {text}")
    card = await desk.sanne.waits_for("Notitie van Sanne: drie", button="Klaar")
    assert "Notitie van Sanne: twee" in words(card)
    assert "En nog 1 eerder. Typ /notities." in words(card)
    await desk.sanne.says("/notities")
    listed = await desk.sanne.waits_for("Vraag 1 · notities")
    assert [line.split(": ")[-1] for line in words(listed).splitlines()[1:]] == ["een", "twee", "drie"]
    await press(desk.sanne, "Meer")
    await press(desk.sanne, "Notities")
    await desk.sanne.waits_for("Vraag 1 · notities", after=listed)


@FORUM
async def test_a_message_that_stayed_inside_can_become_a_note(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    said = await desk.karim.says("zij woont op nummer 12")
    await desk.sanne.replies(said, "/notitie")
    await desk.sanne.waits_for("Notitie van Sanne: zij woont op nummer 12", button="Klaar")


@FORUM
async def test_notes_survive_a_topic_that_someone_deleted(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.sanne.says("/notitie wacht op de gemeente")
    await desk.sanne.waits_for("Notitie van Sanne: wacht op de gemeente", button="Klaar")
    params = {"chat_id": stage.group.chat_id, "message_thread_id": desk.sanne.thread_id}
    await stage.group.backend.act("topic_delete", {"as": stage.ellen.id, **params})
    await stage.joke.says("en nog iets over xyzzy")
    again = stage.sanne.at(stage.group)
    card = await again.waits_for("Notitie van Sanne: wacht op de gemeente", button="Klaar")
    assert card["message_thread_id"] != desk.sanne.thread_id


@PLAIN
async def test_a_note_of_nobody_knows_which_question_gets_a_hint(stage: Stage) -> None:
    await ask(stage, stage.joke)
    await stage.sanne.says("/notitie iets")
    await stage.sanne.waits_for("Ik weet niet bij welke vraag dit hoort.")
