"""/agenda in the staff group: Sanne sees who comes and sets what fits (conversations 16 and 18)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.agenda import attendance
from bot.demo.actors import buttons, labels
from storage.agenda import Occurrence, Reminder
from tests.agenda.calendars import SAMPLE, event, ics
from tests.handlers.agenda.test_agenda_conversation import bring_in
from tests.handlers.agenda.test_rsvp import an_evening
from tests.stage import Stage


async def opened(stage: Stage) -> None:
    """Sanne looks at the evening in Zeist."""
    await stage.sanne.says("/agenda")
    await stage.sanne.waits_for("Bijeenkomsten (1)")
    await stage.sanne.presses("di 26 januari, Regioavond Zeist")
    await stage.sanne.waits_for("Dorpshuis De Linde, Zeist", button="Plekken")


async def met(stage: Stage) -> None:
    for person in (stage.joke, stage.henk):
        await person.says("/start")
        await person.waits_for("Hallo")


async def test_staff_see_how_full_it_is_and_get_the_list(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=2)
    await met(stage)
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, now, 2)
    await stage.helpdesk.db.write(attendance.wait, evening, stage.henk.id, 2, now)
    await stage.sanne.says("/agenda")
    listed = await stage.sanne.waits_for("Bijeenkomsten (1)")
    assert "Regioavond Zeist · 2 van 2 plekken, 1 op de wachtlijst (2 mensen)" in listed["text"]
    await stage.sanne.presses("di 26 januari, Regioavond Zeist")
    shown = await stage.sanne.waits_for("Dorpshuis De Linde, Zeist", button="Plekken")
    assert labels(shown) == ["Lijst als bestand", "Wijzig", "Plekken", "Aanmelden tot", "Herinneringen", "Terug"]
    await stage.sanne.presses("Lijst als bestand")
    sent = await stage.sanne.waits_for("Wie er komt.")
    files = stage.server.world.files
    lines = files.read(files.by_id[sent["document"]["file_id"]]).decode("utf-8-sig").splitlines()
    assert lines[0] == "Naam;Antwoord;Mensen;Sinds"
    assert [line.rsplit(";", 1)[0] for line in lines[1:]] == ["Joke;komt;2", "Henk;wachtlijst;2"]


async def test_more_room_gives_who_waits_a_place(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=1)
    await met(stage)
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, now)
    await stage.helpdesk.db.write(attendance.wait, evening, stage.henk.id, 1, now)
    await opened(stage)
    await stage.sanne.presses("Plekken")
    places = await stage.sanne.waits_for("Hoeveel mensen passen er?")
    assert buttons(places) == [["-10", "-1", "+1", "+10"], ["Geen maximum", "Terug"]]
    await stage.sanne.presses("+1")
    await stage.sanne.waits_for("2 van 2 plekken", button="+1")
    await stage.henk.waits_for("Er is plek: je bent aangemeld.")


async def test_reminders_of_one_gathering_and_the_day_to_answer_by(stage: Stage) -> None:
    evening = await an_evening(stage)
    await opened(stage)
    await stage.sanne.presses("Herinneringen")
    asked = await stage.sanne.waits_for("Wanneer herinner ik, en wie?")
    assert labels(asked)[:4] == [
        "1 week vooraf: aan",
        "1 dag vooraf: aan",
        "2 uur vooraf: aan",
        "Iedereen die dit volgt",
    ]
    await stage.sanne.presses("1 week vooraf: aan")
    await stage.sanne.waits_for("Wanneer herinner ik", button="1 week vooraf: uit")
    await stage.sanne.presses("Iedereen die dit volgt")
    await stage.sanne.waits_for("Wanneer herinner ik", button="Alleen wie komt")
    query = select(Reminder.minutes_before).order_by(Reminder.minutes_before)
    assert await stage.helpdesk.db.read(lambda s: list(s.scalars(query))) == [120, 1440]
    await stage.sanne.presses("Terug")
    await stage.sanne.waits_for("Dorpshuis De Linde", button="Aanmelden tot")
    await stage.sanne.presses("Aanmelden tot")
    await stage.sanne.waits_for("Tot wanneer kunnen mensen zeggen dat ze komen?")
    await stage.sanne.presses("1 dag vooraf")
    await stage.sanne.waits_for("Aanmelden kan tot ma 25 januari, 19.30 uur.")
    found = await stage.helpdesk.db.read(lambda s: s.get_one(Occurrence, evening))
    assert found.answer_by == found.starts_at - timedelta(days=1)


async def test_what_staff_set_stays_when_the_calendar_is_read_again(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=12)
    await bring_in(stage, ics(event(extra="DESCRIPTION:Met soep")))
    assert (await stage.helpdesk.db.read(lambda s: s.get_one(Occurrence, evening))).capacity == 12


async def test_an_empty_agenda_says_how_to_fill_it(stage: Stage) -> None:
    await stage.sanne.says("/agenda")
    await stage.sanne.waits_for("Er staat niets in de agenda.")


async def test_a_month_as_a_picture_and_the_next_one(stage: Stage) -> None:
    await bring_in(stage, SAMPLE)
    await stage.sanne.says("/maandbeeld")
    shown = await stage.sanne.waits_for("Het maandbeeld.")
    assert shown["photo"]
    await stage.sanne.presses("Volgende maand")

    def later(seen: list[dict[str, Any]]) -> dict[str, Any] | None:
        return seen[-1] if seen[-1]["message_id"] > shown["message_id"] and "photo" in seen[-1] else None

    following = await stage.sanne.until(later, "the next month")
    files = stage.server.world.files
    pictures = [files.read(files.by_id[m["photo"][-1]["file_id"]]) for m in (shown, following)]
    assert pictures[0].startswith(b"\x89PNG")
    assert pictures[1].startswith(b"\x89PNG")
    assert pictures[0] != pictures[1]
