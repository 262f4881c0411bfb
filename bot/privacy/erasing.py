"""Letting go of what is kept: of one person, or of questions that are old.

What stays are numbers: that there was a question, when, how long it took, how it was rated. TABLES says for each table
what becomes of it; a test holds it to that. The group is told and cleaned by handlers.desk.erased.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from html import escape

from sqlalchemy import ColumnElement, Text, Update, case, delete, or_, select, type_coerce, update
from sqlalchemy.orm import Session

from bot.desk import blocking, tickets
from bot.desk.names import clean
from bot.desk.states import Step
from bot.desk.tickets import Actor, TicketView
from storage import inbox, outbox
from storage.agenda import Attendance, Follow
from storage.base import Base
from storage.blocks import Block
from storage.desk import OUT, Audit, Ticket, TicketMessage
from storage.inbox import InboxUpdate
from storage.knowledge import PUBLISHED, Asked, FaqDraft
from storage.notes import TicketNote
from storage.outbox import OutboxRow
from storage.people import Member
from storage.replies import PreparedAnswer
from storage.searches import TicketSearch
from storage.sharing import LEAVING, UNSENT, SharedAnswer, SharedTicket, TicketLink
from storage.topics import Topic

# Whose ticket it was, when nobody may know any more.
NOBODY = 0
# Shorter names, and beginnings of questions, are found everywhere.
SHORTEST_NAME, SHORTEST_WORDS, WORDS = 3, 12, 40
# Why a row is cancelled that had left: its words were erased before Telegram answered.
ON_ITS_WAY = "its words were erased while it was on its way"
FINISHED = (outbox.SENT, outbox.DEAD, outbox.EXPIRED, outbox.CANCELLED)
# What a row says, as it is kept.
_said = type_coerce(OutboxRow.payload, Text)

# What becomes of each table when someone's data go.
TABLES = {
    "member": "their row goes",
    "follow": "their rows go",
    "attendance": "their rows go",
    "prepared_answer": "rows of their tickets go",
    "saved_reply": "written by staff, for everyone",
    "asked": "words and number go, what the bot decided stays",
    "ticket": "words and number go, times and ratings stay",
    "ticket_message": "words go, and where it stood in their own chat",
    "ticket_note": "rows of their tickets go",
    "ticket_link": "rows of their tickets go",
    "shared_answer": "words of those made in their tickets go",
    "shared_ticket": "rows of their tickets go",
    "audit": "their number goes",
    "outbox": "rows to them go; elsewhere what names or quotes them is emptied",
    "attachment": "files that were sent only to them go",
    "inbox": "what was put aside of them goes; what is handled holds no words",
    "faq_draft": "drafts made of their questions go, unless published",
    "topic": "names of topics of their tickets go",
    "block": "stays, by number, without words: else leaving would lift it",
    "learn_case": "holds no words, only numbers of questions that have none now",
    "learn_question": "see learn_case",
    "ticket_search": "searches for them or for their name go; all go after a week",
    "staff_choice": "see learn_case",
    "staff_group": "the overview in it is written anew within seconds",
    "entry": "answers; what is published holds nobody's name",
    "phrasing": "see entry",
    "entry_revision": "see entry",
    "album_part": "albums that staff wrote in their group, gone after some days",
    "news_copies": "numbers of messages, no words",
    "news_poll": "votes without whose they are",
    "event": "no members",
    "event_draft": "gatherings that staff write",
    "feed": "addresses of calendars elsewhere",
    "occurrence": "no members",
    "occurrence_theme": "no members",
    "reminder": "no members: rows to them are in the outbox",
    "occurrence_change": "no members",
    "other_hours": "no members",
    "calendar_file": "no members",
    "news": "written by staff",
    "body": "what was sent to many",
    "moved_chat": "groups",
    "lease": "processes",
    "colleague": "staff",
}


def erase(session: Session, member_id: int, by: Actor, now: datetime, purposes: Collection[str]) -> list[TicketView]:
    """Let everything of this person go. Returns their tickets as they were. Open ones are withdrawn.

    `by`: themselves, or the coordinator whom they asked; `purposes`: of outbox rows whose ref is a ticket.
    """
    session.flush()
    found = tickets.find_all(session, Ticket.member_id == member_id)
    member = session.get(Member, member_id)
    names = [member.first_name, member.username or ""] if member is not None else []
    _empty_outbox(session, member_id, [*_names(names), *_words(found)])
    scrub(session, found, now, purposes)
    values = {"text": None, "member_id": None, "message_id": None}
    session.execute(_update(Asked, Asked.member_id == member_id, **values))
    session.execute(delete(Follow).where(Follow.member_id == member_id))
    session.execute(delete(Attendance).where(Attendance.member_id == member_id))
    session.execute(_update(Audit, Audit.actor_id == member_id, actor_id=None))
    if session.get(Block, member_id) is None:
        about_them = type_coerce(Audit.details, Text).contains(f'"member":{member_id},')
        of_blocks = Audit.action.in_(["block", "unblock"]) & about_them
        session.execute(_update(Audit, of_blocks, details=None))
    blocking.forget(session, member_id)
    sought = or_(TicketSearch.member_id == member_id, *(TicketSearch.words.icontains(name) for name in _names(names)))
    session.execute(delete(TicketSearch).where(sought))
    _forget_put_aside(session, member_id)
    session.execute(delete(Member).where(Member.id == member_id))
    own = by.id == member_id
    tickets.audit(session, "erase", None, Actor(None if own else by.id), now, tickets=len(found))
    session.expire_all()
    return found


def quoting(session: Session, member_id: int, chat_id: int) -> list[int]:
    """Messages of the bot in this chat that quote this person's questions and are about no single ticket: lists."""
    words = _words(tickets.find_all(session, Ticket.member_id == member_id))
    if not words:
        return []
    where = (OutboxRow.chat_id == chat_id, OutboxRow.purpose.is_(None), OutboxRow.message_id.is_not(None))
    query = select(OutboxRow.message_id).where(*where, _quote(words)).distinct()
    return sorted(found for found in session.scalars(query) if found)


