"""What the asker reads about their ticket: the note that says where it stands, and how it ended."""

from __future__ import annotations

from bot.desk import messages, tickets
from bot.desk.messages import NOTICE as NOTICE_PAIR
from bot.desk.messages import Origin
from bot.desk.names import clean, cut
from bot.desk.states import State
from bot.desk.tickets import TicketView
from bot.texts import Texts, texts, when
from bot.texts.render import Html
from handlers.desk import promises
from handlers.desk.desk_card import SPOKEN
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import AskAgain, Rate, SomethingMore, Withdraw
from handlers.presses import Button, Rows
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.desk import OUT
from storage.outbox import Draft

# Purposes of outbox rows to the asker: a person's answer, a correction of one (`ref` is its pair), the line that says
# who sent what follows, and what the bot says about the ticket.
ANSWER, CORRECTION, SAID_BY, TOLD = "answer", "correction", "said-by", "told"
GOOD, SOSO, BAD = RATINGS = ("good", "soso", "bad")
LONGEST_SHOWN = 80
SPAM = "spam"


def show(turn: Turn, ticket: TicketView) -> None:
    """The pressed message becomes the ticket's note; without one it is said. From here on it is kept up to date."""
    pressed = turn.pressed_id
    if pressed is None:
        return say(turn, ticket)
    row = turn.replace_html(note_html(StaffGroup.of(turn), turn.t, ticket), note_rows(turn.t, ticket))
    _keep(turn, ticket, row, pressed)


def say(turn: Turn, ticket: TicketView) -> None:
    """Say the ticket's note as a new message."""
    html = note_html(StaffGroup.of(turn), turn.t, ticket)
    row = turn.say_html(html, note_rows(turn.t, ticket), purpose=TOLD, ref=ticket.id)
    _keep(turn, ticket, row, None)


def show_change(turn: Turn, ticket: TicketView) -> None:
    """The pressed message and the ticket's note, when that is another message, show the ticket as it is now."""
    note = messages.by_note(turn.session, ticket.id, ticket.note_id) if ticket.note_id is not None else None
    if note is None or note.copy_message_id != turn.pressed_id:
        refresh(StaffGroup.of(turn), ticket)
    turn.replace_html(note_html(StaffGroup.of(turn), turn.t, ticket), note_rows(turn.t, ticket))


def refresh(group: StaffGroup, ticket: TicketView) -> None:
    """The note shows the ticket as it is now, without a sound."""
    if ticket.note_id is None:
        return
    t = texts(ticket.language)
    payload = text_payload(note_html(group, t, ticket), note_rows(t, ticket))
    draft = Draft(ticket.member_id, "editMessageText", payload, target_id=ticket.note_id)
    outbox.enqueue(group.session, draft)


def tell(group: StaffGroup, ticket: TicketView, html: Html, rows: Rows | None = None) -> None:
    """Say something about the ticket to its asker, who may reply to it."""
    draft = Draft(ticket.member_id, "sendMessage", text_payload(html, rows), purpose=TOLD, ref=ticket.id)
    row = outbox.enqueue(group.session, draft)
    messages.pair(group.session, Origin(ticket.id, OUT, NOTICE_PAIR, ticket.member_id), group.now, row)


def start(group: StaffGroup, ticket: TicketView, html: Html, rows: Rows) -> None:
    """As `tell`; from here on this message is the ticket's note, and kept up to date."""
    draft = Draft(ticket.member_id, "sendMessage", text_payload(html, rows), purpose=TOLD, ref=ticket.id)
    row = outbox.enqueue(group.session, draft)
    messages.pair(group.session, Origin(ticket.id, OUT, NOTICE_PAIR, ticket.member_id), group.now, row)
    tickets.put(group.session, ticket.id, note_id=row)


def tell_closed(group: StaffGroup, ticket: TicketView) -> None:
    """The ticket is done: how was the help? Asked once, and only when there was help; never of someone in need."""
    if ticket.urgent is not None:
        return
    t = texts(ticket.language)
    by = group.services.signed(ticket.closed_name)
    if ticket.close_reason is not None:
        return _tell_why(group, ticket, t)
    if ticket.answered_at is None:
        return tell(group, ticket, t("desk-closed-unanswered", by=by), [[more_button(t, ticket)]])
    if ticket.rating is not None:
        return tell(group, ticket, t("desk-closed-again", by=by), [[more_button(t, ticket)]])
    tell(group, ticket, t("desk-closed", by=by), rating_rows(t, ticket))


