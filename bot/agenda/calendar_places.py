"""How many people fit, and until when one can sign up, in an iCalendar event: two properties of our own.

Other calendar programs pass over what begins with X-. Written by `calendar_out`, read by `components`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.agenda import sheet_cells, wall
from bot.agenda.spoken_deadlines import END_OF_DAY
from storage.agenda import Occurrence

# A number of people, 0 for no maximum.
PLACES = "X-OMZIEN-PLACES"
# A moment in UTC ("20270110T170000Z") or on the clock of the event ("20270110T180000"), a day ("20270110", all of it),
# or how long before the start ("P1D", "PT12H"), which fits a series; "P0D": until it starts.
SIGN_UP_UNTIL = "X-OMZIEN-SIGN-UP-UNTIL"

_MOMENT = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.IGNORECASE)
_BEFORE = re.compile(r"-?P(?:(\d{1,2})W|(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?)", re.IGNORECASE)


def written(row: Occurrence) -> Iterator[tuple[str, str]]:
    """The properties of a gathering, and what they say."""
    if row.capacity is not None:
        yield PLACES, str(row.capacity)
    if row.answer_by is not None:
        yield SIGN_UP_UNTIL, f"{row.answer_by.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def capacity(said: str) -> int | None:
    """How many people fit, 0: no maximum; None: that cannot be read."""
    return sheet_cells.capacity(said)


def answer_by(said: str, starts: datetime, zone: ZoneInfo) -> datetime | None:
    """Until when one can sign up, by the wall clock of the event; None: that cannot be read."""
    if (before := _BEFORE.fullmatch(said)) and any(before.groups()):
        weeks, days, hours, minutes = (int(part or 0) for part in before.groups())
        whole, rest = weeks * 7 + days, hours * 60 + minutes
        moment = wall.before(starts - timedelta(days=whole), zone, rest)
        return wall.to_local(moment, zone)
    found = _MOMENT.fullmatch(said)
    try:
        if found is None:
            return None
        if found[2] is None:
            return datetime.combine(date.fromisoformat(found[1]), END_OF_DAY)
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}")
    except ValueError:
        return None
    return wall.to_local(moment.replace(tzinfo=UTC), zone) if found[3] else moment
