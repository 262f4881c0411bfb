"""Every button that a card can show does something, and one that is pressed on a ticket that is gone says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.states import State, Step
from bot.desk.ticket import Actor, Given, Question, TicketView
from bot.texts import texts
from handlers.desk import crisis_card, desk_card, more
from handlers.desk.desk_group import StaffGroup
from handlers.presses import Rows
from tests.desk.scenes import FORUM
from tests.stage import Stage

SANNE = Actor(2, "Sanne")
NOW = datetime(2026, 12, 3, 9, 2, tzinfo=UTC)
GIVEN = Given(to=SANNE, until=NOW + timedelta(days=1), into=1)
WAYS: dict[State, tuple[Step, ...]] = {
    State.NEW: (),
    State.CLAIMED: (Step.CLAIM,),
    State.WAITING: (Step.ANSWER, Step.WAIT),
    State.ANSWERED: (Step.ANSWER,),
    State.SNOOZED: (Step.SNOOZE,),
    State.CLOSED: (Step.ANSWER, Step.CLOSE),
    State.WITHDRAWN: (Step.WITHDRAW,),
    State.MERGED: (Step.MERGE,),
}


@FORUM
async def test_every_button_of_a_card_and_its_menu_is_known(stage: Stage) -> None:
    services = stage.helpdesk.services

    def scene(session: Session) -> list[Rows]:
        group = StaffGroup(session, services, NOW)
        return [rows for state, urgent in product(State, (None, "suicide")) for rows in _all(group, state, urgent)]

    for rows in await stage.helpdesk.db.write(scene):
        for button in (button for row in rows for button in row):
            assert type(button.press) in services.press_acts, button


def _all(group: StaffGroup, state: State, urgent: str | None) -> list[Rows]:
    """The buttons of a card in this state, and those of its menu."""
    ticket = _ticket(group.session, state, urgent)
    t = texts("nl")
    if urgent is not None:
        return [crisis_card.card_rows(t, ticket), crisis_card.example_rows(t, ticket)]
    found = [desk_card.card_rows(t, ticket), desk_card.sure_rows(t, ticket), desk_card.preview_rows(t, ticket, 0)]
    return [*found, more.rows(group, ticket)]


def _ticket(session: Session, state: State, urgent: str | None) -> TicketView:
    suggestions = [("vog", "Hoe vraag ik een VOG aan?", 0.4)]
    question = Question("mag de straat dicht", "nl", suggestions=suggestions, urgent=urgent)
    ticket = tickets.open_ticket(session, 1, question, NOW)
    for step in WAYS[state]:
        ticket = tickets.take(session, step, ticket.id, SANNE, NOW, GIVEN).ticket
    assert ticket.state is state
    return ticket