def scrub(session: Session, found: Collection[TicketView], now: datetime, purposes: Collection[str]) -> None:
    """Let go of the words of these tickets, and of whose they were. Open ones are withdrawn. `purposes`: see erase."""
    ids = [ticket.id for ticket in found]
    for ticket in found:
        if ticket.is_open:
            tickets.take(session, Step.WITHDRAW, ticket.id, Actor(None), now)
    _empty(session, _about(found, purposes), _words(found))
    gone: dict[str, object] = {"member_id": NOBODY, "text": "", "subject": "", "first_text": None, "remark": None}
    gone |= {"topic_id": None, "card_id": None, "note_id": None, "suggestions": None, "about": None}
    session.execute(_update(Ticket, Ticket.id.in_(ids), **gone))
    of_these = TicketMessage.ticket_id.in_(ids)
    # So no reply finds its way to these tickets any more. Ids of messages in the group stay, to clean up there.
    session.execute(_update(TicketMessage, of_these, text=None, chat_id=NOBODY, copy_chat_id=None))
    session.execute(_update(TicketMessage, of_these & (TicketMessage.direction == OUT), copy_message_id=None))
    session.execute(_update(TicketMessage, of_these & (TicketMessage.direction != OUT), message_id=0, by_name=None))
    session.execute(_update(Asked, Asked.ticket_id.in_(ids), text=None, member_id=None, message_id=None))
    topics = [ticket.topic_id for ticket in found if ticket.topic_id is not None]
    session.execute(_update(Topic, Topic.id.in_(topics), name="…"))
    session.execute(delete(PreparedAnswer).where(PreparedAnswer.ticket_id.in_(ids)))
    session.execute(delete(TicketNote).where(TicketNote.ticket_id.in_(ids)))
    _forget_drafts(session, ids)
    _forget_shares(session, ids)


def _forget_drafts(session: Session, ids: list[int]) -> None:
    of_these = FaqDraft.ticket_id.in_(ids)
    session.execute(delete(FaqDraft).where(of_these, FaqDraft.state != PUBLISHED))
    session.execute(_update(FaqDraft, of_these, question="", answer="", phrasings=[], ticket_id=None, asked_id=None))


