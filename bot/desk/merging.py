"""Two tickets of one asker that are about the same go on as one; a message that is another question becomes one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import messages, tickets
from bot.desk.messages import CARD, HEADING, NOTICE, Pair
from bot.desk.states import Step
from bot.desk.ticket import Actor, Given, Question, Stepped, TicketView
from storage.desk import IN, Ticket


@dataclass(frozen=True, slots=True)
class Merged:
    """`source` goes on in `target`: both before and after."""

    source: Stepped
    target: Stepped


def others(session: Session, ticket: TicketView) -> list[TicketView]:
    """The open tickets in which this one can go on: of the same asker, and not of someone who may be in need."""
    found = tickets.of_member(session, ticket.member_id)
    return [other for other in found if other.id != ticket.id and other.urgent is None]


def merge(session: Session, ticket_id: int, into: int, actor: Actor, now: datetime) -> Merged | None:
    """Let a ticket go on in another one. None when that cannot be (any more): see `others`.

    Did its asker wait for us, then from now on they wait in the other.
    """
    ticket = tickets.find(session, Ticket.id == ticket_id)
    if ticket is None or ticket.urgent is not None or into not in [other.id for other in others(session, ticket)]:
        return None
    source = tickets.take(session, Step.MERGE, ticket_id, actor, now, Given(into=into))
    if not source.done:
        return None
    target = tickets.get(session, into)
    taken_in = Stepped(True, target, target)
    if source.before.waits_since is not None:
        taken_in = tickets.take(session, Step.TAKE_IN, into, actor, now)
    return Merged(source, taken_in)


def splittable(session: Session, ticket_id: int, most: int) -> list[Pair]:
    """What the asker wrote after their question, the last of it, oldest first."""
    found = [
        pair
        for pair in messages.of_ticket(session, ticket_id)
        if pair.direction == IN and pair.kind not in (CARD, HEADING, NOTICE) and pair.position == 0
    ]
    return found[-most:]


def split(session: Session, pair: Pair, text: str, actor: Actor, now: datetime) -> TicketView | None:
    """A message of a ticket becomes a ticket of its own, with `text` as its question. The caller makes its card.

    None when the message is no longer of that ticket.
    """
    current = messages.get(session, pair.id)
    if current is None or current.ticket_id != pair.ticket_id:
        return None
    source = tickets.get(session, pair.ticket_id)
    kind = "text" if pair.kind == messages.TEXT else pair.kind
    made = tickets.open_ticket(session, source.member_id, Question(text, source.language, kind), now)
    messages.move(session, pair.chat_id, pair.message_id, pair.ticket_id, made.id)
    tickets.audit(session, "split", source.id, actor, now, into=made.id)
    return made
