"""The FAQ in the database: nothing of an entry is lost, and an import says what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

import faq
from bot.knowledge import Knowledge, entries, index, revisions
from storage.database import Database

WHOLE = faq.Entry(
    id="vog",
    question="Hoe vraag ik een VOG aan?",
    phrasings=("gratis vog", "verklaring omtrent gedrag"),
    answer="Vraag hem **gratis** aan.",
    themes=("vrijwilligers", "geld"),
    language="nl",
    translations={"en": faq.Translation("How do I get a VOG?", ("free vog",), "Ask for it.")},
    review=date(2027, 1, 31),
    picture="https://example.org/vog.png",
    voice="AwACAgQAAxkBAAIBZ2Y",
)
OTHER = faq.Entry("bus", "Mogen we een bus lenen?", (), "Ja.")


def test_an_entry_comes_back_from_the_database_whole(db: Database, now: datetime) -> None:
    changes = db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    assert (changes.new, changes.changed, changes.retired) == (["vog", "bus"], [], [])
    assert db.read_now(entries.active) == [WHOLE, OTHER]


def test_the_same_import_again_changes_nothing(db: Database, now: datetime) -> None:
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    before = db.read_now(entries.revision)
    assert not db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    assert db.read_now(entries.revision) == before > 0


def test_an_import_keeps_what_was_there_before_in_the_revision(db: Database, now: datetime) -> None:
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    changed = replace(WHOLE, review=None, picture=None, translations={})
    changes = db.write_now(entries.replace, [changed], "import new.yaml", now)
    assert (changes.new, changes.changed, changes.retired) == ([], ["vog"], ["bus"])
    last, first = db.read_now(revisions.history, "vog", 5)
    assert (last.change, last.by, last.fields) == (
        "imported",
        "import new.yaml",
        ("translations", "review", "picture"),
    )
    assert first.before is None
    assert last.before == first.after
    assert first.after["review"] == "2027-01-31"
    assert [r.change for r in db.read_now(revisions.history, "bus", 5)] == ["retired", "imported"]
    assert [kept.entry for kept in db.read_now(entries.retired)] == [OTHER]


def test_entries_carry_their_revision_into_the_index(db: Database, now: datetime) -> None:
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    knowledge = Knowledge()
    db.read_now(knowledge.load)
    found = knowledge.entry("vog")
    assert found is not None and found == WHOLE
    assert found.revision == db.read_now(revisions.history, "vog", 1)[0].id
    assert knowledge.checked_at("vog") is None  # an import says nothing of who looked at it


async def test_no_transaction_is_open_while_the_index_is_built(
    db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.write_now(entries.replace, [WHOLE, OTHER], "import faq.yaml", now)
    build, used = index.build, []

    def built(found: Sequence[faq.Entry], synonyms: list[list[str]]) -> faq.Index:
        used.append(db.engine.pool.checkedout())  # type: ignore[attr-defined]
        return build(found, synonyms)

    monkeypatch.setattr(index, "build", built)
    knowledge = Knowledge()
    assert await knowledge.refresh(db) and knowledge.entry("vog") == WHOLE
    assert used == [0]
