"""The buttons of looking for old questions."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class FoundPage(Press, prefix="found"):
    """A page of what was found."""

    search: int
    page: int


@dataclass(frozen=True)
class FoundTicket(Press, prefix="found-one"):
    """[ Bekijk 2 ]: one of them. `page`: where [ Terug ] leads."""

    search: int
    ticket: int
    page: int


@dataclass(frozen=True)
class Earlier(Press, prefix="earlier"):
    """[ Eerdere vragen ] of the one who asks."""

    ticket: int
