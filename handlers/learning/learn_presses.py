"""The buttons of learning: what each carries. `case` is one of bot.knowledge.learning."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from handlers.presses import Press


@dataclass(frozen=True)
class LearnPage(Press, prefix="lrn"):
    """[ Volgende ], [ Vorige ], [ Begin ]: the case at this place, from 0."""

    page: int


@dataclass(frozen=True)
class LearnBack(Press, prefix="lrn-back"):
    """[ Terug ]: the case itself again."""

    case: int


@dataclass(frozen=True)
class LearnBelongs(Press, prefix="lrn-to"):
    """[ Hoort bij 1 ], [ Voeg toe ]: to the entry with this key. `sure` 1: also when it is like another."""

    case: int
    entry: int
    sure: int = 0


@dataclass(frozen=True)
class LearnRefuse(Press, prefix="lrn-no"):
    """[ Nee ]: no phrasing for that entry."""

    case: int


@dataclass(frozen=True)
class LearnIgnore(Press, prefix="lrn-off"):
    """[ Negeren ]"""

    case: int


@dataclass(frozen=True)
class LearnOther(Press, prefix="lrn-find"):
    """[ Ander antwoord ]: staff will say words to search by."""

    case: int


@dataclass(frozen=True)
class LearnNew(Press, prefix="lrn-new"):
    """[ Nieuw antwoord ]: a draft."""

    case: int


@dataclass(frozen=True)
class LearnUndo(Press, prefix="lrn-undo"):
    """[ Ongedaan maken ]"""

    case: int


def key(entry_id: str) -> int:
    """A short number for an entry: ids may be too long for a button beside what else it carries."""
    return int.from_bytes(blake2b(entry_id.encode(), digest_size=7).digest())
