"""What staff write in their group: a reply to a card or to a copy goes to the asker, all else stays inside."""

from __future__ import annotations

from telegram import Message
from telegram.ext import filters

from bot.desk import lapsing, messages, tickets
from bot.desk.messages import Pair
from bot.desk.names import cut, short
from bot.desk.states import State
from bot.desk.tickets import Actor, TicketView
from bot.texts import texts
from handlers import unknown_command
from handlers.agenda import event_fixing, news, news_afterwards
from handlers.curating import faq_drafts
from handlers.desk import alike, blocking_desk, live_location, replies, reply_use
from handlers.desk.alike_sending import correct_everywhere, source_of
from handlers.desk.desk_answers import answer, staff
from handlers.desk.desk_card import who
from handlers.desk.desk_content import OTHER, Content, content
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_notes import TOLD
from handlers.desk.desk_passing import LIVE, replaced
from handlers.desk.desk_presses import SendThis, StaysInside, TellChanged
from handlers.front import Front
from handlers.learning import learn
from handlers.presses import Button
from handlers.turn import Turn, text_payload
from storage import topics
from storage.desk import IN, OUT, Ticket
from storage.outbox import Draft, Priority, enqueue

# Two buttons in a row hold 20 characters each (conversations.md): "Stuur aan " and this.
LONGEST_ON_BUTTON = 10
# Who looks first whether a message is a reply to something of theirs; each says whether it was.
TAKE_REPLIES = (
    faq_drafts.on_reply,
    learn.on_reply,
    blocking_desk.explained,
    replies.on_reply,
    reply_use.on_reply,
    news_afterwards.on_reply,
    event_fixing.on_reply,
)


def register(front: Front) -> None:
    """Last of the staff group's handlers: whatever is written there."""
    written = ~filters.StatusUpdate.ALL & ~filters.COMMAND
    front.staff_message(filters.UpdateType.MESSAGE & written, on_message)
    front.staff_message(filters.UpdateType.EDITED_MESSAGE & written, on_edited)
    front.staff_message(filters.UpdateType.MESSAGE & filters.COMMAND, on_unknown_command)
    front.press(SendThis, send_this, staff=True)
    front.press(StaysInside, stays_inside, staff=True)
    front.press(TellChanged, tell_changed, staff=True)


def on_message(turn: Turn) -> None:
    """A reply to what the asker sent, or to the card, is an answer. In a forum every message is a reply to
    something, so it matters to what."""
    news.note_album(turn)
    if any(took(turn) for took in TAKE_REPLIES):
        return
    replied = _replied(turn)
    ticket_id = replied.ticket_id if replied is not None else _just_arrived(turn)
    if ticket_id is None:
        return _inside(turn)
    ticket = tickets.heir(turn.session, tickets.get(turn.session, ticket_id))
    _answer(turn, ticket, turn.message, replied, staff(turn))
    if ticket.hinted and ticket.answered_at is None:
        _take_back_hint(turn, ticket)


def on_unknown_command(turn: Turn) -> None:
    """An answer that begins with a slash is a mistake, or a command that there is not: said, not dropped."""
    replied = _replied(turn)
    if replied is None:
        return unknown_command.in_staff_group(turn)
    ticket = tickets.heir(turn.session, tickets.get(turn.session, replied.ticket_id))
    group = StaffGroup.of(turn)
    group.say(ticket, "talk-no-command", reply_to=turn.message.message_id, sound=True, name=who(ticket.name))


def on_edited(turn: Turn) -> None:
    """An edited answer is edited at the asker's too. What stayed inside is nobody's business."""
    news.follow(turn)
    found = messages.by_origin(turn.session, turn.chat.id, turn.message.message_id)
    sent = [p for p in found if p.direction == OUT]
    what = content(turn.message)
    if sent and what is not None and sent[0].kind == LIVE:
        for pair in sent:
            live_location.follow(StaffGroup.of(turn), tickets.get(turn.session, pair.ticket_id).member_id, pair, what)
    elif sent and what is not None and (what.html != sent[0].text or replaced(what, sent[0])):
        correct_everywhere(turn, sent, what)


