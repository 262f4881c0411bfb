"""Two tickets of one asker go on as one, and can be taken apart; a message becomes a ticket of its own."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import labels, words
from storage.desk import Ticket
from tests.desk.scenes import FORUM, PLACES, Desk, ask, claimed, press, quiet, topic
from tests.stage import Stage

BUS = "kunnen wij een busje lenen voor het uitje met de ouderen"


async def two(stage: Stage) -> tuple[Desk, Desk]:
    """Joke has two questions open; Sanne has the first."""
    return await claimed(stage, stage.joke), await ask(stage, stage.joke, BUS)


async def merged(stage: Stage) -> tuple[Desk, Desk]:
    """The second goes on in the first."""
    first, second = await two(stage)
    await second.sanne.presses("Meer", on=second.card)
    await press(second.sanne, "Voeg samen")
    asked = await second.sanne.waits_for("Bij welke vraag van Joke hoort deze?")
    assert labels(asked) == ["Vraag 1", "Terug"]
    await second.sanne.presses("Vraag 1", on=asked)
    await second.sanne.waits_for("Vraag 2 · samengevoegd. Deze gaat verder bij vraag 1.", button="Maak los")
    return first, second


@PLACES
async def test_merged_what_is_written_for_either_goes_on_in_one(stage: Stage) -> None:
    first, second = await merged(stage)
    told = await first.sanne.waits_for("Vraag 2 hoort nu hierbij.", button="Maak los")
    assert BUS in words(told)
    note = await stage.joke.waits_for("Deze vraag hoort nu bij je andere vraag.")
    assert labels(note) == []
    if stage.forum:
        await topic(stage, "Samengevoegd · busje lenen uitje ouderen", closed=True)
    more = await stage.joke.says("het is voor zes mensen", reply_to=note)
    copy = await first.sanne.waits_for("het is voor zes mensen")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.", after=more)
    await first.sanne.replies(copy, "Bel Karin van de bus.")
    await stage.joke.waits_for("Sanne van de helpdesk\nBel Karin van de bus.")
    ellen = stage.ellen.at(stage.group, second.card.get("message_thread_id"))
    await ellen.replies(second.card, "En bel op tijd.")
    await stage.joke.waits_for("Ellen van de helpdesk\nEn bel op tijd.")


@FORUM
async def test_taken_apart_each_goes_on_by_itself(stage: Stage) -> None:
    first, second = await merged(stage)
    await first.sanne.waits_for("Vraag 2 hoort nu hierbij.", button="Maak los")
    await first.sanne.presses("Maak los")
    await first.sanne.waits_for("Sanne maakte vraag 2 weer los.")
    await second.sanne.waits_for("Vraag 2 · nieuw", button="Ik pak dit op")
    await topic(stage, "Nieuw · busje lenen uitje ouderen", closed=False)
    assert not [m for m in await first.sanne.messages() if "Maak los" in labels(m)]


@FORUM
async def test_merged_by_number_and_only_with_the_same_asker(stage: Stage) -> None:
    first, second = await two(stage)
    henk = await ask(stage, stage.henk, "zijn onze vrijwilligers verzekerd tijdens het klussen")
    await second.sanne.says("/samen 3")
    await second.sanne.waits_for("Dit kan niet met vraag 3.")
    await second.sanne.says("/samen")
    await second.sanne.waits_for("Typ /samen met het nummer")
    await second.sanne.says("/samen 2")
    await second.sanne.waits_for("Dit kan niet met vraag 2.")
    await second.sanne.says("/samen 1")
    await first.sanne.waits_for("Vraag 2 hoort nu hierbij.")
    await henk.sanne.waits_for("Vraag 3 · nieuw", button="Ik pak dit op")


@FORUM
async def test_answered_before_the_first_waits_for_us_again(stage: Stage) -> None:
    first, second = await two(stage)
    await first.sanne.replies(first.card, "Vaak wel.")
    await stage.joke.waits_for("Vaak wel.")
    await second.sanne.says("/samen 1")
    await first.sanne.waits_for("Vraag 2 hoort nu hierbij.")
    await topic(stage, "Sanne · straat afsluiten buurtmaaltijd", closed=False)
    tickets = await stage.helpdesk.db.read(_states)
    assert tickets == {1: "claimed", 2: "merged"}


@PLACES
async def test_a_message_becomes_a_question_of_its_own(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await desk.sanne.waits_for("het gaat om zaterdag 5 juni")
    await stage.joke.says("en waar vraag ik subsidie voor de tuin")
    await desk.sanne.waits_for("waar vraag ik subsidie")
    await press(desk.sanne, "Meer")
    await press(desk.sanne, "Maak nieuwe vraag")
    asked = await desk.sanne.waits_for('2. "en waar vraag ik subsidie voor de tuin"')
    assert labels(asked) == ["Bericht 1", "Bericht 2", "Terug"]
    await desk.sanne.presses("Bericht 2", on=asked)
    await desk.sanne.waits_for('Dit is nu vraag 2: "en waar vraag ik subsidie voor de tuin"')
    card = await stage.sanne.waits_for("Vraag 2 · nieuw", button="Ik pak dit op")
    told = await stage.joke.waits_for("Dit is nu een eigen vraag.", button="Trek vraag in")
    karim = stage.karim.at(stage.group, card.get("message_thread_id"))
    await karim.replies(card, "Bij de gemeente.")
    await stage.joke.waits_for("Karim van de helpdesk\nBij de gemeente.")
    await stage.joke.waits_for("Karim van de helpdesk heeft geantwoord.")
    await quiet(stage)
    assert "Vraag 1 · Sanne heeft deze" in words(await desk.sanne.waits_for("Vraag 1", button="Klaar"))
    assert told["message_id"]


def _states(session: Session) -> dict[int, str]:
    return {row[0]: row[1] for row in session.execute(select(Ticket.id, Ticket.state))}


@FORUM
async def test_a_question_that_is_edited_after_the_merge_is_seen_where_it_goes_on(stage: Stage) -> None:
    first, _ = await merged(stage)
    question = next(m for m in await stage.joke.messages() if words(m) == BUS)
    await stage.joke.edits(question, "kunnen wij twee busjes lenen")
    await first.sanne.waits_for('Joke veranderde een bericht bij vraag 2. Er staat nu: "kunnen wij twee busjes lenen"')
