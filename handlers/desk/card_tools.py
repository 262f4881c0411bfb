"""What helps staff to answer, on the card: saved replies, and what the asker asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk import replies, tickets
from bot.desk.ticket import TicketView
from handlers.desk.reply_presses import ReplyList
from handlers.desk.search_presses import Earlier
from handlers.presses import Button, Rows

if TYPE_CHECKING:
    from handlers.desk.desk_group import StaffGroup


def rows(group: StaffGroup, ticket: TicketView) -> Rows:
    """[ Snel antwoord ] and [ Eerdere vragen ] on the card of an open ticket, when there are any."""
    if not ticket.is_open or ticket.urgent is not None:
        return []
    row = []
    if replies.every(group.session):
        row.append(Button(group.t.plain("reply-card-button"), ReplyList(ticket.id, 0)))
    if tickets.earlier(group.session, ticket):
        row.append(Button(group.t.plain("search-earlier-button"), Earlier(ticket.id)))
    return [row] if row else []
