"""Lines about a gathering that staff write, and the buttons below it: what its views have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.lists import format_list

from bot.agenda import compare
from bot.agenda.free_form import Reading
from bot.agenda.parsed import ParsedOccurrence
from bot.agenda.region import Region, is_online
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.agenda.event_messages import EventMessages
from handlers.agenda.event_presses import AskDraft, DropDraft, ShowDraft
from handlers.presses import Button
from handlers.turn import Turn
from storage.agenda import Occurrence
from storage.event_drafts import EventDraft

WEEK, DAY, HOUR = 7 * 24 * 60, 24 * 60, 60
PARTS = (("event-time-button", "time"), ("event-place-button", "place"), ("event-more-button", "more"))


def correcting(t: Texts, draft: EventDraft, but: str = "") -> list[Button]:
    """[ Tijd ] [ Plek ] [ Meer ]; `but`: the part that is asked already."""
    return [Button(t.plain(name), AskDraft(draft.id, part)) for name, part in PARTS if part != but]


def drop_button(t: Texts, draft: EventDraft) -> Button:
    """[ Niet doen ]"""
    return Button(t.plain("event-not-button"), DropDraft(draft.id))


def back_button(t: Texts, draft: EventDraft) -> Button:
    """[ Terug ]"""
    return Button(t.plain("event-back-button"), ShowDraft(draft.id))


def known(turn: Turn, reading: Reading, region: Region) -> list[Html]:
    """What was read so far, a line for each part: what, when, where, about what."""
    t, lines = turn.t, []
    if reading.title:
        lines.append(t("event-what", what=reading.title))
    moment = when_known(turn, reading)
    if moment:
        lines.append(t("event-when", when=moment))
    if reading.location:
        lines.append(where(t, reading.location, region))
    if reading.themes or reading.capacity is not None:
        lines.append(about(t, reading.themes, reading.capacity))
    return lines


def when_known(turn: Turn, reading: Reading) -> str:
    """When it is, as far as that was read: the day and the time, one of them, or nothing."""
    t, today = turn.t, turn.now.astimezone(turn.services.settings.zone).date()
    timed = reading.starts is not None or reading.all_day
    if len(reading.days) == 1:
        if timed:
            return span(turn, reading.occurrence(turn.services.settings.zone))
        return when.day(reading.days[0], t.language, today)
    if reading.starts is None:
        return ""
    return when.clock(reading.starts, t.language)


def which_day(t: Texts, said: str, days: Sequence[date]) -> Html:
    """Which of these days was meant? Of a date whose day of the week is another one, it is said which."""
    digits = [day for day in days if str(day.day) in said]
    if len(digits) != 1:
        return t("event-which-day", said=said)
    day = digits[0]
    return t("event-which-day-other", day=when.date_only(day, t.language), weekday=when.weekday_name(day, t.language))


def span(turn: Turn, one: ParsedOccurrence) -> str:
    """From when until when."""
    return EventMessages(turn.services.settings.zone).span(turn.t, Occurrence(**compare.fields(one)), turn.now)


def where(t: Texts, location: str, region: Region) -> Html:
    """The place, and what follows from it."""
    if not location:
        return t("event-nowhere")
    if is_online(location):
        return t("event-where-online", where=location)
    town = region.of_location(location)
    if town is None:
        return t("event-where-unknown", where=location)
    return t("event-where", where=location, town=town)


def about(t: Texts, themes: Sequence[str], capacity: int | None) -> Html:
    """The themes, and how many people fit."""
    return t("event-about", themes=", ".join(themes) or t.plain("event-any-theme"), capacity=capacity or 0)


def offsets_in_words(t: Texts, offsets: Sequence[int]) -> str:
    """ "1 week, 1 dag en 2 uur"."""
    return format_list([_before(t, minutes) for minutes in sorted(offsets, reverse=True)], locale=t.language)


def _before(t: Texts, minutes: int) -> str:
    if minutes and minutes % WEEK == 0:
        return t.plain("before-weeks", count=minutes // WEEK)
    if minutes and minutes % DAY == 0:
        return t.plain("before-days", count=minutes // DAY)
    if minutes and minutes % HOUR == 0:
        return t.plain("before-hours", count=minutes // HOUR)
    return t.plain("before-minutes", count=minutes)
