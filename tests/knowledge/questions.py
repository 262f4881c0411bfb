"""What tests of learning share: a small FAQ, and questions as they were asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

import faq
from bot.knowledge import asked, entries, gathering, learning
from bot.knowledge.gathering import Gathered
from bot.knowledge.learning import Case
from storage.database import Database
from storage.knowledge import Asked

VOG = faq.Entry("vog", "Hoe vraag ik een VOG aan?", ("verklaring omtrent gedrag", "gratis vog"), "Gratis.", ("geld",))
STREET = faq.Entry("straat", "Mag de straat dicht?", ("straat afsluiten", "weg afzetten voor een feest"), "Vaak wel.")
MONEY = faq.Entry("geld", "Hoe vragen we subsidie aan?", ("geld van de gemeente", "waar is subsidie"), "Zo.")
BUS = faq.Entry("bus", "Mogen we een bus lenen?", ("busje huren", "vervoer voor ouderen"), "Ja.")
FOOD = faq.Entry("koken", "Mogen we koken voor de buurt?", ("regels voor eten", "samen eten"), "Ja, let op.")
FAQ = [VOG, STREET, MONEY, BUS, FOOD]
JOKE = 1001


def suggestions(*found: faq.Entry) -> faq.Suggestions:
    """The bot was in doubt between these."""
    return faq.Suggestions(tuple(faq.Match(entry, 0.4 - n / 10) for n, entry in enumerate(found)))


def ask(
    db: Database,
    text: str,
    now: datetime,
    decision: faq.Decision | None = None,
    word: str | None = None,
    chosen: faq.Entry | None = None,
) -> int:
    """Someone asked this, the bot decided so (by default that it does not know), and they tapped that."""
    number = db.write_now(asked.record, JOKE, text, decision or faq.Unknown(), now)
    if word is not None:
        db.write_now(asked.feedback, number, word, chosen)
    return number


def collect(db: Database, now: datetime) -> list[Gathered]:
    """What waits, by the FAQ as it is in the database now."""
    return db.read_now(gathering.collect, faq.Index(db.read_now(entries.active)), now)


def gather(db: Database, now: datetime) -> list[Case]:
    """As /leren does: put together and written down. Returns the open cases in order."""
    found = collect(db, now)
    db.write_now(gathering.arrange, found)
    return [case for page in range(len(found)) if (case := db.read_now(learning.open_at, page)) is not None]


def forget(session: Session, number: int) -> None:
    """The person had their question erased."""
    session.scalars(select(Asked).where(Asked.id == number)).one().text = None
