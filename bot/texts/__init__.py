"""Everything said to people, and how it is rendered."""

from bot.texts.render import Texts, texts

__all__ = ["Texts", "texts"]
