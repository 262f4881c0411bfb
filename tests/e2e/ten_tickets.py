"""What the story of the ten tickets is told with: its people, its group that moves house, and who got what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import Group, Message, Person, words
from bot.desk.states import TRANSITIONS, State, Step
from storage.desk import Audit, Ticket
from tests.desk.scenes import Desk, ask
from tests.stage import Stage


@dataclass
class Tale:
    """The story so far. `due`: per asker what they must have from staff at the end, in order."""

    stage: Stage
    people: dict[str, Person] = field(default_factory=dict)
    due: dict[str, list[str]] = field(default_factory=dict)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        stage = self.stage
        self.people = {person.name: person for person in (stage.joke, stage.fatma, stage.henk)}

    def asker(self, name: str) -> Person:
        """The asker with that name, who may be new."""
        if name not in self.people:
            self.people[name] = self.stage.server.person(name)
        return self.people[name]

    async def asks(self, name: str, question: str) -> Desk:
        """Someone asks a person. Returns the card, and staff at it."""
        return await ask(self.stage, self.asker(name), question)

    def must_have(self, name: str, answer: str) -> str:
        """This answer is meant for them. Returns it."""
        self.due.setdefault(name, []).append(answer)
        return answer

    async def gets(self, name: str, by: str, answer: str) -> Message:
        """Wait until they have this answer from that colleague, and keep it for the reckoning."""
        whole = self.must_have(name, f"{by} van de helpdesk\n{answer}")
        return await self.asker(name).waits_for(whole)

    async def card(self, number: int, button: str = "Meer") -> Desk:
        """The newest card of an open question, wherever the group is now, and staff at it."""
        stage = self.stage
        card = await stage.sanne.waits_for(f"Vraag {number} · ", button=button)
        thread = card.get("message_thread_id")
        return Desk(card, stage.sanne.at(stage.group, thread), stage.karim.at(stage.group, thread))

    async def becomes_a_supergroup(self) -> None:
        """Telegram gives the group another number, and topics; everybody moves along."""
        stage = self.stage
        moved = await stage.group.backend.act("migrate", {"chat_id": stage.group.chat_id, "is_forum": True})
        stage.group = Group(stage.group.backend, moved["id"])
        stage.sanne, stage.karim, stage.ellen = (p.at(stage.group) for p in (stage.sanne, stage.karim, stage.ellen))

    async def deletes_topic(self, desk: Desk) -> None:
        """Ellen deletes a question's topic."""
        thread = desk.card["message_thread_id"]
        params = {"as": self.stage.ellen.id, "chat_id": self.stage.group.chat_id, "message_thread_id": thread}
        await self.stage.group.backend.act("topic_delete", params)

    async def whispers(self, who: Person, text: str) -> None:
        """Someone of staff says something among themselves."""
        self.inside.append(text)
        await who.says(text)

    async def leaked(self) -> list[str]:
        """What was said among staff and yet stands at an asker's."""
        read = [words(m) for person in self.people.values() for m in await person.messages()]
        return [text for text in self.inside if any(text in line for line in read)]

    async def got(self, name: str) -> list[str]:
        """All that this asker has from staff, in order, as it reads now."""
        return [words(m) for m in await self.asker(name).messages() if " van de helpdesk\n" in words(m)]


@dataclass(frozen=True)
class Trail:
    """The steps of one ticket as they were written down, and where it stands."""

    number: int
    state: State
    steps: tuple[tuple[str, str | None, str | None], ...]

    def errors(self) -> list[str]:
        """Where the steps are no path through the table of states; empty when all is well."""
        found, now = [], State.NEW
        if not self.steps or self.steps[0][0] != "open":
            found.append(f"{self.number} was never opened")
        for action, before, after in self.steps[1:]:
            allowed = TRANSITIONS[Step(action)].get(now)
            if before != now or after not in (allowed, State.NEW if allowed else None):
                found.append(f"{self.number}: {action} from {before} to {after}, while it was {now}")
            now = State(after or now)
        return [*found, *([] if now is self.state else [f"{self.number} is {self.state}, its steps end at {now}"])]


def trails(session: Session) -> list[Trail]:
    """The trail of every ticket."""
    steps = {"open", *Step}
    found = []
    for ticket in session.scalars(select(Ticket).order_by(Ticket.id)):
        rows = session.scalars(select(Audit).where(Audit.ticket_id == ticket.id).order_by(Audit.id))
        taken = tuple((r.action, *_ends(r.details)) for r in rows if r.action in steps)
        found.append(Trail(ticket.id, State(ticket.state), taken))
    return found


def _ends(details: dict[str, Any] | None) -> tuple[str | None, str | None]:
    return (details or {}).get("from"), (details or {}).get("to")
