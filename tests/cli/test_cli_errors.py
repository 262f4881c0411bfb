"""What goes wrong at the start is said in a sentence: what, where, what to do. Exit code 1, no traceback, no token."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.demo.server.server import BotApiServer
from bot.startup import StartupError, prepare_database
from tests.databases import SqliteFiles

ROOT = Path(__file__).parents[2]
WRONG_TOKEN = "123456789:AAwrongwrongwrongwrongwrong"


class Terminal:
    """Runs `helpdesk` as a process, with settings from the environment."""

    def __init__(self, server: BotApiServer, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.group = server.group("Helpdesk")
        self.settings = {
            "TELEGRAM__TOKEN": server.token,
            "TELEGRAM__API_URL": server.url,
            "STAFF__CHAT_ID": str(self.group.chat_id),
            "STORAGE__URL": f"sqlite:///{folder}/helpdesk.db",
        }

    async def refused(self, *arguments: str, **settings: str) -> str:
        """What a command says that must fail; checks what holds for every failure."""
        code, said = await self.run(*arguments or ("run",), **settings)
        assert code == 1, f"exit code {code}: {said}"
        assert said and "Traceback" not in said
        for token in (self.server.token, WRONG_TOKEN):
            assert token.partition(":")[2] not in said
        return said

    async def run(self, *arguments: str, **settings: str) -> tuple[int, str]:
        """Exit code and output."""
        return await finished(await self.start(*arguments, **settings))

    async def start(self, *arguments: str, **settings: str) -> asyncio.subprocess.Process:
        """The command, running."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("HELPDESK_")}
        environment |= {f"HELPDESK_{k}": v for k, v in (self.settings | settings).items()}
        command = (sys.executable, "-m", "bot", *arguments)
        pipe, out = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT
        return await asyncio.create_subprocess_exec(
            *command, cwd=self.folder, env=environment | {"PYTHONPATH": str(ROOT)}, stdout=pipe, stderr=out
        )


async def finished(process: asyncio.subprocess.Process) -> tuple[int, str]:
    """Exit code and output; AssertionError when it is still running after a minute."""
    try:
        said, _ = await asyncio.wait_for(process.communicate(), 60)
    except TimeoutError:
        process.kill()
        raise AssertionError("it is still running") from None
    assert process.returncode is not None
    return process.returncode, said.decode()


@pytest.fixture
async def terminal(tmp_path: Path) -> AsyncIterator[Terminal]:
    async with await BotApiServer.start() as server:
        yield Terminal(server, tmp_path)


async def test_a_wrong_token(terminal: Terminal) -> None:
    said = await terminal.refused(TELEGRAM__TOKEN=WRONG_TOKEN)
    assert "Telegram does not accept the token (Unauthorized). Copy it again from @BotFather" in said


async def test_a_staff_group_without_the_bot(terminal: Terminal) -> None:
    said = await terminal.refused(STAFF__CHAT_ID="-100987")
    assert "The bot is not in the staff group -100987 (Bad Request: chat not found). Add it to the group" in said


async def test_mistakes_in_the_settings_all_at_once(terminal: Terminal) -> None:
    said = await terminal.refused(
        LOCALE__TIME_ZONE="Europe/Utrecht", TELEGRAM__TOKEN="", TELEGRAM__TOKEN_FILE="nowhere", STAFF__CHAT_ID="0"
    )
    assert "'Europe/Utrecht' is not a known time zone; use a name as Europe/Amsterdam" in said
    assert "telegram.token_file" in said and "nowhere cannot be read: No such file or directory" in said
    assert "staff.chat_id (HELPDESK_STAFF__CHAT_ID): is missing" in said
    assert "There is no config.toml here: copy config.example.toml to it" in said
    assert not (terminal.folder / "helpdesk.db").exists()


async def test_settings_that_are_not_there(terminal: Terminal) -> None:
    said = await terminal.refused("run", "--config", "there/config.toml")
    assert "there/config.toml" in said and "copy config.example.toml" in said


@pytest.mark.parametrize("place", ["/proc/no-such-place/helpdesk.db", "no/such/folder/helpdesk.db"])
async def test_a_folder_in_which_nothing_can_be_written(terminal: Terminal, place: str) -> None:
    said = await terminal.refused(STORAGE__URL=f"sqlite:///{place}")
    assert place in said and "unable to open database file" in said and "Check that its folder exists" in said


