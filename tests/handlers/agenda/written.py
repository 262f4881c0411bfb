"""A gathering that staff wrote in one message, for tests of what comes of it."""

from __future__ import annotations

from sqlalchemy import select

from storage.agenda import Occurrence
from tests.stage import Stage

EVENING = "/evenement di 12 jan 19:30 Buurtavond, De Klup, Amersfoort #eenzaamheid"


async def gatherings(stage: Stage) -> list[Occurrence]:
    """What is in the agenda."""
    return await stage.helpdesk.db.read(lambda s: list(s.scalars(select(Occurrence).order_by(Occurrence.id))))


async def put(stage: Stage, text: str = EVENING) -> None:
    """Karim writes this, and puts it in the agenda."""
    await stage.karim.says(text)
    shown = await stage.karim.waits_for("Zo lees ik het. Klopt dit?", button="In de agenda")
    await stage.karim.presses("In de agenda", shown)
    await stage.karim.waits_for("In de agenda gezet door Karim.")
