"""`helpdesk report`: how a stretch of days went, in words and as files."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import ConfigPath, database, fail, now, settings_from, write_file

DAY = ["%Y-%m-%d"]
# More would be a report of everything, and everything is read into memory.
MOST_DAYS = 366
A_WEEK = 7
First = Annotated[
    datetime | None, typer.Option("--from", help="The first day. Default: six days before the last.", formats=DAY)
]
Last = Annotated[datetime | None, typer.Option("--to", help="The last day. Default: today.", formats=DAY)]
Csv = Annotated[Path | None, typer.Option("--csv", help="Write it to this file, for a spreadsheet.")]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", help="Write it to this file, for Excel.")]


def report(
    first: First = None, last: Last = None, config: ConfigPath = None, csv: Csv = None, xlsx: Xlsx = None
) -> None:
    """What was asked and answered on these days, beside as many days before. What is counted: docs/reports.md."""
    from bot.desk import report as reports
    from bot.desk import report_sheet, report_words
    from bot.desk.report_period import DAYS, Period
    from bot.texts import parts, texts

    settings = settings_from(config)
    moment, t = now(settings), texts(settings.locale.language)
    until = last.date() if last else moment.astimezone(settings.zone).date()
    since = first.date() if first else until - timedelta(days=A_WEEK - 1)
    count = (until - since).days + 1
    if not 1 <= count <= MOST_DAYS:
        fail(f"From {since} to {until} is {count} days; a report is of 1 to {MOST_DAYS}.")
    with database(settings) as db:
        made = db.read_now(reports.make, Period(DAYS, since, count), moment, settings.zone)
    for line in report_words.words(t, made, moment, settings.zone).split("\n"):
        print(parts.plain(line))
    for path, write in ((csv, report_sheet.to_csv), (xlsx, report_sheet.to_xlsx)):
        if path is not None:
            write_file(path, write(t, made, settings.zone))
