"""Open questions that ask the same, and an answer that goes to several of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base, partial_index
from storage.types import Instant, Json

# Where a shared answer stands: staff were told that more people ask this, look at who gets it too, it leaves in a
# moment, it is in the outbox, all of it has ended, or staff do not want it (now).
OFFERED, LOOKING, LEAVING, SENT, DONE, REFUSED = "offered", "looking", "leaving", "sent", "done", "refused"
# In these nothing was sent, and staff may look again.
UNSENT = (OFFERED, LOOKING, REFUSED)


class TicketLink(Base):
    """Two tickets that were alike when the newer one came. `sure`: see faq.clusters.Likeness.surely."""

    __tablename__ = "ticket_link"
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), primary_key=True)
    older_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), primary_key=True, index=True)
    likeness: Mapped[float]
    sure: Mapped[bool]


class SharedAnswer(Base):
    """An answer of staff in one ticket that others may get too.

    What it says: a message of staff (`chat_id`, `message_id`, its `kind`, `text` and `entities` as Telegram gave them,
    `album`), an entry of the FAQ (`entry_id`), or a text that was prepared (`html`, see bot.desk.replies.filled).
    `shown_id`: the message in the staff group that shows who gets it; `leaves_at`: until then it can be stopped.
    """

    __tablename__ = "shared_answer"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), index=True)
    state: Mapped[str] = mapped_column(String(10), default=OFFERED)
    by_id: Mapped[int | None] = mapped_column(BigInteger)
    by_name: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(12))
    text: Mapped[str | None] = mapped_column(Text)
    entities: Mapped[list[dict[str, Any]] | None] = mapped_column(Json)
    album: Mapped[bool] = mapped_column(default=False)
    entry_id: Mapped[str | None] = mapped_column(String(64))
    html: Mapped[str | None] = mapped_column(Text)
    shown_id: Mapped[int | None] = mapped_column(BigInteger)
    leaves_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (
        partial_index("ix_shared_answer_leaving", "id", where="state in ('leaving', 'sent')"),
        Index("ix_shared_answer_message", "chat_id", "message_id"),
    )


class SharedTicket(Base):
    """A ticket that may get a shared answer. `along`: it does; `chosen`: someone of staff said so; `row_id`: the row
    of the outbox that carries it, once it was sent."""

    __tablename__ = "shared_ticket"
    share_id: Mapped[int] = mapped_column(ForeignKey("shared_answer.id"), primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), primary_key=True)
    place: Mapped[int]
    along: Mapped[bool]
    chosen: Mapped[bool] = mapped_column(default=False)
    row_id: Mapped[int | None] = mapped_column(BigInteger)
