"""Which reminders go out, when, to how many, and why not to others: as things are now, looked at from any moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, func, select, true
from sqlalchemy.orm import Session

from bot.agenda import quiet
from bot.agenda.audience import Audience, answered, follows_place, reminded
from bot.agenda.quiet import Quiet
from storage.agenda import COMING, NO, PLANNED, Occurrence, Reminder
from storage.people import ACTIVE, Member

# Why someone gets no reminder, in the order in which it is looked at; each is a text.
UNREACHABLE, OFF, SAID_NO, ONLY_COMING, PLACE, THEME = "unreachable", "off", "no", "coming", "place", "theme"
WHY = (UNREACHABLE, OFF, SAID_NO, ONLY_COMING, PLACE, THEME)
GETS = "gets"


@dataclass(frozen=True)
class Forecast:
    """A reminder that goes out at `due_at` (UTC). `recipients`: to how many, of whom `later` after their quiet hours
    (the last of them at `last_at`) and `silent` without a sound, since later is too late. `why_not`: the others.
    """

    reminder_id: int
    due_at: datetime
    minutes_before: int
    occurrence: Occurrence
    recipients: int
    later: int = 0
    last_at: datetime | None = None
    silent: int = 0
    why_not: dict[str, int] = field(default_factory=dict)


def between(session: Session, first: datetime, last: datetime, now: datetime, zone: ZoneInfo) -> list[Forecast]:
    """The reminders that are planned for then, soonest first. What is overdue goes out now. `zone`: the network's."""
    query = (
        select(Reminder, Occurrence)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .where(Reminder.state == PLANNED, Reminder.expires_at > now, Reminder.due_at <= last)
        .order_by(Reminder.due_at, Reminder.id)
    )
    found = [(r, o) for r, o in session.execute(query) if r.due_at >= first or (r.due_at < now >= first)]
    return [_forecast(session, reminder, occurrence, now, zone) for reminder, occurrence in found]


def of(session: Session, reminder_id: int, now: datetime, zone: ZoneInfo) -> Forecast | None:
    """One of them; None when it is not planned anymore."""
    reminder = session.get(Reminder, reminder_id)
    if reminder is None or reminder.state != PLANNED:
        return None
    return _forecast(session, reminder, session.get_one(Occurrence, reminder.occurrence_id), now, zone)


def _forecast(session: Session, reminder: Reminder, occurrence: Occurrence, now: datetime, zone: ZoneInfo) -> Forecast:
    leaves, counts = max(now, reminder.due_at), Counter[str]()
    later = silent = 0
    last_at: datetime | None = None
    columns = (_why().label("why"), Member.quiet_from, Member.quiet_until, Member.zone)
    each = Audience(true(), occurrence.id).of(select(*columns)).subquery()
    query = select(func.count(), *each.c).group_by(*each.c)
    for number, why, begins, until, theirs in session.execute(query):
        counts[why] += number
        if why == GETS:
            leaving = quiet.leaving(Quiet(begins, until, theirs), leaves, reminder.expires_at, zone)
            silent += number if leaving.silent else 0
            if leaving.at is not None:
                later, last_at = later + number, max(last_at or leaving.at, leaving.at)
    return Forecast(
        reminder.id,
        reminder.due_at,
        reminder.minutes_before,
        occurrence,
        counts.pop(GETS, 0),
        later,
        last_at,
        silent,
        {why: counts[why] for why in WHY if counts[why]},
    )


def _why() -> ColumnElement[str]:
    """Of a member and an occurrence: GETS, or the first reason why not."""
    return case(
        (reminded(), GETS),
        (Member.state != ACTIVE, UNREACHABLE),
        (~Member.reminders, OFF),
        (answered(NO), SAID_NO),
        (Occurrence.remind == COMING, ONLY_COMING),
        (~follows_place(), PLACE),
        else_=THEME,
    )
