"""Who of staff there is, as far as the bot has seen: Telegram does not tell a bot who is in a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.desk import Colleague

# Whoever did nothing for so long is not offered any more.
FORGOTTEN_AFTER = timedelta(days=60)
# When someone was last seen need not be known more precisely: a group writes much.
NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Known:
    """Someone of staff. `name` is fit to be shown, and not empty."""

    id: int
    name: str


def note(session: Session, user_id: int, name: str, now: datetime) -> None:
    """This person of staff did something in the group. Without a `name` to show nobody can choose them."""
    if not name:
        return
    row = session.get(Colleague, user_id)
    if row is None:
        session.add(Colleague(id=user_id, name=name, seen_at=now))
    elif row.name != name or now - row.seen_at >= NOTED_EVERY:
        row.name, row.seen_at = name, now


def seen(session: Session, now: datetime) -> list[Known]:
    """Everyone who did something lately, by name."""
    query = select(Colleague.id, Colleague.name).where(Colleague.seen_at >= now - FORGOTTEN_AFTER)
    return [Known(*row) for row in session.execute(query.order_by(Colleague.name, Colleague.id))]


def find(session: Session, user_id: int) -> Known | None:
    """Who this is; None when they were never seen, or are forgotten."""
    row = session.get(Colleague, user_id)
    return Known(row.id, row.name) if row is not None else None


def forget(session: Session, user_id: int) -> None:
    """They are no longer of staff."""
    session.execute(delete(Colleague).where(Colleague.id == user_id))
