"""Staff send a calendar and news (conversation 18)."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot.demo.actors import buttons, labels
from storage.agenda import Occurrence
from storage.people import Member
from tests.agenda.calendars import SAMPLE, event, ics
from tests.stage import Stage

ICS = "text/calendar"


async def joined(stage: Stage, *people: str) -> None:
    for name in people:
        person = getattr(stage, name)
        await person.says("/start")
        await person.waits_for("Hallo")

        def choose(session: Session, number: int = person.id) -> None:
            member = session.get_one(Member, number)
            member.all_places = member.all_themes = member.reminders = member.changes = member.news = True

        await stage.helpdesk.db.write(choose)


async def applied(stage: Stage, content: bytes) -> None:
    await stage.sanne.sends("document", content, name="agenda.ics", mime_type=ICS)
    shown = await stage.sanne.waits_for("Er is nog niets veranderd.", button="Voer door")
    await stage.sanne.presses("Voer door", shown)
    await stage.sanne.waits_for("Doorgevoerd door Sanne.")


async def test_a_calendar_is_shown_first_and_then_applied(stage: Stage) -> None:
    await stage.sanne.sends("document", SAMPLE, name="agenda.ics", mime_type=ICS)
    shown = await stage.sanne.waits_for("agenda.ics: 15 bijeenkomsten gelezen. Er is nog niets veranderd.")
    assert "Nieuw (30): Winterontmoeting van het netwerk, do 10 december, 16.00 uur;" in shown["text"]
    assert "en nog 27" in shown["text"]
    assert buttons(shown) == [["Voer door", "Niet doen"]]
    assert len(shown["text"]) <= 500
    assert await stage.helpdesk.db.read(lambda s: s.query(Occurrence).count()) == 0
    await stage.sanne.presses("Voer door")
    done = await stage.sanne.waits_for("Doorgevoerd door Sanne. Niemand krijgt bericht.")
    assert done["message_id"] == shown["message_id"]
    assert await stage.helpdesk.db.read(lambda s: s.query(Occurrence).count()) == 30
    await stage.sanne.sends("document", SAMPLE, name="agenda.ics", mime_type=ICS)
    again = await stage.sanne.waits_for("Alles staat al in de agenda.")
    assert labels(again) == []


async def test_not_doing_it_changes_nothing(stage: Stage) -> None:
    await stage.sanne.sends("document", SAMPLE, name="agenda.ics", mime_type=ICS)
    await stage.sanne.waits_for("Er is nog niets veranderd.")
    await stage.sanne.presses("Niet doen")
    await stage.sanne.waits_for("Niet gedaan. De agenda is niet veranderd.")
    assert await stage.helpdesk.db.read(lambda s: s.query(Occurrence).count()) == 0


async def test_a_moved_evening_reaches_those_who_were_told(stage: Stage) -> None:
    await joined(stage, "joke")
    await applied(stage, ics(event()))
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    await stage.joke.waits_for("Morgen: Regioavond Zeist.")
    await joined(stage, "fatma")
    await stage.sanne.sends("document", ics(event(start="20270202T193000")), name="agenda.ics", mime_type=ICS)
    shown = await stage.sanne.waits_for("Verplaatst (1)")
    assert "Regioavond Zeist, di 26 januari wordt di 2 februari. 1 mens krijgt bericht." in shown["text"]
    assert buttons(shown) == [["Voer door"], ["Zonder bericht", "Niet doen"]]
    await stage.sanne.presses("Voer door", shown)
    await stage.sanne.waits_for("Doorgevoerd door Sanne. 1 bericht gaat uit.")
    notice = await stage.joke.waits_for("Andere datum: Regioavond Zeist")
    assert notice["text"].splitlines() == [
        "Andere datum: Regioavond Zeist",
        "Was: di 26 januari, 19.30 uur",
        "Wordt: di 2 februari, 19.30 uur",
        "De plek blijft Dorpshuis De Linde, Zeist.",
    ]
    await stage.joke.presses("Meer info", notice)
    await stage.joke.waits_for("di 2 februari, 19.30 tot 21.30 uur")
    assert not [m for m in await stage.fatma.messages() if "Andere datum" in m.get("text", "")]


async def test_a_cancelled_evening_says_so_to_those_who_were_told(stage: Stage) -> None:
    await joined(stage, "joke")
    await applied(stage, ics(event()))
    stage.set_clock(datetime(2027, 1, 25, 18, 30, tzinfo=UTC))
    await stage.joke.waits_for("Morgen: Regioavond Zeist.")
    await applied(stage, ics(event(extra="STATUS:CANCELLED")))
    notice = await stage.joke.waits_for("Gaat niet door: Regioavond Zeist")
    assert "Het was op di 26 januari, 19.30 uur, Dorpshuis De Linde, Zeist." in notice["text"]


async def test_a_broken_calendar_is_explained(stage: Stage) -> None:
    broken = ics("UID:a\nSUMMARY:Zonder datum", "UID:b\nSUMMARY:Vreemd\nDTSTART;TZID=Mars/Olympus:20270126T193000")
    await stage.sanne.sends("document", broken, name="stuk.ics", mime_type=ICS)
    refused = await stage.sanne.waits_for("stuk.ics kan ik niet lezen. Er is niets veranderd.")
    assert refused["text"].splitlines()[1:] == [
        "Regel 4, Zonder datum: DTSTART ontbreekt. Vul het in en exporteer opnieuw.",
        'Regel 8, Vreemd: De tijdzone "Mars/Olympus" ken ik niet. Gebruik een naam als Europe/Amsterdam.',
    ]


async def test_a_calendar_of_24_megabytes_is_not_even_fetched(stage: Stage) -> None:
    await stage.sanne.sends("document", SAMPLE, name="groot.ics", mime_type=ICS, size=24 * 1024 * 1024)
    await stage.sanne.waits_for("Dit bestand is 24 MB. Ik lees agenda's tot 5 MB.")
