"""An asker with an answer who says nothing any more: asked once, closed later, and never what has no answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.demo.actors import Message, Person, labels, words
from bot.desk import tickets
from bot.desk.states import State
from storage.desk import Audit
from tests.desk.scenes import (
    FAST,
    FORUM,
    PLACES,
    SUBJECT,
    Desk,
    answered,
    ask,
    claimed,
    marked_sent,
    press,
    quiet,
    topic,
)
from tests.stage import Stage

# The story begins on Thursday 3 December, 10.02 in Utrecht; the helpdesk is open on workdays from 9 to 17.
SEVEN_DAYS = datetime(2026, 12, 10, 9, 10, tzinfo=UTC)
TEN_DAYS = datetime(2026, 12, 14, 9, 30, tzinfo=UTC)
ASKED, CLOSED = "Is je vraag opgelost?", "Je vraag is afgerond. Ik hoorde niets meer."


class Watch:
    """The bot looks when the test says so: what must not happen needs no long wait then."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    @classmethod
    async def begins(cls, stage: Stage) -> Watch:
        """From now on. The bot looked once then: its first look after a pause gives people their days anew."""
        await stage.helpdesk.schedule.look("silence")
        return cls(stage)

    async def at(self, moment: datetime) -> None:
        """It is that time, and the bot looks."""
        self._stage.set_clock(moment)
        await self._stage.helpdesk.schedule.look("silence")

    async def asks(self, at: datetime = SEVEN_DAYS, part: str = ASKED) -> Message:
        """A week goes by, and Joke is asked."""
        await self.at(at)
        return await self.asked(self._stage.joke, part)

    async def asked(self, person: Person, part: str = ASKED) -> Message:
        """They are asked, and the bot knows that they got it: before that nothing is closed."""
        told = await person.waits_for(part)
        await marked_sent(self._stage, told)
        return told


async def state(stage: Stage) -> State:
    return (await stage.helpdesk.db.read(tickets.get, 1)).state


async def was_not_asked(stage: Stage) -> None:
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "Hoor ik 3 dagen niets" in words(m)]


async def sees_closed(stage: Stage, desk: Desk) -> None:
    """For staff it closed by itself."""
    await desk.sanne.waits_for("klaar · vanzelf, ma 14 december, 10.30 uur: Joke zei niets meer", button="Heropen")
    if stage.forum:
        await topic(stage, f"Klaar · {SUBJECT}", closed=True)


