"""Which answers people use most: what to show to someone who has typed nothing yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from storage.knowledge import Asked

# Questions change with the seasons: what was asked longer ago does not count.
SINCE = timedelta(days=90)
HELPED_NOT = "down"


def most_used(session: Session, now: datetime, limit: int) -> list[str]:
    """The ids of at most `limit` entries that were given or chosen most often and were not found wanting."""
    given = func.coalesce(Asked.chosen_id, Asked.entry_id)
    query = (
        select(given)
        .where(Asked.at >= now - SINCE, given.is_not(None))
        .where(or_(Asked.feedback.is_(None), Asked.feedback != HELPED_NOT))
        .group_by(given)
        .order_by(func.count().desc(), given)
        .limit(limit)
    )
    return list(session.scalars(query))
