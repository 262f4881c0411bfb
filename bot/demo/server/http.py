"""The HTTP side: the Bot API, the control routes, the event stream and the page, on one port."""

import asyncio
import inspect
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
from aiohttp import web

from bot.demo.server.api import Api, json_response
from bot.demo.server.body import read_request
from bot.demo.server.control import ACTIONS, Control, File
from bot.demo.server.errors import ApiError, ControlError, Json

SHOWN = ("image/", "audio/", "video/")  # files that a browser may show in the page
GETS = {"state", "stats", "sent", "messages"}
PING_SECONDS = 15.0  # so that a closed page is noticed
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".json": "application/json",
}


class Site:
    """Answers every request. `page` is the folder of the page's files, or None."""

    def __init__(self, api: Api, control: Control, page: Path | None) -> None:
        self.api, self.control, self.page = api, control, page
        self.streams: set[asyncio.Queue[bytes | None]] = set()
        if page is not None:
            control.world.events.watch(self._tell)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """The one entry; the Bot API comes first because it is what must be fast."""
        path = request.path
        if path.startswith("/bot"):
            return await self.api.handle(request)
        if path.startswith("/file/bot"):
            return self.api.file(request)
        if path.startswith("/control/"):
            return await self._controlled(request, path.removeprefix("/control/"))
        return self._static(path)

    def end_streams(self) -> None:
        """Close the event streams, so that the server can stop."""
        for queue in self.streams:
            queue.put_nowait(None)

    async def _controlled(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        if _foreign(request):
            return _error(403, "Alleen de pagina zelf mag dit.")
        if name == "events":
            return await self._stream(request)
        if name.startswith("file/"):
            return self._file(name.removeprefix("file/"))
        if name not in ACTIONS or (request.method != "POST" and name not in GETS):
            return _error(404, f"Deze actie bestaat niet: {name}.")
        try:
            return json_response(orjson.dumps(await self._act(request, name)))
        except ControlError as error:
            return _error(400, str(error))
        except ApiError as error:
            return _error(400, error.description)

    async def _act(self, request: web.BaseRequest, name: str) -> object:
        fields, uploads = await read_request(request, many=True)
        return await run_action(self.control, name, fields, list(uploads.values()))

    def _file(self, file_id: str) -> web.StreamResponse:
        files = self.control.world.files
        stored = files.by_id.get(file_id)
        if stored is None:
            return _error(404, "Dit bestand bestaat niet.")
        headers = {"Content-Type": stored.mime_type, "X-Content-Type-Options": "nosniff"}
        if stored.mime_type == "image/svg+xml" or not stored.mime_type.startswith(SHOWN):
            headers["Content-Disposition"] = "attachment"  # never run somebody's file as a page
        return web.Response(body=files.read(stored), headers=headers)

    def _static(self, path: str) -> web.StreamResponse:
        name = "index.html" if path == "/" else path.removeprefix("/static/")
        file = self.page / name if self.page else None
        if file is None or "/" in name or name.startswith(".") or not file.is_file():
            return web.Response(status=404, text="Not Found")
        headers = {"Content-Type": TYPES.get(file.suffix, "application/octet-stream"), "Cache-Control": "no-cache"}
        return web.Response(body=file.read_bytes(), headers=headers)

    def _tell(self, event: Json) -> None:
        if self.streams:
            line = b"data: " + orjson.dumps(event, option=orjson.OPT_NON_STR_KEYS) + b"\n\n"
            for queue in self.streams:
                queue.put_nowait(line)

    async def _stream(self, request: web.BaseRequest) -> web.StreamResponse:
        """Server-Sent Events until the reader goes away."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.streams.add(queue)
        try:
            await response.write(b": hello\n\n")
            while (line := await _next_line(queue)) is not None:
                await response.write(line)
        except ConnectionError:
            pass
        finally:
            self.streams.discard(queue)
        return response


async def run_action(control: Control, name: str, params: Json, files: list[File] | None = None) -> Any:
    """Carry out one action, with the files it sends; raises `ControlError`."""
    result = ACTIONS[name](replace(control, files=files or []), params)
    return await result if inspect.isawaitable(result) else result


async def _next_line(queue: asyncio.Queue[bytes | None]) -> bytes | None:
    try:
        return await asyncio.wait_for(queue.get(), PING_SECONDS)
    except TimeoutError:
        return b": ping\n\n"


def _foreign(request: web.BaseRequest) -> bool:
    """Whether another web site sends this: a page elsewhere must not act in this world."""
    site = request.headers.get("Sec-Fetch-Site")  # browsers say it themselves, also behind a proxy
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and origin.split("://")[-1] != request.headers.get("Host")


def _error(status: int, words: str) -> web.Response:
    return json_response(orjson.dumps({"error": words}), status)
