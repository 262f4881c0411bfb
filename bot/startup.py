"""What must be in order before the bot works, each problem in a sentence for the person who installs it."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

import faq
from bot.agenda import region
from bot.knowledge import entries
from bot.safety import crisis
from bot.safety.crisis import Crisis
from bot.settings import Settings
from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed, Kind
from bot.telegram.outcomes import backoff
from storage import migrate, staff_group
from storage.database import Database
from storage.engine import make_engine
from storage.people import move_chat, moved_chats

log = logging.getLogger(__name__)


class StartupError(Exception):
    """The bot cannot start. Its text says what is wrong, where, and what to do."""


def prepare_database(url: str) -> bool:
    """Bring the database to this program's schema. Returns whether it had to change. Raises StartupError."""
    try:
        engine = make_engine(url)
    except (ValueError, ImportError) as error:
        raise StartupError(f"storage.url cannot be used: {error}.") from None
    shown = engine.url.render_as_string(hide_password=True)
    try:
        changed = migrate.upgrade(engine)
        with engine.connect() as connection:  # an up-to-date one was only read so far: may it be written?
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
            connection.rollback()
        return changed
    except migrate.NewerSchema as newer:
        raise StartupError(
            f"The database {shown} was made by a newer version of this program (schema {newer}, this one knows "
            f"{migrate.HEAD}). Install the newer version, or restore a backup from before. Nothing was changed."
        ) from None
    except (OperationalError, DBAPIError) as error:
        raise StartupError(
            f"The database {shown} cannot be opened or written: {_first_line(error)}. Check that its folder exists, "
            "that this user may write there, and that the server runs."
        ) from None
    finally:
        engine.dispose()


async def check_token(api: TelegramApi) -> dict[str, Any]:
    """Who the bot is (a User). Waits for Telegram when it is out of reach. Raises StartupError for a wrong token."""
    try:
        me: dict[str, Any] = await call(api, "getMe", {})
    except CallFailed as failure:
        raise StartupError(
            f"Telegram does not accept the token ({failure.description}). Copy it again from @BotFather, "
            "also the part before the colon, into telegram.token."
        ) from None
    return me


def note_settings(me: dict[str, Any]) -> None:
    """Say in the log what of the bot's settings at @BotFather (`me` is its User) keeps it from its work."""
    if not me.get("supports_inline_queries"):
        log.warning("inline mode is off: '@%s word' works in no chat. @BotFather, /setinline.", me["username"])
    if me.get("can_read_all_group_messages"):
        log.warning(
            "privacy mode is off: the bot gets all messages of groups it is in. @BotFather, /setprivacy, Enable."
        )


async def staff_chat(api: TelegramApi, db: Database, chat_id: int) -> dict[str, Any]:
    """The staff group (a Chat). Put out of a group in which it worked before, the bot starts all the same: what comes
    in waits, and a coordinator hears of it. Raises StartupError when it never was there."""
    try:
        return await check_staff_chat(api, chat_id)
    except StartupError:
        known = await db.read(_worked_in, chat_id)
        if known is None:
            raise
        return {"id": known}


def _worked_in(session: Session, chat_id: int) -> int | None:
    chat = moved_chats(session).get(chat_id, chat_id)
    return chat if staff_group.look(session, chat) is not None else None


async def check_staff_chat(api: TelegramApi, chat_id: int) -> dict[str, Any]:
    """The staff group (a Chat). Raises StartupError when the bot is not in it."""
    try:
        chat: dict[str, Any] = await call(api, "getChat", {"chat_id": chat_id})
    except CallFailed as failure:
        if failure.kind is Kind.MIGRATED and failure.new_chat is not None:
            return await check_staff_chat(api, failure.new_chat)
        raise StartupError(
            f"The bot is not in the staff group {chat_id} ({failure.description}). Add it to the group and make it "
            "an administrator, or correct staff.chat_id."
        ) from None
    return chat


async def topic_icons(api: TelegramApi) -> dict[str, str]:
    """The icons that a topic may have: custom emoji ids by their emoji; none when Telegram does not say."""
    try:
        found = await api.call("getForumTopicIconStickers", {})
    except CallFailed as failure:
        log.info("topics get no icons: %s", failure)
        return {}
    plain = {s.get("emoji", "").removesuffix("\ufe0f"): s.get("custom_emoji_id", "") for s in found}
    return {emoji: icon for emoji, icon in plain.items() if emoji and icon}


async def call(api: TelegramApi, method: str, params: dict[str, Any]) -> Any:
    """Call until Telegram answers. Raises CallFailed when the answer is no."""
    attempt = 0
    while True:
        try:
            return await api.call(method, params)
        except CallFailed as failure:
            if failure.kind not in (Kind.UNSENT, Kind.AMBIGUOUS, Kind.FLOOD):
                raise
            attempt += 1
            if attempt in (1, 10, 100):
                log.warning("Telegram is out of reach (%s); trying again", failure)
            await asyncio.sleep(failure.retry_after or min(10.0, 0.2 + backoff(attempt)))


async def set_webhook(api: TelegramApi, url: str, params: dict[str, Any]) -> None:
    """From now on Telegram calls `url`. Raises StartupError when it will not."""
    try:
        await call(api, "setWebhook", {"url": url, **params})
    except CallFailed as failure:
        raise StartupError(
            f"Telegram does not accept telegram.webhook.url {url} ({failure.description}). It must be an https "
            "address that Telegram can reach from the internet; or set telegram.mode to polling."
        ) from None


def check_region(settings: Settings) -> None:
    """The file of municipalities, places and themes can be used. Raises StartupError."""
    try:
        region.load(settings.events.region)
    except region.RegionError as error:
        raise StartupError(f"events.region cannot be used: {error}") from None


def crisis_words(settings: Settings) -> Crisis:
    """The words of crisis with their numbers. Raises StartupError."""
    try:
        return crisis.load(settings.safety.crisis)
    except faq.FileError as error:
        raise StartupError(f"safety.crisis cannot be used:\n{error}") from None


def first_faq(session: Session, settings: Settings, now: datetime) -> int:
    """Import faq.source when the database holds no FAQ yet. Returns how many entries. Raises StartupError."""
    if entries.revision(session):
        return 0
    try:
        found = faq.load(settings.faq.source)
    except faq.FileError as error:
        raise StartupError(f"faq.source cannot be imported:\n{error}") from None
    entries.replace(session, found, f"import {settings.faq.source.name}", now)
    return len(found)


def known_moves(session: Session, configured: int, found: int) -> dict[int, int]:
    """Groups that moved, with the staff group when it turned out to have another id than configured."""
    if found != configured:
        move_chat(session, configured, found)
        session.flush()
    return moved_chats(session)


def _first_line(error: DBAPIError) -> str:
    return str(error.orig or error).strip().splitlines()[0].rstrip(".")
