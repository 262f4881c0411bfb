"""What people do: the actions behind the page and the tests. Importing this package registers them all."""

from bot.demo.server.control import groups, inline, kinds, media, people, testing, view, votes
from bot.demo.server.control.registry import ACTIONS, Control, File

__all__ = ["ACTIONS", "Control", "File", "groups", "inline", "kinds", "media", "people", "testing", "view", "votes"]
