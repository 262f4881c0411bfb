"""The page about tickets says what the program does."""

from __future__ import annotations

from pathlib import Path

from bot.desk import states_table
from bot.desk.states import State, Step, after
from tests.desk.ticket_model import Model

PAGE = Path(__file__).parents[2] / "docs" / "tickets.md"


def test_the_page_is_up_to_date() -> None:
    """If not: python -m bot.desk.states_table > docs/tickets.md"""
    assert PAGE.read_text(encoding="utf-8") == states_table.page()


def test_every_state_and_step_is_explained() -> None:
    assert set(states_table.MEANING) == set(State)
    assert set(states_table.DOING) == set(Step)


def test_the_table_does_what_the_model_says_in_every_situation_that_there_is() -> None:
    """Every ticket that can come about, with every step: the model is another way to say the same."""
    seen, to_look_at = {Model()}, [Model()]
    while to_look_at:
        ticket = to_look_at.pop()
        for step in Step:
            following = ticket.take(step, 1, 7)
            expected = following.state if following is not None else None
            found = after(step, State(ticket.state), ticket.holder is not None, ticket.helped)
            assert found == expected, (ticket, step)
            if following is not None and following not in seen:
                seen.add(following)
                to_look_at.append(following)
    assert {ticket.state for ticket in seen} == set(State)
