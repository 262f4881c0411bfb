"""The private chat on the page: START, text, buttons, what texts look like, edit, delete, react, block."""

import pytest
from playwright.async_api import expect

from tests.demo.page.conftest import JOKE, DemoPage

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.asyncio(loop_scope="session")]


async def test_the_empty_chat_tells_what_the_bot_does_and_start_begins(demo: DemoPage) -> None:
    await demo.bot("setMyDescription", description="Stel je vraag. Tik op START.")
    await expect(demo.joke.locator(".empty")).to_contain_text("Stel je vraag. Tik op START.")
    await expect(demo.joke.get_by_role("textbox")).to_be_hidden()
    await demo.joke.get_by_role("button", name="START").click()
    await expect(demo.joke.locator(".message.own .text")).to_have_text("/start")
    await expect(demo.joke.get_by_role("textbox")).to_be_visible()
    assert [message["text"] for message in await demo.heard()] == ["/start"]


async def test_enter_sends_and_shift_enter_makes_a_line(demo: DemoPage) -> None:
    await demo.starts()
    field = demo.joke.get_by_role("textbox")
    await field.press_sequentially("een")
    await field.press("Shift+Enter")
    await field.press_sequentially("twee <b>& drie</b>")
    await field.press("Enter")
    await expect(field).to_have_value("")
    await expect(demo.joke.locator(".own .text").last).to_have_text("een\ntwee <b>& drie</b>")
    assert (await demo.heard())[-1]["text"] == "een\ntwee <b>& drie</b>"


async def test_a_refused_message_comes_back_with_the_reason(demo: DemoPage) -> None:
    await demo.starts()
    field = demo.joke.get_by_role("textbox")
    await field.fill("x" * 4097)
    await field.press("Enter")
    await expect(demo.page.locator("#notices")).to_contain_text("4096")
    await expect(field).to_have_value("x" * 4097)


async def test_a_button_turns_until_the_bot_answers_and_the_message_changes(demo: DemoPage) -> None:
    await demo.starts()
    message = await demo.says("Zal ik het vragen?", JOKE, ["Ja", "Nee"], ["Iets heel anders"])
    rows = demo.joke.locator(".keyboard-row")
    await expect(rows).to_have_count(2)
    await expect(rows.first.get_by_role("button")).to_have_text(["Ja", "Nee"])
    await rows.first.get_by_role("button").first.click()
    await expect(rows.first.get_by_role("button").first).to_have_attribute("aria-busy", "true")
    [query] = await demo.heard("callback_query")
    assert query["data"] == "Ja"
    await demo.bot("answerCallbackQuery", callback_query_id=query["id"], text="Dank je.")
    await expect(demo.joke.locator(".toasts")).to_contain_text("Dank je.")
    await expect(demo.joke.locator("[aria-busy]")).to_have_count(0)
    await demo.bot(
        "editMessageText", chat_id=JOKE, message_id=message["message_id"], text="<b>Doorgegeven</b>", parse_mode="HTML"
    )
    await expect(demo.joke.locator(".other .text strong")).to_have_text("Doorgegeven")
    await expect(demo.joke.locator(".other .meta")).to_contain_text("bewerkt")
    await expect(rows).to_have_count(0)


async def test_buttons_stay_in_place_when_only_the_text_changes(demo: DemoPage) -> None:
    await demo.starts()
    message = await demo.says("Een vraag die al wat langer is dan de knop", JOKE, ["Trek in"])
    key = demo.joke.get_by_role("button", name="Trek in")
    width = await key.evaluate("(key) => key.offsetWidth")
    text = "Sanne is met je vraag bezig, en ook dit is lang"
    edit = {"chat_id": JOKE, "message_id": message["message_id"], "reply_markup": message["reply_markup"]}
    await demo.bot("editMessageText", text=text, **edit)
    await expect(demo.joke.locator(".other .text")).to_have_text(text)
    assert abs(await key.evaluate("(key) => key.offsetWidth") - width) < 60


