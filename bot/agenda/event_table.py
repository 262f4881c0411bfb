"""The agenda as a table (CSV or XLSX), in the columns that the import reads; see own_rows for the way back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.agenda import event_sheet, listing, own_rows
from bot.agenda.event_sheet import COLUMNS, TEMPLATE
from bot.agenda.listing import Gathering
from faq import cells
from storage.agenda import CONFIRMED, Occurrence


def coming(session: Session, now: datetime) -> list[Gathering]:
    """What goes into a table: all that did not end yet and is not called off, which a table cannot say."""
    return listing.gatherings(session, Occurrence.ends_at > now, Occurrence.state == CONFIRMED)


def to_csv(gatherings: Iterable[Gathering], zone: ZoneInfo) -> bytes:
    """A CSV file, a row for each. `zone`: the network's, on whose clock times stand."""
    return cells.to_csv([list(TEMPLATE), *(_row(one, zone) for one in gatherings)])


def to_xlsx(gatherings: Iterable[Gathering], zone: ZoneInfo) -> bytes:
    """As `to_csv`, a workbook."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    rows = ([ILLEGAL_CHARACTERS_RE.sub("", text) for text in _row(one, zone)] for one in gatherings)
    return event_sheet.workbook([list(TEMPLATE), *rows])


def _row(one: Gathering, zone: ZoneInfo) -> list[str]:
    found = own_rows.cells(one.occurrence, zone) | {"number": own_rows.number(one.uid, one.occurrence)}
    return [cells.disarm(found[name]) for name in COLUMNS]
