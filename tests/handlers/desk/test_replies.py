"""Saved replies (/snel), and answers with a line added (conversation 8)."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import Message, Person, labels
from tests.desk.scenes import FORUM, PLACES, Desk, ask, claimed, press, quiet
from tests.stage import Stage

HOURS = "Elke eerste dinsdag van de maand kun je online binnenlopen."
KNOWN = "hoe komen we aan geld voor een buurtmaaltijd"


async def kept(stage: Stage, name: str = "spreekuur", text: str = HOURS) -> Message:
    """Sanne keeps a text under a name."""
    message = await stage.sanne.says(text)
    await stage.sanne.says(f"/snel {name}", reply_to=message)
    return await stage.sanne.waits_for(f"Bewaard als {name}.", button="Verander")


async def copies(person: Person, part: str) -> int:
    return len([m for m in await person.messages() if part in m.get("text", "")])


@PLACES
async def test_a_saved_reply_is_sent_from_the_card_with_two_taps_and_a_look(stage: Stage) -> None:
    await kept(stage, text="Dag {naam}, kom naar het <spreekuur>.")
    desk = await claimed(stage, stage.joke)
    await press(desk.sanne, "Snel antwoord")
    await press(desk.sanne, "spreekuur")
    shown = await desk.sanne.waits_for("Zo komt het aan:", button="Stuur")
    assert "Sanne van de helpdesk\nDag Joke, kom naar het <spreekuur>." in shown["text"]
    assert labels(shown) == ["Stuur", "Vul aan", "Terug"]
    await desk.sanne.presses("Stuur", on=shown)
    await desk.sanne.presses("Stuur", on=shown)
    got = await stage.joke.waits_for("kom naar het")
    assert got["text"] == "Sanne van de helpdesk\nDag Joke, kom naar het <spreekuur>."
    card = await desk.karim.waits_for("Sanne antwoordde.", button="Klaar")
    assert "Snel antwoord" in labels(card)
    await quiet(stage)
    assert await copies(stage.joke, "kom naar het") == 1


@FORUM
async def test_a_line_of_staff_is_added_below_and_seen_first(stage: Stage) -> None:
    await kept(stage)
    desk = await claimed(stage, stage.joke)
    await press(desk.sanne, "Snel antwoord")
    await press(desk.sanne, "spreekuur")
    await press(desk.sanne, "Vul aan")
    await with_a_line(stage, desk, HOURS)


@FORUM
async def test_a_line_is_added_to_a_suggested_answer(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke, KNOWN)
    await press(desk.sanne, "Bekijk 1")
    shown = await desk.sanne.waits_for("Zo komt het aan:", button="Vul aan")
    assert labels(shown) == ["Stuur", "Vul aan", "Terug"]
    answer = shown["text"].split("\n")[-1]
    await desk.sanne.presses("Vul aan", on=shown)
    await with_a_line(stage, desk, answer)


async def with_a_line(stage: Stage, desk: Desk, answer: str) -> None:
    """Sanne types a line, changes her mind, and sends."""
    asked = await desk.sanne.waits_for("Beantwoord dit bericht met je regel.", button="Niet doen")
    await desk.sanne.waits_for("Sanne heeft deze", button="Klaar")
    await desk.sanne.replies(asked, "Tot dan!")
    first = await desk.sanne.waits_for("Tot dan!", button="Stuur", after=asked)
    await desk.sanne.waits_for("Het gaat hieronder verder.")
    await desk.sanne.replies(first, "Tot dinsdag!")
    shown = await desk.sanne.waits_for("Tot dinsdag!", button="Stuur", after=first)
    assert f"{answer}\n\nTot dinsdag!" in shown["text"]
    assert "Tot dan!" not in shown["text"]
    await desk.sanne.presses("Stuur", on=shown)
    await desk.karim.presses("Stuur", on=shown)
    got = await stage.joke.waits_for("Tot dinsdag!")
    assert got["text"].startswith("Sanne van de helpdesk\n")
    assert got["text"].endswith(f"{answer}\n\nTot dinsdag!")
    await desk.sanne.waits_for("Gestuurd aan Joke.")
    await quiet(stage)
    assert await copies(stage.joke, "Tot d") == 1


@FORUM
async def test_an_answer_that_was_sent_is_kept_for_anyone(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    answer = await desk.sanne.replies(desk.card, "Beste Joke, bel de wijkregisseur.")
    await desk.sanne.waits_for_reaction(answer, "👌")
    await desk.sanne.says("/snel Bel de wijkregisseur", reply_to=answer)
    kept_ = await desk.sanne.waits_for("Bewaard als Bel de wijkregisseur.")
    assert "Beste {naam}, bel de wijkregisseur." in kept_["text"]
    assert await copies(stage.joke, "/snel") == 0

    other = await ask(stage, stage.henk, "wie gaat er over de lantaarns in onze straat")
    await other.sanne.says("/snel wijkregiseur")
    await press(other.sanne, "Bel de wijkregisseur")
    await press(other.sanne, "Stuur")
    await stage.henk.waits_for("Beste Henk, bel de wijkregisseur.")


@PLACES
async def test_they_are_listed_found_changed_and_removed(stage: Stage) -> None:
    await stage.sanne.says("/snel")
    await stage.sanne.waits_for("Er zijn nog geen snelle antwoorden.")
    await kept(stage)
    await kept(stage, "kosten", "Meedoen is gratis.")
    await stage.karim.says("/snel")
    listed = await stage.karim.waits_for("2 snelle antwoorden")
    assert labels(listed) == ["kosten", "spreekuur"]
    await stage.karim.says("/snel spreekur")
    found = await stage.karim.waits_for('Dit lijkt op "spreekur":')
    assert labels(found) == ["spreekuur"]

    await stage.karim.presses("spreekuur", on=found)
    await stage.karim.presses("Verander", on=await stage.karim.waits_for("spreekuur · van Sanne", button="Verander"))
    asked = await stage.karim.waits_for("Beantwoord dit bericht met de nieuwe tekst.")
    await stage.karim.replies(asked, "Elke dinsdag kun je binnenlopen.")
    await stage.karim.waits_for("Het gaat hieronder verder.")
    changed = await stage.karim.waits_for("Elke dinsdag kun je binnenlopen.", button="Ongedaan maken")
    await stage.karim.presses("Ongedaan maken", on=changed)
    shown = await stage.karim.waits_for(f"spreekuur · van Karim · nog niet gebruikt\n{HOURS}", button="Verwijder")
    await stage.karim.presses("Verander", on=shown)
    asked = await stage.karim.waits_for("Beantwoord dit bericht met de nieuwe tekst.", button="Terug")
    await stage.karim.replies(asked, "Naam: inloop")
    kept_ = await stage.karim.waits_for("Bewaard als inloop.", button="Verwijder")
    await stage.karim.presses("Verwijder", on=kept_)
    gone = await stage.karim.waits_for("inloop is weg.", button="Zet terug")
    await stage.sanne.says("/snel")
    assert labels(await stage.sanne.waits_for("1 snel antwoord")) == ["kosten"]
    await stage.karim.presses("Zet terug", on=gone)
    await stage.karim.waits_for("inloop · van Karim", button="Verander")


@FORUM
async def test_what_cannot_be_kept_is_said(stage: Stage) -> None:
    message = await stage.sanne.says(HOURS)
    await stage.sanne.says("/snel", reply_to=message)
    await stage.sanne.waits_for("Zet er een naam achter.")
    await stage.sanne.says(f"/snel {'heel ' * 8}lang", reply_to=message)
    await stage.sanne.waits_for("Kies een naam van hoogstens 32 tekens.")
    await stage.sanne.says("/snel bestaat niet")
    await stage.sanne.waits_for('Geen snel antwoord lijkt op "bestaat niet".')
    await kept(stage, "spreekuur")
    await stage.sanne.says("/snel SPREEKUUR", reply_to=await stage.sanne.says("Nieuwe tekst."))
    await stage.sanne.waits_for("Bewaard als spreekuur.\nNieuwe tekst.", button="Ongedaan maken")
    await stage.sanne.says("/snel")
    assert labels(await stage.sanne.waits_for("1 snel antwoord")) == ["spreekuur"]


@FORUM
async def test_a_saved_reply_reaches_everyone_who_asks_the_same_by_their_own_name(stage: Stage) -> None:
    await kept(stage, "kraam", "Hoi {naam}, dat kan tot 1 maart.")
    await ask(stage, stage.fatma, "wanneer kan ik mijn kraam voor het festival regelen")
    desk = await ask(stage, stage.joke, "wanneer kan ik een kraam regelen voor het festival")
    await press(desk.sanne, "Snel antwoord")
    await press(desk.sanne, "kraam")
    await press(desk.sanne, "Stuur")
    await stage.joke.waits_for("Hoi Joke, dat kan tot 1 maart.")
    await desk.sanne.presses("Bekijk", on=await desk.sanne.waits_for("1 andere open vraag", button="Bekijk"))
    shown = await desk.sanne.waits_for("Hoi Fatma, dat kan tot 1 maart.", button="Stuur aan 1")
    await desk.sanne.presses("Stuur aan 1", on=shown)
    await desk.sanne.waits_for("Gaat uit over 30 tellen.")
    stage.forward(timedelta(seconds=31))
    await stage.fatma.waits_for("Hoi Fatma, dat kan tot 1 maart.")
