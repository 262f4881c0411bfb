"""What stands in a ticket about those that were merged into it: their question, and the way back."""

from __future__ import annotations

from bot.desk import tickets
from bot.desk.names import clean, cut
from bot.desk.states import State
from bot.desk.ticket import TicketView
from bot.texts.render import Html
from handlers.desk import desk_card
from handlers.desk.desk_group import StaffGroup
from handlers.desk.ticket_presses import Unmerge
from handlers.presses import Button
from storage.desk import Ticket

LONGEST_QUESTION = 300


def tell(group: StaffGroup, source: TicketView, target: TicketView, sound: bool) -> None:
    """Say at `target` what was asked in `source`, which goes on in it."""
    loose = Button(group.t.plain("merge-undo-button"), Unmerge(source.id))
    question = cut(clean(source.text), LONGEST_QUESTION) or desk_card.subject(group.t, source)
    group.say(target, "merge-here", [[loose]], sound=sound, number=linked_number(group, source), question=question)


def tell_again(group: StaffGroup, ticket: TicketView) -> None:
    """The same for all that go on in this ticket, where it got a new place."""
    merged = (Ticket.merged_into == ticket.id) & (Ticket.state == State.MERGED)
    for source in tickets.find_all(group.session, merged):
        tell(group, source, ticket, sound=False)


def linked_number(group: StaffGroup, ticket: TicketView) -> Html:
    """The ticket's number, as a link to its card where Telegram has links."""
    address = group.address(ticket)
    return Html(f'<a href="{address}">{ticket.id}</a>' if address is not None else ticket.id)
