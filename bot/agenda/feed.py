"""The live calendar that people subscribe to: all of it, by municipality and theme, or what one person comes to."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import listing
from bot.agenda.audience import theme_of, there
from bot.agenda.listing import Gathering
from storage.agenda import MAYBE, YES, Attendance, Occurrence
from storage.people import Member

# What is longer ago is of no use in a calendar that looks ahead.
BACK = timedelta(days=31)
# 256 bits: nobody guesses it (OWASP asks for 128).
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Choice:
    """Which gatherings: in these municipalities, about these themes (each empty: all)."""

    places: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()


def chosen(session: Session, choice: Choice, now: datetime) -> list[Gathering]:
    """Gatherings of this choice, also those called off: a calendar must hear that too. As members follow them: what
    has no place, or no theme to choose, is for everyone."""
    where = [Occurrence.ends_at > now - BACK]
    if choice.places:
        where.append(there(choice.places))
    if choice.themes:
        where.append(theme_of(choice.themes))
    return listing.gatherings(session, *where)


def own(session: Session, token: str, now: datetime) -> list[Gathering] | None:
    """What the member with this token comes to, perhaps too; None when nobody has it."""
    member = session.execute(select(Member.id).where(Member.feed_token == token)).scalar() if token else None
    if member is None:
        return None
    coming = select(Attendance.occurrence_id).where(
        Attendance.member_id == member, Attendance.answer.in_([YES, MAYBE])
    )
    return listing.gatherings(session, Occurrence.ends_at > now - BACK, Occurrence.id.in_(coming))


def token(session: Session, member: Member, anew: bool = False) -> str:
    """The member's own token, made when there is none; `anew`: another one, so that the old address is dead."""
    if member.feed_token is None or anew:
        member.feed_token = secrets.token_urlsafe(TOKEN_BYTES)
        session.flush()
    return member.feed_token
