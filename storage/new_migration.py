"""For developers: `python -m storage.new_migration 0002 "what it does"` writes the next migration from the tables."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from storage import migrate
from storage.engine import make_engine


def main(number: str, message: str) -> None:
    """Bring an empty SQLite database to today's migrations, and write down what the tables have more."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{Path(folder) / 'empty.db'}")
        migrate.upgrade_stepwise(engine)
        migrate.make_revision(engine, message, number)


if __name__ == "__main__":
    main(*sys.argv[1:3])
