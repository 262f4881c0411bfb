"""Use cases of the people who talk with the bot."""

from bot.people.members import Person, came_back, keep_buttons, keep_dialog, language, meet, reachable, unreachable

__all__ = ["Person", "came_back", "keep_buttons", "keep_dialog", "language", "meet", "reachable", "unreachable"]
