"""Inline mode: "@bot subsidie" in any chat shows answers to choose from (conversation 14).

Telegram sends a query for every few letters that someone types. They are answered at once and from memory: nothing is
written down, nothing waits in the inbox or the outbox. Lost is lost: the next letter asks anew.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import faq
from bot import people
from bot.knowledge import useful
from bot.telegram.failures import CallFailed
from bot.texts import Texts, parts, texts
from bot.texts.render import LANGUAGES, Html
from handlers.asking import links
from handlers.presses import keyboard
from handlers.services import Services
from handlers.turn import text_payload

log = logging.getLogger(__name__)

MOST = 10
# Less likely than this is no answer to what was typed, but what was typed may be half a word.
LIKELY = 0.08
# Room for the name of the network and the like, in UTF-16 units of the message's 4,096.
FRAME = 200
LONGEST_DESCRIPTION = 100
# So long Telegram may answer the same query of the same person itself. Short: answers change.
CACHE_S = 60
USEFUL_FOR = timedelta(minutes=10)
# More at once would keep people in a chat with the bot waiting.
AT_ONCE = 16

Call = Callable[[str, dict[str, Any]], Coroutine[Any, Any, Any]]


@dataclass(frozen=True, slots=True)
class Query:
    """What someone typed after the bot's name, and in which language their phone speaks."""

    id: str
    text: str
    language_code: str | None

    @classmethod
    def of(cls, update: Any) -> Query | None:
        """The inline query in an update as JSON; None when it has none that can be read."""
        found = update.get("inline_query") if isinstance(update, dict) else None
        if not isinstance(found, dict):
            return None
        try:
            return cls(str(found["id"]), str(found["query"]), found["from"].get("language_code"))
        except (KeyError, TypeError, AttributeError):
            return None


class Inline:
    """Answers inline queries. All of it runs in one event loop."""

    def __init__(self, services: Services, call: Call, at_work: Callable[[], bool] = lambda: True) -> None:
        """`call(method, params)` calls Telegram directly, past the outbox. Raises CallFailed.

        `at_work()`: whether this process follows changes of the FAQ; one that stands by looks before it answers.
        """
        self._services, self._call, self._at_work = services, call, at_work
        self._tasks: set[asyncio.Task[None]] = set()
        self._useful: list[str] = []
        self._useful_until: datetime | None = None

    def take(self, update: Any) -> bool:
        """Whether this update (as JSON) is an inline query; then it is being answered, and need not be kept.

        One that cannot be read, or that comes when there are too many, is let go.
        """
        query = Query.of(update)
        if query is not None and len(self._tasks) < AT_ONCE:
            task = asyncio.create_task(self._answer(query))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return isinstance(update, dict) and "inline_query" in update

    async def _answer(self, query: Query) -> None:
        try:
            if not self._at_work():
                await self._services.knowledge.refresh(self._services.db)
            used = await self._most_used() if not query.text.strip() else []
            params = await asyncio.to_thread(results, self._services, query, used)
            await self._call("answerInlineQuery", params)
        except CallFailed as failure:  # mostly: they typed on, and this query is too old
            log.info("an inline query was not answered: %s", failure)
        except Exception:
            log.exception("an inline query could not be answered")

    async def _most_used(self) -> list[str]:
        now = self._services.clock.now()
        if self._useful_until is None or now >= self._useful_until:
            self._useful = await self._services.db.read(useful.most_used, now, MOST)
            self._useful_until = now + USEFUL_FOR
        return self._useful


def results(services: Services, query: Query, used: Sequence[str]) -> dict[str, Any]:
    """The parameters of answerInlineQuery. `used`: the entries to show when nothing was typed, most useful first."""
    t, text = _texts(services, query), query.text.strip()
    entries = found(services.knowledge.index, text) if text else _useful(services, used)
    params: dict[str, Any] = {
        "inline_query_id": query.id,
        "results": [_article(services, t, entry) for entry in entries],
        "cache_time": CACHE_S,
        # What is shown depends on the language of the phone, so Telegram must not show it to others.
        "is_personal": True,
    }
    if not entries:
        params["button"] = {"text": t.plain("inline-nothing"), "start_parameter": links.FROM_SEARCH}
    return params


def found(index: faq.Index, text: str) -> list[faq.Entry]:
    """At most ten entries for what was typed: what it asks, then questions that have the beginning of a word."""
    entries = {m.entry.id: m.entry for m in index.search(text, MOST) if m.score >= LIKELY}
    typed = text.casefold()
    for entry in index.entries:
        if any(typed == question.casefold() for question in _questions(entry)):
            entries = {entry.id: entry, **entries}  # shared by [ Deel ]: exactly this one, first
        elif any(f" {typed}" in f" {question.casefold()}" for question in _questions(entry)):
            entries.setdefault(entry.id, entry)
    return list(entries.values())[:MOST]


def _questions(entry: faq.Entry) -> list[str]:
    return [entry.told_in(language).question for language in entry.languages]


def _useful(services: Services, used: Sequence[str]) -> list[faq.Entry]:
    known = (services.knowledge.entry(entry_id) for entry_id in used)
    entries = {entry.id: entry for entry in (*known, *services.knowledge.index.entries) if entry is not None}
    return list(entries.values())[:MOST]


def _article(services: Services, t: Texts, entry: faq.Entry) -> dict[str, Any]:
    """An InlineQueryResultArticle."""
    question, answer = entry.told_in(t.language).question, services.knowledge.html(entry, t.language)
    shown, more = parts.head(answer, max(FRAME, parts.MESSAGE - FRAME - parts.length(question)))
    html = t("inline-answer", question=question, answer=shown, network=services.settings.network.name)
    below = [links.ask_yourself_button(t, services)]
    if more:
        below.insert(0, links.read_on_button(t, services, entry.id))
    message = text_payload(html)
    message["message_text"] = message.pop("text")
    return {
        "type": "article",
        "id": entry.id,
        "title": question,
        "description": _description(answer),
        "input_message_content": message,
        "reply_markup": keyboard([[button] for button in below]),
    }


def _description(answer: Html) -> str:
    return parts.plain(parts.beginning(answer, 1, LONGEST_DESCRIPTION))


def _texts(services: Services, query: Query) -> Texts:
    """The language of what is typed, if that is clear; else that of the phone."""
    written = faq.language_of(query.text)
    if written in LANGUAGES:
        return texts(written)
    return texts(people.language(query.language_code, services.settings.locale.language))
