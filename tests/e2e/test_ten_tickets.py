"""Story 2 in the large: ten tickets, three staff, and everything that may come in between (conversations 4 to 10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.demo.actors import labels, words
from bot.desk.states import State
from storage import outbox
from tests.desk.scenes import FAST, QUESTION, press, quiet, topic
from tests.e2e.ten_tickets import Tale, trails
from tests.stage import Stage

TALE = {"forum": "no", "staff.overview": "true", **FAST}
STALL = "wanneer kan ik een kraam regelen voor het festival"
STALL_TOO = "wanneer kan ik mijn kraam voor het festival regelen"
BUS = "kan ik bij jullie een busje lenen voor een uitje"
PIANO = "wie wil er een piano ophalen in de kelder"
CHOIR = "zoekt het koor van de wijk nog een bas"
KEYS = "waar lever ik de sleutels van het buurthuis in"
GARDEN = "wie heeft er snoeischaren voor de moestuin"
GARDEN_MORE = "en hoe laat begint het snoeien dan"
SPAM = "goedkope zonnebrillen bestel nu snel"


@pytest.mark.parametrize("stage_options", [TALE], indirect=True, ids=["plain-then-forum"])
async def test_ten_tickets(stage: Stage) -> None:
    tale = Tale(stage)
    await an_answer_is_wrong_and_put_right(tale)
    await one_answer_reaches_two(tale)
    await someone_blocks_the_bot(tale)
    await someone_sends_rubbish(tale)
    await one_is_handed_over_and_one_put_off(tale)
    await one_takes_it_back_and_one_asks_twice(tale)
    await tale.becomes_a_supergroup()
    await everything_moved_along(tale)
    await the_blocked_asker_comes_back(tale)
    await a_topic_is_deleted(tale)
    await what_was_put_off_wakes(tale)
    await the_answer_is_learned(tale)
    await someone_asks_on_after_the_end(tale)
    await everything_is_done(tale)
    await the_reckoning(tale)


async def an_answer_is_wrong_and_put_right(tale: Tale) -> None:
    """1, Joke: claimed, answered, corrected; she changes her question; done, rated, with a remark."""
    joke, desk = tale.asker("Joke"), await tale.asks("Joke", QUESTION)
    await desk.sanne.presses("Ik pak dit op", on=desk.card)
    await joke.waits_for("Sanne van de helpdesk is met je vraag bezig.")
    await tale.whispers(desk.karim, "dit vroeg de wijk Oost laatst ook al")
    answer = await desk.sanne.replies(desk.card, "Vaak wel. Vraag het 6 weken vooraf.")
    await joke.waits_for("Vraag het 6 weken vooraf.")
    await desk.sanne.edits(answer, "Vaak wel. Vraag het 8 weken vooraf.")
    right = "Sanne van de helpdesk\nVaak wel. Vraag het 8 weken vooraf."
    await joke.waits_for(tale.must_have("Joke", f"{right}\n\nVerbeterd om 10.02 uur."))
    await press(desk.sanne, "Meld het Joke")
    await joke.waits_for("Let op: Sanne verbeterde het antwoord hierboven.")
    question = next(m for m in await joke.messages() if words(m) == QUESTION)
    await joke.edits(question, QUESTION.replace("buurtmaaltijd", "buurtmaaltijd in juni"))
    await desk.sanne.waits_for("Joke veranderde dit bericht ná het antwoord.")
    await press(desk.sanne, "Klaar")
    await press(joke, "😊 Goed")
    await press(joke, "Schrijf er iets bij")
    asked = await joke.waits_for("Wat wil je zeggen over de hulp?")
    await quiet(tale.stage, 0.4)  # nobody types as fast as the bot notes that its question arrived
    await joke.replies(asked, "Fijn dat je het nog verbeterde")
    await desk.sanne.waits_for('Joke schreef erbij: "Fijn dat je het nog verbeterde"', button="Heropen")


async def one_answer_reaches_two(tale: Tale) -> None:
    """2 and 3, Fatma and Henk: they ask the same; Karim answers once."""
    await tale.asks("Fatma", STALL)
    desk = await tale.asks("Henk", STALL_TOO)
    assert "Lijkt op open vraag 2." in desk.card["text"]
    await desk.karim.replies(desk.card, "Dag Henk, dat kan tot 1 maart.")
    await tale.gets("Henk", "Karim", "Dag Henk, dat kan tot 1 maart.")
    await desk.karim.presses("Bekijk", on=await desk.karim.waits_for("1 andere open vraag lijkt hierop."))
    await press(desk.karim, "Stuur aan 1")
    await desk.karim.waits_for("Gaat uit over 30 tellen.")
    tale.stage.forward(timedelta(seconds=31))
    await tale.gets("Fatma", "Karim", "Dag Fatma, dat kan tot 1 maart.")
    await desk.karim.waits_for("1 van 1 bezorgd.")


async def someone_blocks_the_bot(tale: Tale) -> None:
    """4, Omar: he blocks the bot, so his answer cannot be delivered; staff hear it at once."""
    desk = await tale.asks("Omar", PIANO)
    await tale.asker("Omar").blocks()
    await desk.sanne.replies(desk.card, "Bram en Lies komen zaterdag.")
    notice = await desk.sanne.waits_for("Niet bezorgd. Omar heeft de bot geblokkeerd.")
    assert labels(notice) == ["Klaar", "Bewaar niet"]


async def someone_sends_rubbish(tale: Tale) -> None:
    """5, Piet: Ellen blocks him; what he writes after that reaches nobody."""
    desk = await tale.asks("Piet", SPAM)
    await tale.stage.ellen.replies(desk.card, "/blokkeer")
    await press(tale.stage.ellen, "Reclame")
    await tale.stage.ellen.waits_for("Piet is geblokkeerd door Ellen")
    heard = await tale.asker("Piet").waits_for("De helpdesk neemt geen vragen van je aan.")
    await tale.asker("Piet").says("mens")
    await tale.asker("Piet").waits_for("De helpdesk neemt geen vragen van je aan.", after=heard)


async def one_is_handed_over_and_one_put_off(tale: Tale) -> None:
    """6, Noor: Sanne has it, and gives it to Karim. 7, Wim: Sanne puts it off for two hours."""
    noor = await tale.asks("Noor", BUS)
    await noor.sanne.presses("Ik pak dit op", on=noor.card)
    await noor.sanne.presses("Meer", on=await noor.sanne.waits_for("Vraag 6 · Sanne heeft deze"))
    await noor.sanne.presses("Overdragen", on=await noor.sanne.waits_for("Vraag 6", button="Overdragen"))
    await noor.sanne.presses("Karim", on=await noor.sanne.waits_for("Aan wie geef je deze vraag?", button="Karim"))
    await noor.karim.waits_for("Karim, Sanne geeft deze vraag aan jou.", button="Kan niet")
    await tale.asker("Noor").waits_for("Karim van de helpdesk is met je vraag bezig.")
    wim = await tale.asks("Wim", CHOIR)
    await wim.sanne.presses("Meer", on=wim.card)
    await wim.sanne.presses("Later", on=await wim.sanne.waits_for("Vraag 7", button="Later"))
    await press(wim.sanne, "Over 2 uur")
    await wim.sanne.waits_for("Vraag 7 · later", button="Nu weer")


async def one_takes_it_back_and_one_asks_twice(tale: Tale) -> None:
    """8, Ria: withdrawn. 9 and 10, Tineke: two questions that go on as one."""
    ria = await tale.asks("Ria", KEYS)
    await tale.asker("Ria").presses("Trek vraag in")
    await ria.sanne.waits_for("Vraag 8 · ingetrokken door Ria.")
    await tale.asks("Tineke", GARDEN)
    second = await tale.asks("Tineke", GARDEN_MORE)
    await second.sanne.presses("Meer", on=second.card)
    await second.sanne.presses("Voeg samen", on=await second.sanne.waits_for("Vraag 10", button="Voeg samen"))
    await press(second.sanne, "Vraag 9")
    await second.sanne.waits_for("Vraag 10 · samengevoegd.", button="Maak los")


async def everything_moved_along(tale: Tale) -> None:
    """Each open question has a topic in the new group, that says how it stands; the closed ones need none."""
    for name in (
        "Karim · busje lenen",
        "Later · zoekt koor",
        "Nieuw · snoeischaren",
        "Karim · kraam",
        "Sanne · piano",
    ):
        await tale.stage.group.waits_for_topic(name)
    await quiet(tale.stage)
    names = [t["name"] for t in await tale.stage.group.topics()]
    assert len(names) == 6, names  # 2, 3, 4, 6, 7 and 9
    gardener = await tale.card(9)
    await gardener.sanne.waits_for("Vraag 10 hoort nu hierbij.")
    await gardener.karim.replies(gardener.card, "Die liggen klaar, vanaf 9 uur.")
    await tale.gets("Tineke", "Karim", "Die liggen klaar, vanaf 9 uur.")


async def the_blocked_asker_comes_back(tale: Tale) -> None:
    """What was kept for Omar is delivered, and staff see it."""
    await tale.asker("Omar").unblocks()
    await tale.gets("Omar", "Sanne", "Bram en Lies komen zaterdag.")
    await (await tale.card(4)).sanne.waits_for("Alsnog bezorgd bij Omar.")


async def a_topic_is_deleted(tale: Tale) -> None:
    """Noor writes on; her topic is made again, with what was said, and she is answered there."""
    await tale.deletes_topic(await tale.card(6))
    await tale.asker("Noor").says("het is voor vier rolstoelen")
    copy = await tale.stage.karim.waits_for("Noor\nhet is voor vier rolstoelen")
    desk = await tale.card(6)
    assert desk.card["message_thread_id"] == copy["message_thread_id"]
    await desk.karim.replies(copy, "Dan past het. Haal hem vrijdag op.")
    await tale.gets("Noor", "Karim", "Dan past het. Haal hem vrijdag op.")


async def what_was_put_off_wakes(tale: Tale) -> None:
    """Two hours later Sanne is called, and answers Wim."""
    tale.stage.forward(timedelta(hours=2))
    desk = await tale.card(7)
    await desk.sanne.waits_for("Sanne, het is tijd voor deze vraag.")
    desk = await tale.card(7, button="Teruggeven")
    await desk.sanne.replies(desk.card, "Ja, kom dinsdag langs.")
    await tale.gets("Wim", "Sanne", "Ja, kom dinsdag langs.")


async def the_answer_is_learned(tale: Tale) -> None:
    """Wim's question becomes an answer of the list; the eleventh asker has it from the bot at once."""
    desk = await tale.card(7, button="Klaar")
    await desk.sanne.presses("Klaar", on=desk.card)
    await press(desk.sanne, "Maak er een FAQ-antwoord van")
    draft = await desk.sanne.waits_for("Concept\nVraag: ", button="Publiceer")
    assert "Antwoord: Ja, kom dinsdag langs." in words(draft)
    await topic(tale.stage, "Klaar · zoekt koor", closed=False)  # it is open while there is a draft in it
    better = f"Vraag: Kan ik bij het koor komen zingen?\nZoek: {CHOIR}\nmeedoen met het koor\nbij een koor zingen"
    reply = await desk.sanne.replies(draft, better)
    await desk.sanne.waits_for_reaction(reply, "👌")
    await press(desk.sanne, "Publiceer")
    await desk.sanne.waits_for("vindt nu dit antwoord (", button="Ongedaan maken")
    eleventh = tale.asker("Bea")
    await eleventh.says("kan ik meedoen met het koor")
    found = await eleventh.waits_for("Kan ik bij het koor komen zingen?")
    assert "Ja, kom dinsdag langs." in words(found) and "Antwoord van de bot." in words(found)