def _forget_shares(session: Session, ids: list[int]) -> None:
    session.execute(delete(TicketLink).where(TicketLink.ticket_id.in_(ids) | TicketLink.older_id.in_(ids)))
    from_here, unsent_states = SharedAnswer.ticket_id.in_(ids), (*UNSENT, LEAVING)
    unsent = select(SharedAnswer.id).where(from_here, SharedAnswer.state.in_(unsent_states))
    session.execute(delete(SharedTicket).where(SharedTicket.ticket_id.in_(ids) | SharedTicket.share_id.in_(unsent)))
    session.execute(delete(SharedAnswer).where(from_here, SharedAnswer.state.in_(unsent_states)))
    session.execute(_update(SharedAnswer, from_here, text=None, entities=None, html=None))


def _empty_outbox(session: Session, member_id: int, needles: list[str]) -> None:
    """Rows to this person go, with files only they got; what names or quotes them elsewhere is emptied."""
    theirs = OutboxRow.chat_id == member_id
    outbox.forget_attachments_of(session, theirs)
    session.execute(delete(OutboxRow).where(theirs))
    _empty(session, None, needles)


def _about(found: Collection[TicketView], purposes: Collection[str]) -> ColumnElement[bool]:
    """Rows that are about these tickets."""
    ids = [ticket.id for ticket in found]
    topics = [ticket.topic_id for ticket in found if ticket.topic_id is not None]
    return OutboxRow.topic_id.in_(topics) | (OutboxRow.ref.in_(ids) & OutboxRow.purpose.in_(purposes))


def _empty(session: Session, about: ColumnElement[bool] | None, needles: list[str]) -> None:
    """Rows about something are emptied and leave no more; so is what left and has these words in it.

    What is on its way becomes "sent" when it arrives; when it does not, it is not tried again.
    """
    why = case((OutboxRow.error == ON_ITS_WAY, ON_ITS_WAY))
    nothing: dict[str, object] = {"payload": None, "body_id": None, "error": why}
    on_its_way = nothing | {"state": outbox.CANCELLED, "error": ON_ITS_WAY}
    if about is not None:
        session.execute(_update(OutboxRow, about & OutboxRow.state.in_(FINISHED), **nothing))
        waits = about & OutboxRow.state.in_((outbox.NEW, outbox.HELD))
        session.execute(_update(OutboxRow, waits, state=outbox.CANCELLED, **nothing))
        session.execute(_update(OutboxRow, about & (OutboxRow.state == outbox.SENDING), **on_its_way))
    if needles:
        session.execute(_update(OutboxRow, _quote(needles) & OutboxRow.state.in_(FINISHED), **nothing))
        session.execute(_update(OutboxRow, _quote(needles) & (OutboxRow.state == outbox.SENDING), **on_its_way))


def _quote(needles: Iterable[str]) -> ColumnElement[bool]:
    return or_(*(_said.contains(needle, autoescape=True) for needle in needles))


def _names(names: Iterable[str]) -> list[str]:
    return [part for name in names if len(part := _as_kept(clean(name))) >= SHORTEST_NAME]


def _words(found: Iterable[TicketView]) -> list[str]:
    """How these tickets may be quoted elsewhere: by the beginning of their text, and by their subject."""
    texts = (part for ticket in found for part in (ticket.text.split("\n")[0][:WORDS], ticket.subject.rstrip("…")))
    return sorted({kept for text in texts if len(kept := _as_kept(text.strip())) >= SHORTEST_WORDS})


def _as_kept(text: str) -> str:
    """As it stands in a payload: Telegram HTML within JSON."""
    return escape(text, quote=False).replace("\\", "\\\\").replace('"', '\\"')


def _forget_put_aside(session: Session, member_id: int) -> None:
    aside = InboxUpdate.state.in_([inbox.FAILED, inbox.QUARANTINED])
    theirs = or_(*(InboxUpdate.raw.contains(f'"id":{member_id}{end}') for end in ",}"))
    session.execute(delete(InboxUpdate).where(aside, theirs))


def _update(table: type[Base], where: ColumnElement[bool], **values: object) -> Update:
    return update(table).where(where).values(**values).execution_options(synchronize_session=False)
