"""Use cases of the people who talk with the bot."""

from bot.people.members import came_back, keep_dialog, language, meet, unreachable

__all__ = ["came_back", "keep_dialog", "language", "meet", "unreachable"]
