"""/agenda: what is coming, and the details of one gathering, in one message (conversation 1, buttons)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from telegram.ext import filters

from bot.agenda import attendance, changes, listing, region
from bot.agenda.broadcast import Reader
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.agenda import own_calendar, subscriptions
from handlers.agenda.event_buttons import See, answer_rows, calendar_button, standing
from handlers.agenda.event_messages import (
    LONGEST_LABEL,
    EventMessages,
    LessInfo,
    MoreInfo,
    clip,
    headline,
    stop_button,
)
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn
from handlers.typed import match
from storage.agenda import CANCELLED, Occurrence

AT_ONCE = 5
LONGEST_LINE = 40


@dataclass(frozen=True)
class Agenda(Press, prefix="agenda"):
    """The gatherings from this one on. `anew` is 1 under other messages: those stay as they are."""

    first: int
    anew: int = 0


@dataclass(frozen=True)
class Gathering(Press, prefix="event"):
    """One gathering, from the list that starts at `first`."""

    occurrence: int
    first: int


def register(front: Front) -> None:
    """The command and its buttons, and those under reminders."""
    front.command("agenda", show, filters.ChatType.PRIVATE)
    front.press(Agenda, show_from)
    front.press(Gathering, show_one)
    front.press(See, see)
    front.press(MoreInfo, more_info)
    front.press(LessInfo, less_info)


def agenda_button(t: Texts) -> Button:
    """[ Agenda ], for under other messages."""
    return Button(t.plain("agenda-button"), Agenda(0, anew=1))


def show(turn: Turn) -> None:
    """/agenda: the first five."""
    show_from(turn, Agenda(0, anew=1))


def show_from(turn: Turn, press: Agenda) -> None:
    """Five gatherings, each with a button."""
    total = listing.how_many(turn.session, turn.now)
    first = press.first if 0 <= press.first < total else 0
    found = listing.coming(turn.session, turn.now, first, AT_ONCE)
    respond = turn.say_html if press.anew else turn.replace_html
    if not found:
        respond(turn.t("agenda-empty"), [[subscriptions.open_button(turn.t)]])
        return
    lines = [_title(turn.t, first, len(found), total), *(_line(turn, o) for o in found)]
    own = own_calendar.button(turn.t, turn.services)
    rows = [*(_button(turn, o, first) for o in found), _turning(turn.t, first, total)]
    respond("\n".join(lines), [*rows, own] if own else rows)


def show_one(turn: Turn, press: Gathering) -> None:
    """The details, in place of the list."""
    occurrence = listing.occurrence(turn.session, press.occurrence)
    back = [Button(turn.t.plain("back-button"), Agenda(press.first))]
    if occurrence is None:
        turn.replace("agenda-gone", [back])
        return
    turn.replace_html(_details(turn, occurrence), [*_answers(turn, occurrence), *_website(turn.t, occurrence), back])


def see(turn: Turn, press: See) -> None:
    """[ Bekijk 1 ]: the details below, so that the list stays."""
    occurrence = listing.occurrence(turn.session, press.occurrence)
    if occurrence is None:
        turn.say("agenda-gone")
        return
    turn.say_html(_details(turn, occurrence), [*_answers(turn, occurrence), *_website(turn.t, occurrence)])


def more_info(turn: Turn, press: MoreInfo) -> None:
    """[ Meer info ] under a reminder or a change: the whole description, on the same place."""
    occurrence = _about(turn, press)
    if occurrence is None:
        turn.toast("button-outdated")
        return
    back = [Button(turn.t.plain("back-button"), LessInfo(press.about, press.ref))]
    turn.replace_html(_details(turn, occurrence), [*_answers(turn, occurrence), *_website(turn.t, occurrence), back])


def less_info(turn: Turn, press: LessInfo) -> None:
    """[ Terug ] to the reminder or the change, as it is said now."""
    found = _as_sent(turn, press.about, press.ref)
    if found is None:
        return turn.toast("button-outdated")
    payload, rows = found
    turn.replace_html(payload["text"], rows)


def typed_under_broadcast(turn: Turn) -> bool:
    """Whether the text is a button of the reminder or change that came last; then it was pressed.

    What goes to many does not note its buttons with each member, so they are looked up here.
    """
    if len(turn.text) > LONGEST_LABEL:
        return False
    found = listing.last_about(turn.session, turn.me.id)
    sent = _as_sent(turn, *found) if found is not None else None
    buttons = [b for row in sent[1] for b in row if b.press is not None] if sent else [stop_button(turn.t)]
    label = match(turn.text, [b.label for b in buttons])
    press = next((b.press for b in buttons if b.label == label), None)
    if press is None:
        return False
    turn.typed = turn.text
    act, _role = turn.services.press_acts[type(press)]
    act(turn, press)
    return True


def _as_sent(turn: Turn, about: str, ref: int) -> tuple[dict[str, Any], Rows] | None:
    """A reminder ("r") or change ("c") as it would be sent to this person now, and its buttons."""
    messages, found = _messages(turn), None
    if about == "r":
        pair = listing.reminder(turn.session, ref)
        if pair is not None:
            found = messages.reminder_parts(pair[0], pair[1], _reader(turn, pair[1]), turn.now)
    else:
        notice = changes.notice(turn.session, ref)
        occurrence = listing.occurrence(turn.session, notice.occurrence_id) if notice is not None else None
        if notice is not None and occurrence is not None:
            found = messages.notice_parts(notice, occurrence, _reader(turn, occurrence))
    return None if found is None else ({"text": found[0]}, found[1])


def _reader(turn: Turn, occurrence: Occurrence) -> Reader:
    reply = attendance.reply_of(turn.session, occurrence.id, turn.me.id)
    return Reader(turn.t.language, turn.member.zone, reply.answer, reply.people)


def _details(turn: Turn, occurrence: Occurrence) -> Html:
    """All we know of it, until when one can sign up, and what this person answered."""
    messages = _messages(turn)
    details = messages.details(turn.t, occurrence, turn.now)
    you = standing(turn.t, _reader(turn, occurrence)) if occurrence.state != CANCELLED else ""
    below = " ".join(part for part in (you, messages.until_when(turn.t, occurrence, turn.now)) if part)
    return Html(f"{details}\n\n{below}") if below else details


def _answers(turn: Turn, occurrence: Occurrence) -> Rows:
    if occurrence.state == CANCELLED or occurrence.starts_at <= turn.now:
        return []
    closed = attendance.is_closed(occurrence, turn.now)
    rows = answer_rows(turn.t, occurrence, _reader(turn, occurrence), occurrence.starts_at - turn.now, closed)
    return [*rows, [calendar_button(turn.t, occurrence.id)]]


def _about(turn: Turn, press: MoreInfo | LessInfo) -> Occurrence | None:
    if press.about == "r":
        found = listing.reminder(turn.session, press.ref)
        return found[1] if found else None
    notice = changes.notice(turn.session, press.ref)
    return listing.occurrence(turn.session, notice.occurrence_id) if notice else None


def _messages(turn: Turn) -> EventMessages:
    return EventMessages(turn.services.settings.zone)


def _title(t: Texts, first: int, shown: int, total: int) -> str:
    if total <= AT_ONCE:
        return t("agenda-list")
    return t("agenda-list-more", first=str(first + 1), last=str(first + shown), total=str(total))


def _line(turn: Turn, occurrence: Occurrence) -> str:
    messages = _messages(turn)
    day = messages.moment(turn.t, occurrence, messages.today(turn.now))
    title = clip(headline(occurrence.title)[0], LONGEST_LINE)
    name = "agenda-line-cancelled" if occurrence.state == CANCELLED else "agenda-line"
    return turn.t(name, when=day, title=title)


def _button(turn: Turn, occurrence: Occurrence, first: int) -> list[Button]:
    """[ di 26 januari, Zeist ]"""
    day = when.day(_messages(turn).starts(occurrence).date(), turn.t.language)
    place = _town(turn, occurrence)
    if place:
        label = turn.t.plain("agenda-label", day=day, place=place)
    else:
        label = turn.t.plain("agenda-label-nowhere", day=day, title=headline(occurrence.title)[0])
    return [Button(clip(label, LONGEST_LABEL), Gathering(occurrence.id, first))]


def _town(turn: Turn, occurrence: Occurrence) -> str:
    """The last part of the place: the town, or "online"."""
    if region.is_online(occurrence.location):
        return turn.t.plain("agenda-online")
    return occurrence.location.rpartition(",")[2].strip()


def _turning(t: Texts, first: int, total: int) -> list[Button]:
    row = [subscriptions.open_button(t)]
    if first:
        row.append(Button(t.plain("agenda-previous-button"), Agenda(max(0, first - AT_ONCE))))
    if first + AT_ONCE < total:
        row.append(Button(t.plain("next-button"), Agenda(first + AT_ONCE)))
    return row


def _website(t: Texts, occurrence: Occurrence) -> Rows:
    return [[Button(t.plain("agenda-website-button"), url=occurrence.url)]] if occurrence.url else []
