"""What the asker's conversations with people share: open a ticket, pass a message along, say that it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.desk import albums, day_limit, messages, themes, tickets
from bot.desk.messages import Pair
from bot.desk.names import short
from bot.desk.states import State, Step
from bot.desk.tickets import Actor, Question, Stepped, TicketView
from bot.texts import Texts
from handlers.asking import smalltalk
from handlers.desk import desk_notes, group_form, later, replying
from handlers.desk.desk_content import TEXT, Content, content
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import AskPerson
from handlers.desk.replying import Reply
from handlers.presses import Button
from handlers.turn import Turn
from storage.desk import IN, OUT, Ticket
from storage.outbox import OutboxRow

# What the person was told to expect: their next message goes to a person.
PERSON = "person"
# "Passed on" is said in words; within this time of the asker's last message 👌 says the same.
WORDS_AFTER = timedelta(minutes=30)
# From here on a suggestion for staff is right in one of four cases; less likely ones distract (docs/matching.md).
LIKELY = 0.2
SEARCHED = 3


def person_button(t: Texts) -> Button:
    """[ Vraag het een mens ]"""
    return Button(t.plain("desk-person-button"), AskPerson())


def open_ticket(turn: Turn) -> TicketView | None:
    """The person's open ticket, the one they talked about last; None when they have none. Not an urgent one."""
    return next((t for t in _open_tickets(turn) if t.urgent is None), None)


def urgent_ticket(turn: Turn) -> TicketView | None:
    """The person's open ticket with words of crisis; None when they have none."""
    return next((t for t in _open_tickets(turn) if t.urgent is not None), None)


def _open_tickets(turn: Turn) -> list[TicketView]:
    return tickets.of_member(turn.session, turn.me.id) if turn.me.has_ticket else []


def owned(turn: Turn, ticket_id: int) -> TicketView | None:
    """The ticket, if it is this person's own."""
    return tickets.find(turn.session, Ticket.id == ticket_id, Ticket.member_id == turn.user.id)


def living(turn: Turn, ticket_id: int) -> TicketView | None:
    """The ticket, if it is this person's own, or the one in which it goes on."""
    ticket = owned(turn, ticket_id)
    return tickets.heir(turn.session, ticket) if ticket is not None else None


def me(turn: Turn) -> Actor:
    """The asker, as one who takes steps."""
    return Actor(turn.me.id, short(turn.me.first_name))


def open_with(
    turn: Turn,
    text: str,
    what: Content | None = None,
    bot_gave: str | None = None,
    origin: tuple[int, int] | None = None,
    urgent: str | None = None,
    about: str | None = None,
) -> TicketView:
    """A new ticket with its card. `what`: media to go along; `origin`: chat and id of the asker's own message;
    `urgent`: the kind of crisis; `about`: the gathering that it is about, in a line.

    When this person asked very much today it goes along with an earlier ticket, which is returned then.
    """
    if urgent is None and (earlier := _instead(turn, text, what, origin)) is not None:
        return earlier
    kind, seconds = (what.kind, what.seconds) if what is not None else (TEXT, None)
    suggestions = [] if urgent else _suggestions(turn, text, bot_gave)
    theme = themes.guess(text, turn.services.knowledge.index) if text and not urgent else None
    question = Question(text, turn.me.language, kind, seconds, bot_gave, suggestions, urgent, about, theme)
    group = StaffGroup.of(turn)
    turn.has_ticket()
    ticket = group.open(tickets.open_ticket(turn.session, turn.me.id, question, turn.now), origin)
    if what is not None and what.kind != TEXT:
        group.pass_in(ticket, what, sound=False)
    return ticket


def _instead(turn: Turn, text: str, what: Content | None, origin: tuple[int, int] | None) -> TicketView | None:
    most = turn.services.settings.conversation.questions_per_day
    ticket = day_limit.instead(turn.session, turn.me.id, most, me(turn), turn.now)
    if ticket is None:
        return None
    what = what or Content(TEXT, turn.chat.id, (origin[1] if origin is not None else messages.NO_MESSAGE,), text)
    stepped = write(turn, ticket, what, sound=False)
    StaffGroup.of(turn).refresh(stepped.ticket, ticket)
    today = turn.now.date().isoformat()
    if turn.recall("many") != today:
        turn.remember(many=today)
        turn.say("desk-many-today", most=most)
    return stepped.ticket


def open_with_message(turn: Turn, what: Content) -> TicketView:
    """A new ticket with the message that came in."""
    return open_with(turn, what.text or "", what, origin=(what.chat_id, what.message_ids[0]))


