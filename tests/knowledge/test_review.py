"""Which answers want to be looked at, and when the group is reminded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.knowledge import editing, entries, review
from storage.database import Database
from tests.knowledge.test_entries import OTHER, WHOLE

HERE = ZoneInfo("Europe/Amsterdam")


def test_only_what_is_past_and_answered_from(db: Database, now: datetime) -> None:
    today = date(2026, 12, 7)
    found = [
        replace(WHOLE, id="later", question="l", phrasings=(), review=today),
        replace(WHOLE, id="gone", question="g", phrasings=(), review=date(2026, 1, 1)),
        replace(WHOLE, id="old", question="o", phrasings=(), review=date(2026, 12, 6)),
        replace(WHOLE, id="older", question="oo", phrasings=(), review=date(2025, 1, 1)),
        OTHER,
    ]
    db.write_now(entries.replace, found, "import faq.yaml", now)
    db.write_now(editing.retire, "gone", "Sanne", now)
    assert [kept.entry.id for kept in db.read_now(review.due, today)] == ["older", "old"]
    assert db.read_now(review.count, today) == 2


@pytest.mark.parametrize(
    ("local", "key"),
    [
        (datetime(2026, 12, 7, 8, 59, tzinfo=HERE), None),
        (datetime(2026, 12, 7, 9, 0, tzinfo=HERE), "faq-review:2026-50"),
        (datetime(2026, 12, 7, 23, 59, tzinfo=HERE), "faq-review:2026-50"),
        (datetime(2026, 12, 8, 9, 0, tzinfo=HERE), None),
        (datetime(2026, 12, 28, 12, 0, tzinfo=HERE), "faq-review:2026-53"),
        (datetime(2027, 1, 4, 9, 0, tzinfo=HERE), "faq-review:2027-01"),
    ],
)
def test_once_a_week_on_monday_from_nine(local: datetime, key: str | None) -> None:
    assert review.reminder_key(local) == key
