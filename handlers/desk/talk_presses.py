"""The buttons of what goes to and fro between askers and staff: what each carries."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class TakeBack(Press, prefix="take-back"):
    """[ Haal weg ]: this answer is deleted at the asker's."""

    pair: int


@dataclass(frozen=True)
class ShowNotes(Press, prefix="notes"):
    """[ Notities ]: all notes of the ticket."""

    ticket: int


@dataclass(frozen=True)
class KeepAnswer(Press, prefix="keep-ans"):
    """[ Niet doen ]"""