def pass_along(turn: Turn, ticket: TicketView, what: Content, replied: Pair | None = None) -> None:
    """The message that came in goes along with the ticket, and gets its one sign: words, or 👌.

    `replied`: the message of the ticket that it is a reply to.
    """
    if what.album is not None and _joined(turn, ticket, what):
        return
    thanks = not ticket.holds and what.kind == TEXT and smalltalk.what(what.text or "") in ("thanks", "glad")
    words = ticket.urgent is None and _in_words(ticket, turn.now)
    sound = (words or ticket.holds) and not thanks
    reply = replying.to_staff(StaffGroup.of(turn), ticket, turn.message, replied)
    about = replying.in_words(turn.message) if reply is None else None
    stepped = write(turn, ticket, what, sound, thanks, reply, about)
    _sign(turn, stepped, words, thanks)
    if what.in_words is not None:
        turn.say("talk-quiz")


def write(
    turn: Turn,
    ticket: TicketView,
    what: Content,
    sound: bool,
    thanks: bool = False,
    reply: Reply | None = None,
    about: str | None = None,
) -> Stepped:
    """Staff see the message. A closed ticket opens again, unless it was only thanks.

    `reply`: the message in the group that it is a reply to; `about`: the words that it is a reply to.
    """
    group = StaffGroup.of(turn)
    stepped = tickets.take(turn.session, Step.THANK if thanks else Step.WRITE, ticket.id, me(turn), turn.now)
    if stepped.ticket.is_open:
        turn.has_ticket()
    if stepped.ticket.state != stepped.before.state:
        stepped = replace(stepped, ticket=group_form.show_step(group, stepped))
    if stepped.before.state not in (State.CLAIMED, stepped.ticket.state):
        desk_notes.refresh(group, stepped.ticket)
    woke = stepped.before.state is State.SNOOZED and stepped.ticket.state is not State.SNOOZED
    group.pass_in(stepped.ticket, what, sound and not woke, reply, about)
    if woke:
        later.say_awake(group, stepped, "asker")
    return stepped


def ticket_of_reply(turn: Turn) -> tuple[TicketView, Pair | None] | None:
    """The ticket that the replied message is about, and that message; None when it is about none.

    A message of staff, or of the bot about the ticket: any ticket but a withdrawn one. The asker's own: an open one.
    """
    replied = turn.message.reply_to_message
    if replied is None:
        return None
    copy = messages.by_copy(turn.session, turn.chat.id, replied.message_id)
    own = [p for p in messages.by_origin(turn.session, turn.chat.id, replied.message_id) if p.direction == IN]
    if copy is not None and copy.direction == OUT:
        ticket = living(turn, copy.ticket_id)
        return (ticket, copy) if ticket is not None and ticket.state is not State.WITHDRAWN else None
    if own:
        ticket = living(turn, own[0].ticket_id)
        return (ticket, own[0]) if ticket is not None and ticket.is_open else None
    ticket = _noted(turn, replied.message_id)
    return (ticket, None) if ticket is not None and ticket.state is not State.WITHDRAWN else None


def message_content(turn: Turn) -> Content | None:
    """What came in; None, and said so, when Telegram does not let it be copied."""
    what = content(turn.message)
    if what is None:
        turn.say("desk-cannot-pass", [[person_button(turn.t)]])
    return what


def _noted(turn: Turn, message_id: int) -> TicketView | None:
    rows = select(OutboxRow.id).where(OutboxRow.chat_id == turn.chat.id, OutboxRow.message_id == message_id)
    found = tickets.find(turn.session, Ticket.member_id == turn.me.id, Ticket.note_id.in_(rows))
    return tickets.heir(turn.session, found) if found is not None else None


def _joined(turn: Turn, ticket: TicketView, what: Content) -> bool:
    """A further part of an album goes with the first, without a sign of its own."""
    assert what.album is not None
    row = albums.join(turn.session, albums.key(what.chat_id, what.album), what.message_ids[0])
    if row is None:
        return False
    position = len(messages.by_row(turn.session, row))
    StaffGroup.of(turn).pair_in(ticket, what, what.message_ids[0], row, position)
    return True


def _in_words(ticket: TicketView, now: datetime) -> bool:
    return ticket.asker_wrote_at is None or now - ticket.asker_wrote_at >= WORDS_AFTER


def _sign(turn: Turn, stepped: Stepped, words: bool, thanks: bool) -> None:
    by = turn.services.signed(stepped.ticket.claimed_name)
    if not stepped.before.is_open and stepped.ticket.is_open:
        turn.say("desk-reopened", by=by)
    elif thanks and stepped.ticket.is_open:
        turn.say("desk-thanks-along", by=by)
    elif words and not thanks:
        turn.say("desk-goes-along", by=by)
    else:
        turn.react("👌")


def _suggestions(turn: Turn, text: str, bot_gave: str | None) -> list[tuple[str, str, float]]:
    found = turn.services.knowledge.index.search(text, SEARCHED) if text else []
    return [
        (m.entry.id, m.entry.question, round(m.score, 3))
        for m in found
        if m.score >= LIKELY and m.entry.id != bot_gave
    ]
