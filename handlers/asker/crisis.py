"""Words of crisis: the right numbers at once, before anything else, and a person is told (conversation 11)."""

from __future__ import annotations

import faq
from bot.desk import messages, tickets
from bot.desk.tickets import TicketView
from bot.knowledge import asked
from bot.safety.crisis import Kind
from bot.texts import Texts, texts
from handlers.asker.asker import message_content, open_with, owned, pass_along, person_button, urgent_ticket, write
from handlers.asking import answers
from handlers.desk.crisis_card import example_rows
from handlers.desk.desk_answers import answer_with, staff
from handlers.desk.desk_card import who
from handlers.desk.desk_content import TEXT, Content, content
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import Example, MeantElse, SendExample
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Html, Turn, text_payload
from storage.desk import IN, Ticket

__all__ = ["alarm", "edited", "hold", "numbers", "register"]


def register(front: Front) -> None:
    """The buttons. Messages come by handlers.private."""
    front.press(MeantElse, meant_else)
    front.press(Example, example, staff=True)
    front.press(SendExample, send_example, staff=True)


def alarm(turn: Turn) -> bool:
    """Whether a message, caption or edit has words of crisis: then the numbers were given, and a person is told."""
    kind = turn.services.crisis.kind(turn.message.text or turn.message.caption or "")
    if kind is None:
        return False
    turn.expect(None)
    ticket = _tell_staff(turn, kind)
    html = Html(f"{numbers(turn, kind, turn.t)}\n{turn.t('crisis-told')}")
    turn.say_html(html, _rows(turn, kind, ticket))
    return True


def edited(turn: Turn) -> bool:
    """Whether an edit put words of crisis into a message. A typing mistake mended in such a message is nothing new."""
    ticket = urgent_ticket(turn)
    found = messages.by_origin(turn.session, turn.chat.id, turn.message.message_id)
    if ticket is not None and any(p.ticket_id == ticket.id and p.direction == IN for p in found):
        return False
    return alarm(turn)


def hold(turn: Turn) -> bool:
    """While someone may be in need everything goes to a person, with 👌: no answers from the list."""
    ticket = urgent_ticket(turn)
    if ticket is None or not ticket.holds:
        return False
    what = message_content(turn)
    if what is not None:
        pass_along(turn, ticket, what)
    return True


def numbers(turn: Turn, kind: Kind, t: Texts) -> Html:
    """The numbers of help lines, with a word of explanation."""
    given = {name.replace("-", "_"): number for name, number in turn.services.crisis.numbers.items()}
    return t(f"crisis-{kind}", **given)


def meant_else(turn: Turn, press: MeantElse) -> None:
    """[ Ik bedoelde iets anders ]: the numbers stay; below them the answer, if there is a sure one."""
    ticket = owned(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    if ticket.holds:
        tickets.put(turn.session, ticket.id, calmed_at=turn.now)
        tickets.audit(turn.session, "calmed", ticket.id, staff(turn), turn.now)
        StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))
    turn.rebutton(_chat_rows(turn, Kind(ticket.urgent)) if ticket.urgent else [])
    decision = turn.services.knowledge.index.decide(ticket.text)
    if not isinstance(decision, faq.Answer):
        turn.say("crisis-meant-else", [[person_button(turn.t)]])
        return
    number = asked.record(turn.session, turn.me.id, ticket.text, decision, turn.now)
    html = Html(f"{turn.t('crisis-good')}\n\n{answers.answer_html(turn, decision.entry)}")
    turn.say_html(html, answers.answer_rows(turn.t, decision.entry, number))
    answers.remember(turn, decision.entry.id, number)


def example(turn: Turn, press: Example) -> None:
    """[ Voorbeeldzin ]: the card shows what could be said."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    group = StaffGroup.of(turn)
    shown = group.t("crisis-example-shown", example=_example(turn, ticket))
    group.show(ticket, Html(f"{group.card_html(ticket)}\n\n{shown}"), example_rows(group.t, ticket))


def send_example(turn: Turn, press: SendExample) -> None:
    """[ Stuur ]: it goes to the asker as a message of whoever pressed, once."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    by, key = staff(turn), f"example:{press.ticket}:{turn.user.id}"
    sent_before = messages.said_before(turn.session, key)
    if not sent_before and answer_with(StaffGroup.of(turn), ticket, _example(turn, ticket), by, key):
        turn.toast("staff-sent-after-all", name=who(ticket.name))
    StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))


def _example(turn: Turn, ticket: TicketView) -> Html:
    """In the asker's language, with the name of whoever presses."""
    given = turn.services.crisis.numbers
    return texts(ticket.language)(
        "crisis-example",
        name=who(ticket.name),
        by=turn.services.signed(staff(turn).name),
        kind=ticket.urgent or "",
        suicide=given["suicide"],
        home=given["home"],
        child=given["child"],
        emergency=given["emergency"],
    )


def _tell_staff(turn: Turn, kind: Kind) -> TicketView:
    """A card with a sound and a message to each coordinator; with such a card there already, the message joins it."""
    ticket, what = urgent_ticket(turn), content(turn.message)
    if ticket is None:
        ticket = _open(turn, kind, what)
        _tell_coordinators(turn, ticket)
        return ticket
    if not ticket.holds:
        tickets.put(turn.session, ticket.id, calmed_at=None, urgent=kind)
        ticket = tickets.get(turn.session, ticket.id)
        StaffGroup.of(turn).refresh(ticket)
        _tell_coordinators(turn, ticket)
    if what is not None:
        write(turn, ticket, what, sound=True)
    return ticket


def _open(turn: Turn, kind: Kind, what: Content | None) -> TicketView:
    origin = (turn.chat.id, turn.message.message_id)
    text = turn.message.text or turn.message.caption or ""
    media = what if what is not None and what.kind != TEXT else None
    return open_with(turn, text, media, origin=origin, urgent=kind)


def _tell_coordinators(turn: Turn, ticket: TicketView) -> None:
    """In their own chat, also in the evening. What was said stands in the group only: a phone shows this to anyone.

    Who never started the bot cannot be reached; then the row ends as blocked, and that is all.
    """
    group = StaffGroup.of(turn)
    html = group.t("crisis-coordinator", name=who(ticket.name), number=str(ticket.id))
    for person in sorted(turn.services.coordinators - {turn.user.id}):
        turn.send(person, "sendMessage", text_payload(html))


def _rows(turn: Turn, kind: Kind, ticket: TicketView) -> Rows:
    else_ = Button(turn.t.plain("crisis-else-button"), MeantElse(ticket.id))
    return [*_chat_rows(turn, kind), [else_]]


def _chat_rows(turn: Turn, kind: Kind) -> Rows:
    """[ Chat met 113 ]: only where it helps."""
    if kind is not Kind.SUICIDE:
        return []
    given = turn.services.crisis.numbers
    return [[Button(turn.t.plain("crisis-chat-button", number=given["suicide"]), url=given["suicide-chat"])]]
