"""A report in words: few numbers, each beside that of the period before. What is too little to tell is not told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.desk.report import Counts, Report
from bot.desk.report_period import DAYS, WEEK, Period
from bot.texts import Texts, when
from bot.texts.render import Html

THEMES = 3
NONE = "none"


def words(t: Texts, report: Report, now: datetime, zone: ZoneInfo) -> Html:
    """The whole report, a line a subject."""
    counts, local = report.counts, now.astimezone(zone)
    lines = [title(t, report.period, local)]
    if report.so_far:
        lines.append(t("report-so-far", moment=when.moment(local, t.language, local.date())))
    lines.append(_asked(t, report))
    if counts.asked:
        lines += [
            _by_list(t, report),
            _others(t, counts),
            *_first_answers(t, report),
            *_solved(t, counts),
            *_themes(t, counts),
        ]
    if any(counts.ratings.values()):
        lines.append(t("report-rated", **counts.ratings))
    return Html("\n".join(lines))


def name(t: Texts, period: Period) -> str:
    """What a period is called: "Week 49", "November 2026"."""
    if period.kind == WEEK:
        return t.plain("report-week", number=str(period.number))
    if period.kind == DAYS:
        return t.plain("report-days", count=period.count)
    month = when.month(period.first, t.language)
    return month[0].upper() + month[1:]


def title(t: Texts, period: Period, local: datetime) -> Html:
    """Its name and its days. `local`: the wall-clock time now."""
    first, last = days(t, period, local)
    return t("report-title", name=name(t, period), first=first, last=last)


def days(t: Texts, period: Period, local: datetime) -> tuple[str, str]:
    """Its first and its last day, in words."""
    today = local.date()
    return when.day(period.first, t.language, today), when.day(period.last, t.language, today)


def _than(report: Report) -> str:
    return f"{report.period.kind}{'-so-far' if report.so_far else ''}"


def _asked(t: Texts, report: Report) -> Html:
    now, before = report.counts.asked, report.before.asked
    change = NONE if not before else "more" if now > before else "less" if now < before else "same"
    return t("report-asked", count=now, change=change, difference=abs(now - before), kind=_than(report))


def _by_list(t: Texts, report: Report) -> Html:
    shares = report.counts.share, report.before.share
    percent, before = (NONE if share is None else str(share) for share in shares)
    return t("report-by-list", count=report.counts.by_list, percent=percent, before=before)


def _others(t: Texts, counts: Counts) -> Html:
    person, none = (
        t("report-by-person", count=counts.by_person),
        t("report-unanswered", count=counts.unanswered),
    )
    return Html(f"{person} {none}")


def _first_answers(t: Texts, report: Report) -> list[Html]:
    """How soon people answered. Nothing where no question went to a person."""
    counts, before = report.counts, report.before
    if not counts.by_person:
        return []
    if counts.half_within is None or counts.most_within is None:
        longest = _age(t, timedelta(seconds=max(counts.first_answers, default=0)))
        lines = [t("report-few-answers", count=len(counts.first_answers), longest=longest)]
        return [Html(f"{lines[0]} {t('report-hours')}")] if counts.first_answers else lines
    lines = [t("report-within", half=_age(t, counts.half_within), most=_age(t, counts.most_within))]
    if before.half_within is not None and before.most_within is not None and not report.so_far:
        half, most = _age(t, before.half_within), _age(t, before.most_within)
        lines.append(t("report-within-before", kind=_than(report), half=half, most=most))
    return [Html(" ".join([*lines, t("report-hours")]))]


def _solved(t: Texts, counts: Counts) -> list[Html]:
    """What was finished, and how long it waited for us in all. Nothing where nothing was."""
    count = len(counts.solutions)
    if not count:
        return []
    parts = [t("report-solved", count=count)]
    if counts.solved_within is not None:
        parts.append(t("report-solved-half", half=_age(t, counts.solved_within)))
    if counts.timed:
        parts.append(t("report-in-time", count=counts.in_time, timed=str(counts.timed)))
    return [Html(" ".join(parts))]


def _age(t: Texts, length: timedelta) -> str:
    """Rounded up: "within" must be true."""
    return age_within(length, t.language)


def age_within(length: timedelta, language: str) -> str:
    """A staffed time in a whole unit that it does not exceed. Never in days: those would be read off the calendar."""
    minutes = max(1, math.ceil(length.total_seconds() / 60))
    if minutes <= 60:
        return when.age(timedelta(minutes=minutes), language)
    if minutes <= 105:
        quarters = math.ceil(minutes / 15) * 15
        return f"{quarters} minuten" if language == "nl" else f"{quarters} minutes"
    hours = math.ceil(minutes / 60)
    return f"{hours} uur" if language == "nl" else f"{hours} hours"


def _themes(t: Texts, counts: Counts) -> list[Html]:
    """The themes that came most. A theme that came once is no pattern."""
    often = [found for found in counts.themes if found[1] > 1][:THEMES]
    if not often:
        return []
    said = [t("report-theme", theme=theme, count=count) for theme, count in often]
    return [t("report-themes", themes=_listed(t, said))]


def _listed(t: Texts, items: Sequence[Html]) -> Html:
    if len(items) == 1:
        return items[0]
    return t("report-and", first=Html(", ".join(items[:-1])), last=items[-1])
