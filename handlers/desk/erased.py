"""What staff see when someone's data go: the words leave the group too, as far as Telegram lets a bot do that.

In a forum the topic is deleted with all that is in it. Where that is not allowed, and in a plain group, the card is
overwritten and the other messages are deleted; of what Telegram does not let be deleted, the bot's own texts are
overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.desk.messages import CARD, NO_MESSAGE
from bot.desk.tickets import Actor, TicketView
from bot.privacy import erasing
from bot.telegram.outcomes import Outcome, Result
from handlers.desk.desk_card import who
from handlers.desk.desk_group import CARD_EDIT, NOTICE, PASSED, SHOWN_CARD, TOPIC, StaffGroup
from handlers.services import Services
from handlers.turn import text_payload
from storage.desk import IN, TicketMessage
from storage.outbox import MAKE_TOPIC, Draft, OutboxRow, Priority, enqueue
from storage.sending import Outgoing
from storage.topics import Topic

# Purposes of rows in the group whose ref is the ticket they are about.
ABOUT_TICKETS = (TOPIC, SHOWN_CARD, CARD_EDIT, PASSED, NOTICE)
# The topic of a ticket, messages of the bot, and a text of the bot that must be overwritten. Their ref is the ticket.
ERASE_TOPIC, ERASE_OWN, ERASE_TEXT, ERASE = "erase-topic", "erase-own", "erase-text", "erase"
# Was the bot out of the group, then these wait for it to be back.
HELD = frozenset({ERASE_TOPIC, ERASE_OWN, ERASE_TEXT, ERASE})
# How a row ends when the bot may not write in the group.
BLOCKED = "blocked"
# Telegram deletes so many messages in one call.
AT_ONCE = 100


def everything(group: StaffGroup, member_id: int, by: Actor) -> None:
    """Let everything of this person go, here and in the group, and tell the group. `by`: see erasing.erase."""
    lists = erasing.quoting(group.session, member_id, group.services.staff_chat())
    found = erasing.erase(group.session, member_id, by, group.now, ABOUT_TICKETS)
    _delete(group, lists, ERASE_OWN, 0)
    clean_up(group, found)
    if found:
        _tell(group, found, who(by.name) if by.id != member_id else "none")


def clean_up(group: StaffGroup, found: Iterable[TicketView]) -> None:
    """The words of these tickets (as they were before) leave the group."""
    for ticket in found:
        topic = group.session.get(Topic, ticket.topic_id) if ticket.topic_id is not None else None
        if topic is not None and (topic.thread_id is not None or _was_being_made(group.session, topic)):
            _call(group, "deleteForumTopic", {}, ERASE_TOPIC, ticket.id, topic_id=topic.id)
        else:
            _overwrite(group, ticket.id, None)


def _tell(group: StaffGroup, found: Sequence[TicketView], by: str) -> None:
    """Say it in the group, with a sound when a question was open. `by`: the coordinator who did it, or "none"."""
    numbers = ", ".join(str(ticket.id) for ticket in found)
    payload = text_payload(group.t("erased-told", count=len(found), numbers=numbers, by=by))
    if not any(ticket.is_open for ticket in found):
        payload["disable_notification"] = True
    draft = Draft(group.services.staff_chat(), "sendMessage", payload, priority=Priority.STAFF)
    enqueue(group.session, draft)


def outcomes(services: Services) -> Mapping[str, Outcome]:
    """What is done when Telegram refuses."""
    return {
        ERASE_TOPIC: _else(services, _topic_stays),
        ERASE_OWN: _else(services, _messages_stay),
        ERASE_TEXT: _else(services, _is_no_text),
    }


def _else(services: Services, act: Callable[[StaffGroup, Outgoing], None]) -> Outcome:
    def ended(session: Session, row: Outgoing, result: Result) -> None:
        if not result.ok and result.kind != BLOCKED:
            act(StaffGroup(session, services, services.clock.now()), row)

    return ended


def _topic_stays(group: StaffGroup, row: Outgoing) -> None:
    """The bot may not delete topics (or it is gone already, and then nothing of this finds anything)."""
    _overwrite(group, row.ref or 0, row.params.get("message_thread_id"))


def _messages_stay(group: StaffGroup, row: Outgoing) -> None:
    """Telegram deletes no messages of more than 48 hours for a bot without that right: texts are overwritten."""
    for message_id in row.params["message_ids"]:
        payload = text_payload(group.t("erased-message"), []) | {"message_id": message_id}
        _call(group, "editMessageText", payload, ERASE_TEXT, row.ref)


def _is_no_text(group: StaffGroup, row: Outgoing) -> None:
    """A photo or the like: at least its words go."""
    payload = {"message_id": row.params["message_id"], "caption": group.t.plain("erased-message")}
    _call(group, "editMessageCaption", payload, ERASE, row.ref)


def _overwrite(group: StaffGroup, ticket_id: int, thread_id: int | None) -> None:
    cards, own, of_staff = _messages(group.session, ticket_id)
    for message_id in cards:
        payload = text_payload(group.t("erased-card", number=str(ticket_id)), []) | {"message_id": message_id}
        _call(group, "editMessageText", payload, ERASE, ticket_id)
    _delete(group, own, ERASE_OWN, ticket_id)
    _delete(group, of_staff, ERASE, ticket_id)
    empty = text_payload(group.t("erased-message"), [])
    for row_id in _on_its_way(group.session, ticket_id):
        _call(group, "editMessageText", empty, ERASE_TEXT, ticket_id, target_id=row_id)
    if thread_id is not None:
        name = group.t.plain("erased-topic", number=str(ticket_id))
        _call(group, "editForumTopic", {"message_thread_id": thread_id, "name": name}, ERASE, ticket_id)
        _call(group, "closeForumTopic", {"message_thread_id": thread_id}, ERASE, ticket_id)


def _messages(session: Session, ticket_id: int) -> tuple[list[int], list[int], list[int]]:
    """The ids in the group of the ticket's cards, of other messages of the bot about it, and of those of staff."""
    of_this = TicketMessage.ticket_id == ticket_id
    columns = (TicketMessage.direction, TicketMessage.kind, TicketMessage.message_id, TicketMessage.copy_message_id)
    pairs = session.execute(select(*columns).where(of_this)).all()
    copies = {copy: kind for direction, kind, _, copy in pairs if direction == IN and copy}
    cards = [copy for copy, kind in copies.items() if kind == CARD]
    said = _said(session, ticket_id) | copies.keys()
    of_staff = {origin for direction, _, origin, _ in pairs if direction != IN and origin != NO_MESSAGE}
    return cards, sorted(said - set(cards)), sorted(of_staff)


