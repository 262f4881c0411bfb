"""How a ticket ends, or waits for its asker, other than by [ Klaar ]: close with a reason; say whose turn it is."""

from __future__ import annotations

from bot.desk.states import Step
from bot.desk.ticket import REASONS, Given
from bot.texts.render import Html
from handlers.desk import desk_notes, more, staff_card
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.ticket_presses import CloseFor, CloseWhy, TheirTurn
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn


def register(front: Front) -> None:
    """The buttons under [ Meer ], and the reasons."""
    front.press(TheirTurn, their_turn, staff=True)
    front.press(CloseWhy, close_why, staff=True)
    front.press(CloseFor, close_for, staff=True)


def their_turn(turn: Turn, press: TheirTurn) -> None:
    """[ Wacht op vrager ]: we asked something back. Nothing is late meanwhile."""
    stepped = staff_card.step(turn, Step.WAIT, press.ticket)
    if stepped is not None:
        turn.toast("ticket-their-turn", name=who(stepped.ticket.name))
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def close_why(turn: Turn, press: CloseWhy) -> None:
    """The card asks why."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    group = StaffGroup.of(turn)
    reasons = [
        Button(group.t.plain("ticket-reason-button", reason=reason), CloseFor(ticket.id, reason)) for reason in REASONS
    ]
    rows = [reasons[:2], reasons[2:], [more.back(group.t, ticket)]]
    asked = group.t("ticket-close-why")
    group.show(ticket, Html(f"{group.card_html(ticket)}\n\n<b>{asked}</b>"), rows)


def close_for(turn: Turn, press: CloseFor) -> None:
    """For this reason. The asker hears it, unless it was rubbish."""
    if press.reason not in REASONS:
        return turn.toast("button-outdated")
    stepped = staff_card.step(turn, Step.CLOSE, press.ticket, Given(reason=press.reason))
    if stepped is not None:
        group = StaffGroup.of(turn)
        desk_notes.refresh(group, stepped.ticket)
        desk_notes.tell_closed(group, stepped.ticket)
