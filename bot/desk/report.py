"""What a week or month was like for the helpdesk: counted from what was asked and answered, nothing estimated.

Every question counts once: the bot's answer was left standing, or a person got it, or neither. An answer counts as
right as long as nobody said that it did not help; that is all we know.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.desk.report_period import Period, Span, same_moment
from bot.desk.states import State
from bot.knowledge.asked import GIVEN
from storage.desk import Ticket
from storage.knowledge import Asked, EntryRow

# Of fewer, a share in percents says more than is known.
FEWEST_FOR_PERCENT = 20
# Of fewer answers, the half of them says nothing.
FEWEST_FOR_HALF = 5
FOUR_OF_FIVE = 0.8
# Who got an answer may ask for a person much later, from the same message.
LOOK_BACK = timedelta(days=31)
# What askers said of the help.
RATINGS = ("good", "soso", "bad")
# Reasons for closing (bot.desk.ticket.REASONS): answered elsewhere, and those that mean that nothing was solved.
ELSEWHERE, NOT_SOLVED = "elsewhere", ("spam", "duplicate")
# What the bot's answers ended as, besides a person: see storage.knowledge.Asked.
DOWN, CHOSEN = "down", "chosen"


@dataclass(slots=True)
class Day:
    """Questions of a day: answered from the list, with a person, or without a good answer."""

    by_list: int = 0
    by_person: int = 0
    unanswered: int = 0

    @property
    def asked(self) -> int:
        """All questions."""
        return self.by_list + self.by_person + self.unanswered


@dataclass(frozen=True, slots=True)
class TicketLine:
    """One question that went to a person, for the sheets. No name is in it."""

    number: int
    opened_at: datetime
    subject: str
    theme: str | None
    state: str
    first_answer_s: int | None
    solve_s: int | None
    rating: str | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a span of time. `first_answers`: staffed seconds until a first answer, sorted.

    `solutions`: staffed seconds that it was our turn, of each question that was solved in this span, sorted;
    `in_time`, `timed`: how many of them were within the target, of those that had one.
    """

    days: Mapping[date, Day]
    first_answers: Sequence[int]
    themes: Sequence[tuple[str, int]]
    ratings: Mapping[str, int]
    tickets: Sequence[TicketLine]
    unthemed: int = 0
    solutions: Sequence[int] = ()
    in_time: int = 0
    timed: int = 0

    @property
    def asked(self) -> int:
        """All questions."""
        return sum(day.asked for day in self.days.values())

    @property
    def by_list(self) -> int:
        """Answered by the bot."""
        return sum(day.by_list for day in self.days.values())

    @property
    def by_person(self) -> int:
        """That a person got."""
        return sum(day.by_person for day in self.days.values())

    @property
    def unanswered(self) -> int:
        """Neither."""
        return sum(day.unanswered for day in self.days.values())

    @property
    def share(self) -> int | None:
        """Percents answered by the bot; None of too few questions."""
        return round(100 * self.by_list / self.asked) if self.asked >= FEWEST_FOR_PERCENT else None

    @property
    def half_within(self) -> timedelta | None:
        """Within how much staffed time half of the first answers came; None of too few."""
        return self._within(0.5, self.first_answers)

    @property
    def solved_within(self) -> timedelta | None:
        """Within how much staffed time of ours half of what was solved was solved; None of too few."""
        return self._within(0.5, self.solutions)

    @property
    def most_within(self) -> timedelta | None:
        """Within how much staffed time four of five came; None of too few."""
        return self._within(FOUR_OF_FIVE, self.first_answers)

    def _within(self, share: float, measured: Sequence[int]) -> timedelta | None:
        """Nearest rank, as the bot's promise to askers (bot.desk.response_times)."""
        if len(measured) < FEWEST_FOR_HALF:
            return None
        return timedelta(seconds=measured[math.ceil(share * len(measured)) - 1])


@dataclass(frozen=True, slots=True)
class Report:
    """A period beside the one before it. `so_far`: it is not over, and both were counted up to the same moment."""

    period: Period
    counts: Counts
    before: Counts
    so_far: bool


@dataclass(slots=True)
class _Tally:
    """Questions while they are counted."""

    zone: ZoneInfo
    days: dict[date, Day]
    themes: Counter[str] = field(default_factory=Counter)
    unthemed: int = 0

    def day(self, at: datetime) -> Day:
        return self.days.setdefault(at.astimezone(self.zone).date(), Day())

    def theme(self, theme: str | None) -> None:
        if theme:
            self.themes[theme] += 1
        else:
            self.unthemed += 1


