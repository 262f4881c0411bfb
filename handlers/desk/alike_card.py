"""What the card of a ticket says of other open questions that ask the same (conversation 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk import alike, sharing
from bot.desk.tickets import TicketView
from bot.texts.render import Html
from handlers.desk.alike_presses import AlikeShow
from handlers.presses import Button, Rows
from storage.sharing import UNSENT

if TYPE_CHECKING:
    from handlers.desk.desk_group import StaffGroup

MOST_NAMED = 5


def line(group: StaffGroup, ticket: TicketView) -> Html | None:
    """ "Lijkt op open vraag 12 en 15.", while the ticket waits for an answer itself; None when none does."""
    found = alike.linked(group.session, ticket) if alike.waits(ticket) else []
    if not found:
        return None
    numbers = [_number(group, other.ticket) for other in found[:MOST_NAMED]]
    more = Html("…") if len(found) > MOST_NAMED else Html("")
    return group.t("alike-card", count=len(found), list=Html(", ".join(numbers) + more))


def button(group: StaffGroup, ticket: TicketView) -> Rows:
    """The card's button for an answer that was not shared yet, when others wait for the same."""
    if not ticket.is_open or ticket.answered_at is None or ticket.urgent is not None:
        return []
    share = sharing.latest(group.session, ticket.id)
    if share is None or share.state not in UNSENT or not alike.linked(group.session, ticket):
        return []
    return [[Button(group.t.plain("alike-card-button"), AlikeShow(share.id))]]


def _number(group: StaffGroup, ticket: TicketView) -> str:
    """The ticket's number, as a link to its card where Telegram has links."""
    address = group.address(ticket)
    return f'<a href="{address}">{ticket.id}</a>' if address is not None else str(ticket.id)
