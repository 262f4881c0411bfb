"""The schema: an empty database becomes what the tables say, a newer one is left alone, half a migration is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from storage import migrate
from storage.engine import make_engine
from storage.schema import metadata
from tests.databases import PostgresServer

# An entry of two revisions, received as an answer, received as a suggestion, and not received.
BEFORE_0002 = (
    "INSERT INTO entry VALUES ('vog', 0, 'Wat?', 'Dit.', 'nl', '[]', 'active', '2026-12-01 00:00:00')",
    "INSERT INTO entry_revision VALUES (3, 'vog', '2026-11-01 00:00:00', 'import', 'imported', '{}')",
    "INSERT INTO entry_revision VALUES (7, 'vog', '2026-12-01 00:00:00', 'import', 'imported', '{}')",
    "INSERT INTO asked (id, at, decision, entry_id) VALUES (1, '2026-12-02 00:00:00', 'answer', 'vog')",
    "INSERT INTO asked (id, at, decision, chosen_id) VALUES (2, '2026-12-02 00:00:00', 'suggestions', 'vog')",
    "INSERT INTO asked (id, at, decision) VALUES (3, '2026-12-02 00:00:00', 'unknown')",
)
# The number of a migration that is not there yet.
NEXT = "9000"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without tables."""
    if request.param == "sqlite":
        made = make_engine(f"sqlite:///{tmp_path}/empty.db")
        yield made
        made.dispose()
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.empty()
    made = make_engine(url)
    yield made
    made.dispose()
    server.drop(url)


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def test_migrations_lead_to_the_tables_of_the_program(engine: Engine) -> None:
    migrate.upgrade_stepwise(engine)
    assert migrate.revision(engine) == migrate.HEAD
    assert migrate.differences(engine) == []
    assert tables(engine) == set(metadata.tables) | {"alembic_version"}


def test_an_empty_database_becomes_the_same_at_once(engine: Engine) -> None:
    assert migrate.upgrade(engine)
    assert migrate.revision(engine) == migrate.HEAD
    assert migrate.differences(engine) == []
    assert not migrate.upgrade(engine)


def test_the_head_that_the_program_knows_is_the_last_migration() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(migrate._config()).get_current_head() == migrate.HEAD


def test_the_difference_is_noticed(engine: Engine) -> None:
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE lease"))
    assert "lease" in str(migrate.differences(engine))


def test_a_newer_schema_is_refused_and_untouched(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0999')"))
    with pytest.raises(migrate.NewerSchema, match="0999"):
        migrate.upgrade(engine)
    assert tables(engine) == {"alembic_version"}


def test_a_migration_that_fails_half_way_leaves_nothing(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate.upgrade(engine)
    before, last = tables(engine), migrate.HEAD
    _next_migration(tmp_path, monkeypatch, "op.execute('SELECT * FROM no_such_table')")
    with pytest.raises(Exception, match="no_such_table"):
        migrate.upgrade(engine)
    assert tables(engine) == before
    assert migrate.revision(engine) == last


def test_a_migration_that_works_is_kept(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The counterpart: what the test above undoes would have been there."""
    migrate.upgrade(engine)
    _next_migration(tmp_path, monkeypatch, "pass")
    assert migrate.upgrade(engine)
    assert "half" in tables(engine)
    assert migrate.revision(engine) == NEXT


def test_answers_given_before_revisions_were_kept_count_as_the_newest(engine: Engine) -> None:
    with engine.begin() as connection:
        config = migrate._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in BEFORE_0002:
            connection.execute(text(statement))
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT revision, translations FROM entry")).all() == [(7, "{}")]
        assert connection.execute(text("SELECT id, revision FROM asked ORDER BY id")).all() == [
            (1, 7),
            (2, 7),
            (3, None),
        ]


def test_processes_that_start_together_make_one_schema(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)

    def start(_n: int) -> None:
        own = make_engine(url)
        migrate.upgrade(own)
        own.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, range(4)))
    assert migrate.differences(engine) == []


def _next_migration(folder: Path, monkeypatch: pytest.MonkeyPatch, last_step: str) -> None:
    """A program that is one migration further: it makes a table, and then does `last_step`."""
    scripts = folder / "migrations"
    shutil.copytree(migrate.MIGRATIONS, scripts)
    (scripts / "versions" / f"{NEXT}_next.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision, down_revision = '{NEXT}', '{migrate.HEAD}'\n"
        "def upgrade():\n"
        "    op.create_table('half', sa.Column('id', sa.Integer, primary_key=True))\n"
        "    op.execute('INSERT INTO half VALUES (1)')\n"
        f"    {last_step}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(migrate, "MIGRATIONS", scripts)
    monkeypatch.setattr(migrate, "HEAD", NEXT)
