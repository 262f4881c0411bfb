"""Quiet hours: when a member's phone is left in peace, and when what is due then leaves (conversation 15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.agenda import wall

A_DAY = timedelta(days=1)
MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Quiet:
    """Someone's quiet hours, in minutes of the day on the clock of `zone` (IANA; None: the network's).

    `until` before `begins` is the next morning. Both None: none at all.
    """

    begins: int | None
    until: int | None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """When something leaves: `at` in UTC, None for now. `silent`: without a sound."""

    at: datetime | None = None
    silent: bool = False


def ends(quiet: Quiet, now: datetime, network: ZoneInfo) -> datetime | None:
    """When the quiet we are in ends (UTC); None when it is not quiet now.

    On the wall clock: the night that the clock is put back is an hour longer.
    """
    if quiet.begins is None or quiet.until is None or quiet.begins == quiet.until:
        return None
    zone = _zone(quiet.zone, network)
    today = now.astimezone(zone).date()
    for day in (today - A_DAY, today):
        begins = wall.to_utc(datetime.combine(day, _clock(quiet.begins)), zone)
        last = day if quiet.until > quiet.begins else day + A_DAY
        until = wall.to_utc(datetime.combine(last, _clock(quiet.until)), zone)
        if begins <= now < until:
            return until
    return None


def leaving(quiet: Quiet, now: datetime, expires_at: datetime | None, network: ZoneInfo) -> Leaving:
    """When something that is due now leaves for someone with these quiet hours.

    After the quiet; but what makes no sense by then leaves now, without a sound: a reminder never comes after the
    start, and no phone rings at night.
    """
    until = ends(quiet, now, network)
    if until is None:
        return Leaving()
    # The hour between two quiets may be the one that is skipped in spring: then it ends where the next begins.
    until = ends(quiet, until, network) or until
    if expires_at is not None and until >= expires_at:
        return Leaving(silent=True)
    return Leaving(until.astimezone(UTC))


def _clock(minutes: int) -> time:
    hour, minute = divmod(minutes % MINUTES, 60)
    return time(hour, minute)


def _zone(name: str | None, network: ZoneInfo) -> ZoneInfo:
    try:
        return ZoneInfo(name) if name else network
    except (ZoneInfoNotFoundError, ValueError):
        return network