async def someone_asks_on_after_the_end(tale: Tale) -> None:
    """Joke's question was closed in the group as it was; she writes on, and it is open in the group as it is."""
    joke = tale.asker("Joke")
    await joke.presses("Ik heb nog iets")
    await joke.says("mag er ook muziek bij")
    copy = await tale.stage.sanne.waits_for("mag er ook muziek bij")
    desk = await tale.card(1)
    assert desk.card["message_thread_id"] == copy["message_thread_id"]
    await topic(tale.stage, "Sanne · afsluiten buurtmaaltijd juni", closed=False)
    await desk.sanne.replies(desk.card, "Tot 22 uur.")
    await tale.gets("Joke", "Sanne", "Tot 22 uur.")


async def everything_is_done(tale: Tale) -> None:
    """Staff finish what is open; the overview says so."""
    for number in (1, 2, 3, 4, 6, 9):
        desk = await tale.card(number, button="Klaar")
        await desk.sanne.presses("Klaar", on=desk.card)
        await desk.sanne.waits_for(f"Vraag {number} · klaar · Sanne", button="Heropen")
    tale.stage.forward(timedelta(seconds=70))
    world = tale.stage.server.world
    pinned = world.chats[tale.stage.group.chat_id].pinned
    done = await tale.stage.sanne.waits_for("Er zijn geen open vragen.")
    assert [done["message_id"]] == pinned


async def the_reckoning(tale: Tale) -> None:
    """Each has the answers meant for them and nothing else; each step was allowed; nothing was lost."""
    assert {name: await tale.got(name) for name in tale.people if name in tale.due} == tale.due
    assert [name for name in tale.people if name not in tale.due and await tale.got(name)] == []
    assert await tale.leaked() == []
    found = await tale.stage.helpdesk.db.read(trails)
    assert [error for trail in found for error in trail.errors()] == []
    ends = {8: State.WITHDRAWN, 10: State.MERGED}
    assert {trail.number: trail.state for trail in found} == {n: ends.get(n, State.CLOSED) for n in range(1, 11)}
    dead = await tale.stage.helpdesk.db.read(outbox.dead_letters)
    away = tale.asker("Omar").chat_id  # what only said how his question stood is not kept for him
    assert [(row.method, row.payload, row.error) for row in dead if row.chat_id != away] == []
