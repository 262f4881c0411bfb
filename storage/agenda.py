"""Events, their occurrences, the reminders planned for them, and what members follow."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, SmallInteger, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant, Json

CONFIRMED, CANCELLED = "confirmed", "cancelled"
PLANNED, SENT, EXPIRED, SKIPPED = "planned", "sent", "expired", "skipped"
PLACE, THEME = "place", "theme"
OFFERED, APPLIED, DROPPED = "offered", "applied", "dropped"
# What someone answered to "Kom je?". Who waits for a place is on the waiting list.
YES, MAYBE, NO, WAITING = "yes", "maybe", "no", "waiting"
# Who is reminded of an occurrence: all who follow its place and theme, or only who comes (perhaps).
ALL, COMING = "all", "coming"


class Event(Base):
    """One UID of a calendar: a gathering, or a series of them.

    `source`: where it came from, "file", "chat" or "feed:<number>".
    """

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    uid: Mapped[str] = mapped_column(String(255), unique=True)
    sequence: Mapped[int] = mapped_column(default=0)
    source: Mapped[str] = mapped_column(String(40), default="file", server_default="file")
    updated_at: Mapped[datetime] = mapped_column(Instant)


class Occurrence(Base):
    """One gathering on one day.

    `starts_local` and `ends_local` are wall-clock times in `zone` (IANA), the truth; `starts_at` and `ends_at` are
    the same computed to UTC. `recurrence` names it within its series: the wall-clock start it had by the rule.
    `capacity`: how many people fit, None when nobody counts; `answer_by`: until when one can say to come (None: until
    it starts). `offsets`: minutes before the start of its reminders (None: the network's); `remind`: ALL or COMING.
    `overrules`: what its calendar said when staff changed it by hand (see bot.agenda.by_hand); None: they did not.
    `places_said`: what its calendar said last of `capacity` and `answer_by` (see bot.agenda.places).
    """

    __tablename__ = "occurrence"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    recurrence: Mapped[str] = mapped_column(String(32))
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    location: Mapped[str] = mapped_column(Text, default="")
    url: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(String(64))
    themes: Mapped[list[str]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(10), default=CONFIRMED)
    all_day: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[str] = mapped_column(String(64))
    starts_local: Mapped[datetime] = mapped_column(DateTime)
    ends_local: Mapped[datetime] = mapped_column(DateTime)
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    capacity: Mapped[int | None]
    answer_by: Mapped[datetime | None] = mapped_column(Instant)
    offsets: Mapped[list[int] | None] = mapped_column(Json)
    remind: Mapped[str] = mapped_column(String(8), default=ALL)
    overrules: Mapped[str | None] = mapped_column(String(64))
    places_said: Mapped[dict[str, Any] | None] = mapped_column(Json)

    __table_args__ = (UniqueConstraint("event_id", "recurrence"),)


class Attendance(Base):
    """What a member answered to an occurrence, and with how many people they come (themselves counted).

    `since`: from when they wait for a place, which is their place in the line.
    """

    __tablename__ = "attendance"
    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("member.id"), primary_key=True)
    answer: Mapped[str] = mapped_column(String(8))
    people: Mapped[int] = mapped_column(SmallInteger, default=1)
    since: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)

    __table_args__ = (Index("ix_attendance_member", "member_id"),)


class OccurrenceTheme(Base):
    """A theme of an occurrence that members can choose, so that an audience is one query."""

    __tablename__ = "occurrence_theme"
    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), primary_key=True)
    theme: Mapped[str] = mapped_column(String(40), primary_key=True)


class Reminder(Base):
    """A reminder planned for an occurrence, `minutes_before` its start. Rows decide what is due; nothing else does.

    When the occurrence moves, planned rows go and new ones come: a row that was sent stays as what happened.
    `recipients`: to how many it went; of an expired one, how many missed it.
    """

    __tablename__ = "reminder"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    minutes_before: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(10), default=PLANNED)
    recipients: Mapped[int | None]

    __table_args__ = (Index("ix_reminder_due", "state", "due_at"),)


class OccurrenceChange(Base):
    """An occurrence that was moved, called off or reinstated after people had been reminded of it.

    `was`: what they were told, as {"starts_local", "zone", "all_day", "location", "state"}.
    """

    __tablename__ = "occurrence_change"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    was: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(Instant)
    recipients: Mapped[int] = mapped_column(default=0)


class CalendarFile(Base):
    """A calendar that staff sent in the group, read but not yet applied: `parsed` is what was shown to them."""

    __tablename__ = "calendar_file"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    parsed: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(10), default=OFFERED)
    at: Mapped[datetime] = mapped_column(Instant)


class Follow(Base):
    """A municipality (kind "place") or theme that a member chose."""

    __tablename__ = "follow"
    member_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("member.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    value: Mapped[str] = mapped_column(String(64), primary_key=True)

    __table_args__ = (Index("ix_follow_value", "kind", "value"),)
