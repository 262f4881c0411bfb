"""Start and stop the local Bot API server."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler

from bot.demo.actors import Group, Person
from bot.demo.backends import Local
from bot.demo.server.api import Api
from bot.demo.server.body import MAX_BODY
from bot.demo.server.control import Control
from bot.demo.server.errors import Json
from bot.demo.server.faults import Faults
from bot.demo.server.http import Site, run_action
from bot.demo.server.limits import Limits
from bot.demo.server.store import Store
from bot.demo.server.webhook import Webhook
from bot.demo.server.world import World

SHUTDOWN_SECONDS = 1.0  # for requests under way
TOKEN = "7000000001:LOCAL-demo-token-no-secret-0000000000"


class BotApiServer:
    """A running server. Make it with `await BotApiServer.start(...)`; stop it with `await server.stop()`.

    `world` is the state itself, `faults` orders faults, `world.ledger` tells what the bot did. The actors
    (`person`, `group`) act through the same actions as the page.
    """

    def __init__(self, world: World, control: Control, site: Site, store: Store | None) -> None:
        self.world, self.control, self.site, self.store = world, control, site, store
        self.faults = control.faults
        self.token = world.token
        self.url = ""
        self.restored = False
        self.local = Local(self.act)
        self._runner: web.ServerRunner | None = None

    @classmethod
    async def start(
        cls,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str = TOKEN,
        limits: Limits | None = None,
        state: Path | None = None,
        clock: Path | None = None,
        page: Path | None = None,
        health_url: str = "",
        webhook_pause: float = 1.0,
    ) -> Self:
        """Listen on `host:port` (0 = any free port).

        `limits` None switches flood limits off. `state` is a folder that keeps the world between runs;
        `clock` the offset file (default `<state>/clock`). `page` is the folder of the web page.
        `webhook_pause` is the first pause in seconds after a failed webhook delivery.
        """
        world = _world(token, state, clock)
        world.set_limits(limits)
        webhook = Webhook(world.updates, world.now, first_pause=webhook_pause)
        control = Control(world, webhook, Faults(), health_url)
        store = Store(state, world, webhook) if state else None
        server = cls(world, control, Site(Api(world, webhook, control.faults), control, page), store)
        server.restored = store.load() if store else False
        await server._listen(host, port)
        if store:
            store.start()
        return server

    async def stop(self) -> None:
        """Stop listening and save the state."""
        self.world.updates.interrupt()
        self.site.end_streams()
        await self.control.webhook.close()
        if self._runner:
            await self._runner.cleanup()
        if self.store:
            await self.store.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()

    async def act(self, name: str, params: Json, files: Iterable[Any] = ()) -> Any:
        """Carry out an action as the page does; raises `ControlError`."""
        return await run_action(self.control, name, params, list(files))

    def person(self, first_name: str, role: str = "member", *, started: bool = True, **fields: Any) -> Person:
        """A new person in a private chat with the bot; `started=False` for one who never wrote to it.

        `fields` as in Telegram's User: last_name, username, language_code (default "nl"), and `user_id`.
        """
        fields.setdefault("language_code", "nl")
        person = self.world.add_person(first_name, role, **fields)
        person.started = started
        return Person(self.local, person.id, first_name, person.id)

    def group(
        self,
        title: str,
        *,
        is_forum: bool = True,
        kind: str = "supergroup",
        members: Iterable[Person] = (),
        administrators: Iterable[Person] = (),
        bot: str = "administrator",
    ) -> Group:
        """A new group, by default a forum with the bot as administrator with all rights."""
        chat = self.world.add_group(title, kind=kind, is_forum=is_forum)
        for person in members:
            self.world.join(chat, person.id)
        for person in administrators:
            self.world.join(chat, person.id, "administrator")
        self.world.join(chat, int(self.world.bot["id"]), bot)
        return Group(self.local, chat.id)

    async def _listen(self, host: str, port: int) -> None:
        server = web.Server(self.site.handle, request_factory=_request, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=SHUTDOWN_SECONDS)
        await self._runner.setup()
        listener = web.TCPSite(self._runner, host, port, backlog=1024)
        await listener.start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"


def _world(token: str, state: Path | None, clock: Path | None) -> World:
    if state is None:
        return World(token, clock=clock)
    state.mkdir(parents=True, exist_ok=True)
    return World(token, clock=clock or state / "clock", files=state / "files")


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: RequestHandler,
    writer: AbstractStreamWriter,
    task: Any,
) -> web.BaseRequest:
    """A request that may be as large as the largest upload."""
    return web.BaseRequest(message, payload, protocol, writer, task, protocol._loop, client_max_size=MAX_BODY)
