"""Which open questions ask the same: linked when they come in, so that one answer can reach all who wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

import faq
from bot.desk import tickets
from bot.desk.states import OPEN
from bot.desk.tickets import TicketView
from faq.clusters import ALIKE, Likeness
from storage.desk import Ticket
from storage.sharing import TicketLink

# A ruler remembers what it read of each text; after so many comparisons it begins anew.
MOST_READ = 100_000


class Knows(Protocol):
    """Where the index of today is (bot.knowledge.Knowledge)."""

    index: faq.Index

    @property
    def synonyms(self) -> list[list[str]]: ...


@dataclass(frozen=True, slots=True)
class Alike:
    """A ticket that asks the same as another. `sure`: few who read both would doubt it."""

    ticket: TicketView
    likeness: float
    sure: bool


class Rulers:
    """Measures how much questions are alike, with the FAQ as it is: for one thread at a time."""

    def __init__(self, knowledge: Knows) -> None:
        self._knowledge = knowledge
        self._index = knowledge.index
        self._rulers: dict[str, Likeness] = {}
        self._read = 0

    def of(self, language: str, texts: int) -> Likeness:
        """The ruler for questions in this language, to measure so many with."""
        self._read += texts
        if self._index is not self._knowledge.index or self._read > MOST_READ:
            self._index, self._rulers, self._read = self._knowledge.index, {}, texts
        if language not in self._rulers:
            self._rulers[language] = Likeness(language, self._knowledge.synonyms, self._meaning)
        return self._rulers[language]

    def _meaning(self, text: str) -> Mapping[str, float]:
        return {match.entry.id: match.score for match in self._index.search(text)}


def link(session: Session, ticket: TicketView, rulers: Rulers) -> None:
    """Link a ticket that came in, or whose question changed, with the open ones that ask the same."""
    session.execute(delete(TicketLink).where(or_(TicketLink.ticket_id == ticket.id, TicketLink.older_id == ticket.id)))
    if not ticket.text or ticket.urgent is not None:
        return
    # Only what is compared is read: in a rush hundreds may be open.
    others = list(session.execute(select(Ticket.id, Ticket.text).where(*_waiting(ticket), Ticket.text != "")))
    ruler = rulers.of(ticket.language, len(others))
    for number, text in others:
        likeness = ruler(ticket.text, text)
        if likeness >= ALIKE:
            newer, older = max(ticket.id, number), min(ticket.id, number)
            sure = ruler.surely(ticket.text, text)
            session.add(TicketLink(ticket_id=newer, older_id=older, likeness=likeness, sure=sure))
    session.flush()


def linked(session: Session, ticket: TicketView) -> list[Alike]:
    """The tickets that ask the same and wait for an answer: those that surely do first, then the oldest."""
    query = select(TicketLink).where(or_(TicketLink.ticket_id == ticket.id, TicketLink.older_id == ticket.id))
    links = {(row.older_id if row.ticket_id == ticket.id else row.ticket_id): row for row in session.scalars(query)}
    if not links:
        return []
    found = tickets.find_all(session, *_waiting(ticket), Ticket.id.in_(links))
    ordered = sorted(found, key=lambda other: (not links[other.id].sure, other.id))
    return [Alike(other, links[other.id].likeness, links[other.id].sure) for other in ordered]


def waits(ticket: TicketView) -> bool:
    """Whether this ticket may get the answer of another: it is open, has none yet, and nobody is in need."""
    return ticket.is_open and ticket.answered_at is None and ticket.urgent is None


def _waiting(ticket: TicketView) -> list[ColumnElement[bool]]:
    """Tickets of other people, in the same language, that wait for an answer."""
    return [
        Ticket.id != ticket.id,
        Ticket.state.in_(OPEN),
        Ticket.answered_at.is_(None),
        Ticket.urgent.is_(None),
        Ticket.language == ticket.language,
        Ticket.member_id != ticket.member_id,
    ]
