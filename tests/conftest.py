"""Fixtures for all tests. Whatever takes `storage_url`, `db` or `stage` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hypothesis
import pytest

import faq
from bot.knowledge import index
from bot.safety import crisis
from bot.safety.crisis import Crisis
from storage.database import Database
from tests.databases import PostgresServer, SqliteFiles, place
from tests.stage import Stage

# The folders of the tests (tmp_path), with their SQLite files; read by pytest when it makes the first.
# A busy machine is no mistake of the code: the time that one example takes says nothing here.
hypothesis.settings.register_profile("helpdesk", deadline=None)
hypothesis.settings.load_profile("helpdesk")
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(place()))


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """Makes SQLite databases."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Makes PostgreSQL databases."""
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def storage_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh, migrated database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_files").new(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.new()
    yield url
    server.drop(url)


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """What every start of the bot builds from the same content is built once a run: it depends on nothing else."""
    indexes: dict[Any, faq.Index] = {}
    words: dict[tuple[Path, int, int], Crisis] = {}
    build, load = index.build, crisis.load

    def build_once(entries: Sequence[faq.Entry], synonyms: list[list[str]]) -> faq.Index:
        key = tuple((entry, entry.revision) for entry in entries), repr(synonyms)
        return indexes.setdefault(key, indexes.get(key) or build(entries, synonyms))

    def load_once(path: Path) -> Crisis:
        if not path.is_file():
            return load(path)
        key = path, path.stat().st_mtime_ns, path.stat().st_size
        return words.setdefault(key, words.get(key) or load(path))

    index.build, crisis.load = build_once, load_once
    yield
    index.build, crisis.load = build, load


@pytest.fixture
def now() -> datetime:
    """A Thursday morning on which the conversations play: 3 December 2026, 10.02 in the Netherlands."""
    return datetime(2026, 12, 3, 9, 2, tzinfo=UTC)


@pytest.fixture
def db(storage_url: str, now: datetime) -> Iterator[Database]:
    """A database with all tables."""
    database = Database(storage_url, lambda: now)
    yield database
    database.close()


@pytest.fixture(params=["polling"])
def stage_options(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings of the stage; parametrise indirectly to change them, e.g. with the mode."""
    return {"telegram.mode": request.param} if isinstance(request.param, str) else request.param


@pytest.fixture
async def stage(storage_url: str, tmp_path: Path, stage_options: dict[str, str]) -> AsyncIterator[Stage]:
    """The real bot at work beside a local Bot API server, with people to play the parts."""
    async with Stage(tmp_path, storage_url, stage_options) as found:
        yield found


os.environ.setdefault("TZ", "UTC")