def test_a_database_that_may_only_be_read(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    """It is up to date, so reading it shows nothing wrong."""
    file = sqlite_files.new(tmp_path).removeprefix("sqlite:///")
    with pytest.raises(StartupError, match="cannot be opened or written: attempt to write a readonly database"):
        prepare_database(f"sqlite:///file:{file}?mode=ro&uri=true")


async def test_a_file_that_is_no_database(terminal: Terminal) -> None:
    (terminal.folder / "helpdesk.db").write_text("Beste Joke, " * 100)
    said = await terminal.refused()
    assert "file is not a database" in said and "helpdesk.db" in said
    assert (terminal.folder / "helpdesk.db").read_text().startswith("Beste Joke")


async def test_a_postgresql_that_is_not_there(terminal: Terminal) -> None:
    said = await terminal.refused(STORAGE__URL="postgresql://joke:geheim123@127.0.0.1:1/helpdesk")
    assert "127.0.0.1:1" in said and "that the server runs" in said and "geheim123" not in said


async def test_a_database_of_another_kind(terminal: Terminal) -> None:
    said = await terminal.refused(STORAGE__URL="mysql://x/y")
    assert "storage.url cannot be used: 'mysql' is not supported: use sqlite:///file.db or postgresql://" in said


async def test_a_database_of_a_newer_version_is_left_alone(terminal: Terminal, sqlite_files: SqliteFiles) -> None:
    url = sqlite_files.new(terminal.folder)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    engine.dispose()
    before = (terminal.folder / "helpdesk.db").read_bytes()
    for command in (("run",), ("db", "upgrade"), ("db", "status"), ("faq", "ask", "wat is een vog")):
        said = await terminal.refused(*command)
        assert "made by a newer version of this program (schema 0999" in said
        assert "Install the newer version, or restore a backup" in said
    assert (terminal.folder / "helpdesk.db").read_bytes() == before


async def test_a_port_that_is_taken(terminal: Terminal) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = await terminal.refused(WEB__PORT=str(port))
    assert f"Port {port} on 127.0.0.1 cannot be opened" in said and "choose another one" in said


async def test_a_webhook_that_telegram_does_not_want(terminal: Terminal) -> None:
    words = "Bad Request: bad webhook: HTTPS url must be provided for webhook"
    terminal.server.faults.add("error", method="setWebhook", status=400, description=words)
    hook = {"TELEGRAM__WEBHOOK__URL": "http://bot.example/hook", "TELEGRAM__WEBHOOK__PORT": "0"}
    said = await terminal.refused(TELEGRAM__MODE="webhook", **hook)
    assert "does not accept telegram.webhook.url http://bot.example/hook" in said and words in said


async def test_a_faq_that_cannot_be_read_leaves_nothing_half_written(terminal: Terminal) -> None:
    source = terminal.folder / "faq.yaml"
    source.write_text("- id: een\n  question: Wat?\n  answer: [dit is\n", encoding="utf-8")
    said = await terminal.refused(FAQ__SOURCE=str(source))
    assert "faq.source cannot be imported" in said and "faq.yaml" in said
    code, said = await terminal.run("db", "status")
    assert code == 0 and "came in: nothing yet" in said
    source.unlink()
    said = await terminal.refused(FAQ__SOURCE=str(source))
    assert "faq.source cannot be imported" in said


async def test_it_starts_when_all_is_well_and_the_token_is_in_no_line(terminal: Terminal) -> None:
    """With --verbose, and while Telegram drops connections, refuses calls and gives bad answers."""
    faults, secret = terminal.server.faults, terminal.server.token.partition(":")[2]
    for kind in ("reset", "flood"):
        faults.add(kind, method="getMe")
    faults.add("error", method="getUpdates", status=500, count=2)
    faults.add("reset", method="getUpdates")
    faults.add("error", method="sendMessage", status=400, description="Bad Request: chat not found", count=0)
    process = await terminal.start("run", "--verbose")
    joke = terminal.server.person("Joke")
    await joke.says("/start")
    ledger, end = terminal.server.world.ledger, time.monotonic() + 60
    while ledger.descriptions["Bad Request: chat not found"] == 0:
        assert time.monotonic() < end and process.returncode is None
        await asyncio.sleep(0.05)
    process.terminate()
    code, log = await finished(process)
    assert code == 0, log
    assert "ready: @" in log and "out of reach" in log and "dead letter" in log
    assert secret not in log and secret[:12] not in log


async def test_help_is_worth_reading(terminal: Terminal) -> None:
    code, said = await terminal.run("--help")
    assert code == 0
    for command in ("run", "demo", "faq", "events", "db"):
        assert f"\n  {command} " in said
    assert "config.example.toml" in said and "helpdesk demo" in said


async def test_what_is_no_address_of_a_database_is_told(terminal: Terminal) -> None:
    code, said = await terminal.run("events", "preview", STORAGE__URL="helpdesk")
    assert code == 1 and said == (
        "storage.url cannot be used: it is no address of a database; write sqlite:///file.db or postgresql://….\n"
    )
