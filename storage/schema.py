"""All tables, in one import: what migrations compare with."""

from storage import (
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

TABLES = (
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
metadata = Base.metadata
