"""Calendars elsewhere that the agenda follows: when to look, what becomes of what is found.

What nobody hears of is done at once, and shown. What people would get a message about waits for staff: a calendar that
someone else keeps must not wake two hundred people by a slip of their hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import changes, compare, files, imports
from bot.agenda.compare import CALLED_OFF, Comparison, Step
from bot.agenda.fetching import Got, host, normal
from bot.agenda.imports import ImportResult
from bot.agenda.parsed import ParsedCalendar, Problem
from bot.agenda.region import Region
from storage.feeds import CHAT, OFF, ON, SETTINGS, Feed

# Read anew although it did not change, so that series without an end are followed further.
ANEW = timedelta(days=7)
LONGEST_PAUSE = timedelta(days=1)
# A failure that may pass is told when it lasts.
PATIENCE = 3
# So many gatherings called off at once, and more than half: that looks like a mistake.
MANY = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A feed as it was read, to look at outside of a transaction."""

    id: int
    url: str
    etag: str | None
    modified: str | None
    digest: str | None

    @property
    def name(self) -> str:
        """How we name it: never the whole URL, which may be a secret."""
        return host(self.url)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a version: `done` at once, and what waits for staff: `offered`, with its number.

    `overtaken`: the outbox row of a message whose changes no longer wait.
    """

    done: ImportResult
    offered: ImportResult | None = None
    number: int = 0
    overtaken: int | None = None


def subscribe(session: Session, url: str, now: datetime, source: str = CHAT) -> Feed:
    """Follow a calendar from now on. Raises FeedRefused when it is no link. One that was followed before goes on."""
    url = normal(url)
    feed = session.scalars(select(Feed).where(Feed.url == url)).first()
    if feed is None:
        feed = Feed(url=url, source=source, state=ON, due_at=now, at=now)
        session.add(feed)
    elif feed.state == OFF:
        feed.state, feed.source, feed.due_at, feed.failures, feed.told = ON, source, now, 0, False
    session.flush()
    return feed


def stop(session: Session, feed_id: int) -> Feed | None:
    """Follow it no more; its gatherings stay. None when it was not followed."""
    feed = session.get(Feed, feed_id, with_for_update=True)
    if feed is None or feed.state == OFF:
        return None
    feed.state = OFF
    return feed


def followed(session: Session) -> list[Feed]:
    """All that are followed."""
    return list(session.scalars(select(Feed).where(Feed.state == ON).order_by(Feed.id)))


def as_settings(session: Session, urls: Sequence[str], now: datetime) -> None:
    """Follow what the settings name, and of what they named before nothing more."""
    wanted = {normal(url) for url in urls}
    for url in wanted:
        subscribe(session, url, now, SETTINGS)
    for feed in followed(session):
        if feed.source == SETTINGS and feed.url not in wanted:
            feed.state = OFF


def due(session: Session, now: datetime) -> list[Known]:
    """What it is time to look at."""
    query = select(Feed).where(Feed.state == ON, Feed.due_at <= now).order_by(Feed.due_at)
    found = []
    for feed in session.scalars(query):
        fresh = feed.read_at is not None and feed.read_at > now - ANEW
        etag, modified = (feed.etag, feed.modified) if fresh else (None, None)
        found.append(Known(feed.id, feed.url, etag, modified, feed.digest if fresh else None))
    return found


def digest(content: bytes) -> str:
    """A version of a calendar, as something short to compare."""
    return hashlib.sha256(content).hexdigest()


def unchanged(session: Session, feed_id: int, got: Got, every: timedelta, now: datetime) -> bool:
    """It is what we have. Returns whether the group must hear that it can be had again."""
    feed = session.get_one(Feed, feed_id)
    feed.etag, feed.modified = got.etag or feed.etag, got.modified or feed.modified
    return _well(feed, every, now)


def take_in(
    session: Session,
    feed_id: int,
    got: Got,
    parsed: ParsedCalendar,
    region: Region,
    offsets: Sequence[int],
    every: timedelta,
    now: datetime,
) -> TakenIn:
    """A version that was read. Does what nobody hears of; what somebody would, and staff did not decide on, waits."""
    feed = session.get_one(Feed, feed_id)
    assert got.content is not None
    new = digest(got.content)
    decided = feed.digest == new
    feed.etag, feed.modified, feed.digest, feed.read_at = got.etag, got.modified, new, now
    _well(feed, every, now)
    found = compare.compare(session, parsed, now, source_of(feed))
    told = {step.row.id for step in found.steps if step.row is not None and _hears(session, step, now)}
    suspicious = _suspicious(found)

    def harmless(step: Step) -> bool:
        return not suspicious and (step.row is None or step.row.id not in told)

    done = imports.import_calendar(session, parsed, region, offsets, now, source_of(feed), harmless)
    rest = imports.preview(session, parsed, region, now, source_of(feed))
    if decided:
        return TakenIn(done)
    overtaken = feed.offer_row if feed.offer_id is not None and files.drop(session, feed.offer_id) else None
    feed.offer_id = feed.offer_row = None
    if not rest.differences:
        return TakenIn(done, overtaken=overtaken)
    feed.offer_id = files.offer(session, host(feed.url), parsed, now)
    return TakenIn(done, rest, feed.offer_id, overtaken)


def shown(session: Session, feed_id: int, row_id: int) -> None:
    """The message in which what waits was shown."""
    session.get_one(Feed, feed_id).offer_row = row_id


def failed(session: Session, feed_id: int, problem: Problem, passing: bool, every: timedelta, now: datetime) -> bool:
    """It could not be had, or not be read. Looked at again later and later. Returns whether the group must hear it."""
    feed = session.get_one(Feed, feed_id)
    feed.failures += 1
    feed.error = {"kind": problem.kind, "values": problem.values}
    feed.due_at = now + min(LONGEST_PAUSE, every * 2 ** min(feed.failures, 10))
    if feed.told or (passing and feed.failures < PATIENCE):
        return False
    feed.told = True
    return True


def name_of(session: Session, feed_id: int) -> str:
    """How we name it."""
    return host(session.get_one(Feed, feed_id).url)


def source_of(feed: Feed) -> str:
    """How events say that they came from this feed."""
    return f"feed:{feed.id}"


def _well(feed: Feed, every: timedelta, now: datetime) -> bool:
    was_told, feed.failures, feed.error, feed.told = feed.told, 0, None, False
    feed.due_at = now + every
    return was_told


def _hears(session: Session, step: Step, now: datetime) -> bool:
    if step.row is None:
        return False
    hear_of_it = changes.matters(step, now) and changes.told(session, [step.row.id])
    return bool(hear_of_it) or imports.seated(session, step, now) > 0


def _suspicious(found: Comparison) -> bool:
    off = sum(step.kind == CALLED_OFF for step in found.steps)
    return off > MANY and off > len(found.steps) - off + found.same
