"""The staff group changes its form, or someone deletes what the bot made there: tickets keep a place."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.demo.actors import Group, Message, labels, words
from storage.desk import Ticket
from storage.outbox import OutboxRow
from tests.desk.scenes import FORUM, PLACES, PLAIN, SUBJECT, Desk, answered, ask, at_card, claimed, press, quiet
from tests.stage import Stage

BUS = "kan ik bij jullie een busje lenen voor een uitje"


async def switch_topics(stage: Stage, on: bool) -> None:
    """Someone switches the topics of the group on or off, and writes something."""
    await stage.group.backend.act("forum", {"chat_id": stage.group.chat_id, "on": on})
    await stage.ellen.says("zo, dat is geregeld")


async def delete_topic(stage: Stage, desk: Desk) -> None:
    thread = desk.card["message_thread_id"]
    params = {"as": stage.ellen.id, "chat_id": stage.group.chat_id, "message_thread_id": thread}
    await stage.group.backend.act("topic_delete", params)


async def new_card(stage: Stage, part: str, after: Message, button: str) -> Desk:
    card = await stage.sanne.waits_for(part, after=after, button=button)
    thread = card.get("message_thread_id")
    return Desk(card, stage.sanne.at(stage.group, thread), stage.karim.at(stage.group, thread))


@pytest.mark.parametrize(
    "stage_options", [{"forum": "no", "limits.messages_per_group_minute": "10000"}], indirect=True, ids=["plain"]
)
async def test_a_plain_group_becomes_a_forum_without_a_restart(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    other = await ask(stage, stage.fatma, BUS)
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await stage.sanne.waits_for("zaterdag 5 juni")
    moved = await stage.group.backend.act("migrate", {"chat_id": stage.group.chat_id, "is_forum": True})
    group = moved["id"]
    sanne = stage.sanne.at(group)
    topic = await Group(stage.group.backend, group).waits_for_topic(SUBJECT)
    bus = await Group(stage.group.backend, group).waits_for_topic("busje")
    assert topic["name"] == f"Sanne · {SUBJECT}" and bus["name"].startswith("Nieuw · ")
    there = sanne.topic(topic["message_thread_id"])
    card = await there.waits_for("Sanne heeft deze", button="Klaar")
    recalled = words(await there.waits_for("Eerder bij deze vraag:"))
    assert "Sanne: Vaak wel. Bel je gemeente." in recalled and "Joke: het gaat om zaterdag 5 juni" in recalled
    assert recalled.index("Vaak wel") < recalled.index("zaterdag")
    await there.replies(card, "Dan is het 8 weken vooraf.")
    await stage.joke.waits_for("Dan is het 8 weken vooraf.")
    assert card["chat"]["id"] == group != desk.card["chat"]["id"] == other.card["chat"]["id"]


@FORUM
async def test_topics_switched_off_and_on_again(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await switch_topics(stage, on=False)
    card = await stage.sanne.waits_for("Sanne heeft deze", after=desk.card, button="Klaar")
    assert not card.get("is_topic_message")
    pointer = await stage.sanne.waits_for("Vraag 1 staat nu hier.")
    assert pointer["message_id"] == desk.card["message_id"] and labels(pointer) == []
    await stage.sanne.replies(card, "Vaak wel.")
    await stage.joke.waits_for("Vaak wel.")
    await stage.joke.says("en moet dat schriftelijk")
    await stage.sanne.waits_for("Joke · vraag 1\nen moet dat schriftelijk")
    bus = await ask(stage, stage.fatma, BUS)
    assert not await _is_topic(stage, "busje")
    await switch_topics(stage, on=True)
    topic = await stage.group.waits_for_topic("busje")
    there = await new_card(stage, BUS, bus.card, "Ik pak dit op")
    assert there.card["message_thread_id"] == topic["message_thread_id"]
    await stage.sanne.waits_for("Vraag 2 staat nu hier.")


async def _is_topic(stage: Stage, part: str) -> bool:
    return any(part in topic["name"] for topic in await stage.group.topics())


@FORUM
async def test_a_button_of_an_old_card_goes_on_working_until_it_is_changed(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    await switch_topics(stage, on=False)
    await stage.sanne.waits_for(SUBJECT[:10], after=desk.card, button="Ik pak dit op")
    update: dict[str, Any] = {
        "id": "77",
        "from": {"id": stage.karim.id, "is_bot": False, "first_name": "Karim"},
        "chat_instance": "1",
        "message": desk.card,
        "data": desk.card["reply_markup"]["inline_keyboard"][0][0]["callback_data"],
    }
    stage.server.world.updates.add("callback_query", update, stage.group.chat_id)
    await stage.sanne.waits_for("Karim heeft deze", after=desk.card, button="Klaar")


@FORUM
async def test_a_deleted_topic_comes_back_with_its_card_and_what_was_said_before(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await delete_topic(stage, desk)
    await stage.joke.says("het gaat om zaterdag 5 juni")
    copy = await stage.sanne.waits_for("Joke\nhet gaat om zaterdag 5 juni")
    card = await stage.sanne.waits_for("Sanne heeft deze", button="Klaar")
    recalled = await stage.sanne.waits_for("Eerder bij deze vraag:")
    assert "Vaak wel. Bel je gemeente." in words(recalled)
    assert len({m["message_thread_id"] for m in (copy, card, recalled)}) == 1
    assert card["message_id"] < copy["message_id"]
    topics = await stage.group.topics()
    assert [t["name"] for t in topics] == [f"Sanne · {SUBJECT}"]
    await quiet(stage)
    assert len([m for m in await stage.sanne.messages() if "Sanne heeft deze" in words(m)]) == 1


@FORUM
async def test_a_deleted_topic_is_found_out_when_only_its_name_is_to_change(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await delete_topic(stage, desk)
    await stage.joke.presses("Trek vraag in")
    await stage.joke.waits_for("ingetrokken")
    await quiet(stage)
    assert await stage.group.topics() == []  # nobody needs it any more
    await stage.joke.presses("Toch stellen")
    card = await stage.sanne.waits_for("Vraag 1", button="Ik pak dit op")
    topics = await stage.group.topics()
    assert [t["message_thread_id"] for t in topics] == [card["message_thread_id"]]


@PLAIN
async def test_a_deleted_card_is_made_again_when_a_message_has_nothing_to_reply_to(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.ellen.deletes(desk.card)
    await stage.joke.says("het gaat om zaterdag 5 juni")
    await stage.sanne.waits_for("Joke · vraag 1\nhet gaat om zaterdag 5 juni")
    card = await stage.sanne.waits_for("Sanne heeft deze", after=desk.card, button="Klaar")
    await stage.sanne.replies(card, "Vaak wel.")
    await stage.joke.waits_for("Vaak wel.")


@PLACES
async def test_names_with_html_and_control_characters(stage: Stage) -> None:
    odd = stage.server.person("<b>Jo\u202eke\u0000</b> & \n\t<i>")
    desk = await ask(stage, odd)
    assert "Joke" in words(desk.card).replace("<b>", "").replace("</b>", "")
    assert "\u202e" not in words(desk.card) and "\u0000" not in words(desk.card)
    await at_card(stage, SUBJECT[:10])


@PLAIN
async def test_a_question_closed_before_the_group_moved_changes_nothing_of_others_there(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    await press(desk.sanne, "Klaar")
    await stage.joke.waits_for("afgerond", button="😊 Goed")
    moved = await stage.group.backend.act("migrate", {"chat_id": stage.group.chat_id, "is_forum": True})
    stage.group = Group(stage.group.backend, moved["id"])
    stage.sanne = stage.sanne.at(stage.group)
    await ask(stage, stage.fatma, BUS)
    await stage.joke.presses("😊 Goed")
    await stage.joke.waits_for("Je vond de hulp goed.")
    await quiet(stage)
    assert not [m for m in await stage.group.messages() if "Vraag 1" in words(m)]
    # Messages have other numbers here: an edit of the old card would change whatever has its number by now.
    assert await stage.helpdesk.db.read(_edits_of_first_card, stage.group.chat_id) == 0
    more = await stage.joke.says("en moet dat schriftelijk", reply_to=await stage.joke.waits_for("Vaak wel."))
    await stage.joke.waits_for("", after=more)
    topic = await stage.group.waits_for_topic(SUBJECT)
    copy = await stage.sanne.waits_for("en moet dat schriftelijk")
    assert copy["message_thread_id"] == topic["message_thread_id"]
    loose = [m for m in await stage.group.messages() if not m.get("message_thread_id")]
    assert not [m for m in loose if "raag 1" in words(m) or "schriftelijk" in words(m)]


def _edits_of_first_card(session: Session, chat_id: int) -> int:
    card = session.get_one(Ticket, 1).card_id
    edits = select(func.count()).where(OutboxRow.chat_id == chat_id, OutboxRow.target_id == card)
    return session.execute(edits).scalar() or 0
