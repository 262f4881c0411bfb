"""Around the phones: the clock, more people, keyboard, narrow screens, staying live, keeping to itself."""

from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, expect

from bot.demo.server import BotApiServer
from tests.demo.page.conftest import JOKE, PAGE, DemoPage

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.asyncio(loop_scope="session")]

WINDOW = "({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight"


async def test_the_clock_moves_forward_and_shows_dutch_time(demo: DemoPage) -> None:
    await demo.server.act("clock", {"to": "2026-12-03T09:02:00Z", "force": True})
    now = demo.page.locator(".clock-now")
    await expect(now).to_have_text("do 3 december 2026, 10.02 uur")
    await demo.page.get_by_role("button", name="+1 uur").click()
    await expect(now).to_have_text("do 3 december 2026, 11.02 uur")
    await demo.page.get_by_role("button", name="+1 dag").click()
    await expect(now).to_have_text("vr 4 december 2026, 11.02 uur")
    await demo.page.get_by_text("Kies tijd").click()
    await demo.page.get_by_label("Datum en tijd in Nederland").fill("2027-06-05T09:30")
    await demo.page.get_by_role("button", name="Zet de klok").click()
    await expect(now).to_have_text("za 5 juni 2027, 09.30 uur")
    await expect(demo.joke.locator(".status-bar")).to_contain_text("09:30")


async def test_no_planned_reminder_is_said_in_words(demo: DemoPage) -> None:
    await demo.page.get_by_role("button", name="Naar de volgende herinnering", exact=True).click()
    await expect(demo.page.locator("#notices")).to_contain_text("Dat lukte niet:")


@pytest.mark.parametrize(("role", "count"), [("vrijwilliger", 4), ("medewerker", 3)])
async def test_people_can_be_added(demo: DemoPage, role: str, count: int) -> None:
    await demo.page.get_by_role("button", name="Persoon erbij").click()
    await demo.page.get_by_label("Voornaam").fill("Henk")
    await demo.page.get_by_label("Rol").select_option(label=role)
    await demo.page.keyboard.press("Enter")
    await expect(demo.page.locator("dialog")).to_have_count(0)
    if count == 4:
        await expect(demo.page.locator(".phone .caption", has_text="Henk")).to_be_visible()
    else:
        await expect(demo.staff.get_by_label("Wie ben je?").locator("option", has_text="Henk")).to_have_count(1)
    await expect(demo.page.locator(".phone")).to_have_count(count)


async def test_a_reader_of_old_messages_is_left_in_peace(demo: DemoPage) -> None:
    await demo.starts()
    for number in range(30):
        await demo.says(f"bericht {number}")
    scroller = demo.joke.locator(".scroller")
    await expect(demo.joke.locator(".message .text").last).to_have_text("bericht 29")
    assert await scroller.evaluate(WINDOW) < 3
    await scroller.evaluate("(element) => element.scrollTo(0, 100)")
    await demo.joke.locator("textarea").fill("half geschreven")
    await demo.says("nieuws")
    jump = demo.joke.get_by_role("button", name="1 nieuw bericht")
    await expect(jump).to_be_visible()
    assert await scroller.evaluate("(element) => element.scrollTop") == 100
    await expect(demo.joke.locator("textarea")).to_have_value("half geschreven")
    await jump.click()
    await expect(demo.joke.locator(".text", has_text="nieuws")).to_be_in_viewport()


async def test_new_messages_are_read_out_once(demo: DemoPage) -> None:
    await demo.starts()
    await demo.says("Dat weet ik niet.")
    live = demo.joke.locator("[aria-live=polite].visually-hidden")
    await expect(live.get_by_text("Omzien Helpdesk: Dat weet ik niet.")).to_have_count(1)


