"""The buttons under the question whether it is solved."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class Solved(Press, prefix="solved"):
    """[ Ja, klaar ], or [ Nee, klaar ] when the question was whether it is still needed."""

    ticket: int


@dataclass(frozen=True)
class NotSolved(Press, prefix="not-solved"):
    """[ Nee, ik heb nog iets ], or [ Ja, nog nodig ]."""

    ticket: int
