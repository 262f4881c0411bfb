"""The Bot API over HTTP: one request in, one answer out."""

import asyncio
import inspect
from typing import Any

import orjson
from aiohttp import web

from bot.demo.server.body import read_request
from bot.demo.server.errors import ApiError, Json
from bot.demo.server.faults import Fault, Faults
from bot.demo.server.methods import METHODS, Call, Raw
from bot.demo.server.methods.registry import Upload
from bot.demo.server.spec import method_spec
from bot.demo.server.webhook import Webhook
from bot.demo.server.world import World

JSON_HEADERS = {"Content-Type": "application/json"}
BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"


def json_response(body: bytes, status: int = 200) -> web.Response:
    """An answer whose body is JSON already."""
    return web.Response(body=body, status=status, headers=JSON_HEADERS)


class Api:
    """Carries out calls of the bot in the world, with the faults that tests ordered."""

    def __init__(self, world: World, webhook: Webhook, faults: Faults) -> None:
        self.world, self.webhook, self.faults = world, webhook, faults
        self._prefix = f"/bot{world.token}/"
        self._file_prefix = f"/file/bot{world.token}/"
        self._open: set[asyncio.Transport | None] = set()  # one request at a time on each connection
        webhook.reply = self.reply
        faults.on_outage = self._drop_all

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer `/bot<token>/<method>`."""
        if self.faults.in_outage():
            return dropped(request)
        path = request.path
        if not path.startswith(self._prefix):
            return self._refused(ApiError(401, "Unauthorized"))
        ledger = self.world.ledger
        ledger.in_flight += 1
        ledger.most_in_flight = max(ledger.most_in_flight, ledger.in_flight)
        transport = request.transport
        self._open.add(transport)
        try:
            return await self._answer(request, path[len(self._prefix) :])
        except ApiError as error:
            return self._refused(error)
        finally:
            ledger.in_flight -= 1
            self._open.discard(transport)

    def file(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer `/file/bot<token>/<file_path>`."""
        if self.faults.in_outage():
            return dropped(request)
        if not request.path.startswith(self._file_prefix):
            return self._refused(ApiError(401, "Unauthorized"))
        stored = self.world.files.by_path.get(request.path[len(self._file_prefix) :])
        if stored is None:
            return self._refused(ApiError(404, "Not Found"))
        return web.Response(body=self.world.files.read(stored), content_type="application/octet-stream")

    async def reply(self, name: str, params: Json) -> None:
        """Carry out a method that the bot gave as its answer to the webhook; errors are only counted."""
        try:
            await self._carry_out(name, params, {})
        except ApiError as error:
            self._count(error)

    async def _answer(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        raw, uploads = await read_request(request)
        if self.faults.standing:
            pause, fault = self.faults.take(name, raw.get("chat_id"))
            await asyncio.sleep(pause)
            if fault is not None:
                return await self._answer_badly(request, fault, name, raw, uploads)
        return json_response(await self._carry_out(name, raw, uploads))

    async def _carry_out(self, name: str, raw: Json, uploads: dict[str, Upload]) -> bytes:
        spec = method_spec(name)
        if spec is None:
            raise ApiError(404, "Not Found")
        function = METHODS.get(spec.name)
        if function is None:
            raise ApiError(400, f"Bad Request: {spec.name} is not supported by this local server")
        self.world.ledger.methods[spec.name] += 1
        params = spec.read(raw, uploads)
        result: Any = function(Call(self.world, self.webhook, spec.name, params, uploads))
        if inspect.isawaitable(result):
            result = await result
        if type(result) is Raw:
            return result.body
        return b'{"ok":true,"result":' + orjson.dumps(result) + b"}"

    async def _answer_badly(
        self, request: web.BaseRequest, fault: Fault, name: str, raw: Json, uploads: dict[str, Upload]
    ) -> web.StreamResponse:
        if fault.kind in ("error", "flood"):
            raise fault.error()
        if fault.kind == "hang" or fault.accepted:
            await self._carry_out(name, raw, uploads)
        if fault.kind == "hang":
            await asyncio.sleep(fault.pause())
        if fault.kind == "bad_gateway":
            return web.Response(body=BAD_GATEWAY, status=502, content_type="text/html")
        return dropped(request)

    def _drop_all(self) -> None:
        for transport in self._open:
            if transport is not None:
                transport.abort()

    def _refused(self, error: ApiError) -> web.Response:
        self._count(error)
        return json_response(orjson.dumps(error.body()), error.code)

    def _count(self, error: ApiError) -> None:
        self.world.ledger.errors[error.code] += 1
        self.world.ledger.descriptions[error.description] += 1


def dropped(request: web.BaseRequest) -> web.Response:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
