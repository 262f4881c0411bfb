"""When it takes long: one nudge in the ticket, then word to who looks after it, and to the asker (conversation 10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot import people
from bot.desk import sla, tickets
from bot.desk.states import State
from bot.desk.tickets import TicketView
from bot.schedule import Chore
from bot.texts import texts, when
from handlers.desk import desk_notes
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import Claim
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import text_payload
from storage.outbox import Draft, Priority, enqueue

LOOK_EVERY_S = 20.0
# What became late in the last minute of the day is said just after closing; what a bot that was down finds at night
# waits for the morning.
AFTER_CLOSING = timedelta(minutes=15)


def chore(services: Services) -> Chore:
    """Looks who waits too long, while someone is there to do something about it."""

    async def look() -> None:
        now, hours = services.clock.now(), services.hours
        if not (hours.is_open(now) or hours.is_open(now - AFTER_CLOSING)):
            return
        if await services.db.read(_any_late, services):
            await services.db.write(tell, services)

    return Chore("overdue", LOOK_EVERY_S, look)


def tell(session: Session, services: Services) -> None:
    """Say it once for each time that an asker waits: the marks and what is said are one commit.

    After a pause both may be due: then only the second is said.
    """
    group = StaffGroup(session, services, services.clock.now())
    nudge, escalate = _limits(services)
    for ticket in sla.to_escalate(session, services.hours, escalate, group.now):
        tickets.put(session, ticket.id, nudged_at=group.now, escalated_at=group.now)
        _escalate(group, ticket)
    for ticket in sla.to_nudge(session, services.hours, nudge, group.now):
        tickets.put(session, ticket.id, nudged_at=group.now)
        group.say(ticket, "overdue-nudge", _claim(group, ticket), sound=True, **_values(group, ticket))


def _any_late(session: Session, services: Services) -> bool:
    nudge, escalate = _limits(services)
    now = services.clock.now()
    return bool(
        sla.to_nudge(session, services.hours, nudge, now) or sla.to_escalate(session, services.hours, escalate, now)
    )


def _limits(services: Services) -> tuple[timedelta, timedelta]:
    limits = services.settings.sla
    return timedelta(hours=limits.nudge_after_hours), timedelta(hours=limits.escalate_after_hours)


def _escalate(group: StaffGroup, ticket: TicketView) -> None:
    named = frozenset(group.services.settings.sla.escalate_to) or group.services.coordinators
    reachable = people.reachable(group.session, sorted(named))
    if not reachable:
        group.say(ticket, "overdue-escalated", _claim(group, ticket), sound=True, **_values(group, ticket))
    html = group.t("overdue-escalated-private", number=str(ticket.id), **_values(group, ticket))
    rows = _claim(group, ticket)
    address = group.address(ticket)
    if address is not None:
        rows = [[Button(group.t.plain("overdue-look-button"), url=address)], *rows]
    for person in reachable:
        enqueue(group.session, Draft(person, "sendMessage", text_payload(html, rows), priority=Priority.STAFF))
    if ticket.urgent is None:
        t = texts(ticket.language)
        promise = "tomorrow" if group.services.settings.sla.promise_tomorrow else "none"
        desk_notes.tell(group, ticket, t("overdue-asker", promise=promise), desk_notes.note_rows(t, ticket))


def _claim(group: StaffGroup, ticket: TicketView) -> Rows:
    if ticket.state is not State.NEW:
        return []
    return [[Button(group.t.plain("staff-claim-button"), Claim(ticket.id))]]


def _values(group: StaffGroup, ticket: TicketView) -> dict[str, Any]:
    waited = sla.waits(ticket, group.services.hours, group.now)
    by = ticket.claimed_name or "nameless" if ticket.state is State.CLAIMED else "none"
    return {"name": who(ticket.name), "age": when.age(waited, group.t.language), "by": by}
