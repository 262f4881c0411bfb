"""/notitie keeps a note with a ticket, /notities shows them (conversation 8). The asker sees nothing of it."""

from __future__ import annotations

from telegram import Message

from bot.desk import notes, tickets
from bot.desk.notes import Note
from bot.desk.ticket import TicketView
from bot.texts import when
from bot.texts.render import Html
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.talk_presses import ShowNotes
from handlers.desk.this_ticket import this_ticket
from handlers.front import Front
from handlers.topics_of import replied_to
from handlers.turn import Turn
from storage.desk import Ticket

# A note is for a colleague on a phone.
LONGEST = 1000


def register(front: Front) -> None:
    """The commands, in both languages, and the button under [ Meer ]."""
    for name in ("notitie", "note"):
        front.staff_command(name, write)
    for name in ("notities", "notes"):
        front.staff_command(name, show)
    front.press(ShowNotes, show_pressed, staff=True)


def write(turn: Turn) -> None:
    """/notitie and a text, or in reply to a message that is to be kept; an edit changes the note."""
    text = _written(turn)
    known = notes.by_message(turn.session, turn.message.message_id)
    ticket = tickets.get(turn.session, known.ticket_id) if known is not None else this_ticket(turn)
    if ticket is None or not text:
        turn.say("note-how" if ticket is not None else "note-of-what")
        return
    if known is not None:
        notes.change(turn.session, known, text)
    else:
        notes.keep(turn.session, ticket.id, staff(turn), text, turn.message.message_id, turn.now)
    group = StaffGroup.of(turn)
    group.refresh(ticket)
    name = "note-kept" if known is None else "note-changed"
    group.say(ticket, name, reply_to=turn.message.message_id, name=who(ticket.name), number=str(ticket.id))


def take_back(turn: Turn, message: Message) -> bool:
    """/terug in reply to a note: whether it was one, and is not kept any more."""
    note = notes.by_message(turn.session, message.message_id)
    if note is None:
        return False
    notes.remove(turn.session, note, staff(turn), turn.now)
    ticket, group = tickets.get(turn.session, note.ticket_id), StaffGroup.of(turn)
    group.refresh(ticket)
    group.say(ticket, "note-gone", reply_to=message.message_id)
    return True


def show(turn: Turn) -> None:
    """/notities: all of them, oldest first."""
    ticket = this_ticket(turn)
    if ticket is None:
        turn.say("note-of-what")
        return
    turn.say_html(_list(StaffGroup.of(turn), ticket))


def show_pressed(turn: Turn, press: ShowNotes) -> None:
    """[ Notities ]: below the card, which stays."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    turn.say_html(_list(StaffGroup.of(turn), ticket))


def has_more(group: StaffGroup, ticket: TicketView) -> bool:
    """Whether there are notes."""
    return bool(notes.of_ticket(group.session, ticket.id))


def _list(group: StaffGroup, ticket: TicketView) -> Html:
    found = notes.of_ticket(group.session, ticket.id)
    if not found:
        return group.t("note-none", number=str(ticket.id))
    return Html("\n".join([group.t("note-title", number=str(ticket.id)), *(_line(group, note) for note in found)]))


def _line(group: StaffGroup, note: Note) -> Html:
    at = when.moment(note.at.astimezone(group.services.settings.zone), group.t.language)
    return group.t("note-full", by=note.by_name or "none", when=at, text=note.text)


def _written(turn: Turn) -> str:
    """What follows the command; else the message that it is a reply to, unless that is one of the bot's."""
    text = turn.text.partition(" ")[2].strip() if " " in turn.text else turn.text.partition("\n")[2].strip()
    replied = replied_to(turn.message)
    if not text and replied is not None and replied.from_user is not None and not replied.from_user.is_bot:
        text = (replied.text or replied.caption or "").strip()
    return text[:LONGEST]
