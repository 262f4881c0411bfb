"""With names hidden, nothing that an asker sees says who of staff it was; colleagues do see it."""

from __future__ import annotations

import pytest

from bot.demo.actors import words
from tests.desk.scenes import FAST, QUESTION, SUBJECT, press, quiet
from tests.stage import Stage

HIDDEN = pytest.mark.parametrize(
    "stage_options", [{"staff.show_names": "false", **FAST}], indirect=True, ids=["hidden"]
)


@HIDDEN
async def test_no_name_of_staff_reaches_the_asker(stage: Stage) -> None:
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    await stage.joke.says(QUESTION)
    card = await stage.sanne.waits_for(QUESTION, button="Ik pak dit op")
    sanne = stage.sanne.topic(card["message_thread_id"])
    await sanne.presses("Ik pak dit op", on=card)
    await sanne.waits_for("Sanne heeft deze", button="Klaar")
    await stage.joke.waits_for("Een mens van de helpdesk is met je vraag bezig.")
    await stage.joke.says("/mijnvragen")
    await stage.joke.waits_for("Iemand is ermee bezig.")
    given = await sanne.replies(card, "Vaak wel.")
    await stage.joke.waits_for("Een mens van de helpdesk\nVaak wel.")
    await sanne.sends("photo", b"jpeg", caption="Zo", reply_to=card)
    await stage.joke.waits_for("Een mens van de helpdesk\nZo")
    await sanne.does("poll", question="Welke dag?", options=["maandag", "dinsdag"], reply_to=card)
    await sanne.sends("photo", b"1", b"2", reply_to=card)
    await stage.joke.until(lambda seen: [m for m in seen if m.get("media_group_id")] or None, "the album")
    await stage.joke.says("dank voor de foto's, en hoe zit het met xyzzy")
    await sanne.edits(given, "Vaak wel. Bel eerst.")
    await press(sanne, "Meld het Joke")
    await stage.joke.waits_for("Let op: de helpdesk verbeterde het antwoord hierboven.")
    await press(sanne, "Klaar")
    await stage.joke.waits_for("Iemand van de helpdesk heeft je vraag afgerond.")
    await press(stage.joke, "Ik heb nog iets")
    await stage.joke.waits_for("Het gaat naar de helpdesk.")
    await quiet(stage)
    seen = [words(m) for m in await stage.joke.messages()]
    assert not [text for text in seen if "Sanne" in text]
    topics = await stage.group.topics()
    assert any(SUBJECT in t["name"] for t in topics)


@HIDDEN
async def test_a_prepared_answer_has_no_name_either(stage: Stage) -> None:
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    await stage.joke.says("kan iemand mij helpen met een gratis vog voor vrijwilligers aanvragen")
    card = await stage.sanne.waits_for("gratis vog", button="Bekijk 1")
    sanne = stage.sanne.topic(card["message_thread_id"])
    await sanne.presses("Bekijk 1", on=card)
    preview = await sanne.waits_for("Zo komt het aan:", button="Stuur")
    assert "Een mens van de helpdesk" in words(preview)
    await sanne.presses("Stuur", on=preview)
    await stage.joke.waits_for("Een mens van de helpdesk\nHoe vraag ik een gratis VOG aan")
