"""A button of an older version of the program, below something about a ticket: it shows how things stand now, with
buttons that work (conversation 21)."""

from __future__ import annotations

from bot.desk import messages, tickets
from bot.desk.messages import CARD, NOTICE
from handlers.desk import desk_notes
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.turn import Turn
from storage.desk import Ticket


def register(front: Front) -> None:
    """It is no press of its own: it is what any unknown press does."""
    front.outdated = outdated


def outdated(turn: Turn) -> None:
    """Say that it is different by now; a card or a note is shown anew."""
    turn.toast("button-outdated")
    found = messages.by_copy(turn.session, turn.chat.id, turn.pressed_id or 0)
    ticket = tickets.find(turn.session, Ticket.id == found.ticket_id) if found is not None else None
    if found is None or ticket is None:
        return
    if found.kind == CARD and found.outbox_id == ticket.card_id:
        StaffGroup.of(turn).refresh(ticket)
    elif found.kind == NOTICE and found.outbox_id == ticket.note_id:
        desk_notes.refresh(StaffGroup.of(turn), ticket)
