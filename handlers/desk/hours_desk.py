"""/openingstijden: the hours as they are, and days on which they are otherwise; coordinators change those."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.desk import other_hours
from bot.desk.hours_words import Asked, UnclearError, read
from bot.desk.other_hours import Spans
from bot.schedule import Chore
from bot.settings import Span
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.desk import promises
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.services import Services
from handlers.turn import Turn

# Another process, or a restart, may have changed them: known everywhere within so many seconds.
LOOK_EVERY_S = 5.0
# So many days are shown.
SHOWN = 8
# Of the first so many there is a button to take it back.
LIFTED = 4
# In callback data: no hours of its own.
AS_EVER = "-"


@dataclass(frozen=True)
class CloseToday(Press, prefix="hours-today"):
    """[ Vandaag dicht ]: asks first; from now on."""


@dataclass(frozen=True)
class SetHours(Press, prefix="hours-set"):
    """[ Zo doen ]. `day` as 20261224, `spans` as 0900-1200,1300-1500; empty: closed; "-": as ever.

    `undo` 1: it takes back what was just done.
    """

    day: str
    undo: int
    spans: str


@dataclass(frozen=True)
class ShowHours(Press, prefix="hours"):
    """[ Niet doen ]: the hours as they are."""


def register(front: Front) -> None:
    """Staff look, coordinators change."""
    for name in ("openingstijden", "hours"):
        front.staff_command(name, typed)
    front.press(ShowHours, lambda turn, _press: show(turn), staff=True)
    front.press(CloseToday, close_today, coordinator=True)
    front.press(SetHours, set_hours, coordinator=True)


def chore(services: Services) -> Chore:
    """Follows what other processes changed."""

    async def look() -> None:
        await follow(services)

    return Chore("other-hours", LOOK_EVERY_S, look)


async def follow(services: Services) -> None:
    """From now on everyone who asks for the hours gets those that are set."""
    services.hours.others = await services.db.read(other_hours.everything)


def typed(turn: Turn) -> None:
    """/openingstijden, or with what is to be: /openingstijden vrijdag 10-12."""
    words = turn.text.partition(" ")[2].strip()
    if not words:
        return show(turn)
    try:
        asked = read(words, _today(turn))
    except UnclearError:
        turn.say("opening-unclear")
        return
    if asked.day < _today(turn):
        turn.say("opening-past")
    else:
        _preview(turn, asked)


def show(turn: Turn) -> None:
    """The week, and the days ahead that are otherwise."""
    t, today, hours = turn.t, _today(turn), turn.services.hours
    week = promises.week(t, hours) or t.plain("opening-none")
    ahead = [day for day in sorted(hours.others) if day >= today][:SHOWN]
    lines = [
        t("opening-now", week=week),
        *(_line(t, day, hours.others[day], today) for day in ahead),
        t("opening-how"),
    ]
    back: Rows = []
    for day in ahead[:LIFTED]:
        back.append([Button(t.plain("opening-as-ever-button", day=_day(t, day, today)), _press(day, None))])
    now = [[Button(t.plain("opening-today-button"), CloseToday())]] if hours.on(today) else []
    turn.replace_html(Html("\n".join(lines)), [*now, *back])


def close_today(turn: Turn, _press: CloseToday) -> None:
    """[ Vandaag dicht ]: who asks now reads when we are there again."""
    today = _today(turn)
    until = turn.now.astimezone(turn.services.settings.zone).time()
    # What was open this morning was open: waiting counted then.
    spans = (Span(span.opens, min(span.closes, _minute(until))) for span in turn.services.hours.on(today))
    _preview(turn, Asked(today, tuple(span for span in spans if span.closes > span.opens)), closes=True)


def set_hours(turn: Turn, press: SetHours) -> None:
    """[ Zo doen ] and [ Maak ongedaan ]."""
    try:
        day, spans = datetime.strptime(press.day, "%Y%m%d").date(), _unpack(press.spans)  # noqa: DTZ007
    except ValueError:
        return turn.toast("button-outdated")
    before = other_hours.of_day(turn.session, day)
    other_hours.put(turn.session, day, spans, staff(turn), turn.now)
    turn.then(lambda: follow(turn.services))
    undo = Button(turn.t.plain("opening-undo-button"), _press(day, before, undo=1))
    back = Button(turn.t.plain("opening-show-button"), ShowHours())
    shown = spans if spans is not None else turn.services.hours.usually(day)
    line = _line(turn.t, day, shown, _today(turn))
    turn.replace(
        "opening-undone" if press.undo else "opening-set", [[undo, back]], line=line, by=who(staff(turn).name)
    )


def _preview(turn: Turn, asked: Asked, closes: bool = False) -> None:
    t, today, hours = turn.t, _today(turn), turn.services.hours
    spans = asked.spans if asked.spans is not None else hours.usually(asked.day)
    was = _times(t, hours.on(asked.day))
    line = t("opening-closes-now") if closes else _line(t, asked.day, spans, today)
    yes = Button(t.plain("opening-yes-button"), _press(asked.day, asked.spans))
    no = Button(t.plain("opening-no-button"), ShowHours())
    turn.replace("opening-preview", [[yes, no]], line=line, was=was)


def _line(t: Texts, day: date, spans: Spans, today: date) -> Html:
    return t("opening-line", day=_day(t, day, today), times=_times(t, spans))


def _day(t: Texts, day: date, today: date) -> str:
    return when.day(day, t.language, today)


def _times(t: Texts, spans: Spans) -> str:
    return promises.spans_in_words(t, spans) if spans else t.plain("opening-closed")


def _today(turn: Turn) -> date:
    return turn.now.astimezone(turn.services.settings.zone).date()


def _minute(clock: time) -> time:
    return clock.replace(second=0, microsecond=0)


def _press(day: date, spans: Spans | None, undo: int = 0) -> SetHours:
    packed = AS_EVER if spans is None else ",".join(f"{span.opens:%H%M}-{span.closes:%H%M}" for span in spans)
    return SetHours(f"{day:%Y%m%d}", undo, packed)


def _unpack(packed: str) -> Spans | None:
    """Raises ValueError for what was made up."""
    if packed == AS_EVER:
        return None
    parts = [part.split("-") for part in packed.split(",") if part]
    return tuple(Span(_clock(opens), _clock(closes)) for opens, closes in parts)


def _clock(packed: str) -> time:
    return time(int(packed[:2]), int(packed[2:]))
