"""What people see of the bot before they start it, and the list of commands."""

from __future__ import annotations

import logging
from typing import Any

from bot.settings import Settings
from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed
from bot.texts import texts
from bot.texts.render import LANGUAGES

log = logging.getLogger(__name__)

COMMANDS = {
    "agenda": "command-agenda",
    "meldingen": "command-subscriptions",
    "mijnvragen": "command-questions",
    "help": "command-help",
    "privacy": "command-privacy",
    "mijngegevens": "command-my-data",
    "vergeetmij": "command-forget-me",
}
GROUP_COMMANDS = {"vraag": "command-ask", "help": "command-help"}
STAFF_COMMANDS = {
    "wachtrij": "command-queue",
    "snel": "command-quick",
    "zoek": "command-search",
    "faq": "command-faq",
    "leren": "command-learn",
    "agenda": "command-attendance",
    "evenement": "command-event",
    "planning": "command-planning",
    "maandbeeld": "command-month",
    "agenda_feed": "command-feed",
    "nieuws": "command-news",
    "openingstijden": "command-hours",
    "notitie": "command-note",
    "terug": "command-take-back",
    "blokkeer": "command-block",
    "geblokkeerd": "command-blocked",
    "leden": "command-members",
    "rapport": "command-report",
    "wis": "command-wipe",
    "help": "command-help",
}


async def present(api: TelegramApi, settings: Settings, staff_chat: int) -> None:
    """Set descriptions and commands where they are not so yet. What fails is logged: the bot works without."""
    try:
        for language in LANGUAGES:
            code = "" if language == settings.locale.language else language
            await _describe(api, settings, language, code)
            await _set(api, "Commands", {"language_code": code, "scope": {"type": "all_private_chats"}}, language)
            groups = {"language_code": code, "scope": {"type": "all_group_chats"}}
            await _set(api, "Commands", groups, language, GROUP_COMMANDS)
        scope = {"type": "chat", "chat_id": staff_chat}
        await _set(api, "Commands", {"scope": scope}, settings.locale.language, STAFF_COMMANDS)
    except CallFailed as failure:
        log.warning("the bot's profile could not be set: %s", failure)


async def _describe(api: TelegramApi, settings: Settings, language: str, code: str) -> None:
    t = texts(language)
    long = t.plain("profile-description", region=settings.network.region)
    for what, key, text in (
        ("Description", "description", long),
        ("ShortDescription", "short_description", t.plain("profile-short")),
    ):
        have = await api.call(f"getMy{what}", {"language_code": code})
        if have.get(key) != text:
            await api.call(f"setMy{what}", {key: text, "language_code": code})


async def _set(
    api: TelegramApi, what: str, params: dict[str, Any], language: str, commands: dict[str, str] = COMMANDS
) -> None:
    wanted = [{"command": c, "description": texts(language).plain(t)} for c, t in commands.items()]
    if await api.call(f"getMy{what}", params) != wanted:
        await api.call(f"setMy{what}", {**params, "commands": wanted})
