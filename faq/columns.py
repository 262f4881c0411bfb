"""The columns of an FAQ in a sheet: what each may be called, in Dutch and in English."""

import re
from collections.abc import Iterable

from faq.text import fold

# The first name in each language is the one that we write.
NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "id": {"nl": ("id", "code"), "en": ("id", "code")},
    "question": {"nl": ("vraag",), "en": ("question",)},
    "phrasings": {"nl": ("zoekzinnen", "zoekzin", "andere vragen"), "en": ("phrasings", "phrasing")},
    "answer": {"nl": ("antwoord",), "en": ("answer",)},
    "themes": {"nl": ("onderwerpen", "onderwerp", "thema's", "thema"), "en": ("themes", "theme", "topics")},
    "language": {"nl": ("taal",), "en": ("language",)},
    "review": {"nl": ("nakijken", "nakijken op"), "en": ("review",)},
    "picture": {"nl": ("plaatje", "foto", "afbeelding"), "en": ("picture", "photo")},
    "voice": {"nl": ("geluid", "spraak"), "en": ("voice", "sound")},
}
LISTS = ("phrasings", "themes")
TRANSLATED = ("question", "phrasings", "answer")
REQUIRED = ("id", "question", "answer")
LANGUAGES = ("nl", "en")

_FIELDS = {fold(name): field for field, names in NAMES.items() for options in names.values() for name in options}
_HEADER = re.compile(r"(?P<name>.*?)\s*(?:\((?P<language>[A-Za-z]{2})\))?\s*(?P<number>\d{1,3})?\s*", re.DOTALL)
_REVISION = re.compile(r"\s*(?:revisie|revision)\s+(?P<mark>\S+)\s*", re.IGNORECASE)


def field_of(header: str) -> str | None:
    """The field that a column holds, by its header: "answer", "translations.en.answer"; None for no known one.

    A list may take several columns, numbered or not: "zoekzinnen", "zoekzinnen 2".
    """
    found = _HEADER.fullmatch(header)
    field = _FIELDS.get(fold(found["name"])) if found else None
    if not found or field is None or (found["number"] and field not in LISTS):
        return None
    if found["language"] is None:
        return field
    return f"translations.{found['language'].lower()}.{field}" if field in TRANSLATED else None


def is_list(field: str) -> bool:
    """Whether a cell of this field holds several texts, each on a line of its own."""
    return field.rpartition(".")[2] in LISTS


def header(field: str, language: str, number: int = 1) -> str:
    """What we write above a column, in Dutch or English. `number`: which of the columns of a list it is."""
    *inner, name = field.split(".")
    words = NAMES[name][language][0]
    return words + (f" ({inner[1]})" if inner else "") + (f" {number}" if number > 1 else "")


def revision_header(mark: str, language: str) -> str:
    """The header of an empty column that says of which revision of the FAQ a sheet is."""
    return f"{'revisie' if language == 'nl' else 'revision'} {mark}"


def revision_mark(headers: Iterable[str]) -> str | None:
    """The mark of `revision_header` among these headers; None without one."""
    return next((found["mark"] for text in headers if (found := _REVISION.fullmatch(text))), None)


def known(language: str) -> str:
    """The names of all columns, for a message."""
    return ", ".join(header(field, language) for field in NAMES)
