"""HTTP: Telegram's webhook, and /healthz for machines."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import orjson
from aiohttp import web

log = logging.getLogger(__name__)

# An update is a few kB; nobody but Telegram has a reason to send more.
LARGEST_BODY = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Take = Callable[[list[Any]], Awaitable[Any]]
SetAside = Callable[[str, str], Awaitable[None]]


class WebServer:
    """One listening port with some routes."""

    def __init__(self, listen: str, port: int) -> None:
        """`port` 0: any free one, see `port` after `start`."""
        self.listen, self.port = listen, port
        self.app = web.Application(client_max_size=LARGEST_BODY)
        self._runner = web.AppRunner(self.app, access_log=None)

    async def start(self) -> None:
        """Listen. Raises OSError when the port is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.listen, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening; requests under way are finished."""
        await self._runner.cleanup()


def add_webhook(server: WebServer, url: str, secret: str, take: Take, set_aside: SetAside) -> None:
    """The route that Telegram posts updates to. Answers 200 only when the update is on disk."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
            return web.Response(status=403)
        body = await request.read()
        try:
            update = orjson.loads(body)
        except orjson.JSONDecodeError:
            # It is authentic, so refusing it would only make Telegram send it for ever.
            await set_aside(body.decode(errors="replace"), "it is not JSON")
            return web.Response()
        await take([update])
        return web.Response()

    server.app.router.add_post(urlsplit(url).path or "/", receive)


def add_health(server: WebServer, report: Callable[[], Awaitable[dict[str, Any]]]) -> None:
    """GET /healthz: the report as JSON; status 503 when its `ok` is false."""

    async def health(_request: web.Request) -> web.Response:
        found = await report()
        status = 200 if found["ok"] else 503
        return web.Response(body=orjson.dumps(found), status=status, content_type="application/json")

    server.app.router.add_get("/healthz", health)
