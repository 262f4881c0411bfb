"""The ledger of deliveries: for each broadcast how it ended for whom, and which members are out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.agenda import changes, news, planning, went_along
from bot.agenda.news import Progress
from bot.agenda.went_along import LAST
from storage import outbox
from storage.outbox import Body, OutboxRow
from storage.people import ACTIVE, Member

# What goes to many, by purpose in the outbox.
BROADCASTS = (news.PURPOSE, planning.PURPOSE, changes.PURPOSE)
DELIVERED, BLOCKED, FAILED, STOPPED, LATER, WAITING = "delivered", "blocked", "failed", "stopped", "later", "waiting"


@dataclass(frozen=True, slots=True)
class Sent:
    """A broadcast: its purpose and number, when it was put in the outbox (UTC), and how far it is."""

    purpose: str
    ref: int
    at: datetime
    progress: Progress


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a broadcast ended for one member. `at`: when it was delivered, or will leave (UTC); `doubtful`: it may have
    arrived twice; `why`: what Telegram said when it failed."""

    member_id: int
    language: str
    outcome: str
    at: datetime | None
    doubtful: bool
    why: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A member who gets nothing: `state` is "blocked" or "deactivated", since when (UTC)."""

    member_id: int
    state: str
    since: datetime | None


def broadcasts(session: Session, now: datetime, most: int, one: tuple[str, int] | None = None) -> list[Sent]:
    """The last broadcasts, newest first; or the `one` with this purpose and number."""
    begun = func.min(OutboxRow.created_at)
    query = (
        select(OutboxRow.purpose, OutboxRow.ref, begun)
        .where(OutboxRow.purpose.in_(BROADCASTS) if one is None else news.rows(one[1], one[0]))
        .group_by(OutboxRow.purpose, OutboxRow.ref)
        .order_by(begun.desc())
        .limit(most)
    )
    found: Any = session.execute(query)
    return [Sent(purpose, ref, at, news.progress(session, ref, now, purpose)) for purpose, ref, at in found]


def of(session: Session, purpose: str, ref: int, now: datetime) -> Iterator[Delivery]:
    """Each delivery of a broadcast."""
    query = (
        select(
            OutboxRow.chat_id,
            Body.language,
            LAST.state,
            Member.state,
            LAST.sent_at,
            LAST.not_before,
            LAST.repeated,
            LAST.error,
        )
        .select_from(OutboxRow)
        .outerjoin(Body, Body.id == OutboxRow.body_id)
        .outerjoin(Member, Member.id == OutboxRow.chat_id)
        .where(news.rows(ref, purpose))
        .order_by(OutboxRow.id)
    )
    query = went_along.follow(query)
    for chat, language, state, member, sent_at, not_before, repeated, error in session.execute(query):
        outcome = _outcome(state, member, not_before, now)
        at = sent_at if outcome == DELIVERED else not_before if outcome == LATER else None
        yield Delivery(chat, language or "", outcome, at, repeated, error or "")


def unreachable(session: Session) -> list[Unreachable]:
    """Members who blocked the bot or left Telegram, the latest first."""
    query = select(Member.id, Member.state, Member.state_since).where(Member.state != ACTIVE)
    return [Unreachable(*row) for row in session.execute(query.order_by(Member.state_since.desc(), Member.id))]


def _outcome(state: str, member: str | None, not_before: datetime | None, now: datetime) -> str:
    """As bot.agenda.news.progress counts them."""
    if state == outbox.SENT:
        return DELIVERED
    if state in (outbox.DEAD, outbox.CANCELLED, outbox.HELD, outbox.EXPIRED):
        if member is not None and member != ACTIVE:
            return BLOCKED
        return STOPPED if state == outbox.CANCELLED else FAILED
    return LATER if not_before is not None and not_before > now else WAITING
