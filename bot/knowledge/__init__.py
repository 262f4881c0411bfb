"""Use cases of the FAQ as the database keeps it."""

from bot.knowledge.index import Knowledge

__all__ = ["Knowledge"]
