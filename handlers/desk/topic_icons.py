"""The icon of a ticket's topic: it shows at a glance what the first word of the topic's name says."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.states import State
from bot.desk.ticket import TicketView

# Of the icons that Telegram gives every bot (getForumTopicIconStickers), by the emoji that they show.
ICONS = {
    State.NEW: "❓",
    State.CLAIMED: "🔎",
    State.WAITING: "💬",
    State.ANSWERED: "📝",
    State.SNOOZED: "📆",
    State.CLOSED: "✅",
    State.WITHDRAWN: "📁",
    State.MERGED: "📁",
}
URGENT = "❗"


def icon(ticket: TicketView, known: Mapping[str, str]) -> str | None:
    """The custom emoji for this ticket's topic, of those `known` (by their emoji); None when Telegram has it not."""
    emoji = URGENT if ticket.urgent is not None and ticket.is_open else ICONS[ticket.state]
    return known.get(emoji)