def make(session: Session, period: Period, now: datetime, zone: ZoneInfo) -> Report:
    """The report of a period, as known now."""
    span, earlier = period.span(zone), period.before()
    so_far = span.end > now
    before = earlier.span(zone)
    if so_far:
        before = before.until(same_moment(period, earlier, now, zone))
    days = [day for day in period.days() if not so_far or day <= now.astimezone(zone).date()]
    return Report(period, count(session, span.until(now), days, zone), count(session, before, (), zone), so_far)


def count(session: Session, span: Span, days: Iterable[date], zone: ZoneInfo) -> Counts:
    """Count what was asked in this span. `days` are there also when nothing was asked on them."""
    themes = _themes(session)
    tally = _Tally(zone, {day: Day() for day in days})
    tickets = list(
        session.scalars(
            select(Ticket).where(Ticket.opened_at >= span.start, Ticket.opened_at < span.end).order_by(Ticket.id)
        )
    )
    ticket_themes = {ticket.id: theme_of_ticket(ticket, themes) for ticket in tickets}
    passed_on = _count_asked(session, span, tally, themes, ticket_themes)
    for ticket in tickets:
        if ticket.id not in passed_on:  # it came to a person without the bot's trying
            tally.day(ticket.opened_at).by_person += 1
            tally.theme(ticket_themes[ticket.id])
    solved = _solved(session, span)
    in_time = [ticket.in_time for ticket in solved if ticket.in_time is not None]
    ratings = Counter(ticket.rating for ticket in tickets)
    return Counts(
        tally.days,
        sorted(ticket.first_answer_s for ticket in tickets if ticket.first_answer_s is not None),
        sorted(tally.themes.items(), key=lambda found: (-found[1], found[0])),
        {rating: ratings[rating] for rating in RATINGS},
        [_line(ticket, ticket_themes[ticket.id]) for ticket in tickets],
        tally.unthemed,
        sorted(ticket.solve_s for ticket in solved if ticket.solve_s is not None),
        sum(in_time),
        len(in_time),
    )


def theme_of_ticket(ticket: Ticket, themes: Mapping[str, str]) -> str | None:
    """What a ticket is about: as staff said or the bot guessed, else the theme of the answer that is most like it.

    `themes`: of entries.
    """
    if ticket.theme_sure or ticket.theme is not None:
        return ticket.theme
    likely = ticket.suggestions[0][0] if ticket.suggestions else ticket.bot_gave
    return themes.get(likely) if likely else None


def _count_asked(
    session: Session, span: Span, tally: _Tally, themes: Mapping[str, str], ticket_themes: Mapping[int, str | None]
) -> set[int]:
    """Count the questions that the bot saw. Returns the tickets that some of them, and of earlier ones, became."""
    columns = (
        Asked.at,
        Asked.decision,
        Asked.feedback,
        Asked.ticket_id,
        Asked.entry_id,
        Asked.chosen_id,
        Asked.candidates,
    )
    query = select(*columns).where(Asked.at >= span.start, Asked.at < span.end, Asked.decision != GIVEN)
    for at, decision, said, ticket_id, entry_id, chosen_id, candidates in session.execute(query):
        day = tally.day(at)
        likely = chosen_id or entry_id or (candidates[0][0] if decision == "suggestions" and candidates else None)
        theme = themes.get(likely) if likely else None
        if ticket_id is not None:
            day.by_person += 1
            theme = ticket_themes.get(ticket_id) or theme
        elif said == CHOSEN or (decision == "answer" and said != DOWN):
            day.by_list += 1
        else:
            day.unanswered += 1
        tally.theme(theme)
    linked = select(Asked.ticket_id).where(
        Asked.ticket_id.is_not(None), Asked.at >= span.start - LOOK_BACK, Asked.at < span.end
    )
    return {ticket_id for ticket_id in session.scalars(linked) if ticket_id is not None}


def _solved(session: Session, span: Span) -> Sequence[Ticket]:
    """What was solved in this span, whenever it was asked: closed, and answered here or elsewhere."""
    closed = (Ticket.state == State.CLOSED, Ticket.closed_at >= span.start, Ticket.closed_at < span.end)
    helped = or_(Ticket.answered_at.is_not(None), Ticket.close_reason == ELSEWHERE)
    rubbish = Ticket.close_reason.is_not(None) & Ticket.close_reason.in_(NOT_SOLVED)
    return session.scalars(select(Ticket).where(*closed, helped, ~rubbish, Ticket.solve_s.is_not(None))).all()


def _themes(session: Session) -> dict[str, str]:
    """The first theme of each entry that has one."""
    found = session.execute(select(EntryRow.id, EntryRow.themes))
    return {entry_id: themes[0] for entry_id, themes in found if themes}


def _line(ticket: Ticket, theme: str | None) -> TicketLine:
    return TicketLine(
        ticket.id,
        ticket.opened_at,
        ticket.subject,
        theme,
        ticket.state,
        ticket.first_answer_s,
        ticket.solve_s,
        ticket.rating,
        ticket.remark,
    )
