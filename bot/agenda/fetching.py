"""A calendar from a URL that someone gave us: politely, within limits, and never from inside our own network.

The address that is checked is the address that is connected to, at each hop: a name that resolves to a private
address, now or after a redirect, is refused.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.agenda.calendar import MOST_BYTES, megabytes
from bot.agenda.parsed import Problem

MOST_SECONDS = 30.0
MOST_REDIRECTS = 5
LONGEST_URL = 2000
CHUNK = 64 * 1024
MOVED = (301, 302, 303, 307, 308)
AGENT = "omzien-helpdesk (calendar feed)"
# IPv6 addresses that stand for an IPv4 address behind a translator.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FeedRefused(Exception):
    """The calendar could not be had. `problem.kind` names the text; `passing`: it may well work later."""

    def __init__(self, kind: str, passing: bool = False, **values: str | int) -> None:
        self.problem, self.passing = Problem(kind, values=dict(values)), passing
        super().__init__(f"{kind} {values}")


class _PrivateAddress(OSError):
    """A name that leads into our own network."""


@dataclass(frozen=True, slots=True)
class Got:
    """What the server gave: `content`, None when it is still what we have; and how it calls this version."""

    content: bytes | None
    etag: str | None = None
    modified: str | None = None


def is_public(address: Address) -> bool:
    """Whether an address is on the internet, for everyone."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(inner):
            return False
    return address.is_global and not address.is_multicast


def normal(url: str) -> str:
    """The URL as we keep it: webcal becomes https. Raises FeedRefused for what is no link to the web."""
    parts = urlsplit(url.strip())
    if parts.scheme.lower() in ("webcal", "webcals"):
        parts = parts._replace(scheme="https")
    return urlunsplit(_checked(parts)._replace(fragment=""))


def host(url: str) -> str:
    """How we name a feed: its host. The rest of a URL may be a secret."""
    return urlsplit(url).hostname or "?"


async def fetch(
    url: str,
    etag: str | None = None,
    modified: str | None = None,
    allowed: Callable[[Address], bool] = is_public,
    resolver: AbstractResolver | None = None,
    seconds: float = MOST_SECONDS,
) -> Got:
    """Get a calendar. `etag`, `modified`: of the version we have. `allowed`: which addresses may be connected to.

    Raises FeedRefused.
    """
    connector = aiohttp.TCPConnector(resolver=_Checking(resolver or ThreadedResolver(), allowed), limit=2)
    timeout = aiohttp.ClientTimeout(total=seconds)
    try:
        async with (
            asyncio.timeout(seconds),
            aiohttp.ClientSession(connector=connector, timeout=timeout, auto_decompress=False) as session,
        ):
            return await _follow(session, normal(url), _headers(etag, modified), allowed)
    except TimeoutError:
        raise FeedRefused("feed-slow", passing=True, seconds=int(seconds)) from None
    except aiohttp.ClientConnectorDNSError as error:
        if isinstance(error.os_error, _PrivateAddress):
            raise FeedRefused("feed-private") from None
        raise FeedRefused("feed-unreachable", passing=True) from None
    except (aiohttp.ClientError, OSError, ValueError):
        raise FeedRefused("feed-unreachable", passing=True) from None


async def _follow(
    session: aiohttp.ClientSession, url: str, headers: dict[str, str], allowed: Callable[[Address], bool]
) -> Got:
    for _hop in range(MOST_REDIRECTS + 1):
        _refuse_literal(url, allowed)
        async with session.get(url, headers=headers, allow_redirects=False) as answer:
            if answer.status in MOVED and (to := answer.headers.get("Location")):
                url = normal(urljoin(url, to))
                continue
            return await _read(answer)
    raise FeedRefused("feed-redirects")


async def _read(answer: aiohttp.ClientResponse) -> Got:
    etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
    if answer.status == 304:
        return Got(None, etag, modified)
    if answer.status != 200:
        raise FeedRefused(
            "feed-status", passing=answer.status >= 500 or answer.status == 429, status=str(answer.status)
        )
    if answer.headers.get("Content-Encoding", "identity").lower() not in ("", "identity"):
        raise FeedRefused("feed-encoded")  # it was not asked for, and may be a bomb
    if (answer.content_length or 0) > MOST_BYTES:
        raise FeedRefused("too-large", size=megabytes(answer.content_length or 0))
    content = bytearray()
    async for chunk in answer.content.iter_chunked(CHUNK):
        content += chunk
        if len(content) > MOST_BYTES:
            raise FeedRefused("too-large", size=megabytes(len(content)))
    return Got(bytes(content), etag, modified)


def _checked(parts: SplitResult) -> SplitResult:
    try:
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        named = False
    if parts.scheme.lower() not in ("http", "https") or not named or len(urlunsplit(parts)) > LONGEST_URL:
        raise FeedRefused("feed-no-link")
    return parts


def _refuse_literal(url: str, allowed: Callable[[Address], bool]) -> None:
    """A host that is an address is not looked up, so it is checked here."""
    try:
        address = ipaddress.ip_address(host(url).partition("%")[0])
    except ValueError:
        return
    if not allowed(address):
        raise FeedRefused("feed-private")


def _headers(etag: str | None, modified: str | None) -> dict[str, str]:
    headers = {"User-Agent": AGENT, "Accept": "text/calendar, */*;q=0.5", "Accept-Encoding": "identity"}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    return headers


class _Checking(AbstractResolver):
    """Gives only addresses that may be connected to."""

    def __init__(self, inner: AbstractResolver, allowed: Callable[[Address], bool]) -> None:
        self._inner, self._allowed = inner, allowed

    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if not all(self._allowed(ipaddress.ip_address(one["host"].partition("%")[0])) for one in found):
            raise _PrivateAddress(host)
        return found

    async def close(self) -> None:
        await self._inner.close()
