"""Blocking an asker: who may, what they read, what still works for them, and letting them back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import labels
from storage.desk import Audit, Ticket
from tests.desk.scenes import FORUM, PLACES, ask, claimed, press, quiet, toasts
from tests.stage import Stage

BLOCKED = "De helpdesk neemt geen vragen van je aan."


def audited(session: Session) -> list[tuple[str, int | None]]:
    rows = session.scalars(select(Audit).where(Audit.action.in_(["block", "unblock"])).order_by(Audit.id))
    return [(row.action, (row.details or {}).get("member")) for row in rows]


async def block(stage: Stage, reason: str = "Reclame") -> None:
    """Ellen blocks Joke, who asked something that Sanne has."""
    desk = await claimed(stage, stage.joke)
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    await ellen.replies(desk.card, "/blokkeer")
    await ellen.waits_for("Joke blokkeren? Waarom?")
    await press(ellen, reason)
    await ellen.waits_for("Joke is geblokkeerd door Ellen")


@PLACES
async def test_someone_blocked_hears_why_and_reaches_nobody(stage: Stage) -> None:
    await block(stage)
    await stage.ellen.waits_for("reclame of rommel.\nDe vrager leest dat. 1 open vraag is gesloten.")
    heard = await stage.joke.waits_for(BLOCKED)
    assert "Je stuurde reclame of rommel." in heard["text"]
    assert "Bij gevaar: bel 112." in heard["text"]
    assert await stage.helpdesk.db.read(lambda s: s.get_one(Ticket, 1).state) == "closed"
    said = await stage.joke.says("mens")
    await stage.joke.waits_for(BLOCKED, after=said)
    photo = (await stage.joke.sends("photo", b"1"))[0]
    await stage.joke.waits_for(BLOCKED, after=photo)
    await quiet(stage)
    assert not [m for m in await stage.sanne.messages() if "photo" in m]


@FORUM
async def test_replies_and_old_buttons_do_not_reach_people_either(stage: Stage) -> None:
    await block(stage, "Schelden")
    heard = await stage.joke.waits_for(BLOCKED)
    busy = await stage.joke.waits_for("afgerond", button="Ik heb nog iets")
    await stage.joke.presses("Ik heb nog iets", on=busy)
    again = await stage.joke.waits_for(BLOCKED, after=heard)
    assert "Je schold of bedreigde iemand." in again["text"]
    said = await stage.joke.replies(busy, "en nu nog iets")
    await stage.joke.waits_for(BLOCKED, after=said)
    await quiet(stage)
    assert not [m for m in await stage.sanne.messages() if "en nu nog iets" in m.get("text", "")]


@FORUM
async def test_the_list_of_answers_still_works_for_someone_blocked(stage: Stage) -> None:
    await block(stage)
    await stage.joke.waits_for(BLOCKED)
    said = await stage.joke.says("hebben vrijwilligers een VOG nodig")
    await stage.joke.waits_for("Antwoord van de bot", after=said)


@FORUM
async def test_words_of_crisis_of_someone_blocked_reach_a_person_and_so_does_what_follows(stage: Stage) -> None:
    await block(stage)
    await stage.joke.waits_for(BLOCKED)
    said = await stage.joke.says("ik zie het niet meer zitten ik wil er niet meer zijn")
    await stage.joke.waits_for("Bel 113", after=said)
    card = await stage.sanne.waits_for("let op, mogelijk nood")
    more = await stage.joke.says("ik zit op de brug")
    await stage.sanne.waits_for("ik zit op de brug")
    await stage.joke.waits_for_reaction(more, "👌")
    await stage.sanne.at(stage.group, card.get("message_thread_id")).replies(card, "Dag Joke, ik ben Sanne.")
    answer = await stage.joke.waits_for("Dag Joke, ik ben Sanne.")
    await stage.joke.replies(answer, "dag Sanne, blijf je even")
    await stage.sanne.waits_for("dag Sanne, blijf je even")


@FORUM
async def test_only_a_coordinator_may_block_and_staff_hear_who_that_is(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    await desk.sanne.replies(desk.card, "/blokkeer")
    await stage.sanne.waits_for("Dit kan alleen een coördinator: Ellen.")
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    await ellen.replies(desk.card, "/blokkeer")
    asked = await ellen.waits_for("Joke blokkeren?")
    seen = toasts(stage)
    await desk.sanne.presses("Reclame", on=asked)
    await quiet(stage)
    assert seen == ["Dit kan alleen een coördinator: Ellen"]
    assert await stage.helpdesk.db.read(audited) == []


@PLACES
async def test_a_coordinator_says_why_and_lets_them_back(stage: Stage) -> None:
    await block(stage)
    said = await stage.ellen.waits_for("Joke is geblokkeerd")
    ellen = stage.ellen.at(stage.group, said.get("message_thread_id"))
    why = await ellen.replies(said, "tien keer dezelfde link <b>")
    await ellen.waits_for_reaction(why, "👌")
    await stage.ellen.says("/geblokkeerd")
    listed = await stage.ellen.waits_for("1 geblokkeerd")
    assert '1. Joke · reclame of rommel · Ellen, do 3 december · "tien keer dezelfde link <b>"' in listed["text"]
    assert labels(listed) == ["Deblokkeer 1"]
    await stage.ellen.presses("Deblokkeer 1", on=listed)
    await stage.ellen.waits_for("Ellen liet Joke weer toe.")
    back = await stage.joke.waits_for("De helpdesk neemt weer vragen van je aan.")
    await stage.joke.says("mens")
    await stage.joke.waits_for("volgende bericht gaat naar een mens", after=back)
    assert await stage.helpdesk.db.read(audited) == [("block", stage.joke.id), ("unblock", stage.joke.id)]


@PLACES
async def test_it_is_in_the_menu_of_the_card(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    await press(ellen, "Meer")
    await press(ellen, "Blokkeer")
    await press(ellen, "Reclame")
    await stage.joke.waits_for(BLOCKED)


@FORUM
async def test_blocked_without_a_ticket_in_sight_says_how(stage: Stage) -> None:
    await stage.ellen.says("/blokkeer")
    await stage.ellen.waits_for("Wie? Beantwoord een bericht van de vrager met /blokkeer")
    await stage.ellen.says("/geblokkeerd")
    await stage.ellen.waits_for("Niemand is geblokkeerd.")
