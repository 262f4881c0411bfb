"""Files that go out with rows of the outbox: kept until they are sent, and some time after, for when they go again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import BigInteger, Index, LargeBinary, String, Text, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Base, new_id
from storage.types import Instant

# What the Bot API takes: https://core.telegram.org/bots/api#sending-files
MOST_BYTES, MOST_PHOTO_BYTES = 50_000_000, 10_000_000
PHOTOS = {"image/png", "image/jpeg"}
# In a row's payload this stands for the file; the sender puts the upload, or what Telegram calls it, in its place.
PLACE = "attach://file"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send. `as_photo`: shown in the chat instead of as a file to open; for PNG and JPEG only.

    Raises ValueError for a file that is empty or larger than Telegram takes.
    """

    name: str
    media_type: str
    data: bytes
    as_photo: bool = False

    def __post_init__(self) -> None:
        most = MOST_PHOTO_BYTES if self.as_photo else MOST_BYTES
        if not 0 < len(self.data) <= most:
            raise ValueError(f"{self.name} is {len(self.data)} bytes; a file may be 1 to {most} bytes")
        if self.as_photo and self.media_type not in PHOTOS:
            raise ValueError(f"{self.name} is {self.media_type}; a picture is one of {sorted(PHOTOS)}")

    @property
    def kind(self) -> str:
        """Telegram's name for what the message shows."""
        return "photo" if self.as_photo else "document"

    @property
    def method(self) -> str:
        """The method that sends it."""
        return "sendPhoto" if self.as_photo else "sendDocument"

    def digest(self) -> str:
        """The same for files that Telegram need get only once: alike in bytes, name and how they are shown."""
        about = f"{self.kind}\0{self.name}\0{self.media_type}\0".encode()
        return sha256(about + self.data).hexdigest()


class AttachmentRow(Base):
    """A kept file. `file_id`: what Telegram calls it once it has the bytes; `used_at`: when it was last said."""

    __tablename__ = "attachment"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(100))
    data: Mapped[bytes] = mapped_column(LargeBinary)
    file_id: Mapped[str | None] = mapped_column(Text)
    used_at: Mapped[datetime] = mapped_column(Instant)

    __table_args__ = (Index("ix_attachment_digest", "digest"),)


@dataclass(frozen=True, slots=True)
class File:
    """A kept file as a call needs it: `data` is empty when Telegram has it already, by `file_id`."""

    id: int
    kind: str
    name: str
    media_type: str
    file_id: str | None
    data: bytes | None


def keep(session: Session, attachment: Attachment, now: datetime) -> int:
    """Keep a file in this transaction, once however often it is said. Returns its id, for `Draft.attachment_id`."""
    digest = attachment.digest()
    known = session.scalar(select(AttachmentRow.id).where(AttachmentRow.digest == digest).limit(1))
    if known is not None:
        session.execute(update(AttachmentRow).where(AttachmentRow.id == known).values(used_at=now))
        return known
    row = AttachmentRow(
        id=new_id(),
        digest=digest,
        kind=attachment.kind,
        name=attachment.name[:255],
        media_type=attachment.media_type,
        data=attachment.data,
        used_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def known_as(session: Session, attachment_id: int, file_id: str | None) -> None:
    """What Telegram calls the file from now on; None: it does not know it (any more), so the bytes go again."""
    session.execute(update(AttachmentRow).where(AttachmentRow.id == attachment_id).values(file_id=file_id))
