"""[ Later ]: a ticket sleeps until a time, and wakes up with a notice; or earlier, when the asker writes
(conversation 8)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import sleeping, tickets
from bot.desk.states import Step
from bot.desk.ticket import Actor, Given, Stepped, TicketView
from bot.schedule import Chore
from bot.texts import when
from bot.texts.render import Html
from handlers.desk import desk_notes, more, staff_card
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import Wake
from handlers.desk.hand_over import mention
from handlers.desk.ticket_presses import Later, OtherDay, SleepUntil
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import Turn

LOOK_EVERY_S = 10.0
# Days to choose from, besides the next one and next week.
DAYS = 5
# Nobody puts off a question for longer by a button; an old button of ours is never this far away.
HORIZON = timedelta(days=60)
# By itself, so by nobody.
NOBODY = Actor(None)


def register(front: Front) -> None:
    """The button, the times behind it, and the button of a sleeping ticket."""
    front.press(Later, later, staff=True)
    front.press(OtherDay, other_day, staff=True)
    front.press(SleepUntil, sleep_until, staff=True)
    front.press(Wake, wake, staff=True)


def chore(services: Services) -> Chore:
    """Wakes what was put off until now."""

    async def look() -> None:
        if await services.db.read(sleeping.due, services.clock.now()):
            await services.db.write(wake_due, services)

    return Chore("later", LOOK_EVERY_S, look)


def later(turn: Turn, press: Later) -> None:
    """The card asks until when."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is not None:
        _ask(turn, ticket, _times(turn, ticket))


def other_day(turn: Turn, press: OtherDay) -> None:
    """[ Andere dag ]: the days that follow."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    t, zone, services = turn.t, turn.services.settings.zone, turn.services
    found = sleeping.days(services.hours, zone, turn.now, DAYS)
    buttons = [_button(ticket, when.day(at.astimezone(zone).date(), t.language), at) for at in found]
    back = Button(t.plain("staff-back-button"), Later(ticket.id))
    _ask(turn, ticket, [*(buttons[n : n + 2] for n in range(0, len(buttons), 2)), [back]])


def sleep_until(turn: Turn, press: SleepUntil) -> None:
    """Until then. Of a button that was there too long the time has passed: then the card asks again."""
    until = datetime.fromtimestamp(press.minute * 60, UTC) if 0 < press.minute < 10**9 else turn.now
    if not turn.now < until <= turn.now + HORIZON:
        turn.toast("ticket-later-passed")
        return later(turn, Later(press.ticket))
    stepped = staff_card.step(turn, Step.SNOOZE, press.ticket, Given(until=until))
    if stepped is not None:
        turn.toast("ticket-later-done")
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def wake(turn: Turn, press: Wake) -> None:
    """[ Nu weer ]: it is work again, of whoever had it."""
    stepped = staff_card.step(turn, Step.WAKE, press.ticket)
    if stepped is not None:
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def wake_due(session: Session, services: Services) -> None:
    """Wake what is due, each with a notice to whoever has it."""
    group = StaffGroup(session, services, services.clock.now())
    for ticket in sleeping.due(session, group.now):
        stepped = tickets.take(session, Step.WAKE, ticket.id, NOBODY, group.now, Given(seen=ticket.version))
        if stepped.done:
            group.refresh(stepped.ticket, stepped.before)
            desk_notes.refresh(group, stepped.ticket)
            say_awake(group, stepped, "time")


def say_awake(group: StaffGroup, stepped: Stepped, why: str) -> None:
    """Tell whoever has the ticket. `why`: "time", or "asker" who wrote."""
    ticket = stepped.ticket
    if ticket.claimed_by is not None:
        name = ticket.claimed_name or group.t.plain("staff-colleague", by="none")
        to = mention(ticket.claimed_by, name)
        group.say(ticket, "ticket-awake", sound=True, to=to, why=why, name=ticket.name or "none")


def _times(turn: Turn, ticket: TicketView) -> Rows:
    t, zone = turn.t, turn.services.settings.zone
    found = sleeping.times(turn.services.hours, zone, turn.now)
    local, today = found.next_day.astimezone(zone), turn.now.astimezone(zone).date()
    tomorrow = (local.date() - today).days == 1
    label = t.plain("ticket-later-tomorrow-button", clock=when.clock(local, t.language))
    first = [_button(ticket, label if tomorrow else when.moment(local, t.language), found.next_day)]
    if found.soon is not None:
        first.insert(0, _button(ticket, t.plain("ticket-later-soon-button"), found.soon))
    second = [Button(t.plain("ticket-later-day-button"), OtherDay(ticket.id))]
    if found.next_week is not None:
        day = when.day(found.next_week.astimezone(zone).date(), t.language)
        second.insert(0, _button(ticket, day, found.next_week))
    return [first, second, [more.back_to_menu(t, ticket)]]


def _button(ticket: TicketView, label: str, at: datetime) -> Button:
    return Button(label, SleepUntil(ticket.id, int(at.timestamp()) // 60))


def _ask(turn: Turn, ticket: TicketView, rows: Rows) -> None:
    group = StaffGroup.of(turn)
    asked = group.t("ticket-later-until")
    group.show(ticket, Html(f"{group.card_html(ticket)}\n\n<b>{asked}</b>"), rows)
