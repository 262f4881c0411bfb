"""Fluent messages to Telegram's HTML.

Messages are trusted and may hold tags; what is filled in is not, so it is escaped. A missing message or variable
raises: better in a test than in a chat.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en")
# Fluent refuses a value of more than 2,500 characters (its MAX_PART_LENGTH), and an answer may be longer. So a long
# value is put in its place when Fluent is done.
LONGEST_VALUE = 1000
_PLACE = re.compile("\ue000\\w+\ue001")

Value = str | int | float


class Html(str):
    """Text that is Telegram HTML already: it is filled in as it is."""

    __slots__ = ()


class MissingTextError(LookupError):
    """No such message in this language, or a variable was not given."""


class Texts:
    """The messages of one language."""

    def __init__(self, language: str) -> None:
        """Raises OSError when the language has no folder."""
        self.language = language
        # Isolation marks would show as boxes on old phones.
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted((HERE / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def __call__(self, name: str, /, **values: Value) -> Html:
        """The message as Telegram HTML. Raises MissingTextError."""
        safe = {k: escape(v, quote=False) if type(v) is str else v for k, v in values.items()}
        return Html(self._format(name, safe))

    def plain(self, name: str, /, **values: Value) -> str:
        """The message as plain text: for buttons, toasts and topic names. Raises MissingTextError."""
        return self._format(name, values)

    def has(self, name: str) -> bool:
        """Whether there is such a message."""
        return bool(self._bundle.has_message(name))

    def _format(self, name: str, values: dict[str, Value]) -> str:
        pattern = self._bundle.get_message(name).value if self._bundle.has_message(name) else None
        if pattern is None:
            raise MissingTextError(f"no text '{name}' in '{self.language}'")
        long = {f"\ue000{k}\ue001": v for k, v in values.items() if isinstance(v, str) and len(v) > LONGEST_VALUE}
        short = {k: v if f"\ue000{k}\ue001" not in long else f"\ue000{k}\ue001" for k, v in values.items()}
        text, errors = self._bundle.format_pattern(pattern, {k: _plain(v) for k, v in short.items()})
        if errors:
            raise MissingTextError(f"text '{name}' in '{self.language}': {errors[0]}")
        return _PLACE.sub(lambda place: str(long.get(place[0], place[0])), str(text)) if long else str(text)


def _plain(value: Value) -> Value:
    # Fluent knows str and numbers by exact type; ids must not get thousands separators.
    return str(value) if isinstance(value, str) else value


@cache
def texts(language: str) -> Texts:
    """The messages of a language; those of Dutch for a language we do not have."""
    return Texts(language if language in LANGUAGES else LANGUAGES[0])
