"""README.md's walk through the demo can be walked: the real command, its page, the real bot."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.demo.page.story import played

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.asyncio(loop_scope="session")]


async def test_what_the_readme_says_to_play_can_be_played(browser: Browser, tmp_path: Path) -> None:
    async with played(browser, tmp_path) as story:
        assert story.errors == []
        await expect(story.page.locator(".clock-now")).to_have_text("ma 30 november 2026, 19.30 uur")
        await expect(story.joke.locator(".message.other").last).to_contain_text("Ik geef het door aan Sanne.")
