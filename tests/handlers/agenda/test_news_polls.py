"""Votes in a poll that went out as news: counted, and told to staff (conversation 18)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.agenda import news_polls
from bot.agenda.news_polls import Votes
from bot.demo.actors import Message, Person, buttons, words
from bot.privacy import retention
from storage.news import News, NewsPoll
from tests.desk.scenes import all_handled
from tests.handlers.agenda.test_news import joined, sent
from tests.stage import Stage
from tests.waiting import until

HALF_A_MINUTE = timedelta(seconds=31)


async def polled(stage: Stage, *names: str, **fields: Any) -> Message:
    """These people get a poll; what staff see of it then."""
    await joined(stage, *names)
    poll = await stage.sanne.does("poll", question="Kom je?", options=["Ja", "Nee & <later>"], **fields)
    people = "1 mens" if len(names) == 1 else f"{len(names)} mensen"
    await sent(stage, poll, people, f"Stuur aan {len(names)}")
    return await stage.sanne.waits_for("Klaar:", button="Haal weg")


async def vote(person: Person, *options: str) -> None:
    """This person votes in the poll that they got."""
    await person.votes(next(m for m in await person.messages() if "poll" in m), *options)


async def taken_in(stage: Stage, number: int) -> None:
    """Wait until the bot took in so many votes of which staff do not know yet."""

    def so_many(session: Session) -> bool:
        return (session.scalar(select(func.sum(News.unseen))) or 0) == number

    await until(lambda: stage.helpdesk.db.read(so_many), f"the bot did not take in {number} votes")


async def test_staff_see_how_the_votes_stand(stage: Stage) -> None:
    done = await polled(stage, "joke", "fatma")
    assert words(done) == "Klaar: 2 bezorgd.\nStemmen: nog geen"
    await vote(stage.joke, "Ja")
    await vote(stage.fatma, "Nee & <later>")
    await taken_in(stage, 2)
    stage.forward(HALF_A_MINUTE)
    told = await stage.sanne.waits_for("Klaar: 2 bezorgd.\nStemmen: 2\nJa: 1\nNee & <later>: 1")
    assert told["message_id"] == done["message_id"] and buttons(told) == buttons(done)
    await vote(stage.fatma)
    await taken_in(stage, 1)
    stage.forward(HALF_A_MINUTE)
    await stage.sanne.waits_for("Stemmen: 1\nJa: 1\nNee & <later>: 0")
    await stage.sanne.presses("Rapport")
    await stage.sanne.until(
        lambda found: next((m for m in found if "document" in m and "Stemmen: 1\nJa: 1" in words(m)), None),
        "the report to tell how the votes stand",
    )


async def test_they_are_told_twice_a_minute_at_most(stage: Stage) -> None:
    await polled(stage, "joke", "fatma", "henk")
    for number, person in enumerate((stage.joke, stage.fatma, stage.henk), 1):
        await vote(person, "Ja")
        await taken_in(stage, number)
        stage.forward(timedelta(seconds=9))
    assert not [m for m in await stage.group.messages() if "Ja: " in words(m)]
    edits = stage.server.world.ledger.methods["editMessageText"]
    stage.forward(timedelta(seconds=5))
    await stage.sanne.waits_for("Stemmen: 3\nJa: 3")
    assert stage.server.world.ledger.methods["editMessageText"] == edits + 1


async def test_votes_come_back_after_a_restart_and_stay_when_it_is_taken_back(stage: Stage) -> None:
    done = await polled(stage, "joke", "fatma", multiple=True)
    assert words(done).endswith("Stemmen: nog geen (je mag meer kiezen)")
    await vote(stage.joke, "Ja", "Nee & <later>")
    await taken_in(stage, 1)
    await stage.restart()
    stage.forward(HALF_A_MINUTE)
    told = await stage.sanne.waits_for("Stemmen: 1 (je mag meer kiezen)\nJa: 1\nNee & <later>: 1")
    await stage.sanne.presses("Haal weg", told)
    asked = await stage.sanne.waits_for("Ik kan dit bij 2 mensen weghalen")
    await vote(stage.fatma, "Ja")
    await taken_in(stage, 1)
    stage.forward(HALF_A_MINUTE)
    await asyncio.sleep(0.5)
    await stage.sanne.presses("Haal weg bij 2", asked)
    taken = await stage.sanne.waits_for("Weggehaald bij 2 mensen.")
    assert words(taken).endswith("Stemmen: 2 (je mag meer kiezen)\nJa: 2\nNee & <later>: 1")


async def test_other_polls_are_left_alone(stage: Stage) -> None:
    await polled(stage, "joke")
    previewed = next(m for m in await stage.group.messages() if "poll" in m and m["from"]["is_bot"])
    await stage.sanne.votes(previewed, "Ja")
    stage.server.world.updates.add("poll", previewed["poll"] | {"id": "5311222333444555666"}, 0)
    await all_handled(stage)
    await taken_in(stage, 0)
    await vote(stage.joke, "Ja")
    await taken_in(stage, 1)
    stage.forward(HALF_A_MINUTE)
    await stage.sanne.waits_for("Klaar: 1 bezorgd.\nStemmen: 1\nJa: 1")


async def test_very_many_polls_are_added_up_and_let_go_when_old(stage: Stage) -> None:
    await polled(stage, "joke")

    def crowd(session: Session) -> News:
        found = session.scalars(select(News)).one()
        stands = [([1, 0], 1), ([0, 1], 1), ([0, 0], 0), ([2, 1], 3)]
        for number in range(2000):
            counts, voters = stands[number % 4]
            session.add(NewsPoll(poll_id=f"p{number}", news_id=found.id, counts=counts, voters=voters))
        return found

    db = stage.helpdesk.db
    found = await db.write(crowd)
    await db.write(news_polls.voted, "preview", [1, 0], 1)
    await db.write(news_polls.voted, "p0", [0, 1], 1)
    assert await db.read(news_polls.votes, found) == Votes(2500, (("Ja", 1499), ("Nee & <later>", 1001)), False)
    assert await db.write(retention.old_polls, stage.helpdesk.clock.now() - timedelta(days=1)) == 1
    assert await db.write(retention.old_polls, stage.helpdesk.clock.now()) == 2001
    assert await db.read(news_polls.votes, found) is None


async def test_a_vote_before_the_delivery_is_written_down_counts(stage: Stage) -> None:
    await polled(stage, "joke")
    db = stage.helpdesk.db
    found = await db.read(lambda session: session.scalars(select(News)).one())
    options = [{"text": "Ja", "voter_count": 0}, {"text": "Nee", "voter_count": 0}]
    message = {"poll": {"id": "fast", "options": options, "total_voter_count": 0}}
    await db.write(news_polls.voted, "fast", [1, 0], 1)
    assert await db.read(news_polls.votes, found) == Votes(0, (("Ja", 0), ("Nee & <later>", 0)), False)
    await db.write(news_polls.keep, found.id, message)
    assert await db.read(news_polls.votes, found) == Votes(1, (("Ja", 1), ("Nee & <later>", 0)), False)
