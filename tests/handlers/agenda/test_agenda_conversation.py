"""/agenda, reminders and changes, as Fatma reads them (conversations 1, 16 and 17)."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.agenda import calendar, imports, region
from bot.demo.actors import buttons, labels, words
from bot.settings import CONTENT
from storage.database import Database
from storage.lease import Lease
from storage.outbox import Body, OutboxRow
from storage.people import Member
from tests.agenda.calendars import SAMPLE, event, ics
from tests.stage import Stage


async def bring_in(stage: Stage, content: bytes) -> None:
    settings = stage.settings
    now = stage.helpdesk.clock.now()
    parsed = calendar.read(content, now, settings.zone)
    here, offsets = region.load(CONTENT / "region.yaml"), settings.events.reminders_minutes_before
    await stage.helpdesk.db.write(imports.import_calendar, parsed, here, offsets, now)


async def follows_everything(stage: Stage) -> None:
    await stage.fatma.says("/start")
    await stage.fatma.waits_for("Hallo Fatma.")

    def choose(session: Session) -> None:
        member = session.get_one(Member, stage.fatma.id)
        member.all_places = member.all_themes = member.reminders = member.news = True

    await stage.helpdesk.db.write(choose)


async def test_the_agenda_shows_five_at_a_time(stage: Stage) -> None:
    await bring_in(stage, SAMPLE)
    await stage.fatma.says("/agenda")
    first = await stage.fatma.waits_for("Bijeenkomsten, 1 tot 5 van 30")
    assert first["text"].splitlines()[1] == "do 10 december, 16.00 uur: Winterontmoeting van het netwerk"
    assert buttons(first)[0] == ["do 10 december, Utrecht"]
    assert buttons(first)[1] == ["di 5 januari, online"]
    assert buttons(first)[-1] == ["Meldingen", "Volgende"]
    await stage.fatma.presses("Volgende")
    second = await stage.fatma.waits_for("Bijeenkomsten, 6 tot 10 van 30")
    assert buttons(second)[-1] == ["Meldingen", "Vorige", "Volgende"]
    assert second["message_id"] == first["message_id"]
    assert len(second["text"]) <= 360


async def test_a_press_shows_the_details_and_back(stage: Stage) -> None:
    await bring_in(stage, SAMPLE)
    await stage.fatma.says("/agenda")
    await stage.fatma.waits_for("Bijeenkomsten")
    await stage.fatma.presses("do 14 januari, Amersfoort")
    details = await stage.fatma.waits_for("Kennisplatform: geld voor je initiatief")
    assert details["text"].splitlines()[1:3] == [
        "do 14 januari 2027, 19.30 tot 21.30 uur",
        "Stadsgehoorzaal De Brug, Amersfoort",
    ]
    assert "Hoe kies je een fonds" in details["text"]
    assert labels(details) == ["Ik kom", "Misschien", "Ik kom niet", "Zet in mijn agenda", "Website", "Terug"]
    await stage.fatma.presses("Terug")
    await stage.fatma.waits_for("Bijeenkomsten, 1 tot 5 van 30")


async def test_what_is_called_off_says_so(stage: Stage) -> None:
    await bring_in(stage, ics(event(extra="STATUS:CANCELLED"), event("b", "20270417T000000", "Festival")))
    await stage.fatma.says("/agenda")
    found = await stage.fatma.waits_for("Regioavond Zeist (gaat niet door)")
    await stage.fatma.presses(labels(found)[0])
    await stage.fatma.waits_for("Gaat niet door: Regioavond Zeist")


async def test_an_empty_agenda_says_so(stage: Stage) -> None:
    await stage.fatma.says("/agenda")
    empty = await stage.fatma.waits_for("Er staat nu niets in de agenda.")
    assert labels(empty) == ["Meldingen"]


async def test_reminders_come_a_day_and_two_hours_before(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, SAMPLE)
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    day = await stage.fatma.waits_for("Morgen: Regioavond Zeist.")
    assert day["text"].splitlines() == [
        "Morgen: Regioavond Zeist.",
        "Vrijwilligers vinden en houden",
        "di 26 januari, 19.30 uur, Dorpshuis De Linde, Zeist.",
        "Kom je?",
    ]
    assert buttons(day) == [["Ik kom", "Misschien", "Ik kom niet"], ["Meer info", "Stop meldingen"]]
    stage.set_clock(datetime(2027, 1, 26, 16, 30, tzinfo=UTC))
    hours = await stage.fatma.waits_for("Over 2 uur: Regioavond Zeist.")
    assert hours["text"].splitlines()[1] == "19.30 uur, Dorpshuis De Linde, Zeist. Tot straks."


async def test_more_info_opens_in_place_and_closes_again(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, SAMPLE)
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    reminder = await stage.fatma.waits_for("Morgen: Regioavond Zeist.")
    await stage.fatma.presses("Meer info")
    info = await stage.fatma.waits_for("Er is een ringleiding.")
    assert info["message_id"] == reminder["message_id"]
    await stage.fatma.presses("Terug")
    await stage.fatma.waits_for("Morgen: Regioavond Zeist.")


async def test_stop_under_a_reminder_stops_what_follows(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, SAMPLE)
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    await stage.fatma.waits_for("Morgen: Regioavond Zeist.")
    await stage.fatma.presses("Stop meldingen")
    await stage.fatma.waits_for("Je krijgt geen meldingen meer.")
    before = len(await stage.fatma.messages())
    stage.set_clock(datetime(2027, 1, 26, 16, 31, tzinfo=UTC))
    await stage.fatma.says("/agenda")
    await stage.fatma.waits_for("Bijeenkomsten")
    assert len(await stage.fatma.messages()) == before + 2


async def test_a_restart_forgets_no_reminder_and_repeats_none(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, SAMPLE)
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    await stage.fatma.waits_for("Morgen: Regioavond Zeist.")
    await stage.helpdesk.stop()
    stage.set_clock(datetime(2027, 1, 26, 17, 0, tzinfo=UTC))
    await stage.restart()
    late = await stage.fatma.waits_for("Vandaag: Regioavond Zeist.")
    texts = [m["text"] for m in await stage.fatma.messages() if "Regioavond Zeist" in m.get("text", "")]
    assert len(texts) == 2, "the one of the day before came once"
    assert late["text"].splitlines()[-2] == "di 26 januari, 19.30 uur, Dorpshuis De Linde, Zeist."


async def test_the_night_walk_names_summer_time(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, SAMPLE)
    stage.set_clock(datetime(2027, 10, 30, 0, 30, tzinfo=UTC))
    await asyncio.sleep(2)
    assert not any("Nachtwandeling" in words(m) for m in await stage.fatma.messages()), "she has her rest"
    stage.set_clock(datetime(2027, 10, 30, 6, 0, tzinfo=UTC))
    day = await stage.fatma.waits_for("Morgen: Nachtwandeling.")
    assert "zo 31 oktober, 2.30 uur, zomertijd, Start: Parkeerplaats Kaapse Bossen, Doorn." in day["text"]
    stage.set_clock(datetime(2027, 10, 30, 22, 30, tzinfo=UTC))
    hours = await stage.fatma.waits_for("Over 2 uur: Nachtwandeling.")
    assert "2.30 uur" in hours["text"]
    query = select(Body.payload).join(OutboxRow, OutboxRow.body_id == Body.id).order_by(OutboxRow.id.desc())
    last = await stage.helpdesk.db.read(lambda s: s.execute(query).scalars().first())
    assert last is not None and last["disable_notification"], "her rest ends after the start: no sound"
    stage.forward(timedelta(hours=3))


async def test_the_buttons_of_a_reminder_can_be_typed(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, SAMPLE)
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    reminder = await stage.fatma.waits_for("Morgen: Regioavond Zeist.")
    await stage.fatma.says("meer info")
    info = await stage.fatma.waits_for("Er is een ringleiding.")
    assert info["message_id"] > reminder["message_id"]
    await stage.fatma.says("Stop meldingen")
    await stage.fatma.waits_for("Je krijgt geen meldingen meer.")


async def test_after_a_pause_one_message_says_what_matters_with_a_way_to_each(stage: Stage) -> None:
    await follows_everything(stage)
    await bring_in(stage, ics(event(), event("b", "20270126T200000", "Koken in Zeist")))
    await stage.helpdesk.stop()
    hours = timedelta(hours=19.5)
    await asyncio.to_thread(_was_down, stage, hours)
    stage.set_clock(datetime(2027, 1, 26, 8, 30, tzinfo=UTC))
    await stage.restart()
    piled = await stage.fatma.waits_for("Ik lag stil van ma 14.00 uur tot di 9.30 uur. Sorry.")
    assert piled["text"].splitlines()[1:] == [
        "1. Vanavond, di 26 januari: Regioavond Zeist, 19.30 uur, Zeist.",
        "2. Vanavond, di 26 januari: Koken in Zeist, 20.00 uur, Zeist.",
        "Stelde je een vraag? Die is bewaard. Je krijgt antwoord.",
    ]
    assert buttons(piled) == [["Bekijk 1", "Bekijk 2"], ["Stop meldingen"]]
    await stage.fatma.presses("Bekijk 2", piled)
    details = await stage.fatma.waits_for("Koken in Zeist", button="Ik kom")
    assert details["message_id"] != piled["message_id"]


def _was_down(stage: Stage, length: timedelta) -> None:
    """As if the bot had stopped so long ago."""
    db = Database(stage.settings.storage.url, lambda: datetime.now(UTC))
    try:
        db.write_now(lambda s: s.execute(update(Lease).values(until=datetime.now(UTC) - length)))
    finally:
        db.close()
