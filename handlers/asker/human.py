"""From a question to a person: the asker's side of the human queue (conversations 1, 4, 5 and 7)."""

from __future__ import annotations

from datetime import datetime, timedelta

import faq
from bot.desk import asked as desk_asked
from bot.desk import messages, tickets
from bot.desk.names import clean, cut
from bot.knowledge import asked
from handlers.asker import blocked, human_after, human_media
from handlers.asker.asker import (
    PERSON,
    living,
    message_content,
    open_ticket,
    open_with,
    open_with_message,
    pass_along,
    person_button,
    ticket_of_reply,
    write,
)
from handlers.asking import answers, smalltalk
from handlers.desk import desk_notes
from handlers.desk.desk_content import TEXT, Content, content
from handlers.desk.desk_presses import (
    AnotherQuestion,
    AskPerson,
    NeverMind,
    PassAlong,
    PassOn,
    SomethingElse,
    SomethingMore,
)
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn
from storage.knowledge import Asked

# "Je volgende bericht gaat naar een mens" holds so long.
HOLDS = timedelta(hours=1)
LONGEST_SHOWN = 200
HELPED_NOT = "down"

__all__ = [
    "AskPerson",
    "PassOn",
    "answer_beside_ticket",
    "ask_person",
    "escalate",
    "expected_question",
    "follow_up",
    "media",
    "open_ticket",
    "person_button",
    "register",
    "reply_to_person",
]


def register(front: Front) -> None:
    """The buttons. Messages come by handlers.private."""
    front.press(AskPerson, lambda turn, _press: ask_person(turn))
    front.press(AnotherQuestion, blocked.unless_blocked(another_question))
    front.press(NeverMind, never_mind)
    front.press(PassOn, pass_on)
    front.press(PassAlong, blocked.unless_blocked(pass_along_press))
    front.press(SomethingElse, something_else)
    human_media.register(front)
    human_after.register(front)


# to a person


def ask_person(turn: Turn) -> None:
    """The person wants a person: for the question asked just now, for their open ticket, or for something new.

    Who does not choose but writes on, is taken to write about the open ticket: staff can tell it apart.
    """
    if blocked.refused(turn):
        return
    last, ticket = desk_asked.last(turn.session, turn.me.id, turn.now), open_ticket(turn)
    if last is not None and last.text is not None:
        turn.expect(PERSON)
        yes = Button(turn.t.plain("desk-pass-this-button"), PassOn(last.id))
        other = Button(turn.t.plain("desk-another-button"), AnotherQuestion())
        turn.say("desk-pass-this", [[yes, other]], question=cut(clean(last.text), LONGEST_SHOWN))
    elif ticket is not None:
        turn.expect(PERSON, ticket=ticket.id)
        same = Button(turn.t.plain("desk-same-button"), SomethingMore(ticket.id))
        new = Button(turn.t.plain("desk-new-button"), AnotherQuestion())
        turn.say("desk-same-question", [[same, new]], subject=desk_notes.subject(turn.t, ticket))
    else:
        turn.expect(PERSON)
        turn.say("desk-ask-person", [[never_mind_button(turn)]])


def another_question(turn: Turn, _press: AnotherQuestion) -> None:
    """Not for the question asked last."""
    turn.expect(PERSON)
    turn.replace("desk-ask-person", [[never_mind_button(turn)]])


def never_mind(turn: Turn, _press: NeverMind) -> None:
    """No person after all."""
    turn.expect(None)
    turn.replace("desk-never-mind")


def never_mind_button(turn: Turn) -> Button:
    """[ Toch niet ]"""
    return Button(turn.t.plain("desk-never-mind-button"), NeverMind())


def pass_on(turn: Turn, press: PassOn) -> None:
    """[ Ja, vraag het ]: under an answer that did not help, or where the bot did not know."""
    question = asked.get(turn.session, press.asked)
    if question is None or not question.text or question.member_id != turn.me.id:
        return turn.toast("button-outdated")
    gave = (question.chosen_id or question.entry_id) if question.feedback == HELPED_NOT else None
    escalate(turn, question.id, question.text, gave, question.message_id)


def escalate(turn: Turn, asked_id: int | None, text: str, bot_gave: str | None, message_id: int | None = None) -> None:
    """The question becomes a ticket, once; the pressed message says so, and keeps saying where it stands.

    `bot_gave`: the entry that did not help, whose answer stays in place; `message_id`: the asker's own message.
    """
    if blocked.refused(turn):
        return
    turn.expect(None)
    known = desk_asked.ticket_of(turn.session, asked_id) if asked_id is not None else None
    if known is not None:
        return desk_notes.show(turn, tickets.get(turn.session, known))
    origin = (turn.chat.id, message_id) if message_id else None
    ticket = open_with(turn, text, bot_gave=bot_gave, origin=origin)
    if asked_id is not None:
        desk_asked.passed_on(turn.session, asked_id, ticket.id)
    entry = turn.services.knowledge.entry(bot_gave) if bot_gave else None
    if entry is None or turn.update.callback_query is None or turn.typed is not None:
        return desk_notes.show(turn, ticket)
    answers.below(turn, entry, turn.t("desk-helped-not"), [])
    desk_notes.say(turn, ticket)


