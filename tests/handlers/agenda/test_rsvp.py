"""Kom je? Joke and Henk come to Zeist, and Fatma waits for a place (conversation 16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.agenda import attendance
from bot.agenda.broadcast import Reader
from bot.demo.actors import Person, buttons, labels
from handlers.agenda.event_messages import EventMessages
from storage.agenda import Attendance, Occurrence, Reminder
from storage.people import Member
from tests.agenda.calendars import event, ics
from tests.desk.scenes import marked_sent
from tests.handlers.agenda.test_agenda_conversation import bring_in
from tests.stage import Stage

A_DAY_BEFORE = datetime(2027, 1, 25, 18, 30, tzinfo=UTC)


async def an_evening(stage: Stage, capacity: int | None = None) -> int:
    """The evening in Zeist, for so many people."""
    await bring_in(stage, ics(event()))

    def prepare(session: Session) -> int:
        session.execute(update(Occurrence).values(capacity=capacity))
        return session.scalars(select(Occurrence.id)).one()

    return await stage.helpdesk.db.write(prepare)


async def looks(person: Person) -> None:
    """Open the evening in /agenda."""
    await person.says("/agenda")
    await person.waits_for("Bijeenkomsten")
    await person.presses("di 26 januari, Zeist")
    await person.waits_for("Regioavond Zeist", button="Ik kom")


async def answers(stage: Stage) -> dict[int, tuple[str, int]]:
    rows = await stage.helpdesk.db.read(lambda s: list(s.scalars(select(Attendance))))
    return {row.member_id: (row.answer, row.people) for row in rows}


async def test_with_how_many_may_be_typed(stage: Stage) -> None:
    await an_evening(stage)
    await looks(stage.joke)
    await stage.joke.presses("Ik kom")
    await stage.joke.waits_for("Met hoeveel mensen kom je, jij ook meegeteld?")
    for typed, said in {
        "met z'n vijven": "Je komt met 5 mensen: Regioavond Zeist",
        "Wij komen met 7.": "Je komt met 7 mensen: Regioavond Zeist",
        "500": "Meer dan 20 mensen kan ik niet opschrijven.",
    }.items():
        await stage.joke.says(typed)
        await stage.joke.waits_for(said)
    assert await answers(stage) == {stage.joke.id: ("yes", 7)}


async def test_one_tap_and_on_the_list_then_with_how_many(stage: Stage) -> None:
    await an_evening(stage)
    await looks(stage.joke)
    shown = await stage.joke.last()
    assert buttons(shown)[:2] == [["Ik kom", "Misschien", "Ik kom niet"], ["Zet in mijn agenda"]]
    await stage.joke.presses("Ik kom")
    asked = await stage.joke.waits_for("Met hoeveel mensen kom je, jij ook meegeteld?")
    assert asked["text"].startswith(
        "Je bent aangemeld.\nRegioavond Zeist\ndi 26 januari 2027, 19.30 tot 21.30 uur · Dorpshuis"
    )
    assert buttons(asked) == [["Alleen ik", "2 mensen", "3 mensen"], ["Meer mensen"]]
    assert await answers(stage) == {stage.joke.id: ("yes", 1)}, "on the list, whatever she taps next"
    await stage.joke.presses("Meer mensen")
    more = await stage.joke.waits_for("Met hoeveel mensen", button="9 mensen")
    assert buttons(more)[0] == ["4 mensen", "5 mensen", "6 mensen"]
    await stage.joke.presses("4 mensen")
    done = await stage.joke.waits_for("Je komt met 4 mensen: Regioavond Zeist")
    assert buttons(done) == [["Zet in mijn agenda"], ["Ander aantal", "Ik kom niet"]]
    await stage.joke.presses("Ik kom niet")
    await stage.joke.waits_for("Je komt niet: Regioavond Zeist", button="Toch aanmelden")
    assert (await answers(stage))[stage.joke.id][0] == "no"


async def test_the_calendar_of_the_phone_gets_a_file_that_another_program_reads(stage: Stage) -> None:
    await an_evening(stage)
    await looks(stage.joke)
    await stage.joke.presses("Zet in mijn agenda")
    sent = await stage.joke.waits_for("Open dit bestand.")
    assert sent["document"]["file_name"] == "regioavond-zeist.ics"
    files = stage.server.world.files
    content = files.read(files.by_id[sent["document"]["file_id"]])
    (found,) = vobject.readOne(content.decode()).vevent_list
    assert found.summary.value == "Regioavond Zeist"
    assert found.dtstart.value.astimezone(UTC) == datetime(2027, 1, 26, 18, 30, tzinfo=UTC)
    assert found.location.value == "Dorpshuis De Linde, Zeist"


async def test_full_a_waiting_list_and_a_place_after_all(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=2)
    for person in (stage.joke, stage.henk, stage.fatma):
        await looks(person)
    await stage.joke.presses("Ik kom")
    await stage.joke.waits_for("Je bent aangemeld.")
    await stage.henk.presses("Ik kom")
    await stage.henk.waits_for("Je bent aangemeld.")
    await stage.henk.presses("2 mensen")
    offer = await stage.henk.waits_for("Er is nog 1 plek: die van jou. 2 mensen lukt niet. Wat wil je?")
    assert buttons(offer) == [["Ik kom alleen"], ["Wachtlijst voor 2", "Ander aantal"], ["Ik kom niet"]]
    await stage.henk.presses("Wachtlijst voor 2")
    waiting = await stage.henk.waits_for(
        "Je staat op de wachtlijst, nummer 1, voor 2 mensen. Je plek voor 1 is weer vrij."
    )
    assert labels(waiting) == ["Van de wachtlijst af", "Ander aantal"]
    await stage.fatma.presses("Ik kom")
    await stage.fatma.waits_for("Je bent aangemeld.")
    assert await stage.helpdesk.db.read(lambda s: attendance.places(s, s.get_one(Occurrence, evening)).free) == 0
    await stage.joke.presses("Alleen ik")
    await stage.joke.waits_for("Je komt: Regioavond Zeist")
    await stage.joke.presses("Ik kom niet")
    await stage.joke.waits_for("Je komt niet")
    await stage.fatma.presses("Alleen ik")
    await stage.fatma.waits_for("Je komt: Regioavond Zeist")
    await stage.fatma.presses("Ik kom niet")
    place = await stage.henk.waits_for("Er is plek: je bent aangemeld met 2 mensen.")
    assert "Klopt" in labels(place)
    assert (await answers(stage))[stage.henk.id] == ("yes", 2)


async def test_full_without_a_place_is_said_so(stage: Stage) -> None:
    await an_evening(stage, capacity=1)
    for person in (stage.joke, stage.henk):
        await looks(person)
        await person.presses("Ik kom")
    await stage.joke.waits_for("Je bent aangemeld.")
    full = await stage.henk.waits_for("Regioavond Zeist is vol. Op de wachtlijst?")
    assert buttons(full) == [["Wachtlijst voor 1", "Ander aantal"], ["Ik kom niet"]]
    await stage.henk.presses("Ander aantal")
    await stage.henk.waits_for("Met hoeveel mensen kom je")
    await stage.henk.says("met z'n vieren")
    await stage.henk.waits_for("Regioavond Zeist is vol.", button="Wachtlijst voor 4")
    await stage.henk.presses("Wachtlijst voor 4")
    await stage.henk.waits_for("Je staat op de wachtlijst, nummer 1, voor 4 mensen.")


async def test_who_waits_and_says_again_to_come_sees_their_place_in_the_line(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=1)
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo")
    await looks(stage.henk)
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, now)
    await stage.helpdesk.db.write(attendance.wait, evening, stage.henk.id, 2, now)
    await stage.henk.presses("Ik kom")
    still = await stage.henk.waits_for("Je staat op de wachtlijst, nummer 1, voor 2 mensen.")
    assert labels(still) == ["Van de wachtlijst af", "Ander aantal"]
    await stage.helpdesk.db.write(lambda s: s.execute(update(Occurrence).values(answer_by=now - timedelta(hours=1))))
    await stage.henk.presses("Ander aantal", still)

    def closed(seen: list[dict[str, Any]]) -> bool | None:
        return labels(seen[-1]) == ["Van de wachtlijst af"] or None

    await stage.henk.until(closed, "no other number any more")
    assert (await answers(stage))[stage.henk.id] == ("waiting", 2)


async def test_who_comes_and_wants_more_than_fit_gets_every_sensible_way_on(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=4)
    for person in (stage.joke, stage.henk):
        await looks(person)
        await person.presses("Ik kom")
        await person.waits_for("Je bent aangemeld.")
    await stage.joke.says("5")
    offer = await stage.joke.waits_for("Er zijn nog 3 plekken, die van jou meegeteld. 5 mensen lukt niet. Wat wil je?")
    ways = [["Ik kom alleen", "Wij met 3"], ["Wachtlijst voor 5", "Ander aantal"], ["Ik kom niet"]]
    assert buttons(offer) == ways
    await stage.joke.presses("Wij met 3")
    await stage.joke.waits_for("Je komt met 3 mensen: Regioavond Zeist")
    await stage.joke.says("6")
    await stage.joke.waits_for(
        "Er zijn nog 3 plekken, die van jou meegeteld. 6 mensen lukt niet.", button="Ik kom niet"
    )
    await stage.joke.presses("Ik kom niet")
    await stage.joke.waits_for("Je komt niet: Regioavond Zeist")
    assert await stage.helpdesk.db.read(lambda s: attendance.places(s, s.get_one(Occurrence, evening)).free) == 3


async def test_too_late_for_more_is_not_too_late_for_fewer(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=4)
    await looks(stage.joke)
    await stage.joke.presses("Ik kom")
    await stage.joke.waits_for("Je bent aangemeld.")
    await stage.joke.says("4")
    await stage.joke.waits_for("Je komt met 4 mensen")
    await stage.henk.says("/start")
    await stage.henk.waits_for("Hallo")
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.wait, evening, stage.henk.id, 1, now)
    late = now - timedelta(hours=1)
    await stage.helpdesk.db.write(lambda s: s.execute(update(Occurrence).values(answer_by=late)))
    await stage.joke.says("7")
    closed = await stage.joke.waits_for("Met meer mensen komen kan niet meer. Je komt met 4 mensen. Dat blijft zo.")
    assert buttons(closed) == [["Minder mensen", "Ik kom niet"], ["Stel een vraag"]]
    await stage.joke.presses("Minder mensen")
    asked = await stage.joke.waits_for("Je komt nu met 4 mensen. Minder kan nog, meer niet.")
    assert buttons(asked) == [["Alleen ik", "2 mensen", "3 mensen"], ["Wij met 4"]]
    await stage.joke.presses("3 mensen")
    done = await stage.joke.waits_for("Je komt met 3 mensen: Regioavond Zeist")
    assert buttons(done) == [["Zet in mijn agenda"], ["Minder mensen", "Ik kom niet"]]
    place = await stage.henk.waits_for("Er is plek: je bent aangemeld.")
    assert buttons(place) == [["Ik kom niet", "Stel een vraag"]]
    assert await answers(stage) == {stage.joke.id: ("yes", 3), stage.henk.id: ("yes", 1)}


async def test_a_reminder_asks_who_did_not_answer_and_knows_who_did(stage: Stage) -> None:
    evening = await an_evening(stage)
    for person in (stage.joke, stage.henk, stage.fatma):
        await person.says("/start")
        await person.waits_for("Hallo")
    await stage.helpdesk.db.write(_follow_everything)
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, now, 2)
    await stage.helpdesk.db.write(attendance.say, evening, stage.henk.id, "no", now)
    stage.set_clock(A_DAY_BEFORE)
    fatma = await stage.fatma.waits_for("Morgen: Regioavond Zeist.")
    assert fatma["text"].endswith("\nKom je?")
    assert buttons(fatma) == [["Ik kom", "Misschien", "Ik kom niet"], ["Meer info", "Stop meldingen"]]
    joke = await stage.joke.waits_for("Je komt met 2 mensen.")
    assert buttons(joke)[0] == ["Klopt", "Ik kom niet", "Ander aantal"]
    await marked_sent(stage, fatma)
    await stage.fatma.says("misschien")
    await stage.fatma.waits_for("Je komt misschien: Regioavond Zeist")
    assert (await answers(stage))[stage.fatma.id][0] == "maybe"
    assert not any("Regioavond" in str(m.get("text")) for m in await stage.henk.messages()), (
        "who said no hears nothing"
    )


def _follow_everything(session: Session) -> None:
    session.execute(update(Member).values(all_places=True, all_themes=True, reminders=True, changes=True))


async def test_too_late_to_sign_up_can_still_be_asked_of_a_person(stage: Stage) -> None:
    await an_evening(stage)
    await looks(stage.joke)
    late = stage.helpdesk.clock.now() - timedelta(hours=1)
    await stage.helpdesk.db.write(lambda s: s.execute(update(Occurrence).values(answer_by=late)))
    await stage.joke.presses("Ik kom")
    closed = await stage.joke.waits_for("Aanmelden voor Regioavond Zeist kan niet meer.")
    assert labels(closed) == ["Stel een vraag"]
    await stage.joke.presses("Stel een vraag")
    await stage.joke.waits_for("Typ je vraag over Regioavond Zeist.")
    await stage.joke.says("Mag ik toch nog komen?")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    card = await stage.sanne.waits_for("Mag ik toch nog komen?")
    assert "Over: Regioavond Zeist · di 26 januari, 19.30 uur · 0 aangemeld" in card["text"]


async def test_until_when_one_can_sign_up_is_seen_before_it_is_too_late(stage: Stage) -> None:
    await an_evening(stage)
    by = datetime(2027, 1, 24, 22, 59, tzinfo=UTC)
    await stage.helpdesk.db.write(lambda s: s.execute(update(Occurrence).values(answer_by=by)))
    await looks(stage.joke)
    await stage.joke.waits_for("Aanmelden kan tot zo 24 januari 2027, 23.59 uur.", button="Ik kom")
    passed = stage.helpdesk.clock.now() - timedelta(hours=1)
    await stage.helpdesk.db.write(lambda s: s.execute(update(Occurrence).values(answer_by=passed)))
    await stage.joke.says("/agenda")
    await stage.joke.waits_for("Bijeenkomsten")
    await stage.joke.presses("di 26 januari, Zeist")
    shown = await stage.joke.waits_for("Aanmelden kan niet meer.", button="Stel een vraag")
    assert "Ik kom" not in labels(shown)


@pytest.mark.parametrize(
    ("days", "asks"), [(2, "Kom je? Aanmelden kan tot zo 24 januari, 23.59 uur."), (1, "Aanmelden kan niet meer.")]
)
def test_a_reminder_says_until_when_one_can_sign_up(days: int, asks: str) -> None:
    starts, by = datetime(2027, 1, 26, 18, 30, tzinfo=UTC), datetime(2027, 1, 24, 22, 59, tzinfo=UTC)
    evening = Occurrence(
        id=1,
        title="Regioavond Zeist",
        location="",
        state="confirmed",
        all_day=False,
        zone="Europe/Amsterdam",
        starts_local=datetime.fromisoformat("2027-01-26T19:30"),
        ends_local=datetime.fromisoformat("2027-01-26T21:30"),
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        answer_by=by,
    )
    reminder = Reminder(id=1, occurrence_id=1, minutes_before=days * 1440, expires_at=starts)
    now, messages = starts - timedelta(days=days), EventMessages(ZoneInfo("Europe/Amsterdam"))
    html, rows = messages.reminder_parts(reminder, evening, Reader("nl", None), now)
    assert html.splitlines()[-1] == asks
    assert ("Ik kom" in [b.label for row in rows for b in row]) == (now < by)


async def test_what_was_typed_long_after_it_was_asked_is_a_question_again(stage: Stage) -> None:
    await an_evening(stage)
    await looks(stage.joke)
    await stage.joke.presses("Misschien")
    await stage.joke.waits_for("Je komt misschien")
    await stage.joke.presses("Ik kom")
    await stage.joke.waits_for("Je bent aangemeld.")
    assert (await answers(stage))[stage.joke.id] == ("yes", 1)
