"""/wis: a coordinator lets everything of an asker go who asked for that; and what is old goes by itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.tickets import TicketView
from bot.privacy import holdings, retention
from bot.schedule import Chore
from bot.texts import texts
from handlers.agenda import rsvp
from handlers.asker.my_data import FAREWELL
from handlers.desk import erased
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.this_ticket import this_ticket
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage.desk import Ticket
from storage.people import Member

LOOK_EVERY_S = 600.0


@dataclass(frozen=True)
class EraseAsker(Press, prefix="wipe"):
    """[ Wis alles ]: of whoever asked this question."""

    ticket: int


@dataclass(frozen=True)
class KeepAsker(Press, prefix="wipe-not"):
    """[ Niet doen ]"""


def register(front: Front) -> None:
    """All of it is for coordinators."""
    for name in ("wis", "erase"):
        front.staff_command(name, ask, coordinator=True)
    front.press(EraseAsker, erase, coordinator=True)
    front.press(KeepAsker, keep, coordinator=True)


def chore(services: Services) -> Chore:
    """Lets go of what is old, some of it at a time."""

    async def look() -> None:
        await services.db.write(forget_old, services)

    return Chore("retention", LOOK_EVERY_S, look)


def forget_old(session: Session, services: Services) -> None:
    """What is older than `privacy.keep_months` loses its words, here and in the group. Nobody is told."""
    group = StaffGroup(session, services, services.clock.now())
    before = retention.border(group.now, services.settings.privacy.keep_months)
    erased.clean_up(group, retention.old_tickets(session, before, group.now, erased.ABOUT_TICKETS))
    retention.old_questions(session, before)
    retention.old_attendances(session, group.now)
    retention.old_rows(session, before)
    retention.old_polls(session, before)


def ask(turn: Turn) -> None:
    """/wis, as a reply to the card or to what the asker wrote, or in the ticket's topic: what goes?"""
    ticket = this_ticket(turn)
    if ticket is None or not ticket.member_id:
        turn.say("wipe-whom" if ticket is None else "wipe-gone")
        return
    found = holdings.counts(turn.session, ticket.member_id)
    yes = Button(turn.t.plain("erase-button"), EraseAsker(ticket.id))
    no = Button(turn.t.plain("erase-not-button"), KeepAsker())
    turn.say("wipe-sure", [[no], [yes]], name=who(ticket.name), questions=found.questions)


def erase(turn: Turn, press: EraseAsker) -> None:
    """[ Wis alles ]: the asker reads that it was done."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None or not ticket.member_id:
        return turn.toast("button-outdated")
    by, group = staff(turn), StaffGroup.of(turn)
    member = turn.session.get(Member, ticket.member_id)
    language = member.language if member is not None else ticket.language
    rsvp.leave(turn, ticket.member_id)
    erased.everything(group, ticket.member_id, by)
    _say_in_place(turn, ticket)
    payload = text_payload(texts(language)("erased-for-you"))
    turn.send(ticket.member_id, "sendMessage", payload, purpose=FAREWELL)


def keep(turn: Turn, _press: KeepAsker) -> None:
    """[ Niet doen ]"""
    turn.replace("erase-not")


def _say_in_place(turn: Turn, ticket: TicketView) -> None:
    """The question that was pressed named the asker. In a topic it goes with the topic."""
    if ticket.topic_id is None:
        turn.replace("wipe-done")
    else:
        turn.toast("wipe-done")
