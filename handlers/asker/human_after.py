"""After the question: withdraw it, rate the help, say more, and see one's own questions (conversations 4 and 7)."""

from __future__ import annotations

from telegram.ext import filters

from bot.desk import tickets
from bot.desk.states import State, Step
from bot.desk.tickets import TicketView
from bot.texts import Texts
from handlers.asker.asker import PERSON, living, me, owned
from handlers.asker.blocked import unless_blocked
from handlers.asker.remark import remark_button
from handlers.desk import desk_notes, group_form
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_notes import BAD, more_button
from handlers.desk.desk_presses import (
    AskAgain,
    Enough,
    LookAgain,
    MyQuestions,
    NeverMind,
    Rate,
    ShowQuestion,
    SomethingMore,
    Withdraw,
)
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Html, Turn

# A message shows at most six buttons (conversations.md), one of them may be needed otherwise.
SHOWN = 5


def register(front: Front) -> None:
    """/mijnvragen and the buttons."""
    for name in ("mijnvragen", "myquestions"):
        front.command(name, my_questions, filters=filters.ChatType.PRIVATE)
    front.press(MyQuestions, lambda turn, _press: my_questions(turn))
    front.press(ShowQuestion, show_question)
    front.press(Withdraw, withdraw)
    front.press(AskAgain, unless_blocked(ask_again))
    front.press(Rate, rate)
    front.press(LookAgain, unless_blocked(look_again))
    front.press(Enough, enough)
    front.press(SomethingMore, unless_blocked(something_more))


def my_questions(turn: Turn) -> None:
    """The person's open questions, the one talked about last first."""
    found = [ticket for ticket in tickets.of_member(turn.session, turn.me.id) if ticket.urgent is None]
    if not found:
        turn.replace("desk-mine-none")
        return
    lines = [_line(turn, n, ticket) for n, ticket in enumerate(found[:SHOWN], 1)]
    if len(found) > SHOWN:
        lines.append(turn.t("desk-mine-more", count=len(found) - SHOWN))
    buttons = [
        Button(turn.t.plain("desk-mine-button", number=str(n)), ShowQuestion(ticket.id))
        for n, ticket in enumerate(found[:SHOWN], 1)
    ]
    turn.replace("desk-mine", [buttons[:3], buttons[3:]] if buttons[3:] else [buttons], list=Html("\n".join(lines)))


def show_question(turn: Turn, press: ShowQuestion) -> None:
    """One of them: where it stands, and what can be done. What is typed next goes along with this one."""
    ticket = owned(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    tickets.put(turn.session, ticket.id, active_at=turn.now)
    rows = desk_notes.note_rows(turn.t, ticket)
    back = Button(turn.t.plain("desk-mine-back-button"), MyQuestions())
    status = desk_notes.note_html(StaffGroup.of(turn), turn.t, ticket)
    subject = desk_notes.subject(turn.t, ticket)
    turn.replace("desk-mine-one", [*rows, [back]], subject=subject, status=status)


def withdraw(turn: Turn, press: Withdraw) -> None:
    """[ Trek vraag in ]: no answer comes any more."""
    _step(turn, Step.WITHDRAW, press.ticket)


def ask_again(turn: Turn, press: AskAgain) -> None:
    """[ Toch stellen ]: the question waits for a person again."""
    ticket = _step(turn, Step.ASK_AGAIN, press.ticket)
    if ticket is not None:
        StaffGroup.of(turn).say(ticket, "staff-asked-again", sound=True, name=who(ticket.name))


def rate(turn: Turn, press: Rate) -> None:
    """How the help was; when it was not good, a person may look again."""
    ticket = owned(turn, press.ticket)
    if ticket is None or press.rating not in desk_notes.RATINGS:
        return turn.toast("button-outdated")
    tickets.put(turn.session, ticket.id, rating=press.rating)
    tickets.audit(turn.session, "rate", ticket.id, me(turn), turn.now, rating=press.rating)
    StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))
    if press.rating == BAD:
        yes = Button(turn.t.plain("desk-look-again-button"), LookAgain(ticket.id))
        no = Button(turn.t.plain("desk-enough-button"), Enough(ticket.id))
        turn.replace("desk-rated-bad", [[yes, no]])
    else:
        turn.replace("desk-rated", rated_rows(turn.t, ticket), rating=press.rating)


def rated_rows(t: Texts, ticket: TicketView) -> Rows:
    """Under the thanks for a rating."""
    return [[remark_button(t, ticket)], [more_button(t, ticket)]]


def look_again(turn: Turn, press: LookAgain) -> None:
    """[ Ja, graag ]: the ticket opens again."""
    ticket = living(turn, press.ticket)
    if ticket is None or ticket.state is State.WITHDRAWN:
        return turn.toast("button-outdated")
    if ticket.state is State.CLOSED:
        group = StaffGroup.of(turn)
        stepped = tickets.take(turn.session, Step.WRITE, ticket.id, me(turn), turn.now)
        ticket = group_form.show_step(group, stepped)
        group.say(ticket, "staff-looks-again", sound=True, name=who(ticket.name))
        desk_notes.refresh(group, ticket)
    turn.replace("desk-looks-again", by=turn.services.signed(ticket.claimed_name))


def enough(turn: Turn, press: Enough) -> None:
    """[ Nee ]: the rating stands."""
    ticket = owned(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    turn.replace("desk-rated", rated_rows(turn.t, ticket), rating=BAD)


def something_more(turn: Turn, press: SomethingMore) -> None:
    """[ Ik heb nog iets ]: the next message goes to this ticket."""
    ticket = living(turn, press.ticket)
    if ticket is None or ticket.state is State.WITHDRAWN:
        return turn.toast("button-outdated")
    turn.expect(PERSON, ticket=ticket.id)
    never_mind = Button(turn.t.plain("desk-never-mind-button"), NeverMind())
    turn.say("desk-more", [[never_mind]], by=turn.services.signed(ticket.claimed_name))


def _step(turn: Turn, step: Step, ticket_id: int) -> TicketView | None:
    """Take the step with the person's own ticket; the pressed message shows what came of it. None: it did not."""
    ticket = owned(turn, ticket_id)
    if ticket is None:
        turn.toast("button-outdated")
        return None
    stepped = tickets.take(turn.session, step, ticket.id, me(turn), turn.now)
    shown = group_form.show_step(StaffGroup.of(turn), stepped) if stepped.done else None
    if shown is None:
        turn.toast("button-outdated")
    desk_notes.show_change(turn, stepped.ticket)
    return shown


def _line(turn: Turn, number: int, ticket: TicketView) -> Html:
    name = ticket.claimed_name if turn.services.settings.staff.show_names else None
    by = "none" if ticket.state is State.NEW else name or "nameless"
    subject, opened = desk_notes.subject(turn.t, ticket), desk_notes.opened(turn, ticket)
    return turn.t("desk-mine-line", number=str(number), subject=subject, by=by, when=opened)
