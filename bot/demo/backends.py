"""How the actors reach a local Bot API server: in this process, or over HTTP in another one."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, NamedTuple, Protocol, Self

import aiohttp
import orjson

Json = dict[str, Any]

LOCAL_LOOK = 0.005  # seconds between two looks at the messages
HTTP_LOOK = 0.03


class File(NamedTuple):
    """A file to send. The field names are those of an uploaded file in the server."""

    name: str
    mime_type: str
    data: bytes


class Backend(Protocol):
    """Where the actions go."""

    async def act(self, action: str, params: Json, files: Iterable[File] = ()) -> Any:
        """Carry out one action of the control contract."""

    look: float


class Local:
    """A server in this process; `act` is its method."""

    look = LOCAL_LOOK

    def __init__(self, act: Callable[[str, Json, Iterable[Any]], Awaitable[Any]]) -> None:
        self._act = act

    async def act(self, action: str, params: Json, files: Iterable[File] = ()) -> Any:
        """As in `Backend`; raises `ControlError` when the server refuses."""
        return await self._act(action, params, files)


class Http:
    """A server in another process, at `url`. Close it after use."""

    look = HTTP_LOOK

    def __init__(self, url: str) -> None:
        self.url = url
        self._session = aiohttp.ClientSession()

    async def close(self) -> None:
        """Close the connections."""
        await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    async def act(self, action: str, params: Json, files: Iterable[File] = ()) -> Any:
        """As in `Backend`; raises RuntimeError with the server's words when it refuses."""
        data: bytes | aiohttp.FormData = orjson.dumps(params)
        headers = {"Content-Type": "application/json"}
        if files := list(files):
            data, headers = _form(params, files), {}
        async with self._session.post(f"{self.url}/control/{action}", data=data, headers=headers) as response:
            answer = orjson.loads(await response.read())
        if response.status != 200:
            raise RuntimeError(f"{action}: {answer.get('error', response.status)}")
        return answer


def _form(params: Json, files: list[File]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in params.items():
        if value is not None:
            form.add_field(name, str(value))
    for file in files:
        form.add_field("file", file.data, filename=file.name, content_type=file.mime_type)
    return form
