"""`helpdesk events`, as someone at a terminal uses it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.settings import CONTENT
from storage.database import Database
from tests.agenda.calendars import ics
from tests.agenda.members import join, tick

runner = CliRunner()


@pytest.fixture
def config(tmp_path: Path, storage_url: str) -> str:
    """Settings with a fresh database and the clock at 3 December 2026."""
    clock = tmp_path / "clock"
    clock.write_text(str((datetime(2026, 12, 3, 9, 2, tzinfo=UTC) - datetime.now(UTC)).total_seconds()))
    file = tmp_path / "config.toml"
    file.write_text(f'[storage]\nurl = "{storage_url}"\n[clock]\noffset_file = "{clock}"\n', encoding="utf-8")
    return str(file)


def run(*arguments: str) -> tuple[int, str]:
    found = runner.invoke(app, ["events", *arguments])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.output


def test_import_list_and_preview(config: str) -> None:
    sample = str(CONTENT / "events.ics")
    code, said = run("import", sample, "--config", config, "--dry-run")
    assert code == 0
    assert "events.ics: 15 bijeenkomsten gelezen." in said
    assert "Er is niets veranderd: dit was een proef." in said
    assert "0 gatherings" in run("list", "--config", config)[1]
    code, said = run("import", sample, "--config", config)
    assert code == 0
    assert "Nieuw (30): Winterontmoeting van het netwerk" in said
    assert "Alles staat al in de agenda." in run("import", sample, "--config", config)[1]
    code, said = run("list", "--config", config)
    assert "Thu 10 Dec 2026 16:00" in said
    assert "30 gatherings to come." in said
    code, said = run("preview", "--config", config, "--days", "10")
    assert "Wed 09 Dec 2026 16:00 CET  0 members" in said
    assert "3 reminders in the coming 10 days." in said


def test_the_agenda_goes_out_as_a_table_and_comes_in_again(config: str, tmp_path: Path) -> None:
    run("import", str(CONTENT / "events.ics"), "--config", config)
    for name, options in (("agenda.csv", ()), ("agenda.xlsx", ()), ("agenda", ("--format", "csv"))):
        file = tmp_path / name
        assert run("export", str(file), "--config", config, *options) == (0, f"29 gatherings written to {file}.\n")
    assert "exists already" in run("export", str(tmp_path / "agenda.csv"), "--config", config)[1]
    assert "must end in .csv or .xlsx" in run("export", str(tmp_path / "agenda.pdf"), "--config", config)[1]
    for name in ("agenda.csv", "agenda.xlsx"):
        assert "Alles staat al in de agenda." in run("import", str(tmp_path / name), "--config", config)[1]


def test_places_of_a_table(config: str, tmp_path: Path) -> None:
    table = tmp_path / "agenda.csv"
    table.write_text("naam;datum;begin;plaatsen;aanmelden tot\nAvond;12-01-2027;19:30;20;12-01-2027 12:00\n")
    said = run("import", str(table), "--config", config)[1]
    assert "Avond, di 12 januari 2027, 19.30 uur (20 plekken, aanmelden tot di 12 januari 2027, 12.00 uur)." in said
    table.write_text("naam;datum;begin;plaatsen\nAvond;12-01-2027;19:30;heel veel\n")
    code, said = run("import", str(table), "--config", config)
    assert (code, '"heel veel" is geen aantal mensen.' in said) == (1, True)
    assert "Regel 2, plaatsen (D2)" in said


def test_a_moment_can_be_looked_at(config: str, storage_url: str) -> None:
    run("import", str(CONTENT / "events.ics"), "--config", config)
    db = Database(storage_url, lambda: datetime(2026, 12, 3, tzinfo=UTC))
    db.write_now(join, 1, places=())
    db.write_now(join, 2, places=("Lopik",))
    db.close()
    said = run("preview", "--config", config, "--at", "2027-10-30T00:00", "--days", "2")[1]
    assert "Sat 30 Oct 2027 02:30 CEST  1 member        Nachtwandeling" in said
    assert "Sun 31 Oct 2027 00:30 CEST  1 member        Nachtwandeling" in said
    assert "1 of them without a sound" in said
    assert "not to: 1 chose other places" in said
    assert "2 reminders from Sat 30 Oct 2027 00:00 CEST, 2 days." in said
    assert run("preview", "--config", config, "--at", "gisteren")[0] == 1


def test_what_was_missed_is_shown(config: str, storage_url: str) -> None:
    run("import", str(CONTENT / "events.ics"), "--config", config)
    late = datetime(2026, 12, 10, 16, 0, tzinfo=UTC)
    db = Database(storage_url, lambda: late)
    db.write_now(join, 1, places=())
    tick(db, late)
    db.close()
    clock = Path(config).parent / "clock"
    clock.write_text(str((late - datetime.now(UTC)).total_seconds()))
    said = run("preview", "--config", config)[1]
    assert "Missed in the past 14 days, because the bot was not running:" in said
    assert "Thu 10 Dec 2026 14:00 CET  1 member        Winterontmoeting van het netwerk" in said


def test_a_broken_calendar_is_refused_with_every_mistake(tmp_path: Path, config: str) -> None:
    file = tmp_path / "stuk.ics"
    file.write_bytes(ics("UID:a\nSUMMARY:Zonder <datum>", "SUMMARY:Zonder UID\nDTSTART:20270101T100000"))
    code, said = run("import", str(file), "--config", config)
    assert code == 1
    assert "stuk.ics kan ik niet lezen. Er is niets veranderd." in said
    assert "Regel 4, Zonder <datum>: DTSTART ontbreekt." in said
    assert "Regel 8, Zonder UID: UID ontbreekt." in said
    assert "Traceback" not in said


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path, config: str) -> None:
    code, said = run("import", str(tmp_path / "weg.ics"), "--config", config)
    assert code == 1
    assert "cannot be read: No such file or directory" in said


def test_a_region_file_that_is_not_there_is_a_sentence(tmp_path: Path, config: str) -> None:
    Path(config).write_text(
        Path(config).read_text(encoding="utf-8") + '[events]\nregion = "weg.yaml"\n', encoding="utf-8"
    )
    code, said = run("import", str(CONTENT / "events.ics"), "--config", config)
    assert code == 1
    assert "weg.yaml cannot be read" in said
