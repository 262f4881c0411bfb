"""The composition root: everything the program is made of, put together from top to bottom."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import Application, ExtBot

from bot import profile, startup
from bot.agenda import feed
from bot.agenda.feed import Choice
from bot.clock import Clock
from bot.health import Health
from bot.knowledge import Knowledge
from bot.leader import Leader
from bot.safety import masking
from bot.schedule import Chore, Schedule
from bot.settings import CONTENT, Settings
from bot.telegram.api import TelegramApi
from bot.telegram.flood import Flood
from bot.telegram.intake import ALLOWED_UPDATES, Intake, Pending
from bot.telegram.outcomes import Outcomes
from bot.telegram.pacing import Rates
from bot.telegram.polling import poll
from bot.telegram.ptb_request import AiohttpRequest
from bot.telegram.sender import Sender
from bot.telegram.worker import Worker
from bot.texts import texts
from handlers import chores, registry
from handlers.agenda.event_messages import EventMessages
from handlers.agenda.pile_message import PileMessages
from handlers.asking.inline import Inline
from handlers.desk import delivery, hours_desk
from handlers.desk.group_watch import GroupWatch
from handlers.front import Front
from handlers.services import Services
from handlers.staff_gate import StaffGate
from handlers.turn import text_payload
from storage import inbox, outbox
from storage.database import Database
from storage.inbox import Received

if TYPE_CHECKING:
    from bot.web import WebServer

log = logging.getLogger(__name__)

# So often we look whether another process changed the FAQ. Building the index takes a second more: under five in all.
FAQ_CHECK_S = 1.0
# Updates that another process stored are taken up within so many seconds.
INBOX_CHECK_S = 1.0
TIDY_EVERY_S = 3600.0
# Files that were sent are kept so long, for when they are sent again.
KEEP_FILES = timedelta(days=30)


class Helpdesk:
    """The running program. `start()` returns when it works, `stop()` when all is at rest."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = Clock(settings.clock.offset_file)
        self.ready = asyncio.Event()
        self._closing = AsyncExitStack()
        self._can_answer = False

    async def start(self) -> None:
        """Come to life. Raises StartupError, in words, when that cannot be."""
        try:
            await self._start()
        except BaseException:
            await self._closing.aclose()
            raise

    async def stop(self) -> None:
        """Finish what is under way, keep the rest for the next start, close everything."""
        await self._closing.aclose()

    async def _start(self) -> None:
        settings = self.settings
        startup.check_region(settings)
        crisis = startup.crisis_words(settings)
        await asyncio.to_thread(startup.prepare_database, settings.storage.url)
        self.api = TelegramApi(settings.telegram.api_url, settings.telegram.token)
        self._closing.push_async_callback(self.api.close)
        me = await startup.check_token(self.api)
        startup.note_settings(me)
        self.sender = self._make_sender()
        self.db = Database(settings.storage.url, self.clock.now, self.sender)
        self._closing.callback(self.db.close)
        self.knowledge = Knowledge(CONTENT / "synonyms.nl.yaml")
        await self.db.write(startup.first_faq, settings, self.clock.now())
        indexing = self._in_background(self.knowledge.refresh(self.db), "index")

        chat = await startup.staff_chat(self.api, self.db, settings.staff.chat_id)
        self.services = Services(settings, self.clock, self.db, self.knowledge, crisis, me["username"])
        await hours_desk.follow(self.services)
        self.services.moved_chats |= await self.db.write(startup.known_moves, settings.staff.chat_id, chat["id"])
        self.services.forum = self.services.chat_is_forum = bool(chat.get("is_forum"))
        self.watch = GroupWatch(self.services, self.api, me["id"])
        self.services.topic_icons = await startup.topic_icons(self.api)
        self.sender.outcomes = Outcomes(delivery.outcomes(self.services), delivery.HELD, self._chat_moved)
        self.ptb = self._make_ptb()
        await self.ptb.initialize()
        gate = StaffGate(self.ptb.bot, self.services.staff_chat)
        self.front = Front(self.ptb, self.services, gate, self.api.call)
        registry.register(self.front)
        flood = Flood(settings.conversation.messages_per_minute, self._is_urgent, self._tell_to_wait)
        self.worker = Worker(self.ptb, self.front, self.db, self.clock, self._apologise, flood)
        self.leader = Leader(self.db)
        self.inline = Inline(self.services, self.api.call, self._at_work)
        self.intake = Intake(self.db, self.clock, self._submit, self._clean, self.inline.take)
        self.sender.may_send = self.leader.active
        await self._listen()
        await self._take_over()
        await indexing
        await self._work(chat["id"])
        self.ready.set()
        log.info("ready: @%s answers from %s entries", me["username"], len(self.knowledge.index.entries))

    async def _listen(self) -> None:
        """Open the ports. In webhook mode updates are stored from here on, also by a process that stands by."""
        telegram, web = self.settings.telegram, self.settings.web
        self.health = Health(self.db, self.clock, self._live)
        if telegram.mode == "polling" and not web.port:
            return
        # Some MB that a bot without a port does without.
        from bot.web import WebServer, add_health, add_webhook
        from bot.web_agenda import AgendaRoutes

        servers: list[WebServer] = []
        if telegram.mode == "webhook":
            hook = WebServer(telegram.webhook.listen, telegram.webhook.port)
            add_webhook(hook, telegram.webhook.url, self._secret(), self.intake.take, self.intake.set_aside)
            servers.append(hook)
        if web.port:
            servers.append(WebServer(web.listen, web.port))
        add_health(servers[-1], self.health.report)
        AgendaRoutes(self._calendar).add(servers[-1])
        for server in servers:
            await self._open(server)

    async def _calendar(self, which: Choice | str) -> bytes | None:
        """The calendar of this choice, or the one of who has this token; None when nobody has it."""
        from bot.agenda import calendar_out  # the calendar library too

        now = self.clock.now()
        if isinstance(which, str):
            found = await self.db.read(feed.own, which, now)
        else:
            found = await self.db.read(feed.chosen, which, now)
        return None if found is None else calendar_out.calendar(self.settings.network.name, found)

    async def _open(self, server: WebServer) -> None:
        try:
            await server.start()
        except OSError as error:
            raise startup.StartupError(
                f"Port {server.port} on {server.listen} cannot be opened: {error.strerror}. Stop the program that "
                "uses it, or choose another one: telegram.webhook.port in webhook mode, web.port for /healthz; "
                "listen beside it must be an address of this machine."
            ) from None
        self._closing.push_async_callback(server.stop)

    async def _take_over(self) -> None:
        """Take the lease, and begin to send and to take in. What comes in is only stored until the index is there."""
        await self.leader.acquire()
        self._closing.push_async_callback(self.leader.release)
        self.schedule = self._make_schedule()
        await self.schedule.catch_up()
        await self.sender.start(self.db)
        self._closing.push_async_callback(self.sender.stop)
        self._closing.push_async_callback(self.worker.stop)
        await self._take_in()

    async def _work(self, staff_chat: int) -> None:
        """Everything else that only one process may do."""
        await self.watch.look()
        self._can_answer = True
        resumed = await self.worker.resume()
        if resumed:
            log.info("%s updates that waited are taken up", resumed)
        self.schedule.woke = self.sender.wake
        self.schedule.start()
        self._closing.callback(self.schedule.stop)
        self._in_background(profile.present(self.api, self.settings, staff_chat), "profile")

    def _make_schedule(self) -> Schedule:
        zone = self.settings.zone
        messages = EventMessages(zone).reminder, PileMessages(zone).message
        return Schedule(self.db, self.clock, self.settings, self.leader.active, self._chores(), *messages)

    async def _take_in(self) -> None:
        telegram = self.settings.telegram
        if telegram.mode == "webhook":
            params = {"secret_token": self._secret(), "allowed_updates": ALLOWED_UPDATES}
            return await startup.set_webhook(self.api, telegram.webhook.url, params)
        await startup.call(self.api, "deleteWebhook", {})
        self._in_background(poll(self.api, self.intake), "polling")

    def _at_work(self) -> bool:
        """Whether this process handles what comes in."""
        return self._can_answer and self.leader.active()

    def _in_background(self, work: Any, name: str) -> asyncio.Task[Any]:
        task = asyncio.create_task(work, name=name)

        async def end() -> None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        self._closing.push_async_callback(end)
        return task

    def _chores(self) -> list[Chore]:
        async def follow_faq() -> None:
            await self.knowledge.refresh(self.db)

        async def take_up_stored() -> None:
            await self.worker.resume()

        async def tidy() -> None:
            await self.db.write(inbox.forget_handled, self.clock.now())
            await self.db.write(outbox.forget_attachments, self.clock.now() - KEEP_FILES)

        return [
            Chore("faq", FAQ_CHECK_S, follow_faq),
            Chore("inbox", INBOX_CHECK_S, take_up_stored),
            self.watch.chore(),
            Chore("tidy", TIDY_EVERY_S, tidy),
            *chores.all_chores(self.services),
        ]

    async def _submit(self, updates: Sequence[Received]) -> Pending | None:
        """Only the process at work handles; what others store, it takes up."""
        if not self._at_work():
            return None
        await self.worker.submit(updates)
        return self.worker.pending

    def _clean(self, update: Any) -> Any:
        """No BSN or bank account is kept, not even until the update is handled."""
        return masking.masked_update(update, keep_chat=self.services.staff_chat())

    def _make_sender(self) -> Sender:
        limits = self.settings.limits
        rates = Rates(
            limits.messages_per_second,
            limits.messages_per_chat,
            limits.messages_per_group_minute,
            limits.jitter_seconds,
        )
        return Sender(self.api, self.clock, rates, limits.in_flight, Outcomes())

    def _make_ptb(self) -> Application[Any, Any, Any, Any, Any, Any]:
        telegram = self.settings.telegram
        request, updates = AiohttpRequest(self.api), AiohttpRequest(self.api)
        bot: ExtBot[None] = ExtBot(
            telegram.token,
            base_url=f"{telegram.api_url}/bot",
            base_file_url=f"{telegram.api_url}/file/bot",
            request=request,
            get_updates_request=updates,
        )
        return Application.builder().bot(bot).updater(None).job_queue(None).build()

    def _chat_moved(self, old: int, new: int) -> None:
        self.services.moved_chats[old] = new
        self.services.doubt_group()

    async def _apologise(self, update: Update) -> None:
        """Tell the person that it went wrong on our side, and that nothing is lost."""
        await self._tell(update, "something-wrong")

    async def _tell_to_wait(self, update: Update) -> None:
        """Tell a person who sends very much that the rest is kept for the next minute."""
        await self._tell(update, "flood-reply")

    def _is_urgent(self, update: Update) -> bool:
        """Words of crisis never wait."""
        message = update.effective_message
        text = (message.text or message.caption or "") if message is not None else ""
        return self.services.crisis.kind(text) is not None

    async def _tell(self, update: Update, name: str) -> None:
        """Say a text to whoever sent an update, outside of any conversation."""
        if update.effective_chat is None or update.effective_chat.type != "private":
            return
        code = update.effective_user.language_code if update.effective_user else None
        language = code if code in ("nl", "en") else self.settings.locale.language
        chat_id, payload = update.effective_chat.id, text_payload(texts(language)(name))

        def say(session: Session) -> None:
            outbox.enqueue(session, outbox.Draft(chat_id, "sendMessage", payload))

        await self.db.write(say)

    def _secret(self) -> str:
        """The webhook's secret; without one in the settings it follows from the token, the same in every process."""
        telegram = self.settings.telegram
        return telegram.webhook.secret or sha256(telegram.token.encode()).hexdigest()

    def _live(self) -> dict[str, Any]:
        return {
            "ok": not self.sender.unauthorized,
            "active": self.leader.active(),
            "mode": self.settings.telegram.mode,
            "received": self.intake.received,
            "entries": len(self.knowledge.index.entries),
            "floods": self.sender.pacer.floods,
        }
