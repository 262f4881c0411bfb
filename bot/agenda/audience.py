"""Who gets what: conditions on members, to be used inside one statement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_

from storage.agenda import ALL, MAYBE, NO, PLACE, THEME, WAITING, YES, Attendance, Follow, Occurrence, OccurrenceTheme
from storage.people import ACTIVE, Member


def wants_reminders() -> ColumnElement[bool]:
    """Reachable members who switched reminders on."""
    return and_(Member.state == ACTIVE, Member.reminders)


def wants_changes() -> ColumnElement[bool]:
    """Reachable members who switched changes on."""
    return and_(Member.state == ACTIVE, Member.changes)


def wants_news() -> ColumnElement[bool]:
    """Reachable members who switched news on."""
    return and_(Member.state == ACTIVE, Member.news)


def answered(*answers: str) -> ColumnElement[bool]:
    """Members who gave one of these answers to the occurrence of the surrounding statement."""
    here = Attendance.occurrence_id == Occurrence.id
    return _some(Attendance.member_id == Member.id, here, Attendance.answer.in_(answers))


def reminded() -> ColumnElement[bool]:
    """Who is reminded of the occurrence of the surrounding statement: who comes, perhaps; and unless it is for them
    alone, who follows its place and theme and did not say no."""
    by_choice = and_(Occurrence.remind == ALL, follows(), ~answered(NO))
    return and_(wants_reminders(), or_(answered(YES, MAYBE), by_choice))


def counts_on_it() -> ColumnElement[bool]:
    """Who hears of a change whatever they chose, unless they muted that: they come, perhaps, or wait for a place."""
    return and_(Member.state == ACTIVE, ~Member.muted, answered(YES, MAYBE, WAITING))


def follows() -> ColumnElement[bool]:
    """Members for whom the occurrence of the surrounding statement is: its place and a theme of it were chosen.

    An occurrence without a place we know is for every place: online, or somewhere all go together. One without
    themes that can be chosen fits every choice of themes.
    """
    return and_(follows_place(), follows_theme())


def follows_place() -> ColumnElement[bool]:
    """As `follows`, of the place alone."""
    here = _some(Follow.member_id == Member.id, Follow.kind == PLACE, Follow.value == Occurrence.place)
    return or_(Member.all_places, Occurrence.place.is_(None), here)


def follows_theme() -> ColumnElement[bool]:
    """As `follows`, of the theme alone."""
    about = OccurrenceTheme.occurrence_id == Occurrence.id
    mine = Follow.member_id == Member.id
    liked = _some(mine, Follow.kind == THEME, about, OccurrenceTheme.theme == Follow.value)
    return or_(Member.all_themes, ~_some(about), liked)


def there(places: Collection[str]) -> ColumnElement[bool]:
    """Occurrences in these municipalities, or in none we know."""
    return or_(Occurrence.place.is_(None), Occurrence.place.in_(places))


def theme_of(themes: Collection[str]) -> ColumnElement[bool]:
    """Occurrences with one of these themes, or with none that can be chosen."""
    any_theme = exists().where(OccurrenceTheme.occurrence_id == Occurrence.id).correlate(Occurrence)
    one = (OccurrenceTheme.occurrence_id == Occurrence.id) & OccurrenceTheme.theme.in_(themes)
    return or_(~any_theme, exists().where(one).correlate(Occurrence))


def _some(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    # Named, since SQLAlchemy by itself looks for Occurrence only in the statement right around.
    return exists().where(*conditions).correlate(Member, Occurrence)


@dataclass(frozen=True, slots=True)
class Audience:
    """A set of members: a condition on Member and, when `occurrence_id` is given, on that Occurrence."""

    condition: ColumnElement[bool]
    occurrence_id: int | None = None

    def of(self, query: Any) -> Any:
        """The query (a SELECT of Member's columns) for these members. Given an occurrence, Attendance is joined."""
        query = query.select_from(Member)
        if self.occurrence_id is not None:
            query = query.join(Occurrence, Occurrence.id == self.occurrence_id)
            mine = (Attendance.occurrence_id == self.occurrence_id) & (Attendance.member_id == Member.id)
            query = query.outerjoin(Attendance, mine)
        return query.where(self.condition)


def of_reminder(occurrence_id: int) -> Audience:
    """Who is reminded of an occurrence."""
    return Audience(reminded(), occurrence_id)


def of_news(places: Sequence[str] = (), themes: Sequence[str] = (), language: str | None = None) -> Audience:
    """Who gets news: all who want it, or those of them who follow one of these places and one of these themes."""
    wanted = [wants_news(), Member.all_places | _follow(PLACE, places), Member.all_themes | _follow(THEME, themes)]
    asked = [True, bool(places), bool(themes)]
    conditions = [condition for condition, counts in zip(wanted, asked, strict=True) if counts]
    if language is not None:
        conditions.append(Member.language == language)
    return Audience(and_(*conditions))


def _follow(kind: str, values: Sequence[str]) -> ColumnElement[bool]:
    return exists().where(Follow.member_id == Member.id, Follow.kind == kind, Follow.value.in_(values))
