"""Kom je? Answers to a gathering, with how many, and the waiting list (conversation 16)."""

from __future__ import annotations

from bot.agenda import attendance, listing
from bot.agenda.attendance import MOST_PEOPLE, Outcome, Reply
from bot.texts import Texts
from bot.texts.render import Html
from handlers.agenda.event_buttons import (
    Answer,
    Bring,
    HowMany,
    StillComing,
    Wait,
    answer_button,
    ask_button,
    calendar_button,
    number_button,
)
from handlers.agenda.event_messages import EventMessages, headline
from handlers.agenda.promoted import tell_promoted
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn
from storage.agenda import MAYBE, NO, WAITING, YES, Occurrence

# Numbers on buttons: first the usual ones, then six at a time.
USUAL = 3
AT_ONCE = 6
# Which gathering we asked a number for, and when: the number may be typed (handlers.agenda.rsvp_typed).
ASKED = "how_many"


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Answer, answer)
    front.press(Bring, bring)
    front.press(HowMany, how_many)
    front.press(Wait, wait)
    front.press(StillComing, still_coming)


def answer(turn: Turn, press: Answer) -> None:
    """[ Ik kom ], [ Misschien ], [ Ik kom niet ]. Who says to come is on the list at once, whatever they tap next."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    me, was = turn.me.id, attendance.reply_of(turn.session, occurrence.id, turn.me.id)
    if press.answer == YES:
        outcome = attendance.come(turn.session, occurrence.id, me, turn.now)
    elif press.answer in (MAYBE, NO):
        outcome = attendance.say(turn.session, occurrence.id, me, press.answer, turn.now)
    else:
        return turn.toast("button-outdated")
    tell_promoted(turn, occurrence, outcome.promoted)
    if not outcome.done:
        return _refused(turn, occurrence, outcome, was.people if was.answer in (YES, WAITING) else 1)
    if press.answer == YES and was.answer != YES:
        turn.toast("rsvp-on-list")
        return _ask_number(turn, occurrence, 1, first_time=True)
    _show(turn, occurrence)


def bring(turn: Turn, press: Bring) -> None:
    """With so many."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    outcome = attendance.come(turn.session, occurrence.id, turn.me.id, turn.now, press.people)
    tell_promoted(turn, occurrence, outcome.promoted)
    if not outcome.done:
        return _refused(turn, occurrence, outcome, press.people)
    _show(turn, occurrence)


def how_many(turn: Turn, press: HowMany) -> None:
    """[ Ander aantal ], [ Minder mensen ], [ Meer mensen ]. Once signing up is over, who comes may come with fewer."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    if not attendance.is_closed(occurrence, turn.now):
        return _ask_number(turn, occurrence, max(1, min(press.first, MOST_PEOPLE)))
    reply = attendance.reply_of(turn.session, occurrence.id, turn.me.id)
    if reply.answer == YES and reply.people > 1 and attendance.goes_on(occurrence, turn.now):
        return _ask_fewer(turn, occurrence, reply.people)
    _refused(turn, occurrence, Outcome(False, reply, closed=True), reply.people)


def wait(turn: Turn, press: Wait) -> None:
    """[ Wachtlijst voor 2 ]. Their place for fewer, if they had one, is free again."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    was = attendance.reply_of(turn.session, occurrence.id, turn.me.id)
    outcome = attendance.wait(turn.session, occurrence.id, turn.me.id, press.people, turn.now)
    tell_promoted(turn, occurrence, outcome.promoted)
    if not outcome.done:
        return _refused(turn, occurrence, outcome, press.people)
    if outcome.reply.answer == YES:
        return _show(turn, occurrence)
    _show_waiting(turn, occurrence, outcome.reply, gave=was.people if was.answer == YES else 0)


def still_coming(turn: Turn, press: StillComing) -> None:
    """[ Klopt ], [ Ik kan dan ]: nothing changes, and that is said."""
    occurrence = known(turn, press.occurrence)
    if occurrence is not None:
        turn.toast("rsvp-stays")
        _show(turn, occurrence)


def known(turn: Turn, number: int) -> Occurrence | None:
    """The gathering of a button; None after saying that it is there no more."""
    found = listing.occurrence(turn.session, number)
    if found is None:
        turn.replace("agenda-gone", [])
    return found


def _ask_number(turn: Turn, occurrence: Occurrence, first: int, first_time: bool = False) -> None:
    t, number = turn.t, occurrence.id
    count = USUAL if first == 1 else AT_ONCE
    last = min(first + count - 1, MOST_PEOPLE)
    buttons = [Button(t.plain("rsvp-people-button", people=n), Bring(number, n)) for n in range(first, last + 1)]
    rows: Rows = [buttons[n : n + USUAL] for n in range(0, len(buttons), USUAL)]
    if last < MOST_PEOPLE:
        rows.append([Button(t.plain("rsvp-more-button"), HowMany(number, last + 1))])
    _may_be_typed(turn, number)
    name = "rsvp-on-the-list" if first_time else "rsvp-how-many"
    turn.replace(name, rows, title=headline(occurrence.title)[0], about=_about(turn, occurrence))


