"""/openingstijden: days that are otherwise, known at once to everyone who uses the hours."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.demo.actors import labels
from tests.desk.scenes import PLACES, ask, press, quiet, toasts
from tests.stage import Stage


@PLACES
async def test_today_closed_is_known_at_once_and_can_be_undone(stage: Stage) -> None:
    await stage.ellen.says("/openingstijden")
    shown = await stage.ellen.waits_for("Open op ma t/m vr, 9.00 tot 17.00 uur.")
    await stage.ellen.presses("Nu dicht, vandaag", on=shown)
    asked = await stage.ellen.waits_for("vandaag dicht, vanaf nu")
    assert "Nu staat er: 9.00 tot 17.00 uur." in asked["text"]
    await stage.ellen.presses("Zo doen", on=asked)
    done = await stage.ellen.waits_for("do 3 december: 9.00 tot 10.02 uur · veranderd door Ellen")
    stage.set_clock(datetime(2026, 12, 3, 9, 5, tzinfo=UTC))
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    await stage.joke.says("mag de bus door onze straat")
    await stage.joke.waits_for("De helpdesk is nu dicht. Vr 4 december om 9.00 uur zijn we er weer.")
    await stage.ellen.presses("Maak ongedaan", on=done)
    await stage.ellen.waits_for("do 3 december: 9.00 tot 17.00 uur · teruggezet door Ellen")
    desk = await ask(stage, stage.fatma, "mag de tram ook door de straat")
    assert desk.card
    await stage.fatma.waits_for("Je krijgt antwoord hier, in dit gesprek.")


@PLACES
async def test_another_day_by_words_over_a_restart(stage: Stage) -> None:
    await stage.ellen.says("/openingstijden 25 december 9-12 en 13.00-15.30")
    asked = await stage.ellen.waits_for("vr 25 december: 9.00 tot 12.00 uur en 13.00 tot 15.30 uur")
    assert "Nu staat er: dicht." in asked["text"]
    await stage.ellen.presses("Zo doen", on=asked)
    await stage.ellen.waits_for("veranderd door Ellen. De bot weet het meteen.")
    await stage.restart()
    hours = stage.helpdesk.services.hours
    assert hours.closes_at(datetime(2026, 12, 25, 13, 0, tzinfo=UTC)) == datetime(2026, 12, 25, 14, 30, tzinfo=UTC)
    await stage.sanne.says("/openingstijden")
    shown = await stage.sanne.waits_for("vr 25 december: 9.00 tot 12.00 uur", button="Toch gewoon: vr 25 december")
    await stage.ellen.presses("Toch gewoon: vr 25 december", on=shown)
    await stage.ellen.waits_for("vr 25 december: dicht · veranderd door Ellen")
    await quiet(stage, 0.2)
    assert not hours.is_open(datetime(2026, 12, 25, 13, 0, tzinfo=UTC))


@PLACES
async def test_staff_look_and_coordinators_change(stage: Stage) -> None:
    await stage.sanne.says("/openingstijden vrijdag dicht")
    asked = await stage.sanne.waits_for("vr 4 december: dicht")
    assert labels(asked) == ["Zo doen", "Niet doen"]
    seen = toasts(stage)
    await stage.sanne.presses("Zo doen", on=asked)
    await quiet(stage)
    assert seen == ["Dit kan alleen een coördinator: Ellen"]
    assert stage.helpdesk.services.hours.others == {}
    await press(stage.sanne, "Niet doen")
    await stage.sanne.waits_for("Open op ma t/m vr")
    await stage.sanne.says("/openingstijden volgende week misschien")
    await stage.sanne.waits_for("Dat begrijp ik niet.")
