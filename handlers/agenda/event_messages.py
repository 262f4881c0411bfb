"""What members read about a gathering: reminders, changes and details (conversations 16 and 17).

Made without an update: the schedule and the command line send these too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import attendance, changes, wall
from bot.agenda.broadcast import Reader
from bot.agenda.changes import Notice
from bot.texts import Texts, texts, when
from bot.texts.render import Html
from handlers.agenda.event_buttons import answer_rows, moved_rows, standing
from handlers.presses import Button, Press, Rows, keyboard
from storage.agenda import CANCELLED, MAYBE, WAITING, YES, Occurrence, Reminder

# The first 45 characters show on a locked phone; a title takes its share of those.
LONGEST_HEAD = 60
LONGEST_LABEL = 32
# Telegram takes 4,096 characters; a description of more than this is for the website.
LONGEST_DESCRIPTION = 2500
# A reminder that leaves later than this no longer says "in 2 hours".
PUNCTUAL = timedelta(minutes=10)


@dataclass(frozen=True)
class MoreInfo(Press, prefix="info"):
    """Show the details in place of a reminder (`about` "r") or of a change ("c") with this number."""

    about: str
    ref: int


@dataclass(frozen=True)
class LessInfo(Press, prefix="less"):
    """Back from the details to what was there."""

    about: str
    ref: int


@dataclass(frozen=True)
class StopMessages(Press, prefix="stopall"):
    """ "Stop meldingen": news and reminders off, at once."""


class EventMessages:
    """Messages about gatherings, in the network's time."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def reminder(self, reminder: Reminder, occurrence: Occurrence, reader: Reader, now: datetime) -> dict[str, Any]:
        """The parameters of a reminder's message but the chat. `now` in UTC decides between "morgen" and "vandaag"."""
        return self.payload(*self.reminder_parts(reminder, occurrence, reader, now))

    def reminder_parts(
        self, reminder: Reminder, occurrence: Occurrence, reader: Reader, now: datetime
    ) -> tuple[str, Rows]:
        """The words and the buttons of a reminder."""
        t = texts(reader.language)
        left = occurrence.starts_at - now
        asks = self._asks(t, occurrence, now) if reader.answer is None and left > timedelta() else standing(t, reader)
        html = self._reminder_html(t, reminder, occurrence, now) + self._elsewhere(t, occurrence, reader)
        answers = answer_rows(t, occurrence, reader, left, attendance.is_closed(occurrence, now))
        rows = [*answers, *info_rows(t, MoreInfo("r", reminder.id))]
        return "\n".join(line for line in (html, asks) if line), rows

    def notice(self, notice: Notice, occurrence: Occurrence, reader: Reader) -> dict[str, Any]:
        """The parameters of the message about a change but the chat."""
        return self.payload(*self.notice_parts(notice, occurrence, reader))

    def notice_parts(self, notice: Notice, occurrence: Occurrence, reader: Reader) -> tuple[str, Rows]:
        """The words and the buttons of the message about a change."""
        t = texts(reader.language)
        html = self._notice_html(t, notice, occurrence)
        if occurrence.state != CANCELLED:
            html += self._elsewhere(t, occurrence, reader)
            if reader.answer in (YES, MAYBE, WAITING):
                html += "\n" + t("rsvp-that-stays", you=Html(standing(t, reader)))
        return html, [*moved_rows(t, occurrence, reader), *info_rows(t, MoreInfo("c", notice.change_id))]

    @staticmethod
    def payload(html: str, rows: Rows) -> dict[str, Any]:
        """The parameters of sendMessage but the chat."""
        # As handlers.turn.text_payload, which would load the whole of python-telegram-bot into the command line.
        return {
            "text": html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": keyboard(rows),
        }

    def details(self, t: Texts, occurrence: Occurrence, now: datetime) -> Html:
        """All we know of a gathering."""
        name = "agenda-cancelled" if occurrence.state == CANCELLED else "agenda-details"
        title = t(name, title=occurrence.title)
        description = escape(clip(occurrence.description, LONGEST_DESCRIPTION), quote=False)
        lines = [title, self.span(t, occurrence, now), escape(occurrence.location, quote=False)]
        return Html("\n".join(line for line in lines if line) + (f"\n\n{description}" if description else ""))

    def about(self, t: Texts, occurrence: Occurrence, now: datetime) -> Html:
        """When and where, in one line: "di 26 januari, 19.30 tot 21.30 uur · Dorpshuis De Linde, Zeist"."""
        place = escape(occurrence.location, quote=False)
        return Html(" · ".join(part for part in (self.span(t, occurrence, now), place) if part))

    def until_when(self, t: Texts, occurrence: Occurrence, now: datetime) -> str:
        """Until when one can sign up, or that one no longer can; empty when that is until it starts."""
        by = occurrence.answer_by
        if by is None or by >= occurrence.starts_at or occurrence.state == CANCELLED or now >= occurrence.starts_at:
            return ""
        if now >= by:
            return t("rsvp-no-more")
        return t("rsvp-until", when=when.moment(wall.to_local(by, self._zone), t.language, self.today(now)))

    def _asks(self, t: Texts, occurrence: Occurrence, now: datetime) -> str:
        """ "Kom je?", as long as one can say so."""
        until = self.until_when(t, occurrence, now)
        closed = attendance.is_closed(occurrence, now)
        return " ".join(part for part in ("" if closed else t("rsvp-do-you-come"), until) if part)

    def starts(self, occurrence: Occurrence) -> datetime:
        """When it starts, on the network's clocks (naive)."""
        if occurrence.all_day or occurrence.zone == self._zone.key:
            return occurrence.starts_local
        return wall.to_local(occurrence.starts_at, self._zone)

    def moment(self, t: Texts, occurrence: Occurrence, today: date | None) -> str:
        """Day and time of the start; of what lasts all day, the day or days."""
        return self._moment(t, self.starts(occurrence), occurrence.all_day, today, occurrence.ends_local)

    def span(self, t: Texts, occurrence: Occurrence, now: datetime) -> str:
        """From when until when."""
        starts, today = self.starts(occurrence), self.today(now)
        if occurrence.all_day or wall.comes_twice(starts, self._zone):
            return self.moment(t, occurrence, today)
        return when.span(starts, wall.to_local(occurrence.ends_at, self._zone), t.language, today)

    def _elsewhere(self, t: Texts, occurrence: Occurrence, reader: Reader) -> str:
        """For who lives by another clock: what time it is there when it starts."""
        if reader.zone is None or occurrence.all_day:
            return ""
        theirs = wall.to_local(occurrence.starts_at, ZoneInfo(reader.zone))
        if theirs == self.starts(occurrence):
            return ""
        return "\n" + t("agenda-your-time", when=when.moment(theirs, t.language))

    def today(self, now: datetime) -> date:
        """The day it is for the network."""
        return now.astimezone(self._zone).date()

    def _moment(
        self, t: Texts, starts: datetime, all_day: bool, today: date | None, ends: datetime | None = None
    ) -> str:
        if all_day:
            last = (ends or starts).date() - timedelta(days=1)
            if last > starts.date():
                first, until = when.day(starts.date(), t.language, today), when.day(last, t.language, today)
                return t.plain("agenda-days", first=first, last=until)
            return when.span(starts, starts, t.language, today, all_day=True)
        plain = when.moment(starts, t.language, today)
        twice = wall.comes_twice(starts, self._zone)
        return t.plain("agenda-summer-time", when=plain) if twice else plain

    def _reminder_html(self, t: Texts, reminder: Reminder, occurrence: Occurrence, now: datetime) -> str:
        head, about = headline(occurrence.title)
        starts, today = self.starts(occurrence), self.today(now)
        days = (starts.date() - today).days
        left = reminder.expires_at - now
        place, day = escape(occurrence.location, quote=False), self.moment(t, occurrence, today)
        if left <= timedelta():
            return f"<b>{escape(head, quote=False)}</b>\n{t('reminder-over', when=day)}"
        on_time = left > timedelta(minutes=reminder.minutes_before) - PUNCTUAL
        if reminder.minutes_before < wall.A_DAY and on_time and not occurrence.all_day:
            at = when.clock(starts, t.language) if days == 0 else day
            first = t("reminder-soon", age=when.age(_rounded(left), t.language), title=head)
            return f"<b>{first}</b>\n{_sentence(at, place)} {t('reminder-see-you')}"
        if days <= 1:
            first = t("reminder-today", title=head) if days == 0 else t("reminder-tomorrow", title=head)
            return "\n".join(p for p in (f"<b>{first}</b>", about, _sentence(day, place)) if p)
        first = t("reminder-days", days=days, title=head)
        return "\n".join(p for p in (f"<b>{first}</b>", about, self.span(t, occurrence, now), place) if p)

    def _notice_html(self, t: Texts, notice: Notice, occurrence: Occurrence) -> str:
        head, _about = headline(occurrence.title)
        was = self._was(t, notice)
        place = occurrence.location
        if notice.kind == "cancelled":
            on = t("change-was-on-at", when=was, place=place) if place else t("change-was-on", when=was)
            return "\n".join([t("change-cancelled", title=head), on, t("change-do-nothing")])
        becomes = self.moment(t, occurrence, None)
        if notice.kind == "back":
            return "\n".join([t("change-back", title=head), t("change-is-on", when=_sentence(becomes, place))])
        if notice.kind == changes.ELSEWHERE:
            lines = [t("change-was", what=notice.was_location or "-"), t("change-becomes", what=place or "-")]
            return "\n".join([t("change-elsewhere", title=head), *lines, t("change-is-on", when=becomes)])
        same_day = notice.was_starts.date() == occurrence.starts_local.date()
        title = t("change-other-time", title=head) if same_day else t("change-moved", title=head)
        lines = [title, t("change-was", what=was), t("change-becomes", what=becomes)]
        if place:
            stays = place == notice.was_location
            lines.append(t("change-place-stays", place=place) if stays else t("change-place-new", place=place))
        return "\n".join(lines)

    def _was(self, t: Texts, notice: Notice) -> str:
        starts = notice.was_starts
        if not notice.was_all_day and notice.was_zone.key != self._zone.key:
            starts = wall.to_local(wall.to_utc(starts, notice.was_zone), self._zone)
        return self._moment(t, starts, notice.was_all_day, None)


