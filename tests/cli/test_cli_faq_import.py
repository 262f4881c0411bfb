"""`helpdesk faq import` and `export`, as someone at a terminal uses them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.knowledge import editing, entries
from storage.database import Database

runner = CliRunner()
NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)
TWO = """\
- id: vog
  question: Wat is een VOG?
  phrasings:
    - vog
    - verklaring omtrent gedrag
  answer: |
    Een papier van de overheid.

- id: bus
  question: Mogen we een bus lenen?
  phrasings:
    - busje lenen
  answer: |
    Ja, bij de gemeente.
"""


@pytest.fixture
def config(tmp_path: Path, storage_url: str) -> str:
    """Settings with a fresh database."""
    file = tmp_path / "config.toml"
    file.write_text(f'[storage]\nurl = "{storage_url}"\n', encoding="utf-8")
    return str(file)


@pytest.fixture
def file(tmp_path: Path, config: str) -> Path:
    """A file with two entries, imported."""
    found = tmp_path / "faq.yaml"
    found.write_text(TWO, encoding="utf-8")
    assert run("import", str(found), "--config", config, "--yes")[0] == 0
    return found


def run(*arguments: str, typed: str = "") -> tuple[int, str]:
    found = runner.invoke(app, ["faq", *arguments], input=typed)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.output


def answers(db: Database) -> dict[str, str]:
    return {entry.id: entry.answer for entry in db.read_now(entries.active)}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_it_shows_what_changes_and_asks(config: str, file: Path, db: Database) -> None:
    edit(file, "de overheid", "Justis")
    edit(file, "    - vog\n", "    - vog\n    - bewijs van gedrag\n")
    edit(file, TWO[TWO.index("- id: bus") :], "- id: bbq\n  question: Mag een barbecue?\n  answer: Soms.\n")
    before = answers(db)
    for typed in ("", "n\n", "\n"):
        code, said = run("import", str(file), "--config", config, typed=typed)
        assert code == 1 and "Nothing was written." in said
        assert answers(db) == before
    code, said = run("import", str(file), "--config", config, typed="ja\n")
    assert code == 0
    assert "new      bbq: Mag een barbecue?\n" in said
    assert "changed  vog: Wat is een VOG?\n           phrasings: (nothing) → 'bewijs van gedrag'\n" in said
    assert "'Een papier van de overheid.' → 'Een papier van Justis.'" in said
    assert "removed  bus: Mogen we een bus lenen?\n" in said
    assert "2 entries read: 1 new, 1 changed, 1 removed, 0 changed in chat." in said
    assert "Imported. Changes: 3." in said
    assert answers(db) == {"vog": "Een papier van Justis.", "bbq": "Soms."}
    code, said = run("import", str(file), "--config", config)
    assert code == 0 and "Nothing changes." in said


def test_a_dry_run_asks_and_writes_nothing(config: str, file: Path, db: Database) -> None:
    edit(file, "de overheid", "Justis")
    code, said = run("import", str(file), "--config", config, "--dry-run")
    assert code == 0 and "1 changed" in said and "Nothing was written." in said
    assert answers(db)["vog"] == "Een papier van de overheid."


@pytest.fixture
def conflict(config: str, file: Path, db: Database) -> Path:
    """Chat and the file both changed an entry, and the file another."""
    db.write_now(editing.change, "vog", "Sanne", NOW, answer="Bel 14 030.")
    edit(file, "de overheid", "Justis")
    edit(file, "bij de gemeente", "bij ons")
    return file


def test_a_conflict_shows_both_texts_and_stays_with_yes(config: str, conflict: Path, db: Database) -> None:
    code, said = run("import", str(conflict), "--config", config, "--yes")
    assert code == 0
    assert "in chat  vog: changed by Sanne on 03 Dec 2026 10:02; the file changes it too\n" in said
    assert "           answer\n             chat: 'Bel 14 030.'\n             file: 'Een papier van Justis.'\n" in said
    assert "Stays as it is in chat: vog." in said
    assert answers(db) == {"vog": "Bel 14 030.", "bus": "Ja, bij ons."}


@pytest.mark.parametrize(
    ("options", "typed", "expected"),
    [
        (["--take-file", "--yes"], "", "Een papier van Justis."),
        (["--keep-chat", "--yes"], "", "Bel 14 030."),
        ([], "f\ny\n", "Een papier van Justis."),
        ([], "k\ny\n", "Bel 14 030."),
        (["--take-file"], "y\n", "Een papier van Justis."),
    ],
)
def test_a_conflict_is_decided_by_a_person(
    config: str, conflict: Path, db: Database, options: list[str], typed: str, expected: str
) -> None:
    code, said = run("import", str(conflict), "--config", config, *options, typed=typed)
    assert code == 0, said
    assert answers(db) == {"vog": expected, "bus": "Ja, bij ons."}


def test_stopping_at_a_conflict_writes_nothing(config: str, conflict: Path, db: Database) -> None:
    before = answers(db)
    for typed in ("s\n", "", "k\nn\n"):
        code, said = run("import", str(conflict), "--config", config, typed=typed)
        assert code == 1 and "Nothing was written." in said
        assert answers(db) == before
    code, said = run("import", str(conflict), "--config", config, "--take-file", "--keep-chat")
    assert code == 1 and "Choose one of" in said


@pytest.mark.parametrize("form", ["yaml", "csv", "xlsx"])
def test_export_edit_and_import_again(config: str, file: Path, db: Database, tmp_path: Path, form: str) -> None:
    """An export knows what chat had changed by then: that is no conflict any more."""
    db.write_now(editing.change, "vog", "Sanne", NOW, answer="Bel 14 030.")
    out = tmp_path / f"uit.{form}"
    code, said = run("export", str(out), "--config", config)
    assert code == 0 and f"2 entries written to {out}." in said
    code, said = run("import", str(out), "--config", config)
    assert code == 0 and "0 new, 0 changed, 0 removed, 0 changed in chat." in said and "Nothing changes." in said
    if form == "xlsx":
        return
    raw = out.read_bytes()
    assert b"Bel 14 030." in raw
    out.write_bytes(raw.replace(b"14 030", b"0800 1234"))
    code, said = run("import", str(out), "--config", config, "--yes")
    assert code == 0 and "1 changed, 0 removed, 0 changed in chat" in said
    assert answers(db)["vog"] == "Bel 0800 1234."


def test_an_export_never_writes_over_a_file_unasked(config: str, file: Path, tmp_path: Path) -> None:
    code, said = run("export", str(file), "--config", config)
    assert code == 1 and "exists already" in said
    assert file.read_text(encoding="utf-8") == TWO
    code, said = run("export", str(file), "--config", config, "--force")
    assert code == 0
    assert file.read_text(encoding="utf-8").startswith("# De antwoorden van de helpdesk.")
    assert file.read_text(encoding="utf-8").endswith(TWO)


def test_an_export_to_another_format_is_a_sentence(config: str, tmp_path: Path) -> None:
    code, said = run("export", str(tmp_path / "faq.doc"), "--config", config)
    assert code == 1 and "must end in .yaml" in said and "Traceback" not in said


def test_an_export_before_the_first_start_gives_what_the_bot_begins_with(config: str, tmp_path: Path) -> None:
    """Whoever follows docs/curators.md before the bot ever ran gets the sample, to make it their own."""
    sample = tmp_path / "sample.xlsx"
    code, said = run("export", str(sample), "--config", config)
    assert code == 0 and "90 entries written" in said and "those that the bot will begin with" in said
    code, said = run("import", str(sample), "--config", config, "--yes")
    assert code == 0 and "90 new" in said


def test_an_export_into_no_folder_is_a_sentence(config: str, file: Path, tmp_path: Path) -> None:
    code, said = run("export", str(tmp_path / "no" / "faq.csv"), "--config", config)
    assert code == 1 and "cannot be written: No such file or directory." in said


def test_mistakes_in_a_sheet_come_by_row_and_column(config: str, tmp_path: Path, db: Database) -> None:
    bad = tmp_path / "faq.csv"
    bad.write_text("id;vraag;antwoord\na;Wat?;\nA b;;x\n", encoding="utf-8")
    code, said = run("import", str(bad), "--config", config, "--yes")
    assert code == 1
    assert "faq.csv, row 2: antwoord (column C): is missing" in said
    assert "faq.csv, row 3: id (column A): 'A b' may have only a-z" in said
    assert answers(db) == {}


QUESTIONS = """\
{"query": "verklaring omtrent gedrag", "gold": "vog"}
{"query": "busje lenen", "gold": "bus"}
"""


@pytest.fixture
def questions(tmp_path: Path, config: str) -> Path:
    """Two questions, named in the settings."""
    found = tmp_path / "vragen.jsonl"
    found.write_text(QUESTIONS, encoding="utf-8")
    settings = Path(config)
    settings.write_text(settings.read_text(encoding="utf-8") + '[faq]\nquestions = "vragen.jsonl"\n', encoding="utf-8")
    return found


def test_answers_that_are_right_less_often_must_be_confirmed(
    config: str, file: Path, questions: Path, db: Database
) -> None:
    text = TWO.replace("    - verklaring omtrent gedrag\n", "").replace("busje lenen", "verklaring omtrent gedrag")
    file.write_text(text, encoding="utf-8")
    before = answers(db)
    code, said = run("import", str(file), "--config", config, "--yes")
    assert code == 1
    assert "Tried on 2 questions of vragen.jsonl" in said
    assert "With this file the answers are right less often." in said
    assert "'verklaring omtrent gedrag': was " in said and "Right is vog." in said
    assert "--even-if-worse" in said
    code, said = run("import", str(file), "--config", config, typed="n\n")
    assert code == 1 and "Import it all the same? [y/N]" in said
    assert answers(db) == before
    assert not [
        entry for entry in db.read_now(entries.active) if "busje lenen" not in entry.texts and entry.id == "bus"
    ]
    code, said = run("import", str(file), "--config", config, "--yes", "--even-if-worse")
    assert code == 0 and "Imported. Changes: 2." in said


def test_answers_that_are_right_as_often_need_no_more(config: str, file: Path, questions: Path) -> None:
    edit(file, "de overheid", "Justis")
    code, said = run("import", str(file), "--config", config, "--yes")
    assert code == 0 and "right entry first (top-1)      100.0%   was 100.0%" in said
    assert "Import" in said


def test_questions_that_cannot_be_read_stop_it(config: str, file: Path, questions: Path, db: Database) -> None:
    questions.write_text("hoi\n", encoding="utf-8")
    edit(file, "de overheid", "Justis")
    code, said = run("import", str(file), "--config", config, "--yes")
    assert code == 1 and "vragen.jsonl, line 1: is not JSON" in said
    assert answers(db)["vog"] == "Een papier van de overheid."
