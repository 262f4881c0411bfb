"""/meldingen and stop, as Joke lives it (conversations 15 and 19)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import people
from bot.agenda import choices
from bot.agenda.choices import Choices, Kind
from bot.agenda.quiet import Quiet
from bot.demo.actors import buttons, labels
from storage.agenda import Attendance, Occurrence
from storage.people import Member
from tests.agenda.calendars import SAMPLE
from tests.handlers.agenda.test_agenda_conversation import bring_in
from tests.stage import Stage


def mine(stage: Stage) -> Choices:
    return stage.helpdesk.db.read_now(lambda s: choices.of(s, s.get_one(Member, stage.joke.id)))


async def switched_on(stage: Stage) -> None:
    """Joke follows everything in Utrechtse Heuvelrug."""
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.says("doorn")
    await stage.joke.waits_for("Welke onderwerpen wil je?")
    await stage.joke.presses("Alle onderwerpen")
    await stage.joke.waits_for("Je meldingen staan aan")


async def test_two_choices_and_it_is_on(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    first = await stage.joke.waits_for("Waar ben je actief? Typ je plaats of gemeente. Of kies.")
    assert buttons(first)[0] == ["Amersfoort", "Baarn"]
    assert buttons(first)[-1] == ["Hele provincie", "Volgende"]
    await stage.joke.says("doorn")
    second = await stage.joke.waits_for("Doorn hoort bij gemeente Utrechtse Heuvelrug. Welke onderwerpen wil je?")
    assert buttons(second) == [["Alle onderwerpen"], ["Ik kies zelf", "Andere gemeente"]]
    assert not mine(stage).anything_on, "nothing is on before both were chosen"
    await stage.joke.presses("Alle onderwerpen")
    overview = await stage.joke.waits_for("Je meldingen staan aan")
    assert overview["text"].splitlines()[:-1] == [
        "Je meldingen staan aan",
        "Gemeente: Utrechtse Heuvelrug",
        "Onderwerpen: alle",
        "Nieuws: aan. Herinneringen: aan. Wijzigingen: aan.",
        "Rust: van 21.00 tot 8.00 uur hoor je niets.",
    ]
    assert buttons(overview) == [["Gemeente", "Onderwerpen"], ["Soort bericht", "Rust"], ["Zet alles uit", "Klaar"]]
    await stage.joke.presses("Klaar")
    await stage.joke.until(lambda seen: labels(seen[-1]) == ["Wijzig"] or None, "only Wijzig stays")


async def test_a_municipality_by_button_from_the_next_page(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.presses("Volgende")
    await stage.joke.waits_for("Waar ben je actief?", button="Leusden")
    await stage.joke.presses("Leusden")
    await stage.joke.waits_for("Gemeente Leusden. Welke onderwerpen wil je?")


async def test_a_typing_error_gets_a_suggestion_and_nonsense_a_new_try(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.says("Groningen")
    await stage.joke.waits_for("Die plaats ken ik niet. Ik ken alleen plaatsen in de provincie Utrecht.")
    await stage.joke.says("bilthofen")
    close = await stage.joke.waits_for('Ik ken "bilthofen" niet. Bedoel je deze plaats?')
    assert labels(close)[0] == "Bilthoven (De Bilt)"
    await stage.joke.presses("Bilthoven (De Bilt)")
    await stage.joke.waits_for("Gemeente De Bilt. Welke onderwerpen wil je?")


async def test_a_question_while_a_place_is_asked_is_a_question(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.says("hoe vraag ik een gratis vog aan voor vrijwilligers")
    await stage.joke.waits_for("Antwoord van de bot.")


async def test_two_places_at_once_and_one_dropped(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.says("Zeist en Doorn")
    await stage.joke.waits_for("Gemeente Zeist. Doorn hoort bij gemeente Utrechtse Heuvelrug.")
    await stage.joke.presses("Alle onderwerpen")
    await stage.joke.waits_for("Gemeenten: Utrechtse Heuvelrug, Zeist")
    await stage.joke.presses("Gemeente")
    await stage.joke.waits_for("Je volgt nu: Utrechtse Heuvelrug, Zeist.")
    await stage.joke.presses("Zeist: aan")
    await stage.joke.waits_for("Je volgt nu: Utrechtse Heuvelrug.")
    await stage.joke.presses("Hele provincie")
    await stage.joke.waits_for("Gemeente: hele provincie")
    assert mine(stage).all_places


async def test_themes_one_by_one(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.says("Zeist")
    await stage.joke.waits_for("Welke onderwerpen wil je?")
    await stage.joke.presses("Ik kies zelf")
    await stage.joke.waits_for("Tik op een onderwerp", button="Geld: uit")
    await stage.joke.presses("Geld: uit")
    await stage.joke.waits_for("Tik op een onderwerp", button="Geld: aan")
    assert not mine(stage).anything_on
    await stage.joke.presses("Klaar")
    await stage.joke.waits_for("Onderwerpen: geld")
    assert (mine(stage).themes, mine(stage).kinds) == (("geld",), frozenset(Kind))


async def test_without_a_theme_klaar_asks_again(stage: Stage) -> None:
    await stage.joke.says("/meldingen")
    await stage.joke.waits_for("Waar ben je actief?")
    await stage.joke.says("Zeist")
    await stage.joke.waits_for("Welke onderwerpen wil je?")
    await stage.joke.presses("Ik kies zelf")
    await stage.joke.waits_for("Tik op een onderwerp")
    await stage.joke.presses("Klaar")
    await stage.joke.waits_for("Gemeente Zeist. Welke onderwerpen wil je?", button="Ik kies zelf")
    assert not mine(stage).anything_on


async def test_news_and_reminders_switch_apart(stage: Stage) -> None:
    await switched_on(stage)
    await stage.joke.presses("Soort bericht")
    await stage.joke.waits_for("Wat wil je krijgen?")
    await stage.joke.presses("Nieuws: aan")
    await stage.joke.waits_for("Wat wil je krijgen?", button="Nieuws: uit")
    await stage.joke.presses("Terug")
    await stage.joke.waits_for("Nieuws: uit. Herinneringen: aan.")


async def test_stop_stops_everything_at_once_and_can_be_undone(stage: Stage) -> None:
    await switched_on(stage)
    await stage.joke.says("Stop.")
    stopped = await stage.joke.waits_for("Je krijgt geen meldingen meer.")
    assert "Vragen stellen kan altijd." in stopped["text"]
    assert not mine(stage).anything_on
    await stage.joke.says("stop")
    await stage.joke.waits_for("Je meldingen stonden al uit.")
    await stage.joke.presses("Zet weer aan", stopped)
    await stage.joke.waits_for("Je meldingen staan weer aan.")
    assert mine(stage).kinds == frozenset(Kind)
    assert mine(stage).places == ("Utrechtse Heuvelrug",), "the choices were kept"


async def test_everything_off_and_on_again_from_the_overview(stage: Stage) -> None:
    await switched_on(stage)
    await stage.joke.presses("Zet alles uit")
    await stage.joke.waits_for("Je meldingen staan uit", button="Zet weer aan")
    await stage.joke.says("/meldingen")
    await stage.joke.presses("Zet weer aan")
    await stage.joke.waits_for("Je meldingen staan aan")


async def test_quiet_hours_by_button_and_by_another_clock(stage: Stage) -> None:
    await switched_on(stage)
    await stage.joke.waits_for("Rust: van 21.00 tot 8.00 uur hoor je niets.")
    await stage.joke.presses("Rust")
    asked = await stage.joke.waits_for("Wanneer wil je rust?")
    assert labels(asked) == ["21.00 tot 8.00", "19.00 tot 9.00", "Geen rust", "Andere klok", "Terug"]
    await stage.joke.presses("19.00 tot 9.00")
    await stage.joke.waits_for("Rust: van 19.00 tot 9.00 uur hoor je niets.", button="Rust")
    await stage.joke.presses("Rust")
    await stage.joke.waits_for("Wanneer wil je rust?")
    await stage.joke.presses("Andere klok")
    await stage.joke.waits_for("Kies je klok. Nu: zoals de provincie Utrecht.")
    await stage.joke.presses("Suriname")
    await stage.joke.waits_for("Wanneer wil je rust?", button="Geen rust")
    assert mine(stage).quiet == Quiet(19 * 60, 9 * 60, "America/Paramaribo")
    await stage.joke.presses("Geen rust")
    await stage.joke.waits_for("Rust: je kunt altijd een bericht krijgen.")


async def test_changes_switch_apart(stage: Stage) -> None:
    await switched_on(stage)
    await stage.joke.presses("Soort bericht")
    await stage.joke.waits_for("Wat wil je krijgen?", button="Wijzigingen: aan")
    await stage.joke.presses("Wijzigingen: aan")
    await stage.joke.waits_for("Wat wil je krijgen?", button="Wijzigingen: uit")
    assert mine(stage).kinds == {Kind.NEWS, Kind.REMINDERS}


async def test_who_comes_still_hears_of_changes_after_stop_until_they_say_really_nothing(stage: Stage) -> None:
    await switched_on(stage)
    await bring_in(stage, SAMPLE)

    def come(session: Session) -> None:
        first = session.scalars(select(Occurrence).order_by(Occurrence.starts_at)).first()
        assert first is not None
        now = stage.helpdesk.clock.now()
        row = Attendance(occurrence_id=first.id, member_id=stage.joke.id, answer="yes", since=now, updated_at=now)
        session.add(row)

    await stage.helpdesk.db.write(come)
    await stage.joke.says("stop")
    stopped = await stage.joke.waits_for("Je bent nog aangemeld voor Winterontmoeting van het netwerk.")
    assert labels(stopped) == ["Zet weer aan", "Echt niets meer"]
    await stage.joke.presses("Echt niets meer")
    await stage.joke.waits_for("Ook daarover hoor je niets meer. Je aanmelding staat nog.")
    assert await stage.helpdesk.db.read(lambda s: s.get_one(Member, stage.joke.id).muted)
    await stage.joke.presses("Zet weer aan")
    await stage.joke.waits_for("Je meldingen staan weer aan.")
    assert mine(stage).kinds == frozenset(Kind)


async def test_who_blocked_the_bot_is_asked_first_when_they_come_back(stage: Stage) -> None:
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo Joke.")
    await switched_on(stage)
    await stage.joke.blocks()
    await stage.helpdesk.db.write(people.unreachable, stage.joke.id, stage.helpdesk.clock.now())
    await stage.joke.unblocks()
    await stage.joke.says("/start")
    asked = await stage.joke.waits_for("Hallo weer, Joke. Je meldingen staan op pauze, want je had me geblokkeerd.")
    assert labels(asked) == ["Zet weer aan", "Laat ze uit"]
    assert not mine(stage).anything_on
    assert mine(stage).places == ("Utrechtse Heuvelrug",), "what they chose is remembered"
    await stage.joke.presses("Zet weer aan")
    await stage.joke.waits_for("Je meldingen staan weer aan.")
    assert mine(stage).kinds == frozenset(Kind)
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo weer", button="Vraag het een mens")
