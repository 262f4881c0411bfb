"""The human queue: tickets and the messages that belong to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant, Json

IN, OUT = "in", "out"

# States in which someone still has to do something. What the states mean: bot.desk.states.
OPEN_STATES = ("new", "claimed", "waiting", "answered", "snoozed")


class Ticket(Base):
    """A question that waits for a person. `version` grows with each step: steps are compare-and-set on it.

    `card_id` and `note_id` are outbox rows: the card in the staff group, and the message to the asker that says
    where the question stands. The `..._name` columns are staff as they were called when they did it.
    `waits_since`: since when the asker waits for us, empty while it is their turn; `nudged_at`, `escalated_at`: when
    staff, and those above, were told that it takes long; `first_answer_s`: how many seconds of staffed time the asker
    waited for the first answer. `urgent`: the kind of crisis that its words speak of; `calmed_at`: when the asker said
    that they meant something else. `handed_name`: who gave it to whoever has it; `touched_at`: when something last
    happened that whoever has it must act upon, or did; `close_reason`: one of bot.desk.ticket.REASONS, or why it
    closed otherwise. `quiet_since`: since when its asker has an answer and said nothing; `warned_at`,
    `warning_id`: when they were asked if it is solved, and the outbox row that did; it counts if not
    older than `quiet_since`. `about`: the gathering that it is about, as staff read it on the card.
    `runs_since`, `ran`: since when it is our turn, and the stretches before in which it was, from and until in seconds
    since 1970 (None: opened by a version that did not keep them); `solve_s`: how many seconds of staffed time those
    are, once it is closed, and `in_time`: whether that was within the target, if there is one.
    """

    __tablename__ = "ticket"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(12))
    member_id: Mapped[int] = mapped_column(BigInteger, index=True)
    text: Mapped[str] = mapped_column(Text)
    first_text: Mapped[str | None] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(12))
    seconds: Mapped[int | None]
    language: Mapped[str] = mapped_column(String(8))
    claimed_by: Mapped[int | None] = mapped_column(BigInteger)
    claimed_name: Mapped[str | None] = mapped_column(String(200))
    released_name: Mapped[str | None] = mapped_column(String(200))
    answered_name: Mapped[str | None] = mapped_column(String(200))
    closed_name: Mapped[str | None] = mapped_column(String(200))
    reopened: Mapped[str | None] = mapped_column(String(8))
    bot_gave: Mapped[str | None] = mapped_column(String(64))
    suggestions: Mapped[list[list[Any]] | None] = mapped_column(Json)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    card_id: Mapped[int | None] = mapped_column(BigInteger)
    note_id: Mapped[int | None] = mapped_column(BigInteger)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    active_at: Mapped[datetime] = mapped_column(Instant)
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    waits_since: Mapped[datetime | None] = mapped_column(Instant)
    nudged_at: Mapped[datetime | None] = mapped_column(Instant)
    escalated_at: Mapped[datetime | None] = mapped_column(Instant)
    first_answer_s: Mapped[int | None]
    asker_wrote_at: Mapped[datetime | None] = mapped_column(Instant)
    edited_at: Mapped[datetime | None] = mapped_column(Instant)
    hinted: Mapped[bool] = mapped_column(default=False)
    rating: Mapped[str | None] = mapped_column(String(8))
    remark: Mapped[str | None] = mapped_column(Text)
    urgent: Mapped[str | None] = mapped_column(String(12))
    calmed_at: Mapped[datetime | None] = mapped_column(Instant)
    handed_name: Mapped[str | None] = mapped_column(String(200))
    touched_at: Mapped[datetime | None] = mapped_column(Instant)
    snoozed_until: Mapped[datetime | None] = mapped_column(Instant)
    close_reason: Mapped[str | None] = mapped_column(String(12))
    merged_into: Mapped[int | None] = mapped_column(BigInteger)
    about: Mapped[str | None] = mapped_column(Text)
    theme: Mapped[str | None] = mapped_column(String(64))
    theme_sure: Mapped[bool] = mapped_column(default=False)
    quiet_since: Mapped[datetime | None] = mapped_column(Instant)
    warned_at: Mapped[datetime | None] = mapped_column(Instant)
    warning_id: Mapped[int | None] = mapped_column(BigInteger)
    runs_since: Mapped[datetime | None] = mapped_column(Instant)
    ran: Mapped[list[list[float]] | None] = mapped_column(Json)
    solve_s: Mapped[int | None]
    in_time: Mapped[bool | None]

    __table_args__ = (Index("ix_ticket_state", "state", "opened_at"),)


class TicketMessage(Base):
    """One message of a ticket: where it was written, and where its copy arrived.

    Replies and edits find their way by these pairs, never by reading text. `direction`: IN from the asker to the
    staff group, OUT from the staff group to the asker. What the bot says itself about a ticket (its card, a note)
    has message id 0 as its origin. The copy's ids are filled in when it was delivered. `file`: Telegram's
    number of the file in it, so that another one is noticed.
    """

    __tablename__ = "ticket_message"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), index=True)
    direction: Mapped[str] = mapped_column(String(3))
    kind: Mapped[str] = mapped_column(String(12))
    text: Mapped[str | None] = mapped_column(Text)
    by_name: Mapped[str | None] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Instant)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    outbox_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    position: Mapped[int] = mapped_column(default=0)
    copy_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    copy_message_id: Mapped[int | None] = mapped_column(BigInteger)
    file: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (
        Index("ix_ticket_message_origin", "chat_id", "message_id"),
        Index("ix_ticket_message_copy", "copy_chat_id", "copy_message_id"),
    )


class Colleague(Base):
    """Someone of staff, as the bot last saw them do something in the staff group."""

    __tablename__ = "colleague"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    seen_at: Mapped[datetime] = mapped_column(Instant)


class Audit(Base):
    """Who did what, when: one row for each step of a ticket and each change by staff."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[int | None] = mapped_column(BigInteger)
    action: Mapped[str] = mapped_column(String(24))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"), index=True)
    details: Mapped[dict[str, Any] | None] = mapped_column(Json)
