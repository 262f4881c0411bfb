"""The bot cannot do its work in the staff group: coordinators hear it once, in private, and nothing is lost (21)."""

from __future__ import annotations

import pytest

from bot.demo.actors import Message, labels, words
from tests.desk.scenes import FORUM, PLACES, SUBJECT, ask, claimed, quiet
from tests.handlers.desk.test_staff_membership import put
from tests.stage import Stage

TWO = ("mogen we met de buurt een moestuin beginnen", "wie helpt ons met een nieuwe flyer")


async def coordinator(stage: Stage) -> None:
    """Ellen can be told things in private."""
    await stage.ellen.at(stage.ellen.id).starts()
    await stage.ellen.at(stage.ellen.id).waits_for("Hallo Ellen")


async def told(stage: Stage, part: str) -> Message:
    return await stage.ellen.at(stage.ellen.id).waits_for(part)


async def asks(stage: Stage, text: str) -> None:
    """Fatma asks a person, who may be out of reach."""
    said = await stage.fatma.says("mens")
    answer = await stage.fatma.waits_for("", after=said)
    if "Nee, iets nieuws" in labels(answer):
        await stage.fatma.presses("Nee, iets nieuws", on=answer)
    await stage.fatma.waits_for("Je volgende bericht gaat naar een mens.", after=said)
    asked = await stage.fatma.says(text)
    await stage.fatma.waits_for("doorgegeven", button="Trek vraag in", after=asked)


@PLACES
async def test_put_out_of_the_group(stage: Stage) -> None:
    await coordinator(stage)
    await claimed(stage, stage.joke)
    await put(stage, "kicked")
    trouble = await told(stage, 'De groep werkt niet. Ik zit niet meer in "Helpdesk".')
    assert labels(trouble) == ["Kijk nu"] and "zet mij weer in de groep" in words(trouble)
    for question in TWO:
        await asks(stage, question)
    await stage.ellen.at(stage.ellen.id).presses("Kijk nu", on=trouble)
    await quiet(stage)
    assert len([m for m in await stage.ellen.at(stage.ellen.id).messages() if "De groep werkt" in words(m)]) == 1
    await put(stage, "administrator", rights={"can_manage_topics": True})
    solved = await told(stage, "Opgelost om 10.02 uur. De 2 vragen die wachtten, komen nu in de groep.")
    assert solved["message_id"] == trouble["message_id"] and labels(solved) == []
    cards = [await stage.sanne.waits_for(question, button="Ik pak dit op") for question in TWO]
    assert cards[0]["message_id"] < cards[1]["message_id"]


@FORUM
async def test_it_may_not_make_topics_any_more(stage: Stage) -> None:
    await coordinator(stage)
    await put(stage, "administrator", rights={"can_manage_topics": False})
    trouble = await told(stage, 'Ik mag in "Helpdesk" geen onderwerpen maken.')
    assert 'zet "Onderwerpen beheren" aan' in words(trouble)
    desk = await ask(stage, stage.joke)
    assert not desk.card.get("is_topic_message")
    await put(stage, "administrator", rights={"can_manage_topics": True})
    await told(stage, "Opgelost om 10.02 uur.")
    topic = await stage.group.waits_for_topic(SUBJECT)
    card = await stage.sanne.waits_for(SUBJECT[:6], after=desk.card, button="Ik pak dit op")
    assert card["message_thread_id"] == topic["message_thread_id"]
    await stage.sanne.waits_for("Vraag 1 staat nu hier.")


@PLACES
async def test_it_may_not_write_any_more(stage: Stage) -> None:
    await coordinator(stage)
    await put(stage, "restricted")
    await told(stage, 'Ik mag in "Helpdesk" niets schrijven.')
    await asks(stage, TWO[0])
    await quiet(stage)
    await put(stage, "administrator", rights={"can_manage_topics": True})
    await stage.sanne.waits_for(TWO[0], button="Ik pak dit op")
    await told(stage, "De vraag die wachtte, staat in de groep.")


@FORUM
async def test_it_starts_while_it_is_out_of_the_group_and_goes_on_when_it_is_back(stage: Stage) -> None:
    await coordinator(stage)
    await put(stage, "kicked")
    await told(stage, "De groep werkt niet.")
    await stage.restart()
    await asks(stage, TWO[0])
    await quiet(stage)
    await put(stage, "administrator", rights={"can_manage_topics": True})
    await stage.sanne.waits_for(TWO[0], button="Ik pak dit op")
    await stage.group.waits_for_topic("moestuin")
    await told(stage, "Opgelost om 10.02 uur.")
    messages = await stage.ellen.at(stage.ellen.id).messages()
    assert len([m for m in messages if "Opgelost" in words(m) or "werkt niet" in words(m)]) == 1


@pytest.mark.parametrize("stage_options", [{"forum": "yes"}], indirect=True, ids=["forum"])
async def test_nobody_is_told_who_did_not_start_the_bot(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await put(stage, "kicked")
    await asks(stage, TWO[0])
    await quiet(stage)
    assert "trouble in the staff group 'Helpdesk': gone" in caplog.text
