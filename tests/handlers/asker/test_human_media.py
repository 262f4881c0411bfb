"""What the bot cannot read is never dropped (conversation 6)."""

from __future__ import annotations

import pytest

from bot.demo.actors import Message, labels, words
from tests.desk.scenes import FORUM, PLACES, at_card, claimed, quiet
from tests.stage import Stage


def spoken_by_bot(seen: list[Message]) -> Message | None:
    """The newest voice message that came from the bot."""
    return next((m for m in reversed(seen) if m.get("voice") and m["from"]["is_bot"]), None)


@PLACES
async def test_a_voice_message_goes_to_a_person_with_one_tap(stage: Stage) -> None:
    await stage.henk.sends("voice", b"ogg", duration=42)
    offer = await stage.henk.waits_for("Ik kan niet naar je stem luisteren. Een mens wel.")
    assert labels(offer) == ["Ja, geef door", "Nee"]
    await stage.henk.says("ja")
    await stage.henk.waits_for("Doorgegeven. Een mens luistert. Je krijgt antwoord hier", button="Trek vraag in")
    desk = await at_card(stage, "spraakbericht, 42 seconden (staat hieronder)")
    assert "Tip: Henk spreekt liever. Spreek je antwoord ook in." in words(desk.card)
    if stage.forum:
        await stage.group.waits_for_topic("Nieuw · spraakbericht van Henk")
    copy = await desk.sanne.until(lambda seen: next((m for m in seen if m.get("voice")), None), "the voice")
    await desk.karim.sends("voice", b"ogg", duration=9, reply_to=copy)
    reply = await stage.henk.until(spoken_by_bot, "the spoken reply")
    assert reply["voice"]["duration"] == 9 and "Karim van de helpdesk" in words(reply)
    await desk.karim.waits_for("Karim heeft deze", button="Klaar")
    await desk.karim.presses("Klaar")
    closing = await stage.henk.waits_for("Hoe was de hulp?")
    assert labels(closing) == ["👍 Goed", "👎 Niet goed", "Ik heb nog iets"]


@PLACES
async def test_an_album_is_one_question_and_all_of_it_is_passed_on(stage: Stage) -> None:
    await stage.henk.sends("photo", b"1", b"2", b"3", caption="is dit formulier goed ingevuld")
    await stage.henk.waits_for("Ik kan geen foto's bekijken. Een mens wel.")
    await quiet(stage)
    assert len([m for m in await stage.henk.messages() if "Een mens wel." in words(m)]) == 1
    await stage.henk.presses("Ja, geef door")
    await stage.henk.waits_for("Doorgegeven. Een mens kijkt", button="Trek vraag in")
    desk = await at_card(stage, "is dit formulier goed ingevuld")
    seen = await desk.sanne.until(lambda all: [m for m in all if m.get("photo")] or None, "the photos")
    assert len(seen) == 3
    assert "is dit formulier goed ingevuld" in words(seen[0])
    await desk.sanne.replies(seen[1], "De tweede is goed.")
    await stage.henk.waits_for("Sanne van de helpdesk\nDe tweede is goed.")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("photo", "Ik kan geen foto's bekijken."),
        ("document", "Ik kan geen bestanden lezen."),
        ("video", "Ik kan geen video's bekijken."),
    ],
)
@FORUM
async def test_each_kind_is_offered_to_a_person(stage: Stage, kind: str, said: str) -> None:
    await stage.henk.sends(kind, b"data")
    await stage.henk.waits_for(said)
    await stage.henk.presses("Nee")
    await stage.henk.waits_for("Goed. Ik geef niets door.", button="Vraag het een mens")
    assert await stage.group.topics() == []


@FORUM
async def test_more_before_the_answer_is_one_question_for_all(stage: Stage) -> None:
    await stage.henk.sends("voice", b"ogg", duration=3)
    await stage.henk.waits_for("Ik kan niet naar je stem luisteren.")
    await stage.henk.sends_sticker("👍")
    await stage.henk.waits_for("Zal ik je berichten doorgeven aan een mens?")
    await stage.henk.until(lambda seen: None if "stem" in " ".join(map(words, seen)) else True, "the first is gone")
    await stage.henk.presses("Ja, geef door")
    await stage.henk.waits_for("Doorgegeven.")
    desk = await at_card(stage, "Henk · eerste vraag · bericht (staat hieronder)")
    await desk.sanne.until(lambda seen: [m for m in seen if m.get("sticker")] or None, "the sticker")
    assert [m for m in await desk.sanne.messages() if m.get("voice")]


@PLACES
async def test_with_an_open_question_it_just_goes_along(stage: Stage) -> None:
    desk = await claimed(stage, stage.henk)
    await stage.henk.sends("photo", b"1", b"2")
    await stage.henk.waits_for("Dit gaat mee naar Sanne.")
    await desk.sanne.until(
        lambda seen: [m for m in seen if m.get("photo")] if len([m for m in seen if m.get("photo")]) == 2 else None,
        "both photos",
    )
    assert len([m for m in await stage.henk.messages() if "Dit gaat mee" in words(m)]) == 1
    voice = (await stage.henk.sends("voice", b"ogg", duration=3))[0]
    await stage.henk.waits_for_reaction(voice, "👌")
    copy = await desk.sanne.until(lambda seen: next((m for m in seen if m.get("voice")), None), "the voice")
    assert words(copy).startswith("Henk")


@FORUM
async def test_a_voice_message_may_be_the_question_itself(stage: Stage) -> None:
    await stage.henk.says("mens")
    await stage.henk.waits_for("Typ je vraag, of spreek hem in.")
    await stage.henk.sends("voice", b"ogg", duration=12)
    await stage.henk.waits_for("Doorgegeven. Een mens luistert", button="Trek vraag in")
    await at_card(stage, "spraakbericht, 12 seconden")
