"""A calendar as we read it: events with their occurrences, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import wall


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, or worth knowing: `kind` names a text ("calendar-<kind>"), filled in with `values`.

    `line`: where in the file, from 1; None for the file as a whole. `event`: the title or UID.
    """

    kind: str
    line: int | None = None
    event: str = ""
    values: dict[str, str | int] = field(default_factory=dict)


class CalendarRefused(Exception):
    """The calendar cannot be used. `problems` holds every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(f"{p.kind} (line {p.line}): {p.event}" for p in problems))


@dataclass(frozen=True, slots=True)
class ParsedOccurrence:
    """One gathering. Local times are naive, in `zone` (IANA); an end of an all-day event is the day after the last.

    `recurrence`: the wall-clock start that the rule gave it; empty for an event that happens once.
    `capacity`: how many people fit, 0 when nobody counts; `answer_by_local`: until when one can say to come, by the
    wall clock. Of both None: the calendar does not say, and what was set stays.
    """

    recurrence: str
    title: str
    description: str
    location: str
    url: str | None
    themes: tuple[str, ...]
    cancelled: bool
    all_day: bool
    zone: str
    starts_local: datetime
    ends_local: datetime
    capacity: int | None = None
    answer_by_local: datetime | None = None

    @property
    def starts_at(self) -> datetime:
        """The start in UTC."""
        return wall.to_utc(self.starts_local, ZoneInfo(self.zone))

    @property
    def ends_at(self) -> datetime:
        """The end in UTC, never before the start."""
        return max(self.starts_at, wall.to_utc(self.ends_local, ZoneInfo(self.zone)))


@dataclass(frozen=True, slots=True)
class ParsedEvent:
    """One UID with what is still to come of it.

    `whole`: what is not among the occurrences is no more. Of a row of a table: its `number` as written there, and the
    `columns` that it has.
    """

    uid: str
    sequence: int
    title: str
    occurrences: tuple[ParsedOccurrence, ...]
    whole: bool = True
    number: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedCalendar:
    """What a file holds. `until`: how far ahead series were followed, in UTC."""

    events: tuple[ParsedEvent, ...]
    until: datetime
    notes: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON column."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ParsedCalendar:
        """The calendar that `to_json` wrote, after a trip through JSON."""
        events = tuple(_event(e) for e in data["events"])
        return cls(events, datetime.fromisoformat(data["until"]), tuple(Problem(**n) for n in data["notes"]))


def _event(data: dict[str, Any]) -> ParsedEvent:
    occurrences = tuple(_occurrence(o) for o in data["occurrences"])
    return ParsedEvent(**data | {"occurrences": occurrences, "columns": tuple(data.get("columns", ()))})


def _occurrence(data: dict[str, Any]) -> ParsedOccurrence:
    named = ("starts_local", "ends_local", "answer_by_local")
    times = {name: datetime.fromisoformat(data[name]) for name in named if data.get(name)}
    return ParsedOccurrence(**data | times | {"themes": tuple(data["themes"])})
