"""How updates reach conversations: the real PTB handlers, each running its function in one transaction.

A conversation's `register(front)` names its commands, presses and messages here. Everything is synchronous inside
the transaction; only the checks before it (is this staff?) and the direct calls after it are awaited.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

from sqlalchemy.orm import Session
from telegram import Message, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
)
from telegram.ext.filters import BaseFilter, MessageFilter

from bot.desk import colleagues
from bot.desk.names import cut, short
from bot.telegram.failures import CallFailed
from handlers.presses import Press, StalePressError
from handlers.roles import Gate, Role
from handlers.services import Services
from handlers.turn import Afterwards, DirectCall, Turn
from storage import inbox

log = logging.getLogger(__name__)

T = TypeVar("T")
Act = Callable[[Turn], None]
PressAct = Callable[[Turn, Any], None]
Call = Callable[[str, dict[str, Any]], Coroutine[Any, Any, Any]]
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
AnyContext = CallbackContext[Any, Any, Any, Any]


# Names of coordinators in a notice on top of the screen, which has 60 characters (conversations.md).
LONGEST_NAMES = 24


def _role(staff: bool, coordinator: bool) -> Role:
    return Role.COORDINATOR if coordinator else Role.STAFF if staff else Role.ANYONE


def _sender(update: Update) -> int:
    return update.effective_user.id if update.effective_user is not None else 0


def _refuse(turn: Turn, toast: str, words: str, **values: str) -> None:
    if turn.update.callback_query is not None:
        turn.toast(toast, **values)
    else:
        turn.say(words, None, **values)


def _writes_in(update: Update, staff_chat: int) -> bool:
    """Whether someone of staff wrote this in their group, in their own name."""
    message = update.message
    if message is None or message.chat_id != staff_chat or message.sender_chat is not None:
        return False
    return message.from_user is not None and not message.from_user.is_bot


class _StaffGroup(MessageFilter):
    """Messages in the staff group, whatever its id is today."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        if message.chat_id != self._services.staff_chat():
            return False
        if bool(message.chat.is_forum) != self._services.chat_is_forum:
            self._services.doubt_group()
        return True


