"""`helpdesk faq export`: what the database holds, or the sample while it is empty, in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.faq_source import published
from bot.cli.options import ConfigPath, database, fail, settings_from


def export(
    file: Annotated[Path, typer.Argument(help="Where to: a name that ends in .yaml, .csv or .xlsx.")],
    config: ConfigPath = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write the answers of the database to a file, to look at, change and import again.

    While the database holds none, those are written that the bot will begin with (faq.source).

    The file remembers of which revision it is (a comment, or the name of an empty column): leave that in, and the
    import knows what was changed in chat meanwhile.
    """
    from bot.knowledge import imports
    from bot.texts import texts
    from faq import files

    if file.suffix.lower() not in files.FORMATS:
        fail(f"{file}: the name must end in {' or '.join(files.FORMATS)}.")
    if file.exists() and not force:
        fail(f"{file} exists already: choose another name, or write over it with --force.")
    settings = settings_from(config)
    with database(settings) as db:
        mark = db.read_now(imports.mark)
        found = published(db, settings)
    if not found:
        fail("There are no answers: import a file first, with helpdesk faq import FILE.")
    language = settings.locale.language
    try:
        comments = texts(language).plain("faq-file-comment").splitlines()
        files.save(file, found, language, mark, comments)
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}.")
    print(f"{len(found)} entries written to {file}.")
    if mark is None:
        print(
            f"The database holds none yet: these are those that the bot will begin with, from {settings.faq.source}."
        )
