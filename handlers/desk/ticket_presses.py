"""The buttons under [ Meer ] of a card, and of what comes of them."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class More(Press, prefix="card-more"):
    """[ Meer ]: what else can be done with the ticket."""

    ticket: int


@dataclass(frozen=True)
class HandOver(Press, prefix="hand"):
    """[ Overdragen ]: to whom?"""

    ticket: int


@dataclass(frozen=True)
class GiveTo(Press, prefix="give-to"):
    """To this person of staff."""

    ticket: int
    person: int


@dataclass(frozen=True)
class Fine(Press, prefix="hand-ok"):
    """[ Prima ]: they take it."""

    ticket: int
    person: int


@dataclass(frozen=True)
class Cannot(Press, prefix="hand-no"):
    """[ Kan niet ]: they do not, and it is free."""

    ticket: int
    person: int


@dataclass(frozen=True)
class Later(Press, prefix="later"):
    """[ Later ]: until when?"""

    ticket: int


@dataclass(frozen=True)
class OtherDay(Press, prefix="later-day"):
    """[ Andere dag ]"""

    ticket: int


@dataclass(frozen=True)
class SleepUntil(Press, prefix="sleep"):
    """Until then. `minute`: since 1970."""

    ticket: int
    minute: int


@dataclass(frozen=True)
class TheirTurn(Press, prefix="their-turn"):
    """[ Wacht op vrager ]"""

    ticket: int


@dataclass(frozen=True)
class Merge(Press, prefix="merge"):
    """[ Voeg samen ]: with which?"""

    ticket: int


@dataclass(frozen=True)
class MergeInto(Press, prefix="merge-into"):
    """This one goes on in that one."""

    ticket: int
    into: int


@dataclass(frozen=True)
class Unmerge(Press, prefix="unmerge"):
    """[ Maak los ]: this one goes on by itself again."""

    ticket: int


@dataclass(frozen=True)
class Split(Press, prefix="split"):
    """[ Maak nieuwe vraag ]: of which message?"""

    ticket: int


@dataclass(frozen=True)
class SplitOff(Press, prefix="split-off"):
    """Of this one."""

    ticket: int
    pair: int


@dataclass(frozen=True)
class CloseWhy(Press, prefix="close-why"):
    """[ Sluit met reden ]: for which?"""

    ticket: int


@dataclass(frozen=True)
class CloseFor(Press, prefix="close-for"):
    """For this one of bot.desk.ticket.REASONS."""

    ticket: int
    reason: str


@dataclass(frozen=True)
class AskBlock(Press, prefix="block-ask"):
    """[ Blokkeer ]: whoever asked this question. Why?"""

    ticket: int
