"""News: a message of staff for everyone who wants news, or for some of them.

draft -> leaving (it can be stopped, for half a minute or until its time) -> sending <-> paused -> done
dropped and refused (by Telegram) never left; what can be done afterwards: bot.agenda.news_after
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from bot.agenda import broadcast, went_along
from bot.agenda.audience import Audience, of_news
from bot.agenda.broadcast import Broadcast
from storage import outbox
from storage.news import DONE, DRAFT, DROPPED, FIXING, LEAVING, PAUSED, REFUSED, SENDING, TAKING, News
from storage.outbox import OutboxRow, Priority
from storage.people import ACTIVE, Member

# The purpose of news in the outbox; its ref is the news' id.
PURPOSE = "news"
# Long enough to notice that something is wrong, short enough to wait for it (conversation 18).
A_MOMENT = timedelta(seconds=30)
# Who wrote it may have left by then, and what was true may be no more.
LONGEST_AHEAD = timedelta(days=60)
# In these something of it may still change by itself.
UNDER_WAY = (SENDING, FIXING, TAKING)


@dataclass(frozen=True, slots=True)
class Content:
    """What news says: a call to Telegram, all of it but the chat and the buttons. `kind`: as Telegram names it."""

    kind: str
    method: str
    payload: dict[str, Any]

    @classmethod
    def of(cls, news: News) -> Content:
        """What this news says."""
        kept = news.content or {}
        return cls(news.kind, kept.get("method", ""), kept.get("payload", {}))

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        return {"method": self.method, "payload": self.payload}


# What a reader of this language gets: the parameters of the call but the chat.
Message = Callable[[str], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far news is, in messages: delivered; to people who blocked the bot; failed otherwise; taken back before
    they left; waiting now; and waiting until someone's quiet hours are over, the first of those at `first_later`."""

    delivered: int = 0
    blocked: int = 0
    failed: int = 0
    stopped: int = 0
    waiting: int = 0
    later: int = 0
    first_later: datetime | None = None

    @property
    def ended(self) -> int:
        return self.delivered + self.blocked + self.failed + self.stopped

    @property
    def now(self) -> int:
        """How many do not wait for the end of someone's quiet hours."""
        return self.ended + self.waiting


def audience(news: News) -> Audience:
    """Who gets it."""
    return of_news(news.places or (), news.themes or (), news.language)


def reach(session: Session, news: News) -> int:
    """How many people get it now."""
    return broadcast.count(session, audience(news))


def draft(session: Session, where: tuple[int, int], content: Content, by: int, now: datetime) -> News:
    """Keep what it says. `where`: the chat and message in which staff wrote it."""
    news = News(
        chat_id=where[0],
        message_id=where[1],
        kind=content.kind,
        content=content.kept(),
        state=DRAFT,
        version=0,
        created_by=by,
        created_at=now,
    )
    session.add(news)
    session.flush()
    return news


def get(session: Session, news_id: int, states: Collection[str]) -> News | None:
    """The news, when it is in one of these states. It is locked, so that two who press at once do not both go on."""
    news = session.get(News, news_id, with_for_update=True, populate_existing=True)
    return news if news is not None and news.state in states else None


def is_shown_in(session: Session, news_id: int, message_id: int) -> bool:
    """Whether this message in the group shows how far the news is, or when it leaves."""
    found = session.get(News, news_id)
    return found is not None and found.state not in (DRAFT, DROPPED) and found.status_message_id == message_id


def drafts_of(session: Session, chat_id: int, message_id: int) -> Sequence[News]:
    """Drafts that say what this message said."""
    query = select(News).where(News.chat_id == chat_id, News.message_id == message_id, News.state == DRAFT)
    return list(session.scalars(query))


def rewrite(news: News, content: Content) -> None:
    """It says something else: whoever looked at it looks again."""
    news.kind, news.content = content.kind, content.kept()
    news.version += 1


def choose(news: News, places: Sequence[str], themes: Sequence[str], language: str | None) -> None:
    """For whom it is. Empty: for all."""
    news.places, news.themes, news.language = list(places) or None, list(themes) or None, language
    news.version += 1


