"""`helpdesk --help`."""

from __future__ import annotations

import typer

from bot.cli import db, demo, faq, report, run
from bot.cli.events import app as events

HELP = """A helpdesk in Telegram: answers from your FAQ, a queue for people, and reminders of your events.

Try it without Telegram: helpdesk demo

Go live: copy config.example.toml to config.toml, fill in the token and the staff group, then: helpdesk run
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run")(run.run)
app.command("demo")(demo.demo)
app.command("report")(report.report)
app.add_typer(faq.app, name="faq")
app.add_typer(events, name="events")
app.add_typer(db.app, name="db")


def main() -> None:
    """Run the command line."""
    app(prog_name="helpdesk")
