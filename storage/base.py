"""What every table shares: one metadata with predictable constraint names, and time-ordered ids."""

from __future__ import annotations

import threading
import time
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, Integer, MetaData, event, text
from sqlalchemy.orm import DeclarativeBase

# Predictable names let Alembic alter constraints on every database.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite numbers rows by itself only in a column that is exactly INTEGER.
AutoId = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


def partial_index(name: str, *columns: str, where: str) -> Index:
    """An index of only the rows for which the SQL condition `where` holds."""
    # Naming PostgreSQL here would load its dialect, some MB that SQLite does without: see `name_conditions`.
    return Index(name, *columns, sqlite_where=text(where), info={"where": where})


@event.listens_for(Base.metadata, "before_create")
def _name_conditions(_target: MetaData, connection: Connection, **_: Any) -> None:
    if connection.dialect.name == "postgresql":
        name_conditions()


def name_conditions() -> None:
    """Tell PostgreSQL's dialect, too, for which rows partial indexes are."""
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            if "where" in index.info:
                index.dialect_options["postgresql"]["where"] = text(index.info["where"])


class _Ids:
    """Time-ordered 63-bit ids: milliseconds since 1970 shifted by 20 bits, plus a counter.

    The program makes them itself, so that a row can point to another before either is written, and a batch
    needs no RETURNING. Only the process that holds the lease writes rows with such ids, so one counter is enough;
    were two to collide, the primary key refuses the second: nothing is overwritten.
    """

    SHIFT = 20

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def reserve(self, count: int) -> int:
        """The first of `count` consecutive ids that nobody else gets."""
        with self._lock:
            first = max(self._last + 1, int(time.time() * 1000) << self.SHIFT)
            self._last = first + count - 1
            return first


_ids = _Ids()


def new_id() -> int:
    """A new id, larger than every earlier one of this process."""
    return _ids.reserve(1)


def reserve_ids(count: int) -> int:
    """The first of `count` consecutive new ids, for INSERT ... SELECT."""
    return _ids.reserve(count)
