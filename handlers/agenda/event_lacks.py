"""What a gathering that staff write still lacks: what cannot be, a question, and likely answers as buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot.agenda.free_form import Reading
from bot.agenda.region import Region
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.agenda.event_lines import correcting, drop_button, known, span, which_day
from handlers.agenda.event_presses import SetDay, SetTimes
from handlers.presses import Button, Rows
from handlers.turn import Turn
from storage.event_drafts import EventDraft

# When gatherings begin: in the afternoon, or in the evening.
STARTS = (time(14), time(19, 30))


def view(turn: Turn, draft: EventDraft, reading: Reading, lacks: str, region: Region) -> tuple[Html, Rows]:
    """What is wrong, then one question, then what was read so far. `lacks`: see Reading.lacks."""
    t = turn.t
    lines = [*_wrong(turn, reading), _question(t, reading, lacks)]
    lines += known(turn, replace(reading, days=()) if reading.is_past(_now(turn)) else reading, region)
    answers = [_answers(turn, draft, reading, lacks)]
    parts = correcting(t, draft, "time" if lacks == "time" else "")
    return Html("\n".join(lines)), [*(row for row in answers if row), parts, [drop_button(t, draft)]]


def start_buttons(turn: Turn, draft: EventDraft, reading: Reading) -> list[Button]:
    """[ 14.00 uur ] [ 19.30 uur ] [ Hele dag ]: but for what is over then."""
    t, now = turn.t, _now(turn)
    likely = [at for at in STARTS if not replace(reading, starts=at, ends=None, all_day=False).is_past(now)]
    buttons = [
        Button(t.plain("event-at-button", at=when.clock(at, t.language)), SetTimes(draft.id, _minutes(at), -1))
        for at in likely
    ]
    return [*buttons, Button(t.plain("event-all-day-button"), SetTimes(draft.id, -1, -1))]


def no_time(t: Texts, reading: Reading) -> list[Html]:
    """That something was written as a time and is none; nothing when all could be read."""
    return [t("event-no-time", said=reading.no_time)] if reading.no_time else []


def _wrong(turn: Turn, reading: Reading) -> list[Html]:
    """What was written and cannot be, a line for each."""
    t, now, wrong = turn.t, _now(turn), list[Html]()
    if not reading.days and reading.said:
        wrong.append(t("event-no-such-day", said=reading.said))
    if reading.is_past(now):
        day, timed = reading.days[0], reading.starts is not None or reading.all_day
        zone = turn.services.settings.zone
        shown = span(turn, reading.occurrence(zone)) if timed else when.day(day, t.language, now.date())
        said = reading.said if day < now.date() and reading.said else "none"
        wrong.append(t("event-past", said=said, when=shown))
    return wrong + no_time(t, reading)


def _question(t: Texts, reading: Reading, lacks: str) -> Html:
    match lacks:
        case "title":
            return t("event-lacks-title")
        case "which-day":
            return which_day(t, reading.said, reading.days)
        case "time":
            return t("event-lacks-time")
        case _:
            return t("event-lacks-day")


def _answers(turn: Turn, draft: EventDraft, reading: Reading, lacks: str) -> list[Button]:
    if lacks == "title":
        return []
    if lacks == "time":
        return start_buttons(turn, draft, reading)
    now = _now(turn)
    days, today = (reading.days, None) if lacks == "which-day" else (reading.days_instead(now), now.date())
    return [Button(when.day(day, turn.t.language, today), SetDay(draft.id, day.toordinal())) for day in days]


def _now(turn: Turn) -> datetime:
    """By the network's clock."""
    return turn.now.astimezone(turn.services.settings.zone).replace(tzinfo=None)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
