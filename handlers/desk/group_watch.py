"""The bot keeps an eye on the staff group: what form it has, who coordinates, and whether it can do its work there.

Telegram does not tell all of it, so it is asked each minute, and at once when something makes us doubt. What changed
is followed without a restart: open tickets get the place that fits, what waited goes out, coordinators hear of it.
"""

from __future__ import annotations

import logging
import time

from sqlalchemy.orm import Session

from bot import profile
from bot.schedule import Chore
from bot.telegram import group_now
from bot.telegram.api import TelegramApi
from bot.telegram.group_now import GroupNow, Problem
from handlers.desk import group_form, group_trouble
from handlers.desk.desk_group import StaffGroup
from handlers.services import Services
from storage import outbox, staff_group, topics
from storage.people import move_chat

log = logging.getLogger(__name__)

DOUBT_EVERY_S, AGAIN_AFTER_S, LOOK_EVERY_S = 0.5, 5.0, 60.0
# With these nothing can be written in the group.
SHUT = (Problem.GONE, Problem.MUTE)


class GroupWatch:
    """`look` asks Telegram and follows what changed."""

    def __init__(self, services: Services, api: TelegramApi, bot_id: int) -> None:
        self._services, self._api, self._bot_id = services, api, bot_id
        self._next = 0.0
        self._listed = services.staff_chat()  # where the list of commands was set

    def chore(self) -> Chore:
        """Looks each minute, and at once when in doubt."""

        async def run() -> None:
            if self._services.group_doubted or time.monotonic() >= self._next:
                await self.look()

        return Chore("staff-group", DOUBT_EVERY_S, run)

    async def look(self) -> None:
        """Look now."""
        services = self._services
        self._next = time.monotonic() + LOOK_EVERY_S
        services.group_doubted = False
        now = await group_now.look(self._api, services.staff_chat(), self._bot_id)
        if now is None:
            self._next = time.monotonic() + AGAIN_AFTER_S
            return
        if now.chat_id != services.staff_chat():
            services.moved_chats[services.staff_chat()] = now.chat_id
        if now.problem not in SHUT:
            services.forum = now.forum and now.may_make_topics
            services.chat_is_forum = now.forum
        if now.coordinators:
            services.coordinators = now.coordinators
        if await services.db.read(_must_follow, services, now):
            await services.db.write(follow, services, now)
        if now.chat_id != self._listed:
            self._listed = now.chat_id
            await profile.present(self._api, services.settings, now.chat_id)


def follow(session: Session, services: Services, now: GroupNow) -> None:
    """Write down how the group is, and do what follows from it."""
    _readdress(session, services, now)
    known = staff_group.known(session, now.chat_id)
    known.title = now.title or known.title
    if now.coordinators is not None:
        known.coordinators = sorted(now.coordinators)
    elif not services.coordinators:
        services.coordinators = frozenset(known.coordinators)
    group = StaffGroup(session, services, services.clock.now())
    waited = group_trouble.waiting(session, now.chat_id)
    if now.problem not in SHUT:
        outbox.release_held(session, now.chat_id)
        moved = group_form.settle(group, now.forum, now.may_make_topics)
        if moved:
            log.info("%s open questions got another place in the staff group", moved)
    group_trouble.tell(group, known, now.problem, waited)


def _must_follow(session: Session, services: Services, now: GroupNow) -> bool:
    known = staff_group.look(session, now.chat_id)
    if known is None or now.problem != known.problem or (now.title and now.title != known.title):
        return True
    if now.coordinators is not None and sorted(now.coordinators) != known.coordinators:
        return True
    if now.problem in SHUT:
        return False
    held = group_trouble.any_held(session, now.chat_id)
    return held or bool(group_form.misplaced(session, now.chat_id, now.forum, now.may_make_topics))


def _readdress(session: Session, services: Services, now: GroupNow) -> None:
    """What waits for the group under an earlier number goes to where it is now."""
    for old in [old for old, new in services.moved_chats.items() if new == now.chat_id]:
        move_chat(session, old, now.chat_id)
        outbox.readdress(session, old, now.chat_id)
        topics.readdress(session, old, now.chat_id)
