"""A message in a private chat: who takes it. The first step that says yes does."""

from __future__ import annotations

from collections.abc import Callable

from telegram.ext import filters

from handlers import agenda, ask, human, languages, subscriptions, words
from handlers.front import Front
from handlers.turn import Turn
from handlers.typed import typed_button

Step = Callable[[Turn], bool]

# In this order: what always works, what answers the bot's last message, what belongs to a person, a new question.
TEXT_STEPS: tuple[Step, ...] = (
    words.always,
    languages.named,
    human.reply_to_person,
    typed_button,
    agenda.typed_under_broadcast,
    human.expected_question,
    subscriptions.expected_place,
    ask.question,
)


def register(front: Front) -> None:
    """Last of all handlers for private chats: it takes whatever is left."""
    private = filters.ChatType.PRIVATE
    front.message(private & filters.UpdateType.MESSAGE & filters.TEXT, on_text)
    front.message(private & filters.UpdateType.EDITED_MESSAGE, human.edited)
    front.message(private & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, human.media)


def on_text(turn: Turn) -> None:
    """Text that is not a command we know."""
    languages.notice(turn)
    for step in TEXT_STEPS:
        if step(turn):
            return
