"""When the weekly message is due, and that a case fits in a message whatever people asked."""

from __future__ import annotations

from datetime import datetime

import pytest

import faq
from bot.knowledge import Knowledge, entries
from bot.knowledge.learning import Case
from bot.texts import texts
from handlers.learning import learn_views
from handlers.learning.learn_digest import week
from storage.database import Database
from storage.learning import OPEN, UNANSWERED

LONG = faq.Entry("x" * 48, "Hoe regelen we dat samen met iedereen in de buurt die dat wil en kan?", (), "Zo.")


@pytest.mark.parametrize(
    ("local", "key"),
    [
        ("2026-12-07T09:04:59+01:00", None),
        ("2026-12-07T09:05:00+01:00", "learn-digest:2026-12-07"),
        ("2026-12-07T23:59:00+01:00", "learn-digest:2026-12-07"),
        ("2026-12-08T09:05:00+01:00", None),
        ("2026-12-06T09:05:00+01:00", None),
    ],
)
def test_the_weekly_message_is_due_on_monday_from_five_past_nine(local: str, key: str | None) -> None:
    assert week(datetime.fromisoformat(local)) == key


def test_the_longest_case_fits_in_a_message_for_staff(db: Database, now: datetime) -> None:
    """Everything as long as it can be is cut, and each button fits in Telegram's 64 bytes."""
    db.write_now(entries.replace, [LONG], "import faq.yaml", now)
    knowledge = Knowledge()
    db.read_now(knowledge.load)
    shown = tuple((n, f"{n} " + "heel veel woorden " * 10) for n in range(3))
    case = Case(2**62, UNANSWERED, OPEN, None, shown, (), 999, ((LONG.id, 0.5),) * 3, None, 98, None, ())
    html = learn_views.case_html(texts("nl"), case, 100, knowledge)
    rows = learn_views.case_rows(texts("nl"), case, 100, knowledge)
    assert len(html) <= 650
    assert [[b.label for b in row] for row in rows] == [
        ["Hoort bij 1", "Hoort bij 2", "Hoort bij 3"],
        ["Ander antwoord", "Nieuw antwoord"],
        ["Negeren", "Volgende", "Vorige"],
    ]
    assert all(len(str(b.press)) <= 64 for row in rows for b in row)
