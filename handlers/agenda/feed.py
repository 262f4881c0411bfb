"""Calendars elsewhere: /agenda_feed follows one, a chore looks whether it changed, and the group sees what did."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy.orm import Session
from telegram import Message
from telegram.ext import filters

from bot.agenda import calendar, feeds, fetching, region
from bot.agenda.calendar import CalendarRefused
from bot.agenda.feeds import Known
from bot.agenda.fetching import FeedRefused, Got
from bot.agenda.parsed import ParsedCalendar, Problem
from bot.schedule import Chore
from bot.texts import texts
from handlers.agenda import calendar_texts
from handlers.agenda.calendar_file import offer_rows
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.outbox import Draft, Priority

LOOK_EVERY_S = 10.0
COMMAND = r"^/agenda_?feed\b"


@dataclass(frozen=True)
class StopFeed(Press, prefix="feedstop"):
    """Follow this calendar no more."""

    feed: int


@dataclass(frozen=True)
class Read:
    """What a link led to: a calendar, or what is wrong. `got` None: not had."""

    url: str
    got: Got | None = None
    parsed: ParsedCalendar | None = None
    problems: tuple[Problem, ...] = ()
    passing: bool = False


def register(front: Front) -> None:
    """The command and its button."""

    async def fetch(message: Message) -> Read | None:
        words = (message.text or "").split()
        return await read(front.services, Known(0, words[1], None, None, None)) if len(words) > 1 else None

    front.staff_fetched(filters.UpdateType.MESSAGE & filters.Regex(COMMAND), fetch, follow)
    front.press(StopFeed, stop, staff=True)


def follow(turn: Turn, found: Read | None) -> None:
    """/agenda_feed with a link follows it from now on; without one it says what is followed."""
    if found is None:
        return show(turn)
    t = turn.t
    if found.parsed is None or found.got is None:
        turn.say_html("\n".join([t("feed-refused"), calendar_texts.problems(t, list(found.problems))]))
        return
    feed = feeds.subscribe(turn.session, found.url, turn.now)
    turn.say_html(t("feed-followed", name=fetching.host(feed.url), minutes=turn.services.settings.events.feed_minutes))
    _take_in(turn.session, turn.services, feed.id, found.got, found.parsed)


def show(turn: Turn) -> None:
    """What is followed, and how that goes."""
    t, found = turn.t, feeds.followed(turn.session)
    if not found:
        turn.say("feed-none")
        return
    lines, rows = [t("feed-list")], []
    for feed in found:
        name = fetching.host(feed.url)
        lines.append(t("feed-line-failing", name=name) if feed.failures else t("feed-line", name=name))
        rows.append([Button(t.plain("feed-stop-button", name=name)[:32], StopFeed(feed.id))])
    turn.say_html("\n".join(lines), rows[:6])


def stop(turn: Turn, press: StopFeed) -> None:
    """[ Volg niet meer ]: its gatherings stay in the agenda."""
    feed = feeds.stop(turn.session, press.feed)
    if feed is None:
        return turn.toast("button-outdated")
    turn.replace("feed-stopped", name=fetching.host(feed.url))


def chore(services: Services) -> Chore:
    """Looks at what is due, one after another: they are few, and nobody waits for them."""
    known: list[bool] = []

    async def look() -> None:
        now, urls = services.clock.now(), services.settings.events.feeds
        if not known:
            await services.db.write(feeds.as_settings, urls, now)
            known.append(True)
        for feed in await services.db.read(feeds.due, now):
            found = await read(services, feed)
            await services.db.write(_note, services, feed, found)

    return Chore("feeds", LOOK_EVERY_S, look)


async def read(services: Services, feed: Known) -> Read:
    """Get and read a calendar, outside of any transaction."""
    zone, now = services.settings.zone, services.clock.now()
    allowed = (lambda _address: True) if services.settings.events.feeds_private else fetching.is_public
    try:
        got = await fetching.fetch(feed.url, feed.etag, feed.modified, allowed)
    except FeedRefused as refused:
        return Read(feed.url, problems=(refused.problem,), passing=refused.passing)
    if got.content is None or feeds.digest(got.content) == feed.digest:
        return Read(feed.url, replace(got, content=None))
    try:
        return Read(feed.url, got, await asyncio.to_thread(calendar.read, got.content, now, zone))
    except CalendarRefused as refused:
        return Read(feed.url, problems=tuple(refused.problems))


def _note(session: Session, services: Services, feed: Known, found: Read) -> None:
    t, now = texts(services.settings.locale.language), services.clock.now()
    every = timedelta(minutes=services.settings.events.feed_minutes)
    if found.problems:
        if feeds.failed(session, feed.id, found.problems[0], found.passing, every, now):
            problems = calendar_texts.problems(t, list(found.problems))
            _say(session, services, "\n".join([t("feed-failing", name=feed.name), problems]))
    elif found.parsed is None or found.got is None:
        if found.got is not None and feeds.unchanged(session, feed.id, found.got, every, now):
            _say(session, services, t("feed-well", name=feed.name))
    else:
        _take_in(session, services, feed.id, found.got, found.parsed)


def _take_in(session: Session, services: Services, feed_id: int, got: Got, parsed: ParsedCalendar) -> None:
    """Do what is harmless, and show in the group what was done and what waits."""
    settings, now = services.settings, services.clock.now()
    t, here = texts(settings.locale.language), region.load(settings.events.region)
    every = timedelta(minutes=settings.events.feed_minutes)
    offsets = settings.events.reminders_minutes_before
    taken = feeds.take_in(session, feed_id, got, parsed, here, offsets, every, now)
    name, today = feeds.name_of(session, feed_id), now.astimezone(settings.zone).date()
    if taken.overtaken is not None:
        payload = text_payload(t("feed-overtaken", name=name), [])
        _send(session, services, "editMessageText", payload, target_id=taken.overtaken)
    if taken.done.differences:
        summary = calendar_texts.summary(t, taken.done, parsed.notes, today)
        _say(session, services, "\n".join([t("feed-changed", name=name), summary]))
    if taken.offered is not None:
        summary = calendar_texts.summary(t, taken.offered, (), today)
        rows = offer_rows(t, taken.number, taken.offered.told)
        html = "\n".join([t("feed-waits", name=name), summary])
        feeds.shown(session, feed_id, _say(session, services, html, rows, sound=True))


def _say(session: Session, services: Services, html: str, rows: Rows | None = None, sound: bool = False) -> int:
    return _send(
        session, services, "sendMessage", text_payload(html, rows) | ({} if sound else {"disable_notification": True})
    )


def _send(
    session: Session, services: Services, method: str, payload: dict[str, object], target_id: int | None = None
) -> int:
    draft = Draft(services.staff_chat(), method, dict(payload), priority=Priority.STAFF, target_id=target_id)
    return outbox.enqueue(session, draft)
