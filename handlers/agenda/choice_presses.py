"""What the buttons of /meldingen mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.agenda.choices import Kind
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
    """Which kinds of messages are on."""


@dataclass(frozen=True)
class Set(Press, prefix="subkind"):
    """Only these kinds are on, by their first letters ("nrc"); `then`: "k" back to the kinds, "o" the overview, "r"
    say that they are on."""

    kinds: str
    then: str

    @classmethod
    def of(cls, kinds: Collection[Kind], then: str) -> Set:
        """The press that leaves these on."""
        return cls("".join(kind[0] for kind in Kind if kind in kinds), then)

    def chosen(self) -> frozenset[Kind]:
        """The kinds that are on."""
        return frozenset(kind for kind in Kind if kind[0] in self.kinds)


@dataclass(frozen=True)
class Mute(Press, prefix="submute"):
    """[ Echt niets meer ]: `kinds` were on."""

    kinds: str


@dataclass(frozen=True)
class KeepOff(Press, prefix="subkeepoff"):
    """[ Laat ze uit ]: after they blocked the bot and came back."""


@dataclass(frozen=True)
class QuietHours(Press, prefix="subquiet"):
    """When no message should be heard."""


@dataclass(frozen=True)
class SetQuiet(Press, prefix="subquietset"):
    """From when until when, in minutes of the day; both 0: never."""

    begins: int
    until: int


@dataclass(frozen=True)
class Zones(Press, prefix="subzones"):
    """By which clock do you live?"""


@dataclass(frozen=True)
class SetZone(Press, prefix="subzone"):
    """By this one (IANA); an empty one is the network's."""

    zone: str


@dataclass(frozen=True)
class Done(Press, prefix="subdone"):
    """Nothing more to choose."""
