"""Sending a saved reply or an entry of the FAQ, as it is or with a line of staff below it (conversation 8)."""

from __future__ import annotations

from html import escape

import faq
from bot.desk import greeting, messages, prepared, replies, tickets
from bot.desk.messages import CARD, NO_MESSAGE, TEXT
from bot.desk.prepared import Prepared
from bot.desk.replies import Reply
from bot.desk.sharing import Source
from bot.desk.ticket import TicketView
from bot.knowledge import asked, learning
from bot.texts import Texts, parts, texts
from bot.texts.render import Html
from handlers.asking import smalltalk
from handlers.desk import alike
from handlers.desk.desk_answers import answer_with, staff
from handlers.desk.desk_card import who
from handlers.desk.desk_content import Content, content
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import ShowCard
from handlers.desk.reply_presses import (
    AddToReply,
    AddToSuggestion,
    PreparedDrop,
    PreparedSend,
    ReplyList,
    ReplySend,
)
from handlers.front import Front
from handlers.presses import Button
from handlers.topics_of import replied_to
from handlers.turn import Turn, text_payload
from storage.desk import Ticket
from storage.replies import OPEN

# Stands where a name comes, until the text is HTML.
PLACE = "{naam}"
# A preview has to stay one message, in UTF-16 units.
LONGEST_PREVIEW = 3000


def register(front: Front) -> None:
    """All of them are for staff only. Replies come by handlers.desk.staff_talk."""
    front.press(ReplySend, send, staff=True)
    front.press(AddToReply, add_to_reply, staff=True)
    front.press(AddToSuggestion, add_to_suggestion, staff=True)
    front.press(PreparedSend, send_prepared, staff=True)
    front.press(PreparedDrop, drop_prepared, staff=True)


def preview(turn: Turn, reply: Reply, ticket_id: int) -> None:
    """The pressed message shows how the reply would arrive."""
    ticket = tickets.find(turn.session, Ticket.id == ticket_id)
    if ticket is None or reply.removed_at is not None:
        return turn.toast("button-outdated")
    back = ReplyList(ticket.id, 0)
    row = [
        Button(turn.t.plain("staff-send-button"), ReplySend(reply.id, ticket.id)),
        Button(turn.t.plain("add-line-button"), AddToReply(reply.id, ticket.id)),
        Button(turn.t.plain("staff-back-button"), back),
    ]
    turn.replace_html(_preview(turn, ticket, reply.filled(ticket.name)), [row])


def send(turn: Turn, press: ReplySend) -> None:
    """[ Stuur ]: an answer of staff like any other; pressed twice, it goes once."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    reply = replies.get(turn.session, press.reply)
    if ticket is None or reply.removed_at is not None:
        return turn.toast("button-outdated")
    key = f"saved:{ticket.id}:{reply.id}:{int(reply.changed_at.timestamp())}"
    if not messages.said_before(turn.session, key):
        group = StaffGroup.of(turn)
        if not answer_with(group, ticket, reply.filled(ticket.name), staff(turn), key):
            return
        replies.used(turn.session, reply.id)
        _offer(turn, ticket, reply.html)
    _is_sent(turn, ticket)


def add_to_reply(turn: Turn, press: AddToReply) -> None:
    """[ Vul aan ] below a saved reply."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    _ask_line(turn, ticket, prepared.open_for(turn.session, ticket.id, reply_id=press.reply))


