"""A broadcast to very many: how long it takes to write a row for each member of an audience, and again for none.

python -m benchmarks.expansion [--members 100000]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from bot.agenda import broadcast, region
from bot.agenda.audience import of_news
from bot.agenda.broadcast import Added, Broadcast
from bot.settings import CONTENT
from storage import migrate
from storage.agenda import Follow
from storage.database import Database
from storage.engine import make_engine
from storage.outbox import OutboxRow, Priority
from storage.people import QUIET_FROM, QUIET_UNTIL, Member
from tests.databases import PostgresServer

MEMBERS = 100_000
NOON = datetime(2026, 12, 3, 11, tzinfo=UTC)
AT_ONCE = 10_000


@dataclass(frozen=True)
class Figures:
    """For an audience of so many: seconds to expand it, and again; rows that the second time added; for one
    municipality and theme the same."""

    everyone: int
    seconds: float
    again_seconds: float
    again_rows: int
    some: int
    some_seconds: float


def measure(storage_url: str, members: int) -> Figures:
    """Fill a fresh database with members, and expand news to all, to all again, and to some."""
    engine = make_engine(storage_url)
    migrate.upgrade(engine)
    engine.dispose()
    here = region.load(CONTENT / "region.yaml")
    db = Database(storage_url, lambda: NOON)
    try:
        for first in range(1, members + 1, AT_ONCE):
            db.write_now(_fill, range(first, min(first + AT_ONCE, members + 1)), here)
        everyone, seconds = _timed(db, 1, [], [])
        again, again_seconds = _timed(db, 1, [], [])
        some, some_seconds = _timed(db, 2, list(here.municipalities[:3]), list(here.themes[:2]))
        rows = db.read_now(lambda s: s.execute(select(func.count(OutboxRow.id))).scalar_one())
    finally:
        db.close()
    assert rows == everyone + some
    return Figures(everyone, seconds, again_seconds, again, some, some_seconds)


def _timed(db: Database, number: int, places: list[str], themes: list[str]) -> tuple[int, float]:
    what = Broadcast(f"news:{number}", "news", number, Priority.BROADCAST, ZoneInfo("Europe/Amsterdam"))

    def expand(session: Session) -> Added:
        return broadcast.send(
            session, what, of_news(places, themes), lambda reader, _: {"text": reader.language}, NOON
        )

    begun = time.monotonic()
    added = db.write_now(expand)
    return added.rows, time.monotonic() - begun


def _fill(session: Session, numbers: range, here: region.Region) -> None:
    """One in five Dutch speakers is English here; one in ten has quiet hours at noon; all follow two places."""
    rows = [
        {
            "id": n,
            "first_name": f"Lid {n}",
            "language": "en" if n % 5 == 0 else "nl",
            "created_at": NOON,
            "news": True,
            "all_themes": n % 3 == 0,
            "quiet_from": 11 * 60 if n % 10 == 0 else QUIET_FROM,
            "quiet_until": 14 * 60 if n % 10 == 0 else QUIET_UNTIL,
        }
        for n in numbers
    ]
    session.execute(insert(Member), rows)
    towns, themes = here.municipalities, here.themes
    follows = [{"member_id": n, "kind": "place", "value": towns[n % len(towns)]} for n in numbers]
    follows += [{"member_id": n, "kind": "place", "value": towns[(n + 7) % len(towns)]} for n in numbers]
    follows += [{"member_id": n, "kind": "theme", "value": themes[n % len(themes)]} for n in numbers if n % 3]
    session.execute(insert(Follow), follows)


def table(postgres: PostgresServer, members: int = MEMBERS) -> str:
    """Both databases, as a table."""
    head = "| database | members | to all | again | rows then added | by municipality and theme |"
    lines = [head, "|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("SQLite", f"sqlite:///{folder}/x.db"), ("PostgreSQL", postgres.new())):
            f = measure(url, members)
            some = f"{f.some_seconds:.2f} s for {f.some:,}"
            all_ = f"{f.seconds:.2f} s | {f.again_seconds:.2f} s"
            lines.append(f"| {name} | {f.everyone:,} | {all_} | {f.again_rows} | {some} |")
            print(lines[-1], flush=True)
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=MEMBERS)
    server = PostgresServer(durable=True)
    try:
        print(table(server, parser.parse_args().members))
    finally:
        server.stop()
