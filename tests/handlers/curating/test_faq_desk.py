"""/faq in the staff group: how the list stands, find, look, take away, put back, history (docs/staff.md)."""

from __future__ import annotations

import asyncio

from bot.demo.actors import Message, Person, labels, words
from tests.desk.scenes import FORUM, PLACES, press, quiet, toasts
from tests.stage import Stage

VOG = "Hoe vraag ik een gratis VOG aan voor vrijwilligers?"
ASKED = "hoe vraag ik een gratis vog aan voor vrijwilligers"

# With an unseen character after each dot, so that Telegram does not take it for an address.
FILE = "faq.\u2060nl.\u2060yaml"


async def at_entry(who: Person, text: str = "gratis vog vrijwilligers") -> Message:
    """Look the entry up, and open it."""
    said = await who.says(f"/faq {text}")
    found = await who.waits_for("Gevonden bij", after=said, button="Bekijk 1")
    await who.presses("Bekijk 1", on=found)
    return await who.waits_for(VOG, after=said, button="Meer")


@PLACES
async def test_how_the_list_stands(stage: Stage) -> None:
    await stage.sanne.says("/faq")
    said = await stage.sanne.waits_for("antwoorden in de lijst\nNiets wacht op nakijken.\n", button="Nieuw antwoord")
    assert "Zoeken? Typ /faq met een paar woorden." in said["text"]
    assert labels(said) == ["Nieuw antwoord", "Laatste wijzigingen"]
    await stage.sanne.presses("Laatste wijzigingen")
    latest = await stage.sanne.waits_for(f"Laatste wijzigingen\n1. do 3 december, 10.02 uur, {FILE}: uit een bestand")
    assert labels(latest)[-1] == "Terug"
    await stage.sanne.presses("Terug")
    await stage.sanne.waits_for("antwoorden in de lijst", button="Laatste wijzigingen")


@PLACES
async def test_found_opened_taken_away_and_put_back(stage: Stage) -> None:
    sanne = stage.sanne
    entry = await at_entry(sanne)
    assert labels(entry) == ["Antwoord", "Vraag", "Zoekzinnen", "Onderwerpen", "Meer"]
    assert "Onderwerpen: vrijwilligers\nZoekzinnen: " in entry["text"]
    assert f"Laatst veranderd: do 3 december, 10.02 uur, door {FILE} (versie " in entry["text"]
    await sanne.presses("Meer", on=entry)
    entry = await sanne.waits_for(VOG, button="Zet uit")
    assert labels(entry) == ["Klopt nog", "Eerder", "Zet uit", "Terug"]
    await sanne.presses("Zet uit")
    await sanne.waits_for(f"Uitgezet om 10.02 uur, door Sanne. De bot geeft dit antwoord niet meer.\n{VOG}")
    await _answers(stage, f"{VOG}\nWerken", gone=True)

    said = await sanne.says("/faq gratis vog vrijwilligers")
    found = await sanne.waits_for(f"{VOG} (uitgezet)", after=said)
    number = next(line.split(".")[0] for line in words(found).splitlines() if line.endswith("(uitgezet)"))
    await sanne.presses(f"Bekijk {number}", on=found)
    await sanne.waits_for("Uitgezet. De bot geeft dit antwoord niet.", button="Meer")
    await press(sanne, "Meer")
    entry = await sanne.waits_for(VOG, button="Zet aan")
    assert labels(entry) == ["Eerder", "Zet aan", "Terug"]
    await stage.karim.presses("Zet aan", on=entry)
    await sanne.waits_for("Weer in de lijst sinds 10.02 uur, door Karim.", button="Ongedaan maken")
    await _answers(stage, VOG)


@FORUM
async def test_put_back_beside_an_answer_with_the_same_words_it_says_so(stage: Stage) -> None:
    await stage.sanne.presses("Meer", on=await at_entry(stage.sanne))
    await press(stage.sanne, "Zet uit")
    gone = await stage.sanne.waits_for("Uitgezet om", button="Ongedaan maken")
    await stage.sanne.says("/faq nieuw")
    draft = await stage.sanne.waits_for("Beantwoord dit bericht met de vraag")
    await stage.sanne.replies(draft, f"Vraag: Wat is een VOG x?\nAntwoord: Een papier.\nZoek: {ASKED}")
    await stage.sanne.presses("Publiceer", on=await stage.sanne.waits_for("Wat is een VOG x?", button="Publiceer"))
    await stage.sanne.waits_for("Staat in de lijst")
    await stage.karim.presses("Ongedaan maken", on=gone)
    await stage.sanne.waits_for(f'Let op: "{VOG}" staat al bij "Wat is een VOG x?". Haal de zin hier weg of daar.')


