"""/healthz tells machines how it goes: a refused token, what was kept aside, a flood."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from bot.telegram import sender
from tests.stage import Stage, free_port


@pytest.fixture
def stage_options() -> dict[str, str]:
    return {"web.port": str(free_port())}


async def health(stage: Stage) -> tuple[int, dict[str, Any]]:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{stage.options['web.port']}/healthz") as response,
    ):
        return response.status, await response.json()


async def until(stage: Stage, fits: Callable[[int, dict[str, Any]], bool]) -> dict[str, Any]:
    end = time.monotonic() + 6
    while not fits(*(found := await health(stage))):
        assert time.monotonic() < end, found
        await asyncio.sleep(0.05)
    return found[1]


async def test_a_refused_token_is_seen_and_heals(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "UNAUTHORIZED_PAUSE_S", 1.0)
    assert (await health(stage))[0] == 200
    stage.server.faults.add("error", method="sendMessage", status=401, description="Unauthorized")
    await stage.joke.says("/start")
    report = await until(stage, lambda status, report: status == 503)
    assert report["ok"] is False and report["outbox"] == {"new": 1}
    await stage.joke.waits_for("Hallo Joke.")
    assert (await until(stage, lambda status, report: status == 200))["ok"] is True


async def test_counts_tell_what_waits_and_what_was_kept_aside(stage: Stage) -> None:
    stage.server.world.updates.add_raw({"message": "dag"})
    await stage.joke.says("/start")
    await stage.joke.waits_for("Hallo Joke.")
    report = await until(stage, lambda status, report: report["outbox"].get("sent") == 1)
    assert report["inbox"] == {"done": 1, "quarantined": 1}
    assert report["active"] is True and report["floods"] == 0 and report["entries"] > 50


async def test_a_database_that_is_gone_is_seen(stage: Stage) -> None:
    def fail(*_: object) -> None:
        from sqlalchemy.exc import OperationalError

        raise OperationalError("SELECT 1", {}, Exception("gone"))

    stage.helpdesk.health._stored = fail  # type: ignore[method-assign,assignment]
    status, report = await health(stage)
    assert status == 503 and report["database"] == "OperationalError"
