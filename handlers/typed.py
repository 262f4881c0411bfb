"""Buttons that are typed: "ja", "2", "geen van deze" do what the button of the last message does."""

from __future__ import annotations

import re
from datetime import timedelta

from handlers.asking import fragments
from handlers.presses import Press, StalePressError
from handlers.roles import Role
from handlers.turn import Turn

# A word typed long after the buttons were shown is a new question, not an answer.
HOLDS = timedelta(hours=1)


def typed_button(turn: Turn) -> bool:
    """Whether the text is a button of the last message with buttons; then it was pressed."""
    buttons = [] if fragments.is_waiting(turn) else turn.recall("buttons") or []
    label = match(turn.text, [label for label, _ in buttons])
    if label is None:
        return False
    data = next(data for name, data in buttons if name == label)
    kind = Press.known.get(data.split(":")[0])
    if kind is None or kind not in turn.services.press_acts:
        return False
    act, role = turn.services.press_acts[kind]
    if role is not Role.ANYONE:
        return False  # who has that role is asked before a turn begins; such a button must be pressed
    try:
        press = kind.parse(data)
    except StalePressError:
        return False
    turn.typed = label
    turn.remember(unsure=None)  # it was used: what comes next is a new question
    act(turn, press)
    return True


def match(text: str, labels: list[str]) -> str | None:
    """The label that the text means: the whole label, its number, or its first word when that is yes or no."""
    said = _plain(text)
    if not said:
        return None
    for label in labels:
        whole = _plain(label)
        first = whole.split(" ")[0]
        number = re.fullmatch(r"\w+ (\d)", whole)
        if said == whole or (number and said == number[1]) or (said == first and first in ("ja", "nee", "yes", "no")):
            return label
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
