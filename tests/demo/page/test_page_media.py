"""Photos, albums, voice messages, files and the rest, in both directions."""

import base64
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.demo.page.conftest import JOKE, DemoPage

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.asyncio(loop_scope="session")]

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


async def test_one_tap_sends_a_voice_message_that_plays(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Stuur een ingesproken bericht").click()
    player = demo.joke.locator(".voice")
    await expect(player).to_contain_text("0:03")
    await player.get_by_role("button", name="Speel af").click()
    await expect(player.get_by_role("button", name="Pauze")).to_be_visible()
    await expect(player.locator(".bars .played").first).to_be_visible()
    voice = (await demo.heard())[-1]["voice"]
    assert voice["duration"] == 3
    assert voice["file_size"] > 10_000
    heights = await player.locator(".bars i").evaluate_all("(bars) => bars.map((bar) => bar.style.height)")
    assert len(set(heights)) > 5, "the bars must show the real sound"


async def test_chosen_photos_are_previewed_and_become_an_album(demo: DemoPage, tmp_path: Path) -> None:
    await demo.starts()
    files = [tmp_path / "een.png", tmp_path / "twee.png"]
    for file in files:
        file.write_bytes(PIXEL)
    await demo.joke.get_by_role("textbox").fill("ons plein")
    async with demo.page.expect_file_chooser() as chooser:
        await demo.joke.get_by_role("button", name="Voeg iets toe").click()
        await demo.page.get_by_role("menuitem", name="Foto, video of album").click()
    await (await chooser.value).set_files([str(file) for file in files])
    dialog = demo.page.get_by_role("dialog", name="Wat stuur je mee?")
    await expect(dialog.get_by_label("Tekst erbij")).to_have_value("ons plein")
    await dialog.get_by_role("button", name="Stuur").click()
    await expect(demo.joke.locator(".album img")).to_have_count(2)
    await expect(demo.joke.locator(".own .text").last).to_have_text("ons plein")
    sent = (await demo.heard())[-2:]
    assert sent[0]["media_group_id"] == sent[1]["media_group_id"]
    assert [message.get("caption") for message in sent] == ["ons plein", None]


async def test_giving_up_keeps_what_was_typed(demo: DemoPage, tmp_path: Path) -> None:
    await demo.starts()
    (tmp_path / "foto.png").write_bytes(PIXEL)
    await demo.joke.get_by_role("textbox").fill("nog niet")
    async with demo.page.expect_file_chooser() as chooser:
        await demo.joke.get_by_role("button", name="Voeg iets toe").click()
        await demo.page.get_by_role("menuitem", name="Bestand kiezen").click()
    await (await chooser.value).set_files(str(tmp_path / "foto.png"))
    await demo.page.get_by_role("button", name="Niet doen").click()
    await expect(demo.joke.get_by_role("textbox")).to_have_value("nog niet")
    assert len(await demo.heard()) == 1, "only /start"


@pytest.mark.parametrize(
    ("item", "kind", "shown"),
    [
        ("Voorbeeldfoto", "photo", ".photo img"),
        ("Voorbeeldbestand", "document", ".file"),
        ("Locatie", "location", ".location"),
        ("Mijn contact", "contact", ".contact"),
        ("Sticker 🌻", "sticker", ".sticker"),
    ],
)
async def test_samples_need_no_files_at_hand(demo: DemoPage, item: str, kind: str, shown: str) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Voeg iets toe").click()
    await demo.page.get_by_role("menuitem", name=item).click()
    await expect(demo.joke.locator(f".own {shown}")).to_be_visible()
    assert kind in (await demo.heard())[-1]


async def test_a_poll_is_asked_for_and_shown(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Voeg iets toe").click()
    await demo.page.get_by_role("menuitem", name="Peiling").click()
    await demo.page.get_by_role("dialog").get_by_role("button", name="Stuur").click()
    await expect(demo.joke.locator(".poll li")).to_have_count(2)


async def test_one_votes_in_a_poll_and_takes_it_back(demo: DemoPage) -> None:
    await demo.starts()
    await demo.heard()
    options = [{"text": "Zaterdag"}, {"text": "Zondag"}]
    await demo.bot("sendPoll", chat_id=JOKE, question="Wanneer?", options=options)
    poll = demo.joke.get_by_role("group", name="Wanneer?")
    sunday = poll.get_by_role("button", name="Zondag")
    await poll.get_by_role("button", name="Zaterdag 0 stemmen").click()
    await expect(poll.get_by_role("button", name="Zaterdag 1 stem")).to_have_attribute("aria-pressed", "true")
    await expect(poll.get_by_role("button", name="Zaterdag 1 stem")).to_be_focused()
    await sunday.press("Enter")
    await expect(poll.get_by_role("button", name="Zondag 1 stem")).to_have_attribute("aria-pressed", "true")
    await expect(poll.get_by_role("button", pressed=True)).to_have_count(1)
    await sunday.click()
    await expect(poll.get_by_role("button", pressed=True)).to_have_count(0)
    counts = [[option["voter_count"] for option in told["options"]] for told in await demo.heard("poll")]
    assert counts == [[1, 0], [0, 1], [0, 0]]


async def test_a_closed_poll_is_only_shown(demo: DemoPage) -> None:
    await demo.starts()
    options = [{"text": "Ja"}, {"text": "Nee"}]
    sent = await demo.bot("sendPoll", chat_id=JOKE, question="Kom je?", options=options)
    poll = demo.joke.get_by_role("group", name="Kom je?")
    await poll.get_by_role("button", name="Ja").click()
    await expect(poll.get_by_role("button", pressed=True)).to_have_count(1)
    await demo.bot("stopPoll", chat_id=JOKE, message_id=sent["message_id"])
    await expect(poll).to_contain_text("Gesloten peiling")
    await expect(poll.get_by_role("button")).to_have_count(0)
    await expect(poll.locator("li").first).to_contain_text("1 stem")


async def test_a_file_of_the_bot_can_be_downloaded(demo: DemoPage, tmp_path: Path) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Voeg iets toe").click()
    await demo.page.get_by_role("menuitem", name="Voorbeeldbestand").click()
    await demo.joke.locator(".own .file").wait_for()
    file_id = (await demo.heard())[-1]["document"]["file_id"]
    await demo.bot("sendDocument", chat_id=JOKE, document=file_id, caption="Je plattegrond")
    async with demo.page.expect_download() as download:
        await demo.joke.locator(".other .file").click()
    saved = tmp_path / "saved.pdf"
    await (await download.value).save_as(saved)
    assert _starts_as_pdf(saved)
    assert (await download.value).suggested_filename == "plattegrond.pdf"


async def test_a_photo_opens_large_and_escape_closes_it(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Voeg iets toe").click()
    await demo.page.get_by_role("menuitem", name="Voorbeeldfoto").click()
    await demo.joke.get_by_role("button", name="Foto groot bekijken").click()
    await expect(demo.page.locator("dialog.lightbox img")).to_be_visible()
    await demo.page.keyboard.press("Escape")
    await expect(demo.page.locator("dialog")).to_have_count(0)


async def test_one_can_record_with_the_microphone(demo: DemoPage) -> None:
    await demo.page.context.grant_permissions(["microphone"])
    await demo.starts()
    await demo.joke.get_by_role("button", name="Ingesproken bericht", exact=True).click()
    await demo.page.get_by_role("menuitem", name="Neem zelf op").click()
    await expect(demo.joke.locator(".recording")).to_contain_text("0:01")
    await demo.joke.get_by_role("button", name="Stop en stuur").click()
    await expect(demo.joke.locator(".own .voice")).to_be_visible()
    await expect(demo.joke.locator(".recording")).to_be_hidden()
    assert (await demo.heard())[-1]["voice"]["file_size"] > 500


async def test_without_a_microphone_the_page_says_what_to_do(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Ingesproken bericht", exact=True).click()
    await demo.page.get_by_role("menuitem", name="Neem zelf op").click()
    await expect(demo.page.locator("#notices")).to_contain_text("zonder microfoon")


def _starts_as_pdf(file: Path) -> bool:
    return file.read_bytes().startswith(b"%PDF-1.4")
