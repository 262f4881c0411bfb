"""An asker who has an answer says nothing any more: they are asked once whether it is solved, and then it closes by
itself (conversation 8). What they write later opens it again."""

from __future__ import annotations

import time

from sqlalchemy.orm import Session

from bot import people
from bot.desk import messages, silence, tickets
from bot.desk.messages import NOTICE as NOTICE_PAIR
from bot.desk.messages import Origin
from bot.desk.silence import Patience
from bot.desk.states import State, Step
from bot.desk.ticket import Given, TicketView
from bot.schedule import Chore
from bot.texts import Texts, texts
from bot.texts.render import Html
from handlers.desk import desk_notes
from handlers.desk.desk_group import StaffGroup
from handlers.desk.later import NOBODY
from handlers.desk.silence_presses import NotSolved, Solved
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import text_payload
from storage import outbox
from storage.desk import OUT
from storage.outbox import Draft

LOOK_EVERY_S = 20.0
# The purpose of the outbox rows that ask. Not kept for whoever blocked the bot: it is of no use later.
ASKED = "solved?"


def chore(services: Services) -> Chore:
    """Looks who is silent, while someone is there: nobody is asked at night, and staff see what closes."""
    looked = float("-inf")

    async def look() -> None:
        nonlocal looked
        # By the machine's clock: in the demo time leaps, and nobody was away.
        returned = time.time() - looked > silence.AWAY.total_seconds()
        now, chat = services.clock.now(), services.staff_chat()
        if returned or await services.db.read(silence.must_beat, chat, now):
            await services.db.write(silence.beat, chat, now, returned)
        looked = time.time()
        if services.hours.is_open(now) and await services.db.read(_any, services):
            await services.db.write(act, services)

    return Chore("silence", LOOK_EVERY_S, look)


def act(session: Session, services: Services) -> None:
    """Close what nobody responded to, then ask those whose turn it is."""
    group, waits = StaffGroup(session, services, services.clock.now()), _patience(services)
    for ticket in silence.to_close(session, waits, desk_notes.ANSWER, group.now):
        _close(group, ticket)
    for ticket in silence.to_ask(session, waits, desk_notes.ANSWER, group.now):
        _ask(group, ticket, waits)


def _any(session: Session, services: Services) -> bool:
    waits, now = _patience(services), services.clock.now()
    answer = desk_notes.ANSWER
    return bool(silence.to_close(session, waits, answer, now) or silence.to_ask(session, waits, answer, now))


def _patience(services: Services) -> Patience:
    sla = services.settings.sla
    return silence.patience(sla.close_after_days, sla.warn_days_before)


def _ask(group: StaffGroup, ticket: TicketView, waits: Patience) -> None:
    """Once. The buttons can be typed too; and a reply to it goes to the ticket."""
    t = texts(ticket.language)
    by, subject = group.services.signed(ticket.claimed_name), desk_notes.subject(t, ticket)
    html = t("silence-asked", state=_state(ticket), by=by, subject=subject, days=waits.closes.days)
    rows = asked_rows(t, ticket)
    draft = Draft(ticket.member_id, "sendMessage", text_payload(html, rows), purpose=ASKED, ref=ticket.id)
    row = outbox.enqueue(group.session, draft)
    messages.pair(group.session, Origin(ticket.id, OUT, NOTICE_PAIR, ticket.member_id), group.now, row)
    people.keep_buttons(group.session, ticket.member_id, [[b.label, str(b.press)] for b in rows[0]], row)
    tickets.put(group.session, ticket.id, warned_at=group.now, warning_id=row)
    group.refresh(tickets.get(group.session, ticket.id))


def asked_rows(t: Texts, ticket: TicketView) -> Rows:
    """Is it solved? Of a ticket in which we asked something: is it still needed?"""
    solved = Button(t.plain("silence-solved-button", state=_state(ticket)), Solved(ticket.id))
    more = Button(t.plain("silence-more-button", state=_state(ticket)), NotSolved(ticket.id))
    return [[more, solved] if ticket.state is State.WAITING else [solved, more]]


def _close(group: StaffGroup, ticket: TicketView) -> None:
    """It closes without a sound, for staff and for the asker, whose last message from us says so."""
    stepped = tickets.take(group.session, Step.SILENCE, ticket.id, NOBODY, group.now, Given(seen=ticket.version))
    if not stepped.done:
        return
    closed = stepped.ticket
    group.refresh(closed, stepped.before)
    desk_notes.refresh(group, closed)
    if closed.warning_id is None or messages.state_of(group.session, closed.warning_id) != outbox.SENT:
        return
    t = texts(closed.language)
    payload = text_payload(closed_html(t, closed), closed_rows(t, closed))
    draft = Draft(closed.member_id, "editMessageText", payload, target_id=closed.warning_id)
    outbox.enqueue(group.session, draft)


def closed_html(t: Texts, ticket: TicketView) -> Html:
    """That it is closed, and how was the help? Asked once."""
    rated = "no" if ticket.rating is None else "yes"
    return t("silence-closed", reason=ticket.close_reason or "none", rated=rated)


def closed_rows(t: Texts, ticket: TicketView) -> Rows:
    """How was the help; and the way back."""
    if ticket.rating is None:
        return desk_notes.rating_rows(t, ticket)
    return [[desk_notes.more_button(t, ticket)]]


def _state(ticket: TicketView) -> str:
    return "waiting" if ticket.state is State.WAITING else "answered"
