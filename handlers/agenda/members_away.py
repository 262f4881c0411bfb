"""/leden: how many members there are, and whom nothing reaches, why and since when. For coordinators."""

from __future__ import annotations

from dataclasses import dataclass

from bot.agenda import away
from bot.agenda.away import Away, Why
from bot.texts import when
from bot.texts.render import Html
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.turn import Turn

A_PAGE = 10


@dataclass(frozen=True)
class AwayPage(Press, prefix="away"):
    """A page, from 0, of who is away."""

    page: int


@dataclass(frozen=True)
class AwayAnew(Press, prefix="away-new"):
    """[ Wie niet, en waarom ], under a report: in a message of its own."""


def register(front: Front) -> None:
    """The command and its pages."""
    for name in ("leden", "members"):
        front.staff_command(name, lambda turn: show(turn, 0), coordinator=True)
    front.press(AwayPage, lambda turn, press: show(turn, press.page), coordinator=True)
    front.press(AwayAnew, lambda turn, _press: say(turn), coordinator=True)


def show(turn: Turn, page: int) -> None:
    """A page; one that is gone by now is the last one."""
    turn.replace_html(*_page(turn, page))


def say(turn: Turn) -> None:
    """The first page, below."""
    turn.say_html(*_page(turn, 0))


def _page(turn: Turn, page: int) -> tuple[Html, list[list[Button]]]:
    t, found = turn.t, away.counts(turn.session)
    title = t("members-title", members=found.members, away=found.total)
    if not found.total:
        return title, []
    page = max(0, min(page, (found.total - 1) // A_PAGE))
    reasons = [t("members-count", why=why, count=found.away[why]) for why in Why if why in found.away]
    shown = away.page(turn.session, page * A_PAGE, A_PAGE)
    lines = [_line(turn, number, one) for number, one in enumerate(shown, page * A_PAGE + 1)]
    pages = [Button(t.plain("queue-previous-button"), AwayPage(page - 1))] if page else []
    if (page + 1) * A_PAGE < found.total:
        pages.append(Button(t.plain("queue-next-button"), AwayPage(page + 1)))
    return Html("\n".join([title, *reasons, "", t("members-latest"), *lines])), [pages] if pages else []


def _line(turn: Turn, number: int, one: Away) -> Html:
    t, zone = turn.t, turn.services.settings.zone
    since = "none"
    if one.since is not None:
        since = when.day(one.since.astimezone(zone).date(), t.language, turn.now.astimezone(zone).date())
    name = one.name or t.plain("members-nameless", number=str(one.member_id))
    return t("members-line", number=str(number), name=name, why=one.why, since=since)
