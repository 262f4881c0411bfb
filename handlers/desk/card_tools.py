"""What helps staff to answer, on the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk import replies
from bot.desk.ticket import TicketView
from handlers.desk.reply_presses import ReplyList
from handlers.presses import Button, Rows

if TYPE_CHECKING:
    from handlers.desk.desk_group import StaffGroup


def rows(group: StaffGroup, ticket: TicketView) -> Rows:
    """[ Snel antwoord ] on the card of an open ticket, when there are any."""
    if not ticket.is_open or ticket.urgent is not None or not replies.every(group.session):
        return []
    return [[Button(group.t.plain("reply-card-button"), ReplyList(ticket.id, 0))]]
