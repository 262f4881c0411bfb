"""What each step changes in a ticket besides its state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.desk.states import State, Step
from bot.desk.ticket import SILENCE, SOLVED, Actor, Given, TicketView

Changes = dict[str, Any]

# How a ticket came to be open again.
BY_ASKER, BY_ANSWER, BY_STAFF = "asker", "answer", "staff"

_NOBODYS: Changes = {"claimed_by": None, "claimed_name": None, "handed_name": None}
_UNCLOSED: Changes = {"closed_at": None, "closed_name": None, "close_reason": None, "solve_s": None, "in_time": None}
_AWAKE: Changes = {"snoozed_until": None}
_THEIR_TURN: Changes = {"waits_since": None}
# In these the asker waits for us, or the ticket for someone of us.
RUNS = (State.NEW, State.CLAIMED)
# In these the asker has what they need from us, so that silence may mean that all is well.
_MAY_BE_QUIET = (State.WAITING, State.ANSWERED)


def clock(before: TicketView, to: State, now: datetime) -> Changes:
    """The columns that keep how long it is our turn: the clock runs in the states of RUNS, whoever changes them."""
    runs = to in RUNS
    if runs is (before.runs_since is not None):
        return {}
    if runs:
        return {"runs_since": now, "ran": before.ran or []}
    stretch = [before.runs_since.timestamp(), now.timestamp()] if before.runs_since is not None else []
    return {"runs_since": None, "ran": [*(before.ran or []), stretch]}


def changes(step: Step, before: TicketView, actor: Actor, now: datetime, given: Given) -> Changes:
    """The columns that the step sets. Raises ValueError when `given` lacks what the step needs."""
    awake = {} if step in (Step.SNOOZE, Step.THANK, Step.HAND_OVER, Step.TAKE_BACK) else _AWAKE
    return awake | _CHANGES[step](before, actor, now, given)


def _claim(_before: TicketView, actor: Actor, now: datetime, _given: Given) -> Changes:
    return _mine(actor, now)


def _release(before: TicketView, actor: Actor, now: datetime, _given: Given) -> Changes:
    """What slept, and is given back, waits for us from now on: it was put off on purpose."""
    woken = _our_turn(now) if before.state is State.SNOOZED else {}
    return _NOBODYS | woken | {"released_name": actor.name}


def _lapse(before: TicketView, _actor: Actor, _now: datetime, _given: Given) -> Changes:
    return _NOBODYS | {"released_name": before.claimed_name}


def _hand_over(before: TicketView, actor: Actor, now: datetime, given: Given) -> Changes:
    """Whoever takes it over themselves has it from the one who had it."""
    if given.to is None:
        raise ValueError("a ticket is handed over to someone")
    giver = before.claimed_name if given.to.id == actor.id else actor.name
    return _mine(given.to, now) | {"handed_name": giver}


def _answer(before: TicketView, actor: Actor, now: datetime, _given: Given) -> Changes:
    values = {"answered_at": now, "answered_name": actor.name, "active_at": now, "touched_at": now, **_THEIR_TURN}
    values |= {"quiet_since": now}
    values |= {} if before.claimed_by is not None else _mine(actor, now)
    return values | (_UNCLOSED | {"reopened": BY_ANSWER} if before.state is State.CLOSED else {})


def _wait(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    return _THEIR_TURN | {"touched_at": now, "quiet_since": now}


def _snooze(before: TicketView, actor: Actor, now: datetime, given: Given) -> Changes:
    """Whoever puts off what nobody has, has it: nothing sleeps without an owner."""
    if given.until is None:
        raise ValueError("a ticket is put off until a time")
    return ({} if before.claimed_by is not None else _mine(actor, now)) | {"snoozed_until": given.until}


def _wake(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    """From now on it is our turn: what was put off on purpose is not late at once."""
    return _our_turn(now) | {"touched_at": now}


def _close(_before: TicketView, actor: Actor, now: datetime, given: Given) -> Changes:
    return {"closed_at": now, "closed_name": actor.name, "close_reason": given.reason, **_THEIR_TURN}


def _silence(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    return {"closed_at": now, "closed_name": None, "close_reason": SILENCE, **_THEIR_TURN}


def _solved(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    return {"closed_at": now, "closed_name": None, "close_reason": SOLVED, **_THEIR_TURN}


def _reopen(_before: TicketView, actor: Actor, now: datetime, _given: Given) -> Changes:
    return _mine(actor, now) | _UNCLOSED | _our_turn(now) | {"reopened": BY_STAFF}


def _merge(_before: TicketView, actor: Actor, now: datetime, given: Given) -> Changes:
    if given.into is None:
        raise ValueError("a ticket is merged into another one")
    return {"merged_into": given.into, "closed_at": now, "closed_name": actor.name, **_THEIR_TURN}


def _take_in(before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    ours = before.waits_since is None or before.state is State.SNOOZED
    return {"active_at": now} | (_our_turn(now) | {"touched_at": now} if ours else {})


def _unmerge(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    return _UNCLOSED | _our_turn(now) | {"merged_into": None, "reopened": BY_STAFF, "touched_at": now}


def _write(before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    values: Changes = {"asker_wrote_at": now, "active_at": now}
    if before.waits_since is None or before.state is State.SNOOZED:
        values |= _our_turn(now) | {"touched_at": now}
    return values | (_UNCLOSED | {"reopened": BY_ASKER} if before.state is State.CLOSED else {})


def _thank(before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    return {"quiet_since": now} if before.state in _MAY_BE_QUIET else {}


def _withdraw(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    return {"closed_at": now, **_THEIR_TURN}


def _ask_again(_before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    again = {"reopened": BY_ASKER, "active_at": now, "released_name": None}
    return _NOBODYS | _UNCLOSED | _our_turn(now) | again


def _take_back(before: TicketView, _actor: Actor, now: datetime, _given: Given) -> Changes:
    ours = _our_turn(now) | {"touched_at": now} if before.is_open else {}
    return ours | {"answered_at": None, "answered_name": None}


def _mine(actor: Actor, now: datetime) -> Changes:
    mine = {"claimed_by": actor.id, "claimed_name": actor.name, "claimed_at": now, "touched_at": now}
    return mine | {"released_name": None, "handed_name": None}


def _our_turn(now: datetime) -> Changes:
    return {"waits_since": now, "nudged_at": None, "escalated_at": None}


_CHANGES = {
    Step.CLAIM: _claim,
    Step.RELEASE: _release,
    Step.LAPSE: _lapse,
    Step.HAND_OVER: _hand_over,
    Step.ANSWER: _answer,
    Step.WAIT: _wait,
    Step.SNOOZE: _snooze,
    Step.WAKE: _wake,
    Step.CLOSE: _close,
    Step.SILENCE: _silence,
    Step.REOPEN: _reopen,
    Step.MERGE: _merge,
    Step.TAKE_IN: _take_in,
    Step.UNMERGE: _unmerge,
    Step.WRITE: _write,
    Step.THANK: _thank,
    Step.SOLVED: _solved,
    Step.WITHDRAW: _withdraw,
    Step.ASK_AGAIN: _ask_again,
    Step.TAKE_BACK: _take_back,
}
