"""What is learned from questions: groups of them that wait for a decision of staff, and what was decided.

No words and no names are kept here, only the numbers of questions: who erases their question erases it here too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.types import Instant, Json

# What a case asks of staff: is this phrasing right, or where does this question belong?
PROPOSAL, UNANSWERED = "proposal", "unanswered"
# Where a case stands. What is not OPEN does not come back.
OPEN, ADDED, REFUSED, IGNORED, DRAFTED = "open", "added", "refused", "ignored", "drafted"


class LearnCase(Base):
    """Questions that ask the same. `id` is that of the oldest, unless a case that was decided has that.

    `shown`: ids of `asked`, the most typical wording first; `likely`: [entry id, probability], best first; `entry_id`:
    what askers or staff chose, and later where it was added; `position`: its place in the list; `revisions`: of the
    FAQ, made by the decision; `message_id`: the message in the staff group that waits for words to search by.
    """

    __tablename__ = "learn_case"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    position: Mapped[int]
    shown: Mapped[list[int]] = mapped_column(Json)
    likely: Mapped[list[list[Any]]] = mapped_column(Json)
    entry_id: Mapped[str | None] = mapped_column(String(64))
    message_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    revisions: Mapped[list[int]] = mapped_column(Json, default=list)

    __table_args__ = (Index("ix_learn_case_state", "state", "position"),)


class LearnQuestion(Base):
    """A question (`asked`) is part of a case: of one only."""

    __tablename__ = "learn_question"
    asked_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    case_id: Mapped[int] = mapped_column(ForeignKey("learn_case.id", ondelete="CASCADE"), index=True)


class StaffChoice(Base):
    """Staff answered this question (`asked`) with this entry."""

    __tablename__ = "staff_choice"
    asked_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    entry_id: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant)
