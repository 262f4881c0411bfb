"""How a connection to each database is made and set."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url

# How long a writer waits for another process (a backup, a command) before it gives up, in milliseconds.
BUSY_TIMEOUT_MS = 10_000
# A process that is paused, or whose machine is gone, in the middle of a transaction keeps its locks. PostgreSQL ends
# such a transaction after so many milliseconds, before the lease does: who takes over is not held up by it.
IDLE_TIMEOUT_MS = 8_000


def make_engine(url: str | URL) -> Engine:
    """An engine for SQLite or PostgreSQL. Raises ValueError, in words, for another database."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return _postgresql(parsed)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    raise ValueError(f"'{parsed.get_backend_name()}' is not supported: use sqlite:///file.db or postgresql://…")


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=8)
    event.listen(engine, "connect", _set_up_postgresql)
    return engine


def _set_up_postgresql(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = {IDLE_TIMEOUT_MS}")
    connection.commit()


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # pysqlite's own BEGIN is late and deferred: we begin ourselves, below.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",  # a commit survives loss of power, not only of the process
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    # IMMEDIATE takes the write lock at once: a transaction that starts by reading can then not fail half-way.
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
