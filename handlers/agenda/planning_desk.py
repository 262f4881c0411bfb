"""/planning: which reminders go out, when, to how many people, and why not to others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.ext import filters

from bot.agenda import forecast
from bot.agenda.forecast import Forecast
from bot.texts import when
from bot.texts.render import Html
from handlers.agenda.event_lines import offsets_in_words
from handlers.agenda.event_messages import LONGEST_LABEL, clip, headline
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.turn import Turn

DAYS, MOST_DAYS = 14, 548
AT_ONCE = 5
LONGEST_TITLE = 40


@dataclass(frozen=True)
class Planning(Press, prefix="plan"):
    """The reminders of so many days, from the `first`-th on."""

    days: int
    first: int


@dataclass(frozen=True)
class PlannedOne(Press, prefix="planone"):
    """One reminder, with who gets it and who does not; back to the list of `days` from `first` on."""

    reminder: int
    days: int
    first: int


def register(front: Front) -> None:
    """The command and its buttons."""
    front.staff_command("planning", show)
    front.message(filters.ChatType.PRIVATE & filters.Regex(r"^/planning\b"), only_in_group)
    front.press(Planning, turn_page, staff=True)
    front.press(PlannedOne, show_one, staff=True)


def only_in_group(turn: Turn) -> None:
    """/planning in private says where it works."""
    turn.say("planning-only-in-group")


def show(turn: Turn) -> None:
    """/planning, or /planning 30 for other than 14 days."""
    number = re.search(r"\d{1,3}", turn.text)
    days = max(1, min(MOST_DAYS, int(number[0]))) if number else DAYS
    turn.say_html(*_page(turn, days, 0))


def turn_page(turn: Turn, press: Planning) -> None:
    """[ Volgende ] or [ Terug ]"""
    turn.replace_html(*_page(turn, press.days, press.first))


def show_one(turn: Turn, press: PlannedOne) -> None:
    """One of them: when, to how many, and why not to others."""
    zone, t = turn.services.settings.zone, turn.t
    found = forecast.of(turn.session, press.reminder, turn.now, zone)
    back = Button(t.plain("planning-back-button"), Planning(press.days, press.first))
    if found is None:
        turn.replace("planning-gone", [[back]])
        return
    offset = offsets_in_words(t, [found.minutes_before])
    lines = [
        t("planning-one", title=found.occurrence.title),
        t("planning-goes", when=_moment(turn, found.due_at), offset=offset),
        t("planning-to", count=found.recipients),
    ]
    if found.later and found.last_at is not None:
        lines.append(t("planning-later", count=found.later, when=_moment(turn, found.last_at)))
    if found.silent:
        lines.append(t("planning-silent", count=found.silent))
    if found.why_not:
        why = [t(f"planning-why-{name}", count=count) for name, count in found.why_not.items()]
        lines.append(t("planning-not", what=Html(", ".join(why))))
    turn.replace_html("\n".join(lines), [[back]])


def _page(turn: Turn, days: int, first: int) -> tuple[Html, list[list[Button]]]:
    zone, t, now = turn.services.settings.zone, turn.t, turn.now
    found = forecast.between(turn.session, now, now + timedelta(days=days), now, zone)
    page = found[first : first + AT_ONCE]
    if not page:
        return t("planning-none", days=days), []
    head = t("planning-head", days=days, first=first + 1, last=first + len(page), total=len(found))
    rows = [[Button(_label(turn, one), PlannedOne(one.reminder_id, days, first))] for one in page]
    turning = []
    if first:
        turning.append(Button(t.plain("planning-back-button"), Planning(days, max(0, first - AT_ONCE))))
    if first + AT_ONCE < len(found):
        turning.append(Button(t.plain("planning-more-button"), Planning(days, first + AT_ONCE)))
    lines = [head, *(_line(turn, one) for one in page)]
    return Html("\n".join(lines)), [*rows, *([turning] if turning else [])]


def _line(turn: Turn, one: Forecast) -> Html:
    title = clip(headline(one.occurrence.title)[0], LONGEST_TITLE)
    return turn.t("planning-line", when=_moment(turn, one.due_at), title=title, count=one.recipients)


def _label(turn: Turn, one: Forecast) -> str:
    t, local = turn.t, one.due_at.astimezone(turn.services.settings.zone)
    title = headline(one.occurrence.title)[0]
    return clip(t.plain("planning-button", day=when.day(local.date(), t.language), title=title), LONGEST_LABEL)


def _moment(turn: Turn, moment: datetime) -> str:
    local = moment.astimezone(turn.services.settings.zone).replace(tzinfo=None)
    return when.moment(local, turn.t.language)
