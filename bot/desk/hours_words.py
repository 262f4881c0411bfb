"""Reads what a coordinator types about the hours of a day: "vrijdag dicht", "24 december 9-12 en 13.00 tot 15.30"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from itertools import pairwise

from babel.dates import get_day_names, get_month_names

from bot.settings import Span

LANGUAGES = ("nl", "en")
CLOSED = re.compile(r"\b(dicht|gesloten|closed)\b")
AS_EVER = re.compile(r"\b(gewoon|normaal|usual|normal)\b")
AHEAD = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1}
_WORD = re.compile(r"[a-z]+")
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:uur|u|h)\b)?"
_SPAN = re.compile(rf"\b{_CLOCK}\s*(?:-|–|tot|until|to)\s*{_CLOCK}")
_ISO, _SHORT = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b"), re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?\b")
_LONG = re.compile(r"\b(\d{1,2})\s+([a-z]{3,})\.?(?:\s+(\d{4}))?")


class UnclearError(ValueError):
    """It cannot be read: no day in it, or no times, or times that cannot be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The hours that a day is to have: none when closed, None for those of the settings again."""

    day: date
    spans: tuple[Span, ...] | None


def read(text: str, today: date) -> Asked:
    """What was typed. A day of the week is the next one, today included. Raises UnclearError."""
    day, rest = _day(" ".join(text.casefold().split()), today)
    spans = _spans(rest)
    if spans:
        return Asked(day, spans)
    if CLOSED.search(rest):
        return Asked(day, ())
    if AS_EVER.search(rest):
        return Asked(day, None)
    raise UnclearError(text)


def _day(text: str, today: date) -> tuple[date, str]:
    """The day, and the text without it."""
    for form, make in ((_WORD, _of_word), (_ISO, _of_iso), (_LONG, _of_long), (_WORD, _of_week), (_SHORT, _of_short)):
        for found in form.finditer(text):
            day = make(found, today)
            if day is not None:
                return day, text[: found.start()] + " " + text[found.end() :]
    raise UnclearError(text)


def _of_word(found: re.Match[str], today: date) -> date | None:
    ahead = AHEAD.get(found[0])
    return None if ahead is None else today + timedelta(days=ahead)


def _of_week(found: re.Match[str], today: date) -> date | None:
    number = _names(get_day_names).get(found[0])
    return None if number is None else today + timedelta(days=(number - today.weekday()) % 7)


def _of_iso(found: re.Match[str], today: date) -> date | None:
    return _made(today, int(found[3]), int(found[2]), int(found[1]))


def _of_short(found: re.Match[str], today: date) -> date | None:
    """24-12. "9-12" is read as a day too: which hours it would have must be said then."""
    return _made(today, int(found[1]), int(found[2]), int(found[3]) if found[3] else None)


def _of_long(found: re.Match[str], today: date) -> date | None:
    month = _names(get_month_names).get(found[2])
    return None if month is None else _made(today, int(found[1]), month, int(found[3]) if found[3] else None)


@cache
def _names(get: Callable[..., Mapping[int, str]]) -> dict[str, int]:
    """Names of days (from 0, Monday) or months (from 1), whole and short, in all languages."""
    return {
        name.casefold().rstrip("."): number
        for language in LANGUAGES
        for width in ("abbreviated", "wide")
        for number, name in get(width, locale=language).items()
    }


def _made(today: date, day: int, month: int, year: int | None) -> date | None:
    """Without a year it is the next such day."""
    try:
        made = date(year or today.year, month, day)
        return date(today.year + 1, month, day) if year is None and made < today else made
    except ValueError:
        return None


def _spans(text: str) -> tuple[Span, ...]:
    """All spans, in order. Raises UnclearError when one ends before it begins, or they overlap."""
    try:
        spans = sorted(
            Span(time(int(m[1]), int(m[2] or 0)), time(int(m[3]), int(m[4] or 0))) for m in _SPAN.finditer(text)
        )
    except ValueError as error:
        raise UnclearError(text) from error
    if any(span.closes <= span.opens for span in spans) or any(b.opens < a.closes for a, b in pairwise(spans)):
        raise UnclearError(text)
    return tuple(spans)
