"""`helpdesk faq`: the answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigPath, database, fail, now, settings_from

if TYPE_CHECKING:
    from faq import Index

app = typer.Typer(help="The answers: import a file, try a question.", no_args_is_help=True)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A YAML file, as bot/content/faq.nl.yaml.")],
    config: ConfigPath = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
) -> None:
    """Replace the FAQ by a file. Entries that are not in it are retired. A running bot follows within seconds."""
    import faq as library
    from bot.knowledge import entries

    try:
        found = library.load(file)
    except library.FileError as error:
        fail(str(error))
    settings = settings_from(config)
    with database(settings) as db:
        work = db.read_now if dry_run else db.write_now
        changes = work(entries.replace, found, f"import {file.name}", now(settings))
    for word, ids in (("new", changes.new), ("changed", changes.changed), ("retired", changes.retired)):
        for entry_id in ids:
            print(f"{word:8} {entry_id}")
    total = f"{len(found)} entries read: {len(changes.new)} new, {len(changes.changed)} changed"
    print(f"{total}, {len(changes.retired)} retired." + (" Nothing was written." if dry_run else ""))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question, as people type it.")],
    config: ConfigPath = None,
    file: Annotated[Path | None, typer.Option("--file", help="Ask this YAML file instead of the database.")] = None,
) -> None:
    """Show what the bot would do with a question: answer, suggest or pass on, with scores."""
    import faq as library

    index = _index(config, file)
    match index.decide(question):
        case library.Answer(entry, confidence):
            print(f"answers ({confidence:.0%} sure): {entry.question}")
        case library.Suggestions(matches):
            print(f"suggests {len(matches)}: {matches[0].entry.question} …")
        case _:
            print("does not know, and offers a person")
    for place, match in enumerate(index.search(question, 5), 1):
        print(f"{place}. {match.score:6.1%}  {match.entry.id:28} {match.entry.question}")


def _index(config: Path | None, file: Path | None) -> Index:
    import faq as library
    from bot.config import CONTENT
    from bot.knowledge import Knowledge, entries
    from bot.knowledge.index import read_synonyms

    if file is not None:
        try:
            return library.Index(library.load(file), synonyms=read_synonyms(CONTENT / "synonyms.nl.yaml"))
        except library.FileError as error:
            fail(str(error))
    settings = settings_from(config)
    knowledge = Knowledge(CONTENT / "synonyms.nl.yaml")
    with database(settings) as db:
        if not db.read_now(entries.revision):
            return _index(config, settings.faq.source)
        db.read_now(knowledge.load)
    return knowledge.index
