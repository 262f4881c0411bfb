"""What a reply is a reply to, kept on the other side: the message itself there, with the part that was quoted.

Telegram shows a quote only when the message holds those very words; otherwise the reply goes without it. A message
that has no copy on the other side is told in words.
"""

from __future__ import annotations

from typing import Any

from telegram import Message

from bot.desk import messages
from bot.desk.messages import CARD, Pair
from bot.desk.tickets import TicketView
from handlers.desk.desk_card import shown_before
from handlers.desk.desk_content import plain
from handlers.desk.desk_group import StaffGroup
from storage.desk import IN

Reply = dict[str, Any]


def to_staff(group: StaffGroup, ticket: TicketView, message: Message, replied: Pair | None) -> Reply | None:
    """Where in the group the message is that the asker replied to; None when it is not there, or in another topic."""
    if replied is None or (ticket.topic_id is not None and replied.ticket_id != ticket.id):
        return None
    staff = group.services.staff_chat()
    if replied.direction == IN:
        there = replied.copy_message_id if replied.copy_chat_id == staff else None
    else:
        written_here = replied.chat_id == staff and not messages.is_shared(group.session, replied)
        there = replied.message_id if written_here else None
    return _reply(there, message, replied) if there else None


def to_asker(ticket: TicketView, message: Message, replied: Pair | None) -> Reply | None:
    """The asker's own message, when staff replied to a copy of it."""
    known = replied is not None and replied.direction == IN and replied.chat_id == ticket.member_id
    return _reply(replied.message_id, message, replied) if known and replied and replied.message_id else None


def in_words(message: Message) -> str | None:
    """What the message is a reply to, for who does not have that message; None when it is no reply."""
    told = message.reply_to_message or message.external_reply
    if message.quote is not None:
        return shown_before(message.quote.text) or None
    if not isinstance(told, Message):
        return None
    return shown_before(told.text or told.caption or "") or None


def _reply(message_id: int, message: Message, replied: Pair) -> Reply:
    reply: Reply = {"message_id": message_id, "allow_sending_without_reply": True}
    quote = message.quote
    if quote is None or not quote.is_manual or quote.text not in _words(replied):
        return reply
    entities = [entity.to_dict() for entity in quote.entities or ()]
    return reply | {"quote": quote.text} | ({"quote_entities": entities} if entities else {})


def _words(pair: Pair) -> str:
    text = pair.text or ""
    return text if pair.kind == CARD else plain(text)
