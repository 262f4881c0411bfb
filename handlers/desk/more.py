"""[ Meer ] on a card: what is needed now and then, so that the card itself needs few buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bot.desk import blocking, merging, tickets
from bot.desk.states import State, Step, after
from bot.desk.ticket import TicketView
from bot.texts import Texts
from handlers.desk import note_desk, staff_card
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import ShowCard
from handlers.desk.search_presses import Earlier
from handlers.desk.talk_presses import ShowNotes
from handlers.desk.theme_choice import PickTheme
from handlers.desk.ticket_presses import AskBlock, CloseWhy, HandOver, Later, Merge, More, Split, TheirTurn
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn


class Offer(NamedTuple):
    """A button of the menu: the text of its label, what it means, and for which tickets it makes sense."""

    label: str
    press: type[Press]
    fits: Callable[[StaffGroup, TicketView], bool]


def _may(step: Step) -> Callable[[StaffGroup, TicketView], bool]:
    def fits(_group: StaffGroup, ticket: TicketView) -> bool:
        answered = ticket.answered_at is not None
        return after(step, ticket.state, ticket.claimed_by is not None, answered) not in (None, State.CLOSED)

    return fits


def _has_others(group: StaffGroup, ticket: TicketView) -> bool:
    return ticket.is_open and bool(merging.others(group.session, ticket))


def _has_more(group: StaffGroup, ticket: TicketView) -> bool:
    return ticket.is_open and bool(merging.splittable(group.session, ticket.id, 1))


def _is_open(_group: StaffGroup, ticket: TicketView) -> bool:
    return ticket.is_open


def _asked_before(group: StaffGroup, ticket: TicketView) -> bool:
    return tickets.earlier(group.session, ticket) > 0


def _can_be_blocked(group: StaffGroup, ticket: TicketView) -> bool:
    return bool(ticket.member_id) and blocking.get(group.session, ticket.member_id) is None


# In this order, two in a row. Each press takes the ticket's number, and nothing else.
OFFERS = (
    Offer("ticket-hand-over-button", HandOver, _may(Step.HAND_OVER)),
    Offer("ticket-later-button", Later, _may(Step.SNOOZE)),
    Offer("ticket-their-turn-button", TheirTurn, _may(Step.WAIT)),
    Offer("merge-button", Merge, _has_others),
    Offer("split-button", Split, _has_more),
    Offer("ticket-close-why-button", CloseWhy, _is_open),
    Offer("theme-button", PickTheme, _is_open),
    Offer("note-list-button", ShowNotes, note_desk.has_more),
    Offer("search-earlier-button", Earlier, _asked_before),
    Offer("block-button", AskBlock, _can_be_blocked),
)


def register(front: Front) -> None:
    """The button on the card."""
    front.press(More, more, staff=True)


def more(turn: Turn, press: More) -> None:
    """The card stays; its buttons become those of the menu."""
    ticket = staff_card.find(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    group = StaffGroup.of(turn)
    if not ticket.is_open:
        group.refresh(ticket)
        return staff_card.refuse(turn, ticket)
    group.show(ticket, group.card_html(ticket), rows(group, ticket))


def rows(group: StaffGroup, ticket: TicketView) -> Rows:
    """What can be done with the ticket as it is now, and back."""
    made = [
        Button(group.t.plain(offer.label), offer.press(ticket.id))  # type: ignore[call-arg]
        for offer in OFFERS
        if offer.fits(group, ticket)
    ]
    return [*(made[n : n + 2] for n in range(0, len(made), 2)), [back(group.t, ticket)]]


def back(t: Texts, ticket: TicketView) -> Button:
    """[ Terug ]: to the card."""
    return Button(t.plain("staff-back-button"), ShowCard(ticket.id))


def back_to_menu(t: Texts, ticket: TicketView) -> Button:
    """[ Terug ]: to the menu."""
    return Button(t.plain("staff-back-button"), More(ticket.id))
