"""[ Bekijk bericht ]: a change, or calling off, as those who know of the gathering will read it (conversation 18).

As with news: first it is shown as it arrives, and below that stands the button that sends it, with to how many.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.agenda import changes
from bot.agenda.broadcast import Reader
from bot.agenda.compare import Step
from handlers.agenda.event_messages import EventMessages
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn
from storage.agenda import Occurrence


@dataclass(frozen=True)
class Sample(Press, prefix="sample"):
    """A button of a message that is only shown: it does nothing here."""


def register(front: Front) -> None:
    """The buttons of what is shown."""
    front.press(Sample, nothing)


def nothing(turn: Turn, _press: Sample) -> None:
    """Whoever presses hears why nothing happens."""
    turn.toast("event-sample-toast")


def show(turn: Turn, row: Occurrence, step: Step, count: int, rows: Rows) -> None:
    """The message about this change of `row`, and below it to how many people it goes (`count`), with `rows`.

    The pressed message loses its buttons: what can be done stands below now.
    """
    language, zone = turn.services.settings.locale.language, turn.services.settings.zone
    becomes = changes.becomes(row, step)
    html, theirs = EventMessages(zone).notice_parts(changes.drafted(row, step), becomes, Reader(language, None))
    turn.rebutton([])
    turn.say_html(html, [[Button(button.label, Sample()) for button in line] for line in theirs])
    turn.say("news-arrives", rows, count=count)
