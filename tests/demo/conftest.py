"""A running server, a raw client, and python-telegram-bot as a client."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot

from bot.demo.server import BotApiServer
from tests.demo.botapi_client import Client


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    """A server without flood limits, with quick webhook retries."""
    async with await BotApiServer.start(webhook_pause=0.02) as running:
        yield running


@pytest.fixture
async def client(server: BotApiServer) -> AsyncIterator[Client]:
    """The raw client."""
    async with aiohttp.ClientSession() as session:
        yield Client(server, session)


@pytest.fixture
async def ptb(server: BotApiServer) -> AsyncIterator[Bot]:
    """The real client library, over its own HTTP."""
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        yield bot
