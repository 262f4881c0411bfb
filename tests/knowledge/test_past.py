"""The FAQ of an earlier revision is what it was then."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import faq
from bot.knowledge import editing, entries, imports, past
from storage.database import Database
from tests.knowledge.test_entries import OTHER, WHOLE


def test_nothing_was_published_yet(db: Database) -> None:
    assert db.read_now(past.last_published) is None
    assert db.read_now(past.entries_at, 0) == []


def test_an_import_is_one_publication_and_a_change_in_chat_another(db: Database, now: datetime) -> None:
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    first = db.read_now(past.last_published)
    assert first is not None
    assert (first.first, first.last - first.first, first.by, first.at) == (1, 1, "import faq.yaml", now)
    db.write_now(editing.change, "vog", "Sanne", now + timedelta(minutes=1), answer="Bel.")
    last = db.read_now(past.last_published)
    assert last is not None and (last.first, last.last, last.by) == (first.last + 1, first.last + 1, "Sanne")
    assert db.read_now(past.entries_at, first.last) == [OTHER, WHOLE]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["answer", "retire", "restore", "import", "undo"]), max_size=6))
def test_every_revision_can_be_rebuilt(db: Database, now: datetime, steps: list[str]) -> None:
    seen: dict[int, list[faq.Entry]] = {}
    for number, step in enumerate(["import", *steps]):
        when = now + timedelta(minutes=number)
        match step:
            case "answer":
                db.write_now(editing.change, "vog", "Sanne", when, answer=f"Antwoord {number}.")
            case "retire":
                db.write_now(editing.retire, "vog", "Sanne", when)
            case "restore":
                db.write_now(editing.restore, "vog", "Sanne", when)
            case "undo":
                db.write_now(editing.undo, db.read_now(entries.revision), "Sanne", when)
            case _:
                planned = db.read_now(imports.plan, [replace(WHOLE, answer=f"Bestand {number}."), OTHER], None)
                db.write_now(imports.carry_out, planned, True, "faq.yaml", when)
        seen[db.read_now(entries.revision)] = sorted(db.read_now(entries.active), key=lambda entry: entry.id)
    for revision, then in seen.items():
        assert db.read_now(past.entries_at, revision) == then
