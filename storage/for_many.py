"""Rows of the outbox for very many at once: one statement, with bodies that they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, func, literal, select
from sqlalchemy.orm import Session

from storage.base import reserve_ids
from storage.outbox import NEW, Body, OutboxRow
from storage.sql import rowcount, upsert
from storage.types import Instant


def keep_body(session: Session, language: str, payload: dict[str, Any], now: datetime) -> int:
    """What the rows in one language share. Returns its number."""
    body = Body(language=language, payload=payload, created_at=now)
    session.add(body)
    session.flush()
    return body.id


def enqueue(
    session: Session,
    each: Any,
    most: int,
    key: str,
    columns: Mapping[str, Any],
    chosen: Callable[[Any], Any],
    now: datetime,
) -> int:
    """A row for each `each` (a column with a number: a member, a delivery). Returns how many were added.

    `key` with that number makes a row the only one, so that doing it again adds none. `columns`: SQL expressions for
    the other columns of OutboxRow. `chosen(select)`: the SELECT with its tables and conditions; `most`: how many rows
    it gives at the most.
    """
    values: dict[str, Any] = {
        "id": literal(reserve_ids(most) - 1) + func.row_number().over(order_by=each),
        "state": literal(NEW),
        "attempts": literal(0),
        "repeated": literal(False),
        "created_at": literal(now, Instant),
        "key": literal(f"{key}:") + cast(each, String),
        **columns,
    }
    statement = upsert(session, OutboxRow).from_select(list(values), chosen(select(*values.values())))
    statement = statement.on_conflict_do_nothing(index_elements=["key"]).execution_options(preserve_rowcount=True)
    return rowcount(session.execute(statement))
