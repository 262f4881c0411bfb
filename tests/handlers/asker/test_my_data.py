"""What someone gets of their data, and that nothing is left of them when they want that (conversation 19)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import labels, words
from bot.desk import blocking
from bot.desk.tickets import Actor
from bot.privacy import erasing
from handlers.desk import erase_desk
from storage.database import Database
from storage.desk import Ticket
from storage.knowledge import Asked
from storage.schema import metadata
from tests.desk.scenes import FORUM, PLACES, answered, ask, press, quiet
from tests.stage import Stage
from tests.waiting import until

# Words that stand nowhere else; Joke's name is looked for too.
QUESTION = "mijn zolderkamer lekt boven de kapperszaak"
MORE = "het druppelt op mijn harmonium"
TO_BOT = "waar koop ik een kruiwagen in driebergen"
ANSWER = "Bel de dakdekker uit Bunnik, zei Sanne."
FAQ = ("entry", "phrasing", "entry_revision")
TRACES = ("zolderkamer", "kapperszaak", "harmonium", "kruiwagen", "dakdekker", "Joke", "joke")


def everything(session: Session) -> str:
    """All that is in the database but the FAQ, as text."""
    return "\n".join(
        f"{table.name}: {row}"
        for table in metadata.sorted_tables
        if table.name not in FAQ
        for row in session.connection().exec_driver_sql(f'SELECT * FROM "{table.name}"').all()
    )


async def left_of(stage: Stage, *traces: str) -> list[str]:
    """The lines of the database in which one of these stands."""
    found = await stage.helpdesk.db.read(everything)
    return [
        line for line in found.splitlines() if any(re.search(rf"(?<![\d-]){trace}(?!\d)", line) for trace in traces)
    ]


async def gone(stage: Stage, *traces: str) -> None:
    """Wait until nothing of this is left; the overview follows within seconds."""

    async def none_left() -> bool:
        return not await left_of(stage, *traces)

    await until(none_left, f"one of {traces} is still in the database")


async def in_group(stage: Stage) -> str:
    """All that can be read in the staff group, and its topics' names."""
    topics = [str(topic) for topic in await stage.group.topics()]
    return "\n".join([words(m) for m in await stage.sanne.messages()] + topics)


async def lived(stage: Stage) -> None:
    """Joke asked the bot, and people, and got an answer; she follows a place; a coordinator was in the queue."""
    await stage.joke.says(TO_BOT)
    await stage.joke.waits_for("Dat weet ik niet")
    stage.forward(timedelta(hours=2))
    desk = await ask(stage, stage.joke, QUESTION)
    await desk.sanne.presses("Ik pak dit op", on=desk.card)
    card = await desk.sanne.waits_for("Sanne heeft deze")
    more = await stage.joke.says(MORE)
    await desk.sanne.waits_for(MORE)
    message = await desk.sanne.replies(card, ANSWER)
    await desk.sanne.waits_for_reaction(message, "👌")
    await stage.joke.waits_for("dakdekker")
    await stage.karim.says("/wachtrij")
    await stage.karim.waits_for("lekt boven kapperszaak", after=more)


@PLACES
async def test_nothing_is_left_of_who_wants_to_be_forgotten(stage: Stage) -> None:
    await lived(stage)
    await quiet(stage)
    assert await left_of(stage, *TRACES)  # else the test would see nothing either way
    await stage.joke.says("/vergeetmij")
    sure = await stage.joke.waits_for("Dit wis ik: je naam, je keuzes en 2 vragen. Je open vraag over")
    assert labels(sure) == ["Niet doen", "Wis alles"]
    await stage.joke.presses("Wis alles", on=sure)
    await stage.joke.waits_for("Je gegevens zijn gewist.")
    await stage.sanne.waits_for("Vraag 1: de vrager liet alles wissen. De tekst is weg. Niets meer doen.")
    await gone(stage, *TRACES, str(stage.joke.id))
    assert await stage.helpdesk.db.read(counted) == (1, 1)
    await _readable_nowhere(stage)


def counted(session: Session) -> tuple[int, int]:
    """How many questions to people, and to the bot, there still are to be counted."""
    return len(session.scalars(select(Ticket)).all()), len(session.scalars(select(Asked)).all())


async def _readable_nowhere(stage: Stage) -> None:
    """What the bot may delete is gone from the group; also from lists such as /wachtrij."""

    async def none_shown() -> bool:
        shown = await in_group(stage)
        return "kapperszaak" not in shown and "harmonium" not in shown

    await until(none_shown, "the group still shows it")


@FORUM
async def test_without_the_right_to_delete_the_words_are_overwritten(stage: Stage) -> None:
    rights = {"can_manage_topics": True, "can_delete_messages": False}
    await stage.group.member(int(stage.server.world.bot["id"]), "administrator", rights=rights)
    await lived(stage)
    stage.forward(timedelta(days=3))
    await stage.joke.says("/vergeetmij")
    await press(stage.joke, "Wis alles")
    await stage.joke.waits_for("Je gegevens zijn gewist.")
    card = await stage.sanne.waits_for("Vraag 1 · gewist. De tekst is weg.")
    assert labels(card) == []
    await stage.group.waits_for_topic("Gewist · vraag 1")
    await gone(stage, *TRACES)
    await _readable_nowhere(stage)


