"""/snel: saved replies, to make, find, change and remove (conversation 8). Sending them: handlers.desk.reply_use."""

from __future__ import annotations

import re

from telegram import Message

from bot.desk import messages, replies, tickets
from bot.desk.names import cut
from bot.desk.replies import Reply
from bot.desk.ticket import TicketView
from bot.texts import parts
from bot.texts.render import Html
from handlers.desk import reply_use
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_content import content
from handlers.desk.reply_presses import (
    ReplyChange,
    ReplyList,
    ReplyRemove,
    ReplyRestore,
    ReplyShow,
    ReplyUndo,
)
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.topics_of import replied_to
from handlers.turn import Turn, text_payload
from storage import topics
from storage.desk import OUT, Ticket

A_PAGE = 5
LONGEST_SHOWN = 600
_NAME = re.compile(r"^\s*(?:naam|name)\s*:\s*", re.IGNORECASE)


def register(front: Front) -> None:
    """The command, in both languages, and its buttons."""
    front.staff_command("snel", command)
    front.staff_command("quick", command)
    front.press(ReplyList, lambda turn, press: show_list(turn, press.ticket, press.page), staff=True)
    front.press(ReplyShow, show, staff=True)
    front.press(ReplyChange, change, staff=True)
    front.press(ReplyUndo, undo, staff=True)
    front.press(ReplyRemove, remove, staff=True)
    front.press(ReplyRestore, restore, staff=True)


def command(turn: Turn) -> None:
    """/snel, /snel and words to look for, or /snel and a name in reply to the message that is to be kept."""
    words, replied = turn.text.partition(" ")[2].strip(), replied_to(turn.message)
    ours = replied is not None and replied.from_user is not None and replied.from_user.is_bot
    if replied is not None and not ours:
        return _save(turn, replied, words)
    ticket = _ticket_meant(turn, replied)
    if not words:
        return show_list(turn, ticket.id if ticket else 0, 0)
    found = replies.found(turn.session, words)
    if not found:
        turn.say("reply-found-none", words=cut(words, 40))
        return
    number = ticket.id if ticket else 0
    turn.say("reply-found", [*_one_a_row(found[:A_PAGE], number)], words=cut(words, 40))


def show_list(turn: Turn, ticket_id: int, page: int) -> None:
    """A page of the list, from 0: of a ticket, those that fit its question first."""
    ticket = tickets.find(turn.session, Ticket.id == ticket_id) if ticket_id else None
    if ticket is not None:
        ruler = turn.services.rulers.of(ticket.language, 1)
        found = replies.fitting(turn.session, ticket, ruler)
    else:
        found = replies.every(turn.session)
    if not found:
        turn.replace("reply-none")
        return
    page = page if 0 <= page * A_PAGE < len(found) else 0
    rows = _one_a_row(found[page * A_PAGE : (page + 1) * A_PAGE], ticket_id)
    t = turn.t
    last = [Button(t.plain("queue-next-button"), ReplyList(ticket_id, page + 1))] if len(found) > A_PAGE else []
    if ticket is not None and reply_use.on_card(turn):
        last.append(reply_use.back_to_card(t, ticket))
    rows += [last] if last else []
    if ticket is not None:
        turn.replace("reply-list-ticket", rows, number=str(ticket.id))
    else:
        turn.replace("reply-list", rows, count=len(found))


def show(turn: Turn, press: ReplyShow) -> None:
    """One of them: how it would arrive, or how it is kept."""
    reply = replies.get(turn.session, press.reply)
    if press.ticket:
        return reply_use.preview(turn, reply, press.ticket)
    if reply.removed_at is not None:
        return _show_removed(turn, reply)
    _show_kept(turn, reply)


def change(turn: Turn, press: ReplyChange) -> None:
    """[ Verander ]: a reply to this message is the new text."""
    reply = replies.get(turn.session, press.reply)
    if reply.asked_id != turn.pressed_id:
        _close_prompt(turn, reply)
    replies.ask(turn.session, reply.id, turn.pressed_id)
    back = Button(turn.t.plain("staff-back-button"), ReplyShow(reply.id, 0))
    turn.replace("reply-change", [[back]], name=reply.name, text=_shown(reply))


def on_reply(turn: Turn) -> bool:
    """A reply to what [ Verander ] asked: True. False: it is something else."""
    replied = replied_to(turn.message)
    reply = replies.asked_by(turn.session, replied.message_id) if replied is not None else None
    if reply is None:
        return False
    what = content(turn.message)
    if what is None or turn.message.text is None:
        turn.say("reply-text-only")
        return True
    if _NAME.match(turn.message.text):
        name = replies.fit_name(_NAME.sub("", turn.message.text))
        if not name:
            turn.say("reply-name-long", most=replies.LONGEST_NAME)
            return True
        changed = replies.change(turn.session, reply.id, staff(turn), turn.now, name=name)
    else:
        changed = replies.change(turn.session, reply.id, staff(turn), turn.now, html=what.html or "")
    _close_prompt(turn, reply)
    _say_kept(turn, changed)
    return True


