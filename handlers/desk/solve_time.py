"""What closed is measured: how long it took, in staffed time. Nobody is told; reports are made of it."""

from __future__ import annotations

from datetime import timedelta

from bot.desk import solving
from bot.schedule import Chore
from handlers.services import Services

LOOK_EVERY_S = 10.0


def chore(services: Services) -> Chore:
    """Looks what closed. A ticket closes in many ways, and none of them need think of this."""

    async def look() -> None:
        if await services.db.read(solving.unsettled):
            await services.db.write(solving.settle, services.hours, target(services), services.clock.now())

    return Chore("solve-time", LOOK_EVERY_S, look)


def target(services: Services) -> timedelta:
    """Within how much staffed time a question should be solved; zero: no target."""
    return timedelta(hours=services.settings.sla.solve_within_hours)
