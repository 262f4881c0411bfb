"""Deliveries as a file for a spreadsheet: members by number, without names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.agenda.deliveries import Delivery, Unreachable
from bot.texts import Texts
from faq import cells

COLUMNS = ("member", "language", "outcome", "when", "twice", "why")
AWAY_COLUMNS = ("member", "outcome", "when")


def to_csv(t: Texts, found: Iterable[Delivery], zone: ZoneInfo) -> bytes:
    """Each delivery on a line: a file that Excel opens with a double click."""
    rows = (
        (
            one.member_id,
            one.language,
            t.plain(f"delivery-{one.outcome}"),
            _at(one.at, zone),
            t.plain("delivery-perhaps-twice") if one.doubtful else "",
            one.why,
        )
        for one in found
    )
    return _csv(t, COLUMNS, rows)


def unreachable_csv(t: Texts, found: Iterable[Unreachable], zone: ZoneInfo) -> bytes:
    """Each member who is out of reach on a line: why, and since when."""
    rows = ((one.member_id, t.plain(f"delivery-{one.state}"), _at(one.since, zone)) for one in found)
    return _csv(t, AWAY_COLUMNS, rows)


def _csv(t: Texts, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    return cells.to_csv([[t.plain(f"delivery-column-{name}") for name in columns], *rows])


def _at(moment: datetime | None, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" if moment is not None else ""
