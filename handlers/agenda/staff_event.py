"""/agenda in the staff group: what is coming, who comes, and what can be set about it (conversations 16 and 18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.agenda import attendance, attendee_list, listing, planning, region
from bot.texts import when
from bot.texts.render import Html
from handlers.agenda.event_messages import LONGEST_LABEL, EventMessages, clip, headline
from handlers.agenda.event_presses import ChangeEvent
from handlers.agenda.event_question import places_words
from handlers.agenda.promoted import tell_promoted
from handlers.agenda.rsvp import known
from handlers.agenda.to_calendar import file_name
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn
from storage.agenda import ALL, CANCELLED, COMING, Occurrence
from storage.attachments import Attachment

AT_ONCE = 5
# How much earlier than the start one must have answered, in hours; 0: until it starts.
ANSWER_BY = (0, 24, 48, 168)
# The times at which reminders can go out, in minutes before the start.
OFFERED = (10_080, 1440, 120)
STEPS = (-10, -1, 1, 10)
FIRST_CAPACITY = 20
MOST_PLACES = 9999


@dataclass(frozen=True)
class StaffAgenda(Press, prefix="sagenda"):
    """The gatherings from this one on."""

    first: int


@dataclass(frozen=True)
class StaffEvent(Press, prefix="sevent"):
    """One of them. `part`: "" what and who comes, "places", "answer" until when, "reminders"."""

    occurrence: int
    part: str


@dataclass(frozen=True)
class SetPlaces(Press, prefix="splaces"):
    """So many people fit; -1: nobody counts."""

    occurrence: int
    capacity: int


@dataclass(frozen=True)
class SetAnswerBy(Press, prefix="sanswerby"):
    """Until so many hours before the start one can say to come."""

    occurrence: int
    hours: int


@dataclass(frozen=True)
class SwitchReminder(Press, prefix="sremind"):
    """The reminder so many minutes before on or off; 0: for all who follow, or for who comes alone."""

    occurrence: int
    minutes: int


@dataclass(frozen=True)
class AttendeeFile(Press, prefix="sattend"):
    """[ Lijst als bestand ]"""

    occurrence: int


def register(front: Front) -> None:
    """The command and its buttons, for staff."""
    front.staff_command("agenda", show)
    front.press(StaffAgenda, show_from, staff=True)
    front.press(StaffEvent, show_event, staff=True)
    front.press(SetPlaces, set_places, staff=True)
    front.press(SetAnswerBy, set_answer_by, staff=True)
    front.press(SwitchReminder, switch_reminder, staff=True)
    front.press(AttendeeFile, send_list, staff=True)


def show(turn: Turn) -> None:
    """/agenda"""
    _list(turn, 0, anew=True)


def show_from(turn: Turn, press: StaffAgenda) -> None:
    """[ Volgende ], [ Terug ]"""
    _list(turn, press.first, anew=False)


def show_event(turn: Turn, press: StaffEvent) -> None:
    """One gathering, or what can be set about it."""
    occurrence = known(turn, press.occurrence)
    if occurrence is not None:
        _show(turn, occurrence, press.part)


def set_places(turn: Turn, press: SetPlaces) -> None:
    """More room goes to who waits; less room sends nobody away."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    capacity = None if press.capacity < 0 else min(press.capacity, MOST_PLACES)
    promoted = attendance.set_capacity(turn.session, occurrence.id, capacity, turn.now)
    tell_promoted(turn, occurrence, promoted)
    _show(turn, occurrence, "places")


def set_answer_by(turn: Turn, press: SetAnswerBy) -> None:
    """From then on one can only say not to come."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    occurrence.answer_by = occurrence.starts_at - timedelta(hours=press.hours) if press.hours > 0 else None
    _show(turn, occurrence, "answer")


def switch_reminder(turn: Turn, press: SwitchReminder) -> None:
    """Reminders of this one gathering: when, and for whom."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    if press.minutes:
        occurrence.offsets = sorted(set(_offsets(turn, occurrence)) ^ {press.minutes}, reverse=True)
    else:
        occurrence.remind = COMING if occurrence.remind == ALL else ALL
    settings = turn.services.settings.events
    here = region.load(settings.region)
    planning.plan(turn.session, [occurrence], here, settings.reminders_minutes_before, turn.now)
    _show(turn, occurrence, "reminders")


def send_list(turn: Turn, press: AttendeeFile) -> None:
    """Everyone who answered, as a file."""
    occurrence = known(turn, press.occurrence)
    if occurrence is None:
        return
    found = attendance.attendees(turn.session, occurrence.id)
    if not found:
        turn.toast("staff-event-nobody")
        return
    name = file_name(headline(occurrence.title)[0]).removesuffix(".ics") + ".csv"
    data = attendee_list.to_csv(turn.t, found, turn.services.settings.zone)
    turn.say_file(Attachment(name, attendee_list.MEDIA_TYPE, data), turn.t("staff-event-file"))


