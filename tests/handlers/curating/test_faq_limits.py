"""Answers of any size: what staff see of them fits in a message and its buttons."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

import faq
from bot.demo.actors import Message, labels, words
from bot.knowledge import editing, entries
from tests.desk.scenes import FORUM
from tests.stage import Stage

HUGE = faq.Entry(
    id="a" * 48,
    question="Reuzen & <reuzinnen> " + "vraag " * 150,
    phrasings=tuple(f"reuzenzin {n} " + "& lang " * 130 for n in range(60)),
    answer="**Reuzen** zijn < lang & breed. " * 600,
    themes=tuple(f"onderwerp {n} " + "met een lange naam " * 3 for n in range(40)),
)


async def _fill(stage: Stage) -> None:
    def change(session: Session) -> None:
        editing.add(session, HUGE, "Ellen" * 12, stage.helpdesk.clock.now())
        doubles = [replace(HUGE, id=f"dubbel-{n}", question=HUGE.phrasings[n], phrasings=()) for n in range(9)]
        for entry in doubles:
            editing.add(session, entry, "Ellen", stage.helpdesk.clock.now())

    await stage.helpdesk.db.write(change)
    await stage.helpdesk.knowledge.refresh(stage.helpdesk.db)


def _fits(message: Message) -> None:
    assert len(words(message)) <= 4096
    assert all(len(label) <= 32 for label in labels(message))


@FORUM
async def test_a_huge_answer_can_be_kept_too(stage: Stage) -> None:
    await _fill(stage)
    karim = stage.karim
    await karim.says("/faq reuzen & <reuzinnen> vraag")
    found = await karim.waits_for("Gevonden bij", button="Bekijk 1")
    _fits(found)
    number = next(
        line.split(".")[0] for line in words(found).splitlines() if "Reuzen & <reuzinnen> vraag vraag" in line
    )
    await karim.presses(f"Bekijk {number}", on=found)
    entry = await karim.waits_for("(hier staat een deel; het antwoord heeft 1", button="Zoekzinnen")
    _fits(entry)
    await karim.presses("Zoekzinnen", on=entry)
    draft = await karim.waits_for("25. reuzenzin 24", button="Niet doen")
    assert " en nog 35" in words(draft) and 'Let op: "reuzenzin 0' in words(draft)
    _fits(draft)
    await stage.helpdesk.db.write(_change)
    await karim.replies(draft, "Weg: 1, 2, 3, 4, 5, 6, 7, 8, 9\nVraag: Reuzen?\nAntwoord: " + "lang & breed " * 250)
    draft = await karim.waits_for("Vraag: Reuzen?", button="Publiceer")
    _fits(draft)
    await karim.presses("Publiceer", on=draft)
    told = await karim.waits_for("was je voor.", button="Publiceer")
    assert "Het antwoord van Sanne: " in words(told)
    _fits(told)
    await karim.presses("Onderwerpen", on=told)
    themes = await karim.waits_for("Onderwerpen van het concept", button="Klaar")
    _fits(themes)
    await karim.presses("Klaar", on=themes)
    await karim.presses("Publiceer", on=await karim.waits_for("Vraag: Reuzen?", button="Publiceer"))
    done = await karim.waits_for("Staat zo in de lijst", button="Ongedaan maken")
    _fits(done)
    kept = await stage.helpdesk.db.read(entries.get, HUGE.id)
    assert kept is not None and len(kept.entry.phrasings) == 51


def _change(session: Session) -> None:
    now = entries.get(session, HUGE.id)
    assert now is not None and now.checked_at is not None
    editing.change(session, HUGE.id, "Sanne", now.checked_at, answer="Heel anders. " * 300, question="Reuzin? " * 100)
