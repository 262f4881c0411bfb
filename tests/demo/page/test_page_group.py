"""The staff group on the page: topics, unread, answering the card, switching people, pinned messages."""

import pytest
from playwright.async_api import expect

from bot.demo.server.topic_icons import ICONS
from tests.demo.page.conftest import SANNE, DemoPage

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.asyncio(loop_scope="session")]


async def test_a_new_topic_appears_with_its_last_line_and_a_mark(demo: DemoPage) -> None:
    await demo.topic("Nieuw · straat afsluiten", "Vraag 214 · nieuw")
    row = demo.staff.locator(".topic", has_text="straat afsluiten")
    await expect(row.locator(".topic-last")).to_have_text("Omzien Helpdesk: Vraag 214 · nieuw")
    await expect(row.locator(".badge")).to_contain_text("1 nieuw bericht")
    await row.click()
    await expect(demo.staff.locator(".message .text")).to_have_text("Vraag 214 · nieuw")
    await expect(demo.staff.locator(".quote")).to_have_count(0)
    await demo.staff.get_by_role("button", name="Terug naar de onderwerpen").click()
    await expect(row).to_be_focused()
    await expect(row.locator(".badge")).to_have_count(0)


async def test_answering_the_card_is_one_tap_and_the_quote_leads_back(demo: DemoPage) -> None:
    thread, card = await demo.topic("Nieuw · busje", "Vraag 1: waar lenen we een busje?", ["Ik pak dit op"])
    await demo.staff.locator(".topic", has_text="busje").click()
    await demo.staff.locator(".message.other").get_by_role("button", name="Beantwoord").click()
    await expect(demo.staff.locator(".context")).to_contain_text("Antwoord aan Omzien Helpdesk")
    await demo.page.keyboard.type("Bij de kerk.")
    await demo.page.keyboard.press("Enter")
    await expect(demo.staff.locator(".own .quote")).to_contain_text("Vraag 1: waar lenen we")
    heard = (await demo.heard())[-1]
    assert heard["reply_to_message"]["message_id"] == card["message_id"]
    assert (heard["message_thread_id"], heard["from"]["id"]) == (thread, SANNE)
    await demo.staff.locator(".own .quote").click()
    await expect(demo.staff.locator(".message.other").first).to_be_focused()


async def test_one_can_be_another_member_of_staff(demo: DemoPage) -> None:
    await demo.topic("Nieuw · vraag", "De kaart")
    await demo.staff.locator(".topic", has_text="vraag").click()
    await demo.staff.get_by_label("Wie ben je?").select_option(label="Karim Haddad")
    await demo.staff.get_by_role("textbox", name="Bericht van Karim Haddad").fill("Ik kijk mee")
    await demo.staff.get_by_role("textbox", name="Bericht van Karim Haddad").press("Enter")
    await expect(demo.staff.locator(".message.own")).to_contain_text("Ik kijk mee")
    await demo.staff.get_by_label("Wie ben je?").select_option(label="Sanne de Wit")
    await expect(demo.staff.locator(".message.own")).to_have_count(0)
    await expect(demo.staff.locator(".sender").last).to_have_text("Karim Haddad")


async def test_each_place_keeps_its_own_unsent_text(demo: DemoPage) -> None:
    await demo.topic("Soep", "kaart een")
    await demo.topic("Brood", "kaart twee")
    await demo.staff.locator(".topic", has_text="Soep").click()
    await demo.staff.locator("textarea").fill("voor de soep")
    await demo.staff.get_by_role("button", name="Terug naar").click()
    await demo.staff.locator(".topic", has_text="Brood").click()
    await expect(demo.staff.locator("textarea")).to_have_value("")
    await demo.staff.get_by_role("button", name="Terug naar").click()
    await demo.staff.locator(".topic", has_text="Soep").click()
    await expect(demo.staff.locator("textarea")).to_have_value("voor de soep")


async def test_a_command_in_the_text_is_addressed_to_the_bot(demo: DemoPage) -> None:
    await demo.topic("Nieuw · vraag", "Kijk in /wachtrij")
    await demo.staff.locator(".topic", has_text="vraag").click()
    await demo.staff.get_by_role("button", name="/wachtrij", exact=True).last.click()
    await expect(demo.staff.locator(".own .text")).to_have_text("/wachtrij@OmzienHelpdeskBot")


