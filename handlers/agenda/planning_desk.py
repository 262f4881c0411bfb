"""/planning: which reminders go out, when, to how many people, and why not to others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from telegram.ext import filters

from bot.agenda import forecast, spoken_period, wall
from bot.agenda.forecast import Forecast
from bot.agenda.spoken_period import NoPeriod
from bot.texts import when
from bot.texts.render import Html
from handlers.agenda.event_lines import offsets_in_words, which_day
from handlers.agenda.event_messages import LONGEST_LABEL, clip, headline
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.turn import Turn

DAYS = 14
AT_ONCE = 5
LONGEST_TITLE = 40
# A moment as buttons carry it: minutes since 1970; 0: now.
NOW = 0


@dataclass(frozen=True)
class Planning(Press, prefix="plan"):
    """The reminders of so many days from a moment (`since`) on, from the `first`-th on."""

    since: int
    days: int
    first: int


@dataclass(frozen=True)
class PlannedOne(Press, prefix="planone"):
    """One reminder, with who gets it and who does not; back to that list."""

    reminder: int
    since: int
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
    """/planning: from now on; "/planning 30", "/planning 28 maart", "/planning zo 28 maart 2027 3:00"."""
    zone, t = turn.services.settings.zone, turn.t
    _command, *said = turn.text.split(maxsplit=1)
    found = spoken_period.read(said[0] if said else "", turn.now.astimezone(zone).date())
    if isinstance(found, NoPeriod):
        wrong = t("planning-wrong", why=found.why, said=found.said, most=spoken_period.MOST_DAYS)
        turn.say_html("\n".join([wrong, t("planning-how")]))
        return
    days, starts = found.days or DAYS, [_minutes(wall.to_utc(one, zone)) for one in found.starts]
    if len(starts) < 2:
        turn.say_html(*_page(turn, Planning(starts[0] if starts else NOW, days, 0)))
        return
    choices = [
        Button(when.day(one.date(), t.language), Planning(since, days, 0))
        for one, since in zip(found.starts, starts, strict=True)
    ]
    turn.say_html(which_day(t, found.said, [one.date() for one in found.starts]), [choices])


def turn_page(turn: Turn, press: Planning) -> None:
    """[ Volgende ], [ Terug ], or the day that was meant"""
    turn.replace_html(*_page(turn, press))


def show_one(turn: Turn, press: PlannedOne) -> None:
    """One of them: when, to how many, and why not to others."""
    zone, t = turn.services.settings.zone, turn.t
    found = forecast.of(turn.session, press.reminder, turn.now, zone)
    back = Button(t.plain("planning-back-button"), Planning(press.since, press.days, press.first))
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


def _page(turn: Turn, at: Planning) -> tuple[Html, list[list[Button]]]:
    zone, t, now, days, first = turn.services.settings.zone, turn.t, turn.now, at.days, at.first
    since = max(now, datetime.fromtimestamp(at.since * 60, UTC))
    found = forecast.between(turn.session, since, since + timedelta(days=days), now, zone)
    page = found[first : first + AT_ONCE]
    from_then = _since(turn, since) if since > now else "none"
    if not page:
        return t("planning-none", days=days, since=from_then), []
    last, pages = first + len(page), "one" if len(found) <= AT_ONCE else "more"
    head = t("planning-head", days=days, since=from_then, pages=pages, first=first + 1, last=last, total=len(found))
    rows = [[Button(_label(turn, one), PlannedOne(one.reminder_id, at.since, days, first))] for one in page]
    turning = []
    if first:
        turning.append(Button(t.plain("planning-back-button"), replace(at, first=max(0, first - AT_ONCE))))
    if last < len(found):
        turning.append(Button(t.plain("planning-more-button"), replace(at, first=first + AT_ONCE)))
    lines = [head, *(_line(turn, one) for one in page)]
    return Html("\n".join(lines)), [*rows, *([turning] if turning else [])]


def _line(turn: Turn, one: Forecast) -> Html:
    title = clip(headline(one.occurrence.title)[0], LONGEST_TITLE)
    return turn.t("planning-line", when=_moment(turn, one.due_at), title=title, count=one.recipients)


def _label(turn: Turn, one: Forecast) -> str:
    t, local = turn.t, one.due_at.astimezone(turn.services.settings.zone)
    title = headline(one.occurrence.title)[0]
    return clip(t.plain("planning-button", day=when.day(local.date(), t.language), title=title), LONGEST_LABEL)


def _since(turn: Turn, moment: datetime) -> str:
    """From when is looked: a day, or a moment; with its year when that is another one."""
    zone, language = turn.services.settings.zone, turn.t.language
    local, today = wall.to_local(moment, zone), wall.to_local(turn.now, zone).date()
    return when.moment(local, language, today) if local.time() != time() else when.day(local.date(), language, today)


def _moment(turn: Turn, moment: datetime) -> str:
    """By the network's clock; of a time that comes twice, which of the two."""
    t, zone = turn.t, turn.services.settings.zone
    local = wall.to_local(moment, zone)
    plain = when.moment(local, t.language)
    first = wall.comes_twice(local, zone) and wall.to_utc(local, zone) == moment
    return t.plain("agenda-summer-time", when=plain) if first else plain


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp()) // 60