@PLACES
async def test_what_is_on_its_way_to_the_group_meanwhile_goes_too(stage: Stage) -> None:
    for method in ("createForumTopic", "sendMessage"):
        stage.server.faults.add("delay", method=method, chat_id=stage.group.chat_id, seconds=4)
    await stage.joke.says(QUESTION)
    await stage.joke.waits_for("Dat weet ik niet")
    await press(stage.joke, "Ja, vraag het")
    await stage.joke.says("/vergeetmij")
    await press(stage.joke, "Wis alles")
    await stage.joke.waits_for("Je gegevens zijn gewist.")
    assert "kapperszaak" not in await in_group(stage), "it is still on its way"
    await stage.sanne.waits_for("De tekst is weg.")
    await gone(stage, *TRACES)
    await quiet(stage)
    await _readable_nowhere(stage)
    await gone(stage, *TRACES)


@FORUM
async def test_not_doing_it_changes_nothing_and_more_than_was_shown_is_shown_anew(stage: Stage) -> None:
    await ask(stage, stage.joke, QUESTION)
    await stage.joke.says("/vergeetmij")
    first = await stage.joke.waits_for("Dit wis ik: je naam, je keuzes en 1 vraag.")
    await stage.joke.says(TO_BOT)
    await stage.joke.waits_for("Dit gaat mee")
    await stage.joke.says("hebben vrijwilligers een VOG nodig")
    await stage.joke.waits_for("Antwoord van de bot")
    await stage.joke.presses("Wis alles", on=first)
    again = await stage.joke.waits_for("Dit wis ik: je naam, je keuzes en 2 vragen.")
    await stage.joke.presses("Niet doen", on=again)
    await stage.joke.waits_for("Er is niets gewist.")
    assert await left_of(stage, "zolderkamer")


@FORUM
async def test_a_file_with_all_of_it_that_a_person_can_read(stage: Stage) -> None:
    await lived(stage)
    said = await stage.joke.says("/mijngegevens")
    sent = await stage.joke.waits_for("Hier staat alles wat we van je bewaren.", after=said)
    assert sent["document"]["file_name"] == "mijn-gegevens.html"
    assert labels(sent) == ["Wis alles"]
    page = await _page(stage)
    for trace in (QUESTION, MORE, TO_BOT, ANSWER, "Sanne van de helpdesk", "Je naam in Telegram: Joke"):
        assert trace in page
    assert '<script type="application/json"' in page


async def _page(stage: Stage) -> str:
    """The file as it was kept to be sent."""

    def read(session: Session) -> bytes:
        found: Any = session.connection().exec_driver_sql("SELECT data FROM attachment").scalar()
        return bytes(found)

    return (await stage.helpdesk.db.read(read)).decode()


@FORUM
async def test_privacy_says_how_long_and_leads_on(stage: Stage) -> None:
    await stage.joke.says("/privacy")
    said = await stage.joke.waits_for("We bewaren ze 12 maanden.")
    assert labels(said) == ["Mijn gegevens", "Wis alles", "Vraag het een mens"]
    await stage.joke.presses("Wis alles", on=said)
    await stage.joke.waits_for("Dit wis ik: je naam, je keuzes en wat we verder van je weten.")


@PLACES
async def test_a_coordinator_erases_for_who_asks_that(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    await desk.sanne.replies(desk.card, "/wis")
    await stage.sanne.waits_for("Dit kan alleen een coördinator: Ellen.")
    await ellen.replies(desk.card, "/wis")
    await ellen.waits_for("Alles van Joke wissen?")
    await press(ellen, "Wis alles")
    await stage.joke.waits_for("De helpdesk wiste je gegevens, zoals je vroeg.")
    await stage.sanne.waits_for("Vraag 1: Ellen wiste alles, omdat de vrager dat vroeg.")
    await gone(stage, "Joke", str(stage.joke.id), "buurtmaaltijd")


@FORUM
async def test_what_is_old_goes_by_itself_and_what_is_open_stays(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await stage.joke.waits_for("afgerond")
    await ask(stage, stage.fatma, "mag de fanfare door onze steeg lopen")
    stage.forward(timedelta(days=12 * 31 + 1))
    await stage.helpdesk.db.write(erase_desk.forget_old, stage.helpdesk.services)
    assert await stage.helpdesk.db.read(kept) == [(1, False, "closed"), (2, True, "new")]
    assert await left_of(stage, "fanfare")


def kept(session: Session) -> list[tuple[int, bool, str]]:
    """Each ticket, whether it has words, and its state."""
    return [(t.id, bool(t.text), t.state) for t in session.scalars(select(Ticket).order_by(Ticket.id))]


def test_each_table_has_an_answer_to_what_erasing_does() -> None:
    assert set(erasing.TABLES) == set(metadata.tables)


def test_someone_blocked_does_not_lift_that_by_leaving(db: Database, now: datetime) -> None:
    def leave(session: Session) -> bool:
        blocking.block(session, 7, "spam", Actor(1, "Ellen"), now)
        erasing.erase(session, 7, Actor(7), now, ())
        return blocking.get(session, 7) is not None

    assert db.write_now(leave)
