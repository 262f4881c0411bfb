"""Answer once, reach everyone who asks the same (conversation 9)."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import Message, Person, labels
from tests.desk.scenes import FORUM, PLACES, Desk, ask, quiet, toasts
from tests.stage import Stage

STALL = "wanneer kan ik een kraam regelen voor het festival"
STALL_TOO = "wanneer kan ik mijn kraam voor het festival regelen"
COSTS = "kost een kraam voor het festival iets"
COW = "mag er een koe in de winkelstraat staan op zondag"
ANSWER = "Aanmelden voor een kraam kan tot 1 maart."


async def at_card_of(stage: Stage, person: Person, text: str) -> Desk:
    """Someone asks a person; Sanne and Karim at its card."""
    return await ask(stage, person, text)


async def offered(stage: Stage, text: str = ANSWER) -> tuple[Desk, Desk, Message]:
    """Fatma and Joke ask the same, Sanne answers Joke. Returns both desks and the offer."""
    other = await at_card_of(stage, stage.fatma, STALL_TOO)
    desk = await at_card_of(stage, stage.joke, STALL)
    await desk.sanne.replies(desk.card, text)
    return desk, other, await desk.sanne.waits_for("1 andere open vraag lijkt hierop.", button="Bekijk")


async def told(stage: Stage, seen: list[str], notice: str) -> None:
    """Wait for a notice on top of someone's screen."""
    await stage.sanne.until(lambda _: notice in seen or None, f'someone reads "{notice}" on top of the screen')


async def pass_moment(stage: Stage) -> None:
    """The half minute in which it can be stopped."""
    stage.forward(timedelta(seconds=31))


@PLACES
async def test_one_answer_reaches_who_asks_the_same_as_an_answer_of_their_own(stage: Stage) -> None:
    desk, other, offer = await offered(stage, f"Dag Joke, {ANSWER}")
    assert "Lijkt op open vraag 1." in desk.card["text"]
    assert labels(offer) == ["Bekijk", "Niet nu"]

    await desk.sanne.presses("Bekijk", on=offer)
    shown = await desk.sanne.waits_for("Wie krijgt dit antwoord ook?", button="Stuur aan 1")
    assert f'1. Fatma: "{STALL_TOO}" · mee\n1 van 1 gaat mee.' in shown["text"]
    assert f"Zo komt het aan:\nSanne van de helpdesk\nDag Fatma, {ANSWER}" in shown["text"]
    assert labels(shown) == ["Wissel 1", "Stuur aan 1", "Niet doen"]

    await desk.sanne.presses("Stuur aan 1", on=shown)
    await desk.sanne.waits_for("Gaat uit over 30 tellen.", button="Stop")
    await pass_moment(stage)
    got = await stage.fatma.waits_for(ANSWER)
    assert got["text"] == f"Sanne van de helpdesk\nDag Fatma, {ANSWER}"
    done = await desk.sanne.waits_for("1 van 1 bezorgd. Deze vraag wacht nu op de vrager.")
    assert labels(done) == ["Maak er een FAQ-antwoord van"]
    await other.karim.waits_for("Sanne antwoordde hier ook, net als bij vraag 2:")
    card = await other.karim.waits_for("Vraag 1 · Sanne heeft deze", button="Klaar")
    assert "Sanne antwoordde." in card["text"]

    # It is a thread of its own: what Fatma writes goes to her ticket, and she rates the help herself.
    await stage.fatma.says("super dankjewel")
    await stage.fatma.waits_for("Ik geef het door aan Sanne.")
    await other.sanne.presses("Klaar", on=card)
    await stage.fatma.waits_for("Sanne heeft je vraag afgerond. Hoe was de hulp?")


@FORUM
async def test_who_asks_something_else_is_not_proposed(stage: Stage) -> None:
    await at_card_of(stage, stage.fatma, COW)
    desk = await at_card_of(stage, stage.joke, STALL)
    assert "Lijkt op open vraag" not in desk.card["text"]
    answer = await desk.sanne.replies(desk.card, ANSWER)
    await desk.sanne.waits_for_reaction(answer, "👌")
    await quiet(stage)
    assert not [m for m in await desk.sanne.messages() if "lijkt hierop" in m.get("text", "")]


@FORUM
async def test_each_can_be_taken_out_and_what_a_colleague_has_is_left_out_unless_chosen(stage: Stage) -> None:
    taken = await at_card_of(stage, stage.henk, COSTS)
    await taken.karim.presses("Ik pak dit op", on=taken.card)
    await taken.karim.waits_for("Karim heeft deze", button="Klaar")
    await at_card_of(stage, stage.fatma, STALL_TOO)
    desk = await at_card_of(stage, stage.joke, STALL)
    await desk.sanne.replies(desk.card, ANSWER)
    await desk.sanne.presses("Bekijk", on=await desk.sanne.waits_for("2 andere open vragen lijken hierop."))
    shown = await desk.sanne.waits_for("1 van 2 gaat mee.", button="Stuur aan 1")
    assert f'1. Fatma: "{STALL_TOO}" · mee' in shown["text"]
    assert f'2. Henk: "{COSTS}" · van Karim · niet mee' in shown["text"]

    await desk.sanne.presses("Wissel 1", on=shown)
    shown = await desk.sanne.waits_for("Nog niemand gaat mee.")
    assert labels(shown) == ["Wissel 1", "Wissel 2", "Niet doen"]
    seen = toasts(stage)
    await desk.sanne.presses("Wissel 2", on=shown)
    shown = await desk.sanne.waits_for("van Karim · mee", button="Stuur aan 1")
    await desk.sanne.presses("Stuur aan 1", on=shown)
    await told(stage, seen, "Karim heeft deze, en ziet je antwoord.")
    await desk.sanne.waits_for("Gaat uit over 30 tellen.")
    await pass_moment(stage)
    await stage.henk.waits_for(f"Sanne van de helpdesk\n{ANSWER}")
    await desk.sanne.waits_for("1 van 1 bezorgd.")
    await taken.karim.waits_for("Karim heeft deze", button="Klaar")
    assert not [m for m in await stage.fatma.messages() if ANSWER in m.get("text", "")]


