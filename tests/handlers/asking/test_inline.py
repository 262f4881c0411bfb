"""Inline mode: "@bot subsidie" in any chat (conversation 14)."""

from __future__ import annotations

from typing import Any

from bot.demo.actors import labels
from storage import inbox
from storage.inbox import InboxUpdate
from storage.knowledge import Asked
from storage.people import Member
from tests.stage import Stage

MONEY = "Hoe vraag ik subsidie aan bij de gemeente?"


def titles(answer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in answer["results"]]


async def test_a_word_shows_answers_that_can_be_sent_to_the_chat(stage: Stage) -> None:
    answer = await stage.joke.searches("subsidie")
    assert MONEY in titles(answer)
    assert 1 < len(answer["results"]) <= 10
    assert all(len(result["description"]) <= 100 for result in answer["results"])
    found = answer["results"][titles(answer).index(MONEY)]
    sent = await stage.joke.shares(answer, found["id"])
    assert sent["text"].startswith(MONEY)
    assert sent["text"].endswith("Antwoord van de helpdesk van Omzien naar Elkaar")
    assert labels(sent) == ["Stel zelf een vraag"]
    url = sent["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert url == f"https://t.me/{stage.helpdesk.services.bot_username}?start=antwoord"


async def test_half_a_word_and_a_whole_question_find_it_too(stage: Stage) -> None:
    assert MONEY in titles(await stage.joke.searches("subsi"))
    assert titles(await stage.joke.searches("hoe vraag ik subsidie aan bij de gemeente?"))[0] == MONEY


async def test_nothing_typed_shows_what_is_used_most(stage: Stage) -> None:
    for person in (stage.joke, stage.fatma):
        await person.says("hoe vraag ik een gratis vog aan voor vrijwilligers")
        await person.waits_for("Hoe vraag ik een gratis VOG aan")
    answer = await stage.henk.searches("")
    assert titles(answer)[0] == "Hoe vraag ik een gratis VOG aan voor vrijwilligers?"
    assert len(answer["results"]) == 10
    assert "button" not in answer


async def test_nothing_found_leads_to_the_private_chat(stage: Stage) -> None:
    answer = await stage.joke.searches("xqzzw kwrtz")
    assert answer["results"] == []
    assert answer["button"] == {
        "text": "Geen antwoord gevonden. Vraag het in het gesprek met de bot.",
        "start_parameter": "zoeken",
    }


async def test_it_speaks_the_language_of_the_query_or_of_the_phone(stage: Stage) -> None:
    amara = stage.server.person("Amara", language_code="en")
    english = await amara.searches("xqzzw kwrtz")
    assert english["button"]["text"].startswith("No answer found.")
    dutch = await amara.searches("hoe vraag ik subsidie aan bij de gemeente")
    assert "Antwoord van de helpdesk" in dutch["results"][0]["input_message_content"]["message_text"]
    assert english["is_personal"] is True, "Telegram must not show it to people with another language"


async def test_nothing_is_written_down_for_what_someone_types(stage: Stage) -> None:
    for typed in ("s", "su", "subsidie", "<b>", "\u200b", "x" * 256, "ضريبة", "🎉", "'; drop table entry; --"):
        await stage.joke.searches(typed)
    read = stage.helpdesk.db.read
    assert await read(lambda s: s.query(InboxUpdate).count()) == 0
    assert await read(lambda s: s.query(Asked).count()) == 0
    assert await read(lambda s: s.query(Member).count()) == 0
    assert await read(inbox.counts) == {}


async def test_a_query_that_cannot_be_read_stops_nothing(stage: Stage) -> None:
    unreadable: list[Any] = [{}, None, {"id": 1, "query": "x", "from": 3}]
    for broken in unreadable:
        stage.server.world.updates.add_raw({"inline_query": broken})
    assert MONEY in titles(await stage.joke.searches("subsidie"))
    assert await stage.helpdesk.db.read(inbox.counts) == {}


async def test_every_answer_of_the_list_can_be_shared(stage: Stage) -> None:
    """Telegram refuses all results when one of them is wrong."""
    for entry in stage.helpdesk.knowledge.index.entries:
        answer = await stage.joke.searches(entry.question)
        assert answer["results"][0]["id"] == entry.id
        sent = await stage.joke.shares(answer, entry.id)
        assert len(sent["text"]) <= 4096
