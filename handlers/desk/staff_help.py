"""/help in the staff group: how it works there, and what one can type."""

from __future__ import annotations

from bot.profile import STAFF_COMMANDS
from handlers.front import Front
from handlers.turn import Turn


def register(front: Front) -> None:
    """The command; /start is what the button of a fresh bot sends."""
    for name in ("help", "start"):
        front.staff_command(name, show)


def show(turn: Turn) -> None:
    """The same list as behind the Menu button, for who does not find that."""
    lines = [f"/{name}: {turn.t.plain(text)}" for name, text in STAFF_COMMANDS.items()]
    turn.say("staff-help", list="\n".join(lines))