@FORUM
async def test_two_presses_send_once_and_a_restart_in_between_loses_nothing(stage: Stage) -> None:
    desk, _, offer = await offered(stage)
    await desk.sanne.presses("Bekijk", on=offer)
    shown = await desk.sanne.waits_for("Wie krijgt dit antwoord ook?", button="Stuur aan 1")
    seen = toasts(stage)
    await desk.sanne.presses("Stuur aan 1", on=shown)
    await desk.karim.presses("Stuur aan 1", on=shown)
    await desk.sanne.waits_for("Gaat uit over 30 tellen.")
    await told(stage, seen, "Dit gaat zo al uit.")
    await stage.restart()
    await pass_moment(stage)
    await desk.sanne.waits_for("1 van 1 bezorgd.")
    assert len([m for m in await stage.fatma.messages() if ANSWER in m.get("text", "")]) == 1


@FORUM
async def test_it_can_be_stopped_and_put_aside_and_the_card_keeps_a_button(stage: Stage) -> None:
    desk, _, offer = await offered(stage)
    await desk.sanne.presses("Bekijk", on=offer)
    await desk.sanne.presses("Stuur aan 1", on=await desk.sanne.waits_for("", button="Stuur aan 1"))
    await desk.sanne.presses("Stop", on=await desk.sanne.waits_for("Gaat uit", button="Stop"))
    shown = await desk.sanne.waits_for("Wie krijgt dit antwoord ook?", button="Niet doen")
    await pass_moment(stage)
    await desk.sanne.presses("Niet doen", on=shown)
    card = await desk.sanne.waits_for("Sanne heeft deze", button="Stuur ook aan anderen")
    assert not [m for m in await stage.fatma.messages() if ANSWER in m.get("text", "")]

    await desk.sanne.presses("Stuur ook aan anderen", on=card)
    await desk.sanne.presses("Bekijk", on=await desk.sanne.waits_for("lijkt hierop", button="Bekijk", after=card))
    await desk.sanne.waits_for("Wie krijgt dit antwoord ook?", button="Stuur aan 1")


@FORUM
async def test_who_got_an_answer_meanwhile_is_left_out(stage: Stage) -> None:
    desk, other, offer = await offered(stage)
    await desk.sanne.presses("Bekijk", on=offer)
    await desk.sanne.presses("Stuur aan 1", on=await desk.sanne.waits_for("", button="Stuur aan 1"))
    await desk.sanne.waits_for("Gaat uit over 30 tellen.")
    await other.karim.replies(other.card, "Bel Bram, die weet het.")
    await stage.fatma.waits_for("Bel Bram")
    await pass_moment(stage)
    await desk.sanne.waits_for("1 ging niet mee: die vraag is niet meer vrij.")
    assert not [m for m in await stage.fatma.messages() if ANSWER in m.get("text", "")]


@FORUM
async def test_what_a_colleague_took_meanwhile_is_left_to_them(stage: Stage) -> None:
    desk, other, offer = await offered(stage)
    await desk.sanne.presses("Bekijk", on=offer)
    await desk.sanne.presses("Stuur aan 1", on=await desk.sanne.waits_for("", button="Stuur aan 1"))
    await desk.sanne.waits_for("Gaat uit over 30 tellen.")
    await other.karim.presses("Ik pak dit op", on=other.card)
    await other.karim.waits_for("Karim heeft deze", button="Klaar")
    await pass_moment(stage)
    await desk.sanne.waits_for("1 ging niet mee: die vraag is niet meer vrij.")
    assert not [m for m in await stage.fatma.messages() if ANSWER in m.get("text", "")]


@FORUM
async def test_a_correction_reaches_everyone_who_got_the_answer(stage: Stage) -> None:
    other = await at_card_of(stage, stage.fatma, STALL_TOO)
    desk = await at_card_of(stage, stage.joke, STALL)
    answer = await desk.sanne.replies(desk.card, "Hoi Joke, dat kan tot 1 maart.")
    await desk.sanne.presses("Bekijk", on=await desk.sanne.waits_for("lijkt hierop", button="Bekijk"))
    await desk.sanne.presses("Stuur aan 1", on=await desk.sanne.waits_for("", button="Stuur aan 1"))
    await desk.sanne.waits_for("Gaat uit over 30 tellen.")
    await pass_moment(stage)
    await stage.fatma.waits_for("Hoi Fatma, dat kan tot 1 maart.")
    await desk.sanne.edits(answer, "Hoi Joke, dat kan tot 8 maart.")
    await stage.joke.waits_for("Hoi Joke, dat kan tot 8 maart.")
    await stage.fatma.waits_for("Hoi Fatma, dat kan tot 8 maart.")
    told = await desk.sanne.waits_for("Verbeterd bij Joke, zonder geluid.")
    await desk.sanne.presses("Meld het Joke", on=told)
    for person in (stage.joke, stage.fatma):
        await person.waits_for("Let op: Sanne verbeterde het antwoord hierboven.")
    await quiet(stage)
    assert not [m for m in await other.sanne.messages() if "Verbeterd bij Fatma" in m.get("text", "")]
