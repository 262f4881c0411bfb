"""A ticket that someone took and left alone goes back to the queue by itself, and they hear it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.desk import lapsing, tickets
from bot.desk.states import Step
from bot.desk.ticket import Given
from bot.schedule import Chore
from bot.texts import when
from handlers.desk import desk_notes
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import Claim
from handlers.desk.hand_over import mention
from handlers.desk.later import NOBODY
from handlers.presses import Button
from handlers.services import Services

LOOK_EVERY_S = 20.0


def chore(services: Services) -> Chore:
    """Looks what was left alone, while someone is there to take it up."""

    async def look() -> None:
        now = services.clock.now()
        if not services.hours.is_open(now):
            return
        if await services.db.read(lapsing.lapsed, services.hours, _after(services), now):
            await services.db.write(release, services)

    return Chore("lapse", LOOK_EVERY_S, look)


def release(session: Session, services: Services) -> None:
    """Give back what was left alone. What changed since it was looked at stays as it is."""
    group = StaffGroup(session, services, services.clock.now())
    for ticket in lapsing.lapsed(session, services.hours, _after(services), group.now):
        stepped = tickets.take(session, Step.LAPSE, ticket.id, NOBODY, group.now, Given(seen=ticket.version))
        if not stepped.done or ticket.claimed_by is None or ticket.touched_at is None:
            continue
        group.refresh(stepped.ticket, stepped.before)
        desk_notes.refresh(group, stepped.ticket)
        claim = Button(group.t.plain("staff-claim-button"), Claim(ticket.id))
        name = ticket.claimed_name or group.t.plain("staff-colleague", by="none")
        age = when.age(services.hours.between(ticket.touched_at, group.now), group.t.language)
        to = mention(ticket.claimed_by, name)
        group.say(stepped.ticket, "ticket-lapsed", [[claim]], sound=True, to=to, age=age)


def _after(services: Services) -> timedelta:
    return timedelta(hours=services.settings.sla.release_after_hours)
