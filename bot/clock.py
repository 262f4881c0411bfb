"""The time. One place, so that the demo and tests can move it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """The machine's clock, plus what a file says in seconds when one is given (demo and tests only)."""

    def __init__(self, offset_file: Path | None = None) -> None:
        """`offset_file`: a text file with a decimal number of seconds; a missing or empty one counts as 0."""
        self._file = offset_file
        self._offset = timedelta()
        self._seen: tuple[int, int] | None = None

    @property
    def can_be_moved(self) -> bool:
        """Whether a file says how far ahead this clock is."""
        return self._file is not None

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC) + self.offset()

    def offset(self) -> timedelta:
        """How far this clock is ahead of the machine's."""
        if self._file is None:
            return self._offset
        try:
            state = self._file.stat()
            seen = (state.st_mtime_ns, state.st_size)
            if seen != self._seen:
                self._offset = timedelta(seconds=float(self._file.read_text() or 0))
                self._seen = seen
        except (FileNotFoundError, ValueError):
            pass  # being written just now, or not yet there: the last known value holds
        return self._offset
