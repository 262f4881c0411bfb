"""Votes in polls that went out as news: each member has a poll of their own, and what those say is added up here.

Whose poll is whose is not kept, so nobody can look up what someone voted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import zip_longest
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.agenda.news import Content
from storage.news import News, NewsPoll
from storage.sql import insert_for, is_postgresql, rowcount


@dataclass(frozen=True, slots=True)
class Votes:
    """How the polls of one news stand together: by how many people, and for each option its words and its votes.

    `many`: whether someone may choose several.
    """

    voters: int
    options: tuple[tuple[str, int], ...]
    many: bool


def keep(session: Session, news_id: int, message: Any) -> None:
    """A message of this news arrived (Telegram's JSON): if it is a poll, its votes are counted from now on."""
    poll = message.get("poll") if isinstance(message, dict) else None
    if poll is not None:
        row = _row(poll["id"], [option["voter_count"] for option in poll["options"]], poll["total_voter_count"])
        session.connection().execute(_known(is_postgresql(session)), row | {"news_id": news_id})


def voted(session: Session, poll_id: str, counts: list[int], voters: int) -> None:
    """This is how a poll stands now: `counts` of its options, of so many `voters`. It counts if it is news."""
    row = _row(poll_id, counts, voters) | {"news_id": None}
    news_id = session.connection().execute(_stands(is_postgresql(session)), row).scalar()
    if news_id is not None:
        more = update(News).where(News.id == news_id).values(unseen=News.unseen + 1)
        session.execute(more.execution_options(synchronize_session=False))


def unseen(session: Session) -> list[int]:
    """The numbers of news that was voted in since staff were last told how it stands."""
    return list(session.scalars(select(News.id).where(News.unseen > 0)))


def votes(session: Session, found: News) -> Votes | None:
    """How its polls stand together; None when it went to nobody as a poll.

    Nearly all polls have one voter, so the database adds up those that stand alike, and few are left to add up here.
    """
    alike = select(NewsPoll.counts, func.sum(NewsPoll.voters), func.count()).where(NewsPoll.news_id == found.id)
    rows = session.execute(alike.group_by(NewsPoll.counts)).all()
    if not rows:
        return None
    weighed = [[count * number for count in counts] for counts, _, number in rows]
    totals = [sum(column) for column in zip_longest(*weighed, fillvalue=0)]
    payload = Content.of(found).payload
    names = [option["text"] for option in payload.get("options", ())]
    many = bool(payload.get("allows_multiple_answers"))
    return Votes(sum(voters for _, voters, _ in rows), tuple(zip(names, totals, strict=False)), many)


def forget(session: Session, before: datetime, most: int) -> int:
    """Polls of news sent before this moment are counted no more, so many at a time; nor are those that turned out to
    be something else, such as a preview. Returns how many went."""
    old = NewsPoll.news_id.in_(select(News.id).where(News.sent_at < before))
    some = select(NewsPoll.poll_id).where(old | NewsPoll.news_id.is_(None)).limit(most)
    query = delete(NewsPoll).where(NewsPoll.poll_id.in_(some))
    return rowcount(session.execute(query.execution_options(synchronize_session=False)))


def _row(poll_id: str, counts: list[int], voters: int) -> dict[str, Any]:
    return {"poll_id": poll_id, "counts": counts, "voters": voters}


@cache
def _known(postgresql: bool) -> Any:
    """What it is becomes known; if it was voted in already, that stands. Made once, as it runs for each delivery."""
    query = insert_for(postgresql, NewsPoll.__table__)
    return query.on_conflict_do_update(index_elements=["poll_id"], set_={"news_id": query.excluded.news_id})


@cache
def _stands(postgresql: bool) -> Any:
    """How it stands becomes known, and perhaps not yet what it is. Made once, as it runs for each vote."""
    query = insert_for(postgresql, NewsPoll.__table__)
    new = {"counts": query.excluded.counts, "voters": query.excluded.voters}
    return query.on_conflict_do_update(index_elements=["poll_id"], set_=new).returning(NewsPoll.news_id)
