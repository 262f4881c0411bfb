"""What waits for staff too long in all: named in the overview, shown in the queue, kept when it closes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.demo.actors import labels
from bot.desk import tickets
from bot.desk.ticket import TicketView
from tests.desk.scenes import FAST, claimed, press
from tests.handlers.desk.test_overview import overview
from tests.stage import Stage
from tests.waiting import until

OPTIONS = {
    "forum": "yes",
    **FAST,
    "staff.overview": "true",
    "sla.nudge_after_hours": "0",
    "sla.release_after_hours": "0",
}


@pytest.mark.parametrize(
    "stage_options", [{**OPTIONS, "sla.escalate_after_hours": "0", "sla.solve_within_hours": "3"}], indirect=True
)
async def test_named_while_it_waits_for_us_and_kept_when_it_closes(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    stage.set_clock(datetime(2026, 12, 3, 12, 30, tzinfo=UTC))  # three staffed hours and 28 minutes
    there = await overview(stage, "Niet op tijd klaar: 1 (vraag 1 wachtte al 3 uur op ons)")
    assert labels(there) == ["Te laat: 1"]
    await stage.karim.presses("Te laat: 1", on=there)
    await stage.karim.waits_for("· te laat · Sanne")
    message = await desk.sanne.replies(desk.card, "Vaak wel. Bel je gemeente.")
    await desk.sanne.waits_for_reaction(message, "👌")
    stage.set_clock(datetime(2026, 12, 7, 9, tzinfo=UTC))
    await overview(stage, "1 open: 1 opgepakt\nOpen tot")
    await press(desk.sanne, "Klaar")

    async def solved() -> TicketView | None:
        ticket = await stage.helpdesk.db.read(tickets.get, 1)
        return ticket if ticket.solve_s is not None else None

    kept = await until(solved)
    assert 3 * 3600 < kept.solve_s < 4 * 3600
    assert kept.in_time is False
