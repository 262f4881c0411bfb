"""A message in a private chat: who takes it. The first step that says yes does."""

from __future__ import annotations

from collections.abc import Callable

from telegram.ext import filters

from handlers import unknown_command, words
from handlers.agenda import agenda, event_question, rsvp_typed, subscriptions
from handlers.asker import asker_edits, crisis, human, remark
from handlers.asking import ask, languages, masked
from handlers.front import Front
from handlers.turn import Turn
from handlers.typed import typed_button

Step = Callable[[Turn], bool]

# After words of crisis, in this order: what always works, what answers the bot's last message, what belongs to a
# person, a new question.
TEXT_STEPS: tuple[Step, ...] = (
    words.always,
    unknown_command.in_private,
    languages.named,
    remark.given,
    human.reply_to_person,
    typed_button,
    crisis.hold,
    rsvp_typed.given,
    agenda.typed_under_broadcast,
    event_question.given,
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
    languages.notice(turn)
    alarmed = crisis.alarm(turn)
    masked.note(turn)
    if not alarmed:
        any(step(turn) for step in TEXT_STEPS)


def on_edited(turn: Turn) -> None:
    """A message that was changed afterwards. Staff who have it see that, whatever else it leads to."""
    alarmed = crisis.edited(turn)
    masked.note(turn)
    if not (asker_edits.edited(turn) or alarmed or crisis.hold(turn)):
        ask.edited(turn)


def on_media(turn: Turn) -> None:
    """What is no text, perhaps with a caption."""
    alarmed = crisis.alarm(turn)
    masked.note(turn)
    if not (alarmed or crisis.hold(turn) or event_question.given(turn)):
        human.media(turn)
