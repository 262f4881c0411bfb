"""What README.md says to play, played: `helpdesk demo` as it is, its page, a real Chromium.

python -m tests.demo.page.story docs/images/demo.png
"""

from __future__ import annotations

import asyncio
import io
import re
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.demo.page.conftest import QUIET, chromium

ROOT = Path(__file__).parents[3]
# A Monday morning, so that people are there; the gathering of the next evening is in the sample.
BEGINS = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)
KNOWN = "hoe kom ik aan geld voor onze buurtmaaltijd"
UNKNOWN = "hebben we een vergunning nodig als we de straat afsluiten voor een buurtmaaltijd"
ANSWER = "Vaak wel. Bel je gemeente en vraag naar “straat afsluiten”. Doe dat liefst 6 weken vooraf."


@asynccontextmanager
async def running_demo(folder: Path) -> AsyncIterator[str]:
    """`helpdesk demo` as a process, with the clock at BEGINS; gives the page's address."""
    (folder / "clock").write_text(str((BEGINS - datetime.now(UTC)).total_seconds()))
    command = (sys.executable, "-m", "bot", "demo", "--state", str(folder), "--port", "8300")
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        said = ""
        async with asyncio.timeout(60):
            while not (found := re.search(r"http://\S+", said)):
                line = (await process.stdout.readline()).decode()
                assert line, f"the demo ended: {said}"
                said += line
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        await asyncio.wait_for(process.wait(), 30)


class Story:
    """The page, and what is done on it in README's order."""

    def __init__(self, page: Page) -> None:
        self.page, self.errors = page, list[str]()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.joke, self.staff, self.fatma = (
            page.locator(f".phone.role-{role}").first for role in ("volunteer", "group", "member")
        )

    async def asks(self) -> None:
        """Joke asks what is in the list, then what is not, which goes to people."""
        await self.joke.get_by_role("button", name="START").click()
        await expect(self.joke).to_contain_text("Hallo Joke.")
        await _types(self.joke, KNOWN)
        await expect(self.joke).to_contain_text("Antwoord van de bot.")
        await _types(self.joke, UNKNOWN)
        await self.joke.get_by_role("button", name="Geen van deze").click()
        await self.joke.get_by_role("button", name="Ja, vraag het").click()

    async def is_answered(self) -> None:
        """Sanne takes the question up and answers its card; Joke thanks."""
        await self.staff.locator(".topic-name", has_text="Nieuw").click()
        await self.staff.get_by_role("button", name="Ik pak dit op").click()
        await expect(self.joke).to_contain_text("Sanne van de helpdesk is met je vraag bezig.")
        await self.staff.locator(".message.other").first.get_by_role("button", name="Beantwoord").click()
        await _types(self.staff, ANSWER)
        await expect(self.joke).to_contain_text("Doe dat liefst 6 weken vooraf.")
        await _types(self.joke, "super dankjewel")
        await expect(self.staff).to_contain_text("super dankjewel")

    async def is_reminded(self) -> None:
        """Fatma chooses where she wants to hear of; the clock goes on to the next reminder."""
        await self.fatma.get_by_role("button", name="START").click()
        await _types(self.fatma, "/meldingen")
        await self.fatma.get_by_role("button", name="Amersfoort").click()
        await self.fatma.get_by_role("button", name="Alle onderwerpen").click()
        await expect(self.fatma).to_contain_text("Je meldingen staan aan")
        await self.page.get_by_role("button", name="Naar de volgende herinnering", exact=True).click()
        await expect(self.fatma).to_contain_text("Morgen: Online helpdeskuur.")
        await expect(self.fatma.get_by_role("button", name="Ik kom", exact=True)).to_be_visible()


async def _types(phone: Locator, text: str) -> None:
    await phone.locator("textarea").fill(text)
    await phone.locator("textarea").press("Enter")


@asynccontextmanager
async def played(browser: Browser, folder: Path) -> AsyncIterator[Story]:
    """The demo, after all that README.md names."""
    async with running_demo(folder) as address:
        context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
        page = await context.new_page()
        story = Story(page)
        await page.goto(address)
        await story.asks()
        await story.is_answered()
        await story.is_reminded()
        yield story
        await context.close()


async def main(target: Path) -> None:
    """Draw the picture of README.md."""
    expect.set_options(timeout=20_000)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=QUIET.split())
        with tempfile.TemporaryDirectory() as folder:
            async with played(browser, Path(folder)) as story:
                await expect(story.page.get_by_text("Het is nu ma 30 november")).to_have_count(0)
                await story.page.evaluate("document.activeElement.blur()")
                shot = Image.open(io.BytesIO(await story.page.screenshot()))
                shot.convert("RGB").quantize(256).save(target, optimize=True)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