def _delete(group: StaffGroup, message_ids: Sequence[int], purpose: str, ticket_id: int) -> None:
    for first in range(0, len(message_ids), AT_ONCE):
        some = list(message_ids[first : first + AT_ONCE])
        _call(group, "deleteMessages", {"message_ids": some}, purpose, ticket_id)


def _said(session: Session, ticket_id: int) -> set[int]:
    query = select(OutboxRow.message_id).where(_made_message(ticket_id), OutboxRow.message_id.is_not(None))
    return {found for found in session.scalars(query) if found}


def _on_its_way(session: Session, ticket_id: int) -> Sequence[int]:
    """Rows that were being sent when their words were erased: of those we do not know the message yet."""
    query = select(OutboxRow.id).where(_made_message(ticket_id), OutboxRow.error == erasing.ON_ITS_WAY)
    return session.scalars(query).all()


def _was_being_made(session: Session, topic: Topic) -> bool:
    """Whether the topic was being made when its words were erased."""
    on_its_way = OutboxRow.error == erasing.ON_ITS_WAY
    query = select(OutboxRow.id).where(OutboxRow.topic_id == topic.id, OutboxRow.method == MAKE_TOPIC, on_its_way)
    return session.scalars(query).first() is not None


def _made_message(ticket_id: int) -> ColumnElement[bool]:
    made = OutboxRow.method.startswith("send") | OutboxRow.method.startswith("copy")
    return (OutboxRow.ref == ticket_id) & OutboxRow.purpose.in_(ABOUT_TICKETS) & made


def _call(
    group: StaffGroup,
    method: str,
    payload: dict[str, object],
    purpose: str,
    ref: int | None,
    *,
    target_id: int | None = None,
    topic_id: int | None = None,
) -> None:
    """`target_id` and `topic_id` as in Draft, for what is still on its way."""
    draft = Draft(group.services.staff_chat(), method, payload, topic_id, target_id, Priority.STAFF)
    enqueue(group.session, replace(draft, purpose=purpose, ref=ref))
