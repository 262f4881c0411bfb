"""Who waited for a place and has one now hears it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.agenda import attendance
from bot.agenda.attendance import Promoted
from bot.agenda.broadcast import Reader
from bot.agenda.imports import ImportResult
from bot.texts import texts
from handlers.agenda.event_buttons import answer_rows
from handlers.agenda.event_messages import EventMessages, headline
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.agenda import YES, Occurrence
from storage.outbox import Draft, Priority
from storage.people import ACTIVE, Member


def tell_promoted(turn: Turn, occurrence: Occurrence, promoted: Sequence[Promoted]) -> None:
    """They hear it, in a turn: see `tell`."""
    tell(turn.session, occurrence, promoted, turn.now, turn.services.settings.zone)


def tell_of_import(session: Session, result: ImportResult, now: datetime, zone: ZoneInfo) -> int:
    """Who got a place by what an import changed. Returns how many messages go out."""
    return sum(
        tell(session, session.get_one(Occurrence, number), promoted, now, zone)
        for number, promoted in result.promoted.items()
    )


def tell(session: Session, occurrence: Occurrence, promoted: Sequence[Promoted], now: datetime, zone: ZoneInfo) -> int:
    """They hear it, and can still say no. Not waking them is not worth losing the place. Returns how many do."""
    count = 0
    for one in promoted:
        member = session.get(Member, one.member_id)
        if member is None or member.state != ACTIVE:
            continue
        t, reader = texts(member.language), Reader(member.language, member.zone, YES, one.people)
        about = EventMessages(zone).about(t, occurrence, now)
        html = t("rsvp-place", people=one.people, about=about, title=headline(occurrence.title)[0])
        left, closed = occurrence.starts_at - now, attendance.is_closed(occurrence, now)
        payload = text_payload(html, answer_rows(t, occurrence, reader, left, closed))
        draft = Draft(member.id, "sendMessage", payload, priority=Priority.REMINDER, expires_at=occurrence.starts_at)
        outbox.enqueue(session, draft)
        count += 1
    return count
