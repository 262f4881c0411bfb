"""Answers written in the staff group: from a ticket, anew, or a change (conversation 4, docs/staff.md)."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import labels, words
from tests.desk.scenes import FORUM, PLACES, answered, press, quiet, toasts, topic
from tests.stage import Stage

STREET = "vergunning straat afsluiten buurtmaaltijd"


@PLACES
async def test_an_answer_given_becomes_an_answer_in_the_list(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke, "Vaak wel. Bel je gemeente en vraag naar *straat* afsluiten.")
    await press(desk.sanne, "Klaar")
    card = await desk.sanne.waits_for("klaar · Sanne", button="Maak er een FAQ-antwoord van")
    assert labels(card) == ["Maak er een FAQ-antwoord van", "Heropen"]
    if stage.forum:
        await topic(stage, "Klaar", closed=True)
    await desk.sanne.presses("Maak er een FAQ-antwoord van")
    draft = await desk.sanne.waits_for("Concept\nVraag: ", button="Publiceer")
    assert "Antwoord: Vaak wel. Bel je gemeente en vraag naar *straat* afsluiten.\n" in draft["text"]
    assert "Let op: er is maar één zoekzin. Met vijf vindt de bot dit veel vaker." in draft["text"]
    assert 'Begin met "Vraag:", "Antwoord:" of "Zoek:".' in draft["text"]
    assert labels(draft) == ["Publiceer", "Onderwerpen", "Niet doen"]
    if stage.forum:
        await topic(stage, "Klaar", closed=False)

    reply = await desk.sanne.replies(
        draft,
        "Vraag: Moeten we toestemming vragen om de straat af te sluiten?\nZoek: straat dicht voor feest\nweg afzetten",
    )
    await desk.sanne.waits_for_reaction(reply, "👌")
    draft = await desk.sanne.waits_for("Vraag: Moeten we toestemming vragen om de straat af te sluiten?\n")
    assert '"straat dicht voor feest", "weg afzetten"\nLet op: er zijn maar 3 zoekzinnen.' in draft["text"]
    stage.forward(timedelta(minutes=32))
    await desk.sanne.presses("Publiceer")
    done = await desk.sanne.waits_for("Staat in de lijst sinds 10.34 uur, door Sanne.\nMoeten we", button="Bekijk")
    assert done["message_id"] == draft["message_id"]
    done = await desk.sanne.waits_for("vindt nu dit antwoord (", button="Ongedaan maken")

    said = await stage.fatma.says("moeten we toestemming vragen om de straat af te sluiten")
    found = await stage.fatma.waits_for("Moeten we toestemming vragen om de straat af te sluiten?", after=said)
    assert "Vaak wel. Bel je gemeente" in found["text"]
    assert "Antwoord van de bot. Nagekeken in december 2026." in found["text"]

    seen = toasts(stage)
    await desk.sanne.presses("Maak er een FAQ-antwoord van")
    await quiet(stage)
    assert seen == ["Dit staat al in de lijst."]
    await desk.karim.presses("Ongedaan maken", on=done)
    await desk.karim.waits_for("Ongedaan gemaakt om 10.34 uur, door Karim.", button="Toch wel")
    await desk.sanne.presses("Maak er een FAQ-antwoord van")
    await desk.sanne.waits_for("Concept\nVraag: ", after=done, button="Publiceer")


@FORUM
async def test_a_new_answer_is_asked_for_bit_by_bit(stage: Stage) -> None:
    sanne = stage.sanne
    await sanne.says("/faq nieuw")
    draft = await sanne.waits_for("Beantwoord dit bericht met de vraag, zoals mensen hem stellen.")
    assert "Let op: de vraag is nog leeg." in draft["text"]
    assert labels(draft) == ["Onderwerpen", "Niet doen"]
    await sanne.replies(draft, "Waar <leen> ik een springkussen & tent?")
    draft = await sanne.waits_for("Beantwoord dit bericht met het antwoord.")
    await sanne.replies(draft, "Bij de **buurtwinkel**, voor € 10.\n- neem een pas mee\n- kom op tijd")
    draft = await sanne.waits_for("Beantwoord dit bericht met een zoekzin", button="Publiceer")
    assert "Bij de **buurtwinkel**, voor € 10.\n\n• neem een pas mee\n• kom op tijd" in draft["text"]
    await sanne.replies(draft, 'springkussen huren\n"springkussen lenen"\nSpringkussen huren!\npartytent lenen')
    draft = await sanne.waits_for("1. springkussen huren\n2. springkussen lenen\n3. partytent lenen")
    await sanne.replies(draft, "Weg: 3")
    await sanne.waits_for("2. springkussen lenen\nLet op: er zijn maar 2 zoekzinnen.")

    await sanne.presses("Onderwerpen")
    chosen = await sanne.waits_for("Onderwerpen van het concept")
    off = next(label for label in labels(chosen) if label.endswith(": uit"))
    await sanne.presses(off)
    await sanne.waits_for("Onderwerpen van het concept", button=off.replace(": uit", ": aan"))
    await sanne.presses("Klaar")
    draft = await sanne.waits_for(f"Onderwerpen: {off.removesuffix(': uit')}", button="Publiceer")
    await sanne.presses("Publiceer")
    await sanne.waits_for('Proef: "springkussen lenen" vindt nu dit antwoord')
    said = await stage.joke.says("springkussen lenen")
    await stage.joke.waits_for("Waar <leen> ik een springkussen & tent?", after=said)


@FORUM
async def test_a_reply_that_says_not_what_it_is_changes_nothing(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await topic(stage, "Klaar", closed=True)
    await press(desk.sanne, "Maak er een FAQ-antwoord van")
    draft = await desk.sanne.waits_for("Concept\n", button="Publiceer")
    await topic(stage, "Klaar", closed=False)  # or else only administrators could reply
    said = await desk.karim.replies(draft, "mooi geworden zo")
    await desk.karim.waits_for("Ik veranderde niets. Begin met", after=said)
    await desk.karim.sends("photo", b"x", reply_to=draft)
    await desk.karim.waits_for("Een antwoord kan alleen tekst zijn.")
    assert words(await desk.sanne.waits_for("Concept\n")) == draft["text"]
    await desk.sanne.presses("Niet doen", on=draft)
    await desk.sanne.waits_for("Niet gedaan. Het concept is bewaard.", button="Toch verder")
    await topic(stage, "Klaar", closed=True)
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    late = await ellen.replies(draft, "Zoek: te laat")
    await ellen.waits_for("Dit concept is al klaar.", after=late)
    await desk.sanne.presses("Toch verder")
    await desk.sanne.waits_for("Concept\n", button="Publiceer")
    other = await ellen.replies(desk.card, "Dit is gewoon een antwoord.")
    await ellen.waits_for_reaction(other, "👌")
    await stage.joke.waits_for("Dit is gewoon een antwoord.")


@FORUM
async def test_a_question_that_another_answer_has_blocks_and_says_where(stage: Stage) -> None:
    sanne = stage.sanne
    await sanne.says("/faq nieuw")
    draft = await sanne.waits_for("Beantwoord dit bericht met de vraag")
    await sanne.replies(
        draft, "Antwoord: Dat kan.\nVraag: Hoe vraag ik een gratis vog aan voor vrijwilligers\nZoek: vog x"
    )
    draft = await sanne.waits_for('staat al bij "Hoe vraag ik een gratis VOG aan voor vrijwilligers?"')
    assert labels(draft) == ["Onderwerpen", "Niet doen"]
    await sanne.replies(draft, "Vraag: Wat is een vog x?")
    await sanne.waits_for("Vraag: Wat is een vog x?", button="Publiceer")


@FORUM
async def test_of_two_who_change_an_answer_the_later_sees_what_the_other_did(stage: Stage) -> None:
    drafts = {}
    for who in (stage.sanne, stage.karim):
        said = await who.says("/faq gratis vog vrijwilligers")
        found = await who.waits_for('Gevonden bij "gratis vog vrijwilligers"', after=said, button="Bekijk 1")
        await who.presses("Bekijk 1", on=found)
        entry = await who.waits_for("Hoe vraag ik een gratis VOG aan", after=said, button="Meer")
        await who.presses("Antwoord", on=entry)
        drafts[who.name] = await who.waits_for("verandert een antwoord dat er staat", after=said)
    await stage.karim.replies(drafts["Karim"], "Van Karim.\nZoek: papier van karim")
    await stage.karim.waits_for("Antwoord: Van Karim.\n")
    await stage.sanne.replies(drafts["Sanne"], "Van Sanne.")
    await stage.sanne.waits_for("Antwoord: Van Sanne.\n")
    await stage.karim.presses("Publiceer", on=drafts["Karim"])
    await stage.karim.waits_for("Staat zo in de lijst sinds 10.02 uur, door Karim.")
    await stage.sanne.presses("Publiceer", on=drafts["Sanne"])
    told = await stage.sanne.waits_for("Karim was je voor. Veranderd: ")
    assert "Het antwoord van Karim: Van Karim.\n" in told["text"]
    assert "Antwoord: Van Sanne.\n" in told["text"]
    await stage.sanne.presses("Publiceer", on=told)
    done = await stage.sanne.waits_for("Staat zo in de lijst sinds 10.02 uur, door Sanne.")
    await stage.sanne.waits_for("vindt nu dit antwoord")
    said = await stage.joke.says("hoe vraag ik een gratis vog aan voor vrijwilligers")
    await stage.joke.waits_for("Van Sanne.", after=said)
    await stage.ellen.presses("Bekijk", on=done)
    entry = await stage.ellen.waits_for("Zoekzinnen: ", button="Meer")
    assert "Laatst veranderd: do 3 december, 10.02 uur, door Sanne (versie " in entry["text"]
    await stage.ellen.presses("Zoekzinnen", on=entry)
    await stage.ellen.waits_for(". papier van karim\n")  # what Karim added is not lost


@FORUM
async def test_what_is_bold_in_telegram_is_bold_in_the_answer(stage: Stage) -> None:
    await stage.sanne.says("/faq nieuw")
    draft = await stage.sanne.waits_for("Beantwoord dit bericht met de vraag")
    text = "Vraag: Wat kost <dat>?\nAntwoord: Het is gratis & snel. Kijk hier."
    bold, link = text.index("gratis"), text.index("hier")
    reply = {
        "message_id": 4000,
        "date": draft["date"],
        "chat": draft["chat"],
        "from": {"id": stage.sanne.id, "is_bot": False, "first_name": "Sanne"},
        "text": text,
        "entities": [
            {"type": "bold", "offset": bold, "length": 6},
            {"type": "text_link", "offset": link, "length": 4, "url": "https://example.org/a_(b)"},
        ],
        "reply_to_message": draft,
    }
    await stage.group.backend.act("update", {"update": {"update_id": 900_001, "message": reply}})
    draft = await stage.sanne.waits_for("Vraag: Wat kost <dat>?\nAntwoord: Het is gratis & snel. Kijk hier.\n")
    shown = {e["type"]: draft["text"][e["offset"] :][: e["length"]] for e in draft["entities"][1:]}
    assert (shown["bold"], shown["text_link"]) == ("gratis", "hier")
    await stage.sanne.presses("Publiceer", on=draft)
    await stage.sanne.waits_for("vindt nu dit antwoord")
    kept = [entry for entry in stage.helpdesk.knowledge.index.entries if entry.question == "Wat kost <dat>?"]
    assert kept[0].answer == "Het is **gratis** & snel. Kijk [hier](https://example.org/a_%28b%29)."
