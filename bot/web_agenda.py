"""GET /agenda.ics: the agenda as calendars subscribe to it, and each member's own at an address nobody can guess."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.agenda.feed import Choice
from bot.web import WebServer

# Calendars ask each hour; within this time the same question gets the same answer, whoever asks.
KEPT_S = 60.0
# Different questions remembered; more than the 26 municipalities times the 15 themes is someone who tries.
MOST_KEPT = 512
# New answers a second: a question that was answered just now costs nothing.
MOST_A_SECOND = 20.0
LONGEST_VALUE = 64
MOST_VALUES = 40

Make = Callable[["Choice | str"], Awaitable["bytes | None"]]


@dataclass(frozen=True, slots=True)
class _Kept:
    body: bytes | None
    tag: str
    until: float


class AgendaRoutes:
    """Answers from memory for a minute. `make(choice or token)`: the calendar; None for a token nobody has."""

    def __init__(self, make: Make, now: Callable[[], float] = time.monotonic) -> None:
        self._make, self._now = make, now
        self._kept: dict[Choice | str, _Kept] = {}
        self._tokens, self._filled = MOST_A_SECOND, now()

    def add(self, server: WebServer) -> None:
        """Put the routes on a server."""
        server.app.router.add_get("/agenda.ics", self.chosen)
        server.app.router.add_get("/agenda/{token}.ics", self.own)

    async def chosen(self, request: web.Request) -> web.StreamResponse:
        """All gatherings, or `?gemeente=Zeist&onderwerp=geld`; each may be given several times."""
        places, themes = request.query.getall("gemeente", []), request.query.getall("onderwerp", [])
        values = [*places, *themes]
        if len(values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in values):
            return web.Response(status=400, text="Too many or too long names.\n")
        return await self._answer(request, Choice(frozenset(places), frozenset(themes)))

    async def own(self, request: web.Request) -> web.StreamResponse:
        """What one member comes to."""
        return await self._answer(request, request.match_info["token"])

    async def _answer(self, request: web.Request, question: Choice | str) -> web.StreamResponse:
        kept = self._kept.get(question)
        if kept is None or kept.until < self._now():
            if not self._may_make():
                return web.Response(status=429, headers={"Retry-After": "5"})
            kept = await self._keep(question)
        if kept.body is None:
            return web.Response(status=404)
        headers = {"ETag": kept.tag, "Cache-Control": f"private, max-age={KEPT_S:.0f}", "X-Robots-Tag": "noindex"}
        if kept.tag in request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers=headers)
        return web.Response(body=kept.body, headers=headers, content_type="text/calendar", charset="utf-8")

    async def _keep(self, question: Choice | str) -> _Kept:
        body = await self._make(question)
        kept = _Kept(body, f'"{hashlib.sha256(body or b"").hexdigest()[:32]}"', self._now() + KEPT_S)
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        if body is not None:
            self._kept[question] = kept
        return kept

    def _may_make(self) -> bool:
        """A token bucket: MOST_A_SECOND at once, and as many each second."""
        now = self._now()
        self._tokens = min(MOST_A_SECOND, self._tokens + (now - self._filled) * MOST_A_SECOND)
        self._filled = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True
