"""The staff group as Telegram describes it at this moment, and what in it keeps the bot from its work."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed, Kind

log = logging.getLogger(__name__)

OUTSIDE = ("left", "kicked")
ABOVE = ("creator", "administrator")


class Problem(StrEnum):
    """What is wrong, worst first."""

    GONE = "gone"  # the bot is not in the group
    MUTE = "mute"  # it may not write there
    TOPICS = "topics"  # the group has topics, and it may not manage them
    ADMIN = "admin"  # it is no administrator: no pinning, no reactions of others


@dataclass(frozen=True, slots=True)
class GroupNow:
    """`coordinators`: its administrators but bots; None when Telegram did not say. `title` is empty outside of it."""

    chat_id: int
    title: str = ""
    forum: bool = False
    may_make_topics: bool = False
    problem: Problem | None = None
    coordinators: frozenset[int] | None = None


async def look(api: TelegramApi, chat_id: int, bot_id: int) -> GroupNow | None:
    """Ask Telegram about the group, also when it has another id by now; None when Telegram does not say."""
    try:
        chat = await api.call("getChat", {"chat_id": chat_id})
        me = await api.call("getChatMember", {"chat_id": chat_id, "user_id": bot_id})
    except CallFailed as failure:
        if failure.kind is Kind.MIGRATED and failure.new_chat is not None:
            return await look(api, failure.new_chat, bot_id)
        if failure.kind is Kind.BLOCKED:
            return GroupNow(chat_id, problem=Problem.GONE)
        log.info("the staff group could not be looked at: %s", failure)
        return None
    forum = bool(chat.get("is_forum"))
    may_make_topics = me["status"] == "creator" or bool(me.get("can_manage_topics"))
    problem = _problem(me, forum, may_make_topics)
    above = await coordinators(api, chat_id) if problem is not Problem.GONE else None
    return GroupNow(chat_id, str(chat.get("title", "")), forum, may_make_topics, problem, above)


async def coordinators(api: TelegramApi, chat_id: int) -> frozenset[int] | None:
    """Who administers the group, without bots; None when Telegram does not say."""
    try:
        found = await api.call("getChatAdministrators", {"chat_id": chat_id})
    except CallFailed as failure:
        log.info("the administrators of the staff group are not known: %s", failure)
        return None
    return frozenset(m["user"]["id"] for m in found if not m["user"]["is_bot"])


def _problem(me: dict[str, Any], forum: bool, may_make_topics: bool) -> Problem | None:
    status = me["status"]
    if status in OUTSIDE:
        return Problem.GONE
    if status == "restricted" and not (me.get("is_member", True) and me.get("can_send_messages")):
        return Problem.MUTE
    if forum and not may_make_topics:
        return Problem.TOPICS
    return None if status in ABOVE else Problem.ADMIN
