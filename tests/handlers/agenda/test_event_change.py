"""Staff change a gathering that is in the agenda, or call it off: who knows of it hears that, seen first."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.agenda import attendance
from bot.demo.actors import buttons
from storage.agenda import Attendance
from tests.agenda.calendars import SAMPLE, event, ics
from tests.desk.scenes import heard, toasts
from tests.handlers.agenda.test_agenda_staff import applied, joined
from tests.handlers.agenda.written import EVENING, gatherings, put
from tests.stage import Stage


async def test_a_change_reaches_who_knows_of_it_and_is_seen_first(stage: Stage) -> None:
    await joined(stage, "joke", "fatma")
    await put(stage)
    stage.set_clock(datetime(2027, 1, 11, 18, 30, tzinfo=UTC))
    for person in (stage.joke, stage.fatma):
        await person.waits_for("Morgen: Buurtavond.")
    await stage.karim.presses("Wijzig")
    shown = await stage.karim.waits_for("Wat verandert er?", button="Tijd")
    await stage.karim.replies(shown, "wo 13 jan 20 uur")
    change = await stage.karim.waits_for("2 mensen krijgen bericht.")
    assert buttons(change) == [
        ["Voer door", "Bekijk bericht"],
        ["Tijd", "Plek", "Meer"],
        ["Zonder bericht", "Niet doen"],
    ]
    await stage.karim.presses("Bekijk bericht", change)
    shown = await stage.karim.waits_for(
        "Andere datum: Buurtavond\nWas: di 12 januari, 19.30 uur\nWordt: wo 13 januari, 20.00 uur"
    )
    asked = await stage.karim.waits_for("Zo komt het aan bij 2 mensen.", button="Terug")
    assert buttons(asked) == [["Voer door, stuur aan 2"], ["Zonder bericht", "Terug"]]
    await stage.karim.presses("Terug", asked)
    await stage.karim.waits_for("Dit verandert.", button="Bekijk bericht")
    await stage.karim.presses("Bekijk bericht")
    await stage.karim.waits_for("Zo komt het aan bij 2 mensen.", button="Voer door, stuur aan 2")
    await stage.karim.presses("Voer door, stuur aan 2")
    await stage.karim.waits_for("Gewijzigd door Karim. 2 berichten gaan uit.")
    for person in (stage.joke, stage.fatma):
        got = await person.waits_for("Andere datum: Buurtavond")
        assert (got["text"], buttons(got)) == (shown["text"], buttons(shown))


async def test_calling_off_and_on_again(stage: Stage) -> None:
    await joined(stage, "joke")
    await put(stage)
    stage.set_clock(datetime(2027, 1, 11, 18, 30, tzinfo=UTC))
    await stage.joke.waits_for("Morgen: Buurtavond.")
    await stage.karim.presses("Gelast af")
    asked = await stage.karim.waits_for("Gaat dit niet door?")
    assert "1 mens krijgt bericht." in asked["text"]
    assert buttons(asked) == [["Gelast af", "Bekijk bericht"], ["Zonder bericht", "Terug"]]
    await stage.karim.presses("Gelast af", asked)
    off = await stage.karim.waits_for("Afgelast door Karim. 1 bericht gaat uit.")
    await stage.joke.waits_for("Gaat niet door: Buurtavond")
    await stage.karim.presses("Gaat toch door", off)
    again = await stage.karim.waits_for("Gaat dit toch door?")
    await stage.karim.presses("Gaat toch door", again)
    await stage.karim.waits_for("Gaat toch door, zegt Karim.")
    await stage.joke.waits_for("Gaat toch door: Buurtavond")


async def test_what_came_free_while_it_was_off_goes_to_who_waits_when_it_goes_on(stage: Stage) -> None:
    await joined(stage, "joke", "henk")
    await put(stage, f"{EVENING} max 1")
    (row,) = await gatherings(stage)
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, row.id, stage.joke.id, now)
    await stage.helpdesk.db.write(attendance.wait, row.id, stage.henk.id, 1, now)
    await stage.karim.presses("Gelast af")
    await stage.karim.presses("Gelast af", await stage.karim.waits_for("Gaat dit niet door?"))
    off = await stage.karim.waits_for("Afgelast door Karim. 2 berichten gaan uit.")
    await stage.henk.waits_for("Gaat niet door: Buurtavond")
    await stage.joke.waits_for("Gaat niet door: Buurtavond")
    await stage.helpdesk.db.write(attendance.say, row.id, stage.joke.id, "no", now)
    await stage.karim.presses("Gaat toch door", off)
    await stage.karim.presses("Gaat toch door", await stage.karim.waits_for("Gaat dit toch door?"))
    await stage.karim.waits_for("Gaat toch door, zegt Karim. 2 berichten gaan uit.")
    await stage.joke.waits_for("Gaat toch door: Buurtavond")
    await stage.henk.waits_for("Gaat toch door: Buurtavond\nEr is plek: je bent aangemeld.", button="Klopt")
    told = [m for m in await stage.henk.messages() if "Gaat toch door" in str(m.get("text"))]
    assert len(told) == 1


async def test_the_message_of_calling_off_is_seen_first_as_it_arrives(stage: Stage) -> None:
    await joined(stage, "joke", "fatma")
    await put(stage)
    stage.set_clock(datetime(2027, 1, 11, 18, 30, tzinfo=UTC))
    for person in (stage.joke, stage.fatma):
        await person.waits_for("Morgen: Buurtavond.")
    await stage.karim.presses("Gelast af")
    asked = await stage.karim.waits_for("Gaat dit niet door?", button="Bekijk bericht")
    await stage.karim.presses("Bekijk bericht", asked)
    shown = await stage.karim.waits_for("Gaat niet door: Buurtavond")
    arrives = await stage.karim.waits_for("Zo komt het aan bij 2 mensen.", button="Terug")
    assert buttons(arrives) == [["Gelast af, stuur aan 2"], ["Zonder bericht", "Terug"]]
    assert buttons(await stage.karim.waits_for("Gaat dit niet door?")) == []
    seen = toasts(stage)
    await stage.karim.presses("Stel een vraag", shown)
    await heard(seen, "Een voorbeeld: deze knop doet hier niets.")
    await stage.karim.presses("Terug", arrives)
    asked = await stage.karim.waits_for("Gaat dit niet door?", button="Bekijk bericht")
    await stage.karim.presses("Bekijk bericht", asked)
    arrives = await stage.karim.waits_for("Zo komt het aan bij 2 mensen.", button="Gelast af, stuur aan 2")
    await stage.karim.presses("Gelast af, stuur aan 2", arrives)
    await stage.karim.waits_for("Afgelast door Karim. 2 berichten gaan uit.")
    for person in (stage.joke, stage.fatma):
        got = await person.waits_for("Gaat niet door: Buurtavond")
        assert (got["text"], buttons(got)) == (shown["text"], buttons(shown))
    assert len([m for m in await stage.joke.messages() if "Gaat niet door" in m.get("text", "")]) == 1


async def test_what_staff_changed_stays_until_the_calendar_says_something_else(stage: Stage) -> None:
    await applied(stage, ics(event()))
    await stage.sanne.says("/evenement")
    how = await stage.sanne.waits_for(
        "Schrijf de bijeenkomst in één bericht", button="di 26 januari, Regioavond Zeist"
    )
    await stage.sanne.presses("di 26 januari, Regioavond Zeist", how)
    shown = await stage.sanne.waits_for("Wat verandert er?")
    await stage.sanne.replies(shown, "20.00 uur")
    await stage.sanne.waits_for("Dit verandert.", button="Voer door")
    await stage.sanne.presses("Voer door")
    await stage.sanne.waits_for("Gewijzigd door Sanne.")
    await stage.sanne.sends("document", ics(event()), name="agenda.ics", mime_type="text/calendar")
    kept = await stage.sanne.waits_for("Door jullie gewijzigd (1): Regioavond Zeist. Dat laat ik zo.")
    assert buttons(kept) == []
    await stage.sanne.sends(
        "document", ics(event(start="20270202T193000")), name="agenda.ics", mime_type="text/calendar"
    )
    moved = await stage.sanne.waits_for(
        "Verplaatst (1): Regioavond Zeist, di 26 januari 2027 wordt di 2 februari 2027."
    )
    await stage.sanne.presses("Voer door", moved)
    await stage.sanne.until(lambda seen: applied_to(moved["message_id"], seen), "the second is applied")
    (row,) = await gatherings(stage)
    assert (row.starts_local.isoformat(), row.overrules) == ("2027-02-02T19:30:00", None)


def applied_to(message_id: int, seen: list[dict[str, Any]]) -> bool | None:
    """Whether this message says that it was done; None: not yet."""
    return any(m["message_id"] == message_id and "Doorgevoerd" in m.get("text", "") for m in seen) or None


async def test_more_places_go_to_who_waits(stage: Stage) -> None:
    await joined(stage, "joke")
    await put(stage, f"{EVENING} max 1")
    (row,) = await gatherings(stage)
    now = stage.helpdesk.clock.now()

    def waits(session: object) -> None:
        for person, answer in ((stage.fatma, "yes"), (stage.joke, "waiting")):
            session.add(  # type: ignore[attr-defined]
                Attendance(
                    occurrence_id=row.id, member_id=person.id, answer=answer, people=1, since=now, updated_at=now
                )
            )

    await stage.fatma.says("/start")
    await stage.fatma.waits_for("Hallo")
    await stage.helpdesk.db.write(waits)
    await stage.karim.presses("Wijzig")
    shown = await stage.karim.waits_for("Wat verandert er?")
    await stage.karim.replies(shown, "plekken: 2")
    change = await stage.karim.waits_for("Plekken: 1 wordt 2")
    await stage.karim.presses("Voer door", change)
    await stage.joke.waits_for("Er is plek: je bent aangemeld")


async def test_what_can_be_changed_is_shown_page_by_page(stage: Stage) -> None:
    await applied(stage, SAMPLE)
    await stage.sanne.says("/evenement")
    first = await stage.sanne.waits_for("Wijzigen of afgelasten? Kies een bijeenkomst (1 tot 5 van 30).")
    assert first["text"].startswith("Schrijf de bijeenkomst in één bericht:")
    assert buttons(first)[5:] == [["Volgende"], ["Sjabloon (Excel)", "Agenda als Excel"]]
    assert len(first["text"]) <= 500
    await stage.sanne.presses("Volgende", first)
    second = await stage.sanne.waits_for("Kies een bijeenkomst (6 tot 10 van 30).")
    assert second["message_id"] == first["message_id"]
    assert (len(buttons(second)), buttons(second)[5]) == (6, ["Vorige", "Volgende"])
    assert not {label for row in buttons(first)[:5] for label in row} & {
        label for row in buttons(second) for label in row
    }
    for n in range(11, 27, 5):
        await stage.sanne.presses("Volgende", second)
        second = await stage.sanne.waits_for(f"({n} tot {n + 4} van 30)")
    assert buttons(second)[5] == ["Vorige"]
    await stage.sanne.presses(buttons(second)[4][0], second)
    await stage.sanne.waits_for("Wat verandert er?", button="Tijd")
    await stage.sanne.presses("Vorige", second)
    await stage.sanne.waits_for("(21 tot 25 van 30)", button="Vorige")
