"""A command that there is not, or not here: said, with the one that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.profile import COMMANDS, GROUP_COMMANDS, STAFF_COMMANDS
from handlers.turn import Turn

ALIKE = 70.0
LONGEST = 32  # as long as Telegram lets a command be


def in_private(turn: Turn) -> bool:
    """Whether the text is a command that we do not know in a private chat; it is no question, and nobody's message."""
    name = _name(turn.text)
    alone = name is not None and len(turn.text.split()) == 1
    if name in STAFF_COMMANDS and name not in COMMANDS:
        turn.say("command-for-staff", typed=f"/{name}")
    elif name is not None and alone and name not in GROUP_COMMANDS:
        turn.say("command-unknown", typed=f"/{name}", close=_closest(name, COMMANDS) or "none")
    else:
        return False
    return True


def in_staff_group(turn: Turn) -> None:
    """A typing error gets the right command, a command of members where it works; others may be another bot's."""
    name = _name(turn.text)
    if name in COMMANDS:
        turn.say("command-in-private", typed=f"/{name}")
        return
    close = _closest(name, STAFF_COMMANDS) if name is not None else None
    if close is not None:
        turn.say("command-unknown-here", typed=f"/{name}", close=close)


def _name(text: str) -> str | None:
    """The command that a text begins with, without the bot it is addressed to."""
    found = re.match(r"/(\w+)(?:@\w+)?(?:\s|$)", text.strip())
    return found[1].casefold()[:LONGEST] if found else None


def _closest(name: str, known: Iterable[str]) -> str | None:
    found = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found is not None else None
