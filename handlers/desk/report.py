"""/rapport: how a week or month went, in words below a picture, with buttons and files (docs/reports.md)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import Message
from telegram.ext import filters

from bot.desk import report, report_period, report_picture, report_sheet, report_words
from bot.desk.report import Report
from bot.desk.report_period import MONTH, WEEK, Period
from bot.texts import Texts, texts
from handlers.front import Front
from handlers.presses import Button, Press, Rows, keyboard
from handlers.services import Services
from handlers.turn import Attachment, Turn
from storage import outbox

CSV, XLSX = "csv", "xlsx"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: dict[str, tuple[str, Callable[[Texts, Report, ZoneInfo], bytes]]] = {
    CSV: ("text/csv", report_sheet.to_csv),
    XLSX: (SHEET, report_sheet.to_xlsx),
}
MONTH_WORDS = {"maand", "month"}


@dataclass(frozen=True)
class ReportOf(Press, prefix="report"):
    """[ Vorige ], [ Volgende ], [ Maand ], [ Week ]: another period, by its kind and a day in it."""

    kind: str
    day: str


@dataclass(frozen=True)
class ReportFile(Press, prefix="report-file"):
    """[ CSV ], [ Excel ]: the same period as a file."""

    kind: str
    day: str
    format: str


@dataclass(frozen=True, slots=True)
class Made:
    """A report with its picture, or as a file."""

    report: Report
    file: bytes


def register(front: Front) -> None:
    """The command, in both languages, and its buttons, for staff only. Counting and drawing come before the turn."""
    services = front.services

    async def asked(message: Message) -> Made:
        return await picture(services, named(message.text or "", _today(services)))

    async def other(press: ReportOf) -> Made:
        return await picture(services, _pressed(services, press.kind, press.day))

    async def as_file(press: ReportFile) -> Made:
        made = await count(services, _pressed(services, press.kind, press.day))
        _, write = FORMATS[press.format if press.format in FORMATS else CSV]
        return Made(made, await asyncio.to_thread(write, _texts(services), made, services.settings.zone))

    command = filters.UpdateType.MESSAGE & filters.COMMAND & filters.Regex(r"^/(rapport|report)(@|\s|$)")
    front.staff_fetched(command, asked, say)
    front.staff_fetched_press(ReportOf, other, lambda turn, press, made: replace(turn, made))
    front.staff_fetched_press(ReportFile, as_file, say_file)


def say(turn: Turn, made: Made) -> None:
    """A new message with the picture and the words."""
    turn.say_file(attachment(turn.t, made), _words(turn, made), rows(turn.t, made.report, turn.now, _zone(turn)))


def replace(turn: Turn, made: Made) -> None:
    """The pressed message shows another period."""
    caption = {"caption": _words(turn, made), "parse_mode": "HTML"}
    buttons = keyboard(rows(turn.t, made.report, turn.now, _zone(turn)))
    payload = {"message_id": turn.pressed_id, "reply_markup": buttons}
    file = attachment(turn.t, made)
    outbox.enqueue(turn.session, outbox.attached_edit(turn.session, turn.chat.id, file, caption, payload, turn.now))


def say_file(turn: Turn, press: ReportFile, made: Made) -> None:
    """The period as a file, below."""
    ending = press.format if press.format in FORMATS else CSV
    name = report_words.name(turn.t, made.report.period)
    file = Attachment(f"{file_name(turn.t, made.report.period)}.{ending}", FORMATS[ending][0], made.file)
    turn.say_file(file, turn.t("report-file", name=name))


async def picture(services: Services, period: Period) -> Made:
    """Count a period, and draw it."""
    made, settings = await count(services, period), services.settings
    now, t = services.clock.now(), _texts(services)
    drawn = await asyncio.to_thread(report_picture.draw, t, made, settings.network.name, now, settings.zone)
    return Made(made, drawn)


async def count(services: Services, period: Period) -> Report:
    """Count a period."""
    return await services.db.read(report.make, period, services.clock.now(), services.settings.zone)


def attachment(t: Texts, made: Made) -> Attachment:
    """The picture, to be sent."""
    return Attachment(f"{file_name(t, made.report.period)}.png", "image/png", made.file, as_photo=True)


def file_name(t: Texts, period: Period) -> str:
    """What the files of a period are called: "rapport-2026-week-49", "rapport-2026-11"."""
    year, number, _ = period.first.isocalendar()
    name = f"{year}-week-{number:02d}" if period.kind == WEEK else f"{period.first:%Y-%m}"
    return t.plain("report-file-name", name=name)


def rows(t: Texts, made: Report, now: datetime, zone: ZoneInfo) -> Rows:
    """The buttons below a report."""
    period, today = made.period, now.astimezone(zone).date()
    beside = [_to(t, "report-previous-button", period.before())]
    if not made.so_far:
        beside.append(_to(t, "report-next-button", period.after()))
    if period.kind == WEEK:
        other = _to(t, "report-month-button", report_period.of(MONTH, period.first))
    else:
        other = _to(t, "report-week-button", report_period.of(WEEK, min(period.last, today)))
    day = str(period.first)
    files = [
        Button(t.plain("report-csv-button"), ReportFile(period.kind, day, CSV)),
        Button(t.plain("report-xlsx-button"), ReportFile(period.kind, day, XLSX)),
    ]
    return [beside, [other, *files]]


def named(text: str, today: date) -> Period:
    """The period meant by "/rapport", "/rapport maand" or "/rapport 48" (a week). On its first day: the one before."""
    word = text.partition(" ")[2].strip().casefold().removeprefix("week").strip()
    yesterday = today - timedelta(days=1)
    if word in MONTH_WORDS:
        return report_period.of(MONTH, yesterday)
    if word.isdecimal() and 1 <= int(word[:3]) <= 53:
        return _week(int(word[:3]), today)
    return report_period.of(WEEK, yesterday)


def _week(number: int, today: date) -> Period:
    """The last week with this number that has begun."""
    for year in range(today.isocalendar().year, today.year - 8, -1):
        try:
            first = date.fromisocalendar(year, number, 1)
        except ValueError:  # most years have no week 53
            continue
        if first <= today:
            return Period(WEEK, first)
    return report_period.of(WEEK, today)


def _pressed(services: Services, kind: str, day: str) -> Period:
    """The period of a button; the current week for one that was made up, or that has not begun."""
    today = _today(services)
    try:
        return report_period.of(kind, min(date.fromisoformat(day), today))
    except ValueError:
        return report_period.of(WEEK, today)


def _to(t: Texts, label: str, period: Period) -> Button:
    return Button(t.plain(label), ReportOf(period.kind, str(period.first)))


def _words(turn: Turn, made: Made) -> str:
    return report_words.words(turn.t, made.report, turn.now, _zone(turn))


def _zone(turn: Turn) -> ZoneInfo:
    return turn.services.settings.zone


def _texts(services: Services) -> Texts:
    return texts(services.settings.locale.language)


def _today(services: Services) -> date:
    return services.clock.now().astimezone(services.settings.zone).date()
