"""Days and times as the writing rules have them: "di 12 januari, 19.30 uur" and "Tue 12 January, 19:30"."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from babel.dates import format_date


def day(value: date, language: str, today: date | None = None) -> str:
    """A day; with its year when that is not today's."""
    pattern = "EEE d MMMM" if today is None or value.year == today.year else "EEE d MMMM y"
    return format_date(value, pattern, locale=language)


def month(value: date, language: str) -> str:
    """A month with its year: "november 2026"."""
    return format_date(value, "MMMM y", locale=language)


def clock(value: datetime | time, language: str) -> str:
    """A time of day, from the wall-clock value given."""
    return f"{value.hour}.{value.minute:02d} uur" if language == "nl" else f"{value.hour}:{value.minute:02d}"


def moment(value: datetime, language: str, today: date | None = None) -> str:
    """A day and a time."""
    return f"{day(value.date(), language, today)}, {clock(value, language)}"


def weekday(value: date, language: str) -> str:
    """The day of the week: "ma", "Mon"."""
    return format_date(value, "EEE", locale=language)


def times(start: datetime, end: datetime, language: str) -> str:
    """From when until when on one day: "19.30 tot 21.30 uur"."""
    if language == "nl":
        return f"{start.hour}.{start.minute:02d} tot {clock(end, language)}"
    return f"{clock(start, language)} to {clock(end, language)}"


def span(start: datetime, end: datetime, language: str, today: date | None = None, all_day: bool = False) -> str:
    """From when until when, wall-clock: "di 26 januari, 19.30 tot 21.30 uur"."""
    first = day(start.date(), language, today)
    if all_day:
        return f"{first}, {'hele dag' if language == 'nl' else 'all day'}"
    if end <= start:
        return moment(start, language, today)
    if end.date() == start.date():
        return f"{first}, {times(start, end, language)}"
    until = "tot" if language == "nl" else "to"
    return f"{first}, {clock(start, language)} {until} {moment(end, language, today)}"


def age(length: timedelta, language: str) -> str:
    """How long, in one whole unit: "3 uur", "28 minuten", "2 dagen"."""
    minutes = max(0, int(length.total_seconds() // 60))
    hours, days = minutes // 60, minutes // 1440
    if days >= 2:
        return f"{days} dagen" if language == "nl" else f"{days} days"
    if hours >= 1:
        return f"{hours} uur" if language == "nl" else f"{hours} hour{'s' if hours > 1 else ''}"
    if language == "nl":
        return f"{minutes} {'minuut' if minutes == 1 else 'minuten'}"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def date_only(value: date, language: str) -> str:
    """A day without the day of the week: "13 januari"."""
    return format_date(value, "d MMMM", locale=language)


def weekday_name(value: date, language: str) -> str:
    """The day of the week, in full: "woensdag"."""
    return format_date(value, "EEEE", locale=language)