def expected_question(turn: Turn) -> bool:
    """The next message after [ Vraag het een mens ] or [ Ik heb nog iets ] goes to a person."""
    expected = turn.expected()
    if expected is None or expected.get("what") != PERSON:
        return False
    if turn.text and smalltalk.what(turn.text) is not None and not expected.get("ticket"):
        return False  # "hoi" comes before the question, and is not the question
    turn.expect(None)
    if turn.now - datetime.fromisoformat(expected["at"]) > HOLDS:
        return False
    if blocked.refused(turn):
        return True
    what = message_content(turn)
    ticket = living(turn, expected["ticket"]) if expected.get("ticket") else None
    if what is None:
        turn.expect(PERSON, **({"ticket": ticket.id} if ticket else {}))
    elif ticket is not None:
        pass_along(turn, ticket, what)
    else:
        desk_notes.show(turn, open_with_message(turn, what))
    return True


# with a ticket


def reply_to_person(turn: Turn) -> bool:
    """A reply to a message of staff, or of the bot about a ticket, always goes to that ticket."""
    found = ticket_of_reply(turn)
    if found is None:
        return False
    if blocked.refused(turn):
        return True
    ticket, replied = found
    what = message_content(turn)
    if what is not None:
        pass_along(turn, ticket, what, replied)
    return True


def follow_up(turn: Turn) -> bool:
    """What the bot cannot answer goes along with the open ticket, if there is one."""
    ticket = open_ticket(turn)
    what = content(turn.message)
    if ticket is None or what is None:
        return False
    if blocked.refused(turn):
        return True
    pass_along(turn, ticket, what)
    return True


def media(turn: Turn) -> None:
    """What the bot cannot read is never dropped: it goes to a person, or may."""
    if reply_to_person(turn) or expected_question(turn) or blocked.refused(turn):
        return
    what, ticket = message_content(turn), open_ticket(turn)
    if what is not None and ticket is not None:
        pass_along(turn, ticket, what)
    elif what is not None:
        human_media.offer(turn, what)


def answer_beside_ticket(turn: Turn, entry: faq.Entry, asked_id: int) -> None:
    """The bot knows an answer, but a ticket is open: does this belong to it?"""
    ticket = open_ticket(turn)
    assert ticket is not None
    line = turn.t(
        "desk-beside", by=turn.services.signed(ticket.claimed_name), subject=desk_notes.subject(turn.t, ticket)
    )
    yes = PassAlong(ticket.id, turn.message.message_id, asked_id)
    along = Button(turn.t.plain("desk-along-button"), yes)
    other = Button(turn.t.plain("desk-else-button"), SomethingElse(asked_id))
    answers.show_answer(turn, entry, [[along, other]], note=line)


def pass_along_press(turn: Turn, press: PassAlong) -> None:
    """[ Ja, geef door ]: it belongs to the ticket. The answer stays, the line below it changes."""
    ticket, question = living(turn, press.ticket), asked.get(turn.session, press.asked)
    if ticket is None or not ticket.is_open or question is None or question.text is None:
        return turn.toast("button-outdated")
    if not messages.by_origin(turn.session, turn.chat.id, press.message):
        write(turn, ticket, Content(TEXT, turn.chat.id, (press.message,), question.text), sound=True)
        desk_asked.passed_on(turn.session, press.asked, ticket.id)
    line = turn.t("desk-beside-passed", by=turn.services.signed(ticket.claimed_name))
    entry = _entry(turn, question)
    if entry is None:
        turn.replace_html(line)
    else:
        answers.below(turn, entry, line, [])


def something_else(turn: Turn, press: SomethingElse) -> None:
    """[ Nee, iets anders ]: an answer like any other."""
    question = asked.get(turn.session, press.asked)
    entry = _entry(turn, question)
    if entry is None:
        return turn.toast("button-outdated")
    answers.below(turn, entry, "", answers.answer_rows(turn.t, entry, press.asked))


def _entry(turn: Turn, question: Asked | None) -> faq.Entry | None:
    entry_id = question and (question.chosen_id or question.entry_id)
    return turn.services.knowledge.entry(entry_id) if entry_id else None
