"""Mistakes in a file, collected so that a curator sees all of them at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the file, the line (from 1; 0 for the whole file), the field (None for all of it), and what to do.

    `place` says what is counted: lines of a text, or rows of a sheet.
    """

    file: str
    line: int
    field: str | None
    message: str
    place: str = "line"

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        where = f", {self.place} {self.line}" if self.line else ""
        return f"{self.file}{where}: {field}{self.message}"


class FileError(Exception):
    """A file cannot be used; `problems` says everything that is wrong with it, in line order."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Problems:
    """Collects the problems of one file."""

    def __init__(self, file: str, place: str = "line") -> None:
        self.file = file
        self.place = place
        self._found: list[Problem] = []

    def add(self, line: int, field: str | None, message: str) -> None:
        """Note one more problem."""
        self._found.append(Problem(self.file, line, self.label(field), message, self.place))

    def add_for_file(self, message: str) -> None:
        """Note a problem of the file as a whole, such as that it is not there."""
        self.add(0, None, message)

    def label(self, field: str | None) -> str | None:
        """What a field is called in messages."""
        return field

    def raise_if_any(self) -> None:
        """Raise FileError with all problems in line order, if there are any."""
        if self._found:
            raise FileError(sorted(self._found, key=lambda problem: problem.line))
