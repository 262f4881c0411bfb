"""In the group of an initiative: short, only when sure, and silent unless it is meant (conversation 14).

Nobody in a group is written down, and nothing but a question to the bot is kept, without a name. Telegram sends a bot
only what is meant for it, unless it is administrator or its privacy mode is off; then the rest is let pass here.
"""

from __future__ import annotations

import re

from telegram import ChatMember, ChatMemberUpdated, Message
from telegram.ext import filters
from telegram.ext.filters import MessageFilter

import faq
from bot.knowledge import asked
from bot.texts import Texts, parts, texts
from bot.texts.render import LANGUAGES, Html
from handlers.asker import crisis
from handlers.asking import links, smalltalk
from handlers.front import Front
from handlers.presses import Rows
from handlers.services import Services
from handlers.turn import Turn

SENTENCES = 3
# An answer in a group is as long as any message of ours (writing rules); the rest is a tap away.
LONGEST = 360
ABSENT = (ChatMember.LEFT, ChatMember.BANNED)


class _Elsewhere(MessageFilter):
    """New messages in any group but the staff group, where the desk's rules hold."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        return message.chat.type in ("group", "supergroup") and message.chat_id != self._services.staff_chat()


class _ToUs(MessageFilter):
    """Text with our name in it, or in reply to a message of ours."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        if not message.text or message.via_bot is not None:
            return False
        return _mention(self._services).search(message.text) is not None or _replies_to(message, self._services)


def register(front: Front) -> None:
    """/vraag, messages with our name, and replies to us."""
    here = filters.UpdateType.MESSAGE & _Elsewhere(front.services)
    for name in ("vraag", "ask"):
        front.command(name, ask, here)
    for name in ("start", "help"):
        front.command(name, show_help, here)
    front.message(here & filters.TEXT & ~filters.COMMAND & _ToUs(front.services), addressed)


def ask(turn: Turn) -> None:
    """/vraag with a question; alone it is explained."""
    question = turn.text.partition(" ")[2].strip()
    if question:
        answer(turn, question)
    else:
        _say(turn, _texts(turn, ""), "group-hint")


def addressed(turn: Turn) -> None:
    """Our name with a question, or a reply to us. Thanks and laughter in reply need no answer."""
    question = " ".join(_mention(turn.services).sub(" ", turn.text).split())
    if smalltalk.what(question) is None:
        answer(turn, question)
    elif not _replies_to(turn.message, turn.services):
        _say(turn, _texts(turn, question), "group-hint")


def answer(turn: Turn, question: str) -> None:
    """The beginning of the answer when we are sure; else the way to our own chat."""
    services, t = turn.services, _texts(turn, question)
    kind = services.crisis.kind(question)
    if kind is not None:  # the numbers at once; what else there is to say is not for a whole group
        return _reply(turn, crisis.numbers(turn, kind, t), [[links.own_chat_button(t, services)]])
    decision = services.knowledge.index.decide(question)
    asked.record(turn.session, None, question, decision, turn.now)
    if not isinstance(decision, faq.Answer):
        return _say(turn, t, "group-unsure", [[links.own_chat_button(t, services)]])
    entry = decision.entry
    start = parts.beginning(services.knowledge.html(entry, t.language), SENTENCES, LONGEST)
    rows = [[links.read_on_button(t, services, entry.id)]]
    _say(turn, t, "group-answer", rows, question=entry.told_in(t.language).question, answer=start)


def show_help(turn: Turn) -> None:
    """/start and /help in a group: one line."""
    t = _texts(turn, "")
    _say(turn, t, "group-help", [[links.own_chat_button(t, turn.services)]])


def came_in(turn: Turn, change: ChatMemberUpdated) -> None:
    """Someone brought the bot into a group: it says once what it is."""
    if change.old_chat_member.status in ABSENT and change.new_chat_member.status not in ABSENT:
        turn.say("group-hello")


def _say(turn: Turn, t: Texts, name: str, rows: Rows | None = None, **values: str | Html) -> None:
    """Say it in reply to the message, in its topic."""
    _reply(turn, t(name, **values), rows)


def _reply(turn: Turn, html: Html, rows: Rows | None) -> None:
    reply = {"message_id": turn.message.message_id, "allow_sending_without_reply": True}
    turn.say_html(html, rows, reply_parameters=reply)


def _texts(turn: Turn, question: str) -> Texts:
    """The language of the question, if we speak it; else the network's."""
    written = faq.language_of(question)
    return texts(written if written in LANGUAGES else turn.services.settings.locale.language)


def _mention(services: Services) -> re.Pattern[str]:
    return re.compile(rf"@{re.escape(services.bot_username)}\b", re.IGNORECASE)


def _replies_to(message: Message, services: Services) -> bool:
    """In a forum every message replies to the first of its topic; that is no reply."""
    to = message.reply_to_message
    if to is None or to.from_user is None or to.forum_topic_created is not None:
        return False
    return to.from_user.username == services.bot_username
