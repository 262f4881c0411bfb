"""An import of the agenda in words: what changes, and what is wrong with a file. Used in the group and by commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.agenda import places
from bot.agenda.imports import BACK, CALLED_OFF, CHANGED, MOVED, NEW, PLACES, Difference, ImportResult
from bot.agenda.parsed import Problem
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.agenda.event_messages import clip, headline

# Texts.__call__ for Telegram, Texts.plain for a terminal.
Say = Callable[..., str]

# A message to staff is at most 500 characters: these many of a kind are named, the rest counted.
MOST_NAMED = 3
MOST_PROBLEMS = 5

KINDS = {
    NEW: "calendar-new",
    MOVED: "calendar-moved",
    CALLED_OFF: "calendar-cancelled",
    BACK: "calendar-back",
    CHANGED: "calendar-changed",
    PLACES: "calendar-places",
}
PROBLEMS = (
    "calendar-too-large",
    "calendar-too-many-lines",
    "calendar-not-a-calendar",
    "calendar-cut-off",
    "calendar-broken",
    "calendar-broken-line",
    "calendar-no-events",
    "calendar-missing-field",
    "calendar-unreadable-date",
    "calendar-unreadable-places",
    "calendar-unreadable-until",
    "calendar-unreadable-rule",
    "calendar-unknown-zone",
    "calendar-too-often",
    "calendar-too-many",
    "calendar-too-slow",
    "calendar-bad-series",
    "calendar-zone-read-as",
    "calendar-sheet-no-table",
    "calendar-sheet-broken",
    "calendar-sheet-empty",
    "calendar-sheet-formula",
    "calendar-sheet-day",
    "calendar-sheet-time",
    "calendar-sheet-places",
    "calendar-sheet-by",
    "calendar-sheet-late",
    "calendar-sheet-link",
    "calendar-sheet-twice",
    "calendar-sheet-too-many",
    "calendar-feed-no-link",
    "calendar-feed-private",
    "calendar-feed-redirects",
    "calendar-feed-status",
    "calendar-feed-slow",
    "calendar-feed-unreachable",
    "calendar-feed-encoded",
)


def summary(
    t: Texts,
    result: ImportResult,
    notes: tuple[Problem, ...],
    today: date,
    most: int = MOST_NAMED,
    plain: bool = False,
) -> Html:
    """What an import does, a line for each kind of change.

    `most`: how many of a kind are named. `plain`: for a terminal, not for Telegram.
    """
    said = t.plain if plain else t
    lines = [*_changes(t, said, result, today, most), *_left_alone(t, said, result, most)]
    if not result.differences and not result.overruled:
        lines.append(said("calendar-nothing-new"))
    elif result.unchanged:
        lines.append(said("calendar-same", count=result.unchanged))
    if result.nowhere:
        lines.append(said("calendar-nowhere", what=_titles(t, [f'"{p}"' for p in result.nowhere], most)))
    lines += [problem(t, note, plain) for note in notes]
    return Html("\n".join(lines))


def _changes(t: Texts, said: Say, result: ImportResult, today: date, most: int) -> list[str]:
    lines: list[str] = []
    for kind, name in KINDS.items():
        found = result.of_kind(kind)
        if found:
            what = _listed(t, [item(t, d, today) for d in found], most)
            told = sum(d.told for d in found)
            line = f"{said(name, count=len(found), what=what)}."
            lines.append(f"{line} {said('calendar-told', count=told)}" if told else line)
    return lines


def _left_alone(t: Texts, said: Say, result: ImportResult, most: int) -> list[str]:
    lines: list[str] = []
    if result.missing:
        lines.append(said("calendar-missing", count=len(result.missing), what=_titles(t, result.missing, most)))
    if result.overruled:
        titles = list(dict.fromkeys(result.overruled))
        lines.append(said("calendar-overruled", count=len(titles), what=_titles(t, titles, most)))
    if result.older:
        lines.append(said("calendar-older", count=len(result.older), what=_titles(t, result.older, most)))
    if result.past:
        lines.append(said("calendar-past", count=len(result.past)))
    return lines


def item(t: Texts, d: Difference, today: date) -> str:
    """One change: "Regioavond Zeist, di 26 januari wordt di 2 februari (20 plekken wordt 30)"."""
    shown = _item(t, d, today)
    details = _places(t, d, today)
    return t.plain("calendar-item-with", item=shown, places=", ".join(details)) if details else shown


def _places(t: Texts, d: Difference, today: date) -> list[str]:
    """What changes of how many fit and until when one can say to come, and for whom that matters."""
    found = []
    if places.CAPACITY in d.places:
        capacity, was = d.places[places.CAPACITY] or 0, d.had[places.CAPACITY] or 0
        name = "calendar-fits" if d.kind == NEW else "calendar-fits-now"
        found.append(t.plain(name, capacity=capacity, **({} if d.kind == NEW else {"was": was})))
    if d.coming:
        found.append(t.plain("calendar-fits-less", coming=d.coming))
    if d.seated:
        found.append(t.plain("calendar-fits-more", seated=d.seated))
    if places.ANSWER_BY in d.places:
        by = d.places[places.ANSWER_BY]
        until = by and when.moment(by.astimezone(ZoneInfo(d.zone)), t.language, today)
        found.append(t.plain("calendar-by", when=until) if until else t.plain("calendar-by-start"))
    return found


def _item(t: Texts, d: Difference, today: date) -> str:
    title = headline(d.title)[0]
    if d.was is None:
        return t.plain("calendar-item", title=title, when=_moment(t, d.starts, d.all_day, today))
    same_day = d.was.date() == d.starts.date()
    was = _moment(t, d.was, d.all_day, today) if same_day else when.day(d.was.date(), t.language, today)
    becomes = when.clock(d.starts, t.language) if same_day else when.day(d.starts.date(), t.language, today)
    return t.plain("calendar-item-moved", title=title, was=was, when=becomes)


def problems(t: Texts, found: list[Problem], most: int = MOST_PROBLEMS, plain: bool = False) -> Html:
    """What is wrong, a line each; when there is more, how many."""
    lines: list[str] = [problem(t, p, plain) for p in found[:most]]
    if len(found) > most:
        lines.append(t("calendar-and-more", count=len(found) - most))
    return Html("\n".join(lines))


def problem(t: Texts, p: Problem, plain: bool = False) -> str:
    """One problem, with where it is."""
    said = t.plain if plain else t
    name = f"calendar-{p.kind}"
    assert name in PROBLEMS, name
    text = said(name, **p.values)
    if p.line is None:
        return text
    if p.event:
        return said("calendar-problem-line", line=str(p.line), event=p.event, problem=text)
    return said("calendar-problem-line-only", line=str(p.line), problem=text)


def _moment(t: Texts, starts: datetime, all_day: bool, today: date) -> str:
    return when.span(starts, starts, t.language, today, all_day)


def _titles(t: Texts, titles: list[str], most: int) -> str:
    return _listed(t, [clip(title, 50) for title in titles], most)


def _listed(t: Texts, items: list[str], most: int) -> str:
    named = "; ".join(items[:most])
    return named if len(items) <= most else f"{named}; {t.plain('calendar-and-more', count=len(items) - most)}"
