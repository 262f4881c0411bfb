"""In the group of an initiative (conversation 14): short, only when sure, silent unless it is meant."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.actors import Group, Message, Person, labels, words
from storage.inbox import InboxUpdate
from storage.knowledge import Asked
from storage.outbox import OutboxRow
from storage.people import Member
from tests.desk.scenes import all_handled
from tests.stage import Stage

SURE = "hebben wij een vog nodig voor vrijwilligers"
UNSURE = "wat doen we met die ruzie van gisteren"
HELLO = "Typ /vraag en je vraag."


async def neighbours(stage: Stage, bot: str = "member", **fields: Any) -> tuple[Person, Group]:
    """A group of an initiative with Joke in it, where the bot was just brought in."""
    fields = {"is_forum": False, **fields}
    group = stage.server.group("Buurttuin", members=[stage.joke], bot="left", **fields)
    await group.member(int(stage.server.world.bot["id"]), bot)
    joke = stage.joke.at(group)
    await joke.waits_for(HELLO)
    return joke, group


def url(message: Message) -> str:
    return str(message["reply_markup"]["inline_keyboard"][0][0]["url"])


async def settled(stage: Stage) -> None:
    """Everything that came in was handled, and what was said is sent."""
    await stage.fatma.says("/start")
    await stage.fatma.waits_for("Hallo")
    await all_handled(stage)


async def test_it_says_once_what_it_is_when_it_comes_in(stage: Stage) -> None:
    joke, group = await neighbours(stage)
    await group.member(int(stage.server.world.bot["id"]), "administrator")
    await settled(stage)
    hellos = [m for m in await joke.messages() if HELLO in words(m)]
    assert [m["text"] for m in hellos] == [
        "Hallo. Ik ben een bot, een computerprogramma.\n"
        "Een vraag over jullie initiatief? Typ /vraag en je vraag.\n"
        "Ik zie alleen berichten die voor mij zijn. De rest lees ik niet."
    ]


async def test_a_sure_question_gets_three_sentences_in_reply(stage: Stage) -> None:
    joke, _ = await neighbours(stage)
    asked = await joke.says(f"/vraag {SURE}")
    answer = await joke.waits_for("VOG", after=asked)
    entry = next(e for e in stage.helpdesk.knowledge.index.entries if e.question == words(answer).split("\n")[0])
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert len(words(answer)) < 460
    assert labels(answer) == ["Lees verder"]
    assert url(answer) == f"https://t.me/{stage.helpdesk.services.bot_username}?start=lees_{entry.id}"
    await stage.joke.says(f"/start lees_{entry.id}")
    whole = await stage.joke.waits_for("Dit is het hele antwoord:")
    assert entry.question in words(whole)


@pytest.mark.parametrize("form", ["/vraag {}", "/vraag@{bot} {}", "@{bot} {}", "weet jij het @{bot}: {}"])
async def test_an_unsure_question_leads_to_the_own_chat(stage: Stage, form: str) -> None:
    joke, _ = await neighbours(stage)
    await joke.says(form.format(UNSURE, bot=stage.helpdesk.services.bot_username))
    answer = await joke.waits_for("Dat weet ik niet zeker. In ons eigen gesprek kan een mens meekijken.")
    assert labels(answer) == ["Verder met de bot"]


async def test_a_reply_to_the_bot_is_for_the_bot_but_thanks_need_no_answer(stage: Stage) -> None:
    joke, _ = await neighbours(stage)
    asked = await joke.says(f"/vraag {SURE}")
    answer = await joke.waits_for("VOG", after=asked)
    await joke.replies(answer, "bedankt")
    again = await joke.replies(answer, UNSURE)
    found = await joke.waits_for("Dat weet ik niet zeker.", after=again)
    assert found["reply_to_message"]["message_id"] == again["message_id"]
    await settled(stage)
    assert len([m for m in await joke.messages() if m["from"]["is_bot"] and "text" in m]) == 3


@pytest.mark.parametrize("said", ["/vraag", "/vraag@{bot}", "@{bot}", "@{bot} hoi"])
async def test_without_a_question_it_explains(stage: Stage, said: str) -> None:
    joke, _ = await neighbours(stage)
    await joke.says(said.format(bot=stage.helpdesk.services.bot_username))
    await joke.waits_for("Typ /vraag en je vraag, in één bericht.")


@pytest.mark.parametrize("command", ["/start", "/help"])
async def test_start_and_help_are_one_line(stage: Stage, command: str) -> None:
    joke, _ = await neighbours(stage)
    await joke.says(command)
    answer = await joke.waits_for("Alles wat ik verder kan, kan in ons eigen gesprek.")
    assert labels(answer) == ["Verder met de bot"]


async def test_as_administrator_it_lets_pass_what_is_not_for_it_and_keeps_nobody(stage: Stage) -> None:
    joke, _ = await neighbours(stage, "administrator")
    said = [
        f"{SURE}?",
        "ik vind dit een leuke bot",
        "/agenda",
        "/mijnvragen",
        "/wachtrij",
        "mens",
        "stop",
        "/vraag@anderebot x",
    ]
    first = await joke.says(said[0])
    for text in said[1:]:
        await joke.says(text)
    await joke.edits(first, f"@{stage.helpdesk.services.bot_username} {SURE}")
    await joke.sends("photo", b"foto", caption="kijk dit")
    await settled(stage)
    assert [words(m) for m in await joke.messages() if m["from"]["is_bot"] and "text" in m] == [
        words(await joke.waits_for(HELLO))
    ]
    read = stage.helpdesk.db.read
    assert await read(lambda s: s.query(Asked).count()) == 0
    assert await read(lambda s: s.get(Member, stage.joke.id)) is None
    assert await read(lambda s: [u.raw for u in s.query(InboxUpdate) if u.raw]) == []


async def test_a_question_in_a_group_is_kept_without_a_name(stage: Stage) -> None:
    joke, _ = await neighbours(stage)
    await joke.says(f"/vraag {SURE}")
    await joke.waits_for("VOG")
    kept = await stage.helpdesk.db.read(lambda s: [(a.text, a.member_id) for a in s.query(Asked)])
    assert kept == [(SURE, None)]
    assert await stage.helpdesk.db.read(lambda s: s.query(Member).count()) == 0


async def test_in_a_forum_it_answers_in_the_topic_and_takes_no_topic_for_a_reply(stage: Stage) -> None:
    joke, group = await neighbours(stage, "administrator", is_forum=True)
    made = await stage.server.act("topic_create", {"as": joke.id, "chat_id": group.chat_id, "name": "Koken"})
    there = joke.topic(made["message_thread_id"])
    await there.says("gewoon een bericht in het onderwerp")
    asked = await there.says(f"/vraag {SURE}")
    answer = await there.waits_for("VOG")
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert len([m for m in await there.messages() if m["from"]["is_bot"]]) == 1


async def test_an_english_question_in_a_group_is_answered_in_english(stage: Stage) -> None:
    joke, _ = await neighbours(stage)
    await joke.says("/ask what shall we do about the fight of yesterday")
    await joke.waits_for("I am not sure about that.", button="Go on with the bot")


async def test_an_anonymous_administrator_and_a_channel_are_answered_and_not_written_down(stage: Stage) -> None:
    joke, group = await neighbours(stage)
    world = stage.server.world
    for number, (user, chat) in enumerate(
        [
            (
                {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
                group.chat_id,
            ),
            ({"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}, -1009999),
        ]
    ):
        kind = (
            world.chats[group.chat_id].info if chat == group.chat_id else {"id": chat, "type": "channel", "title": "K"}
        )
        text = f"/vraag {UNSURE}"
        message = {
            "message_id": 900 + number,
            "from": user,
            "sender_chat": kind,
            "chat": world.chats[group.chat_id].info,
            "date": 1,
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        }
        world.updates.add("message", message, group.chat_id)
    await joke.until(lambda seen: len([m for m in seen if "niet zeker" in words(m)]) == 2 or None, "both are answered")
    assert await stage.helpdesk.db.read(lambda s: s.query(Member).count()) == 0


async def test_in_the_staff_group_the_desk_rules_hold(stage: Stage) -> None:
    await stage.sanne.says(f"/vraag {SURE}")
    await stage.sanne.says(f"@{stage.helpdesk.services.bot_username} {SURE}")
    await settled(stage)
    assert not [m for m in await stage.group.messages() if "VOG" in words(m) and m["from"]["is_bot"]]


async def test_out_of_the_group_nothing_breaks(stage: Stage) -> None:
    joke, group = await neighbours(stage)
    bot = int(stage.server.world.bot["id"])
    await joke.says(f"/vraag {UNSURE}")
    await group.member(bot, "kicked")
    await settled(stage)
    rows = await stage.helpdesk.db.read(lambda s: [r.state for r in s.query(OutboxRow) if r.chat_id == group.chat_id])
    assert set(rows) <= {"sent", "dead"}
    await group.member(bot, "member")
    hellos = await joke.until(
        lambda seen: [m for m in seen if HELLO in words(m)][1:] or None, "it says again what it is"
    )
    assert len(hellos) == 1


async def test_privacy_mode_off_is_said_in_the_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.server.world.reads_all = True
    await stage.restart()
    assert "privacy mode is off" in caplog.text
    assert "inline mode is off" not in caplog.text


async def test_words_of_crisis_get_the_numbers_in_a_group_too(stage: Stage) -> None:
    here, _ = await neighbours(stage)
    asked = await here.says("/vraag mijn buurvrouw wordt geslagen door haar man")
    reply = await here.waits_for("Veilig Thuis, 0800-2000", after=asked)
    assert labels(reply) == ["Verder met de bot"] and "mens van de helpdesk" not in words(reply)
