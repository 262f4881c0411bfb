"""What someone may do: anyone, staff (whoever is in the staff group), coordinators (those who administer it)."""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol


class Role(IntEnum):
    """Who may: each may do what those before may do."""

    ANYONE = 0
    STAFF = 1
    COORDINATOR = 2


class Gate(Protocol):
    """Asks who has which role, at each action."""

    async def holds(self, user_id: int, role: Role) -> bool:
        """Whether this user has the role, or one above it. When Telegram cannot say, they have not."""

    async def coordinators(self) -> list[str]:
        """The coordinators' names, as Telegram has them."""
