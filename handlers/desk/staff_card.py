"""The card's buttons: claim, give back, look at a suggestion and send it, done, open again (conversations 4 and 8)."""

from __future__ import annotations

import faq
from bot.desk import messages, taking_back, tickets
from bot.desk.messages import CARD, TEXT
from bot.desk.sharing import Source
from bot.desk.states import State, Step
from bot.desk.ticket import Given, Stepped, TicketView
from bot.desk.tickets import NOTHING
from bot.knowledge import learning
from bot.texts import parts
from bot.texts.render import Html
from handlers.asking import smalltalk
from handlers.desk import alike, desk_answers, desk_card, desk_notes
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_notes import ANSWER, SAID_BY
from handlers.desk.desk_presses import Claim, Discard, Done, Look, Release, Reopen, SendSuggestion, ShowCard
from handlers.front import Front
from handlers.turn import Turn
from storage.desk import Ticket

# The card has to stay one message: of a longer answer it shows the beginning. In UTF-16 units.
LONGEST_PREVIEW = 3500


def register(front: Front) -> None:
    """All of them are for staff only."""
    front.press(Claim, claim, staff=True)
    front.press(Release, release, staff=True)
    front.press(Done, done, staff=True)
    front.press(Reopen, reopen, staff=True)
    front.press(Look, look, staff=True)
    front.press(SendSuggestion, send_suggestion, staff=True)
    front.press(ShowCard, show_card, staff=True)
    front.press(Discard, discard, staff=True)


