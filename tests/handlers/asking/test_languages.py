"""Someone who writes English, or another language (conversation 13)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.demo.actors import Message, Person, buttons, labels, words
from bot.settings import CONTENT
from storage.people import Member
from tests.handlers.curating.lists import write
from tests.stage import Stage

INSURED = "Zijn onze vrijwilligers verzekerd?"
VOG = "Hoe vraag ik een gratis VOG aan voor vrijwilligers?"


ASKED = "insurance for volunteers"


def english(question: str, answer: str, *phrasings: str) -> dict[str, dict[str, object]]:
    return {"en": {"question": question, "answer": answer, "phrasings": list(phrasings)}}


ENGLISH = {
    INSURED: english(
        "Are our volunteers insured?",
        "Yes, through the **municipality**. Children are insured too.",
        *("are volunteers insured", ASKED, "what insurance do volunteers have"),
    ),
    "Hoe start ik een bewonersinitiatief?": english(
        "How do I start a local initiative?", "Keep it small.", "start something in my street", "the first step"
    ),
    "Hoe vind ik buren die mee willen doen met mijn plan?": english(
        "How do I find neighbours who join my plan?",
        "Ask them.",
        "find people for my plan",
        "get neighbours interested",
    ),
    "Hoe maak ik een kort projectplan voor mijn idee?": english(
        "How do I write a short plan?", "One page is enough.", "what goes into a project plan", "example of a plan"
    ),
}


@pytest.fixture
def stage_options(tmp_path: Path) -> dict[str, str]:
    """The list as it is shipped, with an English text for four answers."""
    entries = yaml.safe_load((CONTENT / "faq.nl.yaml").read_text(encoding="utf-8"))
    for found in entries:
        found["translations"] = ENGLISH.get(found["question"], {})
    return write(tmp_path, *entries)


async def language_of(stage: Stage, person: Person) -> str:
    return await stage.helpdesk.db.read(lambda s: s.get_one(Member, person.id).language)


async def test_the_language_of_the_message_counts_not_that_of_the_phone(stage: Stage) -> None:
    await stage.joke.says(ASKED)
    answer = await stage.joke.waits_for("Are our volunteers insured?")
    assert "Yes, through the municipality." in words(answer)
    assert labels(answer) == ["👍 This helps", "👎 No help", "Ask a person", "More on this"]
    await stage.joke.says("zijn onze vrijwilligers verzekerd?")
    await stage.joke.waits_for(INSURED, button="👍 Dit helpt")


async def test_only_a_dutch_answer_is_offered_with_a_word_of_explanation(stage: Stage) -> None:
    amara = stage.server.person("Amara", language_code="en")
    await amara.says("how do I get a VOG for volunteers")
    offered = await amara.waits_for("I have no English answer to this yet, only a Dutch one:")
    assert words(offered) == (
        "Hello. I am a computer program, not a person. I have no English answer to this yet, only a Dutch one:\n" + VOG
    )
    assert buttons(offered) == [["Show Dutch answer"], ["Ask a person", "Nederlands"]]
    await amara.presses("Show Dutch answer")
    shown = await amara.waits_for("Answer by the bot.")
    assert words(shown).startswith(VOG)
    assert shown["message_id"] == offered["message_id"]
    assert "There is no English text of this answer yet." in words(shown)
    assert labels(shown)[0] == "👍 This helps"


async def test_a_person_gets_it_and_the_card_says_that_they_write_english(stage: Stage) -> None:
    amara = stage.server.person("Amara", language_code="nl")
    await amara.says("how do I get a VOG for volunteers")
    await amara.waits_for("only a Dutch one")
    await amara.presses("Ask a person")
    note = await amara.waits_for("Your question is with the helpdesk.", button="Withdraw question")
    assert "You can write in English." in words(note)
    card = await stage.sanne.waits_for("how do I get a VOG")
    assert "Amara · eerste vraag · misschien over vrijwilligers · schrijft Engels" in words(card)


async def test_one_tap_switches_and_is_remembered(stage: Stage) -> None:
    amara = stage.server.person("Amara", language_code="en")
    await amara.says("how do I get a VOG for volunteers")
    offered = await amara.waits_for("only a Dutch one")
    await amara.presses("Nederlands")
    switched = await amara.until(
        lambda seen: next((m for m in seen if VOG in words(m) and "Hello" not in words(m)), None), "in Dutch now"
    )
    assert switched["message_id"] == offered["message_id"]
    await amara.says("what about the weather and the trains of tomorrow")
    await amara.waits_for("Dat weet ik niet, en ik wil niet gokken.")
    await stage.restart()
    await amara.says("/help")
    await amara.waits_for("Zo werkt het")
    assert await language_of(stage, amara) == "nl"


async def test_another_language_gets_both_sentences_and_a_person_in_either(stage: Stage) -> None:
    ola = stage.server.person("Ola", language_code="pl")
    await ola.says("Jak mogę zorganizować spotkanie dla sąsiadów?")
    both = await ola.waits_for("Ik spreek Nederlands en Engels. I speak Dutch and English.")
    assert buttons(both) == [["Vraag het een mens", "Ask a person"]]
    await ola.presses("Ask a person")
    await ola.waits_for("Your question is with the helpdesk.", button="Withdraw question")
    await stage.sanne.waits_for("Jak mogę zorganizować spotkanie")
    assert await language_of(stage, ola) == "en"


async def test_not_known_in_english_offers_a_person_and_dutch(stage: Stage) -> None:
    await stage.joke.says("when does the train to the airport leave from here")
    answer = await stage.joke.waits_for("I don't know that, and I don't want to guess.")
    assert buttons(answer) == [["Yes, ask", "No, leave it"], ["Nederlands"]]


async def test_one_word_changes_no_language(stage: Stage) -> None:
    await stage.joke.says("money")
    await stage.joke.until(lambda seen: seen[1:] or None, "an answer")
    assert await language_of(stage, stage.joke) == "nl"


@pytest.mark.parametrize("said", ["English", "engels"])
async def test_the_name_of_a_language_is_enough(stage: Stage, said: str) -> None:
    await stage.joke.says(said)
    await stage.joke.waits_for("Good. I speak English with you now.")
    await stage.joke.says("zijn onze vrijwilligers verzekerd?")
    await stage.joke.waits_for("Are our volunteers insured?")


async def test_the_language_command_offers_both(stage: Stage) -> None:
    await stage.joke.says("/taal")
    offered = await stage.joke.waits_for("In welke taal praten we?")
    assert labels(offered) == ["Nederlands", "English"]
    await stage.joke.presses("English")
    await stage.joke.waits_for("Good. I speak English with you now.")


def changed(message: Message) -> Callable[[list[Message]], Message | None]:
    """Looks whether the newest message is another one, or says something else."""
    return lambda seen: seen[-1] if (words(seen[-1]), labels(seen[-1])) != (words(message), labels(message)) else None


async def test_browsing_and_related_answers_in_english(stage: Stage) -> None:
    amara = stage.server.person("Amara", language_code="en")
    await amara.says("/start")
    await amara.waits_for("Hello", button="Look by subject")
    await amara.presses("Look by subject")
    subjects = await amara.waits_for("What is your question about?")
    assert "Money" in labels(subjects)
    while "Volunteers" not in labels(subjects):
        await amara.presses("More subjects")
        subjects = await amara.until(changed(subjects), "more")
    await amara.presses("Volunteers")
    listed = await amara.waits_for("Volunteers ·")
    while "Are our volunteers insured?" not in words(listed):
        assert "Hoe " in words(listed), "the others are in Dutch: they have no English text"
        await amara.presses("Next")
        listed = await amara.until(changed(listed), "the next questions")
    line = next(line for line in words(listed).splitlines() if "Are our volunteers" in line)
    await amara.presses(f"Question {line.partition('.')[0]}")
    shown = await amara.waits_for("Yes, through the municipality.")
    assert labels(shown)[-2:] == ["Share", "Back"]
    await amara.says("what about children")
    await amara.waits_for('"Children are insured too."')
    await amara.says(ASKED)
    answer = await amara.waits_for("Yes, through the municipality.", button="More on this")
    await amara.presses("More on this")
    near = await amara.until(changed(answer), "near")
    assert len(labels(near)) == 4 and labels(near)[-1] == "Back"
