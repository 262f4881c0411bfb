"""What the buttons of /nieuws mean. `news`: its number; `version`: of what it says and for whom, as it was shown."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class Who(Press, prefix="newswho"):
    """[ Terug ], [ Klaar ]: for whom it is."""

    news: int


@dataclass(frozen=True)
class Places(Press, prefix="newsplaces"):
    """[ Gemeente ]: municipalities to choose from, from this one on."""

    news: int
    first: int


@dataclass(frozen=True)
class SwitchPlace(Press, prefix="newsplace"):
    """For this municipality, or not after all; an empty name: for all."""

    news: int
    first: int
    name: str


@dataclass(frozen=True)
class Themes(Press, prefix="newsthemes"):
    """[ Onderwerp ]: themes to choose from, from this one on."""

    news: int
    first: int


@dataclass(frozen=True)
class SwitchTheme(Press, prefix="newstheme"):
    """For this theme, or not after all; an empty name: for all."""

    news: int
    first: int
    name: str


@dataclass(frozen=True)
class NextLanguage(Press, prefix="newslang"):
    """[ Taal ]: the next one; after the last, all."""

    news: int


@dataclass(frozen=True)
class Preview(Press, prefix="newsshow"):
    """Show the news as members get it."""

    news: int


@dataclass(frozen=True)
class Send(Press, prefix="newssend"):
    """Send it, in a moment."""

    news: int
    version: int


@dataclass(frozen=True)
class Later(Press, prefix="newslater"):
    """[ Later sturen ], [ Wijzig ]: when?"""

    news: int
    version: int


@dataclass(frozen=True)
class Hours(Press, prefix="newshours"):
    """[ Andere tijd ]: the hours of a day, so many days from now."""

    news: int
    version: int
    days: int


@dataclass(frozen=True)
class At(Press, prefix="newsat"):
    """Send it then: minutes since 1970."""

    news: int
    version: int
    minute: int


@dataclass(frozen=True)
class Hold(Press, prefix="newshold"):
    """[ Stop ] before it leaves: it stays a draft."""

    news: int


@dataclass(frozen=True)
class Pause(Press, prefix="newspause"):
    """[ Pauze ]"""

    news: int


@dataclass(frozen=True)
class GoOn(Press, prefix="newsgoon"):
    """[ Ga door ]"""

    news: int


@dataclass(frozen=True)
class Stop(Press, prefix="newsstop"):
    """[ Stop ] while it is being sent: the rest does not go."""

    news: int


@dataclass(frozen=True)
class Drop(Press, prefix="newsdrop"):
    """[ Niet doen ]"""

    news: int


@dataclass(frozen=True)
class AskBack(Press, prefix="newsback"):
    """[ Haal weg ]: where is that possible?"""

    news: int


@dataclass(frozen=True)
class TakeBack(Press, prefix="newstake"):
    """[ Haal weg bij 147 ]"""

    news: int


@dataclass(frozen=True)
class Better(Press, prefix="newsbetter"):
    """[ Verbeter ], [ Stuur verbetering ]: what are the better words?"""

    news: int


@dataclass(frozen=True)
class Fix(Press, prefix="newsfix"):
    """[ Verbeter bij 147 ]"""

    news: int
    version: int


@dataclass(frozen=True)
class KeepAsIs(Press, prefix="newskeep"):
    """[ Niet doen ] under the better words."""

    news: int


@dataclass(frozen=True)
class Progress(Press, prefix="newsprogress"):
    """[ Niet doen ] when taking back was asked: how far it is."""

    news: int


@dataclass(frozen=True)
class ReportFile(Press, prefix="newsreport"):
    """[ Rapport ]"""

    news: int
