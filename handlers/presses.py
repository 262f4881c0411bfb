"""Typed callback data: what a button carries, in Telegram's 64 bytes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self, get_type_hints

# Telegram's limit for callback_data (Bot API, InlineKeyboardButton).
MOST_BYTES = 64


class StalePressError(ValueError):
    """The button is of another version of the program, or was made up."""


@dataclass(frozen=True)
class Press:
    """What a button means. Subclass with `prefix="x"` and fields of int or str; `str(press)` is the callback data.

    @dataclass(frozen=True)
    class Claim(Press, prefix="claim"):
        ticket: int
    """

    prefix: ClassVar[str] = ""
    known: ClassVar[dict[str, type[Press]]] = {}

    def __init_subclass__(cls, prefix: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if prefix in Press.known and Press.known[prefix].__qualname__ != cls.__qualname__:
            raise ValueError(f"two presses have the prefix {prefix!r}")
        cls.prefix = prefix
        Press.known[prefix] = cls

    def __str__(self) -> str:
        data = ":".join([self.prefix, *(str(getattr(self, f.name)) for f in fields(self))])
        if len(data.encode()) > MOST_BYTES:
            raise ValueError(f"callback data of {len(data.encode())} bytes, at most {MOST_BYTES}: {data}")
        return data

    @classmethod
    def parse(cls, data: str) -> Self:
        """The press in this callback data. Raises StalePressError when it does not fit."""
        prefix, *values = data.split(":", len(fields(cls)))
        types = get_type_hints(cls)
        names = [f.name for f in fields(cls)]
        if prefix != cls.prefix or len(values) != len(names):
            raise StalePressError(data)
        try:
            return cls(**{n: types[n](v) for n, v in zip(names, values, strict=True)})
        except ValueError as error:
            raise StalePressError(data) from error


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and what it does (a press), opens (a url) or shares.

    `share`: a chat is chosen, and these words are typed there after the bot's name.
    """

    label: str
    press: Press | None = None
    url: str | None = None
    share: str | None = None


Rows = list[list[Button]]


def keyboard(rows: Rows) -> dict[str, Any]:
    """An InlineKeyboardMarkup. No rows: a keyboard that takes the buttons away."""
    return {"inline_keyboard": [[_button(b) for b in row] for row in rows]}


def _button(b: Button) -> dict[str, str]:
    if b.share is not None:
        return {"text": b.label, "switch_inline_query": b.share}
    return {"text": b.label, "url": b.url} if b.url else {"text": b.label, "callback_data": str(b.press)}
