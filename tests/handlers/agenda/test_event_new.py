"""Staff write a gathering in one message, correct it, change it and call it off (conversation 18)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import attendance, choices
from bot.demo.actors import buttons
from storage.agenda import Attendance, Event, Occurrence, Reminder
from storage.people import Member
from tests.agenda.calendars import SAMPLE, event, ics
from tests.desk.scenes import heard, toasts
from tests.handlers.agenda.test_agenda_staff import applied, joined
from tests.stage import Stage

EVENING = "/evenement di 12 jan 19:30 Buurtavond, De Klup, Amersfoort #eenzaamheid"


async def gatherings(stage: Stage) -> list[Occurrence]:
    return await stage.helpdesk.db.read(lambda s: list(s.scalars(select(Occurrence).order_by(Occurrence.id))))


async def put(stage: Stage, text: str = EVENING) -> None:
    await stage.karim.says(text)
    shown = await stage.karim.waits_for("Zo lees ik het. Klopt dit?", button="In de agenda")
    await stage.karim.presses("In de agenda", shown)
    await stage.karim.waits_for("In de agenda gezet door Karim.")


async def test_a_message_is_shown_as_it_was_read_and_then_put_in_the_agenda(stage: Stage) -> None:
    await stage.karim.says(EVENING)
    shown = await stage.karim.waits_for("Zo lees ik het. Klopt dit?")
    assert shown["text"].splitlines()[1:] == [
        "Wat: Buurtavond",
        "Wanneer: di 12 januari 2027, 19.30 tot 21.30 uur (einde geraden)",
        "Waar: De Klup, Amersfoort · Gemeente: Amersfoort",
        "Onderwerp: eenzaamheid · Plekken: geen maximum",
        "Herinneren: 1 week, 1 dag en 2 uur vooraf",
    ]
    assert buttons(shown) == [["In de agenda"], ["Tijd", "Plek", "Meer"], ["Niet doen"]]
    assert await gatherings(stage) == []
    await stage.karim.presses("In de agenda", shown)
    done = await stage.karim.waits_for("In de agenda gezet door Karim.")
    assert "Eerste herinnering: di 5 januari 2027, 19.30 uur." in done["text"]
    assert buttons(done) == [["Wijzig", "Gelast af"]]
    (row,) = await gatherings(stage)
    assert (row.title, row.place, row.themes) == ("Buurtavond", "Amersfoort", ["eenzaamheid"])
    assert row.starts_at == datetime(2027, 1, 12, 18, 30, tzinfo=UTC)
    assert await stage.helpdesk.db.read(lambda s: s.query(Reminder).count()) == 3


async def test_a_day_that_is_another_day_of_the_week_is_asked(stage: Stage) -> None:
    await stage.karim.says("/evenement di 13 jan 19:30 Buurtavond, De Klup, Amersfoort")
    asked = await stage.karim.waits_for("13 januari is een woensdag. Wat klopt?")
    assert asked["text"].splitlines()[1:] == [
        "Wat: Buurtavond",
        "Wanneer: 19.30 uur",
        "Waar: De Klup, Amersfoort · Gemeente: Amersfoort",
    ]
    assert buttons(asked) == [["di 12 januari", "wo 13 januari"], ["Tijd", "Plek", "Meer"], ["Niet doen"]]
    await stage.karim.presses("wo 13 januari")
    shown = await stage.karim.waits_for("Wanneer: wo 13 januari 2027, 19.30 tot 21.30 uur")
    assert shown["message_id"] == asked["message_id"]


async def test_ones_own_message_may_be_changed_before_and_after(stage: Stage) -> None:
    written = await stage.karim.says("/evenement di 12 jan 19:30 Burtavond, De Klup, Amersfoort")
    shown = await stage.karim.waits_for("Wat: Burtavond")
    await stage.karim.edits(written, EVENING)
    again = await stage.karim.waits_for("Wat: Buurtavond")
    assert again["message_id"] == shown["message_id"]
    await stage.karim.presses("In de agenda", again)
    await stage.karim.waits_for("In de agenda gezet door Karim.")
    await stage.karim.edits(written, EVENING.replace("19:30", "20:00"))
    change = await stage.karim.waits_for("Dit verandert. Klopt het?")
    assert "Wordt: di 12 januari 2027, 20.00 tot 22.00 uur" in change["text"]
    assert "Niemand weet hier al van." in change["text"]
    await stage.karim.presses("Voer door", change)
    await stage.karim.waits_for("Gewijzigd door Karim. Niemand krijgt bericht.")
    (row,) = await gatherings(stage)
    assert row.starts_local.hour == 20


async def test_replies_and_buttons_correct_it(stage: Stage) -> None:
    await stage.karim.says("/evenement di 12 jan half acht Buurtavondje, De Klup, Amersfort")
    shown = await stage.karim.waits_for("Gemeente: onbekend")
    await stage.karim.presses("Plek", shown)
    await stage.karim.waits_for("Waar is het? Nu: De Klup, Amersfort.", button="Amersfoort")
    await stage.karim.presses("Amersfoort")
    await stage.karim.waits_for("Gemeente: Amersfoort", button="Tijd")
    await stage.karim.presses("Tijd")
    await stage.karim.waits_for("Wanneer is het?", button="tot 22.00 uur")
    await stage.karim.presses("tot 22.00 uur")
    await stage.karim.waits_for("Wanneer: di 12 januari 2027, 19.30 tot 22.00 uur")
    await stage.karim.replies(shown, "plek: Dorpshuis De Linde, Zeist\nplekken: 40")
    await stage.karim.waits_for("Waar: Dorpshuis De Linde, Zeist · Gemeente: Zeist")
    await stage.karim.presses("Meer")
    more = await stage.karim.waits_for("Wat wil je nog veranderen?", button="Naam")
    assert more["text"].splitlines()[1:] == [
        "Wat: Buurtavondje",
        "Wanneer: di 12 januari 2027, 19.30 tot 22.00 uur",
        "Waar: Dorpshuis De Linde, Zeist · Gemeente: Zeist",
        "Onderwerp: voor iedereen · Plekken: 40",
    ]
    await stage.karim.presses("Plekken", more)
    places = await stage.karim.waits_for("Hoeveel mensen passen er?", button="40")
    assert places["text"].splitlines()[-1] == "Wat: Buurtavondje"
    await stage.karim.presses("Terug", places)
    await stage.karim.waits_for("Zo lees ik het.", button="Meer")
    await stage.karim.presses("Meer")
    await stage.karim.waits_for("Wat wil je nog veranderen?", button="Naam")
    await stage.karim.presses("Naam")
    asked = await stage.karim.waits_for("Hoe heet het? Nu: Buurtavondje.")
    await stage.karim.replies(asked, "Buurtavond")
    await stage.karim.waits_for("Wat: Buurtavond\n")
    await stage.karim.presses("Meer")
    await stage.karim.waits_for("Wat wil je nog veranderen?", button="Onderwerp")
    await stage.karim.presses("Onderwerp")
    await stage.karim.waits_for("Welke onderwerpen? Nu: voor iedereen.", button="eenzaamheid")
    await stage.karim.presses("eenzaamheid")
    await stage.karim.waits_for("Nu: eenzaamheid", button="eenzaamheid: aan")
    await stage.karim.presses("Terug")
    await stage.karim.waits_for("Onderwerp: eenzaamheid · Plekken: 40", button="In de agenda")
    await stage.karim.presses("In de agenda")
    await stage.karim.waits_for("In de agenda gezet door Karim.")
    (row,) = await gatherings(stage)
    assert (row.title, row.location, row.capacity) == ("Buurtavond", "Dorpshuis De Linde, Zeist", 40)


async def test_what_lacks_is_asked_one_at_a_time(stage: Stage) -> None:
    await stage.karim.says("/evenement De week erna iets, Zeist")
    asked = await stage.karim.waits_for("Op welke dag is het?")
    await stage.karim.replies(asked, "morgen")
    time = await stage.karim.waits_for("Hoe laat begint het?", button="Hele dag")
    assert time["message_id"] == asked["message_id"]
    await stage.karim.replies(asked, "wat?")
    await stage.karim.waits_for("Dit kan ik niet lezen.")
    await stage.karim.replies(asked, "20.15")
    await stage.karim.waits_for("Wanneer: vr 4 december, 20.15 tot 22.15 uur (einde geraden)")


async def test_a_change_reaches_who_knows_of_it_and_is_seen_first(stage: Stage) -> None:
    await joined(stage, "joke", "fatma")
    await put(stage)
    stage.set_clock(datetime(2027, 1, 11, 18, 30, tzinfo=UTC))
    for person in (stage.joke, stage.fatma):
        await person.waits_for("Morgen: Buurtavond.", timeout=20)
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
    await stage.joke.waits_for("Morgen: Buurtavond.", timeout=20)
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
        await person.waits_for("Morgen: Buurtavond.", timeout=20)
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
    await stage.sanne.until(lambda seen: applied_to(moved["message_id"], seen), 20, "the second is applied")
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


async def test_until_when_one_can_sign_up_is_written_changed_and_goes_along(stage: Stage) -> None:
    await stage.karim.says(f"{EVENING} max 20, aanmelden tot 10 jan")
    shown = await stage.karim.waits_for("Zo lees ik het. Klopt dit?")
    assert shown["text"].splitlines()[4:6] == [
        "Onderwerp: eenzaamheid · Plekken: 20",
        "Herinneren: 1 week, 1 dag en 2 uur vooraf",
    ]
    assert "Aanmelden kan tot zo 10 januari 2027, 23.59 uur." in shown["text"]
    await stage.karim.presses("In de agenda", shown)
    done = await stage.karim.waits_for("In de agenda gezet door Karim.")
    (row,) = await gatherings(stage)
    assert (row.capacity, row.answer_by) == (20, datetime(2027, 1, 10, 22, 59, tzinfo=UTC))
    await stage.karim.presses("Wijzig", done)
    asked = await stage.karim.waits_for("Wat verandert er?")
    await stage.karim.replies(asked, "wo 13 jan")
    await stage.karim.waits_for("Aanmelden kan tot ma 11 januari 2027, 23.59 uur.")
    await stage.karim.replies(asked, "aanmelden tot: geen")
    change = await stage.karim.waits_for("Aanmelden kan tot het begin.", button="Voer door")
    await stage.karim.presses("Voer door", change)
    await stage.karim.waits_for("Gewijzigd door Karim.")
    (row,) = await gatherings(stage)
    assert (row.starts_at, row.answer_by) == (datetime(2027, 1, 13, 18, 30, tzinfo=UTC), None)


async def test_in_private_it_says_where(stage: Stage) -> None:
    await stage.joke.says("/evenement morgen 20:00 Feest")
    await stage.joke.waits_for("Een bijeenkomst maken kan alleen in de groep van de helpdesk.")
    assert await stage.helpdesk.db.read(lambda s: s.query(Event).count()) == 0


async def test_a_new_gathering_goes_on_as_news_to_who_follows_its_place(stage: Stage) -> None:
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo Joke.")

    def follow(session: Session) -> None:
        member = session.get_one(Member, stage.joke.id)
        member.news = member.all_themes = True
        choices.add_place(session, member, "Amersfoort")

    await stage.helpdesk.db.write(follow)
    await stage.karim.says("/evenement di 12 jan 19:30 Buurtavond, De Klup, Amersfoort #eenzaamheid")
    shown = await stage.karim.waits_for("Zo lees ik het.", button="Agenda en nieuws naar 1")
    await stage.karim.presses("Agenda en nieuws naar 1", shown)
    asked = await stage.karim.waits_for("Gemeente: Amersfoort", button="Bekijk voorbeeld")
    await stage.karim.presses("Bekijk voorbeeld", asked)
    await stage.karim.waits_for("Nieuw in de agenda: Buurtavond")
    await stage.karim.waits_for("Zo komt het aan bij 1 mens", button="Stuur aan 1")
    await stage.karim.presses("Stuur aan 1")
    await stage.karim.waits_for("Gaat uit over 30 tellen")
    stage.forward(timedelta(seconds=31))
    got = await stage.joke.waits_for("Nieuw in de agenda: Buurtavond", timeout=20)
    assert "di 12 januari 2027, 19.30 tot 21.30 uur · De Klup, Amersfoort" in got["text"]


async def test_what_can_be_changed_is_shown_page_by_page(stage: Stage) -> None:
    await applied(stage, SAMPLE)
    await stage.sanne.says("/evenement")
    first = await stage.sanne.waits_for("Wijzigen of afgelasten? Kies een bijeenkomst (1 tot 5 van 30).")
    assert first["text"].startswith("Schrijf de bijeenkomst in één bericht:")
    assert buttons(first)[5:] == [["Volgende"], ["Sjabloon (Excel)"]]
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


async def test_what_cannot_be_is_named_and_the_rest_stays(stage: Stage) -> None:
    await stage.karim.says("/evenement gisteren 25:99 Feest, Zeist #geld")
    asked = await stage.karim.waits_for('"gisteren" is al voorbij: wo 2 december.')
    assert asked["text"].splitlines()[1:] == [
        '"25:99" is geen tijd.',
        'Op welke dag is het? Kies, of antwoord op dit bericht: "za 9 januari".',
        "Wat: Feest",
        "Waar: Zeist · Gemeente: Zeist",
        "Onderwerp: geld · Plekken: geen maximum",
    ]
    assert buttons(asked) == [["do 3 december", "vr 4 december"], ["Tijd", "Plek", "Meer"], ["Niet doen"]]
    await stage.karim.presses("vr 4 december", asked)
    asked = await stage.karim.waits_for("Hoe laat begint het?", button="19.30 uur")
    assert asked["text"].splitlines()[0] == '"25:99" is geen tijd.'
    assert "Wanneer: vr 4 december" in asked["text"].splitlines()
    assert buttons(asked) == [["14.00 uur", "19.30 uur", "Hele dag"], ["Plek", "Meer"], ["Niet doen"]]
    await stage.karim.replies(asked, "26:00")
    await stage.karim.waits_for('"26:00" is geen tijd.')
    await stage.karim.presses("19.30 uur", asked)
    shown = await stage.karim.waits_for("Zo lees ik het. Klopt dit?", button="In de agenda")
    assert shown["message_id"] == asked["message_id"]
    assert "Wanneer: vr 4 december, 19.30 tot 21.30 uur (einde geraden)" in shown["text"].splitlines()
    assert "geen tijd" not in shown["text"]


async def test_a_day_of_a_year_that_is_over_is_offered_again(stage: Stage) -> None:
    await stage.karim.says("/evenement 12 januari 2026 19:30 tot 25:00 Buurtavond, Zeist")
    asked = await stage.karim.waits_for('"12 januari 2026" is al voorbij: ma 12 januari, 19.30 tot 21.30 uur.')
    assert buttons(asked)[0] == ["di 12 januari 2027"]
    await stage.karim.presses("di 12 januari 2027", asked)
    shown = await stage.karim.waits_for("Wanneer: di 12 januari 2027, 19.30 tot 21.30 uur (einde geraden)")
    assert '"25:00" is geen tijd.' in shown["text"].splitlines()
