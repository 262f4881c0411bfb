"""What the asker says when they are asked whether it is solved (conversation 8)."""

from __future__ import annotations

from bot.desk import silence as rules
from bot.desk import tickets
from bot.desk.states import State, Step
from handlers.asker.asker import PERSON, me, owned
from handlers.asker.blocked import unless_blocked
from handlers.desk import desk_notes, silence
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import NeverMind
from handlers.desk.silence_presses import NotSolved, Solved
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn


def register(front: Front) -> None:
    """The two buttons."""
    front.press(Solved, solved)
    front.press(NotSolved, unless_blocked(not_solved))


def solved(turn: Turn, press: Solved) -> None:
    """[ Ja, klaar ]: it is closed, and the asker may say how the help was. Was it closed already, it stays so."""
    ticket = owned(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    if ticket.is_open:
        stepped = tickets.take(turn.session, Step.SOLVED, ticket.id, me(turn), turn.now)
        ticket = stepped.ticket
        if stepped.done:
            group = StaffGroup.of(turn)
            group.refresh(ticket, stepped.before)
            desk_notes.refresh(group, ticket)
    if ticket.state is not State.CLOSED:
        return desk_notes.show_change(turn, ticket)
    turn.replace_html(silence.closed_html(turn.t, ticket), silence.closed_rows(turn.t, ticket))


def not_solved(turn: Turn, press: NotSolved) -> None:
    """[ Nee, ik heb nog iets ]: the next message goes to this ticket, and there is time for it again."""
    ticket = owned(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    if ticket.state not in (State.CLOSED, *rules.QUIET):
        return desk_notes.show_change(turn, ticket)
    rules.heard(turn.session, ticket.id, turn.now)
    turn.expect(PERSON, ticket=ticket.id)
    StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))
    never_mind = Button(turn.t.plain("desk-never-mind-button"), NeverMind())
    turn.replace("desk-more", [[never_mind]], by=turn.services.signed(ticket.claimed_name))
