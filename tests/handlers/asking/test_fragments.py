"""People type in pieces, and change what they typed (conversation 5)."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.demo.actors import Message, labels, words
from storage.knowledge import Asked
from tests.desk.scenes import FAST, FORUM, quiet
from tests.stage import Stage

SURE = "hoe vraag ik een gratis vog aan voor vrijwilligers"
COOKING = "Welke regels gelden als we koken voor de buurt?"
UNSURE = "hoe regel ik een verzekering of vog ofzo voor mijn mensen"
DOUBT = "Ik twijfel."


def patient(seconds: float) -> pytest.MarkDecorator:
    """The stage with a bot that waits so long for more."""
    options = {"forum": "yes", **FAST, "conversation.patience_seconds": str(seconds)}
    return pytest.mark.parametrize("stage_options", [options], indirect=True, ids=["forum"])


def said_by_bot(stage: Stage, seen: list[Message]) -> list[Message]:
    """What of these Fatma got."""
    return [m for m in seen if m["from"]["id"] != stage.fatma.id]


async def from_bot(stage: Stage) -> list[Message]:
    """What Fatma got."""
    return said_by_bot(stage, await stage.fatma.messages())


async def kept(stage: Stage) -> list[str | None]:
    """The questions that are kept."""
    return await stage.helpdesk.db.read(lambda session: list(session.scalars(select(Asked.text).order_by(Asked.id))))


@patient(2)
@pytest.mark.parametrize(
    ("first", "second", "reply"),
    [
        ("kan ik bij jullie een olifant lenen", "hoe laat begint de film in de bioscoop", DOUBT),
        ("kan ik bij jullie een olifant lenen?", "wat kost een hondenpenning in Soest?", "Dat weet ik niet"),
        ("kan ik bij jullie een olifant lenen", SURE, "gratis VOG"),
        (UNSURE, "kan ik bij jullie een olifant lenen?", "Dat weet ik niet"),
    ],
)
async def test_two_questions_at_once_get_two_replies(stage: Stage, first: str, second: str, reply: str) -> None:
    await stage.fatma.says(first)
    await stage.fatma.says(second)
    await stage.fatma.until(lambda seen: True if len(said_by_bot(stage, seen)) == 2 else None, "two replies")
    replies = " ".join(words(m) for m in await from_bot(stage))
    assert reply in replies
    assert (DOUBT if first == UNSURE else "Dat weet ik niet") in replies
    await quiet(stage, 2.5)
    assert len(await from_bot(stage)) == 2
    assert await kept(stage) == [first, second]


@patient(2)
async def test_the_reply_to_the_first_of_two_questions_stays_when_it_was_shown(stage: Stage) -> None:
    await stage.fatma.says("kan ik bij jullie een olifant lenen")
    await stage.fatma.waits_for("Dat weet ik niet")
    await stage.fatma.says(SURE)
    await stage.fatma.waits_for("gratis VOG")
    await quiet(stage)
    assert len(await from_bot(stage)) == 2


@patient(1)
@pytest.mark.parametrize(
    "said",
    [
        ("we willen iets doen", "voor oude mensen", "mag je zomaar koken"),
        ("hoe vraag ik", "een verklaring aan", "omtrent gedrag"),
        ("wat is het verschil", "tussen stichting en vereniging"),
        ("kunnen we geld krijgen", "voor een speelplek voor kinderen met een handicap"),
    ],
)
async def test_a_question_in_pieces_is_one_question(stage: Stage, said: tuple[str, ...]) -> None:
    for piece in said:
        await stage.fatma.says(piece)
    await stage.fatma.waits_for("", button="👍 Dit helpt")
    await quiet(stage, 1.5)
    assert len(await from_bot(stage)) == 1


@patient(2)
async def test_a_greeting_and_then_two_questions(stage: Stage) -> None:
    for said in ("hallo", "kan ik bij jullie een olifant lenen", "wat kost een hondenpenning in Soest"):
        await stage.fatma.says(said)
    await stage.fatma.until(lambda seen: True if len(said_by_bot(stage, seen)) == 2 else None, "two replies")
    assert all("Dat weet ik niet" in words(m) for m in await from_bot(stage))


@patient(3)
async def test_three_messages_get_one_answer_as_a_reply_to_the_third(stage: Stage) -> None:
    await stage.fatma.says("hoi")
    await stage.fatma.says("ik heb een vraagje")
    third = await stage.fatma.says("we willen elke week koken voor ouderen mag dat zomaar")
    answer = await stage.fatma.waits_for(COOKING, button="👍 Dit helpt")
    assert answer["reply_to_message"]["message_id"] == third["message_id"]
    await quiet(stage, 3.5)
    assert [words(m)[:20] for m in await from_bot(stage)] == [words(answer)[:20]]


@patient(1)
async def test_when_nothing_more_comes_the_greeting_is_answered(stage: Stage) -> None:
    await stage.fatma.says("hoi")
    await stage.fatma.says("ik heb een vraagje")
    await quiet(stage, 0.4)
    assert await from_bot(stage) == []
    await stage.fatma.waits_for("Hallo. Wat wil je weten?")
    assert len(await from_bot(stage)) == 1


@patient(1)
async def test_pieces_of_a_question_are_searched_together(stage: Stage) -> None:
    await stage.fatma.says("wat is het verschil")
    second = await stage.fatma.says("tussen stichting en vereniging")
    answer = await stage.fatma.waits_for("Antwoord van de bot.")
    assert answer["reply_to_message"]["message_id"] == second["message_id"]
    await quiet(stage, 1.5)
    assert len(await from_bot(stage)) == 1


@patient(0.3)
async def test_suggestions_that_were_not_used_go_when_more_comes(stage: Stage) -> None:
    await stage.fatma.says(UNSURE)
    await stage.fatma.waits_for(DOUBT)
    await stage.fatma.says(SURE)
    await stage.fatma.waits_for("Antwoord van de bot.")
    await stage.fatma.until(lambda seen: None if any(DOUBT in words(m) for m in seen) else True, "the doubt is gone")


@patient(0.3)
async def test_suggestions_that_were_used_or_are_old_stay(stage: Stage) -> None:
    await stage.fatma.says(UNSURE)
    await stage.fatma.waits_for(DOUBT)
    await stage.fatma.presses("Vraag 1")
    await stage.fatma.waits_for("Antwoord van de bot.", button="Terug")
    await stage.fatma.says("bedankt")
    await stage.fatma.waits_for("Graag gedaan.")
    await stage.fatma.says(UNSURE)
    await stage.fatma.waits_for(DOUBT)
    stage.forward(timedelta(minutes=2))
    await stage.fatma.says(SURE)
    await stage.fatma.waits_for("VOG", button="Meer hierover")
    await quiet(stage)
    assert [m for m in await from_bot(stage) if DOUBT in words(m)]
    assert [m for m in await from_bot(stage) if "Terug" in labels(m)]


@patient(2)
async def test_thanks_in_advance_do_not_swallow_the_question(stage: Stage) -> None:
    await stage.fatma.says(UNSURE)
    await stage.fatma.says("alvast bedankt")
    await stage.fatma.waits_for(DOUBT)
    assert len(await from_bot(stage)) == 1


@patient(2)
async def test_a_person_asked_for_within_that_time_gets_the_question(stage: Stage) -> None:
    await stage.fatma.says("kan ik bij jullie een olifant lenen")
    await stage.fatma.says("mens")
    await stage.fatma.waits_for('"kan ik bij jullie een olifant lenen"', button="Ja, vraag het")
    await quiet(stage, 2.5)
    assert len(await from_bot(stage)) == 1


@patient(2)
async def test_a_sure_answer_comes_at_once(stage: Stage) -> None:
    await stage.fatma.says(SURE)
    answer = await stage.fatma.waits_for("Antwoord van de bot.", 1.5)
    assert "reply_to_message" not in answer


@FORUM
async def test_a_changed_question_changes_its_answer(stage: Stage) -> None:
    said = await stage.fatma.says(SURE)
    answer = await stage.fatma.waits_for("Antwoord van de bot.")
    await stage.fatma.edits(said, "welke regels gelden als we koken voor de buurt")
    changed = await stage.fatma.waits_for(COOKING)
    assert changed["message_id"] == answer["message_id"]
    assert words(changed).startswith("Aangepast, want je veranderde je vraag.")
    await stage.fatma.edits(said, SURE)
    await stage.fatma.waits_for("gratis VOG")
    assert len(await from_bot(stage)) == 1


@FORUM
async def test_a_change_that_the_answer_still_fits_changes_nothing(stage: Stage) -> None:
    said = await stage.fatma.says(SURE)
    await stage.fatma.waits_for("Antwoord van de bot.")
    await stage.fatma.edits(said, f"{SURE} alsjeblieft")
    await asyncio.sleep(0.7)
    assert "Aangepast" not in words((await from_bot(stage))[0])


@patient(1)
async def test_a_change_of_what_waits_is_asked_anew(stage: Stage) -> None:
    said = await stage.fatma.says("kan ik bij jullie een olifant lenen")
    await stage.fatma.edits(said, SURE)
    await stage.fatma.waits_for("Antwoord van de bot.")
    await quiet(stage, 1.5)
    assert len(await from_bot(stage)) == 1
