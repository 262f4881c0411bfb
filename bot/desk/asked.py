"""Questions that were asked of the bot, and that a person may get."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.knowledge import Asked

# Who asks for a person this soon after a question, may mean that question.
RECENT = timedelta(hours=1)
HELPED = "up"


def last(session: Session, member_id: int, now: datetime) -> Asked | None:
    """What this person asked last, if that was just now, no person has it yet and the answer did not help."""
    query = select(Asked).where(Asked.member_id == member_id, Asked.at > now - RECENT)
    found = session.scalars(query.order_by(Asked.id.desc()).limit(1).execution_options(populate_existing=True)).first()
    usable = found is not None and found.ticket_id is None and found.text and found.feedback != HELPED
    return found if usable else None


def passed_on(session: Session, asked_id: int, ticket_id: int) -> None:
    """A person has this question now, as this ticket."""
    query = update(Asked).where(Asked.id == asked_id).values(ticket_id=ticket_id)
    session.execute(query.execution_options(synchronize_session=False))


def ticket_of(session: Session, asked_id: int) -> int | None:
    """The ticket that this question became; None when no person has it."""
    return session.execute(select(Asked.ticket_id).where(Asked.id == asked_id)).scalar()
