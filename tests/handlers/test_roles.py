"""Who may do what, as Telegram says it."""

from __future__ import annotations

from handlers import staff_gate
from handlers.roles import Role
from handlers.staff_gate import StaffGate
from tests.stage import Stage


def gate(stage: Stage) -> StaffGate:
    return StaffGate(stage.helpdesk.ptb.bot, stage.helpdesk.services.staff_chat)


async def test_roles_follow_the_staff_group(stage: Stage) -> None:
    people = (stage.joke, stage.sanne, stage.ellen)
    asked = gate(stage)
    held = [[await asked.holds(person.id, role) for role in Role] for person in people]
    assert held == [[True, False, False], [True, True, False], [True, True, True]]
    assert await asked.coordinators() == ["Ellen"]


async def test_who_no_longer_coordinates_may_for_at_most_a_minute(stage: Stage) -> None:
    assert staff_gate.REMEMBER_S <= 60
    asked = gate(stage)
    assert await asked.holds(stage.ellen.id, Role.COORDINATOR)
    await stage.group.member(stage.ellen.id, "member")
    assert await asked.holds(stage.ellen.id, Role.COORDINATOR)  # remembered
    assert not await gate(stage).holds(stage.ellen.id, Role.COORDINATOR)
    await stage.group.member(stage.ellen.id, "left")
    assert not await gate(stage).holds(stage.ellen.id, Role.STAFF)
