"""What was asked, what the matcher made of it, and what the asker thought of that: the source of learning."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

import faq
from storage.base import new_id
from storage.deferred import put_off
from storage.knowledge import Asked

# A decision that the matcher did not take: staff gave the answer.
GIVEN = "given"

_RECORD: Any = insert(Asked.__table__)  # type: ignore[arg-type]


def record(
    session: Session,
    member_id: int | None,
    text: str,
    decision: faq.Decision,
    now: datetime,
    message_id: int | None = None,
) -> int:
    """Keep a question with its decision. Returns its id, which buttons carry.

    `member_id`: None for a question in a group, where nobody is written down; `message_id`: the asker's message.
    """
    number = new_id()
    row = {
        "id": number,
        "member_id": member_id,
        "at": now,
        "text": text,
        "message_id": message_id,
        **_decided(decision),
    }
    put_off(session, _RECORD, row)
    return number


def given(session: Session, member_id: int, entry: faq.Entry, now: datetime) -> None:
    """Keep that this person received the entry's answer from staff: not a question, but when the answer changes
    they may be told."""
    row = {"id": new_id(), "member_id": member_id, "at": now, "text": None, "message_id": None}
    put_off(
        session, _RECORD, row | _without_entry(GIVEN, None, None) | {"entry_id": entry.id, "revision": entry.revision}
    )


def feedback(session: Session, asked_id: int, word: str, chosen: faq.Entry | None = None) -> None:
    """What the asker said of it: "up", "down", "none", or "chosen" with the entry they tapped, and so received."""
    values: dict[str, Any] = {"feedback": word}
    if chosen is not None:
        values |= {"chosen_id": chosen.id, "revision": chosen.revision}
    session.execute(update(Asked).where(Asked.id == asked_id).values(**values))


def get(session: Session, asked_id: int) -> Asked | None:
    """The question with this id; None when it was erased."""
    return session.get(Asked, asked_id)


def _decided(decision: faq.Decision) -> dict[str, object]:
    match decision:
        case faq.Answer(entry, confidence):
            return {**_without_entry("answer", confidence, None), "entry_id": entry.id, "revision": entry.revision}
        case faq.Suggestions(matches):
            candidates = [[m.entry.id, round(m.score, 3)] for m in matches]
            return _without_entry("suggestions", matches[0].score, candidates)
        case faq.Unknown(best):
            nearest = [[best.entry.id, round(best.score, 3)]] if best else None
            return _without_entry("unknown", best.score if best else None, nearest)


def _without_entry(decision: str, score: float | None, candidates: list[list[Any]] | None) -> dict[str, object]:
    # The same columns as with an entry: rows of one commit are written by one statement.
    return {"decision": decision, "entry_id": None, "score": score, "candidates": candidates, "revision": None}


def of_message(session: Session, member_id: int, message_id: int) -> Asked | None:
    """What this person asked with that message; the last of it when they changed it; None when it was no question."""
    query = select(Asked).where(Asked.member_id == member_id, Asked.message_id == message_id)
    return session.scalars(query.order_by(Asked.id.desc()).limit(1)).first()


def take_back(session: Session, asked_id: int) -> None:
    """The question was only a part of one that is kept whole. Not when someone has said something of it already."""
    unused = (Asked.feedback.is_(None)) & (Asked.ticket_id.is_(None))
    session.execute(delete(Asked).where(Asked.id == asked_id, unused))
