"""A calendar sent in the staff group: first what it would change, then, on a press, the change (conversation 18)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Message
from telegram.error import TelegramError
from telegram.ext import filters

from bot.agenda import calendar, changes, files, imports, region
from bot.agenda.calendar import CalendarRefused, ParsedCalendar
from bot.agenda.parsed import Problem
from bot.texts import Texts
from handlers import topics_of
from handlers.agenda import calendar_texts
from handlers.agenda.event_messages import EventMessages
from handlers.agenda.promoted import tell_of_import
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn

ICS = filters.Document.FileExtension("ics") | filters.Document.MimeType("text/calendar")


@dataclass(frozen=True)
class Apply(Press, prefix="calapply"):
    """Do what was shown; `tell` is 1 when people hear of changes."""

    file: int
    tell: int


@dataclass(frozen=True)
class Drop(Press, prefix="caldrop"):
    """Leave the agenda as it is."""

    file: int


@dataclass(frozen=True)
class Fetched:
    """What became of the file: a calendar, or what is wrong with it; neither when Telegram did not give it."""

    name: str
    parsed: ParsedCalendar | None = None
    problems: tuple[Problem, ...] = ()


def register(front: Front) -> None:
    """Files in the staff group that are no reply: a reply is an answer to someone, whatever it holds."""

    async def fetch(message: Message) -> Fetched:
        return await fetched(front, message, calendar.read)

    alone = filters.UpdateType.MESSAGE & ICS & ~topics_of.Reply()
    front.staff_fetched(alone, fetch, show)
    front.press(Apply, apply, staff=True)
    front.press(Drop, drop, staff=True)


def show(turn: Turn, fetched: Fetched) -> None:
    """What the file would change, and two buttons; or what is wrong with it."""
    t = turn.t
    if fetched.problems:
        problems = calendar_texts.problems(t, list(fetched.problems))
        turn.say_html(f"{t('calendar-refused', name=fetched.name)}\n{problems}")
        return
    if fetched.parsed is None:
        turn.say("calendar-fetch-failed", name=fetched.name)
        return
    result = imports.preview(turn.session, fetched.parsed, _region(turn), turn.now)
    text = t("calendar-read", name=fetched.name, count=result.read)
    summary = calendar_texts.summary(t, result, fetched.parsed.notes, _today(turn))
    rows = _rows(turn, fetched, result.told) if result.differences else None
    turn.say_html(f"{text}\n{summary}", rows)


def apply(turn: Turn, press: Apply) -> None:
    """Do it, and tell those who were reminded of what changed."""
    parsed = files.take(turn.session, press.file)
    if parsed is None:
        turn.toast("button-outdated")
        return turn.rebutton([])
    settings = turn.services.settings
    offsets = settings.events.reminders_minutes_before
    result = imports.import_calendar(turn.session, parsed, _region(turn), offsets, turn.now)
    told = tell_of_import(turn.session, result, turn.now, settings.zone)
    if press.tell:
        message = EventMessages(settings.zone).notice
        told += changes.announce(turn.session, result.notices, message, turn.now, settings.zone)
    turn.replace("calendar-applied", name=turn.user.first_name, count=told)


def drop(turn: Turn, press: Drop) -> None:
    """Nothing changes."""
    if not files.drop(turn.session, press.file):
        turn.toast("button-outdated")
        return turn.rebutton([])
    turn.replace("calendar-dropped")


async def fetched(
    front: Front, message: Message, read: Callable[[bytes, datetime, ZoneInfo], ParsedCalendar]
) -> Fetched:
    """The file from Telegram, read by `read(content, now, zone)`, which raises CalendarRefused."""
    document = message.document
    assert document is not None
    name = document.file_name or "agenda.ics"
    if (document.file_size or 0) > calendar.MOST_BYTES:
        size = calendar.megabytes(document.file_size or 0)
        return Fetched(name, problems=(Problem("too-large", values={"size": size}),))
    try:
        file = await front.app.bot.get_file(document.file_id)
        content = bytes(await file.download_as_bytearray())
    except TelegramError:
        return Fetched(name)
    services = front.services
    try:
        zone = services.settings.zone
        return Fetched(name, await asyncio.to_thread(read, content, services.clock.now(), zone))
    except CalendarRefused as refused:
        return Fetched(name, problems=tuple(refused.problems))


def _rows(turn: Turn, fetched: Fetched, told: int) -> Rows:
    assert fetched.parsed is not None
    number = files.offer(turn.session, fetched.name, fetched.parsed, turn.now)
    return offer_rows(turn.t, number, told)


def offer_rows(t: Texts, number: int, told: int) -> Rows:
    """[ Voer door ] and what else can be done with a calendar that was read; `told`: how many people would hear."""
    go = Button(t.plain("calendar-apply-button"), Apply(number, 1))
    quiet = Button(t.plain("calendar-quiet-button"), Apply(number, 0))
    never = Button(t.plain("news-not-button"), Drop(number))
    return [[go], [quiet, never]] if told else [[go, never]]


def _region(turn: Turn) -> region.Region:
    return region.load(turn.services.settings.events.region)


def _today(turn: Turn) -> Any:
    return turn.now.astimezone(turn.services.settings.zone).date()
