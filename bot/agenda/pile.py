"""What piled up for someone leaves as one message: after a pause of the bot or of Telegram, or after quiet hours.

Only reminders and changes: news is what someone wrote, and an answer never waits for others. Rows that go along stay
in the outbox as MERGED, and point to the row they went with: so who was told of what is still known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, insert, or_, select, update
from sqlalchemy.orm import Session

from bot.agenda import changes, planning
from bot.agenda.broadcast import Reader
from bot.agenda.changes import Notice
from storage import for_many
from storage.agenda import Occurrence, OccurrenceChange, Reminder
from storage.base import reserve_ids
from storage.outbox import MERGED, NEW, OutboxRow, Priority
from storage.people import Member

# The purpose of these messages in the outbox.
PURPOSE = "pile"
# What leaves so much later than it should is late, and may go together with others.
LATE = timedelta(minutes=15)
# What waits for the end of someone's quiet hours is put together shortly before that.
BEFORE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Item:
    """A gathering someone must hear of: that it comes (`notice` None), or what changed about it."""

    occurrence: Occurrence
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """From when until when the bot was down, in UTC on its own clock."""

    since: datetime
    until: datetime


# What it says to such a reader about these, soonest first: the parameters of sendMessage but the chat.
PileMessage = Callable[[Sequence[Item], Reader, "Pause | None", datetime], dict[str, Any]]


def any_piled(session: Session, now: datetime) -> bool:
    """Whether there is anything for `merge` to do."""
    query = _waiting(now, OutboxRow.chat_id).group_by(OutboxRow.chat_id).having(func.count() > 1).limit(1)
    return session.execute(query).scalar() is not None


def merge(session: Session, now: datetime, message: PileMessage, pause: Pause | None = None) -> int:
    """Put together what piled up. Returns how many messages it became. Again changes nothing."""
    many = _waiting(now, OutboxRow.chat_id).group_by(OutboxRow.chat_id).having(func.count() > 1)
    columns = (OutboxRow.id, OutboxRow.chat_id, OutboxRow.purpose, OutboxRow.ref, OutboxRow.not_before)
    # Locked, so that the sender takes them before this or not at all.
    query = (
        _waiting(now, *columns, Member.language, Member.zone)
        .join(Member, Member.id == OutboxRow.chat_id)
        .where(OutboxRow.chat_id.in_(many))
        .order_by(OutboxRow.chat_id, OutboxRow.id)
        .with_for_update(of=OutboxRow)
    )
    alike: dict[Any, list[list[Any]]] = defaultdict(list)
    for _chat, found in groupby(session.execute(query), key=lambda row: row.chat_id):
        rows = list(found)
        waits = max((row.not_before for row in rows if row.not_before is not None), default=None)
        reader = Reader(rows[0].language, rows[0].zone)
        alike[(reader, waits, tuple((row.purpose, row.ref) for row in rows))].append(rows)
    made = 0
    for (reader, waits, refs), chats in alike.items():
        items = _items(session, refs)
        if len(items) > 1:
            _write(session, chats, message(items, reader, pause, waits or now), items, waits, now)
            made += len(chats)
        else:
            _keep_newest(session, chats)
    return made


def _waiting(now: datetime, *columns: Any) -> Any:
    """Reminders and changes that are about to leave, and late."""
    nominal = case((OutboxRow.purpose == planning.PURPOSE, Reminder.due_at), else_=OutboxRow.created_at)
    late = and_(OutboxRow.not_before.is_(None), nominal <= now - LATE)
    held = OutboxRow.not_before <= now + BEFORE
    about: ColumnElement[bool] = (OutboxRow.purpose == planning.PURPOSE) & (Reminder.id == OutboxRow.ref)
    return (
        select(*columns)
        .outerjoin(Reminder, about)
        .where(OutboxRow.state == NEW, OutboxRow.purpose.in_([planning.PURPOSE, changes.PURPOSE]), or_(late, held))
    )


def _items(session: Session, refs: Sequence[tuple[str, int]]) -> list[Item]:
    """One for each gathering: its last change, else that it comes. Soonest first."""
    found: dict[int, Item] = {}
    for purpose, ref in refs:
        if purpose == planning.PURPOSE:
            occurrence = session.get_one(Occurrence, session.get_one(Reminder, ref).occurrence_id)
            found.setdefault(occurrence.id, Item(occurrence))
        else:
            occurrence = session.get_one(Occurrence, session.get_one(OccurrenceChange, ref).occurrence_id)
            found[occurrence.id] = Item(occurrence, changes.notice(session, ref))
    return sorted(found.values(), key=lambda item: (item.occurrence.starts_at, item.occurrence.id))


def _write(
    session: Session,
    chats: list[list[Any]],
    payload: dict[str, Any],
    items: Sequence[Item],
    waits: datetime | None,
    now: datetime,
) -> None:
    body = for_many.keep_body(session, chats[0][0].language, payload, now)
    first = reserve_ids(len(chats))
    shared = {
        "method": "sendMessage",
        "body_id": body,
        "priority": int(Priority.REMINDER),
        "state": NEW,
        "attempts": 0,
        "repeated": False,
        "not_before": waits,
        # When the last of them makes no sense anymore, none does.
        "expires_at": max(planning.anchor(item.occurrence) for item in items),
        "created_at": now,
        "purpose": PURPOSE,
    }
    new = [shared | {"id": first + n, "chat_id": rows[0].chat_id} for n, rows in enumerate(chats)]
    session.execute(insert(OutboxRow), new)
    _go_along(session, [(row.id, first + n) for n, rows in enumerate(chats) for row in rows])


def _keep_newest(session: Session, chats: list[list[Any]]) -> None:
    """All about one gathering: what was said last is enough, and a change says more than a reminder."""
    for rows in chats:
        *others, newest = sorted(rows, key=lambda row: (row.purpose == changes.PURPOSE, row.id))
        _go_along(session, [(row.id, newest.id) for row in others])


def _go_along(session: Session, pairs: list[tuple[int, int]]) -> None:
    table: Any = OutboxRow.__table__
    query = update(table).where(table.c.id == bindparam("b_id"), table.c.state == NEW)
    values = {"state": MERGED, "target_id": bindparam("b_with")}
    session.connection().execute(query.values(**values), [{"b_id": row, "b_with": new} for row, new in pairs])
