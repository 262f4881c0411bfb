"""The edge at work, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.telegram import outcomes
from tests.telegram.edge import Edge, edge_at_work


@pytest.fixture
async def edge(storage_url: str) -> AsyncIterator[Edge]:
    """The sender beside a local Bot API server, without pacing."""
    async with edge_at_work(storage_url) as parts:
        yield parts


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back off for tenths of seconds instead of seconds."""
    monkeypatch.setattr(outcomes, "FIRST_CEILING_S", 0.1)
    monkeypatch.setattr(outcomes, "LAST_CEILING_S", 0.5)
