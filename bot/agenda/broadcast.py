"""One message to many members in one statement, with one shared body for each language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, case, cast, func, literal, select
from sqlalchemy.orm import Session

from bot.agenda.audience import Audience
from storage.base import reserve_ids
from storage.outbox import NEW, Body, OutboxRow, Priority
from storage.people import Member
from storage.sql import rowcount, upsert
from storage.types import Instant


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What all its rows share. `key` with the member's id makes each row the only one: sending again adds none."""

    key: str
    purpose: str
    ref: int
    priority: Priority
    method: str = "sendMessage"
    expires_at: datetime | None = None


def send(
    session: Session,
    what: Broadcast,
    audience: Audience,
    message: Callable[[str], dict[str, Any]],
    now: datetime,
) -> int:
    """Put a row in the outbox for each member in the audience. Returns how many were added.

    `message(language)`: the parameters of the call but the chat.
    """
    by_language = audience.of(select(Member.language, func.count())).group_by(Member.language)
    counts = dict(session.execute(by_language).all())
    if not counts:
        return 0
    bodies = {language: _body(session, language, message(language), now) for language in counts}
    first = reserve_ids(sum(counts.values()))
    number = func.row_number().over(order_by=Member.id)
    columns: dict[str, Any] = {
        "id": literal(first - 1) + number,
        "chat_id": Member.id,
        "method": literal(what.method),
        "body_id": case(bodies, value=Member.language),
        "priority": literal(int(what.priority)),
        "state": literal(NEW),
        "attempts": literal(0),
        "repeated": literal(False),
        "expires_at": literal(what.expires_at, Instant),
        "created_at": literal(now, Instant),
        "key": literal(f"{what.key}:") + cast(Member.id, String),
        "purpose": literal(what.purpose),
        "ref": literal(what.ref),
    }
    rows = audience.of(select(*columns.values()))
    statement = upsert(session, OutboxRow).from_select(list(columns), rows)
    statement = statement.on_conflict_do_nothing(index_elements=["key"]).execution_options(preserve_rowcount=True)
    return rowcount(session.execute(statement))


def count(session: Session, audience: Audience) -> int:
    """How many members are in the audience."""
    found: int = session.execute(audience.of(select(func.count(Member.id)))).scalar_one()
    return found


def _body(session: Session, language: str, payload: dict[str, Any], now: datetime) -> int:
    body = Body(language=language, payload=payload, created_at=now)
    session.add(body)
    session.flush()
    return body.id
