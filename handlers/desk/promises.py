"""What an asker may expect, and when the helpdesk is there: only times that are measured or set (conversation 10)."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.desk.hours import StaffedHours
from bot.settings import Span
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.desk.desk_group import StaffGroup

HOUR = timedelta(hours=1)
# 1 January 2024 was a Monday: the names of the days of the week are those of any week.
A_MONDAY = date(2024, 1, 1)


def promise(group: StaffGroup, t: Texts) -> Html:
    """Within what time an answer comes, or when someone is there again."""
    hours, zone = group.services.hours, group.services.settings.zone
    if not hours.is_open(group.now):
        return _closed(group, t)
    usual = group.services.usual.within(group.session, group.now)
    if usual is None:
        return t("hours-here")
    length = max(1, math.ceil(usual / HOUR)) * HOUR
    then = hours.after(group.now, length)
    if then is None:
        return t("hours-here")
    local, today = then.astimezone(zone), group.now.astimezone(zone).date()
    if local.date() == today:
        return t("hours-usual", length=when.age(length, t.language))
    return t("hours-usual-day", when=when.day(local.date(), t.language, today))


def week(t: Texts, hours: StaffedHours) -> str:
    """The week in words: "ma t/m vr, 9.00 tot 17.00 uur". Empty when there are no hours."""
    parts = []
    for spans, same in groupby(range(len(hours.week)), key=lambda number: hours.week[number]):
        numbers = list(same)
        if spans:
            parts.append(f"{_days(t, numbers[0], numbers[-1])}, {spans_in_words(t, spans)}")
    return "; ".join(parts)


def _days(t: Texts, first: int, last: int) -> str:
    names = [when.weekday(A_MONDAY + timedelta(days=number), t.language) for number in (first, last)]
    return names[0] if first == last else t.plain("hours-days", first=names[0], last=names[1])


def spans_in_words(t: Texts, spans: tuple[Span, ...]) -> str:
    """The spans of a day: "9.00 tot 12.00 uur en 13.00 tot 17.00 uur"."""
    day = A_MONDAY
    shown = [
        when.times(datetime.combine(day, span.opens), datetime.combine(day, span.closes), t.language) for span in spans
    ]
    return t.plain("hours-and").join(shown)


def _closed(group: StaffGroup, t: Texts) -> Html:
    hours, zone = group.services.hours, group.services.settings.zone
    opens = hours.next_opening(group.now)
    if opens is None:
        return t("hours-closed")
    local, today = opens.astimezone(zone), group.now.astimezone(zone).date()
    at = t.plain(
        "hours-at", day=_capital(when.day(local.date(), t.language, today)), clock=when.clock(local, t.language)
    )
    for number in range((local.date() - today).days):
        day = today + timedelta(days=number)
        name = hours.holiday(day, t.language)
        if name is not None and hours.week[day.weekday()]:
            closed = _capital(when.day(day, t.language, today))
            return t("hours-closed-holiday", day=closed, holiday=name, opens=at)
    return t("hours-closed-until", opens=at)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