def send_this(turn: Turn, press: SendThis) -> None:
    """[ Stuur aan Joke ]: the message that the hint replies to goes to the asker after all."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    hint = turn.update.effective_message
    meant = hint.reply_to_message if hint is not None else None
    if any(p.direction == OUT for p in messages.by_origin(turn.session, turn.chat.id, press.message)):
        pass  # pressed twice: it was sent at the first
    elif meant is not None and meant.message_id == press.message:
        author = Actor(meant.from_user.id, short(meant.from_user.first_name)) if meant.from_user else staff(turn)
        _answer(turn, ticket, meant, None, author)
    else:
        what = Content(OTHER, turn.chat.id, (press.message,), loose=True)
        answer(turn, ticket, what, None, staff(turn))
    turn.replace("staff-sent-after-all", name=who(ticket.name))


def stays_inside(turn: Turn, _press: StaysInside) -> None:
    """[ Blijft intern ]"""
    turn.replace("staff-stays-inside")


def tell_changed(turn: Turn, press: TellChanged) -> None:
    """[ Meld het Joke ]: with a sound, below the answer that was changed."""
    found = [p for p in messages.by_origin(turn.session, turn.chat.id, press.message) if p.direction == OUT]
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None or not found:
        return turn.toast("button-outdated")
    turn.replace("staff-correction-told", name=who(ticket.name))
    key = f"told-correction:{turn.chat.id}:{press.message}"
    if messages.said_before(turn.session, key):
        return
    for number, pair in enumerate({p.ticket_id: p for p in reversed(found)}.values()):  # of each its first part
        asker = tickets.get(turn.session, pair.ticket_id)
        payload = text_payload(texts(asker.language)("desk-answer-changed", by=turn.services.signed(pair.by_name)))
        if pair.copy_message_id:
            payload["reply_parameters"] = {"message_id": pair.copy_message_id, "allow_sending_without_reply": True}
        once = key if number == 0 else None
        turn.send(asker.member_id, "sendMessage", payload, purpose=TOLD, ref=asker.id, key=once)


def _answer(turn: Turn, ticket: TicketView, message: Message, replied: Pair | None, by: Actor) -> None:
    what = content(message)
    if what is None:
        group = StaffGroup.of(turn)
        group.say(ticket, "staff-cannot-send", reply_to=message.message_id, sound=True, name=who(ticket.name))
        return
    answer(turn, ticket, what, replied, by)
    if what.live is None and what.in_words is None:
        alike.offer(turn, ticket.id, source_of(what), by)


def _replied(turn: Turn) -> Pair | None:
    """The card, or the copy of the asker's message, that this message is a reply to."""
    replied = turn.message.reply_to_message
    found = messages.by_copy(turn.session, turn.chat.id, replied.message_id) if replied is not None else None
    return found if found is not None and found.direction == IN else None


def _just_arrived(turn: Turn) -> int | None:
    """The ticket of a message that was replied to so fast that its arrival is not written down yet."""
    if not _replied_to_bot(turn):
        return None
    arriving, here = messages.arriving(turn.session), _ticket_here(turn)
    if here is not None and here.id in arriving:
        return here.id
    if here is None and len(arriving) == 1:
        return arriving[0]
    written_down_by_now = _replied(turn)  # in another transaction, since we looked
    return written_down_by_now.ticket_id if written_down_by_now is not None else None


def _inside(turn: Turn) -> None:
    """It stays inside. Was it meant as an answer? Asked once, when whoever has the ticket sent nothing yet."""
    ticket = _ticket_here(turn)
    if ticket is not None and ticket.claimed_by == turn.user.id:
        lapsing.touch(turn.session, ticket.id, turn.now)
    if ticket is None and _replied_to_bot(turn):
        return _hint_no_ticket(turn)
    waits = ticket is not None and ticket.state is State.CLAIMED and ticket.answered_at is None
    if ticket is None or not waits or ticket.hinted or ticket.claimed_by != turn.user.id:
        return
    tickets.put(turn.session, ticket.id, hinted=True)
    group, name, message_id = StaffGroup.of(turn), who(ticket.name), turn.message.message_id
    send = Button(
        turn.t.plain("staff-send-this-button", name=cut(name, LONGEST_ON_BUTTON)), SendThis(ticket.id, message_id)
    )
    keep = Button(turn.t.plain("staff-inside-button"), StaysInside(ticket.id))
    group.say(ticket, "staff-stayed-inside", [[send, keep]], message_id, key=_hint_key(ticket), name=name)


def _take_back_hint(turn: Turn, ticket: TicketView) -> None:
    """There is an answer: the hint's button would only be pressed by mistake."""
    row = messages.row_with(turn.session, _hint_key(ticket))
    if row is not None:
        group = StaffGroup.of(turn)
        group.call(ticket, "editMessageText", text_payload(group.t("staff-stays-inside"), []), target_id=row)


def _hint_key(ticket: TicketView) -> str:
    return f"hint:{ticket.id}"


def _ticket_here(turn: Turn) -> TicketView | None:
    """The ticket whose topic this is; outside topics the only one that the writer has and did not answer."""
    message = turn.message
    if message.is_topic_message and message.message_thread_id is not None:
        topic = topics.by_thread(turn.session, turn.chat.id, message.message_thread_id)
        return tickets.find(turn.session, Ticket.topic_id == topic.id) if topic is not None else None
    mine = [t for t in tickets.unanswered_of(turn.session, turn.user.id) if t.topic_id is None]
    return mine[0] if len(mine) == 1 and message.reply_to_message is None else None


def _replied_to_bot(turn: Turn) -> bool:
    replied = turn.message.reply_to_message
    if replied is None or replied.from_user is None or replied.forum_topic_created is not None:
        return False
    return replied.from_user.username == turn.services.bot_username


def _hint_no_ticket(turn: Turn) -> None:
    """Said once for each message that is replied to: a talk below it needs no more."""
    replied = turn.message.reply_to_message
    assert replied is not None
    key = f"no-ticket:{turn.chat.id}:{replied.message_id}"
    if messages.said_before(turn.session, key):
        return
    payload = text_payload(turn.t("staff-no-ticket"))
    payload["reply_parameters"] = {"message_id": turn.message.message_id, "allow_sending_without_reply": True}
    if turn.message.is_topic_message:
        payload["message_thread_id"] = turn.message.message_thread_id
    enqueue(turn.session, Draft(turn.chat.id, "sendMessage", payload, priority=Priority.STAFF, key=key))
