"""[ In de agenda en nieuws naar 214 ]: a new gathering as news for who follows its place and theme (conversation 18).

It begins as any news does: staff see whom it reaches, and how it arrives, before it is sent.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.agenda import broadcast, news
from bot.agenda.audience import of_news
from bot.agenda.news import Content
from bot.agenda.region import Region
from handlers.agenda import news_audience
from handlers.agenda.event_messages import EventMessages, headline
from handlers.agenda.news_content import TEXT
from handlers.turn import Turn, text_payload
from storage.agenda import Occurrence


def reach(turn: Turn, place: str | None, themes: Sequence[str]) -> int:
    """How many people would get it as news now."""
    return broadcast.count(turn.session, of_news([place] if place else [], themes))


def begin(turn: Turn, row: Occurrence, region: Region) -> None:
    """The news is made, and staff are asked who gets it. `row` is in the agenda."""
    t = turn.t
    about = EventMessages(turn.services.settings.zone).about(t, row, turn.now)
    text = t("event-news", title=headline(row.title)[0], about=about)
    what = Content(TEXT, "sendMessage", text_payload(text))
    made = news.draft(turn.session, (turn.chat.id, turn.message.message_id), what, turn.user.id, turn.now)
    news.choose(made, [row.place] if row.place else [], region.known_themes(row.themes), None)
    turn.say_html(*news_audience.view(turn, made))
