"""One process works, others stand by: the lease says who.

The holder renews it well before it ends; a process that was paused finds its deadline passed and stops sending.
What it had begun is undone: the one who takes over ends its sessions, since a process that is paused keeps its locks.
A holder that died on this same machine is replaced at once, without waiting for the lease to end.
"""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta

from sqlalchemy import String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage import engine
from storage.base import Base
from storage.sql import rowcount, upsert
from storage.types import Instant

# Long enough to survive a slow disk, short enough that another process takes over before people notice.
DURATION = timedelta(seconds=12)
RENEW_EVERY = timedelta(seconds=3)


class Lease(Base):
    """Who holds the named lease until when. `epoch` grows with each new holder.

    `stopped_at`: when the holder before was last known to work; `started_at`: when this one took over.
    """

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    holder: Mapped[str] = mapped_column(String(200))
    epoch: Mapped[int]
    until: Mapped[datetime] = mapped_column(Instant)
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    started_at: Mapped[datetime | None] = mapped_column(Instant)


def acquire(session: Session, name: str, holder: str, now: datetime) -> int | None:
    """Take or renew the lease. Returns its epoch, or None when another live process holds it.

    `now` must be the machine's own time, not the demo's.
    """
    first = {"name": name, "holder": holder, "epoch": 0, "until": now - DURATION}
    session.execute(upsert(session, Lease).values(first).on_conflict_do_nothing())
    row = session.execute(select(Lease).where(Lease.name == name).with_for_update()).scalar_one()
    if row.holder == holder and row.epoch:
        row.until = now + DURATION
        return row.epoch
    if row.until > now and not _died_here(row.holder):
        return None
    engine.end_sessions(session, row.holder)
    if row.epoch:
        # Let go, it ended then; else its last renewal is all we know of it.
        row.stopped_at = row.until - (DURATION if row.holder else timedelta())
    row.started_at = now
    row.holder, row.epoch, row.until = holder, row.epoch + 1, now + DURATION
    return row.epoch


def release(session: Session, name: str, holder: str, now: datetime) -> bool:
    """Let the lease go. Returns whether it was ours."""
    query = update(Lease).where(Lease.name == name, Lease.holder == holder).values(until=now, holder="")
    return rowcount(session.execute(query)) == 1


def holder_of(session: Session, name: str) -> str | None:
    """Who holds the lease; None when nobody ever did."""
    return session.execute(select(Lease.holder).where(Lease.name == name)).scalar()


def last_pause(session: Session, name: str) -> tuple[datetime, datetime] | None:
    """When the holder before was last known to work, and when the one of today began; None for the first ever."""
    row = session.get(Lease, name)
    if row is None or row.stopped_at is None or row.started_at is None:
        return None
    return row.stopped_at, row.started_at


def _died_here(holder: str) -> bool:
    host, _, number = holder.rpartition(":")
    if host != socket.gethostname() or not number.isdigit():
        return holder == ""
    if int(number) == os.getpid():
        return True  # an earlier life: containers give every start the same number
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
