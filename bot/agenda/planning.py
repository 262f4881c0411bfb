"""When reminders go out, and for whom: rows, planned for each occurrence and each configured offset."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.agenda import wall
from bot.agenda.region import Region
from storage import outbox
from storage.agenda import CANCELLED, CONFIRMED, PLANNED, SENT, Occurrence, OccurrenceTheme, Reminder
from storage.outbox import OutboxRow

# The purpose of reminders in the outbox; their ref is the reminder's id.
PURPOSE = "reminder"
# SQLite takes at most 32,766 values in one statement; a list of 500 keeps plans short.
TOGETHER = 500

Due = tuple[int, datetime]


def replan(session: Session, region: Region, offsets: Sequence[int], now: datetime) -> int:
    """Fit all reminders, places and themes to the settings of today. Returns how many occurrences are to come."""
    coming = list(session.scalars(select(Occurrence).where(Occurrence.starts_at > now)))
    plan(session, coming, region, offsets, now)
    return len(coming)


def plan(
    session: Session, occurrences: Collection[Occurrence], region: Region, offsets: Sequence[int], now: datetime
) -> None:
    """Make the reminders, place and themes of these occurrences fit their time and text. Again changes nothing.

    `offsets`: minutes before the start. Reminders whose moment has passed are not planned anymore. What was expanded
    for a time that no longer holds, and did not leave yet, is taken back. An occurrence's own offsets come first.
    """
    for occurrence in occurrences:
        occurrence.place = region.of_location(occurrence.location)
    session.flush()
    everything = list(occurrences)
    for some in (everything[n : n + TOGETHER] for n in range(0, len(everything), TOGETHER)):
        _themes(session, some, region)
        _reminders(session, some, offsets, now)


def anchor(occurrence: Occurrence) -> datetime:
    """The moment until which a reminder makes sense: the start, or nine in the morning of an all-day event."""
    return wall.to_utc(_begins(occurrence), ZoneInfo(occurrence.zone))


def _reminders(session: Session, occurrences: Sequence[Occurrence], offsets: Sequence[int], now: datetime) -> None:
    have: dict[int, list[Reminder]] = {o.id: [] for o in occurrences}
    for reminder in session.scalars(select(Reminder).where(Reminder.occurrence_id.in_(list(have)))):
        have[reminder.occurrence_id].append(reminder)
    new = []
    for occurrence in occurrences:
        wanted = _wanted(occurrence, offsets, now)
        for reminder in have[occurrence.id]:
            if wanted.pop((reminder.minutes_before, reminder.due_at), None) is None:
                _unwanted(session, occurrence, reminder, now)
        for (minutes, due_at), until in wanted.items():
            new.append({"occurrence_id": occurrence.id, "minutes_before": minutes, "due_at": due_at} | until)
    session.flush()
    if new:
        session.execute(insert(Reminder), new)


def _unwanted(session: Session, occurrence: Occurrence, reminder: Reminder, now: datetime) -> None:
    holds = occurrence.state == CONFIRMED and reminder.expires_at == anchor(occurrence)
    if reminder.state == PLANNED and (reminder.due_at > now or not holds):
        session.delete(reminder)
    elif reminder.state == SENT and not holds:
        outbox.cancel(session, (OutboxRow.purpose == PURPOSE) & (OutboxRow.ref == reminder.id))


def _wanted(occurrence: Occurrence, offsets: Sequence[int], now: datetime) -> dict[Due, dict[str, object]]:
    if occurrence.state == CANCELLED:
        return {}
    begins, zone = _begins(occurrence), ZoneInfo(occurrence.zone)
    until = {"expires_at": anchor(occurrence), "state": PLANNED}
    own = offsets if occurrence.offsets is None else occurrence.offsets
    due = [(minutes, wall.before(begins, zone, minutes)) for minutes in own]
    return {key: until for key in due if key[1] > now}


def _themes(session: Session, occurrences: Sequence[Occurrence], region: Region) -> None:
    wanted = {(o.id, theme) for o in occurrences for theme in region.known_themes(o.themes)}
    ids = [o.id for o in occurrences]
    query = select(OccurrenceTheme.occurrence_id, OccurrenceTheme.theme).where(OccurrenceTheme.occurrence_id.in_(ids))
    have = set(session.execute(query))
    for occurrence_id, theme in have - wanted:
        session.execute(delete(OccurrenceTheme).filter_by(occurrence_id=occurrence_id, theme=theme))
    rows = [{"occurrence_id": occurrence_id, "theme": theme} for occurrence_id, theme in sorted(wanted - have)]
    if rows:
        session.execute(insert(OccurrenceTheme), rows)


def _begins(occurrence: Occurrence) -> datetime:
    return wall.begins(occurrence.starts_local, occurrence.all_day)
