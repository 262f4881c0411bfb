"""A report as a picture for a phone: PNG, upright, large letters, and nothing that only a colour says.

Pillow and the font are loaded when a picture is drawn: a bot that draws none does without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.desk import report_words
from bot.desk.report import Counts, Report
from bot.desk.report_period import WEEK
from bot.pictures import GREY, INK, LARGE, MARGIN, NORMAL, PAPER, RULE, SMALL, WIDTH, font, png
from bot.texts import Texts, when

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

HEIGHT, HUGE = 1560, 104
# Ink on paper 16:1; the three fills differ in lightness too (L* about 35, 62 and 88), also without colours.
LIST, PERSON, NOBODY = "#0b6e4f", "#f0a202", "#f4d6d2"
EDGE = "#9b2c1f"  # around the lightest fill
THEMES = 4
LONGEST_THEME = 18


def draw(t: Texts, report: Report, network: str, now: datetime, zone: ZoneInfo) -> bytes:
    """The picture, as the bytes of a PNG file. `network`: whose report it is."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    page = _Page(t, report, ImageDraw.Draw(image))
    page.head(now.astimezone(zone))
    page.numbers(190)
    page.days(440)
    page.first_answers(945)
    page.themes(1200)
    page.text(MARGIN, HEIGHT - 60, t.plain("report-picture-foot", network=network), SMALL - 4, GREY)
    return png(image)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is drawn on. Each part begins at the height that it is given."""

    t: Texts
    report: Report
    canvas: ImageDraw

    @property
    def counts(self) -> Counts:
        return self.report.counts

    def text(
        self, x: float, y: float, said: str, size: int, fill: str = INK, bold: bool = False, at: str = "ls"
    ) -> float:
        """Write on a base line; returns where it ends. `at`: Pillow's anchor."""
        letters = font(size, bold)
        self.canvas.text((x, y), said, fill=fill, font=letters, anchor=at)
        return x + float(letters.getlength(said))

    def heading(self, y: int, said: str) -> None:
        """The title of a part, under a line."""
        self.canvas.line((MARGIN, y - 62, WIDTH - MARGIN, y - 62), fill=RULE, width=3)
        self.text(MARGIN, y, said, NORMAL, bold=True)

    def head(self, local: datetime) -> None:
        """Which period."""
        first, last = report_words.days(self.t, self.report.period, local)
        self.text(MARGIN, 100, report_words.name(self.t, self.report.period), LARGE + 12, bold=True)
        if self.report.so_far:
            said = self.t.plain("report-so-far", moment=when.moment(local, self.t.language, local.date()))
        else:
            said = f"{first} – {last}"
        self.text(MARGIN, 156, said, SMALL + 2, GREY)

    def numbers(self, y: int) -> None:
        """Three large numbers side by side."""
        counts, t = self.counts, self.t
        share = f"{counts.share}%" if counts.share is not None else str(counts.by_list)
        shown = (
            (str(counts.asked), t.plain("report-picture-asked", count=counts.asked)),
            (share, t.plain("report-picture-by-list")),
            (str(counts.unanswered), t.plain("report-picture-unanswered")),
        )
        for x, (number, said) in zip((MARGIN, 330, 640), shown, strict=True):
            self.text(x, y + 110, number, HUGE, bold=True)
            self.text(x, y + 160, said, SMALL, GREY)

    def days(self, y: int) -> None:
        """A bar a day, from below: the bot, a person, nobody."""
        t, all_days = self.t, sorted(self.counts.days.items())
        week = self.report.period.kind == WEEK
        self.heading(y, t.plain("report-picture-days"))
        most = max((day.asked for _, day in all_days), default=0)
        if not most:
            self.text(MARGIN, y + 80, t.plain("report-picture-nothing"), SMALL, GREY)
            return
        slots = list(self.report.period.days())
        wide, floor, tall = (WIDTH - 2 * MARGIN) / len(slots), y + 310, 230
        counted = dict(all_days)
        for place, slot in enumerate(slots):
            left = MARGIN + place * wide
            if slot in counted:
                day = counted[slot]
                self._bar(left, wide, floor, tall / most, (day.by_list, day.by_person, day.unanswered))
                if week or day.asked == most:
                    self.text(
                        left + wide / 2, floor - day.asked * tall / most - 10, str(day.asked), SMALL - 2, at="ms"
                    )
            if week or slot.weekday() == 0:
                self.text(left + wide / 2, floor + 42, self._label(slot), SMALL - 2, GREY, at="ms")
        self.canvas.line((MARGIN, floor, WIDTH - MARGIN, floor), fill=GREY, width=2)
        self._legend(floor + 98)

    def _label(self, day: date) -> str:
        return when.weekday(day, self.t.language) if self.report.period.kind == WEEK else str(day.day)

    def _bar(self, left: float, wide: float, floor: float, unit: float, parts: Sequence[int]) -> None:
        pad = max(2.0, wide * 0.14)
        for part, fill in zip(parts, (LIST, PERSON, NOBODY), strict=True):
            if part:
                box = (left + pad, floor - part * unit, left + wide - pad, floor)
                self.canvas.rectangle(box, fill=fill, outline=EDGE if fill == NOBODY else None, width=2)
                floor -= part * unit

    def _legend(self, y: int) -> None:
        """What the parts of a bar are, with their numbers: from below upwards is from left to right."""
        counts, x = self.counts, float(MARGIN)
        parts = (
            (LIST, "list", counts.by_list),
            (PERSON, "person", counts.by_person),
            (NOBODY, "none", counts.unanswered),
        )
        for fill, name, number in parts:
            self.canvas.rectangle(
                (x, y - 28, x + 30, y + 2), fill=fill, outline=EDGE if fill == NOBODY else None, width=2
            )
            x = self.text(x + 42, y, f"{self.t.plain(f'report-legend-{name}')} {number}", SMALL - 2) + 40

    def first_answers(self, y: int) -> None:
        """How soon people answered, beside the period before."""
        counts, before, t = self.counts, self.report.before, self.t
        self.heading(y, t.plain("report-picture-first"))
        if counts.half_within is None or counts.most_within is None:
            self.text(MARGIN, y + 70, t.plain("report-picture-few"), SMALL, GREY)
            return
        rows = (("half", counts.half_within, before.half_within), ("most", counts.most_within, before.most_within))
        for place, (name, now, earlier) in enumerate(rows):
            line = y + 76 + place * 66
            self.text(MARGIN, line, t.plain(f"report-picture-{name}"), SMALL + 2)
            end = self.text(420, line, self._age(now), NORMAL + 8, bold=True)
            if earlier is not None and not self.report.so_far:
                self.text(end + 30, line, t.plain("report-picture-before", before=self._age(earlier)), SMALL, GREY)

    def _age(self, length: timedelta) -> str:
        return report_words.age_within(length, self.t.language)

    def themes(self, y: int) -> None:
        """What was asked about most."""
        self.heading(y, self.t.plain("report-picture-themes"))
        shown = self.counts.themes[:THEMES]
        if not shown:
            nothing = "report-picture-no-themes" if self.counts.asked else "report-picture-nothing"
            self.text(MARGIN, y + 70, self.t.plain(nothing), SMALL, GREY)
            return
        most = shown[0][1]
        for place, (theme, count) in enumerate(shown):
            line = y + 66 + place * 56
            name = theme if len(theme) <= LONGEST_THEME else f"{theme[: LONGEST_THEME - 1]}…"
            self.text(MARGIN, line, name, SMALL)
            wide = (WIDTH - MARGIN - 420 - 80) * count / most
            self.canvas.rectangle((420, line - 30, 420 + max(6, wide), line + 4), fill=GREY)
            self.text(420 + max(6, wide) + 16, line, str(count), SMALL - 2)
