"""`helpdesk faq check`: what is wrong with the answers, or could be better."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import faq_source
from bot.cli.faq_source import FaqFile
from bot.cli.options import ConfigPath, database, now, settings_from


def check(
    config: ConfigPath = None,
    file: FaqFile = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for a warning too.")] = False,
) -> None:
    """Look over all answers: ids, phrasings that are double or too few, entries that the bot takes for each other,
    links, length, review dates and reading level.

    An error must be mended, a warning may be right. The exit code is 1 when there is an error, for CI.
    """
    from faq import checks

    settings = settings_from(config)
    if file is not None:
        entries = faq_source.read(file).entries
    else:
        with database(settings) as db:
            entries = faq_source.published(db, settings)
    today = now(settings).astimezone(settings.zone).date()
    found = checks.check(entries, today, faq_source.synonyms())
    for finding in found:
        where = finding.entry_id + (f", {finding.field}" if finding.field else "")
        print(f"{finding.level:7}  {where}: {finding.message}")
    errors = sum(finding.level == checks.ERROR for finding in found)
    print(f"{len(entries)} entries: {errors} errors, {len(found) - errors} warnings.")
    if errors or (strict and found):
        raise typer.Exit(1)