@PLACES
async def test_asked_once_then_closed_and_a_reply_opens_it(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    desk, _ = await answered(stage, stage.joke)
    told = await watch.asks()
    assert "Hoor ik 3 dagen niets, dan rond ik je vraag af." in words(told)
    assert labels(told) == ["Ja, klaar", "Nee, ik heb nog iets"]
    await desk.sanne.waits_for("Joke is stil sinds do 3 december. Ik vroeg of het klaar is.")
    await watch.at(TEN_DAYS)
    await sees_closed(stage, desk)
    ended = await stage.joke.waits_for(CLOSED, button="😊 Goed")
    assert ended["message_id"] == told["message_id"]
    assert not [m for m in await stage.joke.messages() if ASKED in words(m)]
    await stage.joke.replies(ended, "ik heb toch nog een vraag")
    await stage.joke.waits_for("Je vraag is weer open.")
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Klaar")
    if stage.forum:
        await topic(stage, f"Sanne · {SUBJECT}", closed=False)


@FORUM
async def test_solved_says_the_asker_by_pressing_and_may_rate(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    desk, _ = await answered(stage, stage.joke)
    told = await watch.asks()
    await stage.joke.presses("Ja, klaar", on=told)
    ended = await stage.joke.waits_for("Goed. Je vraag is afgerond. Hoe was de hulp?", button="😊 Goed")
    assert ended["message_id"] == told["message_id"]
    await desk.sanne.waits_for("Vraag 1 · klaar · Joke is klaar, do 10 december", button="Heropen")
    await stage.joke.presses("😊 Goed", on=ended)
    await desk.sanne.waits_for("Joke vond de hulp goed.")


@FORUM
async def test_the_answer_may_be_typed(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    desk, _ = await answered(stage, stage.joke)
    await watch.asks()
    await stage.joke.says("ja")
    await stage.joke.waits_for("Goed. Je vraag is afgerond. Hoe was de hulp?", button="😊 Goed")
    await desk.sanne.waits_for("Vraag 1 · klaar · Joke is klaar")


@FORUM
async def test_not_solved_what_is_typed_next_goes_to_the_one_who_has_it(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    desk, _ = await answered(stage, stage.joke)
    await stage.joke.presses("Nee, ik heb nog iets", on=await watch.asks())
    await stage.joke.waits_for("Typ het of spreek het in. Het gaat naar Sanne.", button="Toch niet")
    await stage.joke.says("en als het regent")
    await desk.sanne.waits_for("en als het regent")
    await watch.at(TEN_DAYS)
    # By then Sanne left it untouched for days, so it may be back in the queue; never closed.
    assert await state(stage) in (State.CLAIMED, State.NEW)


@FORUM
async def test_not_solved_but_nothing_more_asked_later_again(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    await answered(stage, stage.joke)
    await stage.joke.presses("Nee, ik heb nog iets", on=await watch.asks())
    await stage.joke.waits_for("Typ het of spreek het in.")
    await watch.at(TEN_DAYS)
    assert await state(stage) is State.ANSWERED
    await watch.asks(SEVEN_DAYS + timedelta(days=7, hours=1))


@FORUM
async def test_we_asked_something_back_and_hear_nothing(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    desk, _ = await answered(stage, stage.joke, "Welke straat is het?")
    await press(desk.sanne, "Meer")
    await press(desk.sanne, "Wacht op vrager")
    await desk.sanne.waits_for("Sanne wacht op Joke")
    told = await watch.asks(part="Sanne van de helpdesk wacht op je antwoord. Is je vraag nog nodig?")
    assert labels(told) == ["Ja, nog nodig", "Nee, klaar"]
    await watch.at(TEN_DAYS)
    await sees_closed(stage, desk)


@FORUM
async def test_nobody_is_asked_at_night(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    await answered(stage, stage.joke)
    await watch.at(datetime(2026, 12, 12, 10, tzinfo=UTC))  # a Saturday
    await was_not_asked(stage)
    await watch.asks(datetime(2026, 12, 14, 8, 5, tzinfo=UTC))


async def unanswered(stage: Stage) -> None:
    await claimed(stage, stage.joke)


async def wrote_after_the_answer(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await desk.sanne.waits_for("het gaat om zaterdag 5 juni")
    await press(desk.sanne, "Meer")
    await press(desk.sanne, "Wacht op vrager")
    await desk.sanne.waits_for("Sanne wacht op Joke")


async def put_off(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Meer")
    await press(desk.sanne, "Later")
    await press(desk.sanne, "Andere dag")
    await press(desk.sanne, "vr 11 december")
    await desk.sanne.waits_for("Vraag 1 · later")


async def not_delivered(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    await desk.sanne.replies(desk.card, "Vaak wel. Bel je gemeente.")
    await desk.sanne.waits_for("Niet bezorgd.")


async def urgent(stage: Stage) -> None:
    await stage.joke.says("ik wil niet meer leven")
    await stage.joke.waits_for("113")
    card = await stage.sanne.waits_for("ik wil niet meer leven", button="Ik kijk")
    await stage.sanne.at(stage.group, card.get("message_thread_id")).replies(card, "Dag Joke, ik ben Sanne.")
    await stage.joke.waits_for("Dag Joke, ik ben Sanne.")


@FORUM
@pytest.mark.parametrize("scene", [unanswered, wrote_after_the_answer, put_off, not_delivered, urgent])
async def test_never_what_has_no_answer_or_sleeps_or_is_urgent(stage: Stage, scene: object) -> None:
    watch = await Watch.begins(stage)
    await scene(stage)  # type: ignore[operator]
    before = await state(stage)
    for at in (SEVEN_DAYS, TEN_DAYS):
        await watch.at(at)
    await was_not_asked(stage)
    assert await state(stage) in (before, State.NEW, State.CLAIMED)  # left alone, or awake again


@pytest.mark.parametrize("stage_options", [{**FAST, "sla.close_after_days": "0"}], indirect=True, ids=["never"])
async def test_never_when_it_is_switched_off(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    await answered(stage, stage.joke)
    await watch.at(SEVEN_DAYS)
    await was_not_asked(stage)


@FORUM
async def test_after_a_pause_nobody_is_asked_and_closed_at_once(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    desk, _ = await answered(stage, stage.joke)
    await watch.asks()
    await desk.sanne.waits_for("Joke is stil")
    stage.set_clock(datetime(2026, 12, 21, 9, tzinfo=UTC))
    await stage.restart()
    watch = await Watch.begins(stage)
    assert await state(stage) is State.ANSWERED
    await watch.at(datetime(2026, 12, 24, 9, 30, tzinfo=UTC))
    await desk.sanne.waits_for("klaar · vanzelf, do 24 december")
    actions = select(Audit.action, Audit.actor_id).where(Audit.ticket_id == 1).order_by(Audit.id.desc()).limit(1)
    found = await stage.helpdesk.db.read(lambda session: session.execute(actions).one())
    assert tuple(found) == ("silence", None)


@FORUM
async def test_many_at_once_all_close(stage: Stage) -> None:
    watch = await Watch.begins(stage)
    people: list[Person] = [stage.server.person(f"Asker{n}") for n in range(3)]
    for person in people:
        desk = await ask(stage, person)
        message = await desk.sanne.replies(desk.card, "Vaak wel.")
        await desk.sanne.waits_for_reaction(message, "👌")
    await watch.at(SEVEN_DAYS)
    for person in people:
        await watch.asked(person)
    await watch.at(TEN_DAYS)
    for person in people:
        await person.waits_for(CLOSED)