def info_rows(t: Texts, more: Press) -> Rows:
    """[ Meer info ] [ Stop meldingen ]"""
    return [[Button(t.plain("more-info-button"), more), stop_button(t)]]


def stop_button(t: Texts) -> Button:
    """[ Stop meldingen ], under everything that goes to many."""
    return Button(t.plain("stop-button"), StopMessages())


def headline(title: str) -> tuple[str, str]:
    """What a title says first, and the rest as a sentence (Telegram HTML): "Regioavond Zeist: vrijwilligers"."""
    head, colon, rest = title.partition(": ")
    if not colon or len(head) > LONGEST_HEAD:
        return clip(title, LONGEST_HEAD), ""
    return head, escape(rest[:1].upper() + rest[1:], quote=False)


def clip(text: str, most: int) -> str:
    """The text, shortened at a word when it is longer than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,.;:") + "…"


def _sentence(*parts: str) -> str:
    whole = ", ".join(part for part in parts if part)
    return whole if whole.endswith(".") else f"{whole}."


def _rounded(left: timedelta) -> timedelta:
    """To the nearest five minutes: a reminder that leaves some seconds late still says "2 uur"."""
    minutes = left.total_seconds() / 60
    return timedelta(minutes=5 * round(minutes / 5) if minutes >= 10 else math.ceil(minutes))
