"""`helpdesk faq`: the answers."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import faq_check, faq_export, faq_import, faq_link, faq_source, faq_test
from bot.cli.faq_source import FaqFile
from bot.cli.options import ConfigPath, database, settings_from

HELP = """The answers: files in and out, checks and tests, links for posters.

Which format a file has, its name says: .yaml, .csv or .xlsx. More on keeping the answers: docs/curators.md
"""

app = typer.Typer(help=HELP, no_args_is_help=True)
app.command("import")(faq_import.import_)
app.command("export")(faq_export.export)
app.command("check")(faq_check.check)
app.command("test")(faq_test.test)
app.command("link")(faq_link.link)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question, as people type it.")],
    config: ConfigPath = None,
    file: FaqFile = None,
) -> None:
    """Show what the bot would do with a question: answer, suggest or pass on, with scores."""
    import faq as library

    if file is not None:
        index = faq_source.index(faq_source.read(file).entries)
    else:
        settings = settings_from(config)
        with database(settings) as db:
            index = faq_source.index(faq_source.published(db, settings))
    match index.decide(question):
        case library.Answer(entry, confidence):
            print(f"answers ({confidence:.0%} sure): {entry.question}")
        case library.Suggestions(matches):
            print(f"suggests {len(matches)}: {matches[0].entry.question} …")
        case _:
            print("does not know, and offers a person")
    for place, match in enumerate(index.search(question, 5), 1):
        print(f"{place}. {match.score:6.1%}  {match.entry.id:28} {match.entry.question}")
