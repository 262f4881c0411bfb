"""What is under [ Meer ]: hand over, later, wait for the asker, close with a reason; and what goes back by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.actors import Message, labels, words
from bot.desk.states import State
from bot.desk.ticket import REASONS
from tests.desk.scenes import FORUM, PLACES, SUBJECT, Desk, answered, ask, claimed, heard, press, quiet, toasts, topic
from tests.stage import Stage
from tests.waiting import until


async def menu(desk: Desk, label: str) -> None:
    """Sanne presses a button of the menu."""
    await press(desk.sanne, "Meer")
    await press(desk.sanne, label)


async def old_press(stage: Stage, desk: Desk, message: Message, label: str, update_id: int) -> None:
    """Sanne's phone still shows a button that is gone by now."""
    buttons = [b for row in message["reply_markup"]["inline_keyboard"] for b in row]
    query = {
        "id": stage.server.world.new_callback(desk.sanne.id),
        "from": {"id": desk.sanne.id, "is_bot": False, "first_name": "Sanne"},
        "chat_instance": "1",
        "message": message,
        "data": next(b["callback_data"] for b in buttons if b["text"] == label),
    }
    await stage.group.backend.act("update", {"update": {"update_id": update_id, "callback_query": query}})


async def known(desk: Desk) -> None:
    """Karim is someone the bot has seen."""
    await desk.karim.says("ik ben er ook")


