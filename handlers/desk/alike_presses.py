"""The buttons of an answer for everyone who asks the same (conversation 9)."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class AlikeLook(Press, prefix="alike"):
    """[ Bekijk ], [ Volgende ]: who gets it too, a page of them."""

    share: int
    page: int


@dataclass(frozen=True)
class AlikeSwitch(Press, prefix="alike-on"):
    """[ Wissel 2 ]"""

    share: int
    ticket: int
    page: int


@dataclass(frozen=True)
class AlikeSend(Press, prefix="alike-go"):
    """[ Stuur aan 5 ]"""

    share: int


@dataclass(frozen=True)
class AlikeStop(Press, prefix="alike-stop"):
    """[ Stop ]"""

    share: int


@dataclass(frozen=True)
class AlikeNot(Press, prefix="alike-no"):
    """[ Niet nu ], [ Niet doen ]"""

    share: int


@dataclass(frozen=True)
class AlikeShow(Press, prefix="alike-show"):
    """[ Stuur ook aan anderen ], on the card."""

    share: int
