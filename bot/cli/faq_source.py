"""Where `helpdesk faq` finds entries: in a file, or in the database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import fail
from bot.settings import CONTENT, Settings

if TYPE_CHECKING:
    import faq
    from faq.files import Contents
    from storage.database import Database

SYNONYMS = CONTENT / "synonyms.nl.yaml"

FaqFile = Annotated[
    Path | None,
    typer.Option("--file", help="Use this file (.yaml, .csv or .xlsx) instead of the database.", metavar="FILE"),
]


def read(file: Path) -> Contents:
    """What a file holds; stops with every mistake in it."""
    import faq
    from faq import files

    try:
        return files.read(file)
    except faq.FileError as error:
        fail(str(error))


def published(db: Database, settings: Settings) -> list[faq.Entry]:
    """The entries that the bot answers from; while there are none, those that it will begin with."""
    from bot.knowledge import entries

    if db.read_now(entries.revision):
        return db.read_now(entries.active)
    return read(settings.faq.source).entries


def synonyms() -> list[list[str]]:
    """The synonyms that the bot uses."""
    from bot.knowledge.index import read_synonyms

    return read_synonyms(SYNONYMS)


def index(entries: Sequence[faq.Entry]) -> faq.Index:
    """The index that the bot would make of these entries."""
    import faq

    return faq.Index(entries, synonyms=synonyms())