async def test_a_whole_conversation_by_keyboard_alone(demo: DemoPage) -> None:
    keys = demo.page.keyboard
    await demo.page.locator("body").press("Tab")
    for _ in range(40):
        if await demo.page.evaluate("document.activeElement.closest('.role-volunteer .start-button') !== null"):
            break
        await keys.press("Tab")
    await keys.press("Enter")
    await expect(demo.joke.locator(".own .text")).to_have_text("/start")
    await demo.says("Zal ik het vragen?", JOKE, ["Ja", "Nee"])
    await expect(demo.joke.locator(".message")).to_have_count(2)
    await demo.joke.locator(".message").last.focus()
    await keys.press("Tab")
    await keys.press("Tab")
    await expect(demo.joke.get_by_role("button", name="Ja")).to_be_focused()
    await keys.press("Enter")
    [query] = await demo.heard("callback_query")
    await demo.bot("answerCallbackQuery", callback_query_id=query["id"])
    message_id = query["message"]["message_id"]
    await demo.bot("editMessageText", chat_id=JOKE, message_id=message_id, text="Doorgegeven.")
    await expect(demo.joke.locator(".message").last).to_be_focused()
    await keys.press("ArrowUp")
    await expect(demo.joke.locator(".message").first).to_be_focused()
    await keys.press("Enter")
    await expect(demo.page.get_by_role("menu")).to_be_visible()
    await keys.press("Escape")
    await expect(demo.joke.locator(".message").first).to_be_focused()
    await keys.press("r")
    await expect(demo.joke.locator(".context")).to_be_visible()
    await keys.press("Escape")
    await expect(demo.joke.locator(".context")).to_be_hidden()


async def test_on_a_narrow_screen_the_phones_are_tabs(demo: DemoPage) -> None:
    await demo.page.set_viewport_size({"width": 360, "height": 740})
    tabs = demo.page.get_by_role("tab")
    await expect(tabs).to_have_count(3)
    await expect(demo.joke).to_be_visible()
    await expect(demo.staff).to_be_hidden()
    assert await demo.page.evaluate("document.documentElement.scrollWidth") == 360
    await demo.topic("Nieuw · vraag", "kaart")
    await expect(tabs.nth(1).locator(".badge")).to_contain_text("1 nieuw bericht")
    await tabs.nth(0).focus()
    await demo.page.keyboard.press("ArrowRight")
    await expect(demo.staff).to_be_visible()
    await expect(demo.joke).to_be_hidden()
    await demo.staff.locator(".topic", has_text="vraag").click()
    await expect(demo.staff.locator("textarea")).to_be_in_viewport()
    assert await demo.page.evaluate("document.documentElement.scrollWidth") == 360


async def test_after_a_restart_of_the_server_the_page_catches_up(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.locator("textarea").fill("nog niet verstuurd")
    port = urlsplit(demo.server.url).port or 0
    assert demo.server.store
    state = demo.server.store.path.parent
    await demo.server.stop()
    await expect(demo.page.locator("#connection")).to_contain_text("Verbinding kwijt")
    demo.server = await BotApiServer.start(port=port, state=state, page=PAGE)
    await demo.says("Ik ben er weer.")
    await expect(demo.joke.locator(".other .text")).to_have_text("Ik ben er weer.")
    await expect(demo.page.locator("#connection")).to_be_empty()
    await expect(demo.joke.locator("textarea")).to_have_value("nog niet verstuurd")
    assert len(demo.server.site.streams) == 1


async def test_the_words_of_the_page_can_be_english_and_drafts_stay(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.locator("textarea").fill("bewaard")
    await demo.page.get_by_role("button", name="English").click()
    await expect(demo.page.get_by_role("button", name="Add a person")).to_be_visible()
    await expect(demo.joke.locator("textarea")).to_have_value("bewaard")
    assert await demo.page.evaluate("document.documentElement.lang") == "en"


async def test_tips_fill_the_text_field_and_can_be_hidden(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="hoe kom ik aan geld voor onze buurtmaaltijd").click()
    await expect(demo.joke.locator("textarea")).to_have_value("hoe kom ik aan geld voor onze buurtmaaltijd")
    await demo.joke.get_by_role("button", name="Verberg tips").click()
    await expect(demo.joke.locator(".hints")).to_be_hidden()
    await demo.page.reload()
    await expect(demo.joke.locator("textarea")).to_be_visible()
    await expect(demo.joke.locator(".hints")).to_be_hidden()


async def test_the_page_asks_nothing_of_anybody_else(demo: DemoPage, browser: Browser) -> None:
    asked: set[str] = set()
    page = await browser.new_page()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    await page.goto(demo.server.url)
    await page.locator(".phone").first.wait_for()
    await page.close()
    assert asked == {urlsplit(demo.server.url).netloc}
