"""The server on its own, for tests and benchmarks in several processes.

    python -m bot.demo.server --port 0 [--state FOLDER] [--limits] [--seed]

Prints one line with the root URL when it listens.
"""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.demo.seed import seed
from bot.demo.server import TOKEN, BotApiServer, Limits


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.demo.server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port (default)")
    parser.add_argument("--token", default=TOKEN, help="the bot's token")
    parser.add_argument("--state", type=Path, help="folder that keeps the world between runs")
    parser.add_argument("--limits", action="store_true", help="keep Telegram's flood limits")
    parser.add_argument("--seed", action="store_true", help="fill a new world with the demo's people")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    limits = Limits() if arguments.limits else None
    server = await BotApiServer.start(port=arguments.port, token=arguments.token, state=arguments.state, limits=limits)
    async with server:
        if arguments.seed and not server.restored:
            seed(server.world)
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Run until SIGINT or SIGTERM."""
    try:
        import uvloop

        runner = asyncio.Runner(loop_factory=uvloop.new_event_loop)
    except ImportError:
        runner = asyncio.Runner()
    with runner:
        runner.run(_serve(_arguments()))


if __name__ == "__main__":
    main()
