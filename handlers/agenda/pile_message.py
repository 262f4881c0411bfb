"""What piled up for someone, in one message: the soonest on top (conversation 17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from bot.agenda import region
from bot.agenda.broadcast import Reader
from bot.agenda.pile import Item, Pause
from bot.texts import Texts, texts, when
from bot.texts.render import Html
from handlers.agenda.event_buttons import See
from handlers.agenda.event_messages import EventMessages, headline, stop_button
from handlers.presses import Button, Rows
from storage.agenda import Occurrence

# More lines than this nobody reads on a phone; the rest is in the agenda.
MOST = 6
AT_ONCE = 3
EVENING = 18
FIVE_MINUTES_S = 300


@dataclass(frozen=True, slots=True)
class PileMessages:
    """Makes these messages, in the network's time."""

    zone: ZoneInfo

    def message(self, items: Sequence[Item], reader: Reader, pause: Pause | None, now: datetime) -> dict[str, Any]:
        """The parameters of sendMessage but the chat."""
        t = texts(reader.language)
        lines: list[str] = [self._title(t, pause, len(items))]
        lines += [f"{n}. {self._line(t, item, now)}" for n, item in enumerate(items[:MOST], 1)]
        if len(items) > MOST:
            lines.append(t("pile-more", count=len(items) - MOST))
        if pause is not None:
            lines.append(t("pile-question"))
        looks = [
            Button(t.plain("pile-look-button", number=str(n)), See(i.occurrence.id)) for n, i in enumerate(items, 1)
        ]
        rows: Rows = [looks[n : n + AT_ONCE] for n in range(0, min(len(looks), MOST), AT_ONCE)]
        return EventMessages.payload("\n".join(lines), [*rows, [stop_button(t)]])

    def _title(self, t: Texts, pause: Pause | None, count: int) -> Html:
        if pause is None:
            return t("pile-title", count=count)
        since, until = (_rounded(moment).astimezone(self.zone) for moment in (pause.since, pause.until))
        return t(
            "pile-pause",
            since=f"{when.weekday(since.date(), t.language)} {when.clock(since, t.language)}",
            until=f"{when.weekday(until.date(), t.language)} {when.clock(until, t.language)}",
        )

    def _line(self, t: Texts, item: Item, now: datetime) -> str:
        messages, occurrence = EventMessages(self.zone), item.occurrence
        title = headline(occurrence.title)[0]
        if item.notice is not None:
            moment = messages.moment(t, occurrence, messages.today(now))
            return t(f"pile-{item.notice.kind}", title=title, when=moment, place=occurrence.location or "-")
        starts, today = messages.starts(occurrence), messages.today(now)
        days = (starts.date() - today).days
        name = (
            ("evening" if starts.hour >= EVENING else "today") if days == 0 else "tomorrow" if days == 1 else "later"
        )
        day = when.day(starts.date(), t.language, today)
        parts: list[str] = [t(f"pile-{name}", day=day, title=title)]
        if not occurrence.all_day:
            parts.append(when.clock(starts, t.language))
        return ", ".join(part for part in (*parts, _town(t, occurrence)) if part) + "."


def _rounded(moment: datetime) -> datetime:
    """To five minutes: nobody needs to know it better."""
    return datetime.fromtimestamp(round(moment.timestamp() / FIVE_MINUTES_S) * FIVE_MINUTES_S, UTC)


def _town(t: Texts, occurrence: Occurrence) -> str:
    if region.is_online(occurrence.location):
        return t.plain("agenda-online")
    return escape(occurrence.location.rpartition(",")[2].strip(), quote=False)