def _ask_fewer(turn: Turn, occurrence: Occurrence, people: int) -> None:
    """With how many still, of the so many they said; or as it is."""
    t, number = turn.t, occurrence.id
    fewer = [Button(t.plain("rsvp-people-button", people=n), Bring(number, n)) for n in range(1, people)]
    rows: Rows = [fewer[n : n + USUAL] for n in range(0, len(fewer), USUAL)]
    rows.append([Button(t.plain("rsvp-with-button", people=people), StillComing(number))])
    _may_be_typed(turn, number)
    turn.replace(
        "rsvp-fewer", rows, people=people, title=headline(occurrence.title)[0], about=_about(turn, occurrence)
    )


def _may_be_typed(turn: Turn, number: int) -> None:
    turn.remember(**{ASKED: {"occurrence": number, "at": turn.now.isoformat()}})


def _show(turn: Turn, occurrence: Occurrence) -> None:
    """How it stands with this person."""
    t, number = turn.t, occurrence.id
    reply = attendance.reply_of(turn.session, number, turn.me.id)
    title, about = headline(occurrence.title)[0], _about(turn, occurrence)
    closed = attendance.is_closed(occurrence, turn.now)
    if reply.answer == YES:
        change = [] if closed and reply.people == 1 else [number_button(t, number, closed)]
        rows: Rows = [[calendar_button(t, number)], [*change, answer_button(t, number, NO)]]
        turn.replace("rsvp-coming", rows, people=reply.people, title=title, about=about)
    elif reply.answer == WAITING:
        _show_waiting(turn, occurrence, reply)
    elif reply.answer == MAYBE:
        rows = [[answer_button(t, number, YES), answer_button(t, number, NO)]]
        turn.replace("rsvp-perhaps", rows, title=title, about=about)
    else:
        again = ask_button(t, number) if closed else Button(t.plain("rsvp-after-all-button"), Answer(number, YES))
        turn.replace("rsvp-not-coming", [[again]], title=title)


def _show_waiting(turn: Turn, occurrence: Occurrence, reply: Reply, gave: int = 0) -> None:
    """Their place in the line. `gave`: for how many they had a place, which is free again."""
    t, number = turn.t, occurrence.id
    closed = attendance.is_closed(occurrence, turn.now)
    rows: Rows = [[_off_list(t, number)], *([] if closed else [[number_button(t, number)]])]
    named = {"title": headline(occurrence.title)[0], "about": _about(turn, occurrence)}
    place = str(reply.place or 1)
    turn.replace("rsvp-waiting", rows, place=place, people=reply.people, gave=gave, **named)


def _refused(turn: Turn, occurrence: Occurrence, outcome: Outcome, people: int) -> None:
    """It is too late, or so many do not fit: every sensible way on."""
    t, number, title = turn.t, occurrence.id, headline(occurrence.title)[0]
    had = outcome.reply.people if outcome.reply.answer == YES else 0
    if outcome.closed and had and attendance.goes_on(occurrence, turn.now):
        fewer = [number_button(t, number, closed=True)] if had > 1 else []
        turn.replace(
            "rsvp-no-more-people", [[*fewer, answer_button(t, number, NO)], [ask_button(t, number)]], people=had
        )
    elif outcome.reply.answer == WAITING and (outcome.closed or (not outcome.free and people == outcome.reply.people)):
        _show_waiting(turn, occurrence, outcome.reply)
    elif outcome.closed:
        turn.replace("rsvp-closed", [[ask_button(t, number)]], title=title)
    elif outcome.free:
        turn.replace("rsvp-too-many", _ways_on(t, number, outcome, people), free=outcome.free, people=people, had=had)
    else:
        turn.replace("rsvp-full", _ways_on(t, number, outcome, people), title=title)


def _ways_on(t: Texts, number: int, outcome: Outcome, people: int) -> Rows:
    """With as many as fit, as it was, another number, the waiting list for all of them, or not."""
    free, had = outcome.free or 0, outcome.reply.people if outcome.reply.answer == YES else 0
    fit = [Button(t.plain("rsvp-with-button", people=n), Bring(number, n)) for n in sorted({free, had} - {0})]
    waits = Button(t.plain("rsvp-wait-button", people=people), Wait(number, people))
    no = _off_list(t, number) if outcome.reply.answer == WAITING else answer_button(t, number, NO)
    return [row for row in (fit, [waits, number_button(t, number)], [no]) if row]


def _off_list(t: Texts, number: int) -> Button:
    return Button(t.plain("rsvp-off-list-button"), Answer(number, NO))


def leave(turn: Turn, member_id: int) -> None:
    """Someone's data are erased: the places they had go to who waits for them."""
    for number, promoted in attendance.forget(turn.session, member_id, turn.now).items():
        tell_promoted(turn, turn.session.get_one(Occurrence, number), promoted)


def _about(turn: Turn, occurrence: Occurrence, t: Texts | None = None) -> Html:
    """When and where, in one line."""
    return EventMessages(turn.services.settings.zone).about(t or turn.t, occurrence, turn.now)
