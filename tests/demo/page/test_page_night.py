"""The demo's clock through the nights in which clocks change: a member's phone rings once, two hours before."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.demo.page.night import AUTUMN, SPRING, NightOfYear, evening_before

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize(("night", "rings"), [(SPRING, "01:30"), (AUTUMN, "02:30")], ids=["spring", "autumn"])
async def test_the_reminder_comes_once_and_two_hours_before(
    browser: Browser, tmp_path: Path, night: NightOfYear, rings: str
) -> None:
    async with evening_before(browser, tmp_path, night) as scene:
        assert await scene.reminders() == []
        rung = []
        for shown in night.shown:
            await scene.an_hour_passes(shown)
            rung.append(len(await scene.reminders()))
        assert await scene.reminders() == [("Over 2 uur: Nachtwandeling.", rings)]
    before = 2  # hours before the walk, the last of which is shown
    assert rung == [0] * (len(night.shown) - before - 1) + [1] * (before + 1)