@FORUM
async def test_any_step_of_before_can_be_undone(stage: Stage) -> None:
    sanne = stage.sanne
    entry = await at_entry(sanne)
    for field, text in (("Antwoord", "Bel 14 033."), ("Zoekzinnen", "papiertje van goed gedrag")):
        await sanne.presses(field, on=entry)
        draft = await sanne.waits_for("verandert een antwoord dat er staat", button="Publiceer")
        await sanne.replies(draft, text)
        await sanne.waits_for(text, button="Publiceer")
        await sanne.presses("Publiceer")
        await sanne.waits_for("Staat zo in de lijst", button="Ongedaan maken")
        await press(sanne, "Bekijk")
        entry = await sanne.waits_for("Bel 14 033.", button="Meer")
    await sanne.presses("Meer", on=entry)
    await press(sanne, "Eerder")
    history = await sanne.waits_for(f"Eerder: {VOG}\n1. do 3 december, 10.02 uur, Sanne: zoekzinnen veranderd\n2. ")
    assert "2. do 3 december, 10.02 uur, Sanne: antwoord veranderd\n3. " in history["text"]
    assert labels(history) == ["Ongedaan 1", "Ongedaan 2", "Ongedaan 3", "Terug"]
    await stage.ellen.presses("Ongedaan 2", on=history)
    await sanne.waits_for("Ongedaan gemaakt om 10.02 uur, door Ellen.", button="Toch wel")
    await press(sanne, "Bekijk")
    entry = await sanne.waits_for("Werken je vrijwilligers met kinderen", button="Zoekzinnen")
    await sanne.presses("Zoekzinnen", on=entry)
    await sanne.waits_for(". papiertje van goed gedrag\n")  # of the step after it


@FORUM
async def test_it_holds_still_for_another_year(stage: Stage) -> None:
    entry = await at_entry(stage.sanne)
    await stage.sanne.presses("Meer", on=entry)
    await press(stage.sanne, "Klopt nog")
    await stage.sanne.waits_for(f"Nagekeken om 10.02 uur, door Sanne.\n{VOG}\nNakijken: vr 3 december 2027")
    await _answers(stage, "Antwoord van de bot. Nagekeken in december 2026.")
    seen = toasts(stage)
    entry = await at_entry(stage.karim)
    await stage.karim.presses("Meer", on=entry)
    await stage.karim.presses("Klopt nog", on=await stage.karim.waits_for(VOG, button="Klopt nog"))
    await quiet(stage)
    assert seen == ["Dit was al zo."]


@FORUM
async def test_nothing_found_offers_a_new_answer(stage: Stage) -> None:
    await stage.sanne.says("/faq qwertyuiop zxcvbnm <b>")
    none = await stage.sanne.waits_for('Niets gevonden bij "qwertyuiop zxcvbnm <b>".', button="Nieuw antwoord")
    await stage.sanne.presses("Nieuw antwoord", on=none)
    await stage.sanne.waits_for("Beantwoord dit bericht met de vraag")


@FORUM
async def test_who_left_the_group_changes_nothing(stage: Stage) -> None:
    entry = await at_entry(stage.sanne)
    data = entry["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert data.startswith("fqe:answer:")
    seen = toasts(stage)
    press_by_henk = {
        "id": "1",
        "from": {"id": stage.henk.id, "is_bot": False, "first_name": "Henk"},
        "chat_instance": "1",
        "message": entry,
        "data": data.replace("fqe:answer", "fqr"),
    }
    await stage.group.backend.act("update", {"update": {"update_id": 900_000, "callback_query": press_by_henk}})
    await quiet(stage)
    await _answers(stage, VOG)
    said = await stage.henk.says("/faq vog")
    answer = await stage.henk.waits_for("", after=said)
    assert "Gevonden bij" not in words(answer)
    assert seen in ([], ["Deze knop is voor medewerkers."])


@FORUM
async def test_a_change_outlives_a_restart(stage: Stage) -> None:
    entry = await at_entry(stage.sanne)
    await stage.sanne.presses("Antwoord", on=entry)
    draft = await stage.sanne.waits_for("verandert een antwoord", button="Publiceer")
    await stage.restart()
    await stage.sanne.replies(draft, "Bel 14 033.")
    await stage.sanne.waits_for("Antwoord: Bel 14 033.\n", button="Publiceer")
    await stage.sanne.presses("Publiceer")
    await stage.sanne.waits_for("Staat zo in de lijst", button="Bekijk")
    await stage.restart()
    await _answers(stage, "Bel 14 033.")


async def _answers(stage: Stage, part: str, gone: bool = False) -> None:
    """Joke asks until the answer has this in it, or with `gone` has not: the index follows after the commit."""
    for _ in range(50):
        said = await stage.joke.says(ASKED)
        answer = await stage.joke.waits_for("", after=said)
        if (part in words(answer)) is not gone:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"{part!r} in {words(answer)!r}: {not gone}")