def _tell_why(group: StaffGroup, ticket: TicketView, t: Texts) -> None:
    """It ended in another way than with an answer here. To rubbish nothing is said."""
    if ticket.close_reason != SPAM:
        html = t(
            "ticket-closed-for", by=group.services.signed(ticket.closed_name), reason=ticket.close_reason or "none"
        )
        tell(group, ticket, html, [[more_button(t, ticket)]])


def note_html(group: StaffGroup, t: Texts, ticket: TicketView) -> Html:
    """Where the ticket stands."""
    match ticket.state:
        case State.CLAIMED:
            return t("desk-busy", by=group.services.signed(ticket.claimed_name))
        case State.ANSWERED:
            return t("desk-answered", by=group.services.signed(ticket.claimed_name))
        case State.WAITING:
            return t("ticket-note-waiting", by=group.services.signed(ticket.claimed_name))
        case State.SNOOZED:
            return t("ticket-note-snoozed", by=group.services.signed(ticket.claimed_name))
        case State.MERGED:
            return t("ticket-note-merged", subject=subject(t, ticket))
        case State.CLOSED:
            return t("desk-finished")
        case State.WITHDRAWN:
            return t("desk-withdrawn", subject=subject(t, ticket))
    promise = promises.promise(group, t)
    if ticket.bot_gave is not None:
        return t("desk-passed-on-missed", promise=promise)
    if ticket.kind == "text":
        return t("desk-passed-on", promise=promise)
    return t("desk-passed-on-voice" if ticket.kind in SPOKEN else "desk-passed-on-media", promise=promise)


def note_rows(t: Texts, ticket: TicketView) -> Rows:
    """What the asker can do with it."""
    if ticket.is_open:
        return [[Button(t.plain("desk-withdraw-button"), Withdraw(ticket.id))]]
    if ticket.state is State.WITHDRAWN:
        return [[Button(t.plain("desk-ask-again-button"), AskAgain(ticket.id))]]
    if ticket.state is State.MERGED:
        return []
    return [[more_button(t, ticket)]]


def more_button(t: Texts, ticket: TicketView) -> Button:
    """[ Ik heb nog iets ]"""
    return Button(t.plain("desk-more-button"), SomethingMore(ticket.id))


def rating_rows(t: Texts, ticket: TicketView) -> Rows:
    """Three faces; two thumbs for who speaks rather than reads."""
    names = {GOOD: "desk-good-button", SOSO: "desk-soso-button", BAD: "desk-bad-button"}
    if ticket.kind in SPOKEN:
        names = {GOOD: "desk-thumb-good-button", BAD: "desk-thumb-bad-button"}
    faces = [Button(t.plain(name), Rate(ticket.id, rating)) for rating, name in names.items()]
    return [faces, [more_button(t, ticket)]]


def subject(t: Texts, ticket: TicketView) -> str:
    """What the question is about, for its asker, beginning with a capital."""
    words = ticket.subject or cut(clean(ticket.text), LONGEST_SHOWN) or t.plain("desk-kind", kind=ticket.kind)
    return words[:1].upper() + words[1:]


def opened(turn: Turn, ticket: TicketView) -> str:
    """When it was asked: "vandaag, 10.02 uur", "wo 2 december"."""
    zone, language = turn.services.settings.zone, turn.t.language
    asked, today = ticket.opened_at.astimezone(zone), turn.now.astimezone(zone).date()
    if asked.date() == today:
        return turn.t.plain("desk-mine-today", clock=when.clock(asked, language))
    return when.day(asked.date(), language, today)


def _keep(turn: Turn, ticket: TicketView, row: int, copy_id: int | None) -> None:
    said = Origin(ticket.id, OUT, NOTICE_PAIR, turn.chat.id)
    messages.pair(turn.session, said, turn.now, row, copy_id=copy_id)
    tickets.put(turn.session, ticket.id, note_id=row)
