"""Which ticket a command in the staff group is about."""

from __future__ import annotations

from datetime import timedelta

from bot.desk import messages, tickets
from bot.desk.tickets import TicketView
from handlers.turn import Turn
from storage import topics
from storage.desk import Ticket

# What arrived longer ago is written down.
JUST = timedelta(seconds=30)


def this_ticket(turn: Turn) -> TicketView | None:
    """The ticket of the message that this one replies to, else that of the topic it is in; None when of neither."""
    message = turn.message
    replied = message.reply_to_message
    pair = messages.by_copy(turn.session, turn.chat.id, replied.message_id) if replied is not None else None
    sent = messages.by_origin(turn.session, turn.chat.id, replied.message_id) if replied is not None else []
    if pair is not None or sent:
        return tickets.get(turn.session, (pair or sent[0]).ticket_id)
    if not message.is_topic_message or message.message_thread_id is None:
        return _arriving(turn)
    topic = topics.by_thread(turn.session, turn.chat.id, message.message_thread_id)
    return tickets.find(turn.session, Ticket.topic_id == topic.id) if topic is not None else None


def _arriving(turn: Turn) -> TicketView | None:
    """The ticket of a message that was replied to so fast that its arrival is not written down yet."""
    replied = turn.message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.username != turn.services.bot_username:
        return None
    if turn.now - replied.date > JUST:
        return None
    arriving = messages.arriving(turn.session)
    # It may have been written down since we looked, in another transaction.
    by_now = messages.by_copy(turn.session, turn.chat.id, replied.message_id)
    found = by_now.ticket_id if by_now is not None else arriving[0] if len(arriving) == 1 else None
    return tickets.get(turn.session, found) if found is not None else None
