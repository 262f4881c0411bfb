"""An answer on its way to everyone who asks the same: what each of them gets, and how it ended (conversation 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session
from telegram import MessageEntity

from bot.desk import greeting, messages, replies, sharing, tickets
from bot.desk.messages import Pair
from bot.desk.sharing import Candidate, Share, Source
from bot.desk.tickets import TicketView
from bot.schedule import Chore
from bot.texts import parts
from bot.texts.render import Html
from handlers.desk import desk_answers
from handlers.desk.desk_card import who
from handlers.desk.desk_content import Content
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import MakeEntry
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage.outbox import Draft, Priority, enqueue
from storage.sharing import LEAVING

LOOK_EVERY_S = 1.0
# What colleagues see of it in the other tickets, in UTF-16 units.
LONGEST_SHOWN = 600


def chore(services: Services) -> Chore:
    """Sends what was to leave in a moment, and tells how it ended."""

    async def look() -> None:
        if await services.db.read(sharing.due, services.clock.now()):
            await services.db.write(go_on, services)

    return Chore("shared answers", LOOK_EVERY_S, look)


def go_on(session: Session, services: Services) -> None:
    """What is due leaves; what has arrived is told. All that one answer says is one commit."""
    group = StaffGroup(session, services, services.clock.now())
    for share_id in sharing.due(session, group.now):
        share = sharing.get(session, share_id)
        if share is not None and share.state == LEAVING:
            _send(group, share_id)
        elif share is not None:
            _tell(group, share)


def content(session: Session, source: Source) -> Content:
    """The message of staff, as it was last edited."""
    entities = tuple(MessageEntity(**e) for e in source.entities or ())
    ids: tuple[int, ...] = (source.message_id,)
    album = None
    if source.album:
        first = messages.by_origin(session, source.chat_id, source.message_id)
        row = first[0].outbox_id if first else None
        ids = tuple(p.message_id for p in messages.by_row(session, row)) if row is not None else ids
        album = str(source.message_id)
    return Content(source.kind, source.chat_id, ids, source.text, entities, album)


def source_of(what: Content) -> Source:
    """What is kept of a message of staff."""
    entities = [e.to_dict() for e in what.entities]
    return Source(what.kind, what.chat_id, what.message_ids[0], what.text, entities, what.album is not None)


def personal(what: Content, own: str, other: str) -> Content:
    """The message for another asker: a greeting that calls the one it was written to, calls them."""
    span = greeting.place(what.text or "", own) if own and own != other else None
    if span is None or what.text is None:
        return what
    text, (start, end) = greeting.renamed(what.text, span, other)
    first, last = _units(what.text[:start]), _units(what.text[:end])
    shift = _units(text) - _units(what.text)
    moved = tuple(_moved(e, first, last, shift) for e in what.entities)
    kept = tuple(e for e in moved if e.length > 0)
    return replace(what, text=text, entities=kept)


def correct_everywhere(turn: Turn, found: Sequence[Pair], what: Content) -> None:
    """Staff edited an answer: the copy of each asker who has it follows."""
    sharing.edited(turn.session, what.chat_id, what.message_ids[0], source_of(what))
    source = tickets.get(turn.session, found[0].ticket_id)
    for ticket_id in dict.fromkeys(p.ticket_id for p in found):
        ticket = tickets.get(turn.session, ticket_id)
        theirs = [p for p in found if p.ticket_id == ticket_id]
        desk_answers.correct(turn, theirs, personal(what, source.name, ticket.name))


def _send(group: StaffGroup, share_id: int) -> None:
    share = sharing.begin(group.session, share_id, group.now)
    if share is None:
        return
    source = tickets.get(group.session, share.ticket_id)
    for candidate in sharing.candidates(group.session, share):
        if sharing.may_have(candidate, share):
            row = _send_one(group, share, source, candidate)
            if row is not None:
                sharing.went(group.session, share.id, candidate.ticket.id, row)
                tickets.audit(
                    group.session, "shared-answer", candidate.ticket.id, share.by, group.now, ticket=share.ticket_id
                )
    progress = sharing.progress(group.session, share.id)
    _show(group, share, group.t("alike-sending", count=progress.sent), [])


def _send_one(group: StaffGroup, share: Share, source: TicketView, candidate: Candidate) -> int | None:
    """The answer goes to one more asker, and colleagues see it there. Returns the row that carries it."""
    ticket, said = candidate.ticket, share.source
    entry = group.services.knowledge.entry(said.entry_id) if said.entry_id else None
    if said.entry_id is not None:
        if entry is None:  # it was taken from the list meanwhile
            return None
        row = desk_answers.answer_entry(group, ticket, entry, share.by)
        told = Html(f"<b>{group.t('alike-entry', question=entry.told_in(ticket.language).question)}</b>")
    elif said.html is not None:
        told, key = replies.filled(said.html, ticket.name), f"shared:{share.id}:{ticket.id}"
        desk_answers.answer_with(group, ticket, told, share.by, key)
        row = messages.row_with(group.session, key)
    else:
        what = personal(content(group.session, said), source.name, ticket.name)
        row = desk_answers.deliver(group, ticket, what, share.by)
        told = Html(what.html or "")
    told, more = parts.head(told, LONGEST_SHOWN)
    told = Html(f"{told} (…)") if more else told
    sound = ticket.claimed_by not in (None, share.by.id)
    group.say(ticket, "alike-also", sound=sound, by=who(share.by.name), number=str(source.id), answer=told)
    return row


def _tell(group: StaffGroup, share: Share) -> None:
    """How it ended, once all of it has."""
    progress = sharing.progress(group.session, share.id)
    if progress.waiting or not sharing.finish(group.session, share.id):
        return
    if not progress.sent:
        return _show(group, share, group.t("alike-left-out", count=progress.left_out), [])
    lines = [group.t("alike-sent", delivered=str(progress.delivered), sent=progress.sent)]
    if progress.left_out:
        lines.append(group.t("alike-left-out", count=progress.left_out))
    rows: Rows = (
        []
        if share.source.message_id == messages.NO_MESSAGE
        else [[Button(group.t.plain("faq-make-button"), MakeEntry(share.ticket_id))]]
    )
    _show(group, share, Html("\n".join(lines)), rows)


def _show(group: StaffGroup, share: Share, html: Html, rows: Rows) -> None:
    if share.shown_id is None:
        return
    payload = text_payload(html, rows) | {"message_id": share.shown_id}
    enqueue(group.session, Draft(group.services.staff_chat(), "editMessageText", payload, priority=Priority.STAFF))


def _moved(entity: MessageEntity, first: int, last: int, shift: int) -> MessageEntity:
    """The entity after the text between `first` and `last` grew by `shift`; in UTF-16 units."""
    start, end = entity.offset, entity.offset + entity.length
    start = start + shift if start >= last else min(start, first) if start > first else start
    end = end + shift if end >= last else min(end, first)
    return MessageEntity(
        entity.type, start, end - start, entity.url, entity.user, entity.language, entity.custom_emoji_id
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
