"""What the buttons of /meldingen mean."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class Open(Press, prefix="sub"):
    """The choices as they are now, in a new message (`anew` 1) or in place of the pressed one."""

    anew: int = 0


@dataclass(frozen=True)
class Places(Press, prefix="subplaces"):
    """Municipalities to choose from, from this one on."""

    first: int


@dataclass(frozen=True)
class PickPlace(Press, prefix="subplace"):
    """This municipality; an empty name is the whole province."""

    municipality: str


@dataclass(frozen=True)
class MyPlaces(Press, prefix="submine"):
    """The municipalities that were chosen."""


@dataclass(frozen=True)
class DropPlace(Press, prefix="subdrop"):
    """Not this municipality."""

    municipality: str


@dataclass(frozen=True)
class AllThemes(Press, prefix="suballthemes"):
    """Every theme. `new` is 1 when themes are chosen for the first time: then everything goes on."""

    new: int


@dataclass(frozen=True)
class Themes(Press, prefix="subthemes"):
    """Themes to switch, from this one on."""

    first: int
    new: int


@dataclass(frozen=True)
class Switch(Press, prefix="subtheme"):
    """This theme on or off, in the list from `first` on."""

    first: int
    new: int
    theme: str


@dataclass(frozen=True)
class ThemesDone(Press, prefix="subthemesdone"):
    """The themes are as wanted."""

    new: int


@dataclass(frozen=True)
class Kinds(Press, prefix="subkinds"):
    """Switch news and reminders."""


@dataclass(frozen=True)
class Set(Press, prefix="subset"):
    """News and reminders as given (0 or 1); `then`: "k" back to the kinds, "o" the overview, "r" say they are on."""

    news: int
    reminders: int
    then: str


@dataclass(frozen=True)
class Done(Press, prefix="subdone"):
    """Nothing more to choose."""