def undo(turn: Turn, press: ReplyUndo) -> None:
    """[ Ongedaan maken ]"""
    _show_kept(turn, replies.undo(turn.session, press.reply, staff(turn), turn.now))


def remove(turn: Turn, press: ReplyRemove) -> None:
    """[ Verwijder ]"""
    replies.remove(turn.session, press.reply, staff(turn), turn.now)
    _show_removed(turn, replies.get(turn.session, press.reply))


def restore(turn: Turn, press: ReplyRestore) -> None:
    """[ Zet terug ]"""
    replies.restore(turn.session, press.reply, staff(turn), turn.now)
    _show_kept(turn, replies.get(turn.session, press.reply))


def _save(turn: Turn, replied: Message, words: str) -> None:
    """The message that this is a reply to is kept. The name of whom it was written to becomes a place for any name."""
    what, name = content(replied), replies.fit_name(words)
    if what is None or replied.text is None:
        turn.say("reply-text-only")
        return
    if not name:
        turn.say("reply-name-long" if words else "reply-name-needed", most=replies.LONGEST_NAME)
        return
    own = _written_to(turn, replied)
    html = reply_use.with_place(what, own) if own else what.html or ""
    _say_kept(turn, replies.save(turn.session, name, html, staff(turn), turn.now))


def _close_prompt(turn: Turn, reply: Reply) -> None:
    """The message that asked for a new text asks no more."""
    if reply.asked_id is not None:
        payload = text_payload(turn.t("add-line-below"), []) | {"message_id": reply.asked_id}
        turn.send(turn.chat.id, "editMessageText", payload)


def _say_kept(turn: Turn, reply: Reply) -> None:
    rows = [[Button(turn.t.plain("faq-undo-button"), ReplyUndo(reply.id))]] if reply.before is not None else []
    change_button = Button(turn.t.plain("reply-change-button"), ReplyChange(reply.id))
    rows.append([change_button, Button(turn.t.plain("reply-remove-button"), ReplyRemove(reply.id))])
    turn.say("reply-kept", rows, name=reply.name, text=_shown(reply))


def _show_kept(turn: Turn, reply: Reply) -> None:
    t = turn.t
    rows: Rows = [[Button(t.plain("faq-undo-button"), ReplyUndo(reply.id))]] if reply.before is not None else []
    rows.append(
        [
            Button(t.plain("reply-change-button"), ReplyChange(reply.id)),
            Button(t.plain("reply-remove-button"), ReplyRemove(reply.id)),
            Button(t.plain("staff-back-button"), ReplyList(0, 0)),
        ]
    )
    turn.replace("reply-shown", rows, name=reply.name, text=_shown(reply), by=who(reply.by_name), used=reply.used)


def _show_removed(turn: Turn, reply: Reply) -> None:
    put_back = Button(turn.t.plain("reply-restore-button"), ReplyRestore(reply.id))
    turn.replace("reply-removed", [[put_back]], name=reply.name)


def _shown(reply: Reply) -> Html:
    shown, more = parts.head(reply.html, LONGEST_SHOWN)
    return Html(f"{shown} (…)") if more else shown


def _one_a_row(found: list[Reply], ticket_id: int) -> Rows:
    return [[Button(reply.name, ReplyShow(reply.id, ticket_id))] for reply in found]


def _written_to(turn: Turn, replied: Message) -> str:
    """The name of the asker to whom this message of staff went; empty when it went to nobody."""
    sent = [p for p in messages.by_origin(turn.session, turn.chat.id, replied.message_id) if p.direction == OUT]
    return tickets.get(turn.session, sent[0].ticket_id).name if sent else ""


def _ticket_meant(turn: Turn, replied: Message | None) -> TicketView | None:
    """The ticket of the card or copy that this is a reply to, or whose topic it is written in."""
    pair = messages.by_copy(turn.session, turn.chat.id, replied.message_id) if replied is not None else None
    if pair is not None:
        return tickets.get(turn.session, pair.ticket_id)
    message = turn.message
    if not message.is_topic_message or message.message_thread_id is None:
        return None
    topic = topics.by_thread(turn.session, turn.chat.id, message.message_thread_id)
    return tickets.find(turn.session, Ticket.topic_id == topic.id) if topic is not None else None
