"""Votes in a poll that went out as news: taken in, and told where staff see how far it is (conversation 18)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session
from telegram.ext import PollHandler

from bot.agenda import news, news_after, news_polls
from bot.schedule import Chore
from handlers.agenda import news_view
from handlers.agenda.news_view import SENT_ONCE, Measured
from handlers.front import Front
from handlers.services import Services
from handlers.turn import Turn
from storage.news import News

LOOK_EVERY_S = 2.0
# A group may get 20 messages a minute, edits among them, and those are for answers first.
EVERY = timedelta(seconds=30)
# A question that stands in the place of the numbers is not taken away under someone's finger.
TO_ANSWER = timedelta(minutes=5)


def register(front: Front) -> None:
    """Polls as Telegram says that they stand."""
    front.handler(PollHandler, note)


def note(turn: Turn) -> None:
    """Someone voted, or took a vote back. Telegram tells no more than the numbers."""
    poll = turn.update.poll
    if poll is not None:
        counts = [option.voter_count for option in poll.options]
        news_polls.voted(turn.session, poll.id, counts, poll.total_voter_count)


def chore(services: Services) -> Chore:
    """Tells staff how the votes stand, when that changed."""

    async def look() -> None:
        for number in await services.db.read(news_polls.unseen):
            measured = await services.db.read(_measure, number, services.clock.now())
            if measured is not None:
                await services.db.write(_tell, services, number, measured)

    return Chore("news-votes", LOOK_EVERY_S, look)


def _measure(session: Session, number: int, now: datetime) -> Measured | None:
    found = session.get_one(News, number)
    return news_view.measure(session, found, now) if _is_time(found, now) else None


def _tell(session: Session, services: Services, number: int, measured: Measured) -> None:
    found = news.get(session, number, SENT_ONCE)
    if found is None or measured.purpose != news_after.purpose(found):  # it is looked at again
        return
    found.unseen -= measured.unseen
    news_view.show(session, services, found, measured)


def _is_time(found: News, now: datetime) -> bool:
    if found.shown_at is None or now < found.shown_at:
        return True
    return now - found.shown_at >= (EVERY if found.shown is not None else TO_ANSWER)
