"""What a member chose: where, about what, and which messages. Nothing is on before they chose it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.agenda import changes, news, planning, quiet
from bot.agenda.audience import follows
from bot.agenda.quiet import Quiet
from storage import outbox
from storage.agenda import PLACE, PLANNED, THEME, Follow, Occurrence, Reminder
from storage.outbox import OutboxRow
from storage.people import Member
from storage.sql import upsert


class Kind(StrEnum):
    """A kind of message that a member chooses: the name of its column."""

    NEWS = "news"
    REMINDERS = "reminders"
    CHANGES = "changes"


# What messages of each kind are for, in the outbox.
PURPOSES = {Kind.NEWS: news.PURPOSE, Kind.REMINDERS: planning.PURPOSE, Kind.CHANGES: changes.PURPOSE}
# Over how long we look ahead to say how many messages to expect: a quarter.
LOOK_AHEAD = timedelta(days=91)
MONTHS = 3


@dataclass(frozen=True, slots=True)
class Choices:
    """A member's choices. `places` and `themes` in alphabetical order; they count unless `all_…` is on.

    `kinds`: the kinds of messages that are on. `quiet`: when their phone is left in peace. `stopped_at`: when they
    turned the last kind off.
    """

    places: tuple[str, ...]
    themes: tuple[str, ...]
    all_places: bool
    all_themes: bool
    kinds: frozenset[Kind]
    quiet: Quiet
    stopped_at: datetime | None

    @property
    def has_place(self) -> bool:
        return self.all_places or bool(self.places)

    @property
    def has_theme(self) -> bool:
        return self.all_themes or bool(self.themes)

    @property
    def anything_on(self) -> bool:
        return bool(self.kinds)


def of(session: Session, member: Member) -> Choices:
    """What the member chose."""
    rows = session.execute(select(Follow.kind, Follow.value).where(Follow.member_id == member.id)).all()
    return Choices(
        places=tuple(sorted(value for kind, value in rows if kind == PLACE)),
        themes=tuple(sorted(value for kind, value in rows if kind == THEME)),
        all_places=member.all_places,
        all_themes=member.all_themes,
        kinds=frozenset(kind for kind in Kind if getattr(member, kind)),
        quiet=Quiet(member.quiet_from, member.quiet_until, member.zone),
        stopped_at=member.stopped_at,
    )


def add_place(session: Session, member: Member, municipality: str) -> None:
    """One more municipality; the whole province no longer."""
    member.all_places = False
    _add(session, member, PLACE, municipality)


def drop_place(session: Session, member: Member, municipality: str) -> None:
    """One municipality less."""
    _drop(session, member, PLACE, municipality)


def choose_all_places(session: Session, member: Member) -> None:
    """The whole province instead of single municipalities."""
    member.all_places = True
    session.execute(delete(Follow).where(Follow.member_id == member.id, Follow.kind == PLACE))


def toggle_theme(session: Session, member: Member, theme: str) -> None:
    """On when it was off, off when it was on; then themes are chosen one by one."""
    chosen = theme in of(session, member).themes
    member.all_themes = False
    (_drop if chosen else _add)(session, member, THEME, theme)


def choose_all_themes(session: Session, member: Member) -> None:
    """Every theme, also those that come later."""
    member.all_themes = True
    session.execute(delete(Follow).where(Follow.member_id == member.id, Follow.kind == THEME))


def switch(session: Session, member: Member, kinds: Collection[Kind], now: datetime) -> None:
    """These kinds of messages are on, others off. What was on its way and is not wanted anymore is taken back.

    Who switches anything on is no longer muted.
    """
    had_some = member.paused is not None or any(getattr(member, kind) for kind in Kind)
    if kinds or had_some:
        member.stopped_at = None if kinds else now
    member.paused = None
    for kind in Kind:
        setattr(member, kind, kind in kinds)
    if kinds:
        member.muted = False
    for kind in set(Kind) - set(kinds):
        _take_back(session, member, PURPOSES[kind])


def mute(session: Session, member: Member, now: datetime) -> None:
    """Nothing anymore, not even when something changes about what they come to."""
    switch(session, member, (), now)
    member.muted = True
    member.stopped_at = member.stopped_at or now


def be_quiet(session: Session, member: Member, hours: Quiet, now: datetime, network: ZoneInfo) -> None:
    """When their phone is left in peace. What waits for the end of it waits for the new end, or leaves now.

    `network`: the network's zone, for who has none of their own.
    """
    member.quiet_from, member.quiet_until, member.zone = hours.begins, hours.until, hours.zone
    theirs = (OutboxRow.chat_id == member.id) & OutboxRow.purpose.in_(PURPOSES.values())
    outbox.wait_until(session, theirs & OutboxRow.not_before.is_not(None), quiet.ends(hours, now, network))


def reminders_a_month(session: Session, member: Member, now: datetime) -> int:
    """About how many reminders a month the choices bring, from what is planned for the coming quarter."""
    query = (
        select(func.count(Reminder.id))
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Member, Member.id == member.id)
        .where(Reminder.state == PLANNED, Reminder.due_at.between(now, now + LOOK_AHEAD), follows())
    )
    session.flush()
    return round(session.execute(query).scalar_one() / MONTHS + 0.49)


def _take_back(session: Session, member: Member, purpose: str) -> None:
    outbox.cancel(session, (OutboxRow.chat_id == member.id) & (OutboxRow.purpose == purpose))


def _add(session: Session, member: Member, kind: str, value: str) -> None:
    row = {"member_id": member.id, "kind": kind, "value": value}
    session.execute(upsert(session, Follow).values(row).on_conflict_do_nothing())


def _drop(session: Session, member: Member, kind: str, value: str) -> None:
    session.execute(delete(Follow).filter_by(member_id=member.id, kind=kind, value=value))
