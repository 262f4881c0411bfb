"""`helpdesk events deliveries` and `unreachable`: what was sent to many, how it ended, and who gets nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import ConfigPath, database, fail, now, settings_from, write_file

Csv = Annotated[Path | None, typer.Option("--csv", help="Write it to this file, for a spreadsheet.")]
Of = Annotated[str, typer.Option("--of", help="One of them, as news:3.", metavar="KIND:NUMBER")]
Most = Annotated[int, typer.Option("--last", help="How many, the last ones.", min=1, max=1000)]


def deliveries(config: ConfigPath = None, of: Of = "", csv: Csv = None, last: Most = 20) -> None:
    """News, reminders and changes: how many were delivered, or not. With --of and --csv, each delivery of one."""
    from bot.agenda import deliveries as ledger
    from bot.texts import texts
    from handlers.agenda import delivery_sheet

    kind, _, number = of.partition(":")
    if of and (kind not in ledger.BROADCASTS or not number.isdecimal()):
        fail(f"'{of}' is none of what was sent. Name it as in the first column, as news:3.")
    if csv is not None and not of:
        fail("Say of which one with --of, as news:3.")
    settings = settings_from(config)
    moment, t = now(settings), texts(settings.locale.language)
    with database(settings) as db:
        found = db.read_now(ledger.broadcasts, moment, last, (kind, int(number)) if of else None)
        if not found and of:
            fail(f"Nothing was sent as {of}.")
        if csv is not None:
            rows = db.read_now(lambda s: list(ledger.of(s, kind, int(number), moment)))
            write_file(csv, delivery_sheet.to_csv(t, rows, settings.zone))
    for one in found:
        p = one.progress
        name = f"{one.purpose}:{one.ref}"
        print(
            f"{name:14} {one.at.astimezone(settings.zone):%a %d %b %Y %H:%M}  {p.delivered} delivered, "
            f"{p.blocked} blocked, {p.failed} failed, {p.stopped} not sent, {p.later} put off, {p.waiting} waiting"
        )
    if not found:
        print("Nothing was sent to many yet.")


def unreachable(config: ConfigPath = None, csv: Csv = None) -> None:
    """Members who get nothing: since when, and whether they blocked the bot or left Telegram."""
    from bot.agenda import deliveries as ledger
    from bot.texts import texts
    from handlers.agenda import delivery_sheet

    settings = settings_from(config)
    with database(settings) as db:
        found = db.read_now(ledger.unreachable)
    if csv is not None:
        t = texts(settings.locale.language)
        write_file(csv, delivery_sheet.unreachable_csv(t, found, settings.zone))
    for one in found:
        since = f"{one.since.astimezone(settings.zone):%a %d %b %Y %H:%M}" if one.since is not None else "unknown"
        print(f"{one.member_id:14}  {one.state:12} since {since}")
    print(f"{len(found)} members are out of reach.")
