"""The states of a ticket, and which step leads from which to which: the whole table, as data."""

from __future__ import annotations

from enum import StrEnum

from storage.desk import OPEN_STATES


class State(StrEnum):
    """Where a ticket stands."""

    NEW = "new"  # nobody has it
    CLAIMED = "claimed"  # someone has it; the asker waits
    ANSWERED = "answered"  # someone has it; the asker has an answer
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What people do with a ticket."""

    CLAIM = "claim"
    RELEASE = "release"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"  # by staff
    WRITE = "write"  # the asker writes something more
    THANK = "thank"  # the asker writes, but waits for nothing
    WITHDRAW = "withdraw"
    ASK_AGAIN = "ask-again"  # the asker takes a withdrawal back


_NEW, _CLAIMED, _ANSWERED, _CLOSED, _WITHDRAWN = State

# From state to state. What is not here is refused.
TRANSITIONS: dict[Step, dict[State, State]] = {
    Step.CLAIM: {_NEW: _CLAIMED},
    Step.RELEASE: {_CLAIMED: _NEW, _ANSWERED: _NEW},
    Step.ANSWER: {_NEW: _ANSWERED, _CLAIMED: _ANSWERED, _ANSWERED: _ANSWERED, _CLOSED: _ANSWERED},
    Step.CLOSE: {_NEW: _CLOSED, _CLAIMED: _CLOSED, _ANSWERED: _CLOSED},
    Step.REOPEN: {_CLOSED: _CLAIMED},
    Step.WRITE: {_NEW: _NEW, _CLAIMED: _CLAIMED, _ANSWERED: _CLAIMED, _CLOSED: _CLAIMED},
    Step.THANK: {_NEW: _NEW, _CLAIMED: _CLAIMED, _ANSWERED: _ANSWERED, _CLOSED: _CLOSED},
    Step.WITHDRAW: {_NEW: _WITHDRAWN, _CLAIMED: _WITHDRAWN, _ANSWERED: _WITHDRAWN},
    Step.ASK_AGAIN: {_WITHDRAWN: _NEW},
}

OPEN = tuple(State(name) for name in OPEN_STATES)


def after(step: Step, state: State, has_claimer: bool = True) -> State | None:
    """The state after the step; None when the step is refused there.

    A ticket that nobody has cannot be "claimed": reopened by its asker it is new again.
    """
    found = TRANSITIONS[step].get(state)
    if found is State.CLAIMED and step is Step.WRITE and not has_claimer:
        return State.NEW
    return found
