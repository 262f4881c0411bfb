"""A ticket that was put off: staff may take it up before its time."""

from __future__ import annotations

from bot.desk.states import Step
from handlers.desk import staff_card
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_notes import refresh
from handlers.desk.desk_presses import Wake
from handlers.front import Front
from handlers.turn import Turn


def register(front: Front) -> None:
    """The button of a sleeping ticket."""
    front.press(Wake, wake, staff=True)


def wake(turn: Turn, press: Wake) -> None:
    """[ Nu weer ]: it is work again, of whoever had it."""
    stepped = staff_card.step(turn, Step.WAKE, press.ticket)
    if stepped is not None:
        refresh(StaffGroup.of(turn), stepped.ticket)
