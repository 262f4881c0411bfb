"""What a ticket should do, written down in another way than the program has it: for tests that compare the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.desk.states import Step


@dataclass(frozen=True)
class Model:
    """A ticket: how it ended, who has it, whether it sleeps, and whose turn it is."""

    over: str | None = None  # "closed", "withdrawn", "merged"
    holder: int | None = None
    asleep: bool = False
    turn: str = "ours"  # "ours", "asked" something back, "answered"
    helped: bool = False  # the asker got something from staff

    @property
    def state(self) -> str:
        """The word for it."""
        if self.over is not None:
            return self.over
        if self.asleep:
            return "snoozed"
        if self.holder is None:
            return "new"
        return {"ours": "claimed", "asked": "waiting", "answered": "answered"}[self.turn]

    def take(self, step: Step, actor: int, to: int) -> Model | None:
        """The ticket after the step; None when it is refused. `to`: whom it is handed over to."""
        return _STEPS[step](self, actor, to)


def _claim(m: Model, actor: int, _to: int) -> Model | None:
    free = m.over is None and m.holder is None
    return replace(m, holder=actor, turn="ours") if free else None


def _release(m: Model, _actor: int, _to: int) -> Model | None:
    held = m.over is None and m.holder is not None
    return replace(m, holder=None, asleep=False) if held else None


def _lapse(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, holder=None) if m.state == "claimed" else None


def _hand_over(m: Model, _actor: int, to: int) -> Model | None:
    if m.over is not None:
        return None
    return replace(m, holder=to, turn="ours" if m.holder is None else m.turn)


def _answer(m: Model, actor: int, _to: int) -> Model | None:
    if m.over not in (None, "closed"):
        return None
    holder = actor if m.holder is None else m.holder
    return Model(holder=holder, turn="answered", helped=True)


def _wait(m: Model, _actor: int, _to: int) -> Model | None:
    possible = m.over is None and m.holder is not None and m.helped and m.state != "waiting"
    return replace(m, asleep=False, turn="asked") if possible else None


def _snooze(m: Model, actor: int, _to: int) -> Model | None:
    if m.over is not None:
        return None
    return replace(m, asleep=True, holder=actor if m.holder is None else m.holder)


def _wake(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, asleep=False, turn="ours") if m.asleep else None


def _end(how: str) -> Callable[[Model, int, int], Model | None]:
    def end(m: Model, _actor: int, _to: int) -> Model | None:
        return replace(m, over=how, asleep=False) if m.over is None else None

    return end


def _silence(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, over="closed") if m.state in ("waiting", "answered") else None


def _solved(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, over="closed", asleep=False) if m.over is None and m.helped else None


def _reopen(m: Model, actor: int, _to: int) -> Model | None:
    return replace(m, over=None, holder=actor, turn="ours") if m.over == "closed" else None


def _take_in(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, asleep=False, turn="ours") if m.over is None else None


def _unmerge(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, over=None, turn="ours") if m.over == "merged" else None


def _write(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, over=None, asleep=False, turn="ours") if m.over in (None, "closed") else None


def _thank(m: Model, _actor: int, _to: int) -> Model | None:
    return m if m.over in (None, "closed") else None


def _ask_again(m: Model, _actor: int, _to: int) -> Model | None:
    return replace(m, over=None, holder=None, turn="ours") if m.over == "withdrawn" else None


def _take_back(m: Model, _actor: int, _to: int) -> Model | None:
    possible = m.over in (None, "closed") and m.helped
    return replace(m, helped=False, turn="ours") if possible else None


_STEPS: dict[Step, Callable[[Model, int, int], Model | None]] = {
    Step.CLAIM: _claim,
    Step.RELEASE: _release,
    Step.LAPSE: _lapse,
    Step.HAND_OVER: _hand_over,
    Step.ANSWER: _answer,
    Step.WAIT: _wait,
    Step.SNOOZE: _snooze,
    Step.WAKE: _wake,
    Step.CLOSE: _end("closed"),
    Step.SILENCE: _silence,
    Step.SOLVED: _solved,
    Step.REOPEN: _reopen,
    Step.MERGE: _end("merged"),
    Step.TAKE_IN: _take_in,
    Step.UNMERGE: _unmerge,
    Step.WRITE: _write,
    Step.THANK: _thank,
    Step.WITHDRAW: _end("withdrawn"),
    Step.ASK_AGAIN: _ask_again,
    Step.TAKE_BACK: _take_back,
}
