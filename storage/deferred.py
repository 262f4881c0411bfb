"""Statements put off to the end of the transaction, so that a shared commit runs each kind once for all its rows.

A handful of statements run for every update; run one by one they cost more than all the rest of handling it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Executable
from sqlalchemy.orm import Session

from storage.sql import rowcount


class NotAllTouchedError(Exception):
    """A statement that must touch one row for each of its parameters touched fewer."""


def put_off(session: Session, statement: Executable, row: dict[str, Any], exact: bool = False) -> None:
    """Run the statement with this row at the end of the transaction.

    `statement`: made once, as a constant, for Core (not ORM) execution. `exact`: it must touch one row for each row.
    """
    rows, _ = session.info.setdefault("deferred", {}).setdefault(statement, ([], exact))
    rows.append(row)


def run(session: Session) -> None:
    """Run what was put off. Raises NotAllTouchedError, and then the transaction must be undone."""
    for statement, (rows, exact) in session.info.pop("deferred", {}).items():
        result = session.connection().execute(statement, rows)
        if exact and rowcount(result) != len(rows):
            raise NotAllTouchedError(str(statement))
