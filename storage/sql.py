"""Small differences between SQLite and PostgreSQL, in one place."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import DeclarativeBase, Session


def is_postgresql(session: Session) -> bool:
    """Whether this session talks to PostgreSQL; otherwise it is SQLite."""
    return session.get_bind().dialect.name == "postgresql"


def upsert(session: Session, table: type[DeclarativeBase] | Table) -> Any:
    """An INSERT of this database that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return insert_for(is_postgresql(session), table)


def insert_for(on_postgresql: bool, table: Any) -> Any:
    """`upsert` without a session, for statements that are made once."""
    if on_postgresql:
        from sqlalchemy.dialects import postgresql  # some MB that SQLite does without

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def rowcount(result: Any) -> int:
    """How many rows an UPDATE or DELETE touched."""
    return int(result.rowcount)