def leave(news: News, at: datetime, status_message_id: int) -> None:
    """It goes out at this moment. `status_message_id`: the message that shows how far it is."""
    news.state, news.leaves_at, news.status_message_id = LEAVING, at, status_message_id


def stay(news: News) -> None:
    """Not now: it is a draft again."""
    news.state, news.leaves_at = DRAFT, None
    news.version += 1


def drop(news: News) -> None:
    """It is not sent."""
    news.state = DROPPED


def refuse(session: Session, news_id: int) -> None:
    """Telegram does not take it, or the better words for it."""
    news = session.get(News, news_id, with_for_update=True, populate_existing=True)
    if news is not None and news.state in (DRAFT, LEAVING):
        news.state = REFUSED
    elif news is not None and news.fix is not None and "method" in news.fix:
        news.fix = None


def due(session: Session, now: datetime) -> list[int]:
    """News whose moment has come."""
    return list(session.scalars(select(News.id).where(News.state == LEAVING, News.leaves_at <= now)))


def send(session: Session, news: News, message: Message, now: datetime, zone: ZoneInfo) -> int:
    """Send it. `zone`: the network's. Returns to how many it goes."""
    what = Broadcast(f"{PURPOSE}:{news.id}", PURPOSE, news.id, Priority.BROADCAST, zone, Content.of(news).method)
    added = broadcast.send(session, what, audience(news), lambda reader, _leaves: message(reader.language), now)
    news.recipients = added.rows
    news.state, news.sent_at = SENDING if added.rows else DROPPED, now
    news.since, news.before = now, 0
    return added.rows


def pause(session: Session, news: News) -> None:
    """What did not leave yet stays here."""
    outbox.pause(session, rows(news.id))
    news.state = PAUSED


def resume(session: Session, news: News, now: datetime) -> None:
    """What stayed here leaves."""
    news.before, news.since, news.state = progress(session, news.id, now).ended, now, SENDING
    outbox.resume(session, rows(news.id))


def stop(session: Session, news: News) -> int:
    """What did not leave yet, does not. Returns how many."""
    news.state = SENDING  # until what is on its way has arrived
    return outbox.cancel(session, rows(news.id), "stopped by staff")


def under_way(session: Session) -> list[int]:
    """The numbers of news of which something is being done."""
    return list(session.scalars(select(News.id).where(News.state.in_(UNDER_WAY))))


def finish(news: News) -> None:
    """Nothing of it waits anymore."""
    news.state = DONE


def rows(news_id: int, purpose: str = PURPOSE) -> Any:
    """The condition on the rows of the outbox that are this news."""
    return (OutboxRow.purpose == purpose) & (OutboxRow.ref == news_id)


def progress(session: Session, news_id: int, now: datetime, purpose: str = PURPOSE) -> Progress:
    """How far it is. News never goes along with something else, so that is only looked for in other purposes."""
    row: Any = OutboxRow if purpose == PURPOSE else went_along.LAST
    gone = row.state.in_([outbox.DEAD, outbox.CANCELLED, outbox.HELD, outbox.EXPIRED])
    kind = case(
        (row.state == outbox.SENT, "delivered"),
        (gone & (Member.state != ACTIVE), "blocked"),
        (row.state == outbox.CANCELLED, "stopped"),
        (gone, "failed"),
        (and_(row.attempts == 0, row.not_before > now), "later"),
        else_="waiting",
    )
    query = select(kind, func.count(), func.min(row.not_before)).select_from(OutboxRow)
    query = query if purpose == PURPOSE else went_along.follow(query)
    query = query.outerjoin(Member, Member.id == OutboxRow.chat_id).where(rows(news_id, purpose)).group_by(kind)
    found = {name: (number, first) for name, number, first in session.execute(query)}
    later = found.get("later")
    return Progress(**{name: number for name, (number, _) in found.items()}, first_later=later[1] if later else None)


def seconds_left(news: News, how_far: Progress, now: datetime, limit: float) -> int:
    """About how long until what waits has left, by how fast it goes. `limit`: messages a second at most."""
    passed = (now - news.since).total_seconds() if news.since is not None else 0.0
    done = how_far.ended - news.before
    pace = min(limit, done / passed) if passed > 0 and done > 0 else limit
    return max(1, round(how_far.waiting / pace))
