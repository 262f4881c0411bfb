"""Browsing, sharing and posters (conversation 14)."""

from __future__ import annotations

from bot.demo.actors import buttons, labels, words
from tests.stage import Stage

KITCHEN = "Welke regels gelden als we koken voor de buurt?"
STARTS = ["Kijk per onderwerp", "Agenda", "Vraag het een mens"]


def kitchen_id(stage: Stage) -> str:
    return next(e.id for e in stage.helpdesk.knowledge.index.entries if e.question == KITCHEN)


async def test_browsing_happens_in_one_message_and_goes_back_step_by_step(stage: Stage) -> None:
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo Joke.")
    await stage.joke.presses("Kijk per onderwerp")
    first = await stage.joke.waits_for("Waar gaat je vraag over?")
    await stage.joke.presses("Geld")
    listed = await stage.joke.waits_for("Geld · 18 vragen (1 tot 5)")
    await stage.joke.presses("Volgende")
    second = await stage.joke.waits_for("(6 tot 10)")
    title = words(second).splitlines()[2].partition(". ")[2]
    await stage.joke.presses("Vraag 7")
    shown = await stage.joke.waits_for(title, button="Deel")
    assert buttons(shown) == [["👍 Dit helpt", "👎 Dit helpt niet"], ["Vraag het een mens"], ["Deel", "Terug"]]
    share = shown["reply_markup"]["inline_keyboard"][-1][0]
    assert (await stage.joke.searches(share["switch_inline_query"]))["results"][0]["title"] == title
    await stage.joke.presses("Terug")
    await stage.joke.waits_for("(6 tot 10)")
    assert {m["message_id"] for m in (first, listed, second, shown)} == {first["message_id"]}


async def test_a_poster_explains_and_answers_in_one_message(stage: Stage) -> None:
    anja = stage.server.person("Anja", started=False)
    await anja.says(f"/start faq_{kitchen_id(stage)}")
    said = await anja.waits_for("Je scande een poster.")
    lines = words(said).splitlines()
    assert lines[:3] == [
        "Hallo. Ik ben de bot van Omzien naar Elkaar, een computerprogramma.",
        "Je scande een poster. Dit is het antwoord:",
        KITCHEN,
    ]
    assert lines[-1] == "Andere vraag? Typ hem. Of typ mens. Je gegevens: /privacy"
    assert labels(said) == ["👍 Dit helpt", "👎 Dit helpt niet", "Vraag het een mens", "Meer hierover"]
    await anja.presses("👎 Dit helpt niet")
    await anja.waits_for("Jammer. Zal ik je vraag aan een mens geven?")
    await anja.says("/start")
    await anja.waits_for("Hallo weer.")


async def test_who_knows_the_bot_gets_only_the_answer(stage: Stage) -> None:
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo Joke.")
    await stage.joke.says(f"/start faq_{kitchen_id(stage)}")
    said = await stage.joke.waits_for(KITCHEN)
    assert words(said).startswith(KITCHEN)


async def test_an_answer_that_is_gone_says_so_and_offers_the_start(stage: Stage) -> None:
    anja = stage.server.person("Anja", started=False)
    await anja.says("/start faq_maaltijden-van-vroeger")
    gone = await anja.waits_for("Dit antwoord is er niet meer. Typ je vraag, dan zoek ik.")
    assert labels(gone) == STARTS


async def test_links_that_we_do_not_know_are_a_plain_start(stage: Stage) -> None:
    for number, payload in enumerate(("groep", "antwoord", "zoeken", "x" * 64, "<b>", "faq")):
        person = stage.server.person(f"Anja{'a' * number}", started=False)
        await person.says(f"/start {payload}")
        hello = await person.waits_for("Ik ben een computerprogramma, geen mens.")
        assert labels(hello) == STARTS
        await person.says("/start")
        await person.waits_for("Hallo weer.")
