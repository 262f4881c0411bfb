"""What someone hears who may not reach people any more (bot.desk.blocking).

They hear it at every try, with where else they can turn to; nothing is kept of what they wanted to pass on, since
nobody would read it. Words of crisis reach a person always (handlers.asker.crisis).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.desk import blocking
from bot.texts import Texts
from bot.texts.render import Html
from handlers.asker.asker import urgent_ticket
from handlers.services import Services
from handlers.turn import Turn


def refused(turn: Turn) -> bool:
    """Whether this person may not reach people; then they heard so. Not while they may be in need."""
    if not turn.me.blocked:
        return False
    urgent = urgent_ticket(turn)
    found = blocking.get(turn.session, turn.me.id)
    if found is None or (urgent is not None and urgent.holds):
        return False
    turn.expect(None)
    turn.say_html(words(turn.services, turn.t, found.reason))
    return True


def unless_blocked(act: Callable[[Turn, Any], None]) -> Callable[[Turn, Any], None]:
    """A button that leads to a person: `act`, but for who is blocked."""

    def pressed(turn: Turn, press: Any) -> None:
        if not refused(turn):
            act(turn, press)

    return pressed


def words(services: Services, t: Texts, reason: str) -> Html:
    """That, and why, people of the helpdesk take no more questions of someone, and what they still can do."""
    return t("blocked", reason=reason, contact=services.settings.network.contact or "none")
