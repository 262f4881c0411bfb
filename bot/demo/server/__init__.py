"""A strict local Bot API server, for the demo and for tests.

    async with await BotApiServer.start() as server:
        joke = server.person("Joke")                     # see bot.demo.actors
        await joke.says("/start")
        ...                                              # a bot on server.url with server.token
        await joke.waits_for("Hallo")

- `server.world` is all state; `server.world.ledger.sent` every accepted call of the bot with its time.
- `server.faults.add("reset", method="sendMessage", accepted=True)` orders a fault: see `faults`.
- `server.act("clock", {"advance": 3600})` does what the page does: every action is in `control/`.
- `BotApiServer.start(limits=Limits())` keeps Telegram's flood limits.
- `python -m bot.demo.server` runs it in a process of its own; `bot.demo.actors.Remote(url)` acts there.

To add a method of the Bot API: a function with `@method("name")` in `methods/`, named in its `__init__`.
To add something that people do: a function with `@action("name")` in `control/`.
What is accepted at all (parameters and their types) comes from `bot/demo/botapi.json`: see `bot.demo.reduce_spec`.
"""

from bot.demo.server.errors import ApiError, ControlError
from bot.demo.server.limits import Limits, Window
from bot.demo.server.server import TOKEN, BotApiServer

__all__ = ["TOKEN", "ApiError", "BotApiServer", "ControlError", "Limits", "Window"]
