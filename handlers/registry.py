"""All conversations, in the order in which they look at an update."""

from __future__ import annotations

from handlers import (
    agenda,
    answer_media,
    ask,
    browse,
    calendar_file,
    crisis,
    faq_changes,
    faq_desk,
    faq_drafts,
    faq_entry,
    faq_new,
    faq_recall,
    faq_review,
    groups,
    human,
    languages,
    learn,
    masked,
    membership,
    news,
    private,
    queue,
    smalltalk,
    staff_card,
    staff_talk,
    start,
    subscriptions,
)
from handlers.front import Front

CONVERSATIONS = (
    membership,
    start,
    ask,
    answer_media,
    languages,
    browse,
    human,
    crisis,
    masked,
    smalltalk,
    agenda,
    subscriptions,
    queue,
    staff_card,
    faq_desk,
    faq_entry,
    faq_new,
    faq_drafts,
    faq_changes,
    faq_recall,
    faq_review,
    learn,
    calendar_file,
    news,
    groups,
    staff_talk,  # whatever else is written in the staff group
    private,  # whatever else is written in private
)


def register(front: Front) -> None:
    """Put every conversation to work."""
    for conversation in CONVERSATIONS:
        conversation.register(front)
