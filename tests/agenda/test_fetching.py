"""Calendars from the internet: within limits, and never from inside one's own network."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.agenda import fetching
from bot.agenda.fetching import Address, FeedRefused, Got, fetch
from tests.agenda.calendars import event, ics

CONTENT = ics(event())


class Names(AbstractResolver):
    """The internet's names, for a test: all lead to this machine, but "inside.test", which leads to 10.0.0.7."""

    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> list[ResolveResult]:
        address = "10.0.0.7" if host == "inside.test" else "127.0.0.1"
        return [
            {"hostname": host, "host": address, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0},
        ]

    async def close(self) -> None:
        pass


class Server:
    """A web server that answers what a test says."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[web.Request] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        if request.path == "/slow":
            stream = web.StreamResponse()
            await stream.prepare(request)
            await request.content.read()
            while True:
                await stream.write(b"x")
                await asyncio.sleep(0.01)
        if request.path == "/endless":
            stream = web.StreamResponse()
            await stream.prepare(request)
            while True:
                await stream.write(b"x" * 65536)
        if request.path == "/same" and request.headers.get("If-None-Match") == '"one"':
            return web.Response(status=304, headers={"ETag": '"one"'})
        status, headers, body = self.pages.get(request.path, (404, {}, b""))
        return web.Response(status=status, headers=headers, body=body)


@pytest.fixture
async def server() -> AsyncIterator[tuple[Server, str]]:
    """A server on this machine, and its URL by a name."""
    made = Server()
    app = web.Application()
    app.router.add_get("/{path:.*}", made.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    made.pages = {
        "/agenda.ics": (200, {"ETag": '"one"', "Last-Modified": "Thu, 03 Dec 2026 09:00:00 GMT"}, CONTENT),
        "/same": (200, {"ETag": '"one"'}, CONTENT),
        "/moved": (302, {"Location": "/agenda.ics"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/inside": (302, {"Location": f"http://inside.test:{port}/agenda.ics"}, b""),
        "/literal": (302, {"Location": "http://169.254.169.254/latest"}, b""),
        "/mapped": (302, {"Location": "http://[::ffff:10.0.0.7]/x"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/packed": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"),
        "/broken": (503, {}, b""),
    }
    yield made, f"http://calendar.test:{port}"
    await runner.cleanup()


def here(address: Address) -> bool:
    """This machine is the internet of these tests; all else is as it is."""
    return address == ipaddress.ip_address("127.0.0.1") or fetching.is_public(address)


async def get(url: str, **more: Any) -> Got:
    return await fetch(url, allowed=more.pop("allowed", here), resolver=Names(), **more)


async def test_a_calendar_and_what_its_version_is_called(server: tuple[Server, str]) -> None:
    found = await get(server[1] + "/agenda.ics")
    assert found == Got(CONTENT, '"one"', "Thu, 03 Dec 2026 09:00:00 GMT")
    assert server[0].asked[-1].headers["Accept-Encoding"] == "identity"


async def test_what_did_not_change_is_not_sent_again(server: tuple[Server, str]) -> None:
    assert await get(server[1] + "/same", etag='"one"') == Got(None, '"one"', None)
    await get(server[1] + "/agenda.ics", modified="Thu, 03 Dec 2026 09:00:00 GMT")
    assert server[0].asked[-1].headers["If-Modified-Since"] == "Thu, 03 Dec 2026 09:00:00 GMT"


async def test_a_redirect_is_followed(server: tuple[Server, str]) -> None:
    assert (await get(server[1] + "/moved")).content == CONTENT


@pytest.mark.parametrize(
    ("path", "kind", "passing"),
    [
        ("/inside", "feed-private", False),
        ("/literal", "feed-private", False),
        ("/mapped", "feed-private", False),
        ("/file", "feed-no-link", False),
        ("/round", "feed-redirects", False),
        ("/packed", "feed-encoded", False),
        ("/endless", "too-large", False),
        ("/nothing", "feed-status", False),
        ("/broken", "feed-status", True),
    ],
)
async def test_what_is_refused(server: tuple[Server, str], path: str, kind: str, passing: bool) -> None:
    with pytest.raises(FeedRefused) as refused:
        await get(server[1] + path)
    assert (refused.value.problem.kind, refused.value.passing) == (kind, passing)


async def test_a_name_inside_is_refused_before_anything_is_asked(server: tuple[Server, str]) -> None:
    with pytest.raises(FeedRefused) as refused:
        await get(server[1] + "/agenda.ics", allowed=fetching.is_public)
    assert refused.value.problem.kind == "feed-private"
    assert server[0].asked == []


async def test_a_server_that_drips_is_given_up(server: tuple[Server, str]) -> None:
    with pytest.raises(FeedRefused) as refused:
        await get(server[1] + "/slow", seconds=0.5)
    assert (refused.value.problem.kind, refused.value.passing) == ("feed-slow", True)


async def test_nobody_there(server: tuple[Server, str]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://calendar.test:{closed.getsockname()[1]}/a"
        with pytest.raises(FeedRefused) as refused:
            await get(url)
    assert (refused.value.problem.kind, refused.value.passing) == ("feed-unreachable", True)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:7",
        "2002:a00:7::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not fetching.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_that_are(address: str) -> None:
    assert fetching.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("webcal://example.org/a.ics", "https://example.org/a.ics"),
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c"),
    ],
)
def test_links_as_they_are_kept(url: str, kept: str) -> None:
    assert fetching.normal(url) == kept


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "agenda.ics", "https://", "http://a:b:c/", "https://x/" + "a" * 2000]
)
def test_what_is_no_link(url: str) -> None:
    with pytest.raises(FeedRefused):
        fetching.normal(url)
