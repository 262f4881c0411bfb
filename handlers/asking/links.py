"""Links into the private chat: what Telegram sends after /start when someone follows one."""

from __future__ import annotations

from bot.texts import Texts
from handlers.presses import Button
from handlers.services import Services

# What the link opens, before the id of an entry: from a poster or newsletter, or to read on after a short answer.
POSTER, READ_ON = "faq_", "lees_"
# Where someone comes from who has no entry in mind. They are welcomed like anyone.
FROM_GROUP, FROM_ANSWER, FROM_SEARCH = "groep", "antwoord", "zoeken"


def deep_link(services: Services, payload: str) -> str:
    """The address that opens the private chat and presses START. `payload`: A-Z a-z 0-9 _ -, at most 64."""
    return f"https://t.me/{services.bot_username}?start={payload}"


def read_on_button(t: Texts, services: Services, entry_id: str) -> Button:
    """[ Lees verder ]: the whole answer, in the private chat."""
    return Button(t.plain("read-on-button"), url=deep_link(services, READ_ON + entry_id))


def own_chat_button(t: Texts, services: Services) -> Button:
    """[ Verder met de bot ]"""
    return Button(t.plain("own-chat-button"), url=deep_link(services, FROM_GROUP))


def ask_yourself_button(t: Texts, services: Services) -> Button:
    """[ Stel zelf een vraag ]: under an answer that someone shared."""
    return Button(t.plain("ask-yourself-button"), url=deep_link(services, FROM_ANSWER))
