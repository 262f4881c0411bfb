"""Reactions go to the other side: the bot, who has one reaction on a message, shows the last one given there.

On messages that were passed on 👌 means just that. A reaction takes its place, as it says that too; taken back, 👌 is
there again. A custom emoji is not shown: a bot may not set one.
"""

from __future__ import annotations

from telegram import Chat, MessageReactionUpdated, ReactionTypeEmoji
from telegram.ext import MessageReactionHandler

from bot.desk import messages, tickets
from bot.desk.messages import CARD, NO_MESSAGE, Pair
from handlers.desk.desk_card import who
from handlers.desk.desk_group import OK, StaffGroup
from handlers.front import Front
from handlers.turn import Turn, reaction
from storage import outbox
from storage.desk import IN, OUT
from storage.outbox import Draft, OutboxRow, Priority

REACTION = "reaction"


def register(front: Front) -> None:
    """Reactions on messages in private and in the staff group."""
    front.handler(
        lambda callback: MessageReactionHandler(
            callback, message_reaction_types=MessageReactionHandler.MESSAGE_REACTION_UPDATED
        ),
        reacted,
    )


def reacted(turn: Turn) -> None:
    """Someone put a reaction on a message, changed it or took it away."""
    change = turn.update.message_reaction
    if change is None:
        return
    if turn.in_staff_group:
        _by_staff(turn, change)
    elif change.chat.type == Chat.PRIVATE:
        _by_asker(turn, change)


def _by_staff(turn: Turn, change: MessageReactionUpdated) -> None:
    """On what the asker sent, it goes to them. On the card, or among colleagues, it stays inside."""
    copy = messages.by_copy(turn.session, change.chat.id, change.message_id)
    if copy is not None and copy.direction == IN and copy.kind != CARD and copy.message_id != NO_MESSAGE:
        _set(StaffGroup.of(turn), copy, copy.chat_id, copy.message_id, shown(change) or OK)


def _by_asker(turn: Turn, change: MessageReactionUpdated) -> None:
    copy = messages.by_copy(turn.session, change.chat.id, change.message_id)
    if copy is not None and copy.direction == OUT:
        return _on_answer(StaffGroup.of(turn), copy, shown(change))
    for own in messages.by_origin(turn.session, change.chat.id, change.message_id):
        if own.kind != CARD and own.copy_chat_id is not None and own.copy_message_id is not None:
            _set(StaffGroup.of(turn), own, own.copy_chat_id, own.copy_message_id, shown(change))


def _on_answer(group: StaffGroup, copy: Pair, emoji: str | None) -> None:
    """The reaction is on the message of staff; on an answer that is not in this ticket's topic it is told in words."""
    if copy.kind == messages.NOTICE:
        return
    ticket = tickets.get(group.session, copy.ticket_id)
    here = copy.message_id != NO_MESSAGE and copy.chat_id == group.services.staff_chat()
    if not here or messages.is_shared(group.session, copy):
        key = f"reacted:{copy.id}:{emoji}"
        if emoji is not None and not messages.said_before(group.session, key):
            group.say(ticket, "talk-reacted", key=key, name=who(ticket.name), emoji=emoji)
        return
    _set(group, copy, copy.chat_id, copy.message_id, emoji or OK)
    key = f"reactions-explained:{copy.chat_id}"
    if emoji not in (None, OK) and not messages.said_before(group.session, key):
        name, first = who(ticket.name), "talk-reaction-first"
        group.say(ticket, first, reply_to=copy.message_id, key=key, name=name, emoji=emoji or "")


def _set(group: StaffGroup, pair: Pair, chat_id: int, message_id: int, emoji: str | None) -> None:
    """What did not leave yet is overtaken."""
    outbox.cancel(group.session, (OutboxRow.purpose == REACTION) & (OutboxRow.ref == pair.id))
    payload = (reaction(emoji) if emoji is not None else {"reaction": []}) | {"message_id": message_id}
    draft = Draft(chat_id, "setMessageReaction", payload, priority=Priority.STAFF, purpose=REACTION, ref=pair.id)
    outbox.enqueue(group.session, draft)


def shown(change: MessageReactionUpdated) -> str | None:
    """The emoji given now, the newest of several; None when there is none that a bot can set."""
    given = [r.emoji for r in change.new_reaction if isinstance(r, ReactionTypeEmoji)]
    before = [r.emoji for r in change.old_reaction if isinstance(r, ReactionTypeEmoji)]
    fresh = [emoji for emoji in given if emoji not in before]
    newest = fresh or given
    return newest[-1] if newest else None
