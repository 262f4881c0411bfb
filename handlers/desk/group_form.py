"""Every open ticket stands where it should: in a topic of its own in a forum, as a card in a plain group, in today's
group. After a change of the group, or of what the bot may do there, tickets get a new place."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.desk import messages, tickets
from bot.desk.messages import Pair
from bot.desk.names import clean, cut
from bot.desk.ticket import Stepped, TicketView
from bot.texts.render import Html
from handlers.desk import merged_notice
from handlers.desk.desk_card import who
from handlers.desk.desk_content import plain
from handlers.desk.desk_group import CARD_EDIT, SHOWN_CARD, TOPIC, StaffGroup
from handlers.turn import text_payload
from storage import outbox, topics
from storage.outbox import Draft, OutboxRow, Priority

# A new place begins with what was said before: so many messages, each cut at so many characters.
RECALLED, LONGEST = 5, 120
OLD_CARD = "old-card"


def misplaced(session: Session, staff_chat: int, forum: bool, may_make_topics: bool) -> list[TicketView]:
    """Open tickets that are not where they should be, oldest first."""
    return [t for t in tickets.all_open(session) if not _in_place(session, t, staff_chat, forum, may_make_topics)]


def settle(group: StaffGroup, forum: bool, may_make_topics: bool) -> int:
    """Give each open ticket its place. Returns how many moved."""
    found = misplaced(group.session, group.services.staff_chat(), forum, may_make_topics)
    for ticket in found:
        _move(group, ticket)
    return len(found)


def show_step(group: StaffGroup, stepped: Stepped) -> TicketView:
    """Card and topic show a step that was taken. A ticket that was closed while the group changed gets its place now
    that it is open again. Returns the ticket with where it is."""
    ticket, services = stepped.ticket, group.services
    if ticket.is_open and not stepped.before.is_open:
        today = services.staff_chat(), services.chat_is_forum, services.forum
        if not _in_place(group.session, ticket, *today):
            return _move(group, ticket)
    group.refresh(ticket, stepped.before)
    return ticket


def deal_again(group: StaffGroup, ticket: TicketView) -> TicketView:
    """The card is gone, perhaps with its topic: both are made again, and what was said last is told."""
    if ticket.topic_id is not None and outbox.topic_missing(group.session, ticket.topic_id):
        topic = group.session.get_one(topics.Topic, ticket.topic_id)
        outbox.enqueue(group.session, _topic_draft(topic, ticket.id))
    ticket = group.deal(ticket)
    recall(group, ticket)
    return ticket


def recall(group: StaffGroup, ticket: TicketView) -> None:
    """Say below a new card what was said before, in one message (nothing when only the question was), and which
    tickets go on in this one."""
    said = messages.recent(group.session, ticket.id, RECALLED)
    if said:
        lines = [group.t("group-recall"), *(_line(group, pair) for pair in said)]
        payload = text_payload(Html("\n".join(lines)))
        group.call(ticket, "sendMessage", payload, sound=False, priority=Priority.CARD)
    merged_notice.tell_again(group, ticket)


def point_to_new_card(group: StaffGroup, ticket: TicketView) -> None:
    """The card before this one leads to it, and can do nothing any more."""
    cards = messages.cards(group.session, ticket.id)
    if len(cards) < 2 or cards[-2].copy_message_id is None or cards[-2].copy_chat_id != group.services.staff_chat():
        return
    address = group.address(ticket)
    number = str(ticket.id)
    html = group.t("group-card-there", number=number, address=address) if address else None
    payload = text_payload(html or group.t("group-card-below", number=number), [])
    draft = Draft(group.services.staff_chat(), "editMessageText", payload, target_id=cards[-2].outbox_id)
    draft.priority, draft.purpose, draft.ref = Priority.QUIET, OLD_CARD, ticket.id
    outbox.enqueue(group.session, draft)


def _in_place(session: Session, ticket: TicketView, staff_chat: int, forum: bool, may_make_topics: bool) -> bool:
    if ticket.card_id is not None and messages.chat_of(session, ticket.card_id) not in (staff_chat, None):
        return False
    if not forum:
        return ticket.topic_id is None
    return ticket.topic_id is not None or not may_make_topics


def _move(group: StaffGroup, ticket: TicketView) -> TicketView:
    waiting = OutboxRow.purpose.in_((TOPIC, SHOWN_CARD, CARD_EDIT)) & (OutboxRow.ref == ticket.id)
    outbox.cancel(group.session, waiting & (OutboxRow.chat_id == group.services.staff_chat()))
    ticket = group.place(replace(ticket, topic_id=None, card_id=None))
    recall(group, ticket)
    return ticket


def _line(group: StaffGroup, said: Pair) -> Html:
    text = cut(clean(plain(said.text or "")), LONGEST)
    return group.t("group-recall-line", name=who(said.by_name), text=text)


def _topic_draft(topic: topics.Topic, ticket_id: int) -> Draft:
    shown = {"icon_custom_emoji_id": topic.icon} if topic.icon is not None else {}
    return Draft(
        topic.chat_id,
        outbox.MAKE_TOPIC,
        {"name": topic.name, **shown},
        topic_id=topic.id,
        priority=Priority.NEEDED,
        purpose=TOPIC,
        ref=ticket_id,
    )
