"""A calendar into the database: what `compare` found, done. The same calendar again changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import attendance, changes, places, planning
from bot.agenda.attendance import Promoted
from bot.agenda.changes import Notice
from bot.agenda.compare import (
    BACK,
    CALLED_OFF,
    CHANGED,
    FILE,
    MOVED,
    NEW,
    PLACES,
    Comparison,
    Step,
    compare,
    fields,
    said_before,
)
from bot.agenda.parsed import ParsedCalendar
from bot.agenda.region import Region, is_online
from storage.agenda import CANCELLED, Event, Occurrence


@dataclass(frozen=True, slots=True)
class Difference:
    """One change, in words' parts. `was`: the local start it had, when it moved. `told`: how many hear of it.

    `places`: what changes of capacity and answer_by (see bot.agenda.places), with `had` what that was. `coming`: how
    many people have a place, when that is more than fit from now on; `seated`: how many of the waiting list get one.
    """

    kind: str
    title: str
    place: str
    starts: datetime
    all_day: bool
    was: datetime | None = None
    told: int = 0
    places: dict[str, Any] = field(default_factory=dict)
    had: dict[str, Any] = field(default_factory=dict)
    zone: str = "UTC"
    coming: int = 0
    seated: int = 0


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or would do. `read` counts events, `unchanged` occurrences; the lists hold titles.

    `nowhere`: places of new gatherings that lie in no municipality we know: those are for everyone.
    `overruled`: what staff changed by hand, and stays so. `promoted`: who of the waiting list got a place, by the
    number of the occurrence; they must hear it.
    """

    read: int
    differences: list[Difference]
    unchanged: int
    older: list[str]
    missing: list[str]
    past: list[str]
    nowhere: list[str]
    overruled: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    promoted: dict[int, tuple[Promoted, ...]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Difference]:
        """The differences of one kind."""
        return [d for d in self.differences if d.kind == kind]

    @property
    def told(self) -> int:
        """How many messages about changes go out."""
        return sum(d.told for d in self.differences)


def preview(
    session: Session, parsed: ParsedCalendar, region: Region, now: datetime, source: str = FILE
) -> ImportResult:
    """What `import_calendar` would do now. Changes nothing."""
    found = compare(session, parsed, now, source)
    return _result(session, found, region, now)


def import_calendar(
    session: Session,
    parsed: ParsedCalendar,
    region: Region,
    offsets: Sequence[int],
    now: datetime,
    source: str = FILE,
    only: Callable[[Step], bool] | None = None,
) -> ImportResult:
    """Bring the agenda to what the calendar says, and plan its reminders.

    `offsets`: minutes before the start. `source`: where the calendar came from, see storage's Event. `only`: which of
    the steps are done; None: all. The result's notices are what people must hear, once a message is made of
    them: see `changes.announce`.
    """
    found = compare(session, parsed, now, source)
    if only is not None:
        found.steps = [step for step in found.steps if only(step)]
    result = _result(session, found, region, now)
    events = _events(session, found, source, now)
    rows = []
    for step in found.steps:
        notice = changes.note(session, step, now)
        if notice:
            result.notices.append(notice)
        rows.append(_apply(session, step, events[step.uid], found.events[step.uid].whole, now))
    session.flush()
    result.promoted.update(_fit(session, found.steps, rows, now))
    planning.plan(session, rows, region, offsets, now)
    return result


def _events(session: Session, found: Comparison, source: str, now: datetime) -> dict[str, Event]:
    have = {e.uid: e for e in session.scalars(select(Event))}
    touched = {step.uid for step in found.steps}
    for uid, parsed in found.events.items():
        if uid not in have:
            have[uid] = Event(uid=uid, sequence=parsed.sequence, source=source, updated_at=now)
            session.add(have[uid])
        elif uid in touched or have[uid].sequence != parsed.sequence:
            have[uid].sequence, have[uid].updated_at = parsed.sequence, now
        if source != FILE:
            have[uid].source = source
    session.flush()
    return have


