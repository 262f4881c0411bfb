"""News that staff send to members: what it says, for whom, and how far it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import AutoId, Base
from storage.types import Instant, Json

# What news goes through: bot.agenda.news says what each means.
DRAFT, REFUSED, DROPPED, LEAVING, SENDING = "draft", "refused", "dropped", "leaving", "sending"
PAUSED, DONE, FIXING, TAKING, TAKEN = "paused", "done", "fixing", "taking", "taken"


class News(Base):
    """A message of staff for everyone who wants news, or some of them.

    `chat_id`, `message_id`: where staff wrote it; `kind` and `content`: what it says, kept here so that it does not
    matter what becomes of that message: the call's `method` and `payload`, all but chat and buttons.
    `places`, `themes`, `language`: for whom (empty: all). `version` grows with each change of what it says or for
    whom. `leaves_at`: when it is sent, or was to be; `since`, `before`: when this stretch of sending began, and how
    many had ended by then. `status_message_id`: the message in the group that shows how far it is; `shown`: what that
    says, since `shown_at`. `fix`: a better `content` for those who have it. `unseen`: how often its polls were
    voted in since that message last told how they stand.
    """

    __tablename__ = "news"
    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(12))
    content: Mapped[dict[str, Any] | None] = mapped_column(Json)
    places: Mapped[list[str] | None] = mapped_column(Json)
    themes: Mapped[list[str] | None] = mapped_column(Json)
    language: Mapped[str | None] = mapped_column(String(8))
    version: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10), default=DRAFT)
    recipients: Mapped[int] = mapped_column(default=0)
    created_by: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(Instant)
    leaves_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    since: Mapped[datetime | None] = mapped_column(Instant)
    before: Mapped[int] = mapped_column(default=0)
    fix: Mapped[dict[str, Any] | None] = mapped_column(Json)
    status_message_id: Mapped[int | None] = mapped_column(BigInteger)
    shown: Mapped[str | None] = mapped_column(Text)
    shown_at: Mapped[datetime | None] = mapped_column(Instant)
    unseen: Mapped[int] = mapped_column(default=0, server_default="0")

    __table_args__ = (Index("ix_news_state", "state"), Index("ix_news_message", "chat_id", "message_id"))


class AlbumPart(Base):
    """A part of an album in the staff group, kept some days: a reply names one part, and news is all of them."""

    __tablename__ = "album_part"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    album: Mapped[str] = mapped_column(String(40), index=True)
    media: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(Instant, index=True)


class NewsCopies(Base):
    """The messages that a row of the outbox made, when those are several (an album), as deleteMessages wants them."""

    __tablename__ = "news_copies"
    outbox_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    payload: Mapped[dict[str, Any]] = mapped_column(Json)


class NewsPoll(Base):
    """A poll that a member got as news, by Telegram's number of it; not whose it is.

    `news_id`: None while we do not know what it is: a vote may come before its delivery is written down.
    `counts`: the votes for each option, as Telegram last said; `voters`: how many people those are of.
    """

    __tablename__ = "news_poll"
    poll_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    news_id: Mapped[int | None] = mapped_column(index=True)
    counts: Mapped[list[int]] = mapped_column(Json)
    voters: Mapped[int] = mapped_column(default=0)
