"""A ticket as the use cases pass it around, and what is told to them about one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.desk.states import OPEN, State

# Why a ticket is closed, when it is not because it was answered: answered in another way, rubbish, asked before,
# no longer needed.
REASONS = ("elsewhere", "spam", "duplicate", "unneeded")
# And when it was not staff who closed it: its asker said nothing any more, or said that it is done.
SILENCE, SOLVED = "silence", "solved"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes a step. `name` is fit to be shown, or empty."""

    id: int | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a step needs besides who takes it: `to` whom a ticket is handed over, `until` when it is put off, for
    which of REASONS it is closed, `into` which ticket it is merged.

    `seen`: the version that the decision was made on; the step is refused when the ticket is another by now.
    """

    to: Actor | None = None
    until: datetime | None = None
    reason: str | None = None
    into: int | None = None
    seen: int | None = None

    def details(self) -> dict[str, Any]:
        """What of it the audit keeps."""
        found = {
            "to": self.to.id if self.to is not None else None,
            "until": self.until.isoformat() if self.until is not None else None,
            "reason": self.reason,
            "into": self.into,
        }
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Question:
    """What a ticket is opened with. `kind`: "text" or a kind of media, `seconds` its length.

    `suggestions`: [entry id, its question, probability], best first; `bot_gave`: the entry that did not help;
    `urgent`: the kind of crisis; `about`: the gathering that it is about, in a line; `theme`: its subject, as guessed.
    """

    text: str
    language: str
    kind: str = "text"
    seconds: int | None = None
    bot_gave: str | None = None
    suggestions: Sequence[tuple[str, str, float]] = ()
    urgent: str | None = None
    about: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket as it was read. `name` is the asker's, fit to be shown, or empty; see storage.desk.Ticket."""

    id: int
    version: int
    state: State
    member_id: int
    name: str
    text: str
    first_text: str | None
    subject: str
    kind: str
    seconds: int | None
    language: str
    claimed_by: int | None
    claimed_name: str | None
    released_name: str | None
    answered_name: str | None
    closed_name: str | None
    reopened: str | None
    bot_gave: str | None
    suggestions: list[list[Any]] | None
    topic_id: int | None
    card_id: int | None
    note_id: int | None
    opened_at: datetime
    active_at: datetime
    claimed_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    waits_since: datetime | None
    nudged_at: datetime | None
    escalated_at: datetime | None
    first_answer_s: int | None
    asker_wrote_at: datetime | None
    edited_at: datetime | None
    hinted: bool
    rating: str | None
    remark: str | None
    urgent: str | None
    calmed_at: datetime | None
    handed_name: str | None
    touched_at: datetime | None
    snoozed_until: datetime | None
    close_reason: str | None
    merged_into: int | None
    about: str | None
    theme: str | None
    theme_sure: bool
    quiet_since: datetime | None
    warned_at: datetime | None
    warning_id: int | None
    runs_since: datetime | None
    ran: list[list[float]] | None
    solve_s: int | None
    in_time: bool | None

    @property
    def is_open(self) -> bool:
        """Whether someone still has to do something."""
        return self.state in OPEN

    @property
    def holds(self) -> bool:
        """Whether its asker may be in need: then the bot leaves everything to people."""
        return self.is_open and self.urgent is not None and self.calmed_at is None


@dataclass(frozen=True, slots=True)
class Stepped:
    """What became of a step: whether it happened, and the ticket before and after it."""

    done: bool
    before: TicketView
    ticket: TicketView
