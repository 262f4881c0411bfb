"""Old tickets by the words of their question and answers, also when they are misspelled; and those of one asker.

`look_up` reads and thinks (a tenth of a second for ten thousand tickets): not in a transaction that writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log

from rapidfuzz import fuzz, process
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.messages import HEADING
from bot.desk.ticket import TicketView
from bot.texts import parts
from faq.language import Language
from faq.text import words
from storage.base import new_id
from storage.desk import OUT, Ticket, TicketMessage
from storage.searches import TicketSearch

MOST_FOUND = 50
# Older tickets than so many are of a time that few remember, and would make looking slow.
MOST_TICKETS = 20_000
# A list that nobody turned the pages of for so long is thrown away: it may hold names.
KEPT = timedelta(days=7)
# How near a word must be to count as the same misspelled (0..100), and what nearness is worth.
TYPO, SAME_STEM, BEGINS, WITHIN = 80, 0.95, 0.9, 0.75
SHORTEST_BEGINNING, SHORTEST_WITHIN = 4, 5
# So much of what was asked for must be there.
ENOUGH = 0.6
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: see storage.searches.TicketSearch."""

    id: int
    words: str
    member_id: int | None
    found: tuple[int, ...]


def look_up(session: Session, text: str, language: str) -> list[int]:
    """The tickets that have these words, best first; of equals the newest. None without a word to look for."""
    spoken = Language(language)
    wanted = words(text)
    wanted = [word for word in wanted if word not in spoken.stop_words] or wanted
    documents = _documents(session)
    places: dict[str, set[int]] = defaultdict(set)
    for number, said in documents.items():
        for word in said:
            places[word].add(number)
    scores: dict[int, float] = defaultdict(float)
    total = 0.0
    for word in dict.fromkeys(wanted):
        near = _near(word, places, spoken)
        having = set().union(*(places[known] for known in near)) if near else set()
        weight = log(1 + len(documents) / (1 + len(having)))
        total += weight
        for number in having:
            scores[number] += weight * max(near[known] for known in near if number in places[known])
    found = [number for number, score in scores.items() if score >= ENOUGH * total]
    return sorted(found, key=lambda number: (-round(scores[number], 6), -number))[:MOST_FOUND]


def of_asker(session: Session, ticket: TicketView) -> list[int]:
    """The other tickets of this asker, the newest first."""
    query = select(Ticket.id).where(Ticket.member_id == ticket.member_id, Ticket.id != ticket.id)
    return list(session.scalars(query.order_by(Ticket.id.desc()).limit(MOST_FOUND)))


def keep(session: Session, text: str, found: Iterable[int], now: datetime, member_id: int | None = None) -> Search:
    """Keep what was found, for its pages; what is old is thrown away."""
    session.execute(delete(TicketSearch).where(TicketSearch.at < now - KEPT))
    row = TicketSearch(id=new_id(), at=now, words=text[:LONGEST_WORDS], member_id=member_id, found=list(found))
    session.add(row)
    session.flush()
    return Search(row.id, row.words, row.member_id, tuple(row.found))


def get(session: Session, search_id: int) -> Search | None:
    """What was found then; None when it is too long ago."""
    row = session.get(TicketSearch, search_id)
    return Search(row.id, row.words, row.member_id, tuple(row.found)) if row is not None else None


def shown(session: Session, ids: Iterable[int]) -> list[TicketView]:
    """These tickets, in this order, without those that are gone."""
    wanted = list(ids)
    found = {ticket.id: ticket for ticket in tickets.find_all(session, Ticket.id.in_(wanted))} if wanted else {}
    return [found[number] for number in wanted if number in found]


def answers(session: Session, ticket_id: int) -> list[tuple[str | None, str]]:
    """What people of staff answered: (their name, Telegram HTML), in order, each once."""
    where = (TicketMessage.ticket_id == ticket_id, *_ANSWERS)
    rows = session.execute(select(TicketMessage.by_name, TicketMessage.text).where(*where).order_by(TicketMessage.id))
    return list(dict.fromkeys((by, text) for by, text in rows if text))


# What staff wrote or sent to askers. Notices of the bot have no text in their pairs.
_ANSWERS = (TicketMessage.direction == OUT, TicketMessage.kind != HEADING, TicketMessage.text.is_not(None))


def _documents(session: Session) -> Mapping[int, list[str]]:
    """The words of each ticket: its question and what staff answered."""
    newest = select(Ticket.id, Ticket.text).order_by(Ticket.id.desc()).limit(MOST_TICKETS)
    found = {number: words(text or "") for number, text in session.execute(newest)}
    said = select(TicketMessage.ticket_id, TicketMessage.text).where(*_ANSWERS)
    for number, html in session.execute(said):
        if number in found:
            found[number].extend(words(parts.plain(html or "")))
    return found


def _near(word: str, places: Mapping[str, set[int]], spoken: Language) -> dict[str, float]:
    """The words that are meant by this one, and how surely: the same, of one stem, its compounds, misspelled."""
    near: dict[str, float] = {}
    stem = spoken.stem(word)
    for known in places:
        if known == word:
            near[known] = 1.0
        elif spoken.stem(known) == stem:
            near[known] = SAME_STEM
        elif len(word) >= SHORTEST_BEGINNING and known.startswith(word):
            near[known] = BEGINS
        elif len(word) >= SHORTEST_WITHIN and word in known:
            near[known] = WITHIN
    for known, nearness, _ in process.extract(word, places.keys(), scorer=fuzz.ratio, score_cutoff=TYPO, limit=20):
        near.setdefault(str(known), nearness / 100 * WITHIN)
    return near
