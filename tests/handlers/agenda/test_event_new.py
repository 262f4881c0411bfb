"""Staff write a gathering in one message, correct it, change it and call it off (conversation 18)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.agenda import choices
from bot.demo.actors import buttons
from storage.agenda import Event, Reminder
from storage.people import Member
from tests.handlers.agenda.written import EVENING, gatherings
from tests.stage import Stage


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
    got = await stage.joke.waits_for("Nieuw in de agenda: Buurtavond")
    assert "di 12 januari 2027, 19.30 tot 21.30 uur · De Klup, Amersfoort" in got["text"]


async def test_what_cannot_be_is_named_and_the_rest_stays(stage: Stage) -> None:
    await stage.karim.says("/evenement gisteren 25:99 Feest, Zeist #geld")
    asked = await stage.karim.waits_for('"gisteren" is al voorbij: wo 2 december.')
    assert asked["text"].splitlines()[1:] == [
        '"25:99" is geen tijd.',
        'Op welke dag is het? Antwoord op dit bericht, bijvoorbeeld: "9 januari".',
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
