"""`helpdesk db`: the database."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import ConfigPath, database, fail, settings_from

app = typer.Typer(help="The database: bring it up to date, look at it, back it up.", no_args_is_help=True)


@app.command()
def upgrade(config: ConfigPath = None) -> None:
    """Bring the database to this program's schema. `helpdesk run` does so by itself."""
    from bot import startup

    settings = settings_from(config)
    try:
        changed = startup.prepare_database(settings.storage.url)
    except startup.StartupError as error:
        fail(str(error))
    print("The database was brought up to date." if changed else "The database was up to date.")


@app.command()
def status(config: ConfigPath = None) -> None:
    """What waits, what was sent, and what was kept aside for a person to look at."""
    from storage import inbox, outbox

    with database(settings_from(config)) as db:
        for name, counts in (("came in", inbox.counts), ("went out", outbox.counts)):
            found = db.read_now(counts)
            print(f"{name}: " + (", ".join(f"{n} {state}" for state, n in sorted(found.items())) or "nothing yet"))
        for row in db.read_now(inbox.aside):
            print(f"  kept aside: update {row.update_id} of {row.received_at:%Y-%m-%d %H:%M} UTC: {row.error}")
        for letter in db.read_now(outbox.dead_letters):
            print(f"  not delivered: {letter.method} to chat {letter.chat_id}: {letter.error}")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where the copy goes. Must not exist yet.")],
    config: ConfigPath = None,
) -> None:
    """Copy a SQLite database safely, also while the bot runs. For PostgreSQL use pg_dump."""
    if file.exists():
        fail(f"{file} exists already: choose another name, so that no older copy is lost.")
    with database(settings_from(config)) as db:
        if db.engine.dialect.name != "sqlite":
            fail("This database is PostgreSQL: use pg_dump.")
        try:
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT", reading=None) as connection:
                connection.connection.driver_connection.execute("VACUUM INTO ?", (str(file),))  # type: ignore[union-attr]
        except sqlite3.Error as error:
            with contextlib.suppress(OSError):
                file.unlink()
            fail(f"{file} cannot be written: {error}. Check that its folder exists and has room. Nothing was copied.")
    print(f"Copied to {file}.")
