"""A message in a private chat: who takes it. The first step that says yes does."""

from __future__ import annotations

from collections.abc import Callable

from telegram.ext import filters

from handlers import agenda, ask, crisis, human, masked, subscriptions, words
from handlers.front import Front
from handlers.turn import Turn
from handlers.typed import typed_button

Step = Callable[[Turn], bool]

# In this order: words of crisis, what always works, what answers the bot's last message, what belongs to a person, a
# new question.
TEXT_STEPS: tuple[Step, ...] = (
    crisis.alarm,
    words.always,
    human.reply_to_person,
    typed_button,
    crisis.hold,
    agenda.typed_under_broadcast,
    human.expected_question,
    subscriptions.expected_place,
    ask.question,
)


def register(front: Front) -> None:
    """Last of all handlers for private chats: it takes whatever is left."""
    private = filters.ChatType.PRIVATE
    front.message(private & filters.UpdateType.MESSAGE & filters.TEXT, on_text)
    front.message(private & filters.UpdateType.EDITED_MESSAGE, on_edited)
    front.message(private & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, on_media)


def on_text(turn: Turn) -> None:
    """Text that is not a command we know."""
    masked.note(turn)
    for step in TEXT_STEPS:
        if step(turn):
            return


def on_edited(turn: Turn) -> None:
    """A message that was changed afterwards."""
    masked.note(turn)
    if not (crisis.edited(turn) or human.edited(turn)):
        ask.edited(turn)


def on_media(turn: Turn) -> None:
    """What is no text, perhaps with a caption."""
    masked.note(turn)
    if not (crisis.alarm(turn) or crisis.hold(turn)):
        human.media(turn)