async def test_an_alert_is_a_dialog_that_escape_closes(demo: DemoPage) -> None:
    await demo.starts()
    await demo.says("Kies", JOKE, ["Knop"])
    await demo.joke.get_by_role("button", name="Knop").click()
    [query] = await demo.heard("callback_query")
    await demo.bot("answerCallbackQuery", callback_query_id=query["id"], text="Let op.", show_alert=True)
    await expect(demo.page.get_by_role("alertdialog")).to_have_text("Let op.Sluit")
    await demo.page.keyboard.press("Escape")
    await expect(demo.page.get_by_role("alertdialog")).to_have_count(0)


async def test_every_entity_covers_its_own_words_also_after_an_emoji(demo: DemoPage) -> None:
    await demo.starts()
    html = (
        "👩‍👩‍👧 🌻 <b>vet <i>en schuin</i></b> <u>lijn</u> <s>weg</s> <code>a&lt;b</code>"
        ' <tg-spoiler>geheim</tg-spoiler> <a href="https://example.org/x">hier</a> <pre>vast</pre>'
        "<blockquote>citaat</blockquote> /help <b>slot</b>"
    )
    await demo.says(html, parse_mode="HTML")
    text = demo.joke.locator(".other .text")
    await expect(text.locator("strong")).to_have_text(["vet en schuin", "slot"])
    wanted = {"strong em": "en schuin", "u": "lijn", "s": "weg", ":scope > code": "a<b", "pre": "vast"}
    for selector, words in {**wanted, "blockquote": "citaat", ".spoiler": "geheim"}.items():
        await expect(text.locator(selector)).to_have_text(words)
    link = text.get_by_role("link", name="hier")
    await expect(link).to_have_attribute("href", "https://example.org/x")
    await expect(link).to_have_attribute("target", "_blank")
    await text.get_by_role("button", name="Verborgen tekst").press("Enter")
    await expect(text.locator(".spoiler")).to_have_class("spoiler shown")
    await text.get_by_role("button", name="/help").click()
    await expect(demo.joke.locator(".own .text").last).to_have_text("/help")


async def test_a_long_quote_unfolds(demo: DemoPage) -> None:
    await demo.starts()
    await demo.says(f"<blockquote expandable>{'een lange regel ' * 30}</blockquote>", parse_mode="HTML")
    more = demo.joke.get_by_role("button", name="Lees verder")
    before = await demo.joke.locator("blockquote").evaluate("(quote) => quote.offsetHeight")
    await more.click()
    after = await demo.joke.locator("blockquote").evaluate("(quote) => quote.offsetHeight")
    assert after > before + 40
    await expect(demo.joke.get_by_role("button", name="Lees minder")).to_be_visible()


async def test_own_words_can_be_changed_and_deleted(demo: DemoPage) -> None:
    await demo.starts()
    field = demo.joke.get_by_role("textbox")
    await field.fill("elke week")
    await field.press("Enter")
    mine = demo.joke.locator(".message.own").last
    await expect(mine).to_contain_text("elke week")
    await mine.hover()
    await mine.get_by_role("button", name="Meer doen met dit bericht").click()
    await demo.page.get_by_role("menuitem", name="Bewerk").click()
    await expect(field).to_have_value("elke week")
    await field.fill("één keer, met Pasen")
    await field.press("Enter")
    await expect(mine.locator(".text")).to_have_text("één keer, met Pasen")
    await expect(mine.locator(".meta")).to_contain_text("bewerkt")
    assert (await demo.heard("edited_message"))[0]["text"] == "één keer, met Pasen"
    await mine.click(button="right")
    await demo.page.get_by_role("menuitem", name="Verwijder").click()
    await expect(demo.joke.locator(".message.own")).to_have_count(1)