async def test_names_and_states_of_topics_follow(demo: DemoPage) -> None:
    thread, _ = await demo.topic("Nieuw · soep", "kaart")
    await demo.bot("editForumTopic", chat_id=demo.group, message_thread_id=thread, name="Sanne · soep")
    row = demo.staff.locator(".topic", has_text="soep")
    await expect(row.locator(".topic-name")).to_have_text("Sanne · soep")
    await demo.bot("closeForumTopic", chat_id=demo.group, message_thread_id=thread)
    await expect(row).to_contain_text("gesloten")
    await row.click()
    await expect(demo.staff.locator(".closed-note")).to_be_visible()
    await expect(demo.staff.locator(".composer")).to_be_hidden()
    await demo.bot("deleteForumTopic", chat_id=demo.group, message_thread_id=thread)
    await expect(demo.staff.locator(".toasts")).to_contain_text("verwijderd")
    await expect(row).to_have_count(0)


async def test_staff_can_make_close_and_reopen_a_topic(demo: DemoPage) -> None:
    await demo.staff.get_by_role("button", name="Meer over dit gesprek").click()
    await demo.page.get_by_role("menuitem", name="Nieuw onderwerp").click()
    await demo.page.get_by_label("Naam van het onderwerp").fill("Roosters")
    await demo.page.keyboard.press("Enter")
    await demo.staff.locator(".topic", has_text="Roosters").click()
    for item in ("Sluit onderwerp", "Heropen onderwerp"):
        await demo.staff.get_by_role("button", name="Meer over dit gesprek").click()
        await demo.page.get_by_role("menuitem", name=item).click()
    await expect(demo.staff.locator(".line.service").last).to_have_text("Sanne de Wit heropende het onderwerp")
    await expect(demo.staff.locator(".closed-note")).to_be_hidden()


async def test_a_pinned_message_is_one_tap_away(demo: DemoPage) -> None:
    thread, card = await demo.topic("Nieuw · ver weg", "De kaart van lang geleden")
    await demo.bot("pinChatMessage", chat_id=demo.group, message_id=card["message_id"])
    for number in range(25):
        await demo.says(f"regel {number}", demo.group, message_thread_id=thread)
    await demo.staff.locator(".topic", has_text="ver weg").click()
    bar = demo.staff.locator(".pinned")
    await expect(bar).to_contain_text("De kaart van lang geleden")
    await bar.click()
    await expect(demo.staff.locator(".message").first).to_be_focused()
    await expect(demo.staff.locator(".message").first).to_be_in_viewport()


async def test_staff_have_their_own_chat_with_the_bot(demo: DemoPage) -> None:
    await demo.staff.get_by_role("button", name="Eigen gesprek met de bot").click()
    await demo.staff.get_by_role("button", name="START").click()
    await expect(demo.staff.locator(".own .text")).to_have_text("/start")
    assert (await demo.heard())[0]["chat"]["id"] == SANNE
    await demo.staff.get_by_role("button", name="Terug naar").click()
    await demo.says("Er gaat niets meer uit.", SANNE)
    await expect(demo.staff.locator(".own-chat .badge")).to_contain_text("1 nieuw bericht")


async def test_the_bot_can_lose_and_regain_its_rights(demo: DemoPage) -> None:
    bot_id = demo.server.world.bot["id"]
    chat = demo.server.world.chats[demo.group]
    for item, status in (("Bot is geen beheerder meer", "member"), ("Maak de bot beheerder", "administrator")):
        await demo.staff.get_by_role("button", name="Meer over dit gesprek").click()
        await demo.page.get_by_role("menuitem", name=item).click()
        await demo.page.wait_for_timeout(200)
        assert chat.member(bot_id).status == status


async def test_a_topic_shows_its_icon(demo: DemoPage) -> None:
    icon = next(name for name, emoji in ICONS.items() if emoji == "📝")
    await demo.bot("createForumTopic", chat_id=demo.group, name="Sanne · soep", icon_custom_emoji_id=icon)
    await demo.topic("Nieuw · brood", "kaart")
    row = demo.staff.locator(".topic", has_text="soep")
    await expect(row.locator(".topic-icon")).to_have_text("📝")
    await expect(demo.staff.locator(".topic", has_text="brood").locator(".topic-icon")).to_have_text("N")