def _apply(session: Session, step: Step, event: Event, whole: bool, now: datetime) -> Occurrence:
    """`whole` False: a table of our own agenda says it, which goes before its calendar: staff changed it."""
    row = step.row
    if row is None:
        row = Occurrence(event_id=event.id)
        session.add(row)
    elif step.kind != PLACES and step.one is not None:
        row.answer_by = places.deadline_after(row, step.one, now)
    if step.one is None:
        row.state = CANCELLED
        return row
    if step.kind != PLACES:
        row.overrules = None if whole else row.overrules or said_before(row)
        for name, value in fields(step.one).items():
            setattr(row, name, value)
    return row


def _fit(
    session: Session, steps: Sequence[Step], rows: Sequence[Occurrence], now: datetime
) -> dict[int, tuple[Promoted, ...]]:
    """Places and deadlines as the calendar says. Returns who got a place, for each occurrence."""
    promoted = {}
    for step, row in zip(steps, rows, strict=True):
        if step.one is None:
            continue
        wanted = places.changes(row, step.one)
        places.remember(row, step.one)
        if places.ANSWER_BY in wanted:
            row.answer_by = wanted[places.ANSWER_BY]
        session.flush()
        if places.CAPACITY not in wanted and step.kind != BACK:
            continue
        # What came free while it was called off goes to who waits.
        capacity = wanted.get(places.CAPACITY, row.capacity)
        if seated := attendance.set_capacity(session, row.id, capacity, now):
            promoted[row.id] = seated
    return promoted


def _result(session: Session, found: Comparison, region: Region, now: datetime) -> ImportResult:
    told = changes.told(session, [s.row.id for s in found.steps if s.row is not None])
    new_places = [s.one.location for s in found.steps if s.kind == NEW and s.one and s.one.location]
    return ImportResult(
        read=found.read,
        differences=sorted((_difference(session, s, region, told, now) for s in found.steps), key=lambda d: d.starts),
        unchanged=found.same,
        older=found.older,
        missing=found.missing,
        past=found.past,
        nowhere=[p for p in dict.fromkeys(new_places) if region.of_location(p) is None and not is_online(p)],
        overruled=found.overruled,
    )


def _difference(session: Session, step: Step, region: Region, told: dict[int, int], now: datetime) -> Difference:
    shown = step.one or step.row
    assert shown is not None
    changed = places.changes(step.row, step.one)
    if step.row is not None and step.one is not None and step.kind != PLACES:
        by = places.deadline_after(step.row, step.one, now)
        changed |= {places.ANSWER_BY: by} if by != step.row.answer_by else {}
    coming, seated = _for_whom(session, step, changed, now)
    hears = step.row is not None and changes.matters(step, now)
    return Difference(
        kind=step.kind,
        title=shown.title,
        place=region.of_location(shown.location) or "",
        starts=shown.starts_local,
        all_day=shown.all_day,
        was=step.row.starts_local if step.row is not None and step.kind == MOVED else None,
        told=told.get(step.row.id, 0) if step.row is not None and hears else 0,
        places=changed,
        had={name: getattr(step.row, name, None) for name in changed},
        zone=shown.zone,
        coming=coming,
        seated=seated,
    )


def seated(session: Session, step: Step, now: datetime) -> int:
    """How many who wait get a place by a change, and so a message."""
    return _for_whom(session, step, places.changes(step.row, step.one), now)[1]


def _for_whom(session: Session, step: Step, changed: dict[str, Any], now: datetime) -> tuple[int, int]:
    """How many people have a place when more than fit do, and how many who wait would get one."""
    row = step.row
    if row is None or (places.CAPACITY not in changed and step.kind != BACK):
        return 0, 0
    capacity = changed.get(places.CAPACITY, row.capacity)
    taken = attendance.places(session, row).taken
    goes_on = attendance.goes_on(row, now) or (step.kind == BACK and row.starts_at > now)
    seated = len(attendance.in_line_who_fit(session, row, capacity)) if goes_on else 0
    return (taken if capacity is not None and taken > capacity else 0), seated


__all__ = [
    "BACK",
    "CALLED_OFF",
    "CHANGED",
    "MOVED",
    "NEW",
    "PLACES",
    "Difference",
    "ImportResult",
    "import_calendar",
    "preview",
    "seated",
]
