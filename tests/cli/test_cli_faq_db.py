"""`helpdesk faq` and `helpdesk db`, as someone at a terminal uses them."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from bot.cli.main import app
from bot.settings import CONTENT
from storage import inbox, outbox, sending
from storage.database import Database
from storage.inbox import InboxUpdate, Received
from storage.knowledge import EntryRow
from storage.outbox import Draft

runner = CliRunner()
NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)


@pytest.fixture
def config(tmp_path: Path, storage_url: str) -> str:
    """Settings with a fresh database."""
    file = tmp_path / "config.toml"
    file.write_text(f'[storage]\nurl = "{storage_url}"\n', encoding="utf-8")
    return str(file)


def run(*arguments: str) -> tuple[int, str]:
    found = runner.invoke(app, list(arguments))
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.output


def test_ask_shows_the_decision_with_scores(config: str) -> None:
    code, said = run("faq", "ask", "hoe vraag ik een gratis vog aan voor vrijwilligers", "--config", config)
    first, *matches = said.splitlines()
    assert code == 0 and first.startswith("answers (") and "gratis VOG" in first
    assert len(matches) == 5 and matches[0].startswith("1. ") and "%" in matches[0]
    code, said = run("faq", "ask", "qwertyuiop zxcvbnm", "--config", config)
    assert code == 0 and said.startswith("does not know, and offers a person")


def test_ask_a_file_without_a_database(tmp_path: Path) -> None:
    code, said = run("faq", "ask", "gratis vog", "--file", str(CONTENT / "faq.nl.yaml"))
    assert code == 0 and "%" in said
    code, said = run("faq", "ask", "gratis vog", "--file", str(tmp_path / "nowhere.yaml"))
    assert code == 1 and "nowhere.yaml" in said


def test_import_shows_what_changes_and_a_dry_run_writes_nothing(config: str, db: Database, tmp_path: Path) -> None:
    sample = str(CONTENT / "faq.nl.yaml")
    code, said = run("faq", "import", sample, "--config", config, "--dry-run")
    assert code == 0 and "Nothing was written." in said and "\nnew " in f"\n{said}"
    assert db.read_now(_entries) == 0
    code, said = run("faq", "import", sample, "--config", config, "--yes")
    assert code == 0 and "0 changed, 0 removed, 0 changed in chat." in said
    assert db.read_now(_entries) > 50
    code, said = run("faq", "import", sample, "--config", config)
    assert code == 0 and " 0 new, 0 changed, 0 removed, 0 changed in chat." in said


def test_import_of_a_bad_file_names_the_place_and_writes_nothing(config: str, db: Database, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("- id: een\n  question: Wat is een VOG?\n  anwser: Een papier.\n", encoding="utf-8")
    code, said = run("faq", "import", str(bad), "--config", config)
    assert code == 1 and "bad.yaml" in said and "Traceback" not in said
    assert db.read_now(_entries) == 0


def test_status_counts_and_shows_what_was_kept_aside(config: str, db: Database) -> None:
    assert run("db", "status", "--config", config) == (0, "came in: nothing yet\nwent out: nothing yet\n")
    db.write_now(_some_trouble)
    code, said = run("db", "status", "--config", config)
    assert code == 0
    assert "came in: 1 failed, 2 new, 1 quarantined" in said
    assert "went out: 1 dead, 1 new" in said
    assert "kept aside: update 3 of 2026-12-03 09:02 UTC: ValueError: stuk" in said
    assert "kept aside: update 9 of 2026-12-03 09:02 UTC: it is not JSON" in said
    assert "not delivered: sendMessage to chat 5: 400: chat not found" in said


def test_upgrade_says_whether_there_was_anything_to_do(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[storage]\nurl = "sqlite:///new.db"\n', encoding="utf-8")
    assert run("db", "upgrade", "--config", str(file)) == (0, "The database was brought up to date.\n")
    assert run("db", "upgrade", "--config", str(file)) == (0, "The database was up to date.\n")


def test_backup_copies_all_and_never_over_an_older_copy(config: str, db: Database, tmp_path: Path) -> None:
    db.write_now(_some_trouble)
    copy = tmp_path / "copy.db"
    code, said = run("db", "backup", str(copy), "--config", config)
    if db.engine.dialect.name == "postgresql":
        assert code == 1 and "use pg_dump" in said
        return
    assert code == 0 and str(copy) in said
    with sqlite3.connect(copy) as found:
        assert found.execute("SELECT count(*) FROM inbox").fetchone() == (4,)
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    code, said = run("db", "backup", str(copy), "--config", config)
    assert code == 1 and "exists already" in said


def test_a_backup_that_cannot_be_written_is_said(config: str, db: Database, tmp_path: Path) -> None:
    if db.engine.dialect.name == "postgresql":
        return
    code, said = run("db", "backup", str(tmp_path / "no" / "such" / "copy.db"), "--config", config)
    assert code == 1 and "cannot be written" in said and "Check that its folder exists" in said


@pytest.mark.parametrize("command", [(), ("faq",), ("db",), ("events",)])
def test_without_a_command_there_is_help(command: tuple[str, ...]) -> None:
    _code, said = run(*command)
    assert "Usage: " in said and "Commands:" in said


@pytest.mark.parametrize(
    "command",
    [
        "run",
        "demo",
        "faq import",
        "faq ask",
        "faq export",
        "faq check",
        "faq test",
        "faq link",
        "events import",
        "events list",
        "db status",
        "db backup",
    ],
)
def test_every_command_explains_itself(command: str) -> None:
    code, said = run(*command.split(), "--help")
    assert code == 0 and "Usage: " in said and "--help" in said
    sentence = said.split("\n\n")[1].strip()
    assert len(sentence) > 10 and sentence.endswith((".", "?"))


def _entries(session: Session) -> int:
    return session.execute(select(func.count()).select_from(EntryRow)).scalar_one()


def _some_trouble(session: Session) -> None:
    inbox.store(session, [Received(n, "{}") for n in (1, 2)], NOW)
    failed = {"state": inbox.FAILED, "raw": "{}", "attempts": 4, "error": "ValueError: stuk"}
    session.add(InboxUpdate(update_id=3, received_at=NOW, **failed))
    inbox.quarantine(session, 9, "dag", "it is not JSON", NOW)
    dead = Draft(5, "sendMessage", {"text": "Dag"})
    outbox.enqueue(session, dead)
    outbox.enqueue(session, Draft(6, "sendMessage", {"text": "Dag"}))
    outbox.flush(session, NOW)
    session.info.pop("drafts")
    sending.settle(session, dead.id, outbox.DEAD, "400: chat not found")
