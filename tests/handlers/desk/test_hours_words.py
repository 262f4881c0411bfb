"""What askers hear of time, and what staff hear of who waits (conversations 1, 4 and 10)."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import labels
from bot.desk import tickets
from bot.desk.states import Step
from bot.desk.tickets import Actor, Question
from handlers.desk import overdue
from storage.desk import Ticket
from storage.outbox import OutboxRow
from tests.desk.scenes import FAST, FORUM, PLACES, answered, ask, at_card, quiet
from tests.stage import Stage

SATURDAY = datetime(2026, 12, 5, 21, 40, tzinfo=UTC)
CHRISTMAS_EVE = datetime(2026, 12, 24, 18, 0, tzinfo=UTC)
PROMISING = pytest.mark.parametrize(
    "stage_options", [{"forum": "yes", "sla.promise_tomorrow": "true", **FAST}], indirect=True, ids=["forum"]
)


def answered_before(session: Session, hours: int, now: datetime) -> None:
    """Twenty questions of yesterday with an answer: sixteen after so many staffed hours, four after much more."""
    for number in range(20):
        row = tickets.open_ticket(session, 9000 + number, Question(f"vraag {number}", "nl"), now - timedelta(days=1))
        tickets.take(session, Step.ANSWER, row.id, Actor(1, "Sanne"), now)
        tickets.take(session, Step.CLOSE, row.id, Actor(1, "Sanne"), now)
        tickets.put(session, row.id, first_answer_s=(hours if number < 16 else 30) * 3600 - 60)


async def ask_person(stage: Stage, text: str) -> str:
    """Joke asks a person; what she hears of it."""
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    asked = await stage.joke.says(text)
    return str((await stage.joke.waits_for("doorgegeven", button="Trek vraag in", after=asked))["text"])


@FORUM
async def test_help_names_the_hours(stage: Stage) -> None:
    await stage.joke.says("/help")
    said = await stage.joke.waits_for("Zo werkt het")
    assert "Typ mens. De helpdesk is open op ma t/m vr, 9.00 tot 17.00 uur." in said["text"]


@FORUM
async def test_a_time_is_said_only_when_it_is_measured(stage: Stage) -> None:
    assert "Je krijgt antwoord hier, in dit gesprek." in await ask_person(stage, "mag de bus door onze straat")
    await stage.helpdesk.db.write(answered_before, 3, stage.helpdesk.clock.now())
    await stage.joke.presses("Trek vraag in")
    await stage.joke.waits_for("ingetrokken")
    assert "Meestal krijg je binnen 3 uur antwoord, hier in dit gesprek." in await ask_person(stage, "en de tram ook")


@FORUM
async def test_what_does_not_fit_in_today_is_said_with_its_day(stage: Stage) -> None:
    await stage.helpdesk.db.write(answered_before, 3, stage.helpdesk.clock.now())
    stage.set_clock(datetime(2026, 12, 4, 14, 30, tzinfo=UTC))
    assert "Meestal krijg je uiterlijk ma 7 december antwoord" in await ask_person(stage, "mag de bus hier door")


@FORUM
async def test_closed_the_asker_hears_when_someone_is_there_and_the_card_makes_no_sound(stage: Stage) -> None:
    stage.set_clock(SATURDAY)
    said = await ask_person(stage, "mag de bus door onze straat")
    assert "De helpdesk is nu dicht. Ma 7 december om 9.00 uur zijn we er weer. Je vraag staat klaar." in said
    await at_card(stage, "mag de bus")
    assert await stage.helpdesk.db.read(_is_silent)


def _is_silent(session: Session) -> bool:
    card = session.scalars(select(OutboxRow).where(OutboxRow.purpose == "card")).one()
    return bool((card.payload or {}).get("disable_notification"))


@FORUM
async def test_closed_for_a_holiday_it_has_a_name(stage: Stage) -> None:
    stage.set_clock(CHRISTMAS_EVE)
    said = await ask_person(stage, "mag de bus door onze straat")
    assert "Vr 25 december zijn we er niet (Eerste kerstdag). Ma 28 december om 9.00 uur zijn we er weer." in said


@PLACES
async def test_who_waits_long_is_named_once_and_then_to_who_looks_after_it(stage: Stage) -> None:
    ellen = stage.ellen.at(stage.ellen.id)
    await ellen.starts()
    await ellen.waits_for("Hallo")
    stage.set_clock(SATURDAY)
    desk = await ask(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 7, 11, 59, tzinfo=UTC))
    await _look(stage)
    assert not [m for m in await desk.sanne.messages() if "wacht" in m.get("text", "")]
    stage.set_clock(datetime(2026, 12, 7, 12, 0, tzinfo=UTC))
    nudge = await _until_said(stage, "Joke wacht 4 uur. Niemand heeft deze vraag. Wie kan?")
    assert labels(nudge) == ["Ik pak dit op"]
    stage.set_clock(datetime(2026, 12, 7, 16, 0, tzinfo=UTC))
    await _look(stage)
    told = await ellen.waits_for("Joke wacht al 8 uur. Het gaat om vraag 1. Niemand heeft deze vraag.")
    assert labels(told) == (["Naar de vraag"] if stage.forum else []) + ["Ik pak dit op"]
    asker = await stage.joke.waits_for("Je vraag duurt langer dan we willen. Hij is niet kwijt.")
    assert "morgen" not in asker["text"]
    assert labels(asker) == ["Trek vraag in"]
    stage.set_clock(datetime(2026, 12, 9, 10, 0, tzinfo=UTC))
    await _look(stage)
    group = [m.get("text", "") for m in await stage.sanne.messages()]
    assert sum("wacht" in text for text in group) == 1
    await ellen.presses("Ik pak dit op", on=told)
    await stage.sanne.waits_for("Vraag 1 · Ellen heeft deze")


@PROMISING
async def test_after_a_weekend_of_silence_only_the_last_word_is_said(stage: Stage) -> None:
    """Nobody who looks after it started the bot, so the group hears it."""
    await ask(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 7, 9, 10, tzinfo=UTC))
    await _until_said(stage, "Joke wacht al 16 uur. Niemand heeft deze vraag. Wie kan?")
    await stage.joke.waits_for("Hij is niet kwijt. We laten je uiterlijk morgen iets horen.")
    await _look(stage)
    assert sum("wacht" in m.get("text", "") for m in await stage.sanne.messages()) == 1


@FORUM
async def test_while_it_is_the_askers_turn_nobody_waits(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 14, 12, 0, tzinfo=UTC))
    await _look(stage)
    assert not [m for m in await desk.sanne.messages() if "wacht" in m.get("text", "")]
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.")
    stage.set_clock(datetime(2026, 12, 15, 8, 5, tzinfo=UTC))
    await _until_said(stage, "Joke wacht 4 uur. Sanne heeft deze vraag.")


async def test_a_first_answer_is_measured_in_staffed_time(stage: Stage) -> None:
    await ask(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 7, 9, 2, tzinfo=UTC))
    desk = await at_card(stage, "vergunning")
    message = await desk.sanne.replies(desk.card, "Vaak wel.")
    await desk.sanne.waits_for_reaction(message, "👌")
    found = await stage.helpdesk.db.read(lambda session: session.get_one(Ticket, 1).first_answer_s)
    # Thursday from 10.02, Friday, and Monday until 10.02; some seconds pass while people type.
    assert abs((found or 0) - 16 * 3600) < 300


async def _look(stage: Stage) -> None:
    """What the chore does, now."""
    await stage.helpdesk.db.write(overdue.tell, stage.helpdesk.services)
    stage.helpdesk.sender.wake()
    await quiet(stage)


async def _until_said(stage: Stage, text: str) -> dict[str, object]:
    await asyncio.sleep(0)
    await _look(stage)
    said: dict[str, object] = await stage.sanne.waits_for(text)
    return said
