"""All conversations, in the order in which they look at an update."""

from __future__ import annotations

from handlers import membership, private
from handlers.agenda import (
    agenda,
    calendar_file,
    event_fixing,
    event_new,
    event_off,
    event_question,
    feed,
    month_picture,
    news,
    own_calendar,
    planning_desk,
    rsvp,
    sheet_file,
    staff_event,
    subscriptions,
    to_calendar,
)
from handlers.asker import crisis, human, my_data, remark, silence
from handlers.asking import answer_media, ask, browse, groups, languages, masked, smalltalk, start
from handlers.curating import faq_changes, faq_desk, faq_drafts, faq_entry, faq_new, faq_recall, faq_review
from handlers.desk import (
    alike,
    blocking_desk,
    closing,
    erase_desk,
    group_trouble,
    hand_over,
    hours_desk,
    later,
    merge,
    more,
    note_desk,
    outdated,
    overview,
    queue,
    reactions,
    replies,
    reply_use,
    report,
    search,
    split,
    staff_card,
    staff_help,
    staff_talk,
    take_back,
    theme_choice,
)
from handlers.front import Front
from handlers.learning import learn

CONVERSATIONS = (
    membership,
    reactions,
    start,
    ask,
    answer_media,
    languages,
    browse,
    human,
    remark,
    my_data,
    silence,
    crisis,
    masked,
    smalltalk,
    agenda,
    rsvp,
    to_calendar,
    own_calendar,
    month_picture,
    event_question,
    staff_event,
    subscriptions,
    queue,
    overview,
    outdated,
    group_trouble,
    blocking_desk,
    report,
    erase_desk,
    hours_desk,
    staff_card,
    staff_help,
    note_desk,
    take_back,
    more,
    hand_over,
    later,
    alike,
    replies,
    reply_use,
    closing,
    search,
    merge,
    split,
    theme_choice,
    faq_desk,
    faq_entry,
    faq_new,
    faq_drafts,
    faq_changes,
    faq_recall,
    faq_review,
    learn,
    calendar_file,
    sheet_file,
    event_new,
    event_fixing,
    event_off,
    feed,
    planning_desk,
    news,
    groups,
    staff_talk,  # whatever else is written in the staff group
    private,  # whatever else is written in private
)


def register(front: Front) -> None:
    """Put every conversation to work."""
    for conversation in CONVERSATIONS:
        conversation.register(front)
