"""`helpdesk events deliveries` and `unreachable`, as someone at a terminal uses them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import people
from bot.agenda import news
from bot.agenda.news import Content
from storage import outbox
from storage.database import Database
from storage.outbox import OutboxRow
from storage.people import Member
from tests.agenda.members import join
from tests.cli.test_cli_events import config, run

__all__ = ["config"]
NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)


def sent(session: Session) -> None:
    """News to three: one has it, one blocked the bot, one gets it when it is no longer quiet."""
    for number in (1, 2, 3):
        join(session, number, news=True)
    session.execute(update(Member).where(Member.id == 3).values(quiet_from=9 * 60, quiet_until=20 * 60))
    found = news.draft(session, (-1, 5), Content("text", "sendMessage", {"text": "Nieuws"}), 9, NOW)
    assert news.send(session, found, lambda language: {"text": language}, NOW, ZoneInfo("Europe/Amsterdam")) == 3
    arrived = {"state": outbox.SENT, "sent_at": NOW, "repeated": True}
    session.execute(update(OutboxRow).where(OutboxRow.chat_id == 1).values(**arrived))
    people.unreachable(session, 2, NOW - timedelta(days=1))


def test_how_it_ended_for_whom(config: str, storage_url: str, tmp_path: Path) -> None:
    assert "Nothing was sent to many yet." in run("deliveries", "--config", config)[1]
    database = Database(storage_url, lambda: NOW)
    database.write_now(sent)
    database.close()
    code, said = run("deliveries", "--config", config)
    assert code == 0
    assert "news:1" in said and "1 delivered, 1 blocked, 0 failed, 0 not sent, 1 put off, 0 waiting" in said
    file = tmp_path / "news.csv"
    assert run("deliveries", "--config", config, "--of", "news:1", "--csv", str(file))[0] == 0
    head, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    assert head == "lid;taal;uitkomst;wanneer;twee keer;reden"
    assert sorted(rows) == [
        "1;nl;bezorgd;2026-12-03 10:02:00;misschien;",
        "2;nl;geblokkeerd;;;",
        "3;nl;uitgesteld;2026-12-03 20:00:00;;",
    ]
    code, said = run("unreachable", "--config", config, "--csv", str(file))
    assert "blocked      since Wed 02 Dec 2026 10:02" in said and "1 members are out of reach." in said
    assert file.read_text(encoding="utf-8-sig").splitlines()[1] == "2;geblokkeerd;2026-12-02 10:02:00"


def test_what_makes_no_sense_is_told(config: str) -> None:
    assert run("deliveries", "--config", config, "--of", "nieuws")[0] == 1
    code, said = run("deliveries", "--config", config, "--of", "news:7")
    assert code == 1 and "Nothing was sent as news:7." in said
    assert run("deliveries", "--config", config, "--csv", "x.csv")[0] == 1
