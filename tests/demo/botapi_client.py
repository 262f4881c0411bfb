"""A raw client of the Bot API, for tests of the server."""

from typing import Any

import aiohttp

from bot.demo.server import BotApiServer

Json = dict[str, Any]


class Client:
    """Calls methods of the Bot API with JSON bodies and keeps nothing back."""

    def __init__(self, server: BotApiServer, session: aiohttp.ClientSession) -> None:
        self.server, self.session = server, session

    async def call(self, method: str, **params: Any) -> Any:
        """The result; AssertionError when it is refused."""
        answer = await self.answer(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def answer(self, method: str, **params: Any) -> Json:
        """The whole answer."""
        url = f"{self.server.url}/bot{self.server.token}/{method}"
        async with self.session.post(url, json=params) as response:
            body: Json = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def refused(self, method: str, **params: Any) -> str:
        """The description of the refusal; AssertionError when it is accepted."""
        answer = await self.answer(method, **params)
        assert not answer["ok"], f"{method} was accepted: {answer}"
        return str(answer["description"])

    async def updates(self, offset: int = 0, timeout: int = 0, **params: Any) -> list[Json]:  # noqa: ASYNC109
        """getUpdates."""
        found: list[Json] = await self.call("getUpdates", offset=offset, timeout=timeout, **params)
        return found
