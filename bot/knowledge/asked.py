"""What was asked, what the matcher made of it, and what the asker thought of that: the source of learning."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

import faq
from storage.base import new_id
from storage.deferred import put_off
from storage.knowledge import Asked

_RECORD: Any = insert(Asked.__table__)  # type: ignore[arg-type]


def record(
    session: Session,
    member_id: int,
    text: str,
    decision: faq.Decision,
    now: datetime,
    message_id: int | None = None,
) -> int:
    """Keep a question with its decision. Returns its id, which buttons carry. `message_id`: the asker's message."""
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
            return _without_entry("unknown", best.score if best else None, None)


def _without_entry(decision: str, score: float | None, candidates: list[list[Any]] | None) -> dict[str, object]:
    # The same columns as with an entry: rows of one commit are written by one statement.
    return {"decision": decision, "entry_id": None, "score": score, "candidates": candidates, "revision": None}
