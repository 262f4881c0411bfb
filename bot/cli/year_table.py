"""The year of a calendar as a table in Markdown: docs/reminders-of-a-year.md is one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.agenda.year import Went
from bot.texts import texts, when
from handlers.agenda.event_lines import offsets_in_words

HEAD = """\
# De herinneringen van een jaar

Elke herinnering van een agenda, in de volgorde waarin ze uitgaan, op de Nederlandse klok. Gemaakt door de klok te
laten lopen in een lege database, met in elke gemeente één lid, en één lid dat de hele provincie volgt en rust heeft
van 19.00 tot 10.00 uur. CET is wintertijd, CEST is zomertijd. Maak de tabel opnieuw met:

```
helpdesk events year bot/content/events.ics --begins 2026-11-23 > docs/reminders-of-a-year.md
```

| gaat uit | vooraf | bijeenkomst | begint | naar | na rust |
|---|---|---|---|---|---|"""


def table(went: Sequence[Went], zone: ZoneInfo) -> str:
    """The page."""
    t = texts("nl")
    rows = []
    for one in went:
        begins = one.starts_at.astimezone(zone)
        starts = f"{when.day(begins.date(), 'nl')}, hele dag" if one.all_day else _clock(one.starts_at, zone)
        before, later = offsets_in_words(t, [one.minutes_before]), _clock(one.later_at, zone) if one.later_at else "-"
        title = one.title.replace("|", "/")
        rows.append(f"| {_clock(one.due_at, zone)} | {before} | {title} | {starts} | {one.recipients} | {later} |")
    return "\n".join([HEAD, *rows, "", f"{len(rows)} herinneringen."])


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{when.day(local.date(), 'nl')} {local.year}, {local:%H.%M} {local:%Z}"
