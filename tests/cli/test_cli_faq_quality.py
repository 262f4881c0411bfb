"""`helpdesk faq check`, `test` and `link`, as someone at a terminal uses them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.knowledge import editing
from storage.database import Database
from tests.cli.test_cli_errors import Terminal, terminal
from tests.cli.test_cli_faq_import import NOW, QUESTIONS, TWO, config, file, run

__all__ = ["config", "file", "terminal"]  # fixtures


def test_check_tells_errors_from_warnings_by_its_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text(TWO, encoding="utf-8")
    code, said = run("check", "--file", str(path))
    assert code == 0
    assert "warning  vog, phrasings: has 2 other ways to ask it" in said
    assert said.endswith("2 entries: 0 errors, 2 warnings.\n")
    assert run("check", "--file", str(path), "--strict")[0] == 1
    path.write_text(TWO.replace("bij de gemeente", "bij [ons](https://x.nl"), encoding="utf-8")
    code, said = run("check", "--file", str(path))
    assert code == 1 and "error    bus, answer: the link '[ons](https://x.nl." in said


def test_check_of_a_broken_file_has_every_mistake(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text("- id: a\n- id: b\n", encoding="utf-8")
    code, said = run("check", "--file", str(path))
    assert code == 1 and said.count("is missing") == 4


def test_check_looks_at_the_database(config: str, file: Path, db: Database) -> None:
    db.write_now(editing.change, "bus", "Sanne", NOW, answer="**Ja")
    code, said = run("check", "--config", config)
    assert code == 1 and "error    bus, answer: bold is not closed" in said


def test_check_of_an_empty_database_looks_at_what_it_will_begin_with(config: str) -> None:
    code, said = run("check", "--config", config)
    assert code == 0 and " entries: 0 errors, " in said


def test_test_compares_with_the_faq_before_the_last_change(
    config: str, file: Path, db: Database, tmp_path: Path
) -> None:
    questions = tmp_path / "vragen.jsonl"
    questions.write_text(QUESTIONS + '{"query": "x", "gold": "weg"}\n', encoding="utf-8")
    code, said = run("test", str(questions), "--config", config)
    assert code == 0 and "3 questions, 2 entries.\n" in said and "was" not in said.split("\n\n")[0]
    assert "No such entries, so these questions count as wrong: weg" in said
    later = NOW + timedelta(days=1)
    db.write_now(editing.change, "vog", "Sanne", later, phrasings=["vog"])
    db.write_now(editing.change, "bus", "Sanne", later, phrasings=["busje lenen", "verklaring omtrent gedrag"])
    code, said = run("test", str(questions), "--config", config)
    assert code == 0 and "Compared with revision 2, before 'Sanne' of 04 Dec 2026 09:02 UTC." in said
    assert "right entry first (top-1)       33.3%   was  66.7% (-33.3)" in said
    assert "What changed (" in said and "\n  'verklaring omtrent gedrag': was " in said
    code, said = run("test", str(questions), "--config", config, "--since", "2")
    assert code == 0 and "Compared with revision 2." in said and "(-33.3)" in said
    code, said = run("test", str(questions), "--config", config, "--since", "9" * 20)
    assert code == 1 and "There is no revision 99999999999999999999: the newest is 4." in said
    code, said = run("test", str(questions), "--config", config, "--file", str(file))
    assert code == 0 and "Compared with what the database holds." in said and "(+33.3)" in said


def test_test_without_questions_is_a_sentence(config: str, tmp_path: Path) -> None:
    code, said = run("test", str(tmp_path / "nergens.jsonl"), "--config", config)
    assert code == 1 and "cannot be opened" in said and "Traceback" not in said


def test_a_link_and_its_code_without_telegram(config: str, file: Path, tmp_path: Path) -> None:
    for name, start in (("poster.png", b"\x89PNG"), ("poster.svg", b"<?xml")):
        path = tmp_path / name
        code, said = run("link", "vog", "--config", config, "--bot", "@omzien_bot", "--qr", str(path))
        assert code == 0 and said.startswith("https://t.me/omzien_bot?start=faq_vog\n")
        assert path.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["vogg", "--bot", "omzien_bot"], "There is no answer 'vogg'. Did you mean vog?"),
        (["vog", "--bot", "omzien bot"], "is no username of a bot"),
        (["vog", "--bot", "omzien_bot", "--qr", "x.jpg"], "must end in .png or .svg"),
        (["vog", "--bot", "omzien_bot", "--qr", "no/such/x.png"], "cannot be written"),
        (["vog"], "Give its username with --bot"),
    ],
)
def test_links_that_cannot_be_are_a_sentence(config: str, file: Path, arguments: list[str], words: str) -> None:
    code, said = run("link", *arguments, "--config", config)
    assert code == 1 and words in said


async def test_telegram_says_who_the_bot_is(terminal: Terminal) -> None:
    code, said = await terminal.run("faq", "link", "gratis-vog")
    assert "There was no database yet: " in said
    link = said.splitlines()[-1] if said.endswith("\n") else ""
    assert code == 0 and link.startswith("https://t.me/") and link.endswith("?start=faq_gratis-vog")
    terminal.server.faults.add("error", method="getMe", status=401, description="Unauthorized")
    said = await terminal.refused("faq", "link", "gratis-vog")
    assert "Telegram does not say who the bot is" in said and "--bot" in said
