"""`helpdesk faq link`: one answer on a poster."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import faq_source
from bot.cli.options import ConfigPath, database, fail, settings_from
from bot.settings import Settings

# Telegram's rule for usernames.
_USERNAME = re.compile(r"[A-Za-z]\w{3,31}", re.ASCII)
_KINDS = (".png", ".svg")
# A module of 12 pixels prints sharply at 4 cm; the four around it are what scanners need.
_SCALE, _BORDER = 12, 4


def link(
    entry_id: Annotated[str, typer.Argument(help="The id of an entry, as vog-gratis.", metavar="ID")],
    config: ConfigPath = None,
    qr: Annotated[
        Path | None, typer.Option("--qr", help="Make a QR code too: a .png or .svg file.", metavar="FILE")
    ] = None,
    bot: Annotated[
        str | None, typer.Option("--bot", help="The bot's username; without it Telegram is asked.", metavar="NAME")
    ] = None,
) -> None:
    """Print the link that opens an answer in Telegram, for newsletters and posters."""
    if qr is not None and qr.suffix.lower() not in _KINDS:
        fail(f"{qr}: the name must end in .png or .svg.")
    settings = settings_from(config)
    _must_exist(settings, entry_id)
    name = (bot or asyncio.run(_username(settings))).removeprefix("@")
    if not _USERNAME.fullmatch(name):
        fail(f"'{name}' is no username of a bot; it looks like omzien_bot.")
    address = f"https://t.me/{name}?start=faq_{entry_id}"
    print(address)
    if qr is not None:
        _draw(address, qr)
        print(f"QR code written to {qr}. Try it with a phone before you print it.")


def _must_exist(settings: Settings, entry_id: str) -> None:
    with database(settings) as db:
        known = [entry.id for entry in faq_source.published(db, settings)]
    if entry_id not in known:
        from difflib import get_close_matches

        near = get_close_matches(entry_id, known, n=3)
        fail(f"There is no answer '{entry_id}'." + (f" Did you mean {' or '.join(near)}?" if near else ""))


async def _username(settings: Settings) -> str:
    """The bot's own, from Telegram."""
    from bot.telegram.api import TelegramApi
    from bot.telegram.failures import CallFailed

    if not settings.telegram.token:
        fail("Which bot? Give its username with --bot, or its token in the settings (telegram.token).")
    api = TelegramApi(settings.telegram.api_url, settings.telegram.token)
    try:
        me = await api.call("getMe", {})
    except CallFailed as failure:
        fail(f"Telegram does not say who the bot is ({failure.description}). Give its username with --bot.")
    finally:
        await api.close()
    return str(me["username"])


def _draw(address: str, file: Path) -> None:
    import segno

    code = segno.make(address, error="m")
    try:
        code.save(str(file), scale=_SCALE, border=_BORDER)
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}.")
