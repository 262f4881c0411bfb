"""Members whom nothing for many reaches: why, and since when. For coordinators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, case, exists, func, or_, select
from sqlalchemy.orm import Session

from bot.desk.names import short
from storage.agenda import Attendance
from storage.desk import Ticket
from storage.people import ACTIVE, BLOCKED, Member


class Why(StrEnum):
    """They blocked the bot, their account in Telegram is gone, or they turned all messages off."""

    BLOCKED = "blocked"
    GONE = "gone"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many members there are, and how many of them are away, by reason."""

    members: int
    away: dict[Why, int]

    @property
    def total(self) -> int:
        """How many are away in all."""
        return sum(self.away.values())


@dataclass(frozen=True, slots=True)
class Away:
    """One of them. `name`: fit to be shown, empty for whom staff know by no name; `since`: None: not known."""

    member_id: int
    name: str
    why: Why
    since: datetime | None


_STOPPED: ColumnElement[bool] = or_(Member.stopped_at.is_not(None), Member.muted)
_AWAY: ColumnElement[bool] = or_(Member.state != ACTIVE, _STOPPED)
_WHY = case((Member.state == ACTIVE, Why.STOPPED), (Member.state == BLOCKED, Why.BLOCKED), else_=Why.GONE)
_SINCE = case((Member.state == ACTIVE, Member.stopped_at), else_=Member.state_since)
# Whose name staff see elsewhere too: on the card of a question, or on the list of who comes.
_KNOWN = or_(exists().where(Ticket.member_id == Member.id), exists().where(Attendance.member_id == Member.id))


def counts(session: Session) -> Counts:
    """How many there are."""
    members = session.execute(select(func.count()).select_from(Member)).scalar_one()
    found = session.execute(select(_WHY, func.count()).where(_AWAY).group_by(_WHY))
    return Counts(members, {Why(why): count for why, count in found})


def page(session: Session, first: int, count: int) -> list[Away]:
    """So many of them from this one on, the latest first."""
    name = case((_KNOWN, Member.first_name), else_="")
    query = select(Member.id, name, _WHY, _SINCE).where(_AWAY)
    query = query.order_by(_SINCE.desc().nulls_last(), Member.id).offset(first).limit(count)
    return [Away(number, short(name), Why(why), since) for number, name, why, since in session.execute(query)]
