"""Alembic's entry point. The connection is handed over by storage.migrate: there is no alembic.ini."""

from typing import Any, Literal

from alembic import context

from storage.base import name_conditions
from storage.schema import metadata
from storage.types import Instant, Json


def plain(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name the database's own types: they must not change when our column types do."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Json):
        return "sa.Text()"
    return False


name_conditions()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=plain,
    render_as_batch=True,  # SQLite alters a table by copying it
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
