"""All tables, in one import: what migrations compare with."""

from storage import (  # noqa: F401 - a table is known once its module is loaded
    agenda,
    attachments,
    blocks,
    desk,
    event_drafts,
    feeds,
    inbox,
    knowledge,
    learning,
    lease,
    news,
    notes,
    other_hours,
    outbox,
    people,
    replies,
    searches,
    sharing,
    staff_group,
    topics,
)
from storage.base import Base

metadata = Base.metadata
