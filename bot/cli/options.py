"""Options that commands share, and how they fail: in a sentence, with exit code 1."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot import config
from bot.config_errors import ConfigError
from bot.settings import Settings

if TYPE_CHECKING:
    from storage.database import Database

ConfigPath = Annotated[
    Path | None,
    typer.Option(
        "--config", "-c", help="Settings file. Default: config.toml here, when there is one.", metavar="FILE"
    ),
]
DEFAULT = Path("config.toml")


def fail(message: str) -> NoReturn:
    """Say what is wrong and stop with exit code 1."""
    print(message, file=sys.stderr)
    raise typer.Exit(1)


def write_file(path: Path, content: bytes) -> None:
    """Write a file that the user named; stops with a sentence when that cannot be."""
    try:
        path.write_bytes(content)
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}.")


def settings_from(path: Path | None, for_bot: bool = False) -> Settings:
    """The settings, `for_bot` with all that a bot needs to talk to Telegram; every mistake is told at once."""
    chosen = path or (DEFAULT if DEFAULT.exists() else None)
    try:
        return config.load(chosen, for_bot=for_bot)
    except ConfigError as error:
        hint = "\nThere is no config.toml here: copy config.example.toml to it, or name one with --config."
        fail(str(error) + (hint if chosen is None else ""))


@contextmanager
def database(settings: Settings) -> Iterator[Database]:
    """The database, at this program's schema, for a command."""
    from bot import startup
    from bot.clock import Clock
    from storage.database import Database

    made = _to_be_made(settings.storage.url)
    try:
        startup.prepare_database(settings.storage.url)
    except startup.StartupError as error:
        fail(str(error))
    if made is not None:
        hint = "Is the bot's database elsewhere? Then name its settings with --config."
        print(f"There was no database yet: {made} was made, and is empty. {hint}", file=sys.stderr)
    db = Database(settings.storage.url, Clock(settings.clock.offset_file).now)
    try:
        yield db
    finally:
        db.close()


def _to_be_made(storage_url: str) -> str | None:
    """The file of an SQLite database that is not there yet."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(storage_url)
    except ArgumentError:  # told when it is opened
        return None
    is_file = url.get_backend_name() == "sqlite" and url.database
    return url.database if is_file and not Path(url.database or "").exists() else None


def now(settings: Settings) -> datetime:
    """This moment, by the clock of these settings."""
    from bot.clock import Clock

    return Clock(settings.clock.offset_file).now().astimezone(UTC)
