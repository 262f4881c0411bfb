"""[ Schrijf er iets bij ], after a rating (conversation 4)."""

from __future__ import annotations

from bot.demo.actors import labels
from tests.desk.scenes import PLACES, answered, press
from tests.stage import Stage


@PLACES
async def test_only_a_reply_to_the_question_is_a_remark(stage: Stage) -> None:
    joke = stage.joke
    desk, _ = await answered(stage, joke)
    await desk.sanne.presses("Klaar", on=await desk.sanne.waits_for("Vraag 1", button="Klaar"))
    await press(joke, "😊 Goed")
    rated = await joke.waits_for("Dank je. Je vond de hulp goed.")
    assert labels(rated) == ["Schrijf er iets bij", "Ik heb nog iets"]
    await joke.presses("Schrijf er iets bij", on=rated)
    asked = await joke.waits_for("Wat wil je zeggen over de hulp?")
    await joke.says("hoe vraag ik een gratis vog aan voor vrijwilligers")
    await joke.waits_for("Hoe vraag ik een gratis VOG aan voor vrijwilligers?")
    await joke.replies(asked, "Snel en <vriendelijk>")
    await joke.waits_for("Dank je. De helpdesk leest het.")
    card = await desk.sanne.waits_for('Joke schreef erbij: "Snel en <vriendelijk>"', button="Heropen")
    assert "Joke vond de hulp goed." in card["text"]
