"""The agenda follows a calendar elsewhere: what nobody hears of is done, the rest waits for staff."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.agenda import attendance
from bot.demo.actors import buttons
from storage.agenda import Event, Occurrence
from storage.feeds import Feed
from tests.agenda.calendars import event, ics
from tests.handlers.agenda.test_agenda_staff import joined
from tests.stage import Stage

pytestmark = pytest.mark.parametrize("stage_options", [{"events.feeds_private": "true"}], indirect=True)


class Elsewhere:
    """A calendar on a web server."""

    url = ""
    content = b""
    status = 200
    asked = 0
    full = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        etag = f'"{hash(self.content)}"'
        if self.status != 200:
            return web.Response(status=self.status)
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        self.full += 1
        return web.Response(body=self.content, headers={"ETag": etag})


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    """A calendar with one evening in Zeist."""
    found = Elsewhere()
    found.content = ics(event())
    app = web.Application()
    app.router.add_get("/secret/agenda.ics", found.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/secret/agenda.ics"
    yield found
    await runner.cleanup()


async def follow(stage: Stage, elsewhere: Elsewhere) -> None:
    await stage.sanne.says(f"/agenda_feed {elsewhere.url}")
    await stage.sanne.waits_for("Ik volg de agenda van 127.0.0.1. Ik kijk elke uur.")
    done = await stage.sanne.waits_for("De agenda van 127.0.0.1 is veranderd. Dit is gedaan, niemand kreeg bericht.")
    assert "Nieuw (1): Regioavond Zeist" in done["text"]


async def titles(stage: Stage) -> list[tuple[str, str]]:
    query = select(Occurrence.title, Event.source).join(Event, Event.id == Occurrence.event_id)
    return await stage.helpdesk.db.read(lambda s: [(t, source) for t, source in s.execute(query)])


async def test_what_changes_elsewhere_changes_here(stage: Stage, elsewhere: Elsewhere) -> None:
    await follow(stage, elsewhere)
    assert await titles(stage) == [("Regioavond Zeist", "feed:1")]
    elsewhere.content = ics(event(start="20270202T193000"), event("b", "20270301T193000", "Nieuw"))
    stage.forward(timedelta(hours=1, minutes=1))
    moved = "Verplaatst (1): Regioavond Zeist, di 26 januari 2027 wordt di 2 februari 2027"
    changed = await stage.sanne.waits_for(moved)
    assert "Nieuw (1): Nieuw, ma 1 maart 2027, 19.30 uur" in changed["text"]
    assert buttons(changed) == []
    asked = elsewhere.asked
    stage.forward(timedelta(hours=1, minutes=1))
    await stage.sanne.until(lambda _seen: elsewhere.asked > asked or None, "asked again")
    assert elsewhere.full == 2, "what did not change is not sent again"


async def test_what_people_would_hear_waits_for_staff(stage: Stage, elsewhere: Elsewhere) -> None:
    await joined(stage, "joke")
    await follow(stage, elsewhere)
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    await stage.joke.waits_for("Morgen: Regioavond Zeist.")
    elsewhere.content = ics(event(extra="STATUS:CANCELLED"), event("b", "20270301T193000", "Nieuw"))
    stage.forward(timedelta(hours=1, minutes=1))
    waits = await stage.sanne.waits_for("De agenda van 127.0.0.1 is veranderd. Wat wil je?")
    assert "Afgelast (1): Regioavond Zeist" in waits["text"]
    assert "1 mens krijgt bericht." in waits["text"]
    assert buttons(waits) == [["Voer door"], ["Zonder bericht", "Niet doen"]]
    assert ("Nieuw", "feed:1") in await titles(stage), "what nobody hears of is done meanwhile"
    assert not [m for m in await stage.joke.messages() if "Gaat niet door" in m.get("text", "")]
    await stage.sanne.presses("Voer door", waits)
    await stage.joke.waits_for("Gaat niet door: Regioavond Zeist")


async def test_places_that_go_to_who_waits_wait_for_staff_too(stage: Stage, elsewhere: Elsewhere) -> None:
    await joined(stage, "joke", "henk")
    elsewhere.content = ics(event(extra="X-OMZIEN-PLACES:1"))
    await follow(stage, elsewhere)
    evening = await stage.helpdesk.db.read(lambda s: s.scalars(select(Occurrence.id)).one())
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening, stage.joke.id, now)
    await stage.helpdesk.db.write(attendance.wait, evening, stage.henk.id, 1, now)
    elsewhere.content = ics(event(extra="X-OMZIEN-PLACES:2"))
    stage.forward(timedelta(hours=1, minutes=1))
    waits = await stage.sanne.waits_for("De agenda van 127.0.0.1 is veranderd. Wat wil je?", button="Voer door")
    assert "1 plek wordt 2, 1 van de wachtlijst krijgt plek" in waits["text"]
    await stage.sanne.presses("Voer door", waits)
    await stage.sanne.waits_for("Doorgevoerd door Sanne. 1 bericht gaat uit.")
    await stage.henk.waits_for("Er is plek: je bent aangemeld.")


async def test_a_failure_that_lasts_is_told_once_and_so_is_its_end(stage: Stage, elsewhere: Elsewhere) -> None:
    await follow(stage, elsewhere)
    elsewhere.status = 503
    for failures in (1, 2, 3, 4):
        stage.forward(timedelta(days=1, minutes=1))
        await failed(stage, failures)
    await stage.sanne.waits_for("kan ik niet lezen. Ik blijf het proberen.\nDe server antwoordt met 503.")
    elsewhere.status = 200
    stage.forward(timedelta(days=1, minutes=1))
    await stage.sanne.waits_for("De agenda van 127.0.0.1 kan ik weer lezen.")
    told = [m for m in await stage.sanne.messages() if "kan ik niet lezen" in m.get("text", "")]
    assert len(told) == 1
    assert not [m for m in await stage.sanne.messages() if m["from"]["is_bot"] and "secret" in m.get("text", "")]


async def test_it_can_be_stopped(stage: Stage, elsewhere: Elsewhere) -> None:
    await follow(stage, elsewhere)
    await stage.sanne.says("/agenda_feed")
    await stage.sanne.waits_for("Deze agenda's volg ik:", button="Stop 127.0.0.1")
    await stage.sanne.presses("Stop 127.0.0.1")
    await stage.sanne.waits_for("Ik volg 127.0.0.1 niet meer.")
    await stage.sanne.says("/agenda_feed")
    await stage.sanne.waits_for("Ik volg nog geen agenda.")
    assert len(await titles(stage)) == 1


async def test_what_cannot_be_followed_says_why(stage: Stage, elsewhere: Elsewhere) -> None:
    elsewhere.content = b"<html>Log in</html>"
    await stage.sanne.says(f"/agenda_feed {elsewhere.url}")
    await stage.sanne.waits_for("Deze agenda kan ik niet volgen.\nDit is geen agenda.")
    await stage.sanne.says("/agenda_feed agenda")
    await stage.sanne.waits_for("Dit is geen link.")


async def failed(stage: Stage, times: int) -> None:
    """Wait until it could not be read so many times in a row."""
    for _look in range(300):
        if (await stage.helpdesk.db.read(lambda s: s.scalars(select(Feed.failures)).one())) >= times:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"it did not fail {times} times within 30 s")