async def test_reactions_of_both_sides_are_shown(demo: DemoPage) -> None:
    await demo.starts()
    message = (await demo.heard())[0]
    await demo.bot(
        "setMessageReaction",
        chat_id=JOKE,
        message_id=message["message_id"],
        reaction=[{"type": "emoji", "emoji": "👌"}],
    )
    await expect(demo.joke.locator(".own .reaction")).to_contain_text("👌")
    answer = await demo.says("Goed.")
    await demo.joke.locator(".message.other").click(button="right")
    await demo.page.get_by_role("menuitem", name="Reageer met ❤").click()
    chip = demo.joke.locator(".other .reaction")
    await expect(chip).to_have_attribute("aria-pressed", "true")
    given = await demo.server.act("reactions", {"chat_id": JOKE, "message_id": answer["message_id"]})
    assert [(one["emoji"], one["user_id"]) for one in given] == [("❤", JOKE)]
    await chip.click()
    await expect(chip).to_have_count(0)


async def test_blocking_and_unblocking(demo: DemoPage) -> None:
    await demo.starts()
    await demo.joke.get_by_role("button", name="Meer over dit gesprek").click()
    await demo.page.get_by_role("menuitem", name="Blokkeer de bot").click()
    back = demo.joke.get_by_role("button", name="Haal de blokkade weg")
    await expect(back).to_be_visible()
    assert demo.server.world.people[JOKE].blocked
    await back.click()
    await expect(demo.joke.get_by_role("textbox")).to_be_visible()
    assert not demo.server.world.people[JOKE].blocked
    await expect(demo.page.locator(".toast")).to_have_count(0)


async def test_an_empty_text_field_does_not_scroll(demo: DemoPage) -> None:
    await demo.starts()
    field = demo.joke.get_by_role("textbox")
    await field.fill("a")
    assert await field.evaluate("field => field.scrollHeight - field.clientHeight") == 0


async def test_slash_lists_the_commands_and_arrows_choose(demo: DemoPage) -> None:
    commands = [
        {"command": "agenda", "description": "Bijeenkomsten"},
        {"command": "help", "description": "Zo werkt het"},
    ]
    await demo.bot("setMyCommands", commands=commands, scope={"type": "all_private_chats"}, language_code="nl")
    await demo.starts()
    field = demo.joke.get_by_role("textbox")
    await field.press_sequentially("/")
    options = demo.joke.get_by_role("option")
    await expect(options).to_have_text(["/agendaBijeenkomsten", "/helpZo werkt het"])
    await field.press_sequentially("h")
    await expect(options).to_have_count(1)
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(demo.joke.locator(".own .text").last).to_have_text("/help")
    await demo.joke.get_by_role("button", name="Menu met opdrachten").click()
    await options.first.click()
    await expect(demo.joke.locator(".own .text").last).to_have_text("/agenda")


async def test_the_name_of_the_bot_shows_answers_to_send_and_share_begins_that(demo: DemoPage) -> None:
    await demo.starts()
    share = {"inline_keyboard": [[{"text": "Deel", "switch_inline_query": "vog"}]]}
    await demo.bot("sendMessage", chat_id=JOKE, text="Over de VOG", reply_markup=share)
    await demo.joke.get_by_role("button", name="Deel").click()
    field = demo.joke.get_by_role("textbox")
    await expect(field).to_have_value(f"@{demo.server.world.bot['username']} vog")
    (query,) = await demo.heard("inline_query")
    assert query["query"] == "vog"
    result = {
        "type": "article",
        "id": "1",
        "title": "Een gratis VOG",
        "description": "Vraag hem aan.",
        "input_message_content": {"message_text": "Zo vraag je hem aan."},
    }
    await demo.bot("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await demo.joke.get_by_role("option", name="Een gratis VOG").click()
    await expect(demo.joke.locator(".own .text").last).to_have_text("Zo vraag je hem aan.")
    await expect(field).to_have_value("")


async def test_a_link_to_our_own_bot_stays_on_the_page(demo: DemoPage) -> None:
    await demo.starts()
    markup = {"inline_keyboard": [[{"text": "Naar de vraag", "url": "https://t.me/OmzienHelpdeskBot?start=e214"}]]}
    await demo.bot("sendMessage", chat_id=JOKE, text="Kijk", reply_markup=markup)
    await demo.joke.get_by_role("link", name="Naar de vraag").click()
    await expect(demo.joke.locator(".own .text").last).to_have_text("/start e214")
    assert len(demo.page.context.pages) == 1
