"""Days on which the helpdesk is open at other times than its settings say: kept, changed and taken back."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.ticket import Actor
from bot.settings import Span
from storage.other_hours import OtherHours

Spans = tuple[Span, ...]


def everything(session: Session) -> dict[date, Spans]:
    """All such days, past ones too: what someone waited then is counted by them."""
    return {row.day: _spans(row.spans) for row in session.scalars(select(OtherHours).order_by(OtherHours.day))}


def of_day(session: Session, day: date) -> Spans | None:
    """The other hours of this day; None when it has none."""
    row = session.get(OtherHours, day)
    return _spans(row.spans) if row is not None else None


def put(session: Session, day: date, spans: Spans | None, by: Actor, now: datetime) -> None:
    """This day has these hours; none: closed; None: those of the settings again."""
    row = session.get(OtherHours, day)
    if spans is None:
        if row is not None:
            session.delete(row)
    else:
        kept = [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]
        if row is None:
            session.add(OtherHours(day=day, spans=kept, by_name=by.name, at=now))
        else:
            row.spans, row.by_name, row.at = kept, by.name, now
    said = None if spans is None else [f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in spans]
    tickets.audit(session, "hours", None, by, now, day=day.isoformat(), spans=said)
    session.flush()


def _spans(kept: list[list[str]]) -> Spans:
    return tuple(Span(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in kept)
