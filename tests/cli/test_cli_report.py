"""`helpdesk report`, as someone at a terminal uses it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from storage.database import Database
from tests.desk import report_scene as scene

runner = CliRunner()


@pytest.fixture
def config(tmp_path: Path, storage_url: str) -> str:
    """Settings with a database of five invented weeks and the clock at 7 December 2026."""
    clock, now = tmp_path / "clock", datetime(2026, 12, 7, 9, 2, tzinfo=UTC)
    clock.write_text(str((now - datetime.now(UTC)).total_seconds()))
    file = tmp_path / "config.toml"
    file.write_text(f'[storage]\nurl = "{storage_url}"\n[clock]\noffset_file = "{clock}"\n', encoding="utf-8")
    db = Database(storage_url, lambda: now)
    db.write_now(scene.month, date(2026, 11, 2), (1, 1, 1, 1, 1))
    db.close()
    return str(file)


def run(*arguments: str) -> tuple[int, str]:
    found = runner.invoke(app, ["report", *arguments])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.output


def test_days_in_words_and_as_files(config: str, tmp_path: Path) -> None:
    csv, xlsx = tmp_path / "days.csv", tmp_path / "days.xlsx"
    days = ("--from", "2026-11-09", "--to", "2026-11-22", "--config", config)
    code, said = run(*days, "--csv", str(csv), "--xlsx", str(xlsx))
    assert code == 0
    assert "14 dagen · ma 9 november tot en met zo 22 november" in said
    assert "Er zijn 102 vragen gesteld, 51 meer dan de dagen ervoor." in said
    assert csv.read_text("utf-8-sig").startswith("Dag;Vragen;Door de bot;Naar een mens;Zonder goed antwoord")
    assert xlsx.read_bytes().startswith(b"PK")


def test_without_days_it_is_the_last_seven(config: str) -> None:
    code, said = run("--config", config)
    assert code == 0 and "7 dagen · di 1 december tot en met ma 7 december" in said


def test_what_cannot_be_is_said(config: str, tmp_path: Path) -> None:
    code, said = run("--from", "2026-11-09", "--to", "2026-11-08", "--config", config)
    assert code == 1 and "is 0 days; a report is of 1 to 366." in said
    nowhere = str(tmp_path / "nowhere" / "days.csv")
    code, said = run("--from", "2026-11-09", "--to", "2026-11-09", "--config", config, "--csv", nowhere)
    assert code == 1 and "cannot be written: No such file or directory." in said
