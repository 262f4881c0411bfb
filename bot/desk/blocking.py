"""Who may not reach people of the helpdesk any more, why, and since when.

A block keeps someone from people, not from the bot: the FAQ, the agenda and their own data stay theirs, and words of
crisis reach a person always.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.names import cut, short
from bot.desk.states import Step
from bot.desk.tickets import Actor, Stepped
from storage.blocks import Block
from storage.people import Member

# What someone did, as they hear it themselves.
SPAM, ABUSE, OTHER = REASONS = ("spam", "abuse", "other")
# What is kept of a coordinator's own words.
LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Blocked:
    """See storage.blocks.Block. `name`: the blocked person's, fit to be shown, or empty."""

    member_id: int
    name: str
    reason: str
    words: str | None
    by_name: str
    at: datetime


def block(session: Session, member_id: int, reason: str, by: Actor, now: datetime) -> list[Stepped] | None:
    """Keep someone from people. Their open questions are closed, but not one with words of crisis.

    Returns the steps of the questions that were closed; None when they were blocked already.
    """
    if get(session, member_id) is not None:
        return None
    session.add(Block(member_id=member_id, reason=reason, by_id=by.id or 0, by_name=by.name, at=now))
    tickets.audit(session, "block", None, by, now, member=member_id, reason=reason)
    closing = [ticket for ticket in tickets.of_member(session, member_id) if ticket.urgent is None]
    return [tickets.take(session, Step.CLOSE, ticket.id, by, now) for ticket in closing]


def unblock(session: Session, member_id: int, by: Actor, now: datetime) -> bool:
    """Let someone reach people again. Returns whether they were blocked. What was closed stays closed."""
    found = session.get(Block, member_id)
    if found is None:
        return False
    session.delete(found)
    tickets.audit(session, "unblock", None, by, now, member=member_id, reason=found.reason)
    return True


def shown(session: Session, member_id: int, message_id: int | None) -> None:
    """This message in the staff group says that someone is blocked."""
    session.execute(update(Block).where(Block.member_id == member_id).values(message_id=message_id))


def explain(session: Session, member_id: int, words: str) -> None:
    """Why, in a coordinator's own words, for staff only; the last words count."""
    session.execute(update(Block).where(Block.member_id == member_id).values(words=cut(words, LONGEST_WORDS)))


def of_message(session: Session, message_id: int) -> Blocked | None:
    """The block that this message in the staff group tells of; None when it tells of none."""
    row = session.execute(_blocks().where(Block.message_id == message_id)).first()
    return _view(*row) if row is not None else None


def get(session: Session, member_id: int) -> Blocked | None:
    """The block of this person; None when they are not blocked."""
    row = session.execute(_blocks().where(Block.member_id == member_id)).first()
    return _view(*row) if row is not None else None


def page(session: Session, first: int, count: int) -> tuple[list[Blocked], int]:
    """So many blocks from this one on, the newest first; and how many there are in all."""
    total = session.execute(select(func.count()).select_from(Block)).scalar() or 0
    query = _blocks().order_by(Block.at.desc(), Block.member_id).offset(first).limit(count)
    return [_view(*row) for row in session.execute(query)], total


def forget(session: Session, member_id: int) -> None:
    """A person's data are erased: what was written about them goes. The block stays: it is by number."""
    session.execute(update(Block).where(Block.member_id == member_id).values(words=None))


def _blocks() -> Select[Block, str | None]:
    return select(Block, Member.first_name).outerjoin(Member, Member.id == Block.member_id)


def _view(row: Block, name: str | None) -> Blocked:
    return Blocked(row.member_id, short(name or ""), row.reason, row.words, row.by_name, row.at)
