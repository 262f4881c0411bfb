"""Which ticket a command in the staff group is about."""

from __future__ import annotations

from bot.desk import messages, tickets
from bot.desk.tickets import TicketView
from handlers.turn import Turn
from storage import topics
from storage.desk import Ticket


def this_ticket(turn: Turn) -> TicketView | None:
    """The ticket of the message that this one replies to, else that of the topic it is in; None when of neither."""
    message = turn.message
    replied = message.reply_to_message
    pair = messages.by_copy(turn.session, turn.chat.id, replied.message_id) if replied is not None else None
    sent = messages.by_origin(turn.session, turn.chat.id, replied.message_id) if replied is not None else []
    if pair is not None or sent:
        return tickets.get(turn.session, (pair or sent[0]).ticket_id)
    if not message.is_topic_message or message.message_thread_id is None:
        return None
    topic = topics.by_thread(turn.session, turn.chat.id, message.message_thread_id)
    return tickets.find(turn.session, Ticket.topic_id == topic.id) if topic is not None else None
