"""What a calendar would change in the agenda. Only looks.

Known by UID, and within a series by the start that the rule gave. What is no longer in the file stays: it may have
been forgotten. What a series that is in the file no longer holds (EXDATE, another rule) is called off.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import own_rows, places
from bot.agenda.parsed import ParsedCalendar, ParsedEvent, ParsedOccurrence
from storage.agenda import CANCELLED, CONFIRMED, Event, Occurrence

# PLACES: nothing but how many people fit, or until when one can say to come.
NEW, MOVED, CALLED_OFF, BACK, CHANGED, PLACES = "new", "moved", "cancelled", "back", "changed", "places"
# Where an event came from, when no feed nor chat message brought it.
FILE, FEED = "file", "feed:"


@dataclass(frozen=True, slots=True)
class Step:
    """One change: `kind` of it, the row it is about (None: a new one), and what the file says (None: nothing more)."""

    kind: str
    uid: str
    row: Occurrence | None
    one: ParsedOccurrence | None


@dataclass
class Comparison:
    """What would change. `older`, `missing` and `past` are titles of events that stay as they are.

    `read`: events in the file. `same`: occurrences that are as they were. `events`: those to write down.
    `overruled`: titles of those that staff changed by hand since, which stay as staff put them.
    """

    read: int
    steps: list[Step] = field(default_factory=list)
    same: int = 0
    older: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    overruled: list[str] = field(default_factory=list)
    events: dict[str, ParsedEvent] = field(default_factory=dict)


def compare(session: Session, parsed: ParsedCalendar, now: datetime, source: str = FILE) -> Comparison:
    """Lay the calendar beside the agenda. `now` in UTC: what has begun stays. `source`: see storage's Event."""
    result = Comparison(len(parsed.events))
    parsed = own_rows.known(session, parsed, now)
    known = {event.uid: event for event in session.scalars(select(Event))}
    rows = _rows(session, now)
    for event in parsed.events:
        have = known.get(event.uid)
        if have is not None and _of_another(have, source):
            continue
        if have is not None and event.sequence < have.sequence:
            result.older.append(event.title)
        elif have is None and not event.occurrences:
            result.past.append(event.title)
        else:
            result.events[event.uid] = event
            result.same += len(event.occurrences)
            for step in _steps(event, rows.get(have.id, {}) if have else {}, now, parsed.until):
                _lay_down(result, step, event.whole)
    result.missing = _missing(session, {e.uid for e in parsed.events}, source, now)
    return result


def _lay_down(result: Comparison, step: Step, whole: bool) -> None:
    """A step to do; or what staff changed since, which stays so: then what else the calendar says is done.

    `whole` False: a table of our own agenda says it, so staff do.
    """
    row, one = step.row, step.one
    result.same -= one is not None
    if row is None or one is None:
        result.steps.append(step)
        return
    stays = whole and step.kind != PLACES and overruled(row, one)
    if stays or places.are_kept(row, one):
        result.overruled.append(row.title)
    if stays or step.kind == PLACES:
        if not places.changes(row, one):
            return
        step = replace(step, kind=PLACES)
    result.steps.append(step)


def _of_another(have: Event, source: str) -> bool:
    """Whether another feed brought it: of two that hold the same gathering, the first keeps it."""
    return have.source.startswith(FEED) and source.startswith(FEED) and have.source != source


def kind_of(row: Occurrence, one: ParsedOccurrence) -> str | None:
    """What the file changes in a row, as someone who would come sees it; None: nothing."""
    state = CANCELLED if one.cancelled else CONFIRMED
    if row.state != state:
        return CALLED_OFF if one.cancelled else BACK
    if not one.cancelled and (row.starts_at, row.all_day) != (one.starts_at, one.all_day):
        return MOVED
    return None if all(getattr(row, name) == value for name, value in fields(one).items()) else CHANGED


# The columns of an occurrence that a calendar decides.
FIELDS = (
    "recurrence",
    "title",
    "description",
    "location",
    "url",
    "themes",
    "state",
    "all_day",
    "zone",
    "starts_local",
    "ends_local",
    "starts_at",
    "ends_at",
)


def fields(one: ParsedOccurrence) -> dict[str, object]:
    """Their values, by FIELDS."""
    own: dict[str, object] = {"themes": list(one.themes), "state": CANCELLED if one.cancelled else CONFIRMED}
    return {name: own[name] if name in own else getattr(one, name) for name in FIELDS}


def overruled(row: Occurrence, one: ParsedOccurrence | None) -> bool:
    """Whether the calendar says what it said when staff changed this by hand: then theirs goes before it."""
    return row.overrules is not None and one is not None and row.overrules == _said(fields(one))


def said_before(row: Occurrence) -> str:
    """What the calendar said of this one, which staff change now: for `overrules`."""
    return _said({name: getattr(row, name) for name in FIELDS})


def _said(values: dict[str, object]) -> str:
    return hashlib.sha256(repr(sorted(values.items())).encode()).hexdigest()


def _rows(session: Session, now: datetime) -> dict[int, dict[str, Occurrence]]:
    """Occurrences by event and recurrence. Of series only those to come; of single events always the one there is."""
    query = select(Occurrence).where((Occurrence.ends_at > now) | (Occurrence.recurrence == ""))
    found: dict[int, dict[str, Occurrence]] = {}
    for row in session.scalars(query.order_by(Occurrence.starts_at)):
        found.setdefault(row.event_id, {})[row.recurrence] = row
    return found


def _steps(event: ParsedEvent, rows: dict[str, Occurrence], now: datetime, until: datetime) -> Iterator[Step]:
    wanted = {o.recurrence: o for o in event.occurrences}
    gone = [row for key, row in rows.items() if key not in wanted and now < row.starts_at <= until and event.whole]
    for key, one in wanted.items():
        row = rows.get(key) or _same_day(one, gone)
        kind = NEW if row is None else kind_of(row, one)
        if kind is None and row is not None and (places.changes(row, one) or places.are_kept(row, one)):
            kind = PLACES
        if kind:
            yield Step(kind, event.uid, row, one)
    for row in gone:
        if row.state == CONFIRMED:
            yield Step(CALLED_OFF, event.uid, row, None)


def _same_day(one: ParsedOccurrence, gone: list[Occurrence]) -> Occurrence | None:
    """A series that got another hour names its occurrences anew: the one of the same day is the same gathering."""
    for row in gone:
        if row.starts_local.date() == one.starts_local.date():
            gone.remove(row)
            return row
    return None


def _missing(session: Session, uids: set[str], source: str, now: datetime) -> list[str]:
    """Titles of events to come from this source that the calendar does not hold, soonest first."""
    query = (
        select(Event.uid, Occurrence.title)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .where(Occurrence.starts_at > now, Occurrence.state == CONFIRMED, Event.source == source)
        .order_by(Occurrence.starts_at)
    )
    titles: dict[str, str] = {}
    for uid, title in session.execute(query):
        if uid not in uids:
            titles.setdefault(uid, title)
    return list(titles.values())
