"""What scenes with staff share: a question that is with them, and places where people see it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import Message, Person, labels
from bot.desk import messages
from storage import outbox
from storage.inbox import DONE, InboxUpdate
from storage.outbox import OutboxRow
from tests.stage import Stage
from tests.waiting import until

QUESTION = "hebben we een vergunning nodig als we de straat afsluiten voor een buurtmaaltijd"
SUBJECT = "straat afsluiten buurtmaaltijd"

# People in tests are faster than Telegram's limits allow; how the limits are kept is tested elsewhere.
FAST = {"limits.messages_per_chat": "1000", "limits.messages_per_group_minute": "10000"}
# The staff group is a forum, a plain group, or each in turn.
FORUM = pytest.mark.parametrize("stage_options", [{"forum": "yes", **FAST}], indirect=True, ids=["forum"])
PLAIN = pytest.mark.parametrize("stage_options", [{"forum": "no", **FAST}], indirect=True, ids=["plain"])
PLACES = pytest.mark.parametrize(
    "stage_options", [{"forum": "yes", **FAST}, {"forum": "no", **FAST}], indirect=True, ids=["forum", "plain"]
)


@dataclass
class Desk:
    """A ticket's card, and staff where it is."""

    card: Message
    sanne: Person
    karim: Person


async def ask(stage: Stage, person: Person, text: str = QUESTION) -> Desk:
    """Someone asks a person straight away, something new."""
    said = await person.says("mens")
    answer = await person.waits_for("", after=said)
    if "Nee, iets nieuws" in labels(answer):
        await person.presses("Nee, iets nieuws", on=answer)
    await person.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    asked = await person.says(text)
    await person.waits_for("doorgegeven", button="Trek vraag in", after=asked)
    return await at_card(stage, text[:40])


async def at_card(stage: Stage, part: str) -> Desk:
    """Sanne and Karim at the new card with this text."""
    card = await stage.sanne.waits_for(part, button="Ik pak dit op")
    thread = card.get("message_thread_id")
    return Desk(card, stage.sanne.at(stage.group, thread), stage.karim.at(stage.group, thread))


async def claimed(stage: Stage, person: Person, text: str = QUESTION) -> Desk:
    """Someone asks a person, and Sanne has it."""
    desk = await ask(stage, person, text)
    await desk.sanne.presses("Ik pak dit op", on=desk.card)
    await desk.sanne.waits_for("Sanne heeft deze", button="Klaar")
    await person.waits_for("Sanne van de helpdesk is met je vraag bezig.")
    return desk


async def answered(stage: Stage, person: Person, text: str = "Vaak wel. Bel je gemeente.") -> tuple[Desk, Message]:
    """Sanne has it, and answered. Returns her message too."""
    desk = await claimed(stage, person)
    message = await desk.sanne.replies(desk.card, text)
    await desk.sanne.waits_for_reaction(message, "👌")
    return desk, message


async def topic(stage: Stage, name: str, closed: bool) -> dict[str, Any]:
    """Wait for a topic of that name that is open or closed."""

    async def there() -> dict[str, Any] | None:
        found = await stage.group.waits_for_topic(name)
        return found if bool(found["closed"]) is closed else None

    found: dict[str, Any] = await until(there, f"the topic {name} is {'open' if closed else 'closed'}")
    return found


def toasts(stage: Stage) -> list[str]:
    """The notices on top of people's screens, from now on."""
    seen: list[str] = []
    stage.server.world.events.watch(lambda event: seen.append(event["text"]) if event["type"] == "toast" else None)
    return seen


async def heard(seen: list[str], toast: str) -> None:
    """Wait for a notice on top of someone's screen."""
    await until(lambda: toast in seen, lambda: f"no {toast!r} in {seen}")


async def press(person: Person, label: str) -> None:
    """Press a button as soon as it is there."""
    await person.presses(label, on=await person.waits_for("", button=label))


async def marked_sent(stage: Stage, message: Message) -> None:
    """Wait until the bot has written down that it sent this message."""
    where = OutboxRow.chat_id == message["chat"]["id"], OutboxRow.message_id == message["message_id"]
    sent = select(OutboxRow.id).where(*where)
    await until(lambda: stage.helpdesk.db.read(lambda s: s.scalar(sent)), f"the bot does not know {message}")


async def written_down(stage: Stage, copy: Message) -> None:
    """Wait until the bot knows where this copy is: no person is so fast that they reply before that."""
    where = copy["chat"]["id"], copy["message_id"]
    await until(lambda: stage.helpdesk.db.read(messages.by_copy, *where), f"the bot does not know {copy}")


async def all_handled(stage: Stage) -> None:
    """Wait until everything that came in is handled, nothing of it with a mistake, and what was said is sent."""

    def is_done(session: Session) -> bool:
        handled = set(session.scalars(select(InboxUpdate.state))) == {DONE}
        on_its_way = select(OutboxRow.id).where(OutboxRow.state.in_((outbox.NEW, outbox.SENDING)))
        return handled and session.scalar(on_its_way.limit(1)) is None

    async def all_done() -> bool:
        return not stage.server.world.updates.pending and await stage.helpdesk.db.read(is_done)

    await until(all_done, "something that came in is not handled, or what was said is not sent")


async def looked(stage: Stage) -> None:
    """Let everything that the bot looks at now and then be looked at: for what must not come by itself."""
    stage.forward(timedelta(seconds=1))  # who moves the clock makes it look at once
    await quiet(stage, 1.5)


async def quiet(stage: Stage, seconds: float = 0.7) -> None:
    """Wait until nothing more is on its way: for what must not happen."""
    await asyncio.sleep(seconds)
