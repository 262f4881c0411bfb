"""The states of a ticket, and which step leads from which to which: the whole table, as data.

docs/tickets.md is made from it: `python -m bot.desk.states_table`.
"""

from __future__ import annotations

from enum import StrEnum

from storage.desk import OPEN_STATES


class State(StrEnum):
    """Where a ticket stands."""

    NEW = "new"  # nobody has it
    CLAIMED = "claimed"  # someone has it; the asker waits for us
    WAITING = "waiting"  # someone has it, and asked something back; we wait for the asker
    ANSWERED = "answered"  # someone has it; the asker has an answer
    SNOOZED = "snoozed"  # someone has it, and put it off until a time
    CLOSED = "closed"  # done
    WITHDRAWN = "withdrawn"  # the asker took it back
    MERGED = "merged"  # it goes on in another ticket of the same asker


class Step(StrEnum):
    """What people do with a ticket."""

    CLAIM = "claim"  # staff take it up
    RELEASE = "release"  # staff give it back
    LAPSE = "lapse"  # it goes back by itself: whoever had it did nothing
    HAND_OVER = "hand-over"  # staff give it to a colleague
    ANSWER = "answer"  # staff answer
    WAIT = "wait"  # staff say that it is the asker's turn
    SNOOZE = "snooze"  # staff put it off
    WAKE = "wake"  # its time has come, or staff do not wait for that
    CLOSE = "close"  # staff are done with it
    SILENCE = "silence"  # it closes by itself: its asker has an answer, and says nothing any more
    REOPEN = "reopen"  # staff are not done with it
    MERGE = "merge"  # staff let it go on in another ticket
    TAKE_IN = "take-in"  # another ticket goes on in this one, and its asker waits
    UNMERGE = "unmerge"  # staff take that back
    WRITE = "write"  # the asker writes something more
    THANK = "thank"  # the asker writes, but waits for nothing
    SOLVED = "solved"  # the asker says that it is done
    WITHDRAW = "withdraw"  # the asker needs no answer any more
    ASK_AGAIN = "ask-again"  # the asker takes a withdrawal back
    TAKE_BACK = "take-back"  # staff took back the only answer


_NEW, _CLAIMED, _WAITING, _ANSWERED, _SNOOZED, _CLOSED, _WITHDRAWN, _MERGED = State
OPEN = tuple(State(name) for name in OPEN_STATES)
# Someone has it, in every open state but new.
HELD = tuple(state for state in OPEN if state is not State.NEW)


def _all(states: tuple[State, ...], to: State) -> dict[State, State]:
    return dict.fromkeys(states, to)


# From state to state. What is not here is refused.
TRANSITIONS: dict[Step, dict[State, State]] = {
    Step.CLAIM: {_NEW: _CLAIMED},
    Step.RELEASE: _all(HELD, _NEW),
    Step.LAPSE: {_CLAIMED: _NEW},
    Step.HAND_OVER: {_NEW: _CLAIMED, **{state: state for state in HELD}},
    Step.ANSWER: _all((*OPEN, _CLOSED), _ANSWERED),
    Step.WAIT: _all((_CLAIMED, _ANSWERED, _SNOOZED), _WAITING),
    Step.SNOOZE: _all(OPEN, _SNOOZED),
    Step.WAKE: {_SNOOZED: _CLAIMED},
    Step.CLOSE: _all(OPEN, _CLOSED),
    Step.SILENCE: _all((_WAITING, _ANSWERED), _CLOSED),
    Step.REOPEN: {_CLOSED: _CLAIMED},
    Step.MERGE: _all(OPEN, _MERGED),
    Step.TAKE_IN: {_NEW: _NEW, **_all(HELD, _CLAIMED)},
    Step.UNMERGE: {_MERGED: _CLAIMED},
    Step.WRITE: {_NEW: _NEW, **_all(HELD, _CLAIMED), _CLOSED: _CLAIMED},
    Step.THANK: {state: state for state in (*OPEN, _CLOSED)},
    Step.SOLVED: _all(OPEN, _CLOSED),
    Step.WITHDRAW: _all(OPEN, _WITHDRAWN),
    Step.ASK_AGAIN: {_WITHDRAWN: _NEW},
    Step.TAKE_BACK: {_NEW: _NEW, **_all(HELD, _CLAIMED), _SNOOZED: _SNOOZED, _CLOSED: _CLOSED},
}

# Steps of others than whoever holds the ticket: where nobody has it, it is new again instead of claimed.
WITHOUT_CLAIM = (Step.WRITE, Step.UNMERGE)
# Steps that make no sense before the asker got anything from us.
AFTER_AN_ANSWER = (Step.WAIT, Step.SOLVED, Step.TAKE_BACK)


def after(step: Step, state: State, has_claimer: bool = True, has_answer: bool = True) -> State | None:
    """The state after the step; None when the step is refused there.

    `has_claimer`, `has_answer`: whether someone has the ticket, and whether its asker got anything from staff yet.
    """
    if step in AFTER_AN_ANSWER and not has_answer:
        return None
    found = TRANSITIONS[step].get(state)
    if found is State.CLAIMED and step in WITHOUT_CLAIM and not has_claimer:
        return State.NEW
    return found
