"""/leren: what the bot did not know finds its answer with one tap, and the bot knows it at once (docs/learning.md)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

import faq
from bot.demo.actors import Message, Person, labels, words
from bot.knowledge import asked, editing, entries
from tests.desk.scenes import FORUM, PLACES, answered, at_card, looked, press, quiet, toasts
from tests.stage import Stage
from tests.waiting import until

STRANGE = "waar staat de giraffe van de burgemeester"
AGAIN = "kan de giraffe van de burgemeester ergens staan"
MONDAY = datetime(2026, 12, 7, 8, 6, tzinfo=UTC)  # 9.06 in the Netherlands
DIGEST = "Wat mensen vroegen en de bot niet wist"


async def asked_before(stage: Stage, *texts: str) -> list[int]:
    """Henk asked this, and the bot did not know."""

    def record(session: Session) -> list[int]:
        now, unknown = stage.helpdesk.clock.now(), faq.Unknown()
        return [asked.record(session, stage.henk.id, text, unknown, now) for text in texts]

    return await stage.helpdesk.db.write(record)


async def chosen_before(stage: Stage, text: str, entry: faq.Entry) -> None:
    """Henk asked this, and chose that answer under "Bedoel je"."""

    def record(session: Session) -> int:
        suggested = faq.Suggestions((faq.Match(entry, 0.4),))
        return asked.record(session, stage.henk.id, text, suggested, stage.helpdesk.clock.now())

    number = await stage.helpdesk.db.write(record)
    await stage.helpdesk.db.write(asked.feedback, number, "chosen", entry)


async def opens(person: Person, part: str) -> Message:
    """Type /leren, and see this."""
    said = await person.says("/leren")
    return await person.waits_for(part, after=said)


def entry(stage: Stage, number: int) -> faq.Entry:
    """One of the answers that the bot has."""
    return stage.helpdesk.knowledge.index.entries[number]


async def phrasings(stage: Stage, entry_id: str) -> tuple[str, ...]:
    """How the entry can be asked for now."""
    kept = await stage.helpdesk.db.read(entries.get, entry_id)
    assert kept is not None
    return kept.entry.phrasings


async def adds(person: Person, page: Message, label: str = "Hoort bij 1") -> Message:
    """Press [ Hoort bij 1 ] or [ Voeg toe ], also if the bot warns. Returns what the message says then."""
    await person.presses(label, on=page)
    shown = await person.until(
        lambda all_: next((m for m in all_ if {"Voeg toch toe", "Ongedaan maken"} & set(labels(m))), None), "added"
    )
    if "Voeg toch toe" in labels(shown):
        await person.presses("Voeg toch toe", on=shown)
    return await person.waits_for("Toegevoegd door Sanne, bij: ", button="Ongedaan maken")


@FORUM
async def test_nothing_to_learn(stage: Stage) -> None:
    await opens(stage.sanne, "Er valt nu niets te leren.")


@PLACES
async def test_one_tap_teaches_it_and_one_takes_it_back(stage: Stage) -> None:
    await asked_before(stage, STRANGE, AGAIN, "paarse krokodil wassen")
    page = await opens(stage.sanne, "De bot wist dit niet goed · 1 van 2")
    assert '2 keer gevraagd: "' in words(page) and '\nOok: "' in words(page)
    assert STRANGE in words(page) and AGAIN in words(page)
    assert "Henk" not in words(page)
    found = next(m for m in stage.helpdesk.knowledge.index.search(STRANGE, 1))
    first = next(line for line in words(page).splitlines() if line.startswith("1. "))
    target = next(e for e in stage.helpdesk.knowledge.index.entries if first.startswith(f"1. {e.question[:50]}"))
    assert found.score < 0.9 and labels(page)[-2:] == ["Negeren", "Volgende"]

    done = await adds(stage.sanne, page)
    assert target.question in words(done)
    assert "vindt nu dit antwoord (" in words(done)
    assert {STRANGE, AGAIN} <= set(await phrasings(stage, target.id))
    await until(lambda: isinstance(stage.helpdesk.knowledge.index.decide(STRANGE), faq.Answer))
    await stage.joke.says(STRANGE)
    await stage.joke.waits_for(target.question)

    await stage.karim.presses("Ongedaan maken", on=done)
    await stage.karim.waits_for('2 keer gevraagd: "', button="Hoort bij 1")
    assert not {STRANGE, AGAIN} & set(await phrasings(stage, target.id))


@FORUM
async def test_pages_turn_and_what_is_ignored_stays_away(stage: Stage) -> None:
    await asked_before(stage, STRANGE, AGAIN, "paarse krokodil wassen")
    page = await opens(stage.sanne, "1 van 2")
    await stage.sanne.presses("Volgende", on=page)
    page = await stage.sanne.waits_for("paarse krokodil wassen", button="Vorige")
    assert "1 keer gevraagd" in words(page) and "2 van 2" in words(page)
    await stage.sanne.presses("Negeren", on=page)
    page = await stage.sanne.waits_for('Genegeerd door Sanne: "paarse krokodil wassen"', button="Volgende")
    await stage.sanne.presses("Volgende", on=page)
    await stage.sanne.waits_for("1 van 1")
    await opens(stage.karim, "1 van 1")
    await stage.sanne.presses("Negeren", on=await stage.sanne.waits_for("1 van 1"))
    page = await stage.sanne.waits_for("Genegeerd door Sanne")
    assert labels(page) == ["Ongedaan maken"]
    await stage.sanne.presses("Ongedaan maken", on=page)
    await stage.sanne.waits_for("1 van 1", button="Negeren")


@FORUM
async def test_of_two_at_once_the_second_sees_what_the_first_did(stage: Stage) -> None:
    await asked_before(stage, STRANGE)
    seen = toasts(stage)
    pages = [await opens(stage.karim, "1 van 1") for _ in range(5)]
    await stage.sanne.presses("Negeren", on=pages[0])
    await stage.sanne.waits_for("Genegeerd door Sanne")
    pressed = ("Hoort bij 1", "Ander antwoord", "Nieuw antwoord", "Negeren")
    for label, page in zip(pressed, pages[1:], strict=True):
        await stage.karim.presses(label, on=page)
    await quiet(stage, 2)
    assert seen == ["Sanne was je net voor."] * 4
    assert len([m for m in await stage.group.messages() if "Genegeerd door Sanne" in words(m)]) == 5
    assert not [m for m in await stage.group.messages() if "Concept" in words(m) or "Toegevoegd" in words(m)]


@PLACES
async def test_a_choice_of_an_asker_is_a_proposal(stage: Stage) -> None:
    text, target = "papieren zonder vlekken regelen", entry(stage, 0)
    await chosen_before(stage, text, target)
    page = await opens(stage.sanne, "Voorstel voor een zoekzin · 1 van 1")
    assert f'"{text}"' in words(page) and target.question in words(page)
    assert labels(page) == ["Voeg toe", "Nee"]
    await stage.sanne.presses("Nee", on=page)
    page = await stage.sanne.waits_for(f'Niet toegevoegd door Sanne: "{text}"')
    assert text not in await phrasings(stage, target.id)
    await stage.sanne.presses("Ongedaan maken", on=page)
    page = await stage.sanne.waits_for("Voorstel voor een zoekzin", button="Voeg toe")
    await adds(stage.sanne, page, "Voeg toe")
    assert text in await phrasings(stage, target.id)


@FORUM
async def test_words_that_belong_to_another_answer_too_are_flagged_first(stage: Stage) -> None:
    target, other = entry(stage, 0), entry(stage, 1)
    text = f"{other.question.rstrip('?').casefold()} graag"
    await chosen_before(stage, text, target)
    page = await opens(stage.sanne, "Voorstel voor een zoekzin")
    await stage.sanne.presses("Voeg toe", on=page)
    warned = await stage.sanne.waits_for("Let op: dit lijkt ook op een ander antwoord.")
    assert f"Het lijkt ook op: {other.question}" in words(warned) and labels(warned) == ["Terug", "Voeg toch toe"]
    await stage.sanne.presses("Terug", on=warned)
    page = await stage.sanne.waits_for("Voorstel voor een zoekzin", button="Voeg toe")
    assert text not in await phrasings(stage, target.id)
    await stage.sanne.presses("Voeg toe", on=page)
    await stage.sanne.presses("Voeg toch toe", on=await stage.sanne.waits_for("Let op:", 15, button="Voeg toch toe"))
    await stage.sanne.waits_for("Toegevoegd door Sanne")
    assert text in await phrasings(stage, target.id)


@PLACES
async def test_another_answer_is_found_by_replying_with_words(stage: Stage) -> None:
    await asked_before(stage, STRANGE)
    target = entry(stage, 5)
    page = await opens(stage.sanne, "1 van 1")
    await stage.sanne.presses("Ander antwoord", on=page)
    search = await stage.sanne.waits_for("Beantwoord dit bericht met een paar woorden", button="Terug")
    await stage.sanne.replies(search, "???")
    search = await stage.sanne.waits_for('Niets gevonden met "???".', button="Terug")
    await stage.karim.replies(search, target.question)
    found = await stage.sanne.waits_for(f"1. {target.question[:50]}", button="Hoort bij 1")
    assert not [m for m in await stage.group.messages() if "hoort bij geen vraag" in words(m)]
    await adds(stage.sanne, found)
    assert STRANGE in await phrasings(stage, target.id)


@FORUM
async def test_a_new_answer_begins_with_what_staff_answered(stage: Stage) -> None:
    await stage.joke.says("mogen we met een koe door de winkelstraat lopen op zondag")
    unsure = await stage.joke.waits_for("")
    if "Geen van deze" in labels(unsure):
        await stage.joke.presses("Geen van deze")
        await stage.joke.waits_for("Zal ik je vraag aan een mens geven?")
    await stage.joke.presses("Ja, vraag het")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.", button="Trek vraag in")
    desk = await at_card(stage, "koe door de winkelstraat")
    await desk.sanne.replies(desk.card, "Alleen met een touw.")
    await stage.joke.waits_for("Alleen met een touw.")
    page = await opens(stage.sanne, "mogen we met een koe door de winkelstraat lopen op zondag")
    await stage.sanne.presses("Nieuw antwoord", on=page)
    draft = await stage.sanne.waits_for("Concept", after=page)
    assert "Alleen met een touw." in words(draft)
    assert "mogen we met een koe door de winkelstraat lopen op zondag" in words(draft)
    await stage.sanne.waits_for("Nieuw antwoord. Sanne maakt een concept voor:", button="Ongedaan maken")


@FORUM
async def test_a_new_answer_to_what_was_no_ticket_asks_for_the_answer(stage: Stage) -> None:
    await asked_before(stage, STRANGE)
    page = await opens(stage.sanne, "1 van 1")
    await stage.sanne.presses("Nieuw antwoord", on=page)
    draft = await stage.sanne.waits_for("Concept", after=page)
    assert "Waar staat de giraffe van de burgemeester" in words(draft)


@FORUM
async def test_an_answer_that_staff_send_from_the_card_is_a_proposal(stage: Stage) -> None:
    text = "kunnen we samen met buren eten koken en verzekering regelen voor vrijwilligers"
    said = await stage.joke.says("mens")
    await stage.joke.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    await stage.joke.says(text)
    desk = await at_card(stage, "buren eten koken")
    await press(desk.sanne, "Bekijk 1")
    await desk.sanne.presses("Stuur", on=await desk.sanne.waits_for("Zo komt het aan:", button="Stuur"))
    await stage.joke.waits_for("Sanne van de helpdesk")
    page = await opens(stage.karim, "Voorstel voor een zoekzin · 1 van 1")
    assert f'"{text}"' in words(page)


@FORUM
async def test_what_another_process_adds_is_found_when_it_looks_again(stage: Stage) -> None:
    target = entry(stage, 3)
    await stage.helpdesk.db.write(editing.add_phrasing, target.id, STRANGE, "elders", stage.helpdesk.clock.now())

    def found() -> bool:
        decision = stage.helpdesk.knowledge.index.decide(STRANGE)
        return isinstance(decision, faq.Answer) and decision.entry.id == target.id

    await until(found)


@FORUM
async def test_only_staff_teach(stage: Stage) -> None:
    await asked_before(stage, STRANGE)
    page = await opens(stage.sanne, "1 van 1")
    rows = page["reply_markup"]["inline_keyboard"]
    by_henk = {"from": {"id": stage.henk.id, "is_bot": False, "first_name": "Henk"}, "chat_instance": "1"}
    for n, button in enumerate(b for row in rows for b in row):
        press = {"id": f"{n}", "message": page, "data": button["callback_data"], **by_henk}
        update = {"update_id": 900_000 + n, "callback_query": press}
        await stage.group.backend.act("update", {"update": update})
    said = await stage.henk.says("/leren")
    answer = await stage.henk.waits_for("", after=said)
    assert "1 van 1" not in words(answer)
    await quiet(stage, 2)
    await opens(stage.karim, f'1 keer gevraagd: "{STRANGE}"')


@FORUM
async def test_the_weekly_message_comes_on_monday_once_and_silently(stage: Stage) -> None:
    await asked_before(stage, STRANGE, AGAIN, "paarse krokodil wassen")
    await chosen_before(stage, "papieren zonder vlekken regelen", entry(stage, 0))
    await looked(stage)
    assert not [m for m in await stage.group.messages() if DIGEST in words(m)]  # it is Thursday
    stage.set_clock(MONDAY)
    digest = await stage.sanne.waits_for(DIGEST)
    lines = words(digest).splitlines()
    assert lines[1].startswith('2 keer: "') and lines[2] == '1 keer: "paarse krokodil wassen"'
    assert lines[3] == "1 voorstel voor een zoekzin wacht op jullie."
    assert labels(digest) == ["Begin"]
    await stage.sanne.presses("Begin", on=digest)
    await stage.sanne.waits_for("De bot wist dit niet goed · 1 van 3", button="Volgende")
    await stage.restart()
    await looked(stage)
    assert not [m for m in await stage.group.messages() if DIGEST in words(m)]


@FORUM
async def test_no_weekly_message_when_there_is_nothing(stage: Stage) -> None:
    await answered(stage, stage.joke)
    stage.set_clock(MONDAY)
    await looked(stage)
    stage.forward(timedelta(minutes=5))
    await asked_before(stage, STRANGE)
    await looked(stage)
    assert not [m for m in await stage.group.messages() if DIGEST in words(m)]
