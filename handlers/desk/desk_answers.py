"""An answer of staff on its way to the asker, and the changes that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import faq
from bot.desk import albums, messages, response_times, tickets
from bot.desk.messages import HEADING, Origin, Pair
from bot.desk.names import short
from bot.desk.states import Step
from bot.desk.tickets import Actor, TicketView
from bot.knowledge import asked
from bot.texts import parts, texts
from bot.texts.render import Html
from handlers.desk import desk_notes, replying
from handlers.desk.desk_card import who
from handlers.desk.desk_content import TEXT, Content
from handlers.desk.desk_group import StaffGroup, album_key
from handlers.desk.desk_notes import ANSWER, CORRECTION, SAID_BY
from handlers.desk.desk_passing import Call, Change, aim, calls, changes
from handlers.desk.replying import Reply
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.desk import OUT
from storage.outbox import Draft

# What the card shows of an answer: only a change of these is worth an edit of it.
SHOWN = ("state", "claimed_by", "claimed_name", "answered_name", "reopened")


def staff(turn: Turn) -> Actor:
    """Who of staff acts. An administrator who writes as the group has no name."""
    anonymous = turn.update.callback_query is None and turn.message.sender_chat is not None
    return Actor(turn.user.id, "" if anonymous else short(turn.user.first_name))


def answer(turn: Turn, ticket: TicketView, what: Content, replied: Pair | None, by: Actor) -> None:
    """The message goes to the asker. `replied`: what it is a reply to."""
    if what.album is not None and _joined(turn, ticket, what, by):
        return
    group = StaffGroup.of(turn)
    made = calls(what, _head(group, ticket, by.name))
    if not _take(group, ticket, by, what.message_ids[0]):
        return
    key = album_key(turn.session, what)
    send(group, ticket, made, what, by, replying.to_asker(ticket, turn.message, replied), key)
    if what.in_words is not None:
        group.say(ticket, "talk-quiz-sent", reply_to=what.message_ids[0], name=who(ticket.name))


def deliver(group: StaffGroup, ticket: TicketView, what: Content, by: Actor) -> int | None:
    """A message that staff wrote in another ticket goes to this asker too, as an answer of their own.

    Returns the row of the outbox that carries (the last part of) it; None: they expect no answer any more.
    """
    if not _take(group, ticket, by, None):
        return None
    return send(group, ticket, calls(what, _head(group, ticket, by.name)), what, by, None, None)


def answer_from_list(turn: Turn, ticket: TicketView, entry: faq.Entry, by: Actor) -> bool:
    """An entry of the FAQ goes to the asker, as an answer of staff, once. False: they expect none any more."""
    return answer_entry(StaffGroup.of(turn), ticket, entry, by) is not None


def answer_entry(group: StaffGroup, ticket: TicketView, entry: faq.Entry, by: Actor) -> int | None:
    """As `answer_from_list`, for who has no turn. Returns the row of the outbox; None: they expect none any more."""
    key = f"from-list:{ticket.id}:{entry.id}"
    before = messages.row_with(group.session, key)
    if before is not None:
        return before
    told, answer = entry.told_in(ticket.language), group.services.knowledge.html(entry, ticket.language)
    shown = texts(ticket.language)("desk-faq-answer", question=told.question, answer=answer)
    if not answer_with(group, ticket, shown, by, key):
        return None
    asked.given(group.session, ticket.member_id, entry, group.now)
    return messages.row_with(group.session, key)


def answer_with(group: StaffGroup, ticket: TicketView, shown: Html, by: Actor, key: str) -> bool:
    """A prepared text goes to the asker as an answer of staff. `key`: see `send`. False: they expect none any more."""
    if not _take(group, ticket, by, None):
        return False
    *before, last = parts.split(f"{_head(group, ticket, by.name)}\n{shown}")
    made = [Call("sendMessage", text_payload(part), HEADING) for part in before]
    made.append(Call("sendMessage", text_payload(last), TEXT))
    what = Content(TEXT, group.services.staff_chat(), (messages.NO_MESSAGE,), prepared=shown)
    send(group, ticket, made, what, by, None, key)
    return True


def send(
    group: StaffGroup,
    ticket: TicketView,
    made: Sequence[Call],
    what: Content,
    by: Actor,
    replied: Reply | None,
    key: str | None,
) -> int:
    """Put the calls of an answer in the outbox, and remember which message of staff they carry. Returns the last row.

    `replied`: what it is a reply to; `key`: an outbox key for what must go once, or for an album, whose parts meet
    there.
    """
    reply = {"reply_parameters": replied} if replied else {}
    row = 0
    for position, call in enumerate(made):
        together = call.method == "copyMessages"
        fields: dict[str, Any] = {"key": key} if call.kind != HEADING else {}
        if what.album is not None and together:
            fields["not_before"] = group.now + albums.WAIT
        payload = call.payload if together else call.payload | reply
        purpose = SAID_BY if call.kind == HEADING else ANSWER
        draft = Draft(ticket.member_id, call.method, payload, purpose=purpose, ref=ticket.id, **fields)
        row = outbox.enqueue(group.session, draft)
        for message_id in what.message_ids:
            _pair(group, ticket, what, message_id, row, by, position, call.kind)
        reply = {}
    return row


def correct(turn: Turn, found: list[Pair], what: Content) -> None:
    """Staff edited an answer: the asker's copy follows, without a sound."""
    ticket = tickets.get(turn.session, found[0].ticket_id)
    group = StaffGroup.of(turn)
    foot = texts(ticket.language)("desk-answer-foot", clock=group.clock())
    made = changes(what, found, _head(group, ticket, found[0].by_name), foot)
    if not made:
        group.say(ticket, "staff-cannot-correct", reply_to=turn.message.message_id)
    for change in made:
        _apply(group, ticket, change, what, staff(turn))
    tickets.audit(turn.session, "correct", ticket.id, staff(turn), turn.now)


