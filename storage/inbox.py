"""What came in: every update of Telegram, kept before it is acknowledged, until it is handled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, String, Text, case, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Base, partial_index
from storage.deferred import put_off
from storage.sql import insert_for, is_postgresql, rowcount, upsert
from storage.types import Instant

NEW, DONE, FAILED, QUARANTINED = "new", "done", "failed", "quarantined"

# Telegram keeps an update that was not acknowledged for 24 hours, so it can come twice within that time.
KEEP_HANDLED = timedelta(days=3)


class InboxUpdate(Base):
    """One update. `raw` is wiped when it is handled: what must be kept is kept in its own table."""

    __tablename__ = "inbox"
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    received_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(12), default=NEW)
    raw: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)
    handled_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (partial_index("ix_inbox_waiting", "state", "update_id", where="state <> 'done'"),)


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: its number and its JSON text."""

    update_id: int
    raw: str


@cache
def _store(postgresql: bool) -> Any:
    """The statement is the same for every update, so it is made once."""
    return insert_for(postgresql, InboxUpdate.__table__).on_conflict_do_nothing().returning(InboxUpdate.update_id)


def store(session: Session, updates: Sequence[Received], now: datetime) -> list[Received]:
    """Keep the updates; returns those that were not known yet, in the order given.

    Known is known by number, whatever the order: Telegram's numbers jump after an idle week.
    """
    query = _store(is_postgresql(session))
    rows = [{"update_id": u.update_id, "received_at": now, "state": NEW, "raw": u.raw, "attempts": 0} for u in updates]
    fresh = set(session.connection().execute(query, rows).scalars()) if rows else set()
    return [u for u in updates if u.update_id in fresh]


def quarantine(session: Session, update_id: int, raw: str, error: str, now: datetime) -> None:
    """Put aside an update that cannot be read, for a person to look at. The same one twice is kept once."""
    row = {
        "update_id": update_id,
        "received_at": now,
        "state": QUARANTINED,
        "raw": raw,
        "attempts": 0,
        "error": error,
    }
    session.execute(upsert(session, InboxUpdate).values(row).on_conflict_do_nothing())


def set_aside(session: Session, update_id: int, raw: str, error: str, now: datetime) -> None:
    """An update turned out to be unreadable: keep it for a person to look at, unless it was handled before."""
    row = {"update_id": update_id, "received_at": now, "state": QUARANTINED, "raw": raw, "attempts": 0, "error": error}
    query = upsert(session, InboxUpdate).values(row | {"handled_at": now})
    kept = {"state": QUARANTINED, "error": error, "handled_at": now}
    where = InboxUpdate.state == NEW
    session.execute(query.on_conflict_do_update(index_elements=["update_id"], set_=kept, where=where))


def waiting(session: Session, after: int = -1, limit: int = 1000) -> list[Received]:
    """Updates that wait for handling, oldest number first."""
    query = (
        select(InboxUpdate.update_id, InboxUpdate.raw)
        .where(InboxUpdate.state == NEW, InboxUpdate.update_id > after)
        .order_by(InboxUpdate.update_id)
        .limit(limit)
    )
    return [Received(row.update_id, row.raw or "") for row in session.execute(query)]


@cache
def _done(postgresql: bool) -> Any:
    row = insert_for(postgresql, InboxUpdate.__table__)
    done = {"state": DONE, "raw": None, "handled_at": row.excluded.handled_at}
    statement = row.on_conflict_do_update(
        index_elements=["update_id"], set_=done, where=InboxUpdate.__table__.c.state == NEW
    )
    return statement.execution_options(preserve_rowcount=True)


def mark_done(session: Session, update_id: int, now: datetime) -> None:
    """The update is handled, in the commit of what it changed, whether it was stored before or is being stored.

    Was it handled before, then the commit fails with deferred.NotAllTouchedError and all is undone.
    """
    row = {"update_id": update_id, "received_at": now, "state": DONE, "raw": None, "attempts": 0, "handled_at": now}
    put_off(session, _done(is_postgresql(session)), row, exact=True)


def mark_failed(session: Session, update: Received, error: str, now: datetime, most: int) -> int:
    """Handling raised an error: count the attempt, and give up at the `most`th. Returns the attempts so far.

    0 when it does not wait for handling any more. They are counted over restarts. The update may be stored already or
    be on its way there.
    """
    row = {"update_id": update.update_id, "received_at": now, "state": NEW, "raw": update.raw, "attempts": 1}
    attempts = InboxUpdate.attempts + 1
    counted = {
        "attempts": attempts,
        "error": error,
        "state": case((attempts >= most, FAILED), else_=NEW),
        "handled_at": case((attempts >= most, now)),
    }
    query = upsert(session, InboxUpdate).values(row | {"error": error})
    query = query.on_conflict_do_update(
        index_elements=["update_id"], set_=counted, where=InboxUpdate.state == NEW
    ).returning(InboxUpdate.attempts)
    return session.execute(query).scalar() or 0


def forget_handled(session: Session, now: datetime) -> int:
    """Remove handled updates that Telegram cannot send again. Returns how many."""
    query = delete(InboxUpdate).where(InboxUpdate.state == DONE, InboxUpdate.received_at < now - KEEP_HANDLED)
    return rowcount(session.execute(query))


def counts(session: Session) -> dict[str, int]:
    """How many updates are in each state."""
    query = select(InboxUpdate.state, func.count()).group_by(InboxUpdate.state)
    return {row[0]: row[1] for row in session.execute(query)}


def aside(session: Session, states: Iterable[str] = (FAILED, QUARANTINED)) -> list[InboxUpdate]:
    """Updates kept aside, newest first, for a person to look at."""
    query = select(InboxUpdate).where(InboxUpdate.state.in_(list(states))).order_by(InboxUpdate.update_id.desc())
    return list(session.scalars(query.limit(100)))
