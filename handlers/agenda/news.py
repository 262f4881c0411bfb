"""News to everyone who wants it: reply to a message with /nieuws, see it as it arrives, send (conversation 18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from telegram.ext import filters

from bot.agenda import news
from bot.agenda.news import Progress
from bot.schedule import Chore
from bot.texts import Texts, texts
from handlers.agenda.event_messages import stop_button
from handlers.front import Front
from handlers.presses import Button, Press, keyboard
from handlers.services import Services
from handlers.topics_of import replied_to
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.agenda import News
from storage.outbox import Draft, Priority

# A group may get 20 messages a minute, edits among them: the rest is for answers.
PROGRESS_EVERY_S = 6.0


@dataclass(frozen=True)
class Preview(Press, prefix="newsshow"):
    """Show the news as members get it."""

    news: int


@dataclass(frozen=True)
class Send(Press, prefix="newssend"):
    """Send it to everyone who wants news."""

    news: int


@dataclass(frozen=True)
class Drop(Press, prefix="newsdrop"):
    """Do not send it."""

    news: int


def register(front: Front) -> None:
    """The command and its buttons."""
    front.staff_command("nieuws", ask)
    front.message(filters.ChatType.PRIVATE & filters.Regex(r"^/nieuws\b"), only_in_group)
    front.press(Preview, preview, staff=True)
    front.press(Send, send, staff=True)
    front.press(Drop, drop, staff=True)


def only_in_group(turn: Turn) -> None:
    """/nieuws in private does nothing, and says so."""
    turn.say("news-only-in-group")


def ask(turn: Turn) -> None:
    """Who would get this?"""
    message = replied_to(turn.message)
    if message is None:
        turn.say("news-how")
        return
    count = news.reach(turn.session)
    if not count:
        turn.say("news-nobody")
        return
    number = news.draft(turn.session, message.chat_id, message.message_id, turn.user.id, turn.now)
    show = Button(turn.t.plain("news-preview-button"), Preview(number))
    turn.say("news-reach", [[show, _drop_button(turn.t, number)]], count=count)


def preview(turn: Turn, press: Preview) -> None:
    """The news as it arrives, and under it the button that sends it."""
    found = news.drafted(turn.session, press.news)
    if found is None:
        return _outdated(turn)
    count = news.reach(turn.session)
    turn.rebutton([])
    copy = _copy(found, turn.t)
    thread = turn.message.message_thread_id if turn.message.is_topic_message else None
    turn.send(turn.chat.id, "copyMessage", copy | ({"message_thread_id": thread} if thread else {}))
    go = Button(turn.t.plain("news-send-button", count=count), Send(found.id))
    turn.say("news-arrives", [[go], [_drop_button(turn.t, found.id)]], count=count)


def send(turn: Turn, press: Send) -> None:
    """To all of them. The pressed message shows how far it is."""
    found = news.drafted(turn.session, press.news)
    if found is None:
        return _outdated(turn)
    if not news.reach(turn.session):
        news.drop(found)
        turn.replace("news-nobody")
        return
    zone = turn.services.settings.zone
    total = news.send(
        turn.session, found, lambda language: _copy(found, texts(language)), turn.message.message_id, turn.now, zone
    )
    found.shown = turn.t("news-going", done=0, total=total)
    turn.replace_html(found.shown)


def drop(turn: Turn, press: Drop) -> None:
    """It is not sent."""
    found = news.drafted(turn.session, press.news)
    if found is None:
        return _outdated(turn)
    news.drop(found)
    turn.replace("news-dropped")


def chore(services: Services) -> Chore:
    """Keeps the message that shows how far news is up to date."""

    async def show_progress() -> None:
        for number in await services.db.read(news.under_way):
            await services.db.write(_show_progress, services, number)

    return Chore("news", PROGRESS_EVERY_S, show_progress)


def _show_progress(session: Session, services: Services, number: int) -> None:
    found, how_far = session.get_one(News, number), news.progress(session, number)
    if not how_far.waiting:
        news.finish(found)
    text = _progress_text(texts(services.settings.locale.language), how_far)
    if text == found.shown:
        return
    found.shown = text
    payload = text_payload(text, []) | {"message_id": found.status_message_id}
    outbox.enqueue(session, Draft(services.staff_chat(), "editMessageText", payload, priority=Priority.QUIET))


def _progress_text(t: Texts, p: Progress) -> str:
    if p.waiting:
        return t("news-going", done=p.total - p.waiting, total=p.total)
    return t("news-done", delivered=p.delivered, blocked=p.blocked, failed=p.failed)


def _copy(found: News, t: Texts) -> dict[str, Any]:
    """A copy, never a forward: members need not see who of staff wrote it."""
    markup = keyboard([[stop_button(t)]])
    return {"from_chat_id": found.chat_id, "message_id": found.message_id, "reply_markup": markup}


def _drop_button(t: Texts, number: int) -> Button:
    return Button(t.plain("news-not-button"), Drop(number))


def _outdated(turn: Turn) -> None:
    turn.toast("button-outdated")
    turn.rebutton([])
