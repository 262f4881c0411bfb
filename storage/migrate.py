"""Bring a database to this program's schema, and say clearly when that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
# The newest migration. Kept here so that a start with an up-to-date database need not load Alembic.
HEAD = "0029"
# Any number that other programs on the same PostgreSQL server are unlikely to lock.
LOCK = 7_046_029_254


class NewerSchema(Exception):
    """The database was made by a newer version of this program."""


def revision(engine: Engine) -> str | None:
    """The schema's revision in this database; None for an empty one."""
    with engine.connect().execution_options(reading=True) as connection:
        return _revision(connection)


def upgrade(engine: Engine) -> bool:
    """Bring the database to HEAD. Returns whether anything was done. Raises NewerSchema before touching anything."""
    have = revision(engine)
    if have == HEAD:
        return False
    if have is not None:
        _refuse_unknown(_config(), have)
    with engine.begin() as connection:
        _one_at_a_time(connection)
        have = _revision(connection)
        if have is None and not inspect(connection).get_table_names():
            _create(connection)
        elif have != HEAD:
            _migrate(connection)
    return True


def upgrade_stepwise(engine: Engine) -> None:
    """Run the migrations that the database lacks, also all of them on an empty one (as tests do)."""
    with engine.begin() as connection:
        _migrate(connection)


def make_revision(engine: Engine, message: str, number: str) -> None:
    """For developers: write a migration from the difference between the database and the tables."""
    from alembic import command

    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message, autogenerate=True, rev_id=number)


def differences(engine: Engine) -> list[Any]:
    """What still differs between the database and the tables of this program: nothing, if migrations are right."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from storage.schema import metadata

    with engine.connect().execution_options(reading=True) as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


def _one_at_a_time(connection: Connection) -> None:
    """Several processes may start together: the others wait here, and then find the work done."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _create(connection: Connection) -> None:
    """An empty database gets all tables at once: the same as by migrations (tested), without loading Alembic."""
    from storage.schema import metadata

    metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def _migrate(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _refuse_unknown(config: Any, have: str | None) -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if have is not None and have not in known:
        raise NewerSchema(have)
