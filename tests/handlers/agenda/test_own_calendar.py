"""The calendar that others follow: everything, a choice, and Joke's own at an address nobody can guess."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import aiohttp
import pytest
import vobject
from aiohttp.test_utils import make_mocked_request
from sqlalchemy import update

from bot.agenda import attendance
from bot.web_agenda import AgendaRoutes
from storage.agenda import Occurrence
from tests.agenda.calendars import SAMPLE, event, ics
from tests.handlers.agenda.test_agenda_conversation import bring_in
from tests.handlers.agenda.test_rsvp import an_evening
from tests.stage import Stage, free_port

PORT = free_port()
SERVED = {"web.port": str(PORT), "web.url": f"http://127.0.0.1:{PORT}"}
served = pytest.mark.parametrize("stage_options", [SERVED], indirect=True, ids=["served"])


async def fetch(address: str, **headers: str) -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return answer.status, (await answer.read()).decode(), answer.headers.get("ETag", "")


def events(calendar: str) -> list[str]:
    found = vobject.readOne(calendar)
    return sorted(one.summary.value for one in found.contents.get("vevent", []))


@served
async def test_all_or_by_municipality_and_theme_and_not_again_when_nothing_changed(stage: Stage) -> None:
    await bring_in(stage, SAMPLE)
    base = f"{stage.settings.web.url}/agenda.ics"
    status, everything, tag = await fetch(base)
    assert status == 200
    assert len(events(everything)) == 30
    assert (await fetch(base, **{"If-None-Match": tag}))[0] == 304
    _, zeist, _ = await fetch(base + "?gemeente=Zeist&onderwerp=vrijwilligers")
    assert "Regioavond Zeist: vrijwilligers vinden en houden" in events(zeist)
    assert 0 < len(events(zeist)) < 30
    assert (await fetch(base + "?gemeente=" + "x" * 99))[0] == 400


@served
async def test_what_is_moved_or_called_off_reaches_the_calendar_under_the_same_name(stage: Stage) -> None:
    await bring_in(stage, ics(event()))
    await bring_in(stage, ics(event(start="20270202T193000", extra="SEQUENCE:1"), event("b", title="Nieuw")))
    _, found, _ = await fetch(f"{stage.settings.web.url}/agenda.ics")
    moved = next(one for one in vobject.readOne(found).vevent_list if one.uid.value == "a")
    assert moved.dtstart.value.astimezone(UTC) == datetime(2027, 2, 2, 18, 30, tzinfo=UTC)
    assert (moved.sequence.value, moved.status.value) == ("1", "CONFIRMED")


@served
async def test_ones_own_calendar_has_what_one_comes_to_until_the_address_is_changed(stage: Stage) -> None:
    evening = await an_evening(stage)
    await stage.joke.says("/agenda")
    await stage.joke.waits_for("Bijeenkomsten")
    await stage.joke.presses("In mijn agenda")
    shown = await stage.joke.waits_for("Waar je komt:")
    address = re.search(r"http\S+/agenda/\S+\.ics", shown["text"])
    assert address is not None
    assert events((await fetch(address[0]))[1]) == []
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, stage.helpdesk.clock.now())
    await stage.joke.presses("Nieuw adres")
    again = await stage.joke.waits_for("Dit is je nieuwe adres.")
    new = re.search(r"http\S+/agenda/\S+\.ics", again["text"])
    assert new is not None
    assert new[0] != address[0]
    assert events((await fetch(new[0]))[1]) == ["Regioavond Zeist"]
    assert (await fetch(f"{stage.settings.web.url}/agenda/nobody-has-this.ics"))[0] == 404
    await stage.helpdesk.db.write(lambda s: s.execute(update(Occurrence).values(state="cancelled")))


async def test_without_an_address_from_outside_nothing_is_offered(stage: Stage) -> None:
    await an_evening(stage)
    await stage.joke.says("/agenda")
    shown = await stage.joke.waits_for("Bijeenkomsten")
    assert "In mijn agenda" not in str(shown["reply_markup"])


async def test_many_questions_at_once_are_refused_and_the_same_question_is_made_once() -> None:
    made: list[object] = []
    time = [0.0]

    async def make(which: object) -> bytes:
        made.append(which)
        return b"BEGIN:VCALENDAR"

    routes = AgendaRoutes(make, lambda: time[0])
    statuses = []
    for number in range(40):
        statuses.append((await routes.chosen(make_mocked_request("GET", f"/agenda.ics?gemeente={number}"))).status)
    assert (statuses.count(200), statuses.count(429)) == (20, 20)
    time[0] += 1
    for _ in range(3):
        assert (await routes.chosen(make_mocked_request("GET", "/agenda.ics?gemeente=nieuw"))).status == 200
    assert len(made) == 21
