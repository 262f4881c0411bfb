"""The buttons under messages about a gathering: coming, how many, the calendar, a question (conversation 16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.agenda.broadcast import Reader
from bot.texts import Texts
from handlers.presses import Button, Press, Rows
from storage.agenda import CANCELLED, MAYBE, NO, WAITING, YES, Occurrence

# So shortly before the start nobody is asked anymore with how many they come.
SOON = timedelta(hours=12)


@dataclass(frozen=True)
class Answer(Press, prefix="rsvp"):
    """ "Kom je?": YES, MAYBE or NO."""

    occurrence: int
    answer: str


@dataclass(frozen=True)
class Bring(Press, prefix="rsvpn"):
    """With so many people, oneself counted."""

    occurrence: int
    people: int


@dataclass(frozen=True)
class HowMany(Press, prefix="rsvphow"):
    """[ Ander aantal ], [ Minder mensen ], [ Meer mensen ]: numbers to choose from, from this one on."""

    occurrence: int
    first: int


@dataclass(frozen=True)
class Wait(Press, prefix="rsvpwait"):
    """[ Wachtlijst voor 2 ]"""

    occurrence: int
    people: int


@dataclass(frozen=True)
class StillComing(Press, prefix="rsvpok"):
    """[ Klopt ], [ Ik kan dan ]: what was answered stays."""

    occurrence: int


@dataclass(frozen=True)
class ToCalendar(Press, prefix="ics"):
    """[ Zet in mijn agenda ]"""

    occurrence: int


@dataclass(frozen=True)
class See(Press, prefix="eventsee"):
    """[ Bekijk 1 ]: the details, in a new message."""

    occurrence: int


@dataclass(frozen=True)
class AskAbout(Press, prefix="askevent"):
    """[ Stel een vraag ]"""

    occurrence: int


def answer_button(t: Texts, occurrence: int, answer: str) -> Button:
    """[ Ik kom ], [ Misschien ] or [ Ik kom niet ]"""
    return Button(t.plain(f"rsvp-{answer}-button"), Answer(occurrence, answer))


def number_button(t: Texts, occurrence: int, closed: bool = False) -> Button:
    """[ Ander aantal ]; once signing up is `closed` it can only be [ Minder mensen ]"""
    name = "rsvp-fewer-button" if closed else "rsvp-number-button"
    return Button(t.plain(name), HowMany(occurrence, 1))


def ask_button(t: Texts, occurrence: int) -> Button:
    """[ Stel een vraag ]"""
    return Button(t.plain("rsvp-ask-button"), AskAbout(occurrence))


def calendar_button(t: Texts, occurrence: int) -> Button:
    """[ Zet in mijn agenda ]"""
    return Button(t.plain("rsvp-calendar-button"), ToCalendar(occurrence))


def answer_rows(t: Texts, occurrence: Occurrence, reader: Reader, left: timedelta, closed: bool = False) -> Rows:
    """What can be answered now, given what was. `left`: the time until it begins; `closed`: signing up is over."""
    number = occurrence.id
    if occurrence.state == CANCELLED:
        return [[ask_button(t, number)]]
    if left <= timedelta():
        return []
    no = answer_button(t, number, NO)
    if closed and reader.answer in (None, MAYBE, NO):
        return [[*([no] if reader.answer == MAYBE else []), ask_button(t, number)]]
    if reader.answer == YES:
        if closed and reader.people > 1:
            return [[no, number_button(t, number, closed)], [ask_button(t, number)]]
        if left < SOON or closed:
            return [[no, ask_button(t, number)]]
        right = Button(t.plain("rsvp-right-button"), StillComing(number))
        return [[right, no, number_button(t, number)]]
    if reader.answer == WAITING:
        return [[Button(t.plain("rsvp-off-list-button"), Answer(number, NO))]]
    if reader.answer == MAYBE:
        return [[answer_button(t, number, YES), no]]
    if reader.answer == NO:
        return [[Button(t.plain("rsvp-after-all-button"), Answer(number, YES))]]
    return [[answer_button(t, number, YES), answer_button(t, number, MAYBE), no]]


def moved_rows(t: Texts, occurrence: Occurrence, reader: Reader) -> Rows:
    """Under a change: does what they answered still hold?"""
    number = occurrence.id
    if occurrence.state == CANCELLED:
        return [[ask_button(t, number)]]
    calendar = [calendar_button(t, number)]
    if reader.answer in (YES, MAYBE):
        can = Button(t.plain("rsvp-can-button"), StillComing(number))
        return [[can, Button(t.plain("rsvp-cannot-button"), Answer(number, NO))], calendar]
    return [*answer_rows(t, occurrence, reader, timedelta(days=1)), calendar]


def standing(t: Texts, reader: Reader) -> str:
    """What was answered, as a sentence; empty when nothing was."""
    if reader.answer == YES:
        return t("rsvp-you-come", people=reader.people)
    return t(f"rsvp-you-{reader.answer}") if reader.answer is not None else ""
