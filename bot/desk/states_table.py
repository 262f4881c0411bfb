"""docs/tickets.md, made from the data: `python -m bot.desk.states_table > docs/tickets.md`."""

from __future__ import annotations

from bot.desk.states import AFTER_AN_ANSWER, OPEN, WITHOUT_CLAIM, State, Step, after

MEANING = {
    State.NEW: "Nobody has it.",
    State.CLAIMED: "Someone has it; the asker waits for us.",
    State.WAITING: "Someone has it, and asked something back; we wait for the asker.",
    State.ANSWERED: "Someone has it; the asker has an answer. It is not done: only a person says that.",
    State.SNOOZED: "Someone has it, and put it off until a time. It wakes up then, or when the asker writes.",
    State.CLOSED: "Done, perhaps with a reason. Whatever the asker writes opens it again, but thanks do not.",
    State.WITHDRAWN: "The asker took it back.",
    State.MERGED: "It goes on in another ticket of the same asker; what is written for it ends up there.",
}
DOING = {
    Step.CLAIM: "staff take it up",
    Step.RELEASE: "staff give it back",
    Step.LAPSE: "it goes back by itself: whoever had it did nothing for `sla.release_after_hours`",
    Step.HAND_OVER: "staff give it to a colleague, or take it over",
    Step.ANSWER: "staff answer",
    Step.WAIT: "staff say that it is the asker's turn",
    Step.SNOOZE: "staff put it off; whoever puts off what nobody has, has it",
    Step.WAKE: "its time has come, or staff do not wait for that",
    Step.CLOSE: "staff are done with it",
    Step.SILENCE: "it closes by itself: its asker has an answer, and says nothing any more",
    Step.REOPEN: "staff are not",
    Step.MERGE: "staff let it go on in another one",
    Step.TAKE_IN: "another one goes on in this one, and its asker waits",
    Step.UNMERGE: "staff take a merge back",
    Step.WRITE: "the asker writes something more",
    Step.THANK: "the asker writes, but waits for nothing",
    Step.SOLVED: "the asker says that it is solved",
    Step.WITHDRAW: "the asker needs no answer any more",
    Step.ASK_AGAIN: "the asker takes a withdrawal back",
    Step.TAKE_BACK: "staff took the only answer away from the asker: there is none any more",
}
INTRODUCTION = """# The life of a ticket

*Made by `python -m bot.desk.states_table`. Change `bot/desk/states.py`, not this page; a test compares them.*

A step is compare-and-set on the ticket's `version`: of two people who do the same at the same moment one succeeds,
and the other hears who was first. Each step leaves an `audit` row with the state before and after, who did it (nobody,
when it went by itself) and what was given. What a step changes besides the state: `bot/desk/effects.py`.
"""


def page() -> str:
    """The whole page, in Markdown."""
    parts = [
        INTRODUCTION,
        "## States\n",
        _states(),
        "",
        "## Steps\n",
        _steps(),
        "",
        "## From state to state\n",
        _table(),
    ]
    return "\n".join([*parts, "", *_notes(), ""])


def _states() -> str:
    rows = [f"| {state} | {'yes' if state in OPEN else 'no'} | {MEANING[state]} |" for state in State]
    return "\n".join(["| state | open | |", "|---|---|---|", *rows])


def _steps() -> str:
    return "\n".join(["| step | |", "|---|---|", *(f"| {step} | {DOING[step]} |" for step in Step)])


def _table() -> str:
    head = f"| | {' | '.join(State)} |"
    rows = [f"| **{step}** | {' | '.join(_cell(step, state) for state in State)} |" for step in Step]
    return "\n".join([head, "|---" * (len(State) + 1) + "|", *rows])


def _cell(step: Step, state: State) -> str:
    found = after(step, state)
    if found is None:
        return ""
    unclaimed = after(step, state, has_claimer=False)
    mark = "²" if after(step, state, has_answer=False) is None else ""
    return f"{found}{'¹' if unclaimed is not found else ''}{mark}"


def _notes() -> list[str]:
    without, answered = ", ".join(WITHOUT_CLAIM), ", ".join(AFTER_AN_ANSWER)
    return [
        "- An empty cell: the step is refused there, and whoever tried hears how it stands.",
        f"- ¹ {without}: new, when nobody has it.",
        f"- ² {answered}: refused while the asker got nothing from staff yet.",
    ]


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
