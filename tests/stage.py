"""The stage for conversations: the real program, over real HTTP, beside the local Bot API server."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from bot import config
from bot.app import Helpdesk
from bot.demo.actors import Group, Person
from bot.demo.server.server import BotApiServer
from bot.settings import Settings

START = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)


class Stage:
    """The cast: Joke, Fatma and Henk ask; Sanne and Karim are staff, Ellen coordinates. Use as `async with`."""

    joke: Person
    fatma: Person
    henk: Person
    sanne: Person
    karim: Person
    ellen: Person
    group: Group

    def __init__(self, folder: Path, storage_url: str, options: dict[str, str] | None = None) -> None:
        """`options`: settings by dotted key, and "forum" = "no" for a plain staff group."""
        self.folder, self.storage_url, self.options = folder, storage_url, dict(options or {})
        self.forum = self.options.pop("forum", "yes") == "yes"

    async def __aenter__(self) -> Self:
        self.clock_file = self.folder / "clock"
        self.set_clock(START)
        self.server = await BotApiServer.start(limits=None, clock=self.clock_file, webhook_pause=0.05)
        self._cast()
        self.settings = self._settings()
        self.helpdesk = Helpdesk(self.settings)
        await self.helpdesk.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.helpdesk.stop()
        await self.server.stop()

    def set_clock(self, to: datetime) -> None:
        """Move the time of the bot and of Telegram."""
        written = self.clock_file.with_suffix(".new")
        written.write_text(str((to - datetime.now(UTC)).total_seconds()))
        written.replace(self.clock_file)  # threads of the bot read it, and none may find it half written

    def forward(self, by: timedelta) -> None:
        """Let time pass."""
        self.set_clock(self.helpdesk.clock.now() + by)

    async def restart(self) -> None:
        """Stop the bot and start it again, as after an update of the program."""
        await self.helpdesk.stop()
        self.helpdesk = Helpdesk(self.settings)
        await self.helpdesk.start()

    def _cast(self) -> None:
        server = self.server
        self.joke, self.fatma, self.henk = (server.person(n) for n in ("Joke", "Fatma", "Henk"))
        staff = [server.person(n, "staff") for n in ("Sanne", "Karim", "Ellen")]
        kind = "supergroup" if self.forum else "group"
        self.group = server.group(
            "Helpdesk", is_forum=self.forum, kind=kind, members=staff[:2], administrators=staff[2:]
        )
        self.sanne, self.karim, self.ellen = (person.at(self.group) for person in staff)

    def _settings(self) -> Settings:
        values: dict[str, Any] = {
            "telegram.token": self.server.world.token,
            "telegram.api_url": self.server.url,
            "staff.chat_id": str(self.group.chat_id),
            "storage.url": self.storage_url,
            # Scenes that count what stands in the group are not about these.
            "staff.overview": "false",
            "report.digest": "",
            "clock.offset_file": str(self.clock_file),
            "conversation.patience_seconds": "0",
            "conversation.messages_per_minute": "10000",
            # Nobody waits between two messages of a private chat here; tests of the limits set them.
            "limits.messages_per_chat": "1000",
            "conversation.questions_per_day": "10000",
            **self.options,
        }
        if values.get("telegram.mode") == "webhook":
            port = free_port()
            values |= {
                "telegram.webhook.port": str(port),
                "telegram.webhook.url": f"http://127.0.0.1:{port}/hook",
            }
        environment = {"HELPDESK_" + key.upper().replace(".", "__"): value for key, value in values.items()}
        return config.load(None, environment)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port
