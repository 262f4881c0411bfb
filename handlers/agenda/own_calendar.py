"""[ In mijn agenda ]: addresses that a calendar program follows, when the bot can be reached from outside."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from bot.agenda import choices, feed
from bot.texts import Texts
from bot.texts.render import Html
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.services import Services
from handlers.turn import Turn


@dataclass(frozen=True)
class OwnCalendar(Press, prefix="feed"):
    """[ In mijn agenda ]"""


@dataclass(frozen=True)
class NewAddress(Press, prefix="feednew"):
    """[ Nieuw adres ]: the old one is dead."""


def register(front: Front) -> None:
    """Its buttons."""
    front.press(OwnCalendar, show)
    front.press(NewAddress, new_address)


def button(t: Texts, services: Services) -> list[Button]:
    """[ In mijn agenda ], when there is something to offer."""
    return [Button(t.plain("feed-button"), OwnCalendar())] if services.settings.web.url else []


def show(turn: Turn, _press: OwnCalendar) -> None:
    """The address of what they follow, and of what they come to."""
    turn.say_html(_addresses(turn, anew=False), [[Button(turn.t.plain("feed-new-button"), NewAddress())]])


def new_address(turn: Turn, _press: NewAddress) -> None:
    """Who has the old one sees nothing anymore."""
    turn.replace_html(_addresses(turn, anew=True), [[Button(turn.t.plain("feed-new-button"), NewAddress())]])


def _addresses(turn: Turn, anew: bool) -> Html:
    url, mine = turn.services.settings.web.url, choices.of(turn.session, turn.member)
    asked = [("gemeente", place) for place in mine.places if not mine.all_places]
    asked += [("onderwerp", theme) for theme in mine.themes if not mine.all_themes]
    token = feed.token(turn.session, turn.member, anew)
    all_ = f"{url}/agenda.ics" + (f"?{urlencode(asked)}" if asked else "")
    return turn.t("feed-new" if anew else "feed-addresses", all=all_, own=f"{url}/agenda/{token}.ics")
