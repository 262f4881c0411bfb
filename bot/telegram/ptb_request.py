"""python-telegram-bot's requests over our HTTP connections: several times as fast as its own on httpx."""

from __future__ import annotations

from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.api import CONNECT_TIMEOUT_S, READ_TIMEOUT_S, TelegramApi


class AiohttpRequest(BaseRequest):
    """For the direct calls that PTB's Bot makes. The connections belong to `api`, which closes them."""

    def __init__(self, api: TelegramApi) -> None:
        """`api`: whose connections to use."""
        self._http = api.http

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer."""
        return READ_TIMEOUT_S

    async def initialize(self) -> None:
        """Nothing to do: the connections are open."""

    async def shutdown(self) -> None:
        """Nothing to do: their owner closes them."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make the request. Raises TimedOut or NetworkError; neither names the address, which holds the token."""
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ_TIMEOUT_S
        limits = aiohttp.ClientTimeout(sock_connect=CONNECT_TIMEOUT_S, sock_read=seconds)
        try:
            async with self._http.request(method, url, data=_body(request_data), timeout=limits) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut(f"no answer within {seconds} s") from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"no connection ({type(error).__name__})") from None


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.multipart_data:
        return data.json_parameters
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
