"""How a connection to each database is made and set."""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.orm import Session

# How long a writer waits for another process (a backup, a command) before it gives up, in milliseconds.
BUSY_TIMEOUT_MS = 10_000
# A process that is paused, or whose machine is gone, in the middle of a transaction keeps its locks. PostgreSQL ends
# such a transaction after so many milliseconds, before the lease does: who takes over is not held up by it. A
# transaction whose client is in the middle of sending a pipeline does not count as idle: see `end_sessions`.
IDLE_TIMEOUT_MS = 8_000
# PostgreSQL cuts the name of a session after so many bytes (NAMEDATALEN - 1).
LONGEST_NAME = 63
# A connection that was used so short ago, in seconds, is taken to be alive: asking it costs a round trip, and a busy
# bot would ask at every commit.
TRUSTED_S = 5.0


def make_engine(url: str | URL) -> Engine:
    """An engine for SQLite or PostgreSQL. Raises ValueError, in words, for anything else."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ValueError("it is no address of a database; write sqlite:///file.db or postgresql://…") from None
    if parsed.get_backend_name() == "postgresql":
        return _postgresql(parsed)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    raise ValueError(f"'{parsed.get_backend_name()}' is not supported: use sqlite:///file.db or postgresql://…")


def myself() -> str:
    """This process, by machine and number: its name in the lease, and that of its sessions."""
    return f"{socket.gethostname()}:{os.getpid()}"


def end_sessions(session: Session, process: str) -> None:
    """End what another process (by its `myself()`) has open in a PostgreSQL database; what it had begun is undone.

    SQLite has no sessions: there a paused process must be ended by hand.
    """
    if session.get_bind().dialect.name == "postgresql" and process not in ("", myself()):
        session.execute(_END_SESSIONS, {"name": process[:LONGEST_NAME]})


_END_SESSIONS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND usename = current_user "
    "AND application_name = :name AND pid <> pg_backend_pid()"
)


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_size=8)
    event.listen(engine, "connect", _set_up_postgresql)
    event.listen(engine, "checkin", _note_use)

    def ask_whether_alive(connection: Any, record: Any, _proxy: Any) -> None:
        used = record.info.get("used_at")
        if used is None or time.monotonic() - used < TRUSTED_S:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error  # the pool makes a new one

    event.listen(engine, "checkout", ask_whether_alive)
    return engine


def _note_use(_connection: Any, record: Any) -> None:
    record.info["used_at"] = time.monotonic()


def _set_up_postgresql(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = {IDLE_TIMEOUT_MS}")
        cursor.execute("SELECT set_config('application_name', %s, false)", [myself()[:LONGEST_NAME]])
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
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    _use_wal(cursor)
    cursor.execute("PRAGMA synchronous = FULL")  # a commit survives loss of power, not only of the process
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """Readers do not wait for the writer. SQLite does not wait by itself for others who switch at the same moment."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    # IMMEDIATE takes the write lock at once: a transaction that starts by reading can then not fail half-way.
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