def _apply(group: StaffGroup, ticket: TicketView, change: Change, what: Content, by: Actor) -> None:
    if change.pair is None:
        call = Call(change.method, change.payload, what.kind)
        send(group, ticket, [call], what, by, None, None)
        return
    fields = aim(group.session, change, what)
    if fields is not None:
        draft = Draft(ticket.member_id, change.method, purpose=CORRECTION, ref=change.pair.id, **fields)
        outbox.enqueue(group.session, draft)
    messages.change_text(group.session, change.pair, what.html, what.file)


def _take(group: StaffGroup, ticket: TicketView, by: Actor, reply_to: int | None) -> bool:
    """The ticket is answered; who answers first has it. False, and said so: its asker withdrew it."""
    stepped = tickets.take(group.session, Step.ANSWER, ticket.id, by, group.now)
    if not stepped.done:
        group.say(ticket, "staff-not-sent-withdrawn", reply_to=reply_to, sound=True, name=who(ticket.name))
        return False
    before, after = stepped.before, stepped.ticket
    if before.answered_at is None and before.urgent is None:
        response_times.note_first_answer(group.session, before, group.services.hours, group.now)
    if any(getattr(before, name) != getattr(after, name) for name in SHOWN):
        group.refresh(after, before)
    if (before.claimed_by, before.state) != (after.claimed_by, after.state):
        desk_notes.refresh(group, after)
    return True


def _joined(turn: Turn, ticket: TicketView, what: Content, by: Actor) -> bool:
    assert what.album is not None
    row = albums.join(turn.session, albums.key(what.chat_id, what.album), what.message_ids[0])
    if row is None:
        return False
    position = len(messages.by_row(turn.session, row))
    _pair(StaffGroup.of(turn), ticket, what, what.message_ids[0], row, by, position, what.kind)
    return True


def _pair(
    group: StaffGroup,
    ticket: TicketView,
    what: Content,
    message_id: int,
    row: int,
    by: Actor,
    position: int,
    kind: str,
) -> None:
    said = Origin(ticket.id, OUT, kind, what.chat_id, message_id, what.html, by.name, what.file)
    messages.pair(group.session, said, group.now, row, position)


def _head(group: StaffGroup, ticket: TicketView, name: str | None) -> Html:
    return texts(ticket.language)("desk-answer-head", by=group.services.signed(name))
