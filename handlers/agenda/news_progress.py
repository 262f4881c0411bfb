"""How far the news is, in one message of the staff group that changes; pausing and stopping it (conversation 18)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.agenda import news, news_after
from bot.agenda.news import Content
from bot.schedule import Chore
from bot.texts import texts
from handlers.agenda import news_content, news_view
from handlers.agenda.news_presses import GoOn, Pause, Progress, Stop
from handlers.agenda.news_view import SENT_ONCE, Measured
from handlers.front import Front
from handlers.services import Services
from handlers.turn import Turn
from storage.news import FIXING, LEAVING, PAUSED, SENDING, TAKING, News

LOOK_EVERY_S = 1.0
# A group may get 20 messages a minute, edits among them: the rest is for answers. So the longer it lasts, the less
# often it is told: every 3 seconds at first, then each tenth of what has passed, and every 30 seconds at last.
SOONEST, LATEST = timedelta(seconds=3), timedelta(seconds=30)


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Pause, pause, staff=True)
    front.press(GoOn, go_on, staff=True)
    front.press(Stop, stop, staff=True)
    front.press(Progress, show, staff=True)


def chore(services: Services) -> Chore:
    """Sends what is due, and keeps the message that shows how far it is up to date."""

    async def look() -> None:
        now = services.clock.now()
        for number in await services.db.read(news.due, now):
            await services.db.write(_send, services, number)
        for number in await services.db.read(news.under_way):
            measured = await services.db.read(_measure, number, now)
            if measured is not None:
                await services.db.write(_follow, services, number, measured)

    return Chore("news", LOOK_EVERY_S, look)


def pause(turn: Turn, press: Pause) -> None:
    """[ Pauze ]"""
    found = news_view.pressed(turn, press.news, (SENDING,))
    if found is not None:
        news.pause(turn.session, found)
        news_view.show_pressed(turn, found)


def go_on(turn: Turn, press: GoOn) -> None:
    """[ Ga door ]"""
    found = news_view.pressed(turn, press.news, (PAUSED,))
    if found is not None:
        news.resume(turn.session, found, turn.now)
        news_view.show_pressed(turn, found)


def stop(turn: Turn, press: Stop) -> None:
    """[ Stop ]: what did not leave yet, does not."""
    found = news_view.pressed(turn, press.news, (SENDING, PAUSED))
    if found is not None:
        news.stop(turn.session, found)
        news_view.show_pressed(turn, found)


def show(turn: Turn, press: Progress) -> None:
    """[ Niet doen ], when something else was asked in its place."""
    found = news_view.pressed(turn, press.news, SENT_ONCE)
    if found is not None:
        news_view.show_pressed(turn, found)


def _send(session: Session, services: Services, number: int) -> None:
    now, found = services.clock.now(), news.get(session, number, (LEAVING,))
    if found is None:
        return
    what, t = Content.of(found), texts(services.settings.locale.language)

    def message(language: str) -> dict[str, object]:
        return news_content.payload(what, texts(language))

    if news.send(session, found, message, now, services.settings.zone):
        news_view.show(session, services, found, news_view.measure(session, found, now))
    else:
        news_view.edit(session, services, found, t("news-nobody-left"), [])


def _measure(session: Session, number: int, now: datetime) -> Measured | None:
    found = session.get_one(News, number)
    return news_view.measure(session, found, now) if _is_time(found, now) else None


def _follow(session: Session, services: Services, number: int, measured: Measured) -> None:
    now, found = services.clock.now(), news.get(session, number, news.UNDER_WAY)
    if found is None:
        return
    how_far = measured.how_far
    if found.state == SENDING and not how_far.waiting and not how_far.later:
        news.finish(found)
    if found.state in (FIXING, TAKING):
        if measured.purpose != news_after.purpose(found):  # asked since we looked
            return
        added = news_after.catch_up(session, found, now)
        if not (added or how_far.waiting or measured.task.waiting):
            news_after.finish(found, how_far.later)
    news_view.show(session, services, found, measured)


def _is_time(found: News, now: datetime) -> bool:
    if found.shown_at is None or found.since is None or now < found.shown_at:
        return True
    return now - found.shown_at >= min(LATEST, max(SOONEST, (now - found.since) / 10))
