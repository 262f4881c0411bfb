"""What the buttons of /evenement carry."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class ShowDraft(Press, prefix="evshow"):
    """How it is read now."""

    draft: int


@dataclass(frozen=True)
class PutDraft(Press, prefix="evput"):
    """In the agenda with it; `tell` is 1 when people hear of what changes, or get what is new as news."""

    draft: int
    tell: int


@dataclass(frozen=True)
class DropDraft(Press, prefix="evdrop"):
    """Leave the agenda as it is."""

    draft: int


@dataclass(frozen=True)
class AskDraft(Press, prefix="evask"):
    """Ask for a part of it: a value of free_form's labels, or "more"."""

    draft: int
    part: str


@dataclass(frozen=True)
class SetDay(Press, prefix="evday"):
    """It is this day (`date.toordinal()`)."""

    draft: int
    day: int


@dataclass(frozen=True)
class SetTimes(Press, prefix="evtime"):
    """It starts then and ends then: minutes since midnight; -1: all day, as an end: as long as usual."""

    draft: int
    starts: int
    ends: int


@dataclass(frozen=True)
class SetTown(Press, prefix="evtown"):
    """The place lies in this municipality."""

    draft: int
    town: str


@dataclass(frozen=True)
class SetCapacity(Press, prefix="evfit"):
    """So many people fit; 0: nobody counts."""

    draft: int
    people: int


@dataclass(frozen=True)
class SwitchTheme(Press, prefix="evtheme"):
    """This theme of the region on or off, by its number; the list starts at `first`."""

    draft: int
    theme: int
    first: int


@dataclass(frozen=True)
class SeeMessage(Press, prefix="evsee"):
    """What people hear of the change."""

    draft: int


@dataclass(frozen=True)
class ChangeEvent(Press, prefix="evchg"):
    """Change a gathering of the agenda."""

    occurrence: int


@dataclass(frozen=True)
class AskSwitch(Press, prefix="evoffask"):
    """Call it off (`on` 0), or let it go on after all (1): first who hears of that."""

    occurrence: int
    on: int


@dataclass(frozen=True)
class SeeSwitch(Press, prefix="evoffsee"):
    """What people hear of that."""

    occurrence: int
    on: int


@dataclass(frozen=True)
class SwitchEvent(Press, prefix="evoff"):
    """Do it; `tell` is 1 when people hear of it."""

    occurrence: int
    on: int
    tell: int


@dataclass(frozen=True)
class ListEvents(Press, prefix="evlist"):
    """What can be changed, from the `first`-th to come on."""

    first: int


@dataclass(frozen=True)
class GetTable(Press, prefix="evtable"):
    """[ Agenda als Excel ]"""


@dataclass(frozen=True)
class GetTemplate(Press, prefix="evsheet"):
    """[ Sjabloon (Excel) ]: a table to fill in."""
