"""What someone deleted in the staff group is made again: a card, a topic. Telegram tells no bot; it is found out when
something goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.desk import messages, tickets
from bot.desk.ticket import TicketView
from bot.telegram.outcomes import Outcome, Result
from handlers.desk import group_form
from handlers.desk.desk_group import CARD_EDIT, SHOWN_CARD, TOPIC, StaffGroup
from handlers.services import Services
from storage import outbox
from storage.desk import Ticket
from storage.outbox import TOPIC_AGAIN
from storage.sending import Outgoing

BLOCKED, GONE = "blocked", "gone"


def outcomes(services: Services) -> Mapping[str, Outcome]:
    """Who hears how a row ended, by the row's purpose."""
    gone = _Gone(services)
    return {
        SHOWN_CARD: gone.card_shown,
        CARD_EDIT: gone.card_edited,
        TOPIC: gone.topic_changed,
        TOPIC_AGAIN: gone.topic_again,
        group_form.OLD_CARD: lambda _session, _row, _result: None,
    }


def replies_to_nothing(row: Outgoing, result: Result) -> bool:
    """Whether the message was sent as a reply to one that is not there any more."""
    asked = row.method == "sendMessage" and "reply_parameters" in row.params
    return asked and isinstance(result.value, dict) and "reply_to_message" not in result.value


@dataclass(frozen=True, slots=True)
class _Gone:
    services: Services

    def card_shown(self, session: Session, row: Outgoing, result: Result) -> None:
        """A card arrived: from now on a reply to it finds its ticket, and an older card leads to it."""
        if not result.ok:
            self.services.doubt_group()
            return
        if isinstance(result.value, dict):
            messages.delivered(session, row.id, row.chat_id, [int(result.value["message_id"])])
        ticket = self._ticket(session, Ticket.id == row.ref)
        if ticket is not None and ticket.card_id == row.id:
            group_form.point_to_new_card(self._group(session), ticket)

    def card_edited(self, session: Session, row: Outgoing, result: Result) -> None:
        """Someone removed the card: an open ticket gets a new one."""
        ticket = self._ticket(session, Ticket.id == row.ref)
        if result.ok or result.kind == BLOCKED or ticket is None or ticket.card_id is None:
            return
        shown = row.params.get("message_id")
        if shown is not None and shown != messages.message_of(session, ticket.card_id):
            return  # another card took its place since
        messages.forget_copy(session, ticket.id, ticket.card_id)
        self._deal_again(session, ticket)

    def topic_changed(self, session: Session, row: Outgoing, result: Result) -> None:
        """Its topic turned out to be deleted: an open ticket gets a new one. Or it could not be made at all."""
        if result.ok:
            return
        ticket = self._ticket(session, Ticket.topic_id == row.topic_id)
        if result.kind == GONE and ticket is not None:
            self._deal_again(session, ticket)
        elif result.kind != GONE and row.method == outbox.MAKE_TOPIC:
            self.services.doubt_group()

    def topic_again(self, session: Session, row: Outgoing, result: Result) -> None:
        """A topic was made again, for something that was to go there: first the card."""
        ticket = self._ticket(session, Ticket.topic_id == row.topic_id)
        if result.ok and ticket is not None:
            if ticket.card_id is not None:
                messages.forget_copy(session, ticket.id, ticket.card_id)
            self._deal_again(session, ticket, also_closed=True)

    def _deal_again(self, session: Session, ticket: TicketView, also_closed: bool = False) -> None:
        on_its_way = (outbox.NEW, outbox.SENDING, outbox.HELD)
        if ticket.card_id is not None and messages.state_of(session, ticket.card_id) in on_its_way:
            return
        if any(draft.id == ticket.card_id for draft in outbox.drafts(session)):
            return
        if ticket.is_open or also_closed:
            group_form.deal_again(self._group(session), ticket)

    def _group(self, session: Session) -> StaffGroup:
        return StaffGroup(session, self.services, self.services.clock.now())

    def _ticket(self, session: Session, where: object) -> TicketView | None:
        find: Callable[..., TicketView | None] = tickets.find
        return find(session, where)