class Front:
    """Where conversations register. `press_acts` is shared with typed buttons."""

    def __init__(self, app: AnyApplication, services: Services, gate: Gate, call: Call) -> None:
        """`gate` asks Telegram who may do what, and remembers the answer for at most a minute.

        `call(method, params)` calls Telegram directly, past the outbox. Raises CallFailed.
        """
        self.app, self.services, self._gate, self._direct_call = app, services, gate, call
        self.press_acts = services.press_acts
        self._press_fetches: dict[type[Press], Callable[[Any], Coroutine[Any, Any, Any]]] = {}
        self._staff_group = _StaffGroup(services)
        self.failures: dict[int, BaseException] = {}
        self.handled: set[int] = set()
        self._direct: set[asyncio.Task[None]] = set()
        # What a button does that this version of the program does not know.
        self.outdated: Act = lambda turn: turn.toast("button-outdated")
        app.add_handler(CallbackQueryHandler(self._pressed))
        app.add_error_handler(self._note_failure)

    def command(self, name: str, act: Act, filters: BaseFilter | None = None, coordinator: bool = False) -> None:
        """`/name` runs `act`. `coordinator`: only for those who administer the staff group."""
        self._add(CommandHandler(name, self._callback(act, _role(False, coordinator)), filters=filters))

    def message(self, filters: BaseFilter, act: Act) -> None:
        """A message (or its edit) that passes the filters runs `act`. The first that fits wins."""
        self._add(MessageHandler(filters, self._callback(act)))

    def staff_command(self, name: str, act: Act, coordinator: bool = False) -> None:
        """`/name` in the staff group runs `act`. `coordinator`: only for those who administer the group."""
        self._add(CommandHandler(name, self._callback(act, _role(False, coordinator)), filters=self._staff_group))

    def staff_message(self, filters: BaseFilter, act: Act) -> None:
        """A message (or its edit) in the staff group that passes the filters runs `act`."""
        self._add(MessageHandler(self._staff_group & filters, self._callback(act)))

    def staff_fetched(
        self, filters: BaseFilter, fetch: Callable[[Message], Coroutine[Any, Any, T]], act: Callable[[Turn, T], None]
    ) -> None:
        """As `staff_message`, for what must be fetched first: `act(turn, await fetch(message))`.

        The fetching is done before the transaction begins, since it waits for Telegram.
        """

        async def callback(update: Update, _context: AnyContext) -> None:
            assert update.effective_message is not None
            fetched = await fetch(update.effective_message)
            await self._run(update, lambda turn: act(turn, fetched))

        self._add(MessageHandler(self._staff_group & filters, callback))

    def press(self, kind: type[Press], act: PressAct, staff: bool = False, coordinator: bool = False) -> None:
        """A button with this press runs `act(turn, press)`.

        `staff`: only for members of the staff group; `coordinator`: only for those who administer it.
        """
        self.press_acts[kind] = (act, _role(staff, coordinator))

    def staff_fetched_press(
        self, kind: type[Press], fetch: Callable[[Any], Coroutine[Any, Any, T]], act: Callable[[Turn, Any, T], None]
    ) -> None:
        """As `press` for staff, for what takes long to find out: `act(turn, press, await fetch(press))`.

        The fetching is done before the transaction begins, so that nobody waits for it.
        """
        self.press_acts[kind] = (act, Role.STAFF)
        self._press_fetches[kind] = fetch

    async def holds(self, user_id: int, role: Role) -> bool:
        """Whether this user has the role now. For what is fetched before a transaction."""
        return await self._gate.holds(user_id, role)

    def handler(self, make: Callable[[Any], BaseHandler[Any, Any, Any]], act: Act) -> None:
        """Any other PTB handler: `make(callback)` builds it."""
        self._add(make(self._callback(act)))

    async def _pressed(self, update: Update, _context: AnyContext) -> None:
        query = update.callback_query
        assert query is not None
        kind = Press.known.get((query.data or "").split(":")[0])
        if kind is None or kind not in self.press_acts:
            return await self._run(update, self.outdated)
        act, role = self.press_acts[kind]
        if not await self._gate.holds(query.from_user.id, role):
            return await self._run(update, await self._refusal(query.from_user.id))
        try:
            press = kind.parse(query.data or "")
        except StalePressError:
            return await self._run(update, self.outdated)
        fetch = self._press_fetches.get(kind)
        fetched = (await fetch(press),) if fetch is not None else ()
        by_staff = role is not Role.ANYONE
        await self._run(update, lambda turn: act(turn, press, *fetched), by_staff)

    def _add(self, handler: BaseHandler[Any, Any, Any]) -> None:
        self.app.add_handler(handler)

    def _callback(
        self, act: Act, role: Role = Role.ANYONE
    ) -> Callable[[Update, AnyContext], Coroutine[Any, Any, None]]:
        async def callback(update: Update, _context: AnyContext) -> None:
            allowed = role is Role.ANYONE or await self._may(update, role)
            await self._run(update, act if allowed else await self._refusal(_sender(update)))

        return callback

    async def _may(self, update: Update, role: Role) -> bool:
        """Who writes in the staff group in its own name administers it: Telegram lets nobody else."""
        message = update.effective_message
        in_its_name = message is not None and message.sender_chat is not None
        if message is not None and in_its_name and message.chat_id == self.services.staff_chat():
            return message.sender_chat == message.chat
        return await self._gate.holds(_sender(update), role)

    async def _refusal(self, user_id: int) -> Act:
        """Say no. Only staff hear who may."""
        if not await self._gate.holds(user_id, Role.STAFF):
            return lambda turn: _refuse(turn, "only-for-staff", "only-staff")
        names = [short(name) for name in await self._gate.coordinators()]
        shown = cut(", ".join(filter(None, names)), LONGEST_NAMES) or "none"
        return lambda turn: _refuse(turn, "only-coordinators-toast", "only-coordinators", names=shown)

    async def _run(self, update: Update, act: Act, by_staff: bool = False) -> None:
        turn = await self.services.db.write(self._turn, update, act, by_staff)
        self.handled.add(update.update_id)
        calls: list[Afterwards] = [partial(self._call, call) for call in turn.finish()]
        for work in calls + turn.afterwards:
            task = asyncio.create_task(self._do(work))
            self._direct.add(task)
            task.add_done_callback(self._direct.discard)

    def _turn(self, session: Session, update: Update, act: Act, by_staff: bool) -> Turn:
        turn = Turn(session, self.services, update, self.services.clock.now())
        if by_staff or _writes_in(update, self.services.staff_chat()):
            colleagues.note(session, turn.user.id, short(turn.user.first_name), turn.now)
        inbox.mark_done(session, update.update_id, turn.now)
        act(turn)
        return turn

    async def _do(self, work: Afterwards) -> None:
        try:
            await work()
        except Exception:
            log.exception("what was to be done after a commit failed; what it changed is kept")

    async def _call(self, call: DirectCall) -> None:
        try:
            await self._direct_call(call.method, call.params)
        except CallFailed as error:
            log.info("%s was not answered: %s", call.method, error)

    async def _note_failure(self, update: object, context: AnyContext) -> None:
        if isinstance(update, Update) and context.error is not None:
            self.failures[update.update_id] = context.error
