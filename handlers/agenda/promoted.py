"""Who waited for a place and has one now hears it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.agenda import attendance, changes
from bot.agenda.attendance import Promoted
from bot.agenda.broadcast import Reader
from bot.agenda.changes import Notice
from bot.agenda.compare import BACK
from bot.agenda.imports import ImportResult
from bot.texts import texts
from bot.texts.render import Html
from handlers.agenda.event_buttons import answer_rows
from handlers.agenda.event_messages import EventMessages, headline
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.agenda import YES, Occurrence
from storage.outbox import Draft, Priority
from storage.people import ACTIVE, Member


def tell_promoted(
    turn: Turn, occurrence: Occurrence, promoted: Sequence[Promoted], notice: Notice | None = None
) -> int:
    """They hear it, in a turn: see `tell`."""
    return tell(turn.session, occurrence, promoted, turn.now, turn.services.settings.zone, notice)


def tell_of_import(session: Session, result: ImportResult, now: datetime, zone: ZoneInfo) -> int:
    """Who got a place by what an import changed; to do before `changes.announce`. Returns how many messages go out."""
    back = {notice.occurrence_id: notice for notice in result.notices if notice.kind == BACK}
    return sum(
        tell(session, session.get_one(Occurrence, number), promoted, now, zone, back.get(number))
        for number, promoted in result.promoted.items()
    )


def tell(
    session: Session,
    occurrence: Occurrence,
    promoted: Sequence[Promoted],
    now: datetime,
    zone: ZoneInfo,
    notice: Notice | None = None,
) -> int:
    """They hear it, and can still say no. Not waking them is not worth losing the place. Returns how many do.

    `notice`: that it goes on after all, which gave them the place. They hear both in this one message.
    """
    if notice is not None:
        changes.heard(session, notice.change_id, [one.member_id for one in promoted], now)
    count = 0
    for one in promoted:
        member = session.get(Member, one.member_id)
        if member is None or member.state != ACTIVE:
            continue
        reader = Reader(member.language, member.zone, YES, one.people)
        payload = _message(occurrence, reader, now, zone, notice)
        draft = Draft(member.id, "sendMessage", payload, priority=Priority.REMINDER, expires_at=occurrence.starts_at)
        outbox.enqueue(session, draft)
        count += 1
    return count


def _message(
    occurrence: Occurrence, reader: Reader, now: datetime, zone: ZoneInfo, notice: Notice | None
) -> dict[str, Any]:
    t, title = texts(reader.language), headline(occurrence.title)[0]
    about = EventMessages(zone).about(t, occurrence, now)
    html = t("rsvp-place", people=reader.people, about=about, title=title)
    if notice is not None:
        html = Html(f"{t('change-back', title=title)}\n{html}")
    left, closed = occurrence.starts_at - now, attendance.is_closed(occurrence, now)
    return text_payload(html, answer_rows(t, occurrence, reader, left, closed))
