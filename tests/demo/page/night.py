"""A night in which the clock changes, on the member's phone in the demo: the real bot, the page, a real Chromium.

python -m tests.demo.page.night docs/images/night.png
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, async_playwright, expect
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import config
from bot.agenda import calendar, imports, region
from bot.app import Helpdesk
from bot.demo.seed import seed
from bot.demo.server import BotApiServer
from bot.settings import CONTENT
from bot.startup import prepare_database
from storage.people import Member
from tests.agenda.calendars import event, ics
from tests.demo.page.conftest import PAGE, QUIET, chromium

MARGIN = 16


@dataclass(frozen=True)
class NightOfYear:
    """`evening`: half past eleven before; `shown`: what the bar on top says after each hour that passes."""

    evening: datetime
    start: str
    shown: Sequence[str]


SPRING = NightOfYear(
    datetime(2027, 3, 27, 22, 30, tzinfo=UTC),
    "20270328T043000",
    ("zo 28 maart 2027, 00.30", "zo 28 maart 2027, 01.30", "zo 28 maart 2027, 03.30", "zo 28 maart 2027, 04.30"),
)
AUTUMN = NightOfYear(
    datetime(2027, 10, 30, 21, 30, tzinfo=UTC),
    "20271031T043000",
    (
        "zo 31 oktober 2027, 00.30",
        "zo 31 oktober 2027, 01.30",
        "zo 31 oktober 2027, 02.30",
        "zo 31 oktober 2027, 02.30",
        "zo 31 oktober 2027, 03.30",
        "zo 31 oktober 2027, 04.30",
    ),
)


@dataclass
class Scene:
    """The page, on which Fatma wants every reminder at any hour, and a walk that begins at half past four."""

    page: Page
    helpdesk: Helpdesk

    @property
    def phone(self) -> Locator:
        """Fatma's phone."""
        return self.page.locator(".phone.role-member").first

    async def an_hour_passes(self, shown: str) -> None:
        """Press [ +1 uur ]; what the bar then says is awaited. What is due by then is on the phone afterwards."""
        await self.page.get_by_role("button", name="+1 uur").click()
        await expect(self.page.locator(".clock-now")).to_have_text(f"{shown} uur")
        await asyncio.sleep(2.5)  # the bot looks at once, and each second

    async def reminders(self) -> list[tuple[str, str]]:
        """What the phone shows of the walk: the first line, and the time beside the message."""
        found = []
        for message in await self.phone.locator(".message", has_text="Nachtwandeling").all():
            text = await message.locator(".text").inner_text()
            found.append((text.splitlines()[0], (await message.locator(".meta").inner_text()).strip()))
        return found

    async def picture(self) -> Image.Image:
        """The bar with the time, and the phone below it."""
        bar, phone = self.page.locator(".clock-face"), self.phone
        parts = [Image.open(io.BytesIO(await part.screenshot())) for part in (bar, phone)]
        size = max(p.width for p in parts), sum(p.height for p in parts) + MARGIN
        made = Image.new("RGB", size, "white")
        made.paste(parts[0], (0, 0))
        made.paste(parts[1], (0, parts[0].height + MARGIN))
        return made


@asynccontextmanager
async def evening_before(browser: Browser, folder: Path, night: NightOfYear) -> AsyncIterator[Scene]:
    """The evening before, a day after the first reminder came."""
    clock = folder / "clock"
    clock.write_text(str((night.evening - datetime.now(UTC)).total_seconds()))
    server = await BotApiServer.start(limits=None, clock=clock, page=PAGE)
    group = seed(server.world)
    values = {
        "telegram.token": server.world.token,
        "telegram.api_url": server.url,
        "telegram.mode": "polling",
        "staff.chat_id": str(group),
        "staff.overview": "false",
        "report.digest": "",
        "storage.url": f"sqlite:///{folder}/night.db",
        "clock.offset_file": str(clock),
    }
    settings = config.load(None, {f"HELPDESK_{key.upper().replace('.', '__')}": v for key, v in values.items()})
    prepare_database(settings.storage.url)
    helpdesk = Helpdesk(settings)
    await helpdesk.start()
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    page = await context.new_page()
    await page.goto(server.url)
    scene = Scene(page, helpdesk)
    await scene.phone.get_by_role("button", name="START").click()
    await expect(scene.phone).to_contain_text("Hallo Fatma.")
    await helpdesk.db.write(_prepare, helpdesk, night)
    yield scene
    await context.close()
    await helpdesk.stop()
    await server.stop()


def _prepare(session: Session, helpdesk: Helpdesk, night: NightOfYear) -> None:
    everything = {"all_places": True, "all_themes": True, "reminders": True, "quiet_from": None, "quiet_until": None}
    session.execute(update(Member).values(**everything))
    settings, now = helpdesk.settings, helpdesk.clock.now()
    content = ics(event(start=night.start, title="Nachtwandeling", extra=""))
    parsed = calendar.read(content, now, settings.zone)
    here = region.load(CONTENT / "region.yaml")
    imports.import_calendar(session, parsed, here, settings.events.reminders_minutes_before, now)


async def main(target: Path) -> None:
    """Draw the picture for the docs: three hours of the night in spring, side by side."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=QUIET.split())
        with tempfile.TemporaryDirectory() as folder:
            async with evening_before(browser, Path(folder), SPRING) as scene:
                made = [await scene.picture()]
                for shown in SPRING.shown:
                    await scene.an_hour_passes(shown)
                    made.append(await scene.picture())
        await browser.close()
    chosen = made[1:4]
    whole = Image.new("RGB", (sum(p.width + MARGIN for p in chosen) - MARGIN, chosen[0].height), "white")
    for number, picture in enumerate(chosen):
        whole.paste(picture, (number * (picture.width + MARGIN), 0))
    whole.save(target, optimize=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
