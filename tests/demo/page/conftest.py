"""The demo page on trial: the real server, a real Chromium, and the test in the role of the bot."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

import bot.demo
from bot.demo.seed import seed
from bot.demo.server import BotApiServer

PAGE = Path(bot.demo.__file__).parent / "page"
JOKE, SANNE, FATMA = 1001, 2001, 1002
KINDS = ["message", "callback_query", "inline_query", "edited_message", "poll"]
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox --headless=new --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --use-fake-device-for-media-stream"
)


def chromium() -> str | None:
    """Where Chromium is: the CHROMIUM variable, else the first on the PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class DemoPage:
    """`page` shows the world of `server`; `group` is the staff group's id."""

    server: BotApiServer
    page: Page
    group: int
    errors: list[str] = field(default_factory=list)

    def phone(self, role: str) -> Locator:
        """The phone of the "volunteer", the "group" or the "member"."""
        return self.page.locator(f".phone.role-{role}").first

    @property
    def joke(self) -> Locator:
        """The volunteer's phone."""
        return self.phone("volunteer")

    @property
    def staff(self) -> Locator:
        """The staff group's phone."""
        return self.phone("group")

    async def bot(self, method: str, **params: Any) -> Any:
        """What the bot says: a call of the Bot API. Returns its result."""
        url = f"{self.server.url}/bot{self.server.token}/{method}"
        async with aiohttp.ClientSession() as session, session.post(url, json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, text: str, chat_id: int = JOKE, *rows: list[str], **params: Any) -> Any:
        """A message of the bot, with rows of buttons whose data is their text."""
        if rows:
            keys = [[{"text": key, "callback_data": key} for key in row] for row in rows]
            params["reply_markup"] = {"inline_keyboard": keys}
        return await self.bot("sendMessage", chat_id=chat_id, text=text, **params)

    async def heard(self, kind: str = "message") -> list[Any]:
        """What the bot was told since the last time, of one kind of update; waits until there is one."""
        found: list[Any] = []
        while not found:
            updates = await self.bot("getUpdates", timeout=5, allowed_updates=KINDS)
            assert updates, f"the bot heard nothing like {kind}"
            await self.bot("getUpdates", offset=updates[-1]["update_id"] + 1)
            found = [update[kind] for update in updates if kind in update]
        return found

    async def starts(self) -> None:
        """Joke presses START, so that the bot may write to her."""
        await self.joke.get_by_role("button", name="START").click()
        await self.joke.locator(".message.own").wait_for()

    async def topic(self, name: str, text: str, *rows: list[str]) -> tuple[int, Any]:
        """A topic of the bot with a card in it: (thread id, card)."""
        thread: int = (await self.bot("createForumTopic", chat_id=self.group, name=name))["message_thread_id"]
        return thread, await self.says(text, self.group, *rows, message_thread_id=thread)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all tests of the page."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here: install it, or point to it with the CHROMIUM variable")
    async with async_playwright() as playwright:
        expect.set_options(timeout=20_000)  # a busy machine draws slowly
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET.split())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def demo(browser: Browser, tmp_path: Path) -> AsyncIterator[DemoPage]:
    """The page with the demo's people in a new world; fails when the page's scripts made a mistake."""
    server = await BotApiServer.start(state=tmp_path / "world", page=PAGE)
    group = seed(server.world)
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    context.set_default_timeout(30_000)
    demo = DemoPage(server, await context.new_page(), group)
    demo.page.on("pageerror", lambda error: demo.errors.append(str(error)))
    await demo.page.goto(server.url)
    await demo.page.locator(".phone").first.wait_for()
    yield demo
    await context.close()
    await demo.server.stop()
    assert demo.errors == []
