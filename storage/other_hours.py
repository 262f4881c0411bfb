"""Days on which the helpdesk is open at other times than its settings say."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.types import Instant, Json


class OtherHours(Base):
    """The spans of one day, as ["09:00", "12:30"] each; none: closed."""

    __tablename__ = "other_hours"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    spans: Mapped[list[list[str]]] = mapped_column(Json)
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Instant)
