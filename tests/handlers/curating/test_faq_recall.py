"""An answer changed: staff tell exactly the people who have the old one, once."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import Message, Person, labels, words
from tests.desk.scenes import FORUM, quiet
from tests.handlers.curating.test_faq_desk import ASKED, VOG, at_entry
from tests.stage import Stage

TOLD = "Een antwoord dat je kreeg is veranderd."


async def asks(person: Person) -> None:
    said = await person.says(ASKED)
    await person.waits_for(VOG, after=said)


async def publish(who: Person, answer: str) -> Message:
    """Change the answer. Returns the message that says so."""
    await who.presses("Antwoord", on=await at_entry(who))
    draft = await who.waits_for("verandert een antwoord", button="Publiceer")
    await who.replies(draft, answer)
    await who.presses("Publiceer", on=await who.waits_for(f"Antwoord: {answer[:40].strip()}", button="Publiceer"))
    done = await who.waits_for("vindt nu dit antwoord", button="Ongedaan maken")
    assert done["message_id"] == draft["message_id"]
    return done


@FORUM
async def test_exactly_those_who_have_the_old_answer_are_told(stage: Stage) -> None:
    blocked = stage.server.person("Bram")
    for person in (stage.joke, stage.fatma, blocked):
        await asks(person)
    await blocked.blocks()
    await quiet(stage)
    done = await publish(stage.sanne, "Bel *14 033*.")
    assert labels(done) == ["Ongedaan maken", "Bekijk", "Vertel het 2 mensen"]
    await asks(stage.henk)  # he has the new one
    await stage.sanne.presses("Vertel het 2 mensen", on=done)
    preview = await stage.sanne.waits_for("2 mensen kregen het oude antwoord. Zo komt het aan:", button="Stuur aan 2")
    assert f"{TOLD}\n{VOG}\nBel *14 033*." in preview["text"]
    await stage.sanne.presses("Niet doen", on=preview)
    done = await stage.sanne.waits_for("Staat zo in de lijst", button="Vertel het 2 mensen")
    await stage.sanne.presses("Vertel het 2 mensen", on=done)
    preview = await stage.sanne.waits_for("Zo komt het aan:", button="Stuur aan 2")
    await stage.sanne.presses("Stuur aan 2", on=preview)
    await stage.sanne.waits_for("2 mensen krijgen het nieuwe antwoord.")
    told = await stage.joke.waits_for(f"{TOLD}\n{VOG}\nBel *14 033*.")
    assert labels(told) == ["Vraag het een mens"]
    await stage.fatma.waits_for(TOLD)

    await quiet(stage)
    assert TOLD not in words(await stage.henk.last())
    for person in (stage.joke, stage.fatma):
        assert len([m for m in await person.messages() if TOLD in words(m)]) == 1


@FORUM
async def test_back_to_the_old_answer_only_those_with_the_new_one_hear_it(stage: Stage) -> None:
    await asks(stage.joke)
    done = await publish(stage.sanne, "Bel 14 033.")
    await asks(stage.henk)
    await stage.sanne.presses("Ongedaan maken", on=done)
    undone = await stage.sanne.waits_for("Ongedaan gemaakt", button="Toch wel")
    assert labels(undone) == ["Toch wel", "Bekijk", "Vertel het 1 persoon"]
    await stage.sanne.presses("Vertel het 1 persoon", on=undone)
    await stage.sanne.presses("Stuur aan 1", on=await stage.sanne.waits_for("1 persoon kreeg", button="Stuur aan 1"))
    await stage.henk.waits_for(TOLD)
    await quiet(stage)
    assert TOLD not in words(await stage.joke.last())


@FORUM
async def test_an_answer_of_long_ago_is_left_alone(stage: Stage) -> None:
    await asks(stage.joke)
    stage.forward(timedelta(days=370))
    done = await publish(stage.sanne, "Bel 14 033.")
    assert labels(done) == ["Ongedaan maken", "Bekijk"]


@FORUM
async def test_a_very_long_answer_comes_by_a_button(stage: Stage) -> None:
    await asks(stage.joke)
    done = await publish(stage.sanne, "Bel 14 033. " * 250)
    await stage.sanne.presses("Vertel het 1 persoon", on=done)
    await stage.sanne.presses("Stuur aan 1", on=await stage.sanne.waits_for("1 persoon kreeg", button="Stuur aan 1"))
    told = await stage.joke.waits_for(TOLD, button="Bekijk het antwoord")
    await stage.joke.presses("Bekijk het antwoord", on=told)
    await stage.joke.waits_for(f"{VOG}\nBel 14 033. Bel", after=told)
