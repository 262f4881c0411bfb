"""Calls to the Bot API over one HTTP connection pool."""

from __future__ import annotations

from typing import Any

import aiohttp
import orjson

from bot.telegram.failures import CallFailed, Kind, from_answer

# Telegram answers within a second or two; what takes longer was probably accepted, so longer waiting does not help.
READ_TIMEOUT_S = 15.0
CONNECT_TIMEOUT_S = 5.0
# Telegram closes idle connections after about 75 s; a reused one that it just closed is an ambiguous error.
KEEP_ALIVE_S = 30.0
# 50 MB, the largest file, over a line of 2 Mbit/s.
UPLOAD_TIMEOUT_S = 240.0


class TelegramApi:
    """Calls methods by name. Open it in a running event loop; `close()` it."""

    def __init__(self, api_url: str, token: str) -> None:
        """`api_url`: root of the Bot API server, without a slash at its end."""
        self.base = f"{api_url}/bot{token}"
        self.files = f"{api_url}/file/bot{token}"
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE_S)
        self.http = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def close(self) -> None:
        """Close the connections."""
        await self.http.close()

    async def call(self, method: str, params: dict[str, Any], read_timeout: float = READ_TIMEOUT_S) -> Any:
        """Call a method with JSON parameters; returns its `result`. `read_timeout` in seconds. Raises CallFailed."""
        limits = aiohttp.ClientTimeout(sock_connect=CONNECT_TIMEOUT_S, sock_read=read_timeout)
        return await self._post(method, orjson.dumps(params), {"Content-Type": "application/json"}, limits)

    async def upload(self, method: str, form: aiohttp.FormData) -> Any:
        """Call a method with a form that holds a file; returns its `result`. Raises CallFailed."""
        limits = aiohttp.ClientTimeout(
            total=UPLOAD_TIMEOUT_S, sock_connect=CONNECT_TIMEOUT_S, sock_read=READ_TIMEOUT_S
        )
        return await self._post(method, form, {}, limits)

    async def _post(self, method: str, data: Any, headers: dict[str, str], limits: aiohttp.ClientTimeout) -> Any:
        try:
            async with self.http.post(f"{self.base}/{method}", data=data, headers=headers, timeout=limits) as response:
                body = await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise CallFailed(Kind.UNSENT, f"no connection ({type(error).__name__})") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise CallFailed(Kind.AMBIGUOUS, f"no answer ({type(error).__name__})") from None
        return self._result(response.status, body)

    def _result(self, status: int, body: bytes) -> Any:
        try:
            answer = orjson.loads(body)
        except orjson.JSONDecodeError:
            answer = None
        if status == 200 and isinstance(answer, dict) and answer.get("ok"):
            return answer.get("result")
        raise from_answer(status, answer)
