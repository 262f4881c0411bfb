"""Who can be reached: people who block the bot or come back, and the bot's own place in groups."""

from __future__ import annotations

import logging

from telegram import Chat, ChatMember, ChatMemberUpdated
from telegram.ext import ChatMemberHandler, filters

from bot import people
from handlers.asking import groups
from handlers.desk import undelivered
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.turn import Turn
from storage import outbox, topics
from storage.people import move_chat

log = logging.getLogger(__name__)

GONE = (ChatMember.LEFT, ChatMember.BANNED)


def register(front: Front) -> None:
    """Changes of the bot's own membership, groups that move, and how messages of tickets end."""
    front.handler(lambda callback: ChatMemberHandler(callback, ChatMemberHandler.MY_CHAT_MEMBER), changed)
    front.message(filters.StatusUpdate.MIGRATE, moved)


def changed(turn: Turn) -> None:
    """The bot is let in, put out, promoted, demoted, blocked or unblocked."""
    change = turn.update.my_chat_member
    if change is None:
        return
    if change.chat.type == Chat.PRIVATE:
        _person(turn, change)
    elif turn.in_staff_group:
        turn.services.doubt_group()
    elif change.chat.type in (Chat.GROUP, Chat.SUPERGROUP):
        groups.came_in(turn, change)


def moved(turn: Turn) -> None:
    """The staff group became a supergroup with another id, in which no message of before can be replied to:
    what waits goes there, and open tickets get a new card (handlers.desk.group_watch)."""
    old, new = turn.chat.id, turn.message.migrate_to_chat_id
    services = turn.services
    if new is None or services.staff_chat() not in (old, new):
        return
    move_chat(turn.session, old, new)
    outbox.readdress(turn.session, old, new)
    topics.readdress(turn.session, old, new)
    # True whatever becomes of this transaction: Telegram moved the group.
    services.moved_chats[old] = new
    services.doubt_group()
    log.info("the staff group %s became the supergroup %s", old, new)


def _person(turn: Turn, change: ChatMemberUpdated) -> None:
    if change.new_chat_member.status in GONE:
        people.unreachable(turn.session, change.from_user.id, turn.now)
        undelivered.asker_left(StaffGroup.of(turn), change.from_user.id)
    else:
        people.came_back(turn.session, turn.member, turn.now)
