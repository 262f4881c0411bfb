"""Text as people type it, made comparable: no capitals, no accents, no invisible characters."""

import re
import unicodedata

MAX_CHARACTERS = 4096  # the longest message that Telegram delivers; a longer text is cut

_WORD = re.compile(r"[^\W_]+")
# Control characters other than a tab and a line break: no file format can hold all of them.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_QUOTES = re.compile(r"(?<=\w)['’‘`´](?=\w)")


def fold(text: str) -> str:
    """The words of a text in lower case, without accents and punctuation, one space apart.

    An apostrophe inside a word disappears ("foto's" and "fotos" are the same), and so do
    zero-width and other control characters.
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text, in order. See `fold`."""
    text = text[:MAX_CHARACTERS].casefold()
    if not text.isascii():
        text = _plain(text)
    return _WORD.findall(_QUOTES.sub("", text))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (char for char in decomposed if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    return "".join(kept).casefold()


def unprintable(text: str) -> list[str]:
    """The control characters of a text, and what is no character at all; a tab and a line break are fine."""
    return _UNPRINTABLE.findall(text)


def printable(text: str) -> str:
    """The text without its `unprintable` characters, its line breaks as files have them, and nothing around it."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