def add_to_suggestion(turn: Turn, press: AddToSuggestion) -> None:
    """[ Vul aan ] below a suggested answer."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    found = (ticket.suggestions or []) if ticket is not None else []
    if ticket is None or not 0 <= press.number < len(found):
        return turn.toast("staff-suggestion-gone")
    _ask_line(turn, ticket, prepared.open_for(turn.session, ticket.id, entry_id=str(found[press.number][0])))


def on_reply(turn: Turn) -> bool:
    """A reply to a prepared answer is its line: True, and the preview comes. False: it is something else."""
    replied = replied_to(turn.message)
    found = prepared.of_message(turn.session, turn.chat.id, replied.message_id) if replied is not None else None
    if found is None:
        return False
    what = content(turn.message)
    if found.state != OPEN:
        turn.say("add-line-late")
    elif what is None or turn.message.text is None:
        turn.say("reply-text-only")
    else:
        prepared.add(turn.session, found.id, what.html or "")
        _show_prepared(turn, found.id)
    return True


def send_prepared(turn: Turn, press: PreparedSend) -> None:
    """[ Stuur ] of an answer with a line added."""
    found = prepared.get(turn.session, press.number)
    ticket = tickets.find(turn.session, Ticket.id == found.ticket_id) if found is not None else None
    entry = _entry(turn, found)
    if found is None or ticket is None or (found.entry_id is not None and entry is None):
        return turn.toast("staff-suggestion-gone")
    if not prepared.send(turn.session, found.id):
        return turn.toast("alike-too-late")
    template = _template(turn, found, ticket)
    shown = replies.filled(template, ticket.name)
    if not answer_with(StaffGroup.of(turn), ticket, shown, staff(turn), f"prepared:{found.id}"):
        return
    if entry is not None:
        asked.given(turn.session, ticket.member_id, entry, turn.now)
        if smalltalk.what(ticket.text) is None:
            learning.staff_chose(turn.session, ticket.id, entry.id, turn.now)
    if found.reply_id is not None:
        replies.used(turn.session, found.reply_id)
    _offer(turn, ticket, template)
    _is_sent(turn, ticket)


def drop_prepared(turn: Turn, press: PreparedDrop) -> None:
    """[ Niet doen ]"""
    if not prepared.drop(turn.session, press.number):
        return turn.toast("alike-too-late")
    turn.replace("add-line-dropped")


def with_place(what: Content, own: str) -> str:
    """The message as Telegram HTML, with a place for any name where its greeting calls this one."""
    span = greeting.place(what.text or "", own)
    if span is None or what.text is None:
        return what.html or ""
    called = escape(what.text[slice(*span)], quote=False)
    return (what.html or "").replace(called, PLACE, 1)


def on_card(turn: Turn) -> bool:
    """Whether the pressed message is a ticket's card."""
    pair = messages.by_copy(turn.session, turn.chat.id, turn.pressed_id) if turn.pressed_id is not None else None
    return pair is not None and pair.kind == CARD


def back_to_card(t: Texts, ticket: TicketView) -> Button:
    """[ Terug ]"""
    return Button(t.plain("staff-back-button"), ShowCard(ticket.id))


def _ask_line(turn: Turn, ticket: TicketView, number: int) -> None:
    """A message of its own waits for the line: a reply to the card would go to the asker."""
    group = StaffGroup.of(turn)
    drop = Button(group.t.plain("alike-drop-button"), PreparedDrop(number))
    if on_card(turn):
        group.refresh(ticket)
    else:
        turn.replace("add-line-below")
    prepared.shown_by(turn.session, number, group.say(ticket, "add-line-ask", [[drop]]))


def _show_prepared(turn: Turn, number: int) -> None:
    """The preview, below what was typed. The message before it needs no buttons any more."""
    found = prepared.get(turn.session, number)
    assert found is not None
    ticket, group, t = tickets.get(turn.session, found.ticket_id), StaffGroup.of(turn), turn.t
    html = _preview(turn, ticket, replies.filled(_template(turn, found, ticket), ticket.name))
    row = [
        Button(t.plain("staff-send-button"), PreparedSend(number)),
        Button(t.plain("alike-drop-button"), PreparedDrop(number)),
    ]
    if found.row_id is not None:
        group.call(ticket, "editMessageText", text_payload(t("add-line-below"), []), target_id=found.row_id)
    payload = text_payload(html, [row])
    payload["reply_parameters"] = {"message_id": turn.message.message_id, "allow_sending_without_reply": True}
    prepared.shown_by(turn.session, number, group.call(ticket, "sendMessage", payload, False))


def _template(turn: Turn, found: Prepared, ticket: TicketView) -> Html:
    """The whole answer, with places for the name."""
    entry = _entry(turn, found)
    if entry is not None:
        told, answer = entry.told_in(ticket.language), turn.services.knowledge.html(entry, ticket.language)
        first = texts(ticket.language)("desk-faq-answer", question=told.question, answer=answer)
    else:
        first = replies.get(turn.session, found.reply_id).html if found.reply_id is not None else Html("")
    return Html(f"{first.rstrip()}\n\n{found.added}") if found.added else first


def _entry(turn: Turn, found: Prepared | None) -> faq.Entry | None:
    return turn.services.knowledge.entry(found.entry_id) if found is not None and found.entry_id else None


def _preview(turn: Turn, ticket: TicketView, answer: Html) -> Html:
    shown, more = parts.head(answer, LONGEST_PREVIEW)
    head = texts(ticket.language)("desk-answer-head", by=turn.services.signed(staff(turn).name))
    whole = Html(f"{head}\n{shown}\n(…)") if more else Html(f"{head}\n{shown}")
    return turn.t("staff-preview", number=str(ticket.id), answer=whole)


def _offer(turn: Turn, ticket: TicketView, html: Html) -> None:
    source = Source(TEXT, turn.chat.id, NO_MESSAGE, html=html)
    alike.offer(turn, ticket.id, source, staff(turn))


def _is_sent(turn: Turn, ticket: TicketView) -> None:
    turn.toast("staff-sent-after-all", name=who(ticket.name))
    if on_card(turn):
        return StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))
    turn.replace("staff-sent-after-all", name=who(ticket.name))
