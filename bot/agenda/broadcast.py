"""One message to many members in one statement, with one shared body for each language.

Members with quiet hours get it after those: a statement for each moment at which it leaves, which is seldom over two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from bot.agenda import quiet
from bot.agenda.audience import Audience
from bot.agenda.quiet import Leaving, Quiet
from storage import for_many
from storage.agenda import Attendance
from storage.outbox import Priority
from storage.people import Member
from storage.types import Instant

_QUIET = (Member.quiet_from, Member.quiet_until, Member.zone)


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a body is made: language, and time zone (IANA; None: the network's).

    `answer`: what they answered to the occurrence that it is about (None: nothing), `people`: with how many.
    """

    language: str
    zone: str | None = None
    answer: str | None = None
    people: int = 1


# What it says to such a reader when it leaves at this moment (UTC): the parameters of the call but the chat.
Message = Callable[[Reader, datetime], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What all its rows share. `key` with the member's id makes each row the only one: sending again adds none.

    `zone`: the network's, in which quiet hours are meant when a member has no zone.
    """

    key: str
    purpose: str
    ref: int
    priority: Priority
    zone: ZoneInfo
    method: str = "sendMessage"
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """How many rows were added, and how many of those wait until someone's quiet hours are over."""

    rows: int = 0
    later: int = 0


def send(session: Session, what: Broadcast, audience: Audience, message: Message, now: datetime) -> Added:
    """Put a row in the outbox for each member in the audience."""
    rows = later = 0
    for leaving, group in _groups(session, what, audience, now).items():
        added = _insert(session, what, audience, group, leaving, message, now)
        rows, later = rows + added, later + (added if leaving.at is not None else 0)
    return Added(rows, later)


def count(session: Session, audience: Audience) -> int:
    """How many members are in the audience."""
    found: int = session.execute(audience.of(select(func.count(Member.id)))).scalar_one()
    return found


@dataclass
class _Group:
    """Members for whom it leaves at the same moment: their quiet hours, and how many read alike."""

    quiet: set[Quiet]
    readers: dict[Reader, int]


def _groups(session: Session, what: Broadcast, audience: Audience, now: datetime) -> dict[Leaving, _Group]:
    columns = (Member.language, *_QUIET, *_answer(audience))
    query = audience.of(select(func.count(), *columns)).group_by(*columns)
    found: dict[Leaving, _Group] = defaultdict(lambda: _Group(set(), defaultdict(int)))
    for number, language, begins, until, zone, *answer in session.execute(query):
        hours = Quiet(begins, until, zone)
        group = found[quiet.leaving(hours, now, what.expires_at, what.zone)]
        group.quiet.add(hours)
        group.readers[_reader(language, zone, *answer)] += number
    return found


def _answer(audience: Audience) -> tuple[Any, ...]:
    return () if audience.occurrence_id is None else (Attendance.answer, Attendance.people)


def _reader(language: str, zone: str | None, answer: str | None = None, people: int | None = None) -> Reader:
    return Reader(language, zone, answer, people or 1)


def _reads(reader: Reader, audience: Audience) -> ColumnElement[bool]:
    alike = and_(Member.language == reader.language, _is(Member.zone, reader.zone))
    if audience.occurrence_id is None:
        return alike
    if reader.answer is None:
        return and_(alike, Attendance.answer.is_(None))
    return and_(alike, Attendance.answer == reader.answer, Attendance.people == reader.people)


def _insert(
    session: Session,
    what: Broadcast,
    audience: Audience,
    group: _Group,
    leaving: Leaving,
    message: Message,
    now: datetime,
) -> int:
    silent = {"disable_notification": True} if leaving.silent else {}
    bodies = [
        (
            _reads(reader, audience),
            for_many.keep_body(session, reader.language, message(reader, leaving.at or now) | silent, now),
        )
        for reader in group.readers
    ]
    columns = {
        "chat_id": Member.id,
        "method": literal(what.method),
        "body_id": case(*bodies),
        "priority": literal(int(what.priority)),
        "not_before": literal(leaving.at, Instant),
        "expires_at": literal(what.expires_at, Instant),
        "purpose": literal(what.purpose),
        "ref": literal(what.ref),
    }
    most = sum(group.readers.values())

    def chosen(query: Any) -> Any:
        return audience.of(query).where(_has_one_of(group.quiet))

    return for_many.enqueue(session, Member.id, most, what.key, columns, chosen, now)


def _has_one_of(hours: set[Quiet]) -> ColumnElement[bool]:
    return or_(
        *(
            and_(_is(Member.quiet_from, one.begins), _is(Member.quiet_until, one.until), _is(Member.zone, one.zone))
            for one in hours
        )
    )


def _is(column: Any, value: Any) -> Any:
    return column.is_(None) if value is None else column == value
