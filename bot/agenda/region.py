"""The municipalities of the network, the places in them as people type them, and the themes one can choose."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import yaml
from rapidfuzz import fuzz, process

# Two typing errors in a name of ten letters are still understood; "zeist" is not taken for "soest".
CLOSE = 75
# A name travels in a button, and Telegram takes 64 bytes for all that a button carries.
LONGEST_NAME = 48
LONGEST_THEME = 40
# Two of these stand beside each other on a phone.
LONGEST_ZONE = 20
# Words in a LOCATION that say that one need not go anywhere.
ONLINE = ("online", "videolink", "zoom.us", "teams.", "http://", "https://")
POSTCODE = re.compile(r"^\d{4}\s?[A-Za-z]{2}\s+")


class RegionError(Exception):
    """The region file cannot be used. Its text says where and why."""


@dataclass(frozen=True)
class Match:
    """What a typed place stands for: `place` as written in the file, in `municipality`."""

    place: str
    municipality: str


@dataclass(frozen=True)
class Region:
    """Read from a file that each network makes for itself. `zones`: where else members live, with its IANA zone."""

    name: str
    municipalities: tuple[str, ...]
    themes: tuple[str, ...]
    places: dict[str, Match]
    zones: dict[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Match | None:
        """The place or municipality with exactly this name, whatever its capitals, accents and hyphens."""
        return self.places.get(plain(text))

    def close(self, text: str, limit: int = 3) -> list[Match]:
        """Places whose names look like the text, best first, one for each municipality."""
        found = process.extract(plain(text), list(self.places), scorer=fuzz.ratio, score_cutoff=CLOSE, limit=8)
        best: dict[str, Match] = {}
        for name, _score, _index in found:
            match = self.places[name]
            best.setdefault(match.municipality, match)
        return list(best.values())[:limit]

    def of_location(self, location: str) -> str | None:
        """The municipality in which an event's LOCATION lies: its last part that is a place. None: nowhere we know."""
        for part in reversed(location.split(",")):
            match = self.find(POSTCODE.sub("", part.strip()))
            if match:
                return match.municipality
        return None

    def known_themes(self, themes: list[str]) -> list[str]:
        """Those of the themes that a member can choose."""
        return [t for t in themes if t in self.themes]


def is_online(location: str) -> bool:
    """Whether a gathering is on the internet."""
    return any(word in location.casefold() for word in ONLINE)


def plain(text: str) -> str:
    """A name as we compare it: no capitals, accents, hyphens or other marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.casefold()))


@lru_cache(maxsize=8)
def load(path: Path) -> Region:
    """Read a region file (YAML). Raises RegionError with what is wrong with it."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RegionError(f"The region file {path} cannot be read: {error.strerror}. See events.region.") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise RegionError(f"The region file {path} is not valid YAML: {error}") from None
    mistakes = _mistakes(data)
    if mistakes:
        raise RegionError(f"The region file {path} needs a change:\n" + "\n".join(f"  - {m}" for m in mistakes))
    names = {str(m): [str(p) for p in places or []] for m, places in data["municipalities"].items()}
    themes = tuple(str(t) for t in data["themes"])
    zones = {str(place): str(zone) for place, zone in (data.get("zones") or {}).items()}
    return Region(str(data["name"]), tuple(names), themes, _places(names), zones)


def _places(names: dict[str, list[str]]) -> dict[str, Match]:
    """A municipality's own name goes before a village of the same name elsewhere."""
    own = {plain(m): Match(m, m) for m in names}
    villages = {plain(p): Match(p, m) for m, places in names.items() for p in places}
    return villages | own


def _mistakes(data: Any) -> list[str]:
    if not isinstance(data, dict):
        return ["it must have the keys name, municipalities and themes"]
    found = []
    if not isinstance(data.get("name"), str):
        found.append("name: must be text, as 'provincie Utrecht'")
    towns = data.get("municipalities")
    if not isinstance(towns, dict) or not towns:
        found.append("municipalities: must list each municipality with its places, as 'Zeist: [Den Dolder]'")
    else:
        wrong = [m for m, p in towns.items() if p is not None and not isinstance(p, list)]
        found += [f"municipalities: the places of {m} must be a list, as [Den Dolder]" for m in wrong]
        long = [m for m in towns if len(str(m).encode()) > LONGEST_NAME]
        found += [f"municipalities: '{m}' is longer than {LONGEST_NAME} bytes" for m in long]
    themes = data.get("themes")
    if not isinstance(themes, list) or any(
        not isinstance(t, str) or not 0 < len(t.encode()) <= LONGEST_THEME for t in themes
    ):
        found.append("themes: must be a list of words of at most 40 bytes")
    return found + _zone_mistakes(data.get("zones") or {})


def _zone_mistakes(zones: Any) -> list[str]:
    if not isinstance(zones, dict):
        return ["zones: must give each place its time zone, as 'Suriname: America/Paramaribo'"]
    long = [f"zones: '{place}' is longer than 20 characters" for place in zones if len(str(place)) > LONGEST_ZONE]
    unknown = [z for z in zones.values() if str(z) not in available_timezones() or len(str(z)) > LONGEST_NAME]
    return long + [f"zones: '{z}' is not a known time zone; use a name as America/Paramaribo" for z in unknown]
