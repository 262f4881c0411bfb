"""The clock of the world: the machine's clock plus an offset that people can move."""

import time
from datetime import UTC, datetime
from pathlib import Path

from bot.demo.server.errors import ControlError


class Clock:
    """Offset in seconds, kept in a text file that the bot program reads too (None: memory only).

    Tests may write the file themselves: it is read again whenever it changed.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._offset = 0.0
        self._seen = (0, 0)  # time of change and size of the file when it was last read
        if path and not path.exists():
            self._write()

    @property
    def offset(self) -> float:
        """Seconds that this clock is ahead of the machine's."""
        if self.path is not None:
            self._read(self.path)
        return self._offset

    def now(self) -> float:
        """Seconds since 1970 (UTC) in the world."""
        return time.time() + self.offset

    def iso(self) -> str:
        """Now as an ISO 8601 instant in UTC, whole seconds."""
        return datetime.fromtimestamp(self.now(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def move(self, offset: float, *, force: bool = False) -> None:
        """Set the offset; raises `ControlError` when that would turn the clock back (unless forced)."""
        if offset < self.offset and not force:
            raise ControlError("De klok kan niet terug. Begin opnieuw met RESET=1.")
        self._offset = offset
        self._write()

    def _read(self, path: Path) -> None:
        try:
            state = path.stat()
            seen = (state.st_mtime_ns, state.st_size)
            if seen != self._seen:
                self._offset = float(path.read_text() or 0)
                self._seen = seen
        except (FileNotFoundError, ValueError):
            pass  # being written just now: the last known value holds

    def _write(self) -> None:
        if self.path:
            temporary = self.path.with_name(f"{self.path.name}.new")
            temporary.write_text(f"{self._offset:.3f}\n")
            temporary.replace(self.path)