def _list(turn: Turn, first: int, anew: bool) -> None:
    t, total = turn.t, listing.how_many(turn.session, turn.now)
    first = first if 0 <= first < total else 0
    found = listing.coming(turn.session, turn.now, first, AT_ONCE)
    respond = turn.say_html if anew else turn.replace_html
    if not found:
        respond(t("staff-event-none"), [])
        return
    messages, lines, rows = EventMessages(turn.services.settings.zone), [t("staff-event-list", total=total)], []
    for one in found:
        title, day = headline(one.title)[0], when.day(messages.starts(one).date(), t.language)
        places = places_words(t, attendance.places(turn.session, one))
        lines.append(t("staff-event-line", when=day, title=clip(title, LONGEST_LABEL), places=places))
        rows.append([Button(clip(f"{day}, {title}", LONGEST_LABEL), StaffEvent(one.id, ""))])
    turning = [Button(t.plain("agenda-previous-button"), StaffAgenda(max(0, first - AT_ONCE)))] if first else []
    if first + AT_ONCE < total:
        turning.append(Button(t.plain("next-button"), StaffAgenda(first + AT_ONCE)))
    respond("\n".join(lines), [*rows, turning] if turning else rows)


def _show(turn: Turn, occurrence: Occurrence, part: str) -> None:
    match part:
        case "places":
            _show_places(turn, occurrence)
        case "answer":
            _show_answer_by(turn, occurrence)
        case "reminders":
            _show_reminders(turn, occurrence)
        case _:
            _show_whole(turn, occurrence)


def _show_whole(turn: Turn, occurrence: Occurrence) -> None:
    t, number = turn.t, occurrence.id
    rows: Rows = [
        [Button(t.plain("staff-event-file-button"), AttendeeFile(number))],
        [Button(t.plain("event-change-button"), ChangeEvent(number))],
        [_to(turn, occurrence, "places"), _to(turn, occurrence, "answer")],
        [_to(turn, occurrence, "reminders"), Button(t.plain("back-button"), StaffAgenda(0))],
    ]
    turn.replace_html(_head(turn, occurrence), rows)


def _show_places(turn: Turn, occurrence: Occurrence) -> None:
    t, number, now = turn.t, occurrence.id, occurrence.capacity
    if now is None:
        choices = [Button(t.plain("staff-event-count-button"), SetPlaces(number, FIRST_CAPACITY))]
        rows: Rows = [choices, [_back(turn, occurrence)]]
    else:
        steps = [Button(f"{step:+d}", SetPlaces(number, max(0, now + step))) for step in STEPS]
        rows = [
            steps,
            [Button(t.plain("staff-event-no-count-button"), SetPlaces(number, -1)), _back(turn, occurrence)],
        ]
    turn.replace_html(Html(f"{_head(turn, occurrence)}\n{t('staff-event-places', capacity=now or 0)}"), rows)


def _show_answer_by(turn: Turn, occurrence: Occurrence) -> None:
    t, number = turn.t, occurrence.id
    buttons = [
        Button(t.plain("staff-event-by-button", hours=hours), SetAnswerBy(number, hours)) for hours in ANSWER_BY
    ]
    rows: Rows = [buttons[:2], buttons[2:], [_back(turn, occurrence)]]
    turn.replace_html(Html(f"{_head(turn, occurrence)}\n{t('staff-event-by-ask')}"), rows)


def _show_reminders(turn: Turn, occurrence: Occurrence) -> None:
    t, number, on = turn.t, occurrence.id, _offsets(turn, occurrence)
    switches = [
        Button(
            t.plain("staff-event-remind-button", minutes=minutes, on=str(minutes in on).lower()),
            SwitchReminder(number, minutes),
        )
        for minutes in OFFERED
    ]
    who = Button(t.plain("staff-event-whom-button", remind=occurrence.remind), SwitchReminder(number, 0))
    rows: Rows = [*([one] for one in switches), [who], [_back(turn, occurrence)]]
    turn.replace_html(Html(f"{_head(turn, occurrence)}\n{t('staff-event-remind-ask')}"), rows)


def _head(turn: Turn, occurrence: Occurrence) -> Html:
    """What, when, where, how full, and until when one can answer."""
    t, zone = turn.t, turn.services.settings.zone
    about = EventMessages(zone).about(t, occurrence, turn.now)
    by = ""
    if occurrence.answer_by is not None:
        by = t("staff-event-by", when=when.moment(occurrence.answer_by.astimezone(zone), t.language))
    places = t("staff-event-full", places=places_words(t, attendance.places(turn.session, occurrence)))
    title = t("agenda-cancelled" if occurrence.state == CANCELLED else "agenda-details", title=occurrence.title)
    return Html("\n".join(part for part in (title, about, places, by) if part))


def _offsets(turn: Turn, occurrence: Occurrence) -> list[int]:
    own = occurrence.offsets
    return list(turn.services.settings.events.reminders_minutes_before if own is None else own)


def _to(turn: Turn, occurrence: Occurrence, part: str) -> Button:
    return Button(turn.t.plain(f"staff-event-{part}-button"), StaffEvent(occurrence.id, part))


def _back(turn: Turn, occurrence: Occurrence) -> Button:
    return Button(turn.t.plain("back-button"), StaffEvent(occurrence.id, ""))
