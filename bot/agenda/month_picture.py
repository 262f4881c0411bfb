"""A month of the agenda as a picture, for the group or a newsletter: PNG, upright, letters that a phone can show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.agenda import wall
from bot.pictures import GREEN, GREY, INK, LARGE, MARGIN, NORMAL, PAPER, RULE, SMALL, WIDTH, fit, font, png
from bot.texts import Texts, when
from storage.agenda import CANCELLED, Occurrence

# More lines make a picture that is too long for a phone; the rest is in the agenda.
MOST = 12
HEAD, LINE, FOOT = 230, 150, 110
DAY_WIDTH = 170


def draw(t: Texts, month: date, occurrences: Sequence[Occurrence], network: str, zone: ZoneInfo) -> bytes:
    """The gatherings of the month of this day, soonest first, as the bytes of a PNG file. `zone`: the network's."""
    from PIL import Image, ImageDraw

    shown = occurrences[:MOST]
    more = len(occurrences) - len(shown)
    height = HEAD + LINE * max(1, len(shown)) + (SMALL * 2 if more else 0) + FOOT
    image = Image.new("RGB", (WIDTH, height), PAPER)
    canvas = ImageDraw.Draw(image)

    def write(x: float, y: float, said: str, size: int, fill: str = INK, bold: bool = False, at: str = "ls") -> None:
        canvas.text((x, y), said, fill=fill, font=font(size, bold), anchor=at)

    name = when.month(month, t.language)
    write(MARGIN, 110, name[:1].upper() + name[1:], LARGE + 12, bold=True)
    write(MARGIN, 166, t.plain("month-picture-head", network=network), SMALL + 2, GREY)
    for place, one in enumerate(shown):
        top = HEAD + place * LINE
        canvas.line((MARGIN, top, WIDTH - MARGIN, top), fill=RULE, width=3)
        starts = _starts(one, zone)
        write(MARGIN + DAY_WIDTH / 2 - 30, top + 76, str(starts.day), LARGE + 12, GREEN, bold=True, at="ms")
        write(MARGIN + DAY_WIDTH / 2 - 30, top + 122, when.weekday(starts.date(), t.language), SMALL, GREY, at="ms")
        left, wide = MARGIN + DAY_WIDTH, WIDTH - 2 * MARGIN - DAY_WIDTH
        write(left, top + 66, fit(_title(t, one), NORMAL, True, wide), NORMAL, bold=True)
        write(left, top + 118, fit(_where(t, one, starts), SMALL, False, wide), SMALL, GREY)
    end = HEAD + LINE * len(shown)
    if not shown:
        write(MARGIN, HEAD + 80, t.plain("month-picture-nothing"), NORMAL, GREY)
    elif more:
        write(MARGIN, end + SMALL * 1.5, t.plain("month-picture-more", count=more), SMALL, GREY)
    write(MARGIN, height - 44, t.plain("month-picture-foot"), SMALL - 4, GREY)
    return png(image)


def _starts(one: Occurrence, zone: ZoneInfo) -> datetime:
    return one.starts_local if one.all_day else wall.to_local(one.starts_at, zone)


def _title(t: Texts, one: Occurrence) -> str:
    return t.plain("month-picture-cancelled", title=one.title) if one.state == CANCELLED else one.title


def _where(t: Texts, one: Occurrence, starts: datetime) -> str:
    clock = t.plain("month-picture-all-day") if one.all_day else when.clock(starts, t.language)
    return " · ".join(part for part in (clock, one.location) if part)
