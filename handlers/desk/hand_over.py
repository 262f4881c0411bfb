"""[ Overdragen ]: a colleague gets the ticket and hears it; they may say that they cannot (conversation 8)."""

from __future__ import annotations

from html import escape

from bot.desk import colleagues
from bot.desk.colleagues import Known
from bot.desk.states import Step
from bot.desk.ticket import Actor, Given, TicketView
from bot.texts.render import Html
from handlers.desk import desk_notes, more, staff_card
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.ticket_presses import Cannot, Fine, GiveTo, HandOver
from handlers.front import Front
from handlers.presses import Button
from handlers.roles import Role
from handlers.turn import Turn

# More names than this is no choice but a search.
MOST = 8


def register(front: Front) -> None:
    """The button, the names behind it, and what the colleague says to it."""
    front.press(HandOver, hand_over, staff=True)
    front.press(Fine, fine, staff=True)
    front.press(Cannot, cannot, staff=True)

    async def is_staff(press: GiveTo) -> bool:
        return await front.holds(press.person, Role.STAFF)

    front.staff_fetched_press(GiveTo, is_staff, give_to)


def hand_over(turn: Turn, press: HandOver) -> None:
    """The card asks to whom: everyone the bot has seen but whoever has it."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    group = StaffGroup.of(turn)
    found = [known for known in colleagues.seen(turn.session, turn.now) if known.id != ticket.claimed_by][:MOST]
    names = [Button(known.name, GiveTo(ticket.id, known.id)) for known in found]
    asked = group.t("ticket-hand-over" if names else "ticket-hand-over-none")
    rows = [*(names[n : n + 2] for n in range(0, len(names), 2)), [more.back_to_menu(group.t, ticket)]]
    group.show(ticket, Html(f"{group.card_html(ticket)}\n\n<b>{asked}</b>"), rows)


def give_to(turn: Turn, press: GiveTo, is_staff: bool) -> None:
    """It is theirs. Whoever takes it over themselves tells the one who had it."""
    known = colleagues.find(turn.session, press.person)
    if known is None or not is_staff:
        colleagues.forget(turn.session, press.person)
        turn.toast("ticket-hand-over-left")
        return hand_over(turn, HandOver(press.ticket))
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    if ticket.claimed_by == known.id:
        return turn.toast("ticket-hand-over-has", by=known.name)
    stepped = staff_card.step(turn, Step.HAND_OVER, ticket.id, Given(to=Actor(known.id, known.name)))
    if stepped is None:
        return
    group = StaffGroup.of(turn)
    desk_notes.refresh(group, stepped.ticket)
    if known.id == turn.user.id:
        return _tell_taken(group, stepped.before, stepped.ticket)
    t, to, giver = group.t, mention(known.id, known.name), who(staff(turn).name)
    fine = Button(t.plain("ticket-fine-button"), Fine(ticket.id, known.id))
    no = Button(t.plain("ticket-cannot-button"), Cannot(ticket.id, known.id))
    group.say(stepped.ticket, "ticket-handed", [[fine, no]], sound=True, to=to, giver=giver)


def fine(turn: Turn, press: Fine) -> None:
    """[ Prima ]"""
    known = _meant(turn, press)
    if known is not None:
        turn.replace("ticket-handed-fine", by=known.name)


def cannot(turn: Turn, press: Cannot) -> None:
    """[ Kan niet ]: the ticket is free for anyone, if they still have it."""
    known = _meant(turn, press)
    if known is None:
        return
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return turn.rebutton([])
    if ticket.claimed_by != known.id:
        turn.rebutton([])
        return staff_card.refuse(turn, ticket)
    stepped = staff_card.step(turn, Step.RELEASE, ticket.id)
    if stepped is not None:
        turn.replace("ticket-handed-cannot", by=known.name)
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def mention(person: int, name: str) -> Html:
    """A name that tells its owner: they get a notice of the message."""
    return Html(f'<a href="tg://user?id={person}">{escape(name, quote=False)}</a>')


def _meant(turn: Turn, press: Fine | Cannot) -> Known | None:
    """Whoever the ticket was given to; None, and said so, when someone else pressed."""
    known = colleagues.find(turn.session, press.person) or Known(press.person, "")
    if turn.user.id == press.person:
        return known
    turn.toast("ticket-not-for-you", by=who(known.name))
    return None


def _tell_taken(group: StaffGroup, before: TicketView, ticket: TicketView) -> None:
    if before.claimed_by is not None:
        had = mention(before.claimed_by, before.claimed_name or group.t.plain("staff-colleague", by="none"))
        group.say(ticket, "ticket-taken-over", sound=True, to=had, by=who(ticket.claimed_name))
