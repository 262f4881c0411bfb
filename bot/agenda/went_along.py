"""What became of a row that went along with others in one message (see bot.agenda.pile): what became of that one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import aliased

from storage.outbox import MERGED, OutboxRow

_FIRST, _SECOND = aliased(OutboxRow), aliased(OutboxRow)
# The row whose state says how it ended: the row itself, unless it went along with another.
LAST = aliased(OutboxRow)


def follow(query: Any) -> Any:
    """The query on OutboxRow with LAST beside it. What went along may have done so twice: with a reminder of the same
    gathering, and that one with others."""
    first = (OutboxRow.state == MERGED) & (_FIRST.id == OutboxRow.target_id)
    second = (_FIRST.state == MERGED) & (_SECOND.id == _FIRST.target_id)
    last = LAST.id == func.coalesce(_SECOND.id, _FIRST.id, OutboxRow.id)
    return query.outerjoin(_FIRST, first).outerjoin(_SECOND, second).join(LAST, last)
