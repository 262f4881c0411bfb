"""What staff write of a gathering, kept until they say that it was read well: storage.event_drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bot.agenda.free_form import Reading
from bot.agenda.parsed import ParsedOccurrence
from storage.agenda import CONFIRMED, Occurrence
from storage.event_drafts import DONE, DROPPED, OPEN, EventDraft
from storage.outbox import OutboxRow

LONGEST_NAME = 64


def open_(
    session: Session,
    chat_id: int,
    reading: Reading,
    by: str,
    now: datetime,
    written_id: int | None = None,
    occurrence_id: int | None = None,
) -> EventDraft:
    """A new draft. `written_id`: the message it was read from; `occurrence_id`: the gathering it changes."""
    draft = EventDraft(
        chat_id=chat_id,
        written_id=written_id,
        reading=reading.to_json(),
        occurrence_id=occurrence_id,
        state=OPEN,
        by=by[:LONGEST_NAME],
        at=now,
    )
    session.add(draft)
    session.flush()
    return draft


def take(session: Session, draft_id: int) -> EventDraft | None:
    """The draft, locked, when it can still be changed and done."""
    draft = session.get(EventDraft, draft_id, with_for_update=True)
    return draft if draft is not None and draft.state == OPEN else None


def written(session: Session, chat_id: int, message_id: int) -> EventDraft | None:
    """The newest draft that was read from this message of staff."""
    query = select(EventDraft).where(EventDraft.chat_id == chat_id, EventDraft.written_id == message_id)
    return session.scalars(query.order_by(EventDraft.id.desc()).limit(1)).first()


def shown(session: Session, chat_id: int, message_id: int) -> EventDraft | None:
    """The draft that this message of the bot shows."""
    said = select(OutboxRow.id).where(OutboxRow.chat_id == chat_id, OutboxRow.message_id == message_id)
    here = or_(EventDraft.message_id == message_id, EventDraft.row_id.in_(said))
    query = select(EventDraft).where(EventDraft.chat_id == chat_id, here)
    return session.scalars(query.order_by(EventDraft.id.desc()).limit(1)).first()


def reading_of(draft: EventDraft) -> Reading:
    """What was read."""
    return Reading.from_json(draft.reading)


def put(draft: EventDraft, reading: Reading) -> None:
    """It is read otherwise."""
    draft.reading = reading.to_json()


def choose_day(draft: EventDraft, day: date) -> None:
    """Of the days that may be meant, it is this one. What lasts some days lasts as long from another day on."""
    reading = reading_of(draft)
    last = reading.last
    if last is not None and len(reading.days) == 1:
        last += day - reading.days[0]
    put(draft, replace(reading, days=(day,), last=last))


def done(draft: EventDraft, occurrence_id: int) -> None:
    """It is in the agenda."""
    draft.state, draft.occurrence_id = DONE, occurrence_id


def drop(draft: EventDraft) -> None:
    """It is not done."""
    draft.state = DROPPED


def of_occurrence(row: Occurrence) -> Reading:
    """A gathering of the agenda as if staff had written it."""
    starts, ends = row.starts_local, row.ends_local
    last = _day_before(ends) if row.all_day else ends.date()
    return Reading(
        title=row.title,
        days=(starts.date(),),
        last=last if last > starts.date() else None,
        starts=None if row.all_day else starts.time(),
        ends=None if row.all_day else ends.time(),
        all_day=row.all_day,
        location=row.location,
        url=row.url,
        themes=tuple(row.themes),
        capacity=row.capacity,
        description=row.description,
    )


def zone_of(row: Occurrence) -> ZoneInfo:
    """The zone whose wall clock its times are."""
    return ZoneInfo(row.zone)


def alike(session: Session, one: ParsedOccurrence) -> Occurrence | None:
    """A gathering of the same day with the same title or the same place and time: perhaps the same one."""
    day = datetime.combine(one.starts_local.date(), time())
    here = Occurrence.starts_local >= day, Occurrence.starts_local < day + timedelta(days=1)
    same_title = func.lower(Occurrence.title) == one.title.lower()
    same_place = (Occurrence.location == one.location) & (Occurrence.starts_at == one.starts_at)
    query = select(Occurrence).where(*here, Occurrence.state == CONFIRMED, same_title | same_place)
    return session.scalars(query.order_by(Occurrence.id).limit(1)).first()


def _day_before(moment: datetime) -> date:
    return date.fromordinal(moment.toordinal() - 1) if moment.time() == moment.min.time() else moment.date()
