"""What is kept of one person, to be counted and to be given to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.agenda import choices
from bot.agenda.choices import Choices
from bot.desk import tickets
from storage.agenda import Attendance, Occurrence
from storage.blocks import Block
from storage.desk import IN, Ticket, TicketMessage
from storage.knowledge import Asked
from storage.people import Member


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of someone: questions asked of the bot and of people, the subjects of those still open, and
    gatherings that they said something to."""

    questions: int
    attendances: int
    open_subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """A question to the bot. `entry_id`: what it was answered with; `feedback`: what they said of that."""

    at: datetime
    text: str
    entry_id: str | None
    feedback: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a question to people. `html`: Telegram HTML, or None for what has no text; `by`: of staff."""

    at: datetime
    theirs: bool
    kind: str
    html: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Conversation:
    """A question to people, with all that was said."""

    number: int
    at: datetime
    text: str
    state: str
    rating: str | None
    remark: str | None
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Attending:
    """What they said to a gathering, and with how many people they come. `starts`: on the clock of the place."""

    title: str
    starts: datetime
    answer: str
    people: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that is kept of someone. `blocked`: the reason why they may not reach people."""

    id: int
    first_name: str
    username: str | None
    language: str
    since: datetime
    choices: Choices
    blocked: str | None
    attending: tuple[Attending, ...]
    asked: tuple[AskedOnce, ...]
    conversations: tuple[Conversation, ...]


def counts(session: Session, member_id: int) -> Counts:
    """How much would be erased. A question that a person got after the bot counts once."""
    own = select(func.count()).select_from(Ticket).where(Ticket.member_id == member_id)
    alone = (Asked.member_id == member_id, Asked.text.is_not(None), Asked.ticket_id.is_(None))
    questions = (session.scalar(own) or 0) + (session.scalar(select(func.count()).where(*alone)) or 0)
    said = session.scalar(select(func.count()).select_from(Attendance).where(Attendance.member_id == member_id)) or 0
    return Counts(questions, said, tuple(ticket.subject for ticket in tickets.of_member(session, member_id)))


def holdings(session: Session, member: Member) -> Holdings:
    """All of it, oldest first."""
    block = session.get(Block, member.id)
    query = select(Asked).where(Asked.member_id == member.id, Asked.text.is_not(None)).order_by(Asked.id)
    return Holdings(
        id=member.id,
        first_name=member.first_name,
        username=member.username,
        language=member.language,
        since=member.created_at,
        choices=choices.of(session, member),
        blocked=block.reason if block is not None else None,
        attending=tuple(_attending(session, member.id)),
        asked=tuple(_asked(row) for row in session.scalars(query)),
        conversations=tuple(
            _conversation(session, row)
            for row in session.scalars(select(Ticket).where(Ticket.member_id == member.id).order_by(Ticket.id))
        ),
    )


def _attending(session: Session, member_id: int) -> Iterator[Attending]:
    columns = (Occurrence.title, Occurrence.starts_local, Attendance.answer, Attendance.people)
    query = select(*columns).join(Attendance, Attendance.occurrence_id == Occurrence.id)
    for row in session.execute(query.where(Attendance.member_id == member_id).order_by(Occurrence.starts_at)):
        yield Attending(*row)


def _asked(row: Asked) -> AskedOnce:
    return AskedOnce(row.at, row.text or "", row.chosen_id or row.entry_id, row.feedback)


def _conversation(session: Session, row: Ticket) -> Conversation:
    query = select(TicketMessage).where(TicketMessage.ticket_id == row.id, TicketMessage.position == 0)
    said = tuple(
        Message(m.at, m.direction == IN, m.kind, m.text, m.by_name)
        for m in session.scalars(query.order_by(TicketMessage.id))
        if m.message_id
    )
    return Conversation(row.id, row.opened_at, row.text, row.state, row.rating, row.remark, said)
