"""News: a message of staff, copied to everyone who wants news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from bot.agenda import broadcast
from bot.agenda.audience import of_news
from bot.agenda.broadcast import Broadcast
from storage import outbox
from storage.agenda import DONE, DRAFT, DROPPED, SENDING, News
from storage.outbox import OutboxRow, Priority
from storage.people import ACTIVE, Member

# The purpose of news in the outbox; its ref is the news' id.
PURPOSE = "news"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far news is: messages delivered, to people who blocked the bot, failed otherwise, and still waiting."""

    delivered: int
    blocked: int
    failed: int
    waiting: int

    @property
    def total(self) -> int:
        return self.delivered + self.blocked + self.failed + self.waiting


def reach(session: Session) -> int:
    """How many people get news now."""
    return broadcast.count(session, of_news())


def draft(session: Session, chat_id: int, message_id: int, by: int, now: datetime) -> int:
    """Write down which message it is. Returns the number of the news."""
    news = News(chat_id=chat_id, message_id=message_id, state=DRAFT, recipients=0, created_by=by, created_at=now)
    session.add(news)
    session.flush()
    return news.id


def drafted(session: Session, news_id: int) -> News | None:
    """The news, when it can still be sent."""
    news = session.get(News, news_id, with_for_update=True)
    return news if news is not None and news.state == DRAFT else None


def drop(news: News) -> None:
    """It is not sent."""
    news.state = DROPPED


def send(
    session: Session,
    news: News,
    copy: Callable[[str], dict[str, Any]],
    status_message_id: int,
    now: datetime,
    zone: ZoneInfo,
) -> int:
    """Send it. `copy(language)`: the parameters of copyMessage but the chat; `zone`: the network's.

    Returns to how many it goes.
    """
    what = Broadcast(f"{PURPOSE}:{news.id}", PURPOSE, news.id, Priority.BROADCAST, zone, "copyMessage")
    news.recipients = broadcast.send(session, what, of_news(), lambda reader, _leaves: copy(reader.language), now).rows
    news.state, news.sent_at, news.status_message_id = SENDING, now, status_message_id
    return news.recipients


def under_way(session: Session) -> list[int]:
    """The numbers of news that is being sent."""
    return list(session.scalars(select(News.id).where(News.state == SENDING)))


def progress(session: Session, news_id: int) -> Progress:
    """How far it is."""
    gone = OutboxRow.state.in_([outbox.DEAD, outbox.CANCELLED, outbox.HELD, outbox.EXPIRED])
    unreachable = gone & (Member.state != ACTIVE)
    kind = case(
        (OutboxRow.state == outbox.SENT, "delivered"), (unreachable, "blocked"), (gone, "failed"), else_="waiting"
    )
    query = (
        select(kind, func.count())
        .outerjoin(Member, Member.id == OutboxRow.chat_id)
        .where(OutboxRow.purpose == PURPOSE, OutboxRow.ref == news_id)
        .group_by(kind)
    )
    found: dict[str, int] = dict(session.execute(query).all())
    return Progress(*(found.get(name, 0) for name in ("delivered", "blocked", "failed", "waiting")))


def finish(news: News) -> None:
    """Nothing of it waits anymore."""
    news.state = DONE
