"""What the network and Telegram do to a message, and what becomes of it."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.telegram import rows
from bot.telegram import sender as sender_module
from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed, Kind
from bot.telegram.outcomes import Outcomes, Result
from bot.telegram.rows import Done
from storage import outbox, sending
from storage.outbox import Body, Draft, OutboxRow, Priority
from storage.people import Member
from storage.topics import Topic
from tests.storage.gate import Gate
from tests.telegram.edge import Edge, message, reminder


async def test_messages_of_one_chat_arrive_in_order_although_calls_fail_and_differ_in_time(edge: Edge) -> None:
    joke, fatma = edge.person("Joke"), edge.person("Fatma")
    edge.server.faults.add("delay", method="sendMessage", count=25, seconds=0.0, jitter=0.03)
    edge.server.faults.add("reset", method="sendMessage", count=3)
    wanted = [f"Bericht {n}" for n in range(20)]
    for text in wanted:
        await edge.put(message(joke, text), message(fatma, text))
    await edge.all_sent()
    assert await edge.texts(joke) == wanted
    assert await edge.texts(fatma) == wanted


async def test_what_never_reached_telegram_goes_again_and_counts_as_single(edge: Edge) -> None:
    joke, port = edge.person(), edge.server.url.rpartition(":")[2]
    edge.api.base = f"http://127.0.0.1:1/bot{edge.server.token}"  # nobody listens there
    draft = message(joke)
    await edge.put(draft)
    await edge.until(lambda rows: rows[0].attempts >= 2)
    edge.api.base = f"http://127.0.0.1:{port}/bot{edge.server.token}"
    [row] = await edge.all_sent()
    assert not row.repeated and row.error is None
    assert await edge.texts(joke) == ["Dag"]


@pytest.mark.parametrize("kind", ["bad_gateway", "reset", "hang"])
async def test_an_answer_that_perhaps_arrived_goes_again_and_is_flagged(
    edge: Edge, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TelegramApi.call, "__defaults__", (0.2,))
    joke = edge.person()
    edge.server.faults.add(kind, method="sendMessage", accepted=True, seconds=0.6)
    await edge.put(message(joke))
    [row] = await edge.all_sent()
    assert row.repeated and row.attempts == 2
    assert await edge.texts(joke) == ["Dag", "Dag"]


async def test_a_reminder_that_perhaps_arrived_goes_again_once(edge: Edge) -> None:
    joke = edge.person()
    edge.server.faults.add("bad_gateway", method="sendMessage", accepted=True, count=0)
    draft = reminder(joke, purpose="other")
    await edge.put(draft)
    [row] = await edge.until(lambda rows: rows[0].state == outbox.DEAD)
    assert row.repeated and "twice without an answer" in (row.error or "")
    assert await edge.texts(joke) == ["Denk je eraan?"] * 2
    assert edge.heard.ends == [(draft.id, "dead", False)]


async def test_an_edit_that_perhaps_arrived_is_done_again_without_a_flag(edge: Edge) -> None:
    joke = edge.person()
    said = message(joke)
    await edge.put(said)
    await edge.all_sent()
    edge.server.faults.add("bad_gateway", method="editMessageText", accepted=True)
    await edge.put(Draft(joke.chat_id, "editMessageText", {"text": "Dag Joke"}, target_id=said.id))
    _, edit = await edge.all_sent()
    assert not edit.repeated
    assert await edge.texts(joke) == ["Dag Joke"]


async def test_after_a_429_all_wait_and_there_is_no_second_one(edge: Edge) -> None:
    people = [edge.person(f"P{n}") for n in range(30)]
    edge.server.faults.add("flood", method="sendMessage", retry_after=1)
    before = time.monotonic()
    await edge.put(*(message(p) for p in people))
    rows = await edge.all_sent()
    sent = sorted(s.at for s in edge.server.world.ledger.sent)
    assert edge.server.world.ledger.errors == {429: 1}
    assert len(sent) == 30 and not any(r.repeated for r in rows)
    # Those already on their way arrive at once; from then on nothing for exactly that second.
    late = [at for at in sent if at - before > 0.5]
    assert len(late) >= 22
    assert min(late) - before >= 1.0


async def test_what_was_claimed_when_a_429_came_in_waits_too(edge: Edge) -> None:
    joke = edge.person()
    await edge.put_asleep(message(joke))
    async with Gate(edge.db):
        edge.sender.wake()
        await asyncio.sleep(0.1)  # it has chosen the row, and waits for the commit of its mark
        edge.sender.pacer.flood(0.7, time.monotonic())
        flood = time.monotonic()
    [row] = await edge.all_sent()
    assert edge.server.world.ledger.sent[-1].at - flood >= 0.69
    assert row.attempts == 2 and not row.repeated


async def test_who_blocked_the_bot_gets_answers_when_back_and_no_broadcasts(edge: Edge) -> None:
    joke = edge.person()
    await edge.db.write(_member, joke.id)
    await joke.blocks()
    kept, lost = message(joke, "Het antwoord", purpose="answer"), message(joke, "Terloops", purpose="other")
    news = message(joke, "Nieuws", priority=Priority.BROADCAST)
    await edge.put(kept, lost, news)
    done = {outbox.HELD, outbox.DEAD, outbox.CANCELLED}
    await edge.until(lambda rows: all(r.state in done for r in rows))
    assert [(await edge.row(d)).state for d in (kept, lost, news)] == [outbox.HELD, outbox.DEAD, outbox.CANCELLED]
    assert await edge.db.read(lambda s: s.get_one(Member, joke.id).state) == "blocked"
    assert edge.heard.ends == [(kept.id, "blocked", False), (lost.id, "blocked", False)]

    await joke.unblocks()
    await edge.db.write(outbox.release_held, joke.id)
    await edge.until(lambda rows: rows[0].state == outbox.SENT)
    assert await edge.texts(joke) == ["Het antwoord"]


async def test_who_left_telegram_is_not_waited_for(edge: Edge) -> None:
    joke = edge.person()
    await edge.db.write(_member, joke.id)
    await edge.server.act("user_deactivate", {"as": joke.id})
    draft = message(joke, purpose="answer")
    await edge.put(draft)
    [row] = await edge.until(lambda rows: rows[0].state == outbox.DEAD)
    assert "deactivated" in (row.error or "")
    assert await edge.db.read(lambda s: s.get_one(Member, joke.id).state) == "deactivated"


@pytest.mark.parametrize("known", [True, False])
async def test_a_group_that_became_a_supergroup_is_followed(edge: Edge, known: bool) -> None:
    """`known`: the sender heard what was said; otherwise it reads the rows from the database."""
    sanne = edge.person("Sanne")
    group = edge.server.group("Helpdesk", is_forum=False, kind="group", members=[sanne])
    moved = await edge.server.act("migrate", {"chat_id": group.chat_id, "as": sanne.id})
    new = next(
        c for c in edge.server.world.chats.values() if c.id not in (group.chat_id, sanne.id) and not c.is_private
    )
    assert moved is not None
    wanted = [f"Vraag {n}" for n in range(6)]
    await (edge.put if known else edge.put_asleep)(*(message(group, text) for text in wanted))
    await edge.all_sent()
    await edge.put(message(new.id, "Daarna"))
    rows = await edge.all_sent()
    got = [m["text"] for m in new.messages.values() if m.get("text")]
    assert sorted(got) == sorted([*wanted, "Daarna"]) and got[-1] == "Daarna"
    assert got[:6] == wanted
    assert edge.moved == {group.chat_id: new.id}
    assert {r.chat_id for r in rows} == {new.id} and not any(r.repeated for r in rows)


@pytest.mark.parametrize(
    ("html", "plain"),
    [("Dag <b>Jo & <i>co</b>", "Dag Jo & co"), ("5 < 6 en <b>7 > 6", "5 < 6 en 7 > 6"), ("Ik <3 je", "Ik <3 je")],
)
async def test_text_that_telegram_cannot_read_goes_as_plain_text(edge: Edge, html: str, plain: str) -> None:
    joke = edge.person()
    await edge.put(message(joke, html))
    await edge.all_sent()
    assert await edge.texts(joke) == [plain]


async def test_a_shared_body_that_telegram_cannot_read_goes_as_plain_text(edge: Edge) -> None:
    joke, fatma = edge.person("Joke"), edge.person("Fatma")
    await edge.db.write(_broadcast, "Kom <b>ook < 12 jaar", [joke.id, fatma.id])
    edge.sender.wake()
    await edge.all_sent()
    assert await edge.texts(joke) == await edge.texts(fatma) == ["Kom ook < 12 jaar"]


async def test_a_deleted_topic_is_made_again_before_its_messages_go(edge: Edge) -> None:
    sanne = edge.person("Sanne")
    group = edge.server.group("Helpdesk", members=[sanne], administrators=[sanne])
    topic = await edge.db.write(_topic, group.chat_id)
    await edge.put(Draft(group.chat_id, "createForumTopic", {"name": "Open: geld"}, topic_id=topic))
    await edge.put(message(group, "De vraag", topic_id=topic))
    await edge.all_sent()
    [old] = await group.topics()
    deleted = {"chat_id": group.chat_id, "message_thread_id": old["message_thread_id"], "as": sanne.id}
    await edge.server.act("topic_delete", deleted)

    await edge.put(message(group, "Eerst", topic_id=topic), message(group, "Daarna", topic_id=topic))
    await edge.all_sent()
    [new] = await group.topics()
    assert new["name"] == "Open: geld" and new["message_thread_id"] != old["message_thread_id"]
    there = [m["text"] for m in await sanne.at(group, new["message_thread_id"]).messages() if m.get("text")]
    assert there == ["Eerst", "Daarna"]


async def test_an_edit_that_changes_nothing_counts_as_sent(edge: Edge) -> None:
    joke = edge.person()
    said = message(joke)
    await edge.put(said)
    await edge.all_sent()
    edit = Draft(joke.chat_id, "editMessageText", {"text": "Dag"}, target_id=said.id, purpose="other")
    await edge.put(edit)
    await edge.all_sent()
    assert (await edge.row(edit)).message_id == (await edge.row(said)).message_id
    assert edge.heard.ends == [(edit.id, "sent", True)]


async def test_what_telegram_refuses_for_good_is_a_dead_letter_and_holds_up_nobody(edge: Edge) -> None:
    joke = edge.person()
    bad = message(joke, "x" * 5000, purpose="answer")
    await edge.put(bad, message(joke, "Daarna"))
    await edge.until(lambda rows: rows[1].state == outbox.SENT)
    [letter] = await edge.db.read(outbox.dead_letters)
    assert letter.id == bad.id and "message is too long" in (letter.error or "")
    assert edge.heard.ends == [(bad.id, "dead", False)]


async def test_an_edit_of_what_was_never_sent_is_a_dead_letter(edge: Edge) -> None:
    joke = edge.person()
    bad = message(joke, "x" * 5000)
    await edge.put(bad, Draft(joke.chat_id, "editMessageText", {"text": "Beter"}, target_id=bad.id))
    rows = await edge.until(lambda rows: all(r.state == outbox.DEAD for r in rows))
    assert rows[1].error == "refused: the message it is about was never sent"


async def test_a_refused_token_loses_nothing_and_is_said(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender_module, "UNAUTHORIZED_PAUSE_S", 0.3)
    joke = edge.person()
    edge.server.faults.add("error", method="sendMessage", status=401, description="Unauthorized", count=2)
    await edge.put(message(joke, "Een"), message(joke, "Twee"))
    await edge.until(lambda rows: rows[0].attempts >= 1 and edge.sender.unauthorized)
    rows = await edge.all_sent()
    assert not edge.sender.unauthorized and edge.sender.pacer.floods == 0
    assert await edge.texts(joke) == ["Een", "Twee"] and not any(r.repeated for r in rows)


async def test_what_is_too_late_expires_unsent_and_its_purpose_hears_it(edge: Edge) -> None:
    joke = edge.person()
    now = edge.sender.clock.now()
    late = reminder(joke, "Te laat", expires_at=now - timedelta(seconds=1), purpose="other")
    live = message(joke, "Ook te laat", expires_at=now - timedelta(seconds=1))
    good = reminder(joke, "Op tijd", expires_at=now + timedelta(hours=1))
    await edge.put(late, live, good)
    await edge.until(lambda rows: all(r.state in (outbox.EXPIRED, outbox.SENT) for r in rows))
    assert await edge.texts(joke) == ["Op tijd"]
    assert edge.heard.ends == [(late.id, "expired", False)]


async def test_what_waits_for_its_time_goes_then(edge: Edge) -> None:
    joke = edge.person()
    draft = message(joke, not_before=edge.sender.clock.now() + timedelta(seconds=0.6))
    before = time.monotonic()
    await edge.put(draft)
    await edge.all_sent()
    assert 0.6 <= edge.server.world.ledger.sent[-1].at - before < 2.0


async def test_what_was_taken_back_does_not_go(edge: Edge) -> None:
    joke = edge.person()
    edge.server.faults.add("delay", method="sendMessage", seconds=0.3)
    first, second = message(joke, "Een"), message(joke, "Twee")
    await edge.put(first, second)
    assert await edge.db.write(lambda s: outbox.cancel(s, OutboxRow.id == second.id)) == 1
    await edge.put(message(joke, "Drie"))
    await edge.until(lambda rows: rows[2].state == outbox.SENT)
    assert await edge.texts(joke) == ["Een", "Drie"]


async def test_a_late_result_of_a_paused_process_does_not_disturb_who_took_over(edge: Edge) -> None:
    """A row fails in process A after B recovered and claimed it: A must not send it a third time."""
    draft = message(edge.person())
    edge.server.faults.add("delay", method="sendMessage", seconds=0.5)
    await edge.put(draft)
    await asyncio.sleep(0.1)
    await edge.db.write(sending.recover, [draft.id])
    [taken] = await edge.db.write(sending.claim, [draft.id], edge.sender.clock.now())
    assert taken.state == outbox.SENDING
    stale = sending.outgoing(draft)
    failure = CallFailed(Kind.AMBIGUOUS, "reset")
    now = edge.sender.clock.now()
    assert await edge.db.write(rows.mark, [Done(stale, failure=failure)], now, edge.sender.outcomes) == {}
    assert (await edge.row(draft)).state == outbox.SENDING


async def test_a_row_whose_commit_nobody_knows_is_found_again(edge: Edge) -> None:
    joke = edge.person()
    stray = message(joke)
    edge.sender.before_commit([stray])
    await edge.put_asleep(stray)
    assert stray.state == outbox.SENDING
    edge.sender.after_rollback([stray])
    [row] = await edge.all_sent()
    assert row.repeated and await edge.texts(joke) == ["Dag"]


async def test_who_hears_how_rows_end_cannot_stop_the_sending(edge: Edge) -> None:
    """A mistake in one ending: that row is marked all the same, and the others are heard."""
    joke, fatma = edge.person("Joke"), edge.person("Fatma")
    real = edge.heard.__call__

    def hear(session: Session, row: sending.Outgoing, result: Result) -> None:
        if row.chat_id == joke.chat_id:
            raise KeyError("op bestelling")
        real(session, row, result)

    edge.sender.outcomes = Outcomes({"answer": hear, "other": hear}, frozenset({"answer"}))
    good = [message(fatma, f"Goed {n}", purpose="answer") for n in range(12)]
    bad = [message(joke, f"Fout {n}", purpose="answer") for n in range(3)]
    late = message(joke, expires_at=edge.sender.clock.now() - timedelta(seconds=1), purpose="other")
    await edge.put(*good, *bad, late)
    await edge.until(lambda found: {r.state for r in found} == {outbox.SENT, outbox.EXPIRED})
    assert len(await edge.texts(fatma)) == 12 and len(await edge.texts(joke)) == 3
    assert {e[0] for e in edge.heard.ends} == {d.id for d in good}


async def test_a_call_that_cannot_be_made_is_a_dead_letter(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    joke, real = edge.person(), edge.api.call

    async def call(method: str, params: dict[str, Any]) -> Any:
        if params["text"] == "Vreemd":
            raise TypeError("a mistake of ours")
        return await real(method, params)

    monkeypatch.setattr(edge.api, "call", call)
    odd = [message(joke, "Vreemd") for _ in range(10)]  # more than are in flight at once
    await edge.put(*odd, message(joke, "Gewoon"))
    found = await edge.until(lambda found: found[-1].state == outbox.SENT)
    assert {r.state for r in found[:-1]} == {outbox.DEAD}
    assert await edge.texts(joke) == ["Gewoon"]


def _member(session: Session, user_id: int) -> None:
    from bot import people
    from bot.clock import Clock

    people.meet(session, user_id, "Joke", None, "nl", Clock().now())


def _topic(session: Session, chat_id: int) -> int:
    topic = Topic(chat_id=chat_id, name="Open: geld")
    session.add(topic)
    session.flush()
    return topic.id


def _broadcast(session: Session, html: str, chats: list[int]) -> None:
    from bot.clock import Clock
    from storage.base import reserve_ids

    now = Clock().now()
    body = Body(language="nl", payload={"text": html, "parse_mode": "HTML"}, created_at=now)
    session.add(body)
    session.flush()
    first = reserve_ids(len(chats))
    fixed = {"method": "sendMessage", "body_id": body.id, "priority": int(Priority.BROADCAST), "state": "new"}
    rest = {"attempts": 0, "repeated": False, "created_at": now}
    session.execute(insert(OutboxRow), [{"id": first + n, "chat_id": c, **fixed, **rest} for n, c in enumerate(chats)])
