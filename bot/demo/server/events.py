"""What happens in the world, told to those who watch: the page, over SSE."""

from collections.abc import Callable

from bot.demo.server.errors import Json

Watcher = Callable[[Json], None]


class Events:
    """Costs nothing while nobody watches: ask `watched` before building an event."""

    def __init__(self) -> None:
        self._watchers: list[Watcher] = []

    @property
    def watched(self) -> bool:
        """Whether anybody hears the next event."""
        return bool(self._watchers)

    def publish(self, kind: str, **fields: object) -> None:
        """Tell an event of that type (names and fields as in the control contract)."""
        if self._watchers:
            event: Json = {"type": kind, **fields}
            for watcher in self._watchers:
                watcher(event)

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with each event from now on."""
        self._watchers.append(watcher)
