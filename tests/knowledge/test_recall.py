"""Who has which answer, and who is told when it changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import faq
from bot import people
from bot.knowledge import asked, editing, entries, recall
from storage.database import Database
from storage.knowledge import Asked
from storage.outbox import Body, OutboxRow
from storage.people import BLOCKED, Member
from tests.knowledge.test_entries import OTHER, WHOLE


@pytest.fixture
def filled(db: Database, now: datetime) -> Database:
    """A database with two entries and five people."""
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    for number in range(1, 6):
        db.write_now(people.meet, number, f"Mens {number}", None, "nl" if number < 5 else "en", now)
    return db


def give(db: Database, member: int, at: datetime, entry_id: str = "vog") -> None:
    """This person asks, and gets the answer of now."""
    kept = db.read_now(entries.get, entry_id)
    assert kept is not None
    db.write_now(asked.record, member, "gratis vog", faq.Answer(kept.entry, 0.9), at)


def answer(db: Database, now: datetime, text: str) -> int:
    return db.write_now(_answer, now, text)


def told(db: Database) -> list[tuple[int, str]]:
    return db.read_now(_told)


def test_who_chose_and_who_got_it_from_staff_count_too(filled: Database, now: datetime) -> None:
    vog = filled.read_now(entries.active)[0]
    number = filled.write_now(asked.record, 1, "papier", faq.Suggestions((faq.Match(vog, 0.4),)), now)
    filled.write_now(asked.record, 2, "papier", faq.Suggestions((faq.Match(vog, 0.4),)), now)
    filled.write_now(asked.given, 3, vog, now)
    changed = answer(filled, now, "Bel 14 033.")
    assert filled.read_now(recall.reach, changed, now) == 1
    filled.write_now(asked.feedback, number, "chosen", vog)
    assert filled.read_now(recall.reach, changed, now) == 2


def test_only_those_who_have_an_older_answer_last(filled: Database, now: datetime) -> None:
    for member in (1, 2, 3):
        give(filled, member, now)
    give(filled, 4, now, "bus")
    first = answer(filled, now, "Bel 14 033.")
    give(filled, 2, now)
    assert filled.read_now(recall.reach, first, now) == 2
    assert filled.write_now(recall.tell, first, _message, now, ZoneInfo("Europe/Amsterdam")) == 2
    assert filled.write_now(recall.tell, first, _message, now, ZoneInfo("Europe/Amsterdam")) == 0
    assert told(filled) == [(1, "nl"), (3, "nl")]
    assert filled.read_now(recall.reach, first, now) == 0
    second = answer(filled, now, "Bel 030.")
    assert filled.read_now(recall.reach, first, now) == 0  # that is not the answer any more
    assert filled.read_now(recall.reach, second, now) == 3
    back = answer(filled, now, "Bel 14 033.")
    assert filled.read_now(recall.reach, back, now) == 0  # what all of them have, told or asked


def test_neither_who_left_nor_who_was_forgotten_nor_of_long_ago(filled: Database, now: datetime) -> None:
    for member in (1, 2, 3):
        give(filled, member, now)
    give(filled, 5, now - timedelta(days=366))
    filled.write_now(_block, 1)
    filled.write_now(_forget, 2)
    changed = answer(filled, now, "Bel 14 033.")
    assert filled.write_now(recall.tell, changed, _message, now, ZoneInfo("Europe/Amsterdam")) == 1
    assert told(filled) == [(3, "nl")]


def test_each_in_their_own_language_and_only_when_that_changed(filled: Database, now: datetime) -> None:
    give(filled, 1, now)
    give(filled, 5, now)  # who got the English answer, which WHOLE has
    dutch = answer(filled, now, "Bel 14 033.")
    assert filled.read_now(recall.reach, dutch, now) == 1
    english = {"en": faq.Translation("How do I get a VOG?", (), "Call 14 033.")}
    both = filled.write_now(editing.change, "vog", "Sanne", now, translations=english)
    assert filled.read_now(recall.reach, dutch, now) == 0  # there is something newer to tell
    assert filled.read_now(recall.reach, both, now) == 2
    filled.write_now(recall.tell, both, _message, now, ZoneInfo("Europe/Amsterdam"))
    assert told(filled) == [(1, "nl"), (5, "en")]


def test_other_changes_are_no_reason_to_tell(filled: Database, now: datetime) -> None:
    give(filled, 1, now)
    phrasing = filled.write_now(editing.add_phrasing, "vog", "papiertje", "Sanne", now)
    assert phrasing is not None and filled.read_now(recall.reach, phrasing, now) == 0
    filled.write_now(editing.retire, "vog", "Sanne", now)
    changed = answer(filled, now, "Bel 14 033.")
    assert filled.read_now(recall.reach, changed, now) == 0  # nobody gets it now


def _answer(session: Session, now: datetime, text: str) -> int:
    return editing.change(session, "vog", "Sanne", now, answer=text)


def _message(language: str) -> dict[str, Any]:
    return {"text": language}


def _told(session: Session) -> list[tuple[int, str]]:
    query = select(OutboxRow.chat_id, Body.payload).join(Body, Body.id == OutboxRow.body_id)
    found = session.execute(query.where(OutboxRow.purpose == recall.PURPOSE).order_by(OutboxRow.chat_id))
    return [(chat, payload["text"]) for chat, payload in found]


def _block(session: Session, member: int) -> None:
    session.get_one(Member, member).state = BLOCKED


def _forget(session: Session, member: int) -> None:
    """As erasing does: what was asked is kept without the person."""
    for row in session.scalars(select(Asked).where(Asked.member_id == member)):
        row.member_id = None