def claim(turn: Turn, press: Claim) -> None:
    """[ Ik pak dit op ]: of two who press at once, one has it and the other hears who."""
    stepped = step(turn, Step.CLAIM, press.ticket)
    if stepped is not None:
        turn.toast("staff-yours")
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def release(turn: Turn, press: Release) -> None:
    """[ Teruggeven ]: it is free for anyone again."""
    stepped = step(turn, Step.RELEASE, press.ticket)
    if stepped is not None:
        turn.toast("staff-given-back")
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def done(turn: Turn, press: Done) -> None:
    """[ Klaar ]: without an answer only after a second look."""
    ticket = find(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    group = StaffGroup.of(turn)
    if ticket.is_open and ticket.answered_at is None and not press.sure:
        sure = group.t("staff-card-sure", name=who(ticket.name))
        html = Html(f"{group.card_html(ticket)}\n\n<b>{sure}</b>")
        return group.show(ticket, html, desk_card.sure_rows(group.t, ticket))
    stepped = step(turn, Step.CLOSE, press.ticket)
    if stepped is not None:
        desk_notes.refresh(group, stepped.ticket)
        desk_notes.tell_closed(group, stepped.ticket)


def reopen(turn: Turn, press: Reopen) -> None:
    """[ Heropen ]: whoever presses has it; the asker hears nothing until there is an answer."""
    stepped = step(turn, Step.REOPEN, press.ticket)
    if stepped is not None:
        turn.toast("staff-yours")
        desk_notes.refresh(StaffGroup.of(turn), stepped.ticket)


def look(turn: Turn, press: Look) -> None:
    """[ Bekijk 1 ]: the card shows the answer as the asker would get it."""
    ticket = find(turn, press.ticket)
    entry = _suggested(turn, ticket, press.number)
    if ticket is None or entry is None:
        return turn.toast("staff-suggestion-gone")
    group = StaffGroup.of(turn)
    told, whole = entry.told_in(ticket.language), turn.services.knowledge.html(entry, ticket.language)
    shown, more = parts.head(whole, LONGEST_PREVIEW)
    answer = Html(f"{shown}\n(…)") if more else shown
    answer = group.t("desk-faq-answer", question=told.question, answer=answer)
    head = group.t("desk-answer-head", by=turn.services.signed(staff(turn).name))
    html = group.t("staff-preview", number=str(ticket.id), answer=Html(f"{head}\n{answer}"))
    group.show(ticket, html, desk_card.preview_rows(group.t, ticket, press.number))


def send_suggestion(turn: Turn, press: SendSuggestion) -> None:
    """[ Stuur ]: an answer of staff like any other."""
    ticket = find(turn, press.ticket)
    entry = _suggested(turn, ticket, press.number)
    if ticket is None or entry is None:
        return turn.toast("staff-suggestion-gone")
    if desk_answers.answer_from_list(turn, ticket, entry, staff(turn)):
        if smalltalk.what(ticket.text) is None:
            learning.staff_chose(turn.session, ticket.id, entry.id, turn.now)
        turn.toast("staff-sent-after-all", name=who(ticket.name))
        source = Source(TEXT, turn.chat.id, messages.NO_MESSAGE, entry_id=entry.id)
        alike.offer(turn, ticket.id, source, staff(turn))


def show_card(turn: Turn, press: ShowCard) -> None:
    """[ Terug ]: the card as it is now."""
    ticket = find(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    StaffGroup.of(turn).refresh(ticket)


def discard(turn: Turn, press: Discard) -> None:
    """[ Bewaar niet ]: what waits for someone who blocked the bot is thrown away."""
    gone = messages.discard_held(turn.session, (ANSWER, SAID_BY), press.ticket)
    stepped = taking_back.discarded(turn.session, press.ticket, staff(turn), turn.now)
    if stepped is not None:
        StaffGroup.of(turn).refresh(stepped.ticket, stepped.before)
    tickets.audit(turn.session, "discard", press.ticket, staff(turn), turn.now, rows=gone)
    turn.replace("staff-discarded" if gone else "staff-discard-late")


def step(turn: Turn, wanted: Step, ticket_id: int, given: Given = NOTHING) -> Stepped | None:
    """Take a step of staff; the card shows what came of it. None, and said so: it could not be taken."""
    if find(turn, ticket_id) is None:
        turn.toast("button-outdated")
        return None
    group = StaffGroup.of(turn)
    stepped = tickets.take(turn.session, wanted, ticket_id, staff(turn), turn.now, given)
    group.refresh(stepped.ticket, stepped.before)
    if not stepped.done:
        refuse(turn, stepped.ticket)
        return None
    pressed = messages.by_copy(turn.session, turn.chat.id, turn.pressed_id or 0)
    if pressed is None or pressed.kind != CARD:  # a button under something else the bot said about the ticket
        turn.rebutton([])
    return stepped


def find(turn: Turn, ticket_id: int) -> TicketView | None:
    """The ticket; None when there is no such one."""
    return tickets.find(turn.session, Ticket.id == ticket_id)


def open_one(turn: Turn, ticket_id: int) -> TicketView | None:
    """The ticket, when something must still be done with it; None, and said why, when not."""
    ticket = find(turn, ticket_id)
    if ticket is None:
        turn.toast("button-outdated")
        return None
    if ticket.is_open:
        return ticket
    StaffGroup.of(turn).refresh(ticket)
    refuse(turn, ticket)
    return None


def refuse(turn: Turn, ticket: TicketView) -> None:
    """Why not: someone was first, or the ticket is somewhere else by now."""
    match ticket.state:
        case State.CLOSED:
            turn.toast("staff-already-closed")
        case State.WITHDRAWN:
            turn.toast("staff-is-withdrawn", name=who(ticket.name))
        case State.MERGED:
            turn.toast("ticket-is-merged", number=str(ticket.merged_into))
        case State.NEW:
            turn.toast("staff-nobody-has")
        case _ if ticket.claimed_by == turn.user.id:
            turn.toast("staff-already-yours")
        case _:
            turn.toast("staff-just-before", by=who(ticket.claimed_name))


def _suggested(turn: Turn, ticket: TicketView | None, number: int) -> faq.Entry | None:
    found = (ticket.suggestions or []) if ticket is not None else []
    return turn.services.knowledge.entry(found[number][0]) if 0 <= number < len(found) else None
