"""Who comes, as a file for whoever receives them. What people call themselves can do nothing in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.agenda.attendance import Attendee
from bot.desk.names import clean
from bot.texts import Texts
from faq import cells

MEDIA_TYPE = "text/csv"


def to_csv(t: Texts, attendees: Sequence[Attendee], zone: ZoneInfo) -> bytes:
    """A line for each answer; times on the network's clock. A file that Excel opens with a double click."""
    rows: list[list[object]] = [[t.plain(f"attendees-{column}") for column in ("name", "answer", "people", "since")]]
    for one in attendees:
        since = one.since.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        rows.append([cells.disarm(clean(one.name)), t.plain(f"attendees-{one.answer}"), one.people, since])
    return cells.to_csv(rows)
