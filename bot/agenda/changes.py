"""A gathering is moved or called off: exactly those who know of it hear that, once, and beside what they know.

Someone knows what they were reminded of, were told of an earlier change, or said to come to. What was on its way to
them and no longer holds is taken back first, so that of two changes shortly after one another they hear one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, literal, select, union
from sqlalchemy.orm import Session

from bot.agenda import broadcast, compare, planning, wall
from bot.agenda.audience import Audience, counts_on_it, wants_changes
from bot.agenda.broadcast import Reader
from bot.agenda.compare import BACK, CALLED_OFF, CHANGED, MOVED, Step
from storage import agenda, for_many, outbox
from storage.agenda import CONFIRMED, Occurrence, OccurrenceChange, Reminder
from storage.outbox import CANCELLED, MERGED, NEW, SENDING, SENT, OutboxRow, Priority
from storage.people import Member

# The purpose of these messages in the outbox; their ref is the change's id.
PURPOSE = "change"
ELSEWHERE = "elsewhere"
ARRIVED = (SENT, SENDING, MERGED)

# What a message about a change says to such a reader: the parameters of sendMessage but the chat.
NoticeMessage = Callable[["Notice", Occurrence, Reader], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Notice:
    """A change that people must hear of. `kind`: moved, elsewhere, cancelled or back.

    `was_*`: what they know; `was_starts` is wall-clock time in `was_zone`.
    """

    change_id: int
    occurrence_id: int
    kind: str
    was_starts: datetime
    was_zone: ZoneInfo
    was_all_day: bool
    was_location: str


def matters(step: Step, now: datetime) -> bool:
    """Whether someone who was reminded must hear of this: another time or place, or whether it goes on."""
    if step.row is None or step.row.starts_at <= now:
        return False
    if step.kind == CHANGED:
        return step.one is not None and step.one.location != step.row.location
    return step.kind in (MOVED, CALLED_OFF, BACK)


def told(session: Session, occurrence_ids: Sequence[int]) -> dict[int, int]:
    """How many people would hear of a change of each occurrence."""
    found = {}
    for number in occurrence_ids:
        count = broadcast.count(session, _knowing(number))
        if count:
            found[number] = count
    return found


def note(session: Session, step: Step, now: datetime) -> Notice | None:
    """Write down a change that matters, before it is made. None when it does not matter to anyone."""
    row = step.row
    if row is None or not matters(step, now):
        return None
    kind = ELSEWHERE if step.kind == CHANGED else step.kind
    return _notice(_write(session, row.id, kind, _as_it_is(row), now))


def drafted(row: Occurrence, step: Step) -> Notice:
    """The notice of a change that is not made yet, to show what it would say."""
    kind = ELSEWHERE if step.kind == CHANGED else step.kind
    starts, zone = row.starts_local, ZoneInfo(row.zone)
    return Notice(0, row.id, kind, starts, zone, row.all_day, row.location)


def becomes(row: Occurrence, step: Step) -> Occurrence:
    """The occurrence as a change that is not made yet will leave it, to show that; it is in no session."""
    if step.one is not None:
        values = compare.fields(step.one)
    else:
        state = agenda.CANCELLED if step.kind == CALLED_OFF else CONFIRMED
        values = {name: getattr(row, name) for name in compare.FIELDS} | {"state": state}
    return Occurrence(id=row.id, **values)


def notice(session: Session, change_id: int) -> Notice | None:
    """The notice of a change that was made; None when there is no such change."""
    change = session.get(OccurrenceChange, change_id)
    return None if change is None else _notice(change)


def announce(
    session: Session, notices: Sequence[Notice], message: NoticeMessage, now: datetime, zone: ZoneInfo
) -> int:
    """Tell those who know of it, after the change was made. Returns how many messages go out."""
    total = 0
    for told_of in notices:
        total += _announce_to_the_uninformed(session, told_of, message, now, zone)
        total += _send(session, told_of, _knowing(told_of.occurrence_id), message, now, zone)
    return total


def heard(session: Session, change_id: int, members: Sequence[int], now: datetime) -> None:
    """These members hear of the change in a message of their own: `announce` then passes them by."""
    _need_not_hear(session, change_id, select(Member.id).where(Member.id.in_(members)), now)


def _announce_to_the_uninformed(
    session: Session, told_of: Notice, message: NoticeMessage, now: datetime, zone: ZoneInfo
) -> int:
    """Those whom an earlier change has not reached yet know only what was before that: they hear both as one."""
    occurrence, total = session.get_one(Occurrence, told_of.occurrence_id), 0
    for earlier in _on_their_way(session, told_of):
        people = _overtake(session, earlier.id, told_of.change_id)
        kind = kind_between(earlier.was, occurrence)
        if kind is not None:
            both = _notice(_write(session, occurrence.id, kind, earlier.was, now))
            hear = Member.id.in_(people) & (wants_changes() | counts_on_it())
            total += _send(session, both, Audience(hear, occurrence.id), message, now, zone)
        _need_not_hear(session, told_of.change_id, people, now)
    return total


def kind_between(was: dict[str, Any], now: Occurrence) -> str | None:
    """What changed between what people know and what is; None: nothing that matters."""
    was_on, is_on = was.get("state", CONFIRMED) == CONFIRMED, now.state == CONFIRMED
    if not is_on:
        return CALLED_OFF if was_on else None
    if not was_on:
        return BACK
    as_it_is = _as_it_is(now)
    if any(was[key] != as_it_is[key] for key in ("starts_local", "zone", "all_day")):
        return MOVED
    return ELSEWHERE if was["location"] != now.location else None


def _send(
    session: Session, told_of: Notice, audience: Audience, message: NoticeMessage, now: datetime, zone: ZoneInfo
) -> int:
    occurrence = session.get_one(Occurrence, told_of.occurrence_id)
    change = session.get_one(OccurrenceChange, told_of.change_id)
    what = broadcast.Broadcast(
        key=f"{PURPOSE}:{change.id}",
        purpose=PURPOSE,
        ref=change.id,
        priority=Priority.REMINDER,
        zone=zone,
        expires_at=max(_was_until(told_of), planning.anchor(occurrence)),
    )
    added = broadcast.send(session, what, audience, lambda reader, _leaves: message(told_of, occurrence, reader), now)
    change.recipients = added.rows
    return added.rows


def _on_their_way(session: Session, told_of: Notice) -> Sequence[OccurrenceChange]:
    """Earlier changes of the same occurrence that did not reach everyone yet."""
    waits = select(OutboxRow.ref).where(OutboxRow.purpose == PURPOSE, OutboxRow.state == NEW)
    query = select(OccurrenceChange).where(
        OccurrenceChange.occurrence_id == told_of.occurrence_id,
        OccurrenceChange.id != told_of.change_id,
        OccurrenceChange.id.in_(waits),
    )
    return session.scalars(query.order_by(OccurrenceChange.id)).all()


def _overtake(session: Session, earlier: int, by: int) -> Select[int]:
    """Take back what of an earlier change did not leave. Returns for whom that was, as a query."""
    mark = f"overtaken by change {by}"
    of_earlier = (OutboxRow.purpose == PURPOSE) & (OutboxRow.ref == earlier)
    outbox.cancel(session, of_earlier, mark)
    return select(OutboxRow.chat_id).where(of_earlier, OutboxRow.state == CANCELLED, OutboxRow.error == mark)


def _need_not_hear(session: Session, change: int, people: Select[int], now: datetime) -> None:
    """These people hear of the change in another message, or need not hear of it: their row is taken."""
    count: int = session.execute(select(func.count()).select_from(people.subquery())).scalar_one()
    columns = {
        "chat_id": Member.id,
        "method": literal("sendMessage"),
        "priority": literal(int(Priority.REMINDER)),
        "state": literal(CANCELLED),
        "purpose": literal(PURPOSE),
        "ref": literal(change),
    }

    def chosen(query: Any) -> Any:
        return query.where(Member.id.in_(people))

    for_many.enqueue(session, Member.id, count, f"{PURPOSE}:{change}", columns, chosen, now)


def _knowing(occurrence_id: int) -> Audience:
    """Who knows of an occurrence, and wants to hear of changes or counts on it."""
    reminded = (
        select(OutboxRow.chat_id)
        .join(Reminder, Reminder.id == OutboxRow.ref)
        .where(
            OutboxRow.purpose == planning.PURPOSE,
            OutboxRow.state.in_(ARRIVED),
            Reminder.occurrence_id == occurrence_id,
        )
    )
    changed = (
        select(OutboxRow.chat_id)
        .join(OccurrenceChange, OccurrenceChange.id == OutboxRow.ref)
        .where(
            OutboxRow.purpose == PURPOSE,
            OutboxRow.state.in_((*ARRIVED, NEW)),
            OccurrenceChange.occurrence_id == occurrence_id,
        )
    )
    knows = Member.id.in_(union(reminded, changed))
    return Audience((wants_changes() & knows) | counts_on_it(), occurrence_id)


def _write(session: Session, occurrence_id: int, kind: str, was: dict[str, Any], now: datetime) -> OccurrenceChange:
    change = OccurrenceChange(occurrence_id=occurrence_id, kind=kind, was=was, at=now, recipients=0)
    session.add(change)
    session.flush()
    return change


def _as_it_is(row: Occurrence) -> dict[str, Any]:
    return {
        "starts_local": row.starts_local.isoformat(),
        "zone": row.zone,
        "all_day": row.all_day,
        "location": row.location,
        "state": row.state,
    }


def _notice(change: OccurrenceChange) -> Notice:
    was = change.was
    starts, zone = datetime.fromisoformat(was["starts_local"]), ZoneInfo(was["zone"])
    return Notice(change.id, change.occurrence_id, change.kind, starts, zone, was["all_day"], was["location"])


def _was_until(notice: Notice) -> datetime:
    return wall.to_utc(wall.begins(notice.was_starts, notice.was_all_day), notice.was_zone)