@PLACES
async def test_handed_over_a_colleague_hears_it_and_takes_it(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await known(desk)
    await menu(desk, "Overdragen")
    asked = await desk.sanne.waits_for("Aan wie geef je deze vraag?")
    assert labels(asked) == ["Karim", "Terug"]
    await desk.sanne.presses("Karim")
    await desk.karim.waits_for("Vraag 1 · Karim heeft deze · van Sanne")
    told = await desk.karim.waits_for("Karim, Sanne geeft deze vraag aan jou.", button="Kan niet")
    mention = next(e for e in told["entities"] if e["type"] == "text_mention")
    assert mention["user"]["id"] == stage.karim.id
    await stage.joke.waits_for("Karim van de helpdesk is met je vraag bezig.")
    if stage.forum:
        await topic(stage, f"Karim · {SUBJECT}", closed=False)
    seen = toasts(stage)
    await desk.sanne.presses("Prima", on=told)
    await desk.karim.presses("Prima", on=told)
    await desk.karim.waits_for("Karim pakt deze vraag op.")
    await heard(seen, "Deze knop is voor Karim.")


@FORUM
async def test_who_cannot_take_it_makes_it_free(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await known(desk)
    await menu(desk, "Overdragen")
    await press(desk.sanne, "Karim")
    told = await desk.karim.waits_for("Sanne geeft deze vraag aan jou.", button="Kan niet")
    await desk.karim.presses("Kan niet", on=told)
    await desk.karim.waits_for("Karim kan niet. De vraag is weer vrij.")
    await desk.sanne.waits_for("Vraag 1 · vrij · teruggegeven door Karim", button="Ik pak dit op")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")


@FORUM
async def test_taken_over_the_one_who_had_it_hears_it(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await known(desk)
    await press(desk.karim, "Meer")
    await press(desk.karim, "Overdragen")
    await press(desk.karim, "Karim")
    told = await desk.sanne.waits_for("Sanne, Karim neemt deze vraag over.")
    assert not labels(told)
    await desk.sanne.waits_for("Vraag 1 · Karim heeft deze · van Sanne")


@FORUM
async def test_whoever_left_the_group_gets_nothing(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await known(desk)
    await menu(desk, "Overdragen")
    asked = await desk.sanne.waits_for("Aan wie geef je deze vraag?", button="Karim")
    await stage.group.member(stage.karim, "left")
    seen = toasts(stage)
    await desk.sanne.presses("Karim", on=asked)
    await desk.sanne.waits_for("Ik ken nog geen collega's.")
    await heard(seen, "Deze collega is niet meer in de groep.")


@PLACES
async def test_put_off_it_sleeps_and_wakes_with_a_notice(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await menu(desk, "Later")
    asked = await desk.sanne.waits_for("Tot wanneer?")
    assert labels(asked) == ["Over 2 uur", "Morgen 9.00 uur", "ma 7 december", "Andere dag", "Terug"]
    await desk.sanne.presses("Morgen 9.00 uur")
    card = await desk.sanne.waits_for("Vraag 1 · later · Sanne, vr 4 december, 9.00 uur", button="Nu weer")
    assert labels(card)[:2] == ["Nu weer", "Klaar"]
    await stage.joke.waits_for("Sanne van de helpdesk heeft je vraag. Je hoort er later meer over.")
    if stage.forum:
        await topic(stage, f"Later · {SUBJECT}", closed=False)
    stage.set_clock(datetime(2026, 12, 4, 7, 59, tzinfo=UTC))
    await quiet(stage)
    stage.set_clock(datetime(2026, 12, 4, 8, 0, tzinfo=UTC))
    await desk.sanne.until(lambda m: _says(m, "Sanne, het is tijd voor deze vraag."), "the notice")
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Teruggeven")
    await stage.joke.waits_for("Sanne van de helpdesk is met je vraag bezig.")


@FORUM
async def test_it_wakes_when_the_asker_writes(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await menu(desk, "Later")
    await press(desk.sanne, "Over 2 uur")
    await desk.sanne.waits_for("Vraag 1 · later", button="Nu weer")
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await desk.sanne.waits_for("Sanne, Joke schreef iets. Deze vraag is weer wakker.")
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze")


@FORUM
async def test_other_days_and_not_after_all(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    await menu(desk, "Later")
    await press(desk.sanne, "Andere dag")
    days = await desk.sanne.waits_for("Tot wanneer?", button="wo 9 december")
    found = ["ma 7 december", "di 8 december", "wo 9 december", "do 10 december", "vr 11 december", "Terug"]
    assert labels(days) == found
    await desk.sanne.presses("wo 9 december")
    await desk.sanne.waits_for("Vraag 1 · later · Sanne, wo 9 december, 9.00 uur", button="Nu weer")
    stage.set_clock(datetime(2026, 12, 8, 9, tzinfo=UTC))
    await desk.sanne.presses("Nu weer")
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Teruggeven")
    await menu(desk, "Later")
    old = await desk.sanne.waits_for("Tot wanneer?", button="Over 2 uur")
    stage.forward(timedelta(hours=3))
    seen = toasts(stage)
    await desk.sanne.presses("Over 2 uur", on=old)
    await desk.sanne.waits_for("Tot wanneer?", button="Andere dag")
    await heard(seen, "Die tijd is voorbij. Kies opnieuw.")


@PLACES
async def test_waiting_for_the_asker(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke, "Welke straat is het?")
    await menu(desk, "Wacht op vrager")
    await desk.sanne.waits_for("Vraag 1 · Sanne wacht op Joke")
    await stage.joke.waits_for("Sanne van de helpdesk wacht op jouw antwoord.")
    if stage.forum:
        await topic(stage, "Sanne wacht · straat afsluiten…", closed=False)
    await stage.joke.says("de kerkstraat")
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze")
    await stage.joke.waits_for("Sanne van de helpdesk is met je vraag bezig.")


@FORUM
async def test_nobody_waits_for_who_got_nothing_yet(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await press(desk.sanne, "Meer")
    shown = await desk.sanne.waits_for("Vraag 1", button="Overdragen")
    assert "Wacht op vrager" not in labels(shown)
    await desk.sanne.presses("Terug")
    await desk.sanne.waits_for("Vraag 1", button="Teruggeven")


@FORUM
@pytest.mark.parametrize("reason", REASONS)
async def test_closed_for_a_reason_the_asker_hears_it_but_not_that_it_is_rubbish(stage: Stage, reason: str) -> None:
    labels_of = {"elsewhere": "Al beantwoord", "spam": "Rommel", "duplicate": "Dubbel", "unneeded": "Niet meer nodig"}
    told = {"elsewhere": "op een andere plek", "duplicate": "Je vroeg dit al eerder.", "unneeded": "niet meer nodig"}
    desk = await ask(stage, stage.joke)
    await menu(desk, "Sluit met reden")
    await press(desk.sanne, labels_of[reason])
    await desk.sanne.waits_for("Vraag 1 · klaar · Sanne", button="Heropen")
    await topic(stage, f"Klaar · {SUBJECT}", closed=True)
    if reason in told:
        await stage.joke.waits_for(told[reason], button="Ik heb nog iets")
    else:
        await quiet(stage)
        assert not [m for m in await stage.joke.messages() if "heeft je vraag afgerond" in words(m)]


@PLACES
async def test_left_alone_it_goes_back_to_the_queue(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    stage.forward(timedelta(hours=5))
    await desk.sanne.says("ik zoek het nog uit")
    await desk.sanne.waits_for("Dit bericht bleef onder ons.")
    stage.set_clock(datetime(2026, 12, 4, 11, 55, tzinfo=UTC))  # just under six staffed hours after that
    await quiet(stage)
    await desk.sanne.waits_for("Vraag 1 · Sanne heeft deze")
    stage.set_clock(datetime(2026, 12, 4, 12, 5, tzinfo=UTC))
    notice = "Sanne, deze vraag is weer vrij. Er gebeurde 6 uur niets."
    told = await desk.sanne.until(lambda m: _says(m, notice), "the notice")
    assert labels(told) == ["Ik pak dit op"]
    await desk.karim.waits_for("Vraag 1 · vrij · teruggegeven door Sanne")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.")
    await desk.karim.presses("Ik pak dit op", on=told)
    await desk.karim.waits_for("Vraag 1 · Karim heeft deze")


@FORUM
async def test_what_is_over_cannot_be_changed_from_an_old_menu(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await press(desk.sanne, "Meer")
    old = await desk.sanne.waits_for("Vraag 1", button="Overdragen")
    await stage.joke.presses("Trek vraag in")
    await desk.sanne.waits_for("ingetrokken door Joke")
    seen = toasts(stage)
    for number, label in enumerate(("Overdragen", "Later", "Sluit met reden")):
        await old_press(stage, desk, old, label, 900_000 + number)
    await quiet(stage)
    await quiet(stage)
    assert seen == ["Joke trok deze vraag in."] * 3
    assert labels(await desk.sanne.waits_for("ingetrokken door Joke")) == []


@FORUM
async def test_the_topics_icon_follows_the_ticket(stage: Stage) -> None:
    icons = stage.helpdesk.services.topic_icons
    desk, _ = await answered(stage, stage.joke)

    async def shows(emoji: str) -> None:
        topics = stage.server.world.chats[stage.group.chat_id].topics.values
        await until(lambda: icons[emoji] in {t.icon_custom_emoji_id for t in topics()}, f"no topic shows {emoji}")

    await shows("📝")
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await shows("🔎")
    await menu(desk, "Later")
    await press(desk.sanne, "Over 2 uur")
    await shows("📆")
    await press(desk.sanne, "Klaar")
    await shows("✅")


def _says(messages: list[dict[str, object]], part: str) -> dict[str, object] | None:
    return next((m for m in messages if part in words(m)), None)


def test_every_state_has_an_icon() -> None:
    from handlers.desk.topic_icons import ICONS

    assert set(ICONS) == set(State)
