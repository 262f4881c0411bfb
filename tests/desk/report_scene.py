"""An invented month of a helpdesk, always the same, for tests of reports; and the picture in the docs.

python -m tests.desk.report_scene docs/images/report.png
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.desk import report, report_period, report_picture
from bot.desk.states import State
from bot.startup import prepare_database
from bot.texts import texts
from storage.base import new_id
from storage.database import Database
from storage.desk import Ticket
from storage.knowledge import Asked, EntryRow

ZONE = ZoneInfo("Europe/Amsterdam")
THEMES = ("geld", "evenementen", "ruimte", "vrijwilligers", "privacy")
# Monday to Sunday: how many questions.
BUSY = (11, 9, 14, 8, 6, 2, 1)


def local(day: date, hour: int = 12, minute: int = 0) -> datetime:
    """A moment by the clock of the network, in UTC."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def entries(session: Session) -> None:
    """An answer for each theme."""
    for number, theme in enumerate(THEMES):
        row = EntryRow(id=theme, position=number, question=f"Hoe zit het met {theme}?", answer="Zo.", language="nl")
        row.themes, row.updated_at = [theme], local(date(2026, 1, 1))
        session.add(row)


def ask(
    session: Session,
    at: datetime,
    decision: str = "answer",
    theme: str | None = "geld",
    said: str | None = None,
    ticket: int | None = None,
    text: str = "waar staat de giraffe",
) -> int:
    """A question of which the bot made this. Returns its number."""
    row = Asked(id=new_id(), member_id=1, at=at, text=text, decision=decision, feedback=said, ticket_id=ticket)
    if decision == "answer":
        row.entry_id = theme
    elif theme is not None:
        row.candidates = [[theme, 0.4]]
        row.chosen_id = theme if said == "chosen" else None
    session.add(row)
    return row.id


def ticket(
    session: Session, at: datetime, first_answer_s: int | None = None, theme: str | None = "geld", **fields: object
) -> int:
    """A question that went to a person."""
    row = Ticket(state=State.ANSWERED if first_answer_s else State.NEW, member_id=1, text="hoe", subject="hoe")
    row.kind, row.language, row.opened_at, row.active_at = "text", "nl", at, at
    row.suggestions = [[theme, "?", 0.4]] if theme else []
    row.first_answer_s = first_answer_s
    for name, value in fields.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    return row.id


def month(session: Session, first: date, weeks: Sequence[float]) -> None:
    """Questions from this Monday on, a busyness for each week."""
    chance = random.Random(7)
    entries(session)
    session.flush()
    for week, busyness in enumerate(weeks):
        for weekday, usual in enumerate(BUSY):
            day = first + timedelta(days=7 * week + weekday)
            for _ in range(round(usual * busyness)):
                _one(session, chance, local(day, chance.randint(8, 21), chance.randint(0, 59)))


def _one(session: Session, chance: random.Random, at: datetime) -> None:
    theme = chance.choices(THEMES, (9, 7, 5, 3, 1))[0]
    fate = chance.random()
    if fate < 0.62:
        ask(session, at, theme=theme)
    elif fate < 0.70:
        ask(session, at, "suggestions", theme, "chosen")
    elif fate < 0.90:
        waited = round(chance.lognormvariate(8.4, 0.8))
        number = ticket(session, at, waited, theme, rating=chance.choice(("good", "good", "soso", None)))
        ask(session, at, "unknown", None, "none", number)
    else:
        ask(session, at, "unknown", None)


def main(target: Path, kind: str = report_period.WEEK) -> None:
    """Draw the picture for the docs."""
    now = local(date(2026, 12, 7), 9)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/report.db"
        prepare_database(url)
        db = Database(url, lambda: now)
        db.write_now(month, date(2026, 11, 2), (0.8, 0.9, 1.1, 0.9, 1.2))
        period = report_period.of(kind, date(2026, 11, 30) if kind == "week" else date(2026, 11, 2))
        made = db.read_now(report.make, period, now, ZONE)
        db.close()
    target.write_bytes(report_picture.draw(texts("nl"), made, "Omzien naar Elkaar", now, ZONE))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
